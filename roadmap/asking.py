"""What the learner seems to have already, as pages ask about it wherever milestones are listed."""

from dataclasses import dataclass
from typing import Any

from evidence.records.standings import NOTHING, SOURCES, standings_of
from roadmap.having import Have
from roadmap.likely import perhaps_done as likely
from roadmap.overview import Overview
from roadmap.rows import Row

# On a page that is about something else, so many are asked about at once.
MOST_ASKED = 3
SKILLS = tuple(SOURCES)


@dataclass(frozen=True)
class Question:
    """“You have this: mark it done?”, with the milestone's row and what speaks for it."""

    row: Row
    have: Have


def asked_about(overview: Overview, *, most: int | None = MOST_ASKED) -> dict[str, Any]:
    """The first milestones that the learner seems to have, and of how many more that holds."""
    questions = [Question(overview.rows[key], have) for key, have in overview.have.items() if key in overview.rows]
    shown = questions[:most]
    return {"questions": shown, "more_questions": len(questions) - len(shown)}


def perhaps(overview: Overview, milestone: Any) -> str | None:
    """Why one milestone has perhaps been done already, judged by its skills, or ``None``.

    The overview has been made with ``SKILLS``.
    """
    skills = {skill.pk: skill.name for skill in milestone.built_skills if skill.retired_at is None}
    stands = standings_of(overview.recorded) if skills else {}
    mastered = {skill for skill, stand in stands.items() if stand.mastered}
    found = likely({milestone.pk: skills}, mastered=mastered, open_=[milestone.pk])
    return skills_in_words(stands, skills) if found else None


def skills_in_words(stands: dict[int, Any], skills: dict[int, str]) -> str:
    """What speaks for it, in words: the skills that evidence shows, and those that are rated."""
    shown = [name for key, name in skills.items() if stands.get(key, NOTHING).pieces]
    rated = [name for key, name in skills.items() if not stands.get(key, NOTHING).pieces]
    parts = [f"your evidence shows {_listed(shown)}"] if shown else []
    parts += [f"you rated {_listed(rated)} at least “On my own”"] if rated else []
    return " and ".join(parts)


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
