"""What a machine reads: which facts of a resume come back from its file, by each reader, and in which order. Pure."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from resumes.reading.facts import Fact, FactKind, facts_of
from resumes.reading.files import Reader, Reading
from resumes.reading.wording import Text, consonants, is_within, runs_right_to_left, text_of
from resumes.writing.content import Content

# So many words may stand between the title of an entry and its employer, dates or place.
NEAR = 25
# So many words may a line from right to left be broken apart by.
TURNED = 16
# The same words more often than this are looked at no further.
MOST_PLACES = 400


class Status(StrEnum):
    READ = "read"
    MOVED = "moved"
    MISSING = "missing"


@dataclass(frozen=True)
class Outcome:
    """``why`` says of a fact that is moved or missing what about it."""

    status: Status
    why: str = ""


@dataclass(frozen=True)
class Finding:
    """One fact and what became of it, by reader."""

    fact: Fact
    by: Mapping[Reader, Outcome]

    def is_read(self) -> bool:
        return all(outcome.status == Status.READ for outcome in self.by.values())


@dataclass(frozen=True)
class Checked:
    findings: tuple[Finding, ...]
    readers: tuple[Reader, ...]
    # Readers that did not read the file at all, with the reason.
    failed: Mapping[Reader, str] = field(default_factory=dict)

    def of(self, *kinds: FactKind) -> list[Finding]:
        return [finding for finding in self.findings if finding.fact.kind in kinds]


def check(content: Content, readings: Sequence[Reading]) -> Checked:
    """Each fact of a resume, looked for in the text that each reader made of its file.

    Compared is as ``resumes.reading.wording`` declares. A fact is read if it stands there in one piece and in its
    order, an entry if its parts and dates stand near its title as well. It is moved if it stands elsewhere or in
    pieces.
    """
    facts = facts_of(content)
    read = {
        reading.reader: _Search(facts, text_of(reading.lines)).outcomes() for reading in readings if not reading.problem
    }
    findings = (
        Finding(fact, {reader: outcomes[number] for reader, outcomes in read.items()})
        for number, fact in enumerate(facts)
    )
    failed = {reading.reader: reading.problem for reading in readings if reading.problem}
    return Checked(tuple(findings), tuple(read), failed)


@dataclass(frozen=True)
class _Place:
    """Where a fact may stand, and what of it does not stand near there."""

    at: int
    far: tuple[str, ...] = ()


class _Search:
    """The facts in one text."""

    def __init__(self, facts: Sequence[Fact], text: Text) -> None:
        self.facts = facts
        self.text = text
        self.counts = Counter(text.words)
        self.found: dict[tuple[str, ...], list[int]] = {}
        self.starts: dict[str, list[int]] = {}
        for place, word in enumerate(text.words):
            self.starts.setdefault(word, []).append(place)

    def outcomes(self) -> list[Outcome]:
        places = [self._places(number) for number in range(len(self.facts))]
        # What has lost its parts is said to have, and puts nothing else out of order.
        whole = [bool(found) and not found[0].far for found in places]
        ordered = [number for number, fact in enumerate(self.facts) if fact.in_order and whole[number]]
        kept = _in_order([[place.at for place in places[number]] for number in ordered])
        at = {number: place for number, place in zip(ordered, kept, strict=True) if place is not None}
        return [self._outcome(number, places[number], at) for number in range(len(self.facts))]

    def _outcome(self, number: int, places: Sequence[_Place], at: Mapping[int, int]) -> Outcome:
        fact = self.facts[number]
        if not places:
            return self._in_pieces(fact)
        if far := places[0].far:
            lost = [name for name in far if not self._is_there(fact, name)]
            if lost:
                return Outcome(Status.MISSING, f"{_listed(lost)} missing")
            return Outcome(Status.MOVED, f"{_listed(far)} elsewhere")
        if fact.in_order and number not in at:
            return Outcome(Status.MOVED, "out of order")
        return Outcome(Status.READ)

    def _in_pieces(self, fact: Fact) -> Outcome:
        """A fact that does not stand there in one piece: its words are there all the same, or some are not."""
        if fact.kind == FactKind.PHONE and _digits(fact.words) in _digits(self.text.words):
            return Outcome(Status.READ)
        if len(fact.words) == 1 and fact.words[0] in "".join(self.text.words):
            return Outcome(Status.MOVED, "broken in pieces")
        lost = list((Counter(fact.words) - self.counts).elements())
        if lost:
            return Outcome(Status.MISSING, _quoted(lost) if len(lost) < len(fact.words) else "")
        return Outcome(Status.MOVED, "its words stand apart")

    def _places(self, number: int) -> list[_Place]:
        """Where a fact may stand: of an entry only where the most of it is near."""
        fact = self.facts[number]
        found = [_Place(at, tuple(self._far(number, at))) for at in self._find(fact.words)]
        fewest = min((len(place.far) for place in found), default=0)
        return [place for place in found if len(place.far) == fewest]

    def _far(self, number: int, at: int) -> Iterator[str]:
        fact = self.facts[number]
        first, last = at - NEAR, at + len(fact.words) + NEAR
        for name, words in fact.parts.items():
            # Titles under one employer have it above them all.
            reach = 0 if name in ("employer", "place") and self._is_under_another(number, name) else first
            if any(map(runs_right_to_left, words)):
                reach, last = reach - TURNED, last + TURNED
            found = self._find(words)
            after = bisect_left(found, reach)
            if after == len(found) or found[after] > last:
                yield name
        if fact.dates and not self._dates_near(fact, first, last):
            yield "dates"

    def _is_under_another(self, number: int, name: str) -> bool:
        """Whether the position before says the same employer or place."""
        words = self.facts[number].parts[name]
        before = next((fact for fact in reversed(self.facts[:number]) if fact.kind == self.facts[number].kind), None)
        return before is not None and before.parts.get(name) == words

    def _dates_near(self, fact: Fact, first: int, last: int) -> bool:
        if any((one.starts, one.ends) == fact.dates and first <= one.at <= last for one in self.text.dates):
            return True
        years = [date[:4] for date in fact.dates or () if date]
        near = self.text.words[max(0, first) : max(0, last)]
        # In a line from right to left a reader turns its dates around as well; nor can a date in other words be read.
        turned = any(runs_right_to_left(word) for words in (fact.words, *fact.parts.values()) for word in words)
        return turned and all(any(year in word for word in near) for year in years)

    def _is_there(self, fact: Fact, name: str) -> bool:
        if name == "dates":
            return any((one.starts, one.ends) == fact.dates for one in self.text.dates)
        return bool(self._find(fact.parts[name]))

    def _find(self, words: tuple[str, ...]) -> list[int]:
        """Where words stand one after the other, in rising order; those from right to left in whatever order."""
        if words not in self.found:
            self.found[words] = self._look_for(words)[:MOST_PLACES]
        return self.found[words]

    def _look_for(self, words: tuple[str, ...]) -> list[int]:
        size, text = len(words), self.text.words
        if any(map(runs_right_to_left, words)):
            return self._find_turned(words)
        if letters := [consonants(word) for word in words if consonants(word)]:
            joined = "".join(letters)
            starts = [at for at, word in enumerate(text) if consonants(word) and is_within(letters[0], word)]
            return [at for at in starts if is_within(joined, "".join(text[at : at + size]))]
        return [at for at in self.starts.get(words[0], ()) if text[at : at + size] == words]

    def _find_turned(self, words: tuple[str, ...]) -> list[int]:
        """Where most words stand close together in whatever order, with every letter of the others beside them.

        Readers turn such lines around, break them elsewhere, and glue numbers to the words beside them.
        """
        wanted, letters = Counter(words), Counter("".join(words))
        found = []
        for at in sorted({at for word in wanted for at in self.starts.get(word, ())}):
            near = self.text.words[max(0, at - TURNED) : at + len(words) + TURNED]
            most = 2 * (wanted & Counter(near)).total() >= len(words)
            if most and letters <= Counter("".join(near)):
                found.append(at)
        return found


def _in_order(places: Sequence[Sequence[int]]) -> list[int | None]:
    """Of each fact one place, so that as many as can be stand in order; nothing for those that do not.

    The longest rising row with one place of each: the places of a fact are tried from the last to the first, so that
    no two of them get into one row.
    """
    lows: list[int] = []
    # The fact and place that ends the row of each length, and what it goes on from.
    ends: list[tuple[int, int]] = []
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for number, own in enumerate(places):
        for at in sorted(own, reverse=True):
            length = bisect_left(lows, at)
            before[number, at] = ends[length - 1] if length else None
            if length == len(lows):
                lows.append(at)
                ends.append((number, at))
            else:
                lows[length], ends[length] = at, (number, at)
    kept: list[int | None] = [None] * len(places)
    last = ends[-1] if ends else None
    while last is not None:
        kept[last[0]] = last[1]
        last = before[last]
    return kept


def _digits(words: Sequence[str]) -> str:
    return "".join(letter for word in words for letter in word if letter.isdigit())


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names)} {'is' if len(names) == 1 and names[0] != 'dates' else 'are'}"


def _quoted(words: Sequence[str]) -> str:
    shown = ", ".join(f"“{word}”" for word in words[:5])
    return f"{shown} {'is' if len(words) == 1 else 'are'} missing"
