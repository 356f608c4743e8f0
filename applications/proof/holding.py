"""Loads everything that a learner holds, to set requirements against it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from accounts.models import User
from applications.proof.languages import code_of
from applications.proof.managing import manages
from applications.proof.own_rows import MentionRow, OwnRows, load_own_rows
from applications.proof.resume_said import load_said
from applications.proof.schooling import is_technical
from applications.proof.shapes import (
    IN_PROGRESS,
    CredentialHeld,
    DegreeHeld,
    Held,
    Piece,
    Pursuit,
    SkillHeld,
    Teaching,
    Work,
)
from evidence.catalog import partial_dates
from evidence.catalog.eligibility import ELIGIBLE, LIKELY, OPEN, Result
from evidence.ledger.loading import Rules, assess, load_person, load_rules
from evidence.models import Part
from evidence.records.models.background import EducationLevel
from resumes.bringing.degrees import level_of
from resumes.writing.content import Kind
from roadmap.models import Milestone, MilestoneProgress, State


def held(user: User, *, today: date, latest: date | None = None, resume: int | None = None) -> Held:
    """What a learner holds on ``today``, which is theirs; as many queries whatever they recorded.

    What they recorded for a later day up to ``latest`` (``accounts.days.latest_day``) was today where they were then,
    and counts from today on. ``resume`` is the number of the resume that is looked at, if it is one of theirs.
    """
    latest = latest or today
    own = load_own_rows(user)
    person = load_person(user).on(today, latest=latest)
    rules = load_rules()
    milestones = load_milestones(user)
    return Held(
        today=today,
        skills=_skills(own),
        works=tuple(_works(own, today=today, latest=latest)),
        credentials=tuple(
            CredentialHeld(
                row.slug,
                Piece(f"credential:{row.token}", row.id, row.title),
                _begun(row.earned_on, today, latest),
                row.expires_on,
            )
            for row in own.credentials
            if row.slug
        ),
        pursuits=(*_courses(own), *_under_way(milestones)),
        degrees=tuple(_degrees(own, today=today, latest=latest)),
        languages=_languages(own.mentions),
        named=_named(own, today=today, latest=latest),
        milestones=tuple(one.teaching for one in milestones),
        earliest={
            one.credential.slug: day
            for one in assess(person, rules, as_of=today)
            if (day := _earliest([path.result for path in one.paths], today))
        },
        includes=_includes(rules),
        resume=None if resume is None else load_said(user, resume, own, today=today),
    )


@dataclass(frozen=True)
class MilestoneRow:
    """A milestone that is neither done nor skipped."""

    pk: int
    slug: str
    title: str
    step: str
    required: bool
    skills: list[str]
    credentials: list[str]
    state: str

    @property
    def teaching(self) -> Teaching:
        return Teaching(
            self.slug,
            self.title,
            self.step,
            frozenset(self.skills),
            frozenset(self.credentials),
            optional=not self.required,
        )


def load_milestones(user: User) -> list[MilestoneRow]:
    """What of the roadmap is offered and still before the learner, in its order."""
    skills = Milestone.skills.through.objects.filter(milestone=OuterRef("pk")).order_by("skill__slug")
    credentials = Milestone.credentials.through.objects.filter(milestone=OuterRef("pk")).order_by("credential__slug")
    state = MilestoneProgress.objects.for_user(user).filter(milestone=OuterRef("pk")).values("state")
    rows: Any = (
        Milestone.objects.published()
        .in_order()
        .annotate(
            taught=ArraySubquery(skills.values("skill__slug")),
            led_to=ArraySubquery(credentials.values("credential__slug")),
            state=Coalesce(Subquery(state), Value(State.TODO.value)),
        )
        .exclude(state__in=[State.DONE, State.SKIPPED])
    )
    fields = ("pk", "slug", "title", "step__slug", "required", "taught", "led_to", "state")
    return [MilestoneRow(*row) for row in rows.values_list(*fields)]


def _skills(own: OwnRows) -> dict[str, SkillHeld]:
    """What shows each skill. A story shows what it tells of only if evidence stands behind it."""
    shown: defaultdict[str, list[Piece]] = defaultdict(list)
    told: defaultdict[str, list[Piece]] = defaultdict(list)
    for row in own.evidence:
        piece = Piece(f"evidence:{row.token}", row.id, row.title.strip().partition("\n")[0])
        for slug in row.skills:
            shown[slug].append(piece)
    for story in own.stories:
        piece = Piece(f"story:{story.token}", story.id, story.title)
        for slug in story.skills:
            (shown if story.backed else told)[slug].append(piece)
    rated = {rating.slug: rating.now for rating in own.ratings}
    return {slug: SkillHeld(tuple(shown[slug]), tuple(told[slug]), rated.get(slug)) for slug in {*shown, *told, *rated}}


def _works(own: OwnRows, *, today: date, latest: date) -> Iterator[Work]:
    """Projects, and positions with as much of their dates as is known: kindly, from the first day they can mean."""
    for project in own.projects:
        yield Work(
            Piece(f"project:{project.token}", project.id, project.title),
            _begun(project.starts_on, today, latest),
            project.ends_on,
            frozenset(project.skills),
            led=project.part == Part.LED,
            professional=project.professional,
        )
    for row in own.positions:
        if row.starts:
            yield Work(
                Piece(f"position:{row.token}", row.id, ", ".join(filter(None, (row.title, row.employer)))),
                _begun(partial_dates.first_day(row.starts), today, latest),
                partial_dates.last_day(row.ends) if row.ends else None,
                led=False,
                is_position=True,
                manages=manages(row.title),
            )


def _degrees(own: OwnRows, *, today: date, latest: date) -> Iterator[DegreeHeld]:
    """Schooling on record, and what a resume mentions of a level that its title says, if it says when it was over."""
    for row in own.degrees:
        if row.level != "none":
            over = _begun(row.finished_on, today, latest) if row.was_over else row.finished_on
            piece = Piece(f"education:{row.token}", row.id, row.title or str(EducationLevel(row.level).label))
            yield DegreeHeld(row.level, piece, over, is_technical(row.title))
    for mention in own.mentions:
        level = level_of(mention.title) if mention.kind == Kind.EDUCATION and mention.ends else ""
        if level:
            piece = Piece(f"mention:{mention.token}", mention.id, mention.title)
            yield DegreeHeld(level, piece, partial_dates.last_day(mention.ends), is_technical(mention.title))


def _languages(mentions: Iterable[MentionRow]) -> dict[str, Piece]:
    found: dict[str, Piece] = {}
    for row in mentions:
        if row.kind == Kind.LANGUAGES and (code := code_of(row.title)):
            found.setdefault(code, Piece(f"mention:{row.token}", row.id, row.title))
    return found


def _courses(own: OwnRows) -> Iterator[Pursuit]:
    """Whoever took an issuer's course is on the way to its credential."""
    for row in own.courses:
        yield Pursuit(row.slug, IN_PROGRESS, Piece(f"training:{row.token}", row.id, row.title))


def _named(own: OwnRows, *, today: date, latest: date) -> dict[str, Piece]:
    """Credentials that the catalog does not know, by casefolded name: from resumes, and those that are held today."""
    mentions = {
        row.title.casefold(): Piece(f"mention:{row.token}", row.id, row.title)
        for row in own.mentions
        if row.kind == Kind.CREDENTIALS and row.title
    }
    return mentions | {
        row.title.casefold(): Piece(f"credential:{row.token}", row.id, row.title)
        for row in own.credentials
        if not row.slug
        and _begun(row.earned_on, today, latest) <= today
        and (row.expires_on is None or today <= row.expires_on)
    }


def _under_way(milestones: Iterable[MilestoneRow]) -> Iterator[Pursuit]:
    for row in milestones:
        if row.state == State.DOING:
            for slug in row.credentials:
                yield Pursuit(slug, IN_PROGRESS, Piece(f"milestone:{row.slug}", row.pk, row.title))


def _begun(day: date, today: date, latest: date) -> date:
    return today if today < day <= latest else day


def _earliest(results: Iterable[Result], today: date) -> date | None:
    """The first day on which any path lets somebody apply; ``None`` while more than months is missing on each."""
    days = []
    for result in results:
        if result.state in (OPEN, ELIGIBLE, LIKELY):
            days.append(today)
        elif result.likely_on and all(item.requirement.kind == "experience" for item in result.missing):
            days.append(result.likely_on)
    return min(days, default=None)


def _includes(rules: Rules) -> dict[str, frozenset[str]]:
    """The credentials that each of the others cannot be had without: what every path to it asks to be held."""
    found = {}
    for credential, paths in rules:
        asked = [
            {needs.holds[0] for needs in path.rule.requirements if needs.kind == "holds" and len(needs.holds) == 1}
            for path in paths
        ]
        if always := frozenset.intersection(*map(frozenset, asked)):
            found[credential.slug] = always
    return found
