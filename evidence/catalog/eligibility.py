"""Whether somebody meets an issuer's rule, what is missing, and by when: rules and evidence as plain values. Pure.

Inside a path all requirements apply together, and one path is enough. A rule is read from the snapshot of the version
in force (``PathVersion``), so that every result can name the wording it rests on. Only the issuer decides.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from evidence.catalog.months import Count, Outlook

# What a project is worth for one sort of experience.
COUNTS, RESUME_ONLY, PORTFOLIO_ONLY = "counts", "resume", "portfolio"

LEADING, PROGRAM, AGILE, CONSTRUCTION = "leading_projects", "program_management", "agile_work", "construction_work"
SORTS = (LEADING, PROGRAM, AGILE, CONSTRUCTION)

# In rising order: a higher one satisfies a lower requirement.
EDUCATION = ("none", "secondary", "associate", "bachelor", "master")

# Met; met by one way of counting or by a property that the issuer judges; not met.
MET, PERHAPS, MISSING = "met", "perhaps", "missing"

ELIGIBLE, LIKELY, CLOSE, NOT_YET, OPEN = "eligible", "likely", "close", "not_yet", "open"


@dataclass(frozen=True)
class Verdict:
    """What a project is worth for one sort of experience, and what would have to be otherwise for it to count."""

    worth: str
    changes: tuple[str, ...] = ()


def judge(
    sort: str, *, professional: bool, led: bool, approach: str, is_program: bool, is_construction: bool
) -> Verdict:
    """Judge a project for one of ``SORTS``.

    Work outside of a professional setting is for the portfolio only. Professional work that lacks what the sort asks
    for (leading, a program, an agile or hybrid approach, construction) is for the resume only. ``changes`` names what
    is lacking: ``professional``, ``led``, ``program``, ``agile`` or ``construction``.
    """
    lacking = []
    if not professional:
        lacking.append("professional")
    if sort in (LEADING, PROGRAM) and not led:
        lacking.append("led")
    if sort == PROGRAM and not is_program:
        lacking.append("program")
    if sort == AGILE and approach not in ("agile", "hybrid"):
        lacking.append("agile")
    if sort == CONSTRUCTION and not is_construction:
        lacking.append("construction")
    if not lacking:
        return Verdict(COUNTS)
    return Verdict(RESUME_ONLY if professional else PORTFOLIO_ONLY, tuple(lacking))


@cache
def sorts_of(
    *, professional: bool, led: bool, approach: str, is_program: bool, is_construction: bool
) -> frozenset[str]:
    """The sorts of experience that a project counts for, see ``judge``."""
    facts: Any = {
        "professional": professional,
        "led": led,
        "approach": approach,
        "is_program": is_program,
        "is_construction": is_construction,
    }
    return frozenset(sort for sort in SORTS if judge(sort, **facts).worth == COUNTS)


@dataclass(frozen=True)
class Work:
    """A project and the sorts of experience it counts for. It runs on if ``ends_on`` is ``None``."""

    key: int
    title: str
    starts_on: date
    ends_on: date | None
    sorts: frozenset[str] = frozenset({LEADING})


@dataclass(frozen=True)
class Degree:
    """An education on one of the levels of ``EDUCATION``, finished on a day (``None``: not known, long ago).

    ``was_over`` says that the day had come where the learner recorded it; else it may be expected.
    """

    level: str
    accredited: bool = False
    finished_on: date | None = None
    was_over: bool = False


@dataclass(frozen=True)
class Course:
    """Training of one sort. ``credential`` is the slug of the credential that an issuer's own course belongs to."""

    kind: str
    hours: Decimal
    finished_on: date
    credential: str = ""

    def counts(self, kinds: Collection[str], *, credential: str, day: date) -> bool:
        """Whether it counts on ``day`` for a path to ``credential`` that asks for training of these ``kinds``.

        An issuer's course leads to the issuer's own credential and to no other.
        """
        leads_there = self.kind != "issuer_course" or self.credential == credential
        return self.kind in kinds and self.finished_on <= day and leads_there


@dataclass(frozen=True)
class Held:
    """A credential that is held, until ``expires_on`` if that is set (the day itself included)."""

    credential: str
    earned_on: date
    expires_on: date | None = None

    def active(self, day: date) -> bool:
        return self.earned_on <= day and (self.expires_on is None or day <= self.expires_on)


@dataclass(frozen=True)
class Person:
    """Everything of one learner that a rule can ask about."""

    works: tuple[Work, ...] = ()
    degrees: tuple[Degree, ...] = ()
    courses: tuple[Course, ...] = ()
    held: tuple[Held, ...] = ()

    def on(self, day: date, *, latest: date) -> "Person":
        """The person as they stand on ``day``.

        What they have recorded for a later day that has begun elsewhere, up to ``latest``, was today where they were
        then, and counts from ``day`` on. A degree may be expected for a later day: only one that was over then does.
        """
        return Person(
            works=_begun(self.works, "starts_on", day, latest),
            degrees=_begun(self.degrees, "finished_on", day, latest),
            courses=_begun(self.courses, "finished_on", day, latest),
            held=_begun(self.held, "earned_on", day, latest),
        )

    def holds(self, credentials: Iterable[str], day: date) -> list[str]:
        active = {held.credential for held in self.held if held.active(day)}
        return [slug for slug in credentials if slug in active]

    def education(self, day: date) -> tuple[str, bool]:
        """The highest level reached by ``day``, and whether any degree by then is accredited."""
        done = [degree for degree in self.degrees if degree.finished_on is None or degree.finished_on <= day]
        level = max((degree.level for degree in done), key=EDUCATION.index, default="none")
        return level, any(degree.accredited for degree in done)


def _begun(rows: tuple[Any, ...], name: str, day: date, latest: date) -> tuple[Any, ...]:
    def later(row: Any) -> bool:
        recorded: date | None = getattr(row, name)
        return recorded is not None and day < recorded <= latest and getattr(row, "was_over", True)

    return tuple(replace(row, **{name: day}) if later(row) else row for row in rows)


@dataclass(frozen=True)
class Requirement:
    """One thing that a path asks for; which fields count depends on ``kind`` (see ``EligibilityRequirement``)."""

    kind: str
    education: str = ""
    experience: str = ""
    months: int = 0
    within_years: int | None = None
    non_overlapping: bool = True
    training: str = ""
    hours: int | None = None
    flag: str = ""
    waived_by: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    note: str = ""


def _requirement(row: dict[str, Any]) -> Requirement:
    known = {name: value for name, value in row.items() if name in Requirement.__dataclass_fields__}
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in known.items() if value is not None
    }
    return Requirement(**values)


@dataclass(frozen=True)
class Rule:
    """One path to a credential, in one version of its wording."""

    credential: str
    requirements: tuple[Requirement, ...] = ()

    @classmethod
    def from_snapshot(cls, credential: str, snapshot: dict[str, Any]) -> "Rule":
        """Read what ``EligibilityPath.snapshot`` wrote. Fields that a later version added are left at their default."""
        return cls(credential, tuple(map(_requirement, snapshot["requirements"])))

    @property
    def counted(self) -> list[tuple[str, int | None]]:
        """Each sort of experience that is counted here, with the years of its window."""
        sorts = [(each.experience, each.within_years) for each in self.requirements if each.kind == "experience"]
        return list(dict.fromkeys(sorts))


@dataclass(frozen=True)
class Item:
    """One requirement beside what is there.

    ``have`` and ``needed`` are ranks of ``EDUCATION``, months or hours; ``gap`` is what is missing of them. ``waived``
    names the held credentials that replace it, ``flag_may_meet`` says that an accredited degree may do so.
    """

    requirement: Requirement
    state: str
    have: Decimal = Decimal(0)
    needed: Decimal = Decimal(0)
    months: Count | None = None
    waived: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    flag_may_meet: bool = False
    generous: Outlook | None = None
    strict: Outlook | None = None

    @property
    def gap(self) -> Decimal:
        return max(self.needed - self.have, Decimal(0)) if self.state != MET else Decimal(0)

    @property
    def countable(self) -> bool:
        """Whether ``have`` and ``needed`` are months or hours."""
        return self.requirement.kind in ("experience", "training") and self.needed > 0

    @property
    def outcome(self) -> tuple[object, ...]:
        """What is still to be done about it, whatever the wording."""
        needs = self.requirement
        return (needs.kind, needs.education, needs.experience, needs.training, needs.holds, self.state, self.gap)


@dataclass(frozen=True)
class Result:
    """What one path says about one person on one day.

    ``likely_on`` and ``eligible_on`` are the first days on which all months are there, generously and strictly counted,
    if what is running goes on; ``None`` if that is not within the horizon. They look at nothing else.
    ``apply_before`` is the first day after ``likely_on`` on which months that drop out make it too few again.
    """

    state: str
    items: tuple[Item, ...] = ()
    likely_on: date | None = None
    eligible_on: date | None = None
    apply_before: date | None = None
    falls_to: int = 0

    @property
    def missing(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.state == MISSING)

    @property
    def begun(self) -> bool:
        """Whether months or hours are there that count, or nothing is missing."""
        return not self.missing or any(item.countable and item.have for item in self.items)

    @property
    def outcome(self) -> tuple[object, ...]:
        """All that matters to the person. Two versions of a rule that come to the same differ only in their wording."""
        open_items = sorted(str(item.outcome) for item in self.items if item.state != MET)
        return (self.state, *open_items, self.likely_on, self.eligible_on, self.apply_before, self.falls_to)
