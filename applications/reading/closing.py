"""The last day on which one may apply, where a posting says it for sure. Pure.

By docs/postings.md section 2: a date without a year is the next one, the end of a month its last day, the order of day
and month the country's; what is relative, open or only a first review is no date.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from applications.reading.looking import sentences, those_in
from applications.reading.teasers import end_of_posting

# By the first letters that tell them apart, in English, German, French, Spanish, Dutch.
MONTHS = (
    ("jan(?:uary|uar|vier|uari)?|enero|jänner", 1),
    ("feb(?:ruary|ruar|ruari)?|février|febrero", 2),
    ("mar(?:ch|s|zo)?|märz|maart", 3),
    ("apr(?:il)?|avril|abril", 4),
    ("may|mai|mayo|mei", 5),
    ("jun(?:e|i|io)?|juin", 6),
    ("jul(?:y|i|io)?|juillet", 7),
    ("aug(?:ust|ustus)?|août|agosto", 8),
    ("sep(?:t|tember)?|septembre|septiembre", 9),
    ("o[ck]t(?:ober)?|octobre|octubre", 10),
    ("nov(?:ember)?|novembre|noviembre", 11),
    ("de[cz](?:ember)?|décembre|diciembre", 12),
)
MONTH = "|".join(name for name, _ in MONTHS)
YEAR = r"(?:20\d\d)(?!\d)"
DATE = re.compile(
    rf"(?<![\w/.-])(?:(?P<iso>20\d\d-\d\d-\d\d)|"
    rf"(?P<end>(?:end|last day) of(?: the month of)?|ende|"
    rf"fin)\s(?P<end_month>{MONTH})\b\.?(?:,?\s(?P<end_year>{YEAR}))?|"
    rf"(?P<year_end>(?:the\s)?end of (?:the|this) (?:calendar )?year|year[\u2019']s end|year-end|"
    rf"(?:ende des jahres|jahresende))\b|"
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?[ \u00a0-](?:of |de )?(?P<month>{MONTH})\b\.?(?:,?[ -](?:de "
    rf")?(?P<year>{YEAR}))?|"
    rf"(?P<month2>{MONTH})\b\.?[ \u00a0](?:the )?(?P<day2>\d{{1,2}})(?:st|nd|rd|"
    rf"th)?(?![\d:])(?:,?\s(?P<year2>{YEAR}))?|"
    r"(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?:(?P=mark)(?P<year3>20\d\d|\d\d)(?!\d)|(?<=/\d)(?![\d/])|"
    r"(?<=/\d\d)(?![\d/])))",
    re.IGNORECASE,
)
# What says that the date after it is the last day, and what says it is another; the nearer one counts.
CLOSES = (
    r"\bclos(?:e|es|ing)\b|\b(?:filing|application|vacancy|posting|advertis\w+|registration) (?:period|window)\b|"
    r"\b(?:answers?|replies|reply|respond|responses?|offers?|proposals?|profiles?) (?:before|by|due|until)\b|"
    r"\baccept(?:s|ed|ing)? (?:\w+ )?applications\b|\bapplications\b[^.\n]{0,40}\buntil\b|"
    r"\bat (?:the )?latest\b|\bno later than\b|\bnot later than\b|\bby the latest\b|"
    r"\b(?:reach(?:es)?|tell|write|let|get|send|e-?mail|give|drop|message|contact)\b[^\n]{0,40}\b(?:us|me)\b[^\n]{0,60}"
    r"\b(?:by|before|until|till)\b|\b(?:documents|dossier|form|papers)\b[^\n]{0,80}\b(?:by|before|until|till)\b|"
    r"\bdeadline\b|\bapply (?:by|before|until|no later|on or before|online (?:by|before))|"
    r"\blast (?:date|day)\b(?: (?:to|for|of)(?: \w+){1,3}(?=:))?|"
    r"\bapplications? (?:are |is |must |should |will |to )?(?:be )?(?:accepted|received|submitted|due|until|by|"
    r"close)|\bexpir(?:y|es|ing)\b|"
    r"\bdue\b(?! to)|\buiterlijk\b|\bspätestens\b|\bavant le\b|\bhasta el\b|\bdo dnia\b|\bposting end|\bend "
    r"date\b(?= ?(?:for applications|of posting))|\bvalid (?:through|until)\b|"
    r"\bfiling (?:period|date)|\bapplication (?:period|window)\b|\bat (?:the )?latest\b|\b(?:tell|reach|"
    r"contact|drop|mail|ping|with) us\b[^\n]{0,80}\b(?:by|before|until)\b|\bopen (?:until|through|till)\b|"
    r"\bbewerbungsfrist|\bbew[ei]rb\w* (?:\w+ ){0,4}bis|\bapply-by\b|\bdate limite\b|\bcandidatures? (?:\w+ "
    r"){0,4}avant|\bsluitingsdatum|\b(?:posted|advertised|displayed) (?:until|till|through)\b|\baffich\w+ jusqu|"
    r"\bsubmi(?:t|ssion)\b[^.\n]{0,60}\b(?:by|before|until)\b|\b(?:apply|application|send|cvs?|resume|résumé|write to|"
    r"e-?mail)\b[^\n]{0,80}\b(?:by|before|until|till|latest|no later than)\b"
)
ELSE = (
    r"\b(?:questions?|clarifications?|enquir(?:y|ies)|queries)(?: (?:period|window|must be (?:sent|asked|submitted)))?"
    r" (?:clos(?:e|es|ing)|due|deadline|end|ends)\b|\bstart(?:s|ing)?\b|\bposted\b|\bposting date\b|\bpublished\b|"
    r"\bupdated\b|\binterview|\bassessment|"
    r"\breview\w*|\bfirst\b|"
    r"\bopen(?:s|ed|ing) (?:on|date)|\bborn\b|\bcontract\b|\bduration\b|\bavailable\b|\bfrom\b|\beffective\b|"
    r"\blaunch|\bgo-live\b|"
    r"\bsince\b|\bfounded\b|\bshortlist|\bhear (?:back )?from\b|\bquestions?\b|\bopen day\b|\bwebinar\b|"
    r"\bpriority\b|\bleases?\b|"
    r"\bgraduat|\bofficially\b|\beligib|\bservice\b|\bexpected\b|\bjoin(?:ing)?\b|\bfunded until\b|\bending?\b|"
    r"\bends\b|\brelocat"
)
CUE = re.compile(rf"(?P<closes>{CLOSES})|(?P<else>{ELSE})", re.IGNORECASE)
HEADING = re.compile(
    r"(?:open(?:ing)? (?:&|and) )?clos(?:es?|ing)(?: (?:date|on)s?)?(?: and time)?|(?:application )?deadline(?: "
    r"for applications)?|apply by|"
    r"applications? (?:close|due|deadline)(?: date)?|(?:job )?posting (?:ends?|closes|expires)(?: date| on)?|"
    r"last date(?: to apply)?|"
    r"bewerbungsfrist|expir(?:es|y date)",
    re.IGNORECASE,
)
# What makes a date no end: whoever comes later is only read later.
NO_END = re.compile(
    r"until filled|first review|full consideration|priority (?:consideration|deadline|date)|reviewed first|rolling|"
    r"on an ongoing|"
    r"begin(?:s|ning)? review|review (?:of applications )?(?:will )?(?:begin|start)s?",
    re.IGNORECASE,
)
SURE = re.compile(
    r"(?<![\d/])(?:(?:1[3-9]|2\d|3[01])/(?P<two>0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])/(?P<three>1[3-9]|2\d|"
    r"3[01]))/(?:20)?\d\d(?!\d)"
)
# A date has one of these in small letters.
DIGIT = re.compile(r"\d")
TWO_NUMBERS = re.compile(r"\d[/.-]\d")
WEEK = "mon|tue|wed|thu|fri|sat|sun"
WEEKDAY = re.compile(rf"\b(?:{WEEK})(?:s|nes|rs?|ur)?(?:day)?\.?,?\s", re.IGNORECASE)
STEMS = (
    "year", "jahr", "jan", "feb", "mar", "mär", "maa", "apr", "avr", "abr", "may", "mai", "mei", "jun", "jui", "jul",
    "aug", "aoû", "ago", "sep", "oct", "okt", "nov", "dec", "dez", "déc", "dic", "ene",
)  # fmt: skip
AFTER = re.compile(
    r"\W{0,3}(?:\d+ days? left to apply|(?:is|was) the (?:closing date|deadline|last day))", re.IGNORECASE
)
END = re.compile(r"[.!?;]\s|\n")
THROUGH = re.compile(r"\s?(?:to|-|\u2013|—|through|until)\s?$")
# Countries that write the month first.
MONTH_FIRST = frozenset({"US", "PH"})
NEAR, NEXT = 140, 6
# A text with more dates than this is no posting, and is not read to its end.
MOST = 300


@dataclass(frozen=True)
class Closing:
    day: date
    quote: str


def read_closing(text: str, *, pasted_on: date, country: str = "") -> Closing | None:
    """The closing date with the words it was read from. ``country`` is ISO 3166-1, "" where it is not known."""
    end = end_of_posting(text)
    if not country and (sure := SURE.search(text, 0, end)):
        # One date that can be read in one order only says how the others are written.
        country = "US" if sure["three"] else "GB"
    for found in islice(_dates(text, end), MOST):
        if not _is_closing(text, found):
            continue
        later = _later(text, found)
        day = _day(later or found, pasted_on, country)
        if day:
            return Closing(day, text[found.start() : (later or found).end()])
    return None


def _dates(text: str, end: int) -> Iterator[re.Match[str]]:
    """The dates of the sentences in which a number or the end of something stands."""
    stems = those_in(text, STEMS)
    for start, stop, words in sentences(text):
        # "Dec. 15" is two sentences here.
        has_number = DIGIT.search(text, start, stop + 12) or any(stem in words for stem in ("end", "fin", "last day"))
        if start < end and has_number and (any(stem in words for stem in stems) or TWO_NUMBERS.search(words)):
            after = min(stop + 12, end)
            while after < end and text[after] in "0123456789/.-":
                # Not in the middle of a date.
                after += 1
            yield from DATE.finditer(text, max(0, start - 4), after)


def _later(text: str, found: re.Match[str]) -> re.Match[str] | None:
    """Of "opens and closes: this day to that day" the second."""
    second = DATE.search(text, found.end(), found.end() + 30)
    return second if second and THROUGH.fullmatch(text, found.end(), second.start()) else None


def _is_closing(text: str, found: re.Match[str]) -> bool:
    start, end = _sentence(text, found)
    if NO_END.search(text, start, end):
        return False
    cues = list(CUE.finditer(text, start, found.start()))
    if cues:
        # Two numbers without a year are a day only right behind the word for it.
        is_near = not found["one"] or found["year3"] or _is_next(text[cues[-1].end() : found.start()])
        return cues[-1].lastgroup == "closes" and bool(is_near)
    if found["one"] and not found["year3"]:
        return False
    if AFTER.match(text, found.end()):
        return True
    line = text[:start].rstrip().rpartition("\n")[2].strip(" :*•-\u2013")
    return text[:start].endswith("\n") and HEADING.fullmatch(line) is not None


def _is_next(between: str) -> bool:
    """Whether, but for a weekday, next to nothing stands between a word and the date after it."""
    return len(WEEKDAY.sub("", between)) <= NEXT


def _sentence(text: str, found: re.Match[str]) -> tuple[int, int]:
    """Where the sentence around a date starts and ends, within its line."""
    line = text.rfind("\n", 0, found.start()) + 1
    start = max(line, found.start() - NEAR)
    for stop in re.finditer(r"[.!?;•·]\s", text[start : found.start()]):
        # "Fri. 5 Dec." ends no sentence, nor does a day with its full stop.
        if not re.search(
            rf"\b(?:\d{{1,2}}|{WEEK}|[ap]\.?m|[A-Z])$",
            text[line : start + stop.start()],
            re.IGNORECASE,
        ):
            start_of_next = start + stop.end()
            line = start_of_next
    # The stop behind a short month or a day may be the one that ends the sentence.
    past = found.end() - (text[found.end() - 1] == ".")
    end = END.search(text, past, found.end() + NEAR)
    return max(line, found.start() - NEAR), end.start() if end else min(len(text), found.end() + NEAR)


def _day(found: re.Match[str], pasted_on: date, country: str) -> date | None:
    if found["iso"]:
        return _date(*map(int, found["iso"].split("-")))
    if found["one"]:
        order = _order(int(found["one"]), int(found["two"]), found["mark"], country)
        if not order or not all(order):
            return None
        if not found["year3"]:
            return _next(*order, pasted_on)
        year = int(found["year3"])
        return _date(year if year > 99 else 2000 + year, *order)
    if found["year_end"]:
        return date(pasted_on.year, 12, 31)
    month = _month(found["end_month"] or found["month"] or found["month2"])
    written = found["end_year"] or found["year"] or found["year2"]
    day = int(found["day"] or found["day2"] or 0)
    if written:
        return _date(int(written), month, day or monthrange(int(written), month)[1])
    return _next(month, day, pasted_on)


def _next(month: int, day: int, pasted_on: date) -> date | None:
    """The next such day, of ``day`` 0 the last one of the month."""
    for year in range(pasted_on.year, pasted_on.year + 5):
        this = _date(year, month, day or monthrange(year, month)[1]) if 1 <= month <= 12 else None
        if this and this >= pasted_on:
            return this
    return None


def _order(one: int, two: int, mark: str, country: str) -> tuple[int, int] | None:
    """Month and day of two numbers; nothing where it could be either."""
    if one > 12 or mark == ".":
        return two, one
    if two > 12 or one == two or country in MONTH_FIRST:
        return one, two
    return (two, one) if country and country != "CA" else None


def _month(name: str) -> int:
    return next(number for names, number in MONTHS if re.fullmatch(names, name, re.IGNORECASE))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
