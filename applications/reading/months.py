"""Times in words and figures: "five (5) years", "3-5 yrs", "two or more", "mindestens 24 Monate". Pure."""

import re
from typing import NamedTuple

from applications.reading.quick import Quick

_WORDS = {
    "half": 0.5,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "eighteen": 18,
    "twenty": 20,
    "a": 1,
    "an": 1,
    "zero": 0,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "zehn": 10,
    "ein": 1,
    "einem": 1,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "dos": 2,
    "tres": 3,
    "cuatro": 4,
    "cinco": 5,
    "vijf": 5,
    "drie": 3,
}
_UNITS = {"y": 12.0, "j": 12.0, "a": 12.0, "m": 1.0, "w": 12 / 52, "d": 120.0}
_ALL = "|".join(sorted((word for word in _WORDS if word not in ("a", "an", "ein", "half")), key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,3}}(?:[.,]\d)?|{_ALL})(?![\w%])"
_ASIDE = rf"(?:\(\s?(?:{_NUMBER})\s?\+?\s?\))?"
_EACH = rf"(?:{_NUMBER}|\d{{1,3}}(?=\s?(?:years?|yrs?|mos?|months?)\b))\s?{_ASIDE}\s?\+?"
_UNIT = (
    r"(?:years?|yrs?|year\(s\)|months?|mos|mths?|weeks?|jahren?|jahre|monaten?|ans|années?|mois|años?|meses|jaar|"
    r"maanden)(?![\w])"
)
QUANTITY = Quick(
    rf"(?<![\w.,$£€₹/#-])(?P<one>{_EACH})(?:\s?(?:[-–—~]|\bto\b|\bor\b|\band\b|\bbis\b|\bà\b|"
    rf"\ba\b)\s?(?P<two>{_EACH}))?"
    rf"(?:\s?\+|\s(?:or more|and more|and up|or greater|plus|and above|oder mehr|ou plus))?[\s-]{{0,3}}(?:full |"
    rf"solid |consecutive |calendar |good |complete |whole )?"
    rf"(?P<unit>{_UNIT})"
)
_ONE_UNIT = Quick(
    r"(?<![\w.-])(?P<one>an?|ein(?:em)?|half an?)\s(?:full |solid |whole )?(?P<unit>years?|decade|jahr|"
    r"month)\b(?=['’+]| (?:of|or more|or two|in|as|working|experience|minimum|managing|doing|spent|leading|plus|"
    r"erfahrung))"
)
# "Two trips a year of five days each"
_HOW_OFTEN = Quick(
    r"\b(?:once|twice|(?:times|trips|days|weeks|visits|releases|months|hours|nights|meetings|audits))\s\Z"
)
_LIVED = Quick(r"\b(?:lived?|living|resid\w+)\b")
# "Two of these years", "three of the six years": a part of years that were named before.
_PART_OF_YEARS = Quick(
    rf"\b(?P<one>{_NUMBER})\s?{_ASIDE}(?:\s?\+|\sor more)? of (?:the|those|these|your|that|which)(?: (?:{_NUMBER}|last|"
    rf"most recent|past)){{0,2}}(?: \(\d+\))? (?P<unit>years?|months?|time)\b"
)
# What follows a bare number that counts years: "two of which you spent on boats", "one involved boats".
_SPENT = (
    r"(?:in|on|as|at|with|spent|managing|leading|running|working|doing|involv\w+|includ\w+|focus\w+|concern\w+|"
    r"dedicated|devoted)"
)
_BARE_OF = Quick(
    rf"\b(?P<one>{_NUMBER})\s?{_ASIDE}(?:\s?\+|\sor more)? of (?:them|which|those|these|that)(?= (?:(?:you|they|must|"
    rf"should|have|has|had|been|was|were|spent) )*{_SPENT}\b)"
)
_BARE = Quick(
    rf"(?:of which|of them|of those|of that|out of which|including|incl\.?|with|davon|dont)\s(?:at least |a "
    rf"minimum of |minimum |min\.? |the (?:last|latest|most recent) |mindestens |au moins "
    rf")?(?P<one>{_NUMBER})\s?{_ASIDE}(?:\s?\+|\sor more)?"
    rf"(?=\s(?:of|were|was|is|must|should|or more|having|{_SPENT})\b)"
)
# "Six years in delivery, the latter three as its lead"
_BARE_LATTER = Quick(
    rf"\b(?:the )?(?:latter|last|latest|most recent|final) (?P<one>{_NUMBER})\s?{_ASIDE}(?:\s?\+|\sor more)?(?: of "
    rf"(?:them|these|those|which))?(?=\s(?:in|as|with|on|of|at|leading|managing|running|working|spent|doing)\b)"
)
# "At least four years in software, and you have led people for two"
_BARE_FOR = Quick(
    rf"(?<!ask )(?<!look )(?<!apply )\bfor (?:at least |more than |over |the (?:last|past) )?(?P<one>{_NUMBER})"
    rf"(?:\s?\+|\sor more)?(?:\sof (?:them|"
    rf"those|these))?(?=\s*(?:[.,;)]|\Z))"
)
_ANY_UNIT = Quick(r"year|yr|month|mos\b|mths|week|decade|jahr|jähr|monat|\bans\b|année|mois|año|meses|jaar|maanden")
VAGUE = Quick(
    r"\b(?:(?:several|many|multiple|some|a few|a number of|numerous|extensive|significant|a couple of)\s(?:good |"
    r"solid )?(?:years?|months)['’]?\b|"
    r"multi-?\s?years?\b|years of (?:\w+ ){0,4}(?:experience|work)|mehrjährige\w*|langjährige\w*|plusieurs années|"
    r"varios años|meerdere jaren)"
)
_NO_TIME_OF_WORK = Quick(
    r"(?:within|after|every|for the (?:first|past|last|next)|in the (?:first|past|last|next|previous)|over the "
    r"(?:past|last|next)|during the (?:first|past|last)|(?:past|last|previous|next|first|final|preceding)|of the "
    r"(?:past|last)|"
    r"valid for|warranty of|up to(?= \d+ months?\b.*(?:contract|ext))|(?:took|takes|lasts?|taking|last(?:s|ing)) "
    r"(?:about |around |up to )?|duration:?|(?:contract|term|assignment|extension|loan|"
    r"secondment)(?: of)?:?|term:?|initial(?:ly)?|"
    r"binnen|innerhalb von|age(?:d)?(?: of)?|over the age of|at least(?= 18))\s*(?:the )?(?:a |an )?\Z"
)
# "You lead people, after five years of being an engineer": they count.
_AFTER = re.compile(r"\bafter (?:at least |more than |about )?\Z", re.IGNORECASE)
_DONE = re.compile(r"['’]? (?:of (?!service\b|serving\b)\w+ing\b|(?:spent )?as (?:an? )?\w+|spent \w+)", re.IGNORECASE)
# "Travel to Dallas (2-3 months)": how long somebody is away.
_AWAY = Quick(r"\b(?:travel|trips?|visits?|stays?|deputation|secondment)\b[^.;,]{0,25}?\W(?:of |for |up to |about )*\Z")
_NO_TIME_AFTER = Quick(
    r"\s?\)?(?:['’]?\s?(?:of (?:\w+ )?residen|of (?:[\w-]+ ){0,4}(?:post-?secondary|college|university|polytechnic|"
    r"cegep)"
    r" (?:program|stud|educat|course|train|school)|of (?:[\w-]+ ){0,3}(?:education|schooling|studies|study)\b|of age|"
    r"old\b|contract|fixed|initially|initial|rolling|extension|vest|"
    r"cliff|warranty|notice|probation|history|ago|from now|programme?s?\b(?! manag)|project\b(?! (?:manag|"
    r"lead|coord|deliver))|plan\b|roadmap|degree|college|"
    r"bachelor|university|curriculum|"
    r"course of study|assignment|engagement|term\b|after (?:the )?(?:hire|start|appointment|joining)|from (?:the "
    r")?(?:hire|start|date|appointment)|tenure|per year|a year|in a row\b|of (?:hire|hiring|employment|"
    r"appointment|start|starting|joining|creditable)|lang\b|befristet))"
)


class Quantity(NamedTuple):
    """A time that is asked for: the smallest, in months; ``None`` for "several years"."""

    start: int
    end: int
    months: int | None
    bare: bool = False


def quantities(text: str, start: int, end: int) -> list[Quantity]:
    """The times of experience between two places, in order. Lengths of contracts, ages and deadlines are left out."""
    found: list[Quantity] = []
    segment = text[start:end]
    if not _ANY_UNIT.search(segment):
        return found
    for match in _PART_OF_YEARS.finditer(segment):
        if _LIVED.search(segment[: match.start()]):
            continue
        each = 1 if match["unit"].startswith("month") else 12
        found.append(Quantity(start + match.start(), start + match.end(), round(_value(match["one"]) * each)))

    def is_free(match: re.Match[str]) -> bool:
        return not any(one.start - start < match.end() and match.start() < one.end - start for one in found)

    for pattern in (QUANTITY, _ONE_UNIT):
        for match in pattern.finditer(segment):
            if pattern is _ONE_UNIT and _HOW_OFTEN.search(segment[max(0, match.start() - 20) : match.start()]):
                continue
            if _is_work(segment, match) and is_free(match):
                found.append(Quantity(start + match.start(), start + match.end(), _least(match)))
    for match in VAGUE.finditer(segment):
        if is_free(match):
            found.append(Quantity(start + match.start(), start + match.end(), None))
    if found:
        for pattern, begins in ((_BARE, "one"), (_BARE_OF, "one"), (_BARE_LATTER, 0), (_BARE_FOR, 0)):
            for match in pattern.finditer(segment):
                if is_free(match):
                    months = round(_value(match["one"]) * 12)
                    found.append(Quantity(start + match.start(begins), start + match.end(), months, bare=True))
    found.sort(key=lambda one: one.start)
    return [one for one, before in zip(found, [None, *found], strict=False) if not _repeats(text, before, one)]


def months_of(words: str) -> int | None:
    """The smallest time that a table's cell asks for, a bare number being years."""
    found = quantities(words, 0, len(words))
    if found:
        return found[0].months
    match = re.match(rf"\W*(?:min\.? |at least )?({_NUMBER})(?:\s?[-–]\s?\d+|\s?\+)?\W*\Z", words, re.IGNORECASE)
    return round(_value(match[1]) * 12) if match else None


# How a line ends whose years are divided in the items below it.
ENDS_OF_WHICH = re.compile(r"\b(?:of which|of them|of those|including|thereof|davon|dont)\W*\Z", re.IGNORECASE)
_LEADING = re.compile(
    rf"\W*(?:at least |a minimum of |min\.? |minimum )?({_NUMBER})\s?\+?(?: or more)?\s(?:in|as|with|on|of|at|leading|"
    r"managing|running|doing|for|working)\b",
    re.IGNORECASE,
)


def months_bare(words: str) -> int | None:
    """The months of a number at the beginning that counts years named before: "two or more as a lead"."""
    match = _LEADING.match(words)
    return round(_value(match[1]) * 12) if match else None


def within(words: str) -> int | None:
    """The time that is allowed after the start: "within 12 months of hire", "in your first quarter"."""
    match = re.search(
        rf"\b(?:within|inside(?: of)?|in|during|over|by the end of|binnen|innerhalb von)\s(?:the |your |their |"
        rf"a )?(?:first |"
        rf"period of )?({_NUMBER}|an?|ein\w*)?\s?(?:\(\d+\)\s?)?[\s-]?(years?|months?|quarters?|weeks?|days?|"
        rf"jahre?n?|monaten?)\b",
        words,
        re.IGNORECASE,
    )
    if not match:
        return None
    value = _value(match[1]) if match[1] else 1
    unit = match[2].lower()
    each = {"y": 12.0, "j": 12.0, "m": 1.0, "q": 3.0, "w": 7 / 30, "d": 1 / 30}[unit[0]]
    return max(1, round(value * each)) if value else 0


def _value(words: str) -> float:
    first = re.match(r"[\d.,]+|[^\W\d_]+", words.strip())
    if not first:
        return 0
    word = first.group().lower()
    if word in _WORDS:
        return _WORDS[word]
    try:
        return float(word.replace(",", ".").strip("."))
    except ValueError:
        return 0


def _least(match: re.Match[str]) -> int:
    one = match["one"]
    value = 0.5 if one.lower().startswith("half") else _value(one)
    unit = match["unit"].lower()
    each = (
        120.0
        if unit == "decade"
        else _UNITS["m" if unit.startswith(("m", "mes")) else "w" if unit.startswith("w") else "y"]
    )
    return round(value * each)


def _is_work(segment: str, match: re.Match[str]) -> bool:
    """Whether it is a time of doing something, not an age, a deadline or the length of a contract."""
    if match["unit"].lower().startswith("week") and _value(match["one"]) % 52:
        return False
    before = segment[max(0, match.start() - 40) : match.start()]
    if _NO_TIME_OF_WORK.search(before) and not (_AFTER.search(before) and _DONE.match(segment[match.end() :])):
        return False
    if _least(match) > 12 * 45:
        return False
    if match["unit"].lower().startswith("m") and _AWAY.search(segment[max(0, match.start() - 60) : match.start()]):
        return False
    return not _NO_TIME_AFTER.match(segment[match.end() : match.end() + 60])


def _repeats(text: str, before: Quantity | None, one: Quantity) -> bool:
    """ "five years (60 months)" says one time twice."""
    return (
        before is not None
        and before.months == one.months
        and re.match(r"['’\s]*[(\[]\s*\Z", text[before.end : one.start]) is not None
    )
