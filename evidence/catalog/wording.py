"""The issuers' requirements, and where somebody stands with them, as sentences. Plain text from plain values. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from evidence.catalog.eligibility import CLOSE, EDUCATION, ELIGIBLE, LIKELY, MET, NOT_YET, OPEN, Item, Result
from evidence.catalog.months import Count, DropRun, first_day
from evidence.catalog.worth import SORT_NAMES

STATES = {
    ELIGIBLE: "You qualify",
    LIKELY: "Probably enough",
    CLOSE: "One requirement missing",
    NOT_YET: "Not yet",
    OPEN: "Open to anyone",
}
LEVELS = {
    "none": "no completed education",
    "secondary": "a secondary diploma",
    "associate": "an associate degree",
    "bachelor": "a bachelor's degree",
    "master": "a master's degree",
}
COURSES = {
    "pm_education": "project management training",
    "agile_education": "agile training",
    "issuer_course": "the issuer's course",
}
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def requirement_sentence(
    *,
    kind: str,
    education: str = "",
    experience: str = "",
    months: int | None = None,
    within_years: int | None = None,
    non_overlapping: bool = False,
    training: str = "",
    hours: int | None = None,
    flag: str = "",
    waived_by: Sequence[str] = (),
    holds: Sequence[str] = (),
    note: str = "",
) -> str:
    """One requirement in words. ``education``, ``experience``, ``training`` and ``flag`` are their readable labels."""
    if kind == "education":
        sentence = f"At least {education}"
    elif kind == "experience":
        sentence = f"{_counted(months, 'month')} of {experience}"
        if within_years:
            sentence += f" within the last {_counted(within_years, 'year')}"
        if non_overlapping:
            sentence += ", each calendar month counted once"
    elif kind == "training":
        sentence = f"{_counted(hours, 'hour')} of {training}" if hours else _capital(training)
        if flag:
            sentence += f", which {flag} may meet"
    elif kind == "holds":
        sentence = f"Hold {_any_of(holds)}"
    else:
        sentence = _capital(flag)
    if waived_by:
        sentence += f". Waived if you hold {_any_of(waived_by)}"
    return f"{sentence}. {note}".strip() if note else f"{sentence}."


def still_missing(item: Item, names: Mapping[str, str]) -> str:
    """What is missing of one requirement, as something to get: ``3 to 5 more months of leading projects``."""
    needs = item.requirement
    if needs.kind == "experience" and item.months:
        least, most = needs.months - item.months.generous, needs.months - item.months.strict
        unit = "month" if most == 1 else "months"
        return f"{_span(max(least, 0), most)} more {unit} of {SORT_NAMES[needs.experience]}"
    if needs.kind == "training":
        if not needs.hours:
            return COURSES[needs.training]
        unit = "hour" if item.gap == 1 else "hours"
        return f"{hours_said(item.gap)} more {unit} of {COURSES[needs.training]}"
    if needs.kind == "holds":
        return _named(needs.holds, names)
    return LEVELS[needs.education] if needs.kind == "education" else "a GAC-accredited degree"


def experience_at_a_glance(paths: Sequence[Sequence[int]]) -> str:
    """What the paths ask for in months of experience, one item per path with the months of each sort it asks for.

    Empty for no path at all, because then nothing is known.
    """
    months_of_paths = list(dict.fromkeys(" and ".join(map(str, months)) for months in paths if months))
    if not months_of_paths:
        return "no experience required" if paths else ""
    words = f"{_listed(months_of_paths)} months of experience"
    return words if all(paths) else f"{words}, or a path without"


def short_name(name: str) -> str:
    """The abbreviation that a credential's name ends with, in parentheses, if it is one; else the name."""
    before, _, inside = name.removesuffix(")").rpartition(" (")
    capitals = sum(letter.isupper() for letter in inside)
    plain = all(letter.isalpha() or letter in "- " for letter in inside)
    return inside if before and name.endswith(")") and plain and capitals > 1 else name


def amount_said(low: Decimal | int, high: Decimal | int, needed: int, unit: str, of: str = "") -> str:
    """What is there of what is needed: ``31 to 33 of 36 months``, and of more than that ``57 months, 36 needed``.

    ``of`` is what it is of: ``57 months of leading projects, 36 needed``.
    """
    what = f" of {of}" if of else ""
    there = hours_said(Decimal(low)) if low == high else f"{hours_said(Decimal(low))} to {hours_said(Decimal(high))}"
    if high > needed:
        return f"{there} {unit if high == 1 else f'{unit}s'}{what}, {needed} needed"
    return f"{there} of {_counted(needed, unit)}{what}"


def months_said(count: Count) -> str:
    """Both ways of counting: ``31 to 33``, or one number where they agree."""
    return _span(count.strict, count.generous)


def item_in_brief(item: Item, names: Mapping[str, str], *, sort_named: bool = False) -> str:
    """Where somebody stands with one requirement: ``31 to 33 of 36 months, 3 to 5 missing``.

    ``names`` are credentials by slug. The sort of experience is named if a path asks for several.
    """
    needs = item.requirement
    if item.waived:
        return f"{_subject(item)} waived by {_named(item.waived, names)}"
    if needs.kind == "experience" and item.months:
        of = SORT_NAMES[needs.experience] if sort_named else ""
        text = amount_said(item.months.strict, item.months.generous, needs.months, "month", of)
        least, most = needs.months - item.months.generous, needs.months - item.months.strict
        return f"{text}, {_span(max(least, 0), most)} missing" if most > 0 else text
    if needs.kind == "training":
        if needs.hours:
            text = amount_said(item.have, item.have, needs.hours, "hour", COURSES[needs.training])
            return f"{text}, which your accredited degree may meet" if item.flag_may_meet else text
        return f"{COURSES[needs.training]} {'taken' if item.state == MET else 'missing'}"
    if needs.kind == "holds":
        return f"holding {_named(item.held, names)}" if item.held else f"missing: {_named(needs.holds, names)}"
    if needs.kind == "education":
        said = LEVELS[EDUCATION[int(item.have)]]
        return said if item.state == MET else f"missing: {LEVELS[needs.education]}"
    return "an accredited degree" if item.state == MET else "missing: a GAC-accredited degree"


def result_in_brief(result: Result, names: Mapping[str, str], *, as_of: date, running: int) -> str:
    """Where somebody stands with a path, in one line. ``running`` is the number of projects that go on."""
    if result.state == OPEN:
        return "No requirements: anyone may register"
    timed = sum(item.requirement.kind == "experience" for item in result.items)
    # What is there and cannot be counted need not be said, unless there is nothing else to say.
    telling = [item for item in result.items if item.state != MET or item.waived or item.countable]
    telling = telling or list(result.items)
    parts = [item_in_brief(item, names, sort_named=timed > 1) for item in telling]
    return "; ".join([*parts, *filter(None, [forecast(result, as_of=as_of, running=running)])])


def forecast(result: Result, *, as_of: date, running: int) -> str:
    """When the months will be there, or until when they are; empty where no months are asked for."""
    timed = [item for item in result.items if item.months]
    if not timed:
        return ""
    last_call = ""
    if result.apply_before:
        last_call = f"apply before {day_said(result.apply_before)} or you fall to {_counted(result.falls_to, 'month')}"
    if all(item.state == MET for item in timed):
        return last_call
    going_on = f" if {_running(running)}" if running else ""
    alone = all(item.months for item in result.missing)
    if result.likely_on is None:
        return "not within ten years with what is recorded" if running else "no current project is adding months"
    if result.likely_on <= as_of:
        if result.eligible_on is None or result.eligible_on <= as_of:
            text = "enough if any day in a month counts"
        else:
            text = f"enough if any day in a month counts, by whole months in {result.eligible_on:%B %Y}{going_on}"
    else:
        when = _months_between(result.likely_on, result.eligible_on)
        text = f"{'eligible' if alone else 'enough months'} {when}{going_on}"
    return "; ".join(filter(None, [text, last_call]))


def drop_run_said(run: DropRun) -> str:
    """Months that leave the window: ``March to June 2019 drop out month by month, from April 1, 2027 on``."""
    first, last = first_day(run.first.month), first_day(run.last.month)
    if run.length == 1:
        return f"{first:%B %Y} drops out on {day_said(run.first.on)}"
    return f"{from_to(first, last)} drop out month by month, from {day_said(run.first.on)} on"


def from_to(first: date, last: date) -> str:
    """The months from one day to another: ``June 2019``, ``March to June 2019``, ``May 2018 to June 2019``."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    begin = f"{first:%B}" if first.year == last.year else f"{first:%B %Y}"
    return f"{begin} to {last:%B %Y}"


def drops_soon(number: int, sort: str, first: date) -> str:
    """What leaves the window within a year."""
    if number == 1:
        return f"1 month of {SORT_NAMES[sort]} drops out within a year, on {day_said(first)}"
    return f"{number} months of {SORT_NAMES[sort]} drop out within a year, from {day_said(first)} on"


def waiver_ends(until: date) -> str:
    return f"the credential behind the waiver expires on {day_said(until)}"


def hours_said(hours: Decimal) -> str:
    """``35`` or ``35.5``."""
    return f"{hours.normalize():,f}"


def _running(number: int) -> str:
    if number == 1:
        return "your running project goes on"
    return f"your {_SMALL[number] if number < len(_SMALL) else number} running projects go on"


def _months_between(first: date, last: date | None) -> str:
    if last is None:
        return f"in {first:%B %Y} if any day in a month counts"
    if (first.year, first.month) == (last.year, last.month):
        return f"in {first:%B %Y}"
    begin = f"{first:%B}" if first.year == last.year else f"{first:%B %Y}"
    return f"between {begin} and {last:%B %Y}"


def _subject(item: Item) -> str:
    needs = item.requirement
    if needs.kind == "training":
        return COURSES[needs.training]
    return SORT_NAMES.get(needs.experience, "this requirement")


def _named(slugs: Sequence[str], names: Mapping[str, str]) -> str:
    return _any_of([short_name(names.get(slug, slug)) for slug in slugs])


def _span(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} to {high}"


def day_said(day: date) -> str:
    """``April 1, 2027``."""
    return f"{day:%B %-d, %Y}"


def _listed(items: Sequence[str]) -> str:
    return " or ".join(filter(None, [", ".join(items[:-1]), items[-1]]))


def _counted(number: int | None, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _any_of(names: Sequence[str]) -> str:
    return " or ".join(names)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
