"""A part of a line with all that it names, and what in it decides its kind. Pure."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from applications.reading.alternatives import OTHER_NUMBER, OTHER_YEARS, REGISTERED, RELAXING
from applications.reading.conditions import FIRST_OF_ALL, clearances, travels
from applications.reading.credentials import Certificate, certificates, nameless
from applications.reading.degrees import Degree, degrees
from applications.reading.months import Quantity, quantities
from applications.reading.once import once
from applications.reading.phrases import Hit
from applications.reading.quick import Quick
from applications.reading.shapes import REQUIRED
from applications.reading.skills import Compiled, skills_in
from applications.reading.splitting_words import OWN_CLAUSE
from applications.reading.tongues import tongues
from applications.reading.words import Word, words

_AND_YEARS = Quick(r"[^,;.]{0,28}?(?:and|with|plus|\+|&)\s+(?:at least |a minimum of |minimum )?")

_AND_A_NUMBER = Quick(
    r"[^,;.]{0,28}?\b(?:and|with|plus)\s+(?:at least )?\d{1,2}\s?(?:\+|or more\b)(?! (?:years?|yrs?)\b)"
)


_NEW_PART = re.compile(r"[.;]\s+(?=\S)")
_ASIDE = re.compile(r"\s\(|[,;] ")
_SCHOOL = re.compile(r"\b(?:GCSEs?|[OA][- ][Ll]evels?|[Mm]atric|[Ll]eaving [Cc]ert\w*|HSC)\b")


@dataclass
class Segment:
    """A part of a line that becomes one row."""

    start: int
    end: int
    strength: str = REQUIRED
    degrees: list[Degree] = field(default_factory=list)
    times: list[Quantity] = field(default_factory=list)
    certificates: list[Certificate] = field(default_factory=list)
    nameless: list[tuple[int, int]] = field(default_factory=list)
    tongues: list[tuple[int, int, str]] = field(default_factory=list)
    clearances: list[tuple[int, int]] = field(default_factory=list)
    travels: list[tuple[int, int]] = field(default_factory=list)
    skills: list[Hit] = field(default_factory=list)
    within_previous: bool = False

    @property
    def kind(self) -> str:
        """The first that fits, in the guide's order."""
        for kind, found in (
            ("clearance", self.clearances),
            ("credential", self.certificates or self.nameless),
            ("degree", self.degrees),
            ("language", self.tongues),
            ("experience", self.times),
            ("travel", self.travels),
            ("skill", self.skills),
        ):
            if found:
                return kind
        return "other"


class Whole:
    """A whole line or part of one with everything it names, each looked for when it is asked for the first time."""

    def __init__(self, text: str, start: int, end: int, compiled: Compiled) -> None:
        self._text, self.start, self.end, self._compiled = text, start, end, compiled
        # Where second rungs begin: what stands there is an alternative.
        self.rungs: list[int] = []

    @once
    def _words(self) -> list[Word]:
        return words(self._text, self.start, self.end)

    @once
    def degrees(self) -> list[Degree]:
        return degrees(self._text, self.start, self.end)

    @once
    def times(self) -> list[Quantity]:
        return quantities(self._text, self.start, self.end)

    @once
    def certificates(self) -> list[Certificate]:
        listed = [(hit.start, hit.end, hit.slug) for hit in self._compiled.credentials.find(self._words)]
        return certificates(self._text, self.start, self.end, listed)

    @once
    def aside(self) -> tuple[int, int]:
        """Where its end says what else will do: "Bachelor's degree (or a nursing license)"; else nowhere."""
        if self._text[self.end - 1] == ")" and (at := self._text.rfind("(or ", self.start, self.end)) > self.start:
            return at, self.end
        other = REGISTERED.search(self._text[self.start : self.end])
        return (self.start + other.start("other"), self.end) if other else (0, 0)

    @once
    def nameless(self) -> list[tuple[int, int]]:
        if self.certificates or self.degrees:
            return []
        return nameless(self._text, self.start, self.end)

    @once
    def tongues(self) -> list[tuple[int, int, str]]:
        found = tongues(self._text, self.start, self.end)
        # At school a language is a subject: "GCSE Maths and English".
        return [] if found and _SCHOOL.search(self._text, self.start, self.end) else found

    @once
    def clearances(self) -> list[tuple[int, int]]:
        return clearances(self._text, self.start, self.end)

    @once
    def travels(self) -> list[tuple[int, int]]:
        return travels(self._text, self.start, self.end)

    @once
    def skills(self) -> list[Hit]:
        return skills_in(self._text, self._words, self._compiled)

    @once
    def says_something(self) -> bool:
        """Whether it names anything that can be asked for, travel aside; what is found soonest is looked for first."""
        return bool(
            self.times
            or self.degrees
            or self.tongues
            or self.clearances
            or self.skills
            or self.certificates
            or self.nameless
        )


class Anchor(NamedTuple):
    start: int
    end: int
    kind: str


def gathered(text: str, start: int, end: int, compiled: Compiled) -> Segment:
    """A whole line as one segment, with everything it names."""
    found = words(text, start, end)
    whole = Segment(start, end)
    listed = [(hit.start, hit.end, hit.slug) for hit in compiled.credentials.find(found)]
    whole.degrees = degrees(text, start, end)
    whole.times = quantities(text, start, end)
    whole.certificates = certificates(text, start, end, listed)
    whole.clearances = clearances(text, start, end)
    whole.travels = travels(text, start, end)
    whole.tongues = tongues(text, start, end)
    whole.skills = skills_in(text, found, compiled)
    if not whole.certificates and not whole.degrees:
        whole.nameless = nameless(text, start, end)
    return whole


def anchors(text: str, whole: Whole) -> list[Anchor]:
    """The things that decide a kind, in order. A skill counts only where nothing else stands on it."""
    found = [Anchor(one.start, one.end, "degree") for one in whole.degrees]
    found += [Anchor(one.start, one.end, "experience") for one in whole.times]
    found += [Anchor(one.start, one.end, "credential") for one in whole.certificates]
    found += [Anchor(*one, "credential") for one in whole.nameless]
    found += [Anchor(one[0], one[1], "language") for one in whole.tongues]
    found += [Anchor(*one, "clearance") for one in whole.clearances]
    found += [Anchor(*one, "travel") for one in whole.travels]
    found += [Anchor(*one, "other") for one in FIRST_OF_ALL.spans(text, whole.start, whole.end)]
    free = [one for one in whole.skills if not any(each.start < one.end and one.start < each.end for each in found)]
    found += [Anchor(one.start, one.end, "skill") for one in free]
    return sorted(found, key=lambda one: (one.start, -one.end))


def own_clause(text: str, whole: Whole, cuts: list[int], anchor: Anchor) -> list[int]:
    """Where the clause of a second time begins: "four years, and you have led dyers, formally or not, for two"."""
    last = max((one.end for one in whole.times if one.end <= anchor.start), default=anchor.start)
    return [cut for cut in cuts if last <= cut <= anchor.start and OWN_CLAUSE.match(text, cut)][-1:]


def second_rung(text: str, whole: Whole) -> int:
    """Where a second pair of degree and time begins: "BS and 12 years, MS and 10 years, or PhD and 7"; 0 if none."""
    pairs = [
        one
        for one in whole.degrees
        for time in whole.times
        if 0 < time.start - one.end < 40 and _AND_YEARS.fullmatch(text[one.end : time.start])
    ]
    # "Master's with 8 or more": the years are understood.
    pairs += [one for one in whole.degrees if whole.times and _AND_A_NUMBER.match(text[one.end : one.end + 60])]
    firsts = [one.start for one in whole.times]
    later = [one.start for one in pairs if firsts and firsts[0] < one.start]
    if not later or not re.search(r"\bor\b", text[firsts[0] : whole.end], re.IGNORECASE):
        return 0
    return min(later)


def relaxed_from(text: str, whole: Whole) -> int:
    """Where a sentence or part begins that only relaxes what stands before it; 0 if none.

    "; 16 years may be considered in lieu of a degree", "; 7 years with a Master's".
    """
    for match in _NEW_PART.finditer(text, whole.start, whole.end):
        at = match.end()
        rest = text[at : whole.end]
        if RELAXING.match(rest):
            return at
        if OTHER_YEARS.match(rest) and whole.degrees and whole.times and whole.times[0].start < at:
            return at
    if whole.degrees and whole.times:
        for match in _ASIDE.finditer(text, whole.times[0].end, whole.end):
            if OTHER_NUMBER.match(text[match.end() : whole.end]):
                return match.end()
    return 0
