"""Compares what a reader proposes for a posting with its labels, as section 11 of the labelling guide says."""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from applications.reading.reading import read
from applications.reading.shapes import Header, Named, Row, Term, Vocabulary

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT / "evidence" / "data"
# All labelled postings count as pasted on this day.
PASTED_ON = date(2026, 11, 23)
Span = tuple[int, int]


def vocabulary() -> Vocabulary:
    """The skills and credentials of the files, with their names and all they are called."""
    skills = yaml.safe_load((DATA / "skills.yaml").read_text())["skills"]
    credentials = yaml.safe_load((DATA / "credentials.yaml").read_text())["credentials"]
    return Vocabulary(
        tuple(
            Named(
                one["id"],
                (Term(one["name"]), *(Term(a["term"], bool(a.get("case_sensitive"))) for a in one.get("aliases", ()))),
            )
            for one in skills
        ),
        tuple(
            Named(
                one["id"],
                (
                    Term(one["name"]),
                    *(Term(each.strip()) for each in one.get("keywords", "").split(",") if each.strip()),
                ),
            )
            for one in credentials
        ),
    )


@dataclass
class Count:
    """How many of what was proposed and of what was asked are right."""

    right: int = 0
    proposed: int = 0
    asked: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.asked if self.asked else 1.0

    def add(self, proposed: set[Any], asked: set[Any]) -> None:
        self.right += len(proposed & asked)
        self.proposed += len(proposed)
        self.asked += len(asked)

    def __add__(self, other: "Count") -> "Count":
        return Count(self.right + other.right, self.proposed + other.proposed, self.asked + other.asked)


NAMES = (
    "rows",
    "strength",
    "kind",
    "months",
    "credentials",
    "skills",
    "termed",
    "paraphrased",
    "duties",
    "header",
    "role",
)


@dataclass
class Score:
    """The counts of one posting or of many, with every mistake in words."""

    counts: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in NAMES})
    traps: int = 0
    false_alarms: int = 0
    mistakes: list[str] = field(default_factory=list)

    def __add__(self, other: "Score") -> "Score":
        return Score(
            {name: self.counts[name] + other.counts[name] for name in NAMES},
            self.traps + other.traps,
            self.false_alarms + other.false_alarms,
            self.mistakes + other.mistakes,
        )


def overlap(one: Span, two: Span) -> float:
    """The shared part of two places as a share of the shorter."""
    shared = min(one[1], two[1]) - max(one[0], two[0])
    return shared / max(1, min(one[1] - one[0], two[1] - two[0]))


def paired(proposed: list[Span], labelled: list[list[Span]]) -> list[tuple[int, int]]:
    """Pairs one to one, by numbers: places that share at least half of the shorter one, the closest first."""
    found = []
    for number, span in enumerate(proposed):
        for other, places in enumerate(labelled):
            for rank, one in enumerate(places):
                share = overlap(span, one)
                if share >= 0.5:
                    length = min(span[1], one[1]) - max(span[0], one[0])
                    found.append((rank > 0, -share, -length, number, other))
    pairs: list[tuple[int, int]] = []
    for _, _, _, number, other in sorted(found):
        if all(number != one and other != two for one, two in pairs):
            pairs.append((number, other))
    return pairs


def place_of(text: str, quote: str, occurrence: int = 1) -> Span:
    """Where a quote stands."""
    at = -1
    for _ in range(occurrence or 1):
        at = text.find(quote, at + 1)
    return (at, at + len(quote)) if at >= 0 else (-1, -1)


def places_of(text: str, label: Any) -> list[Span]:
    if isinstance(label, str):
        return [place_of(text, label)]
    others = [one if isinstance(one, dict) else {"quote": one} for one in label.get("also", [])]
    return [place_of(text, one["quote"], one.get("occurrence", 1)) for one in (label, *others)]


def stands(term: Term, quote: str) -> bool:
    """Whether a term stands in a quote as a word."""
    flags = 0 if term.exact else re.IGNORECASE
    return re.search(rf"(?<!\w){re.escape(term.text)}(?!\w)", quote, flags) is not None


def score(posting: Path, labels: dict[str, Any], words: Vocabulary) -> Score:
    """Reads a posting and compares."""
    reading = read(posting.read_text(encoding="utf-8"), vocabulary=words, pasted_on=PASTED_ON)
    done = Score()
    _rows(done, reading.text, reading.rows, labels, words)
    _duties(done, reading.text, [one.passage for one in reading.duties], labels["duties"])
    done.counts["role"].add({reading.role.role}, {labels["role"]})
    if reading.role.role != labels["role"]:
        done.mistakes.append(f"role: {reading.role.role}, not {labels['role']}")
    _header(done, reading.header, labels)
    return done


def _rows(done: Score, text: str, rows: tuple[Row, ...], labels: dict[str, Any], words: Vocabulary) -> None:
    wanted = labels["requirements"]
    proposed = [(row.passage.start, row.passage.end) for row in rows]
    pairs = paired(proposed, [places_of(text, one) for one in wanted])
    done.counts["rows"] += Count(len(pairs), len(rows), len(wanted))
    mine, theirs = {one for one, _ in pairs}, {two for _, two in pairs}
    traps = [place_of(text, one["quote"], one.get("occurrence", 1)) for one in labels["not_requirements"]]
    done.traps += len(traps)
    for number, row in enumerate(rows):
        if number not in mine:
            alarm = next((at for at, trap in enumerate(traps) if overlap(proposed[number], trap) >= 0.5), None)
            done.false_alarms += alarm is not None
            why = "" if alarm is None else f" FALSE ALARM ({labels['not_requirements'][alarm]['why']})"
            done.mistakes.append(f"no row: {row.passage.quote!r} ({row.strength} {row.kind}){why}")
    done.mistakes += [f"missed: {one['quote']!r}" for number, one in enumerate(wanted) if number not in theirs]
    for number, other in sorted(pairs):
        _pair(done, rows[number], wanted[other], words)


def _pair(done: Score, row: Row, label: dict[str, Any], words: Vocabulary) -> None:
    quote = label["quote"]

    def compare(name: str, mine: Any, theirs: Any) -> None:
        done.counts[name].add({mine}, {theirs})
        if mine != theirs:
            done.mistakes.append(f"{name}: {mine}, not {theirs}: {quote!r}")

    compare("strength", row.strength, label["strength"])
    compare("kind", row.kind, label["kind"])
    if label["kind"] == "experience" or row.kind == "experience":
        compare("months", row.months, label.get("min_months", "none"))
    credentials = frozenset(label.get("credential", []))
    if credentials or row.credentials:
        compare("credentials", frozenset(row.credentials), credentials)
    skills = set(label.get("skill", []))
    done.counts["skills"].add(set(row.skills), skills)
    if skills != set(row.skills):
        more, less = sorted(set(row.skills) - skills), sorted(skills - set(row.skills))
        done.mistakes.append(f"skills: too many {more}, missing {less}: {quote!r}")
    terms = {one.slug: one.terms for one in words.skills}
    termed = {slug for slug in skills if any(stands(term, quote) for term in terms.get(slug, ()))}
    done.counts["termed"].add(set(row.skills) & termed, termed)
    done.counts["paraphrased"].add(set(row.skills) & (skills - termed), skills - termed)


def _duties(done: Score, text: str, duties: list[Any], labels: list[Any]) -> None:
    spans = [(one.start, one.end) for one in duties]
    pairs = paired(spans, [places_of(text, one) for one in labels])
    done.counts["duties"] += Count(len(pairs), len(spans), len(labels))
    mine, theirs = {one for one, _ in pairs}, {two for _, two in pairs}
    done.mistakes += [f"no duty: {one.quote!r}" for number, one in enumerate(duties) if number not in mine]
    done.mistakes += [
        f"missed duty: {one if isinstance(one, str) else one['quote']!r}"
        for number, one in enumerate(labels)
        if number not in theirs
    ]


def _header(done: Score, header: Header, labels: dict[str, Any]) -> None:
    pay, wanted = header.pay[0] if header.pay else None, labels["pay"]
    fields = {
        "title": (header.title and header.title.value, labels["title"]),
        "employer": (header.employer and header.employer.value, labels["employer"]),
        "places": (frozenset(one.value for one in header.places), frozenset(labels["places"])),
        "remote": (header.remote.value, labels["remote"]),
        "employment_type": (
            frozenset(one.value for one in header.employment_types),
            frozenset(labels["employment_type"]),
        ),
        "pay": (
            pay and (pay.least, pay.most, pay.currency, pay.period),
            wanted and (*(_exact(wanted[end]) for end in ("min", "max")), wanted["currency"], wanted["period"]),
        ),
        "closes_on": (
            header.closes_on and header.closes_on.isoformat(),
            labels["closes_on"] and str(labels["closes_on"]),
        ),
    }
    for name, (mine, theirs) in fields.items():
        done.counts["header"] += Count(int(mine == theirs), 1, 1)
        if mine != theirs:
            done.mistakes.append(f"header {name}: {mine!r}, not {theirs!r}")


def _exact(figure: float | None) -> Decimal | None:
    return None if figure is None else Decimal(str(figure))


def scores(folder: Path, words: Vocabulary) -> dict[str, Score]:
    """The score of every labelled posting of a folder, by name."""
    found = {}
    for file in sorted(folder.glob("*.yaml")):
        labels = yaml.safe_load(file.read_text(encoding="utf-8"))
        found[file.stem] = score(folder / labels["posting"], labels, words)
    return found
