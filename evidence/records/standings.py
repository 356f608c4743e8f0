"""Where one learner stands with the skills: its rows, then the rules of ``evidence.records.skill_states``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Count, Max, OuterRef

from accounts.models import User
from curation.nested import nested
from evidence.records import skill_states
from evidence.records.models import EvidenceSkill, Grip, SkillStanding


@dataclass(frozen=True, slots=True)
class Stand:
    """A learner and one skill: their own ratings, and what of their evidence shows it."""

    now: int | None = None
    wanted: int | None = None
    pieces: int = 0
    newest: date | None = None

    @property
    def state(self) -> str:
        return skill_states.state(pieces=self.pieces, now=self.now)

    @property
    def mastered(self) -> bool:
        return skill_states.mastered(pieces=self.pieces, now=self.now)

    @property
    def now_label(self) -> str:
        return "" if self.now is None else str(Grip(self.now).label)

    @property
    def wanted_label(self) -> str:
        return "" if self.wanted is None else str(Grip(self.wanted).label)


NOTHING = Stand()


@dataclass(frozen=True, slots=True)
class _Rated:
    skill: int
    now: int | None
    wanted: int | None


@dataclass(frozen=True, slots=True)
class _Shown:
    skill: int
    pieces: int
    newest: date


def _rated() -> Any:
    return nested(SkillStanding.objects.filter(user=OuterRef("pk"), deletion=None), _Rated)


def _shown() -> Any:
    pieces = EvidenceSkill.objects.filter(evidence__user=OuterRef("pk"), evidence__deletion=None)
    return nested(pieces.order_by().values("skill"), _Shown, pieces=Count("pk"), newest=Max("evidence__on"))


# For those who load more of a learner in the same query, see ``evidence.records.facts``.
SOURCES = {"skills rated": _rated, "skills shown": _shown}


def load_standings(user: User) -> dict[int, Stand]:
    """By the key of the skill, for those that the learner has rated or shown. What is in the bin shows nothing."""
    if user.is_nobody:
        return {}
    rows = User.objects.filter(pk=user.pk).values_list(*(make() for make in SOURCES.values())).get()
    return standings_of(dict(zip(SOURCES, rows, strict=True)))


def standings_of(rows: Mapping[str, Sequence[Any]]) -> dict[int, Stand]:
    """The same, of the rows of ``SOURCES``."""
    found = {row.skill: Stand(row.now, row.wanted) for row in rows["skills rated"]}
    for row in rows["skills shown"]:
        found[row.skill] = replace(found.get(row.skill, NOTHING), pieces=row.pieces, newest=row.newest)
    return found
