"""Calendar months of experience: counted once each inside a rolling window, and what the coming days do to the count.

Days are inclusive on both ends. A month is counted in two ways, because the issuers' published rules do not define
one: *generous* counts a month with any day of experience, *strict* only one that is covered from its first day to its
last.

Pure.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

DAY = timedelta(days=1)
# How far a forecast looks ahead: whoever is further away than this has to plan again anyway.
HORIZON_YEARS = 10


@dataclass(frozen=True, order=True)
class Span:
    """Days from ``first`` to ``last``, both included."""

    first: date
    last: date


@dataclass(frozen=True)
class Count:
    """Calendar months, counted both ways. ``strict`` never exceeds ``generous``."""

    generous: int
    strict: int


def month_of(day: date) -> int:
    """The month as one number that rises by one each month."""
    return day.year * 12 + day.month - 1


def first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def last_day(month: int) -> date:
    return first_day(month + 1) - DAY


def add_years(day: date, years: int) -> date:
    """The same day ``years`` later (earlier if negative); 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def add_months(day: date, months: int) -> date:
    """The same day ``months`` later; the last day of the month where there is none."""
    month = month_of(day) + months
    return min(last_day(month), first_day(month) + (day.day - 1) * DAY)


def last_of(first: date, months: int) -> date:
    """The last day of so many months that begin with ``first``: the day before the same day of a later month.

    Where that month has no such day, it is the month's last: a year from 29 February ends on 28 February.
    """
    month = month_of(first) + months
    return last_day(month) if first.day > last_day(month).day else add_months(first, months) - DAY


def window(as_of: date, within_years: int | None) -> Span:
    """The days that count on ``as_of``: from the same day ``within_years`` earlier, or from the beginning."""
    return Span(add_years(as_of, -within_years) if within_years else date.min, as_of)


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same days without overlaps, in order; spans that touch become one."""
    together: list[Span] = []
    for span in sorted(spans):
        if together and span.first <= together[-1].last + DAY:
            if span.last > together[-1].last:
                together[-1] = Span(together[-1].first, span.last)
        else:
            together.append(span)
    return together


class Calendar:
    """Covered days, ready to be counted on any number of days. Days after the last span are not covered."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = merged(spans)

    @cached_property
    def _firsts(self) -> list[date]:
        return [span.first for span in self.spans]

    @cached_property
    def _start(self) -> int:
        return month_of(self.spans[0].first) if self.spans else 0

    @cached_property
    def _sums(self) -> tuple[list[int], list[int]]:
        """For each month from the first covered one: how many months before it are touched, and how many covered."""
        touched, covered = [0], [0]
        if self.spans:
            for month in range(self._start, month_of(self.spans[-1].last) + 1):
                whole = Span(first_day(month), last_day(month))
                touched.append(touched[-1] + self.touches(whole))
                covered.append(covered[-1] + self.covers(whole))
        return touched, covered

    def touches(self, days: Span) -> bool:
        """Whether any of ``days`` is covered."""
        place = bisect_right(self._firsts, days.last) - 1
        return place >= 0 and days.first <= days.last and self.spans[place].last >= days.first

    def covers(self, days: Span) -> bool:
        """Whether all of ``days`` are covered."""
        place = bisect_right(self._firsts, days.first) - 1
        return place >= 0 and self.spans[place].last >= days.last

    def count(self, within: Span) -> Count:
        """The calendar months inside a window, which may begin and end in the middle of one."""
        if not self.spans or within.last < within.first:
            return Count(0, 0)
        days = Span(max(within.first, self.spans[0].first), min(within.last, self.spans[-1].last))
        if days.last < days.first:
            return Count(0, 0)
        head, tail = month_of(days.first), month_of(days.last)
        touched, covered = self._sums
        low, high = head + 1 - self._start, tail - self._start
        generous = touched[high] - touched[low] if high > low else 0
        strict = covered[high] - covered[low] if high > low else 0
        for month in {head, tail}:
            whole = Span(first_day(month), last_day(month))
            inside = Span(max(whole.first, within.first), min(whole.last, within.last))
            generous += self.touches(inside)
            strict += inside == whole and self.covers(whole)
        return Count(generous, strict)

    def months(self, within: Span) -> Iterator[tuple[int, bool]]:
        """Every counted month inside a window in order, with whether it counts strictly too."""
        for span in self.spans:
            first, last = max(span.first, within.first), min(span.last, within.last)
            if first > last:
                continue
            for month in range(month_of(first), month_of(last) + 1):
                whole = Span(first_day(month), last_day(month))
                inside = Span(max(whole.first, within.first), min(whole.last, within.last))
                # A month that an earlier span touched has been named already.
                earlier = Span(inside.first, span.first - DAY)
                if span.first > inside.first and self.touches(earlier):
                    continue
                yield month, inside == whole and self.covers(whole)

    def last_covered(self, month: int) -> date:
        """The last covered day of a month that is touched."""
        end = last_day(month)
        return min(end, self.spans[bisect_right(self._firsts, end) - 1].last)


@dataclass(frozen=True)
class Drop:
    """A counted month that leaves the window: ``on`` is the first day on which it no longer counts."""

    month: int
    on: date


@dataclass(frozen=True)
class DropRun:
    """Counted months in a row that leave the window one after the other, the first and the last of them."""

    first: Drop
    last: Drop
    length: int


@dataclass(frozen=True)
class Outlook:
    """One way of counting, from ``as_of`` on, if everything that is running goes on.

    ``reached_on`` is the first day with enough months, perhaps ``as_of`` itself; ``None`` if not within the horizon.
    ``falls_on`` is the first day after it with too few again, and ``falls_to`` the months that are left then.
    """

    months: int
    reached_on: date | None
    falls_on: date | None = None
    falls_to: int = 0


def outlook(calendar: Calendar, *, needed: int, within_years: int | None, as_of: date, strict: bool) -> Outlook:
    """When there are enough months, and until when. ``calendar`` holds running work up to the horizon."""

    def counted(day: date) -> int:
        count = calendar.count(window(day, within_years))
        return count.strict if strict else count.generous

    until = add_years(as_of, HORIZON_YEARS)
    reached = next((day for day in _rises(calendar, as_of, until) if counted(day) >= needed), None)
    if reached is None:
        return Outlook(counted(as_of), None)
    days, place = _falls(calendar, within_years, reached, until), 0
    while place < len(days):
        if (left := counted(days[place])) < needed:
            return Outlook(counted(as_of), reached, days[place], left)
        # A day takes one month at most, so there are still enough on as many days as there are months to spare.
        place += 1 + left - needed
    return Outlook(counted(as_of), reached)


def drops(calendar: Calendar, *, within_years: int | None, as_of: date) -> list[Drop]:
    """The months that count generously on ``as_of``, in the order in which they will leave the window."""
    if not within_years:
        return []
    counted = (month for month, _ in calendar.months(window(as_of, within_years)))
    return [Drop(month, _leaves(min(calendar.last_covered(month), as_of), within_years)) for month in counted]


def drop_runs(months: Iterable[Drop]) -> list[DropRun]:
    """The same months (as ``drops`` gives them), those in a row taken together."""
    runs: list[DropRun] = []
    for drop in months:
        if runs and drop.month == runs[-1].last.month + 1:
            runs[-1] = DropRun(runs[-1].first, drop, runs[-1].length + 1)
        else:
            runs.append(DropRun(drop, drop, 1))
    return runs


def _leaves(day: date, years: int) -> date:
    """The first day on which ``day`` is no longer inside a window of ``years``."""
    out = add_years(day, years)
    while window(out, years).first <= day:
        out += DAY
    return out


def _rises(calendar: Calendar, as_of: date, until: date) -> Iterator[date]:
    """The days on which a count can rise, in order, beginning with ``as_of``.

    A generous count rises when a month or a span begins, a strict one when a month is complete.
    """
    days = {span.first for span in calendar.spans}
    for month in range(month_of(as_of), month_of(until) + 1):
        days |= {first_day(month), last_day(month)}
    yield as_of
    yield from sorted(day for day in days if as_of < day <= until)


def _falls(calendar: Calendar, years: int | None, after: date, until: date) -> list[date]:
    """The days after ``after`` on which a count can fall, in order: one way or the other a month leaves the window."""
    if not years:
        return []
    days = set()
    for month in range(month_of(window(after, years).first), month_of(window(until, years).first) + 1):
        # Strictly a month is lost with its first day, generously with its last covered one.
        days.add(_leaves(first_day(month), years))
        if calendar.touches(Span(first_day(month), last_day(month))):
            days.add(_leaves(calendar.last_covered(month), years))
    return sorted(day for day in days if after < day <= until)
