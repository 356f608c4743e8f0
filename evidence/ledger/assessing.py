"""Somebody set against a rule on a day: every requirement with what is there, and by when the rest can be. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from evidence.catalog.eligibility import (
    CLOSE,
    EDUCATION,
    ELIGIBLE,
    LIKELY,
    MET,
    MISSING,
    NOT_YET,
    OPEN,
    PERHAPS,
    Item,
    Person,
    Requirement,
    Result,
    Rule,
    Work,
)
from evidence.catalog.months import (
    HORIZON_YEARS,
    Calendar,
    Count,
    Drop,
    Outlook,
    Span,
    add_years,
    drops,
    merged,
    month_of,
    outlook,
    window,
)


@dataclass
class Assessor:
    """Evaluates rules for one person on one day; what several rules ask alike is worked out once."""

    person: Person
    as_of: date
    counts: dict[tuple[str, int | None], Count] = field(default_factory=dict)
    calendars: dict[str, Calendar] = field(default_factory=dict)
    outlooks: dict[tuple[str, int, int | None, bool], Outlook] = field(default_factory=dict)
    leaving: dict[tuple[str, int | None], tuple[Drop, ...]] = field(default_factory=dict)

    def calendar(self, sort: str) -> Calendar:
        """The days of one sort of experience, running work up to the horizon."""
        if sort not in self.calendars:
            self.calendars[sort] = Calendar(spans_of(self.person.works, sort, self.as_of))
        return self.calendars[sort]

    def count(self, sort: str, within_years: int | None) -> Count:
        if (sort, within_years) not in self.counts:
            self.counts[sort, within_years] = self.calendar(sort).count(window(self.as_of, within_years))
        return self.counts[sort, within_years]

    def drops(self, sort: str, within_years: int | None) -> tuple[Drop, ...]:
        """The counted months in the order in which they will leave the window."""
        if (sort, within_years) not in self.leaving:
            found = drops(self.calendar(sort), within_years=within_years, as_of=self.as_of)
            self.leaving[sort, within_years] = tuple(found)
        return self.leaving[sort, within_years]

    def assess(self, rule: Rule) -> Result:
        """The state of a path: eligible, likely, close (one requirement is missing), not yet, or open to everybody."""
        if not rule.requirements:
            return Result(OPEN)
        items = tuple(self._item(rule, requirement) for requirement in rule.requirements)
        missing = sum(item.state == MISSING for item in items)
        if missing:
            state = CLOSE if missing == 1 else NOT_YET
        else:
            state = ELIGIBLE if all(item.state == MET for item in items) else LIKELY
        return replace(_dated([item for item in items if item.generous], self.as_of), state=state, items=items)

    def _item(self, rule: Rule, requirement: Requirement) -> Item:
        waived = tuple(self.person.holds(requirement.waived_by, self.as_of))
        if waived:
            return Item(requirement, MET, waived=waived)
        match requirement.kind:
            case "education":
                return self._education(requirement)
            case "experience":
                return self._experience(requirement)
            case "training":
                return self._training(rule, requirement)
            case "holds":
                held = tuple(self.person.holds(requirement.holds, self.as_of))
                return Item(requirement, MET if held else MISSING, held=held)
            case _:
                _, accredited = self.person.education(self.as_of)
                return Item(requirement, MET if accredited else MISSING)

    def _education(self, requirement: Requirement) -> Item:
        level, _ = self.person.education(self.as_of)
        have, needed = EDUCATION.index(level), EDUCATION.index(requirement.education)
        return Item(requirement, MET if have >= needed else MISSING, Decimal(have), Decimal(needed))

    def _experience(self, requirement: Requirement) -> Item:
        sort, needed, years = requirement.experience, requirement.months, requirement.within_years
        count = self.count(sort, years)
        state = MET if count.strict >= needed else PERHAPS if count.generous >= needed else MISSING
        return Item(
            requirement,
            state,
            Decimal(count.generous),
            Decimal(needed),
            months=count,
            generous=self._outlook(sort, needed, years, strict=False),
            strict=self._outlook(sort, needed, years, strict=True),
        )

    def _outlook(self, sort: str, needed: int, years: int | None, *, strict: bool) -> Outlook:
        key = (sort, needed, years, strict)
        if key not in self.outlooks:
            self.outlooks[key] = outlook(
                self.calendar(sort), needed=needed, within_years=years, as_of=self.as_of, strict=strict
            )
        return self.outlooks[key]

    def _training(self, rule: Rule, requirement: Requirement) -> Item:
        courses = [
            course
            for course in self.person.courses
            if course.counts((requirement.training,), credential=rule.credential, day=self.as_of)
        ]
        have = sum((course.hours for course in courses), Decimal(0))
        needed = Decimal(requirement.hours or 0)
        _, accredited = self.person.education(self.as_of)
        if courses and have >= needed:
            state = MET
        elif requirement.flag and accredited:
            return Item(requirement, PERHAPS, have, needed, flag_may_meet=True)
        else:
            state = MISSING
        return Item(requirement, state, have, needed)


def spans_of(works: Sequence[Work], sort: str, as_of: date) -> list[Span]:
    """The days of the works that count for ``sort``; what runs on ``as_of`` goes on up to the horizon."""
    until = add_years(as_of, HORIZON_YEARS + 1)
    return merged(
        Span(work.starts_on, work.ends_on if work.ends_on is not None else max(until, work.starts_on))
        for work in works
        if sort in work.sorts and (work.ends_on is None or work.ends_on >= work.starts_on)
    )


def months_inside(work: Work, within: Span) -> range:
    """The months that a work touches inside a window."""
    first, last = max(work.starts_on, within.first), min(work.ends_on or within.last, within.last)
    return range(month_of(first), month_of(last) + 1) if first <= last else range(0)


@dataclass(frozen=True)
class Share:
    """What one work adds: the months it touches inside the window, and those that no earlier one had touched."""

    work: Work
    touched: int
    added: int


def shares(works: Sequence[Work], sort: str, *, within: Span) -> list[Share]:
    """How the generous count comes about, work by work in the order of their start. ``added`` sums up to it."""
    seen: set[int] = set()
    rows = []
    for work in sorted((work for work in works if sort in work.sorts), key=lambda work: (work.starts_on, work.key)):
        own = set(months_inside(work, within))
        rows.append(Share(work, len(own), len(own - seen)))
        seen |= own
    return rows


@dataclass(frozen=True)
class Counting:
    """How the months of one sort were counted on one day.

    ``shares`` are the works that touch the window, ``outside`` is how many lie before or after it, ``elsewhere`` how
    many works do not count for this sort at all. ``drops`` are the counted months in the order in which they will
    leave the window.
    """

    sort: str
    within_years: int | None
    within: Span
    count: Count
    shares: tuple[Share, ...]
    outside: int
    elsewhere: int
    drops: tuple[Drop, ...]

    @property
    def naive(self) -> int:
        """The months of all works simply added up."""
        return sum(share.touched for share in self.shares)


def counting(assessor: Assessor, sort: str, within_years: int | None) -> Counting:
    within = window(assessor.as_of, within_years)
    works = assessor.person.works
    rows = shares(works, sort, within=within)
    inside = tuple(row for row in rows if row.touched)
    return Counting(
        sort,
        within_years,
        within,
        assessor.count(sort, within_years),
        inside,
        len(rows) - len(inside),
        len(works) - len(rows),
        assessor.drops(sort, within_years),
    )


def running(works: Iterable[Work], sorts: Iterable[str], day: date) -> int:
    """How many works that count for one of ``sorts`` go on after ``day``."""
    wanted = frozenset(sorts)
    return sum(bool(wanted & work.sorts) and (work.ends_on is None or work.ends_on > day) for work in works)


def best(results: Iterable[Result]) -> Result | None:
    """The result of the path that is nearest."""
    return min(results, key=distance, default=None)


def distance(result: Result) -> tuple[object, ...]:
    """What results are put in order by, the nearest first.

    What is open or complete comes first. Of the others a degree or credential that is missing weighs more than months
    and training, which come by going on; then the fewest missing, the earliest day, the fewest months to go, and of
    equals the one for the higher degree.
    """
    order = (OPEN, ELIGIBLE, LIKELY)
    place = order.index(result.state) if result.state in order else len(order)
    hard = sum(item.requirement.kind in ("education", "flag", "holds") for item in result.missing)
    levels = (EDUCATION.index(item.requirement.education) for item in result.items if item.requirement.education)
    schooling = max(levels, default=0)
    return place, hard, len(result.missing), result.likely_on or date.max, _gap(result), -schooling


def _gap(result: Result) -> Decimal:
    return sum((item.gap for item in result.items if item.months), Decimal(0))


def _dated(timed: list[Item], as_of: date) -> Result:
    """The days that follow from the requirements that time changes: all of them have to hold together."""
    generous = [item.generous for item in timed if item.generous]
    strict = [item.strict for item in timed if item.strict]
    likely_on = _together(generous, as_of)
    falling = [(each.falls_on, each.falls_to) for each in generous if each.falls_on and likely_on]
    before, falls_to = min(falling, default=(None, 0))
    return Result("", (), likely_on, _together(strict, as_of), before, falls_to)


def _together(outlooks: list[Outlook], as_of: date) -> date | None:
    """The first day on which every one is reached, unless one has fallen again by then."""
    days = [each.reached_on for each in outlooks]
    reached = [day for day in days if day is not None]
    if len(reached) < len(days):
        return None
    day = max(reached, default=as_of)
    return None if any(each.falls_on is not None and each.falls_on <= day for each in outlooks) else day
