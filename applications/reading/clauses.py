"""Where the strength of what is asked changes inside a line. Pure."""

import re

from applications.reading.segments import Whole
from applications.reading.shapes import PREFERRED, REQUIRED
from applications.reading.splitting_words import FIELDS
from applications.reading.strength import Mark


def cuts_of_strength(text: str, whole: Whole, marked: list[Mark], cuts: list[int], strength: str) -> list[int]:
    """Where the strength changes inside the line."""
    places: list[int] = []
    for number, mark in enumerate(marked):
        opposite = next((one for one in marked[number + 1 :] if one.strength != mark.strength), None)
        if mark.before:
            if mark.start - whole.start > 8 and (
                strength == REQUIRED or any(one.strength == REQUIRED for one in marked[:number])
            ):
                at = [cut for cut in cuts if cut <= mark.start]
                places.append(at[-1] if at and mark.start - at[-1] < 6 else mark.start)
            if opposite is not None:
                between = [cut for cut in cuts if mark.end <= cut <= opposite.start]
                places += between[-1:] if not opposite.before else []
            continue
        if opposite is not None and not opposite.before:
            between = [cut for cut in cuts if mark.end <= cut <= opposite.start]
            places += between[:1]
        elif number == 0 and mark.strength != strength and mark.strength == PREFERRED and not _at_once(whole, mark):
            clause = _clause(text, whole, mark, cuts)
            places += [clause] if clause else []
    return places


def _at_once(whole: Whole, mark: Mark) -> bool:
    """Whether the word stands so near to the beginning that nothing before it could be demanded."""
    return mark.start - whole.start < 12


def _clause(text: str, whole: Whole, mark: Mark, cuts: list[int]) -> int:
    """Where the clause begins that a word after it ("..., SAP a plus") speaks of; 0 if it is the whole line."""
    inside = [cut for cut in cuts if whole.start < cut < mark.start and not _in_brackets(text, whole.start, cut)]
    opened = text.rfind("(", whole.start, mark.start)
    if opened > whole.start and ")" not in text[opened : mark.start]:
        return opened if mark.start - opened > 3 else 0
    commas = [cut for cut in inside if re.search(r"[,;–—]\s+(?:and |but |plus )?\Z", text[whole.start : cut])]
    if not commas:
        but = [cut for cut in inside if re.search(r"\b(?:but|though)\s+\Z", text[whole.start : cut])]
        return but[-1] if but else 0
    last = commas[-1]
    tail = text[last : mark.start]
    if re.match(r"(?:or|and|so|which|that|this|who|though|although|it)\b", tail) or not re.search(r"\w", tail):
        return 0
    listing = len(commas) > 1 or re.search(r"\b(?:or|and)\s", tail)
    if listing and not re.match(r"and\b", tail) and _goes_on_with_fields(text, whole, last, mark):
        return 0
    before = text[whole.start : last]
    settled = any(
        start < last for start in [one.start for one in whole.degrees] + [one.start for one in whole.times]
    ) or re.search(r";\s+\Z|\bbut\s+\Z", before)
    return last if settled or not listing else 0


def _in_brackets(text: str, start: int, at: int) -> bool:
    """Whether a place stands between brackets that are closed after it."""
    return text.count("(", start, at) > text.count(")", start, at)


def _goes_on_with_fields(text: str, whole: Whole, at: int, mark: Mark) -> bool:
    """Whether only more fields of a degree stand before a word of strength: "... or business preferred"."""
    before = [one for one in whole.degrees if one.start < at]
    if not before or any(";" in text[one.end : at] for one in before):
        return False
    named = [one.start for one in whole.degrees] + [one.start for one in whole.times]
    named += [one.start for one in whole.certificates] + [one[0] for one in whole.tongues]
    return not any(at <= start < mark.start for start in named) and FIELDS.match(text[at : mark.start]) is not None
