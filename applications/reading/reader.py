"""Reads a posting's text into rows of demands, duties and what the job is. Pure."""

import re
from dataclasses import replace

from applications.reading.alternatives import INSTEAD, SECOND_WAY, alternatives_in, rung, second_way
from applications.reading.conditions import FIRST_OF_ALL, TRAVEL_LABEL, percent
from applications.reading.credentials import CERTIFIED, KNOWING, Certificate
from applications.reading.degrees import is_technical
from applications.reading.demand_words import DEFINES, SAME_AGAIN, SUMS_UP
from applications.reading.demands import demands_in
from applications.reading.duties import duties_in, with_listed_work
from applications.reading.heading_words import DUTIES, KEY_SKILLS, PREFERRED_PART, REQUIRED_PART
from applications.reading.lines import Line, split_lines
from applications.reading.marks import OF_WHICH, Placed
from applications.reading.quick import Quick
from applications.reading.repeats import joined
from applications.reading.role import role_of
from applications.reading.sections import place
from applications.reading.segments import Segment, Whole
from applications.reading.sentences import trimmed
from applications.reading.shapes import (
    PREFERRED,
    REQUIRED,
    Alternative,
    Duty,
    Layout,
    Passage,
    RoleHint,
    Row,
    Vocabulary,
)
from applications.reading.skills import Compiled, compile_vocabulary
from applications.reading.splitting import split_line
from applications.reading.unbroken import Unbroken
from applications.reading.versions import has_versions, joined_duties, joined_versions, languages_of

_CHOICE = Quick(
    r"\b(?:or|such as|e\.g\.|eg|one of|and/or|for example|for instance|like|either|oder|z\.b\.|ou|any of|at least "
    r"one|including but not)\b"
)
_METHODS = (
    "scrum",
    "agile-delivery",
    "kanban",
    "lean",
    "six-sigma",
    "scaled-agile",
    "aws",
    "azure",
    "google-cloud",
    "organizational-change",
    "servicenow",
    "crm",
    "healthcare-it",
    "erp",
)
# "To meet export rules, applicants must be a U.S. citizen": the rules are why.
_MUST_BELONG = Quick(
    r"\bmust be (?:an? )?(?:[\w.]+ ){0,3}(?:citizens?|nationals?|permanent residents?|persons?\b(?= under| as defined))"
)
# How and with whom a language is spoken asks for nothing but the language.
_SPOKEN = frozenset(
    ("communication", "customer-focus", "vendor-management", "stakeholder-management", "executive-communication")
)

Span = tuple[int, int]
# A paragraph and no item of a list, in characters.
_LONG = 280

_compiled: list[tuple[Vocabulary, Compiled]] = []


def compiled(vocabulary: Vocabulary) -> Compiled:
    """The vocabulary ready for finding; the last few are kept."""
    for known, ready in _compiled:
        if known is vocabulary:
            return ready
    ready = compile_vocabulary(vocabulary)
    _compiled.insert(0, (vocabulary, ready))
    del _compiled[4:]
    return ready


def read_rows(
    text: str, vocabulary: Vocabulary, layout: Layout | None = None
) -> tuple[tuple[Row, ...], tuple[Duty, ...], RoleHint]:
    """The rows, the duties and the role of a posting. Never raises; every quote stands in the text as it is."""
    whole = Unbroken(text, split_lines(text, layout))
    rows, duties, role = _Reading(whole.text, whole.lines, compiled(vocabulary)).run()
    if whole.is_same:
        return rows, duties, role
    return tuple(map(whole.row, rows)), tuple(map(whole.duty, duties)), whole.role(role)


class _Reading:
    """One posting while it is read; what each part of a line names is looked for once."""

    def __init__(self, text: str, lines: list[Line], ready: Compiled) -> None:
        self.text, self.lines, self.ready = text, lines, ready
        self.named: dict[Span, Whole] = {}
        self.rows: list[tuple[Row, int]] = []
        self.summaries: list[Row] = []
        # Where the rows of the last line begin among all, and which line that was.
        self.paths = (0, -1)
        self.work: list[tuple[Span, int]] = []

    def run(self) -> tuple[tuple[Row, ...], tuple[Duty, ...], RoleHint]:
        text = self.text
        placed = with_listed_work(text, place(text, self.lines, self.says), self.says)
        bulleted = {one.part for one in placed if one.bullet}
        for number, one in enumerate(placed):
            self._line(number, one, bulleted)
        rows, duties = [row for row, _ in self.rows], self._duties()
        if has_versions(text):
            languages = languages_of([text[one.start : one.end] for one in placed])
            rows = joined_versions(rows, [languages[number] for _, number in self.rows])
            duties = joined_duties(duties, [languages[number] for _, number in self.work])
        work = [(duty.passage.start, duty.passage.end) for duty in duties]
        return tuple(joined(rows, self.summaries)), tuple(duties), role_of(text, work)

    def says(self, start: int, end: int) -> bool:
        """Whether words name a skill, a certificate, a degree, a language, a clearance or a time."""
        return self._named(start, end).says_something

    def _named(self, start: int, end: int) -> Whole:
        known = self.named.get((start, end))
        if known is None:
            known = self.named[start, end] = Whole(self.text, start, end, self.ready)
        return known

    def _line(self, number: int, one: Placed, bulleted: set[str]) -> None:
        if self._defines(one):
            return
        taken = demands_in(self.text, one, self._named)
        if one.labelled in INSTEAD and one.part in (REQUIRED_PART, PREFERRED_PART):
            self._other_path(one)
            return
        strength = one.mark or (PREFERRED if one.part == PREFERRED_PART else REQUIRED)
        before = ""
        self.paths = (len(self.rows), number)
        for span in taken:
            sums_up = self.text[span[0]] in "ITSits" and SUMS_UP.match(self.text[span[0] : span[1]]) is not None
            for rank, segment in enumerate(split_line(self.text, self._named(*span), strength)):
                row = _row(self.text, segment, one.months if rank == 0 else None, one.labelled)
                if row.kind == "other" and before == "clearance" and SAME_AGAIN.match(row.passage.quote):
                    row = replace(row, kind=before)
                before = row.kind
                if one.part == KEY_SKILLS or sums_up:
                    self.summaries.append(row)
                else:
                    self.rows.append((row, number))
        long = one.end - one.start > _LONG
        listed = one.bullet or (one.part == DUTIES and one.part not in bulleted and not long)
        for start, end in duties_in(self.text, one, taken, listed=listed):
            span = trimmed(self.text, start, end)
            if span[0] < span[1]:
                self.work.append((span, number))

    def _defines(self, one: Placed) -> bool:
        """Whether a line only says what a word of the rows means: "*Significant is defined as three years"."""
        said = DEFINES.match(self.text[one.start : one.end]) if one.end - one.start <= _LONG else None
        word = re.search(r"\w+(?: and \w+)?", said.group()) if said else None
        if word is None:
            return False
        start, end = trimmed(self.text, one.start, one.end)
        known = re.compile(rf"\b{word.group()}\b", re.IGNORECASE)
        explained = [at for at, (row, _) in enumerate(self.rows) if known.search(row.passage.quote)]
        times = self._named(start, end).times
        for at in explained:
            row, number = self.rows[at]
            if times and row.months is None and row.kind in ("experience", "skill", "other"):
                row = replace(row, kind="experience", months=times[0].months)
            here = Passage(start, end, self.text[start:end])
            self.rows[at] = (replace(row, also=(*row.also, here)), number)
        return bool(explained)

    def _other_path(self, one: Placed) -> None:
        """Adds a line that says what else will do to the degree and the years that the line before it asks for."""
        start, end = trimmed(self.text, one.start, one.end)
        named = self._named(start, end)
        words, level = self.text[start:end], named.degrees[0].level if named.degrees else ""
        for at in range(self.paths[0], len(self.rows)):
            row, number = self.rows[at]
            if number == self.paths[1] and row.kind in ("degree", "experience") and not row.within_previous:
                other = rung(words, row.kind, level, named.times)
                self.rows[at] = (replace(row, alternatives=(*row.alternatives, other)), number)

    def _duties(self) -> list[Duty]:
        return [Duty(Passage(start, end, self.text[start:end])) for (start, end), _ in self.work]


def _row(text: str, segment: Segment, column: int | None, label: str) -> Row:
    quote = text[segment.start : segment.end]
    kind = segment.kind
    if TRAVEL_LABEL.match(label) and kind in ("experience", "skill", "other"):
        kind = "travel"
    if kind == "skill" and (FIRST_OF_ALL.search(quote[:60]) or _MUST_BELONG.search(quote)):
        kind = "other"
    of_a_method = kind == "credential" and not CERTIFIED.search(quote)
    if column is not None and (of_a_method or kind in ("skill", "other", "experience")):
        kind = "experience"
    skills = tuple(dict.fromkeys(hit.slug for hit in segment.skills))
    credentials: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()
    level = ""
    languages: tuple[str, ...] = ()
    instead: tuple[Alternative, ...] = ()
    if kind == "credential":
        named = segment.certificates
        if len(named) > 1 and (way := SECOND_WAY.search(text[named[0].end : segment.end])):
            place = named[0].end + way.start()
            later = [one for one in named if one.start >= place]
            named = [one for one in named if one.start < place]
            asked = {slug for one in named for slug in one.slugs}
            others = tuple(slug for one in later for slug in one.slugs if slug not in asked)
            instead = (second_way(text[place : segment.end], others),)
        credentials = tuple(dict.fromkeys(slug for one in named for slug in one.slugs))
        unlisted = tuple(dict.fromkeys(one.unlisted for one in named if one.unlisted))
        skills = _of_unlisted(segment, quote) if credentials else tuple(slug for slug in skills if slug in _METHODS)
        if not credentials and not unlisted and not skills:
            kind = "other"
    elif kind == "degree":
        level = segment.degrees[0].level
        credentials = _of_degree(quote, level)
        skills = ()
    elif kind in ("clearance", "travel", "other"):
        skills = ()
    elif kind == "language":
        languages = tuple(dict.fromkeys(code for _, _, code in segment.tongues if code))
        skills = tuple(slug for slug in skills if slug not in _SPOKEN)
    alternatives = instead or alternatives_in(text, segment.start, segment.end, kind)
    months = None
    if kind == "experience":
        months = column if column is not None else segment.times[0].months if segment.times else None
    several = len(skills) + len(credentials) + len(unlisted) + len(languages) > 1
    return Row(
        Passage(segment.start, segment.end, quote),
        segment.strength,
        kind,
        skills,
        credentials,
        unlisted,
        any_of=several and _one_is_enough(text, segment, kind),
        level=level,
        languages=languages,
        months=months,
        within_previous=(segment.within_previous or label == OF_WHICH) and kind == "experience",
        percent=percent(quote) if kind == "travel" else None,
        alternatives=alternatives,
    )


def _of_unlisted(segment: Segment, quote: str) -> tuple[str, ...]:
    """In a list of certificates the skills of those that have no id: "PMP or Six Sigma Green Belt"."""
    if KNOWING.search(quote):
        return ()
    listed = [one for one in segment.certificates if one.slugs]
    certified = [one for one in segment.certificates if one.unlisted] + [
        Certificate(*span) for span in segment.nameless
    ]
    last = CERTIFIED.search(quote)
    until = segment.start + last.start() if last else -1
    return tuple(
        dict.fromkeys(
            hit.slug
            for hit in segment.skills
            if hit.slug in _METHODS
            and not any(one.start < hit.end and hit.start < one.end for one in listed)
            and (hit.end <= until or any(one.start < hit.end and hit.start < one.end for one in certified))
        )
    )


def _of_degree(quote: str, level: str) -> tuple[str, ...]:
    if level == "master":
        return ("master-optional",)
    return ("bachelor-technical",) if level == "bachelor" and is_technical(quote) else ()


def _one_is_enough(text: str, segment: Segment, kind: str) -> bool:
    quote = text[segment.start : segment.end]
    if kind == "credential":
        return not re.search(r"\band\b(?!/or)", quote, re.IGNORECASE) or _CHOICE.search(quote) is not None
    spans = [(hit.start, hit.end) for hit in segment.skills] + [(one[0], one[1]) for one in segment.tongues]
    if not spans:
        return False
    between = text[min(one[0] for one in spans) : max(one[1] for one in spans)]
    return _CHOICE.search(between) is not None and not re.search(r"\band\b(?!/or)", between, re.IGNORECASE)
