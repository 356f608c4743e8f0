"""What loading a file of claims would change, judged against the database: the preview and the load both follow it."""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.db import models

from curation.cells import in_words, named
from curation.content_files import plain_value
from curation.csv_lines import Problem
from curation.models import Source
from curation.nearness import Names
from curation.table_file import named_rows
from curation.unseen import doubts, in_sight, told_apart
from salaries import pay
from salaries.claims_file import COLUMNS, EDITION, FIGURE, FRAME
from salaries.import_lines import FIXED, TEXTS, Line, Read, normal, read_text
from salaries.models import Distribution, Industry, Occupation, Place, SalaryClaim, Statistic

# Where a claim keeps each column of the file.
PATHS = {
    **{name: f"distribution__{name}__slug" for name in ("source", "occupation", "place", "industry")},
    **{name: f"distribution__{name}" for name in ("as_of", "kind", "currency", *EDITION)},
    **{name: name for name in FIGURE},
}
CATALOG: dict[str, type[models.Model]] = {
    "source": Source,
    "occupation": Occupation,
    "place": Place,
    "industry": Industry,
}
PERCENTILES = {name: int(name[1:]) for name in Statistic.values if name[1:].isdigit()}

FIRST_DAY = re.compile("[0-9]{4}-[0-9]{2}-01")

Key = tuple[str, str]


@dataclass(frozen=True)
class Entry:
    """A row that changes something. ``was`` holds the stored values of a claim, or of a new claim's distribution."""

    line: Line
    new: bool
    was: dict[str, str]
    retired: bool

    @property
    def differences(self) -> list[tuple[str, str, str]]:
        """The columns that change, with what they were and will be."""
        return [
            (name, self.was[name], self.line.values[name])
            for name in COLUMNS
            if name in self.was and self.was[name] != self.line.values[name]
        ]

    @property
    def shown(self) -> list[tuple[str, str, str]]:
        """The same with what nobody sees in words."""
        return [(name, *told_apart(was, will)) for name, was, will in self.differences]

    @property
    def words(self) -> dict[str, str]:
        """All that the row says, as a page shows it."""
        return {name: in_sight(value) for name, value in self.line.values.items()}


@dataclass
class Stored:
    """What the database holds of the distributions that a file names."""

    catalog: dict[str, dict[str, int]] = field(default_factory=dict)
    distributions: dict[str, dict[str, Any]] = field(default_factory=dict)
    claims: dict[Key, dict[str, Any]] = field(default_factory=dict)


@dataclass
class Plan:
    """What loading a file would do."""

    problems: list[Problem]
    stored: Stored
    entries: list[Entry] = field(default_factory=list)
    unchanged: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def new(self) -> int:
        return sum(entry.new for entry in self.entries)

    @property
    def changed(self) -> int:
        return len(self.entries) - self.new

    @property
    def warnings(self) -> dict[int, list[str]]:
        """What to look at before loading, by line."""
        said = {entry.line.number: _to_look_at(entry) for entry in self.entries}
        return {line: sentences for line, sentences in said.items() if sentences}

    @property
    def fingerprint(self) -> str:
        """Differs whenever loading would do something else, because the file or the database is another."""
        acts = [[entry.new, entry.retired, entry.line.values, entry.was] for entry in self.entries]
        return hashlib.sha256(json.dumps([self.unchanged, acts]).encode()).hexdigest()


def as_text(value: Any) -> str:
    """A stored value as the file writes it."""
    if isinstance(value, bool):
        return "yes" if value else ""
    return str(plain_value(value))


def _to_look_at(entry: Entry) -> list[str]:
    values = entry.line.values
    said = [f"{name}: {sentence}" for name in TEXTS for sentence in doubts(entry.was.get(name, ""), values[name])]
    if entry.new and FIRST_DAY.fullmatch(values["as_of"]):
        month = values["as_of"][:7]
        said.append(f"as_of: this is one day. If the source says the month, write {month}.")
    return said


def exported(claims: "models.QuerySet[Any]") -> Iterator[list[str]]:
    """The claims as rows of the file, in an order that is always the same."""
    rows = claims.order_by("distribution__slug", "position", "slug").values_list(*(PATHS[name] for name in COLUMNS))
    for row in rows.iterator(chunk_size=2000):
        yield [normal(name, as_text(value)) for name, value in zip(COLUMNS, row, strict=True)]


def plan(text: str) -> Plan:
    """Judge a file against the database and say what loading it would change. Changes nothing."""
    return judged(understood(text))


def understood(text: str) -> Read:
    """The rows of a file with the names that stand in the database, where a spreadsheet has made something of them."""
    read = read_text(text)
    names = {name: named_rows(model)[1] for name, model in CATALOG.items()}
    read.lines = [_with_names(line, names) for line in read.lines]
    return _with_months(read)


def _with_names(line: Line, names: dict[str, Names]) -> Line:
    values, wrong = dict(line.values), dict(line.wrong)
    for name in CATALOG:
        if name not in wrong:
            try:
                [values[name]] = named(names[name], [values[name]])
            except ValueError as error:
                wrong[name] = str(error)
    return replace(line, values=values, wrong=wrong)


def _with_months(read: Read) -> Read:
    """A month that a spreadsheet turned into its first day is the month again, if that is what is stored."""
    months = {
        line.number: replace(line, values=line.values | {"as_of": line.values["as_of"][:7]})
        for line in read.lines
        if line.known and FIRST_DAY.fullmatch(line.values["as_of"])
    }
    first_days = {line.distribution for line in read.lines if line.number in months}
    asked = first_days | {line.distribution for line in months.values()}
    stored = set(Distribution.objects.filter(slug__in=asked).values_list("slug", flat=True)) if months else set()
    lines = []
    turned = 0
    for line in read.lines:
        month = months.get(line.number)
        if month and month.distribution in stored and line.distribution not in stored:
            turned += 1
            line = month
        lines.append(line)
    read.lines = lines
    if turned:
        read.notes.append(
            f"In {turned} row{'s' if turned > 1 else ''} as_of is the first day of a month that is stored as a month. "
            "Spreadsheets make it so. It was read as the month."
        )
    return read


def judged(read: Read) -> Plan:
    """The same for a file that was read already."""
    stored = _stored(read.lines)
    lines = [_without_what_stands(line, stored) for line in read.lines]
    known = [line for line in lines if line.known]
    problems = [
        *read.problems,
        *(Problem(line.number, " ".join(in_words(line.wrong)), line.name) for line in lines if line.wrong),
        *_at_odds(known),
        *_other_rows(known, stored),
        *_backwards(known, stored),
        *_several_headlines(known, stored),
    ]
    result = Plan(sorted(problems, key=lambda problem: problem.line), stored, notes=read.notes)
    for line in lines:
        distribution = stored.distributions.get(line.distribution)
        claim = stored.claims.get((line.distribution, line.claim))
        if claim is not None and claim["values"] == line.values:
            result.unchanged += 1
            continue
        if line.wrong:
            continue
        frame = {name: distribution["values"][name] for name in EDITION} if distribution else {}
        retired = any(row is not None and row["retired_at"] is not None for row in (distribution, claim))
        result.entries.append(Entry(line, claim is None, frame if claim is None else claim["values"], retired))
    return result


def _stored(lines: list[Line]) -> Stored:
    stored = Stored({name: dict(model._default_manager.values_list("slug", "pk")) for name, model in CATALOG.items()})
    slugs = {line.distribution for line in lines if line.known}
    frame = {name: PATHS[name].removeprefix("distribution__") for name in (*FRAME, *EDITION)}
    for row in Distribution.objects.filter(slug__in=slugs).values("pk", "slug", "retired_at", *frame.values()):
        row["values"] = {name: normal(name, as_text(row[path])) for name, path in frame.items()}
        stored.distributions[row["slug"]] = row
    claims = SalaryClaim.objects.filter(distribution__slug__in=slugs).order_by("pk")
    kept = ("pk", "slug", "position", "retired_at", "distribution_id", "distribution__slug", "amount")
    for row in claims.values(*dict.fromkeys((*kept, *PATHS.values()))):
        row["values"] = {name: normal(name, as_text(row[PATHS[name]])) for name in COLUMNS}
        stored.claims[row["distribution__slug"], row["slug"]] = row
    return stored


def _without_what_stands(line: Line, stored: Stored) -> Line:
    """What stands in the database just so is not judged again."""
    claim = stored.claims.get((line.distribution, line.claim)) if line.wrong and line.known else None
    if claim is None:
        return line
    wrong = {name: why for name, why in line.wrong.items() if claim["values"].get(name) != line.values.get(name)}
    return replace(line, wrong=wrong)


def _at_odds(lines: list[Line]) -> Iterator[Problem]:
    """Rows that say the same claim twice, or two editions of one distribution."""
    claims: dict[Key, int] = {}
    first: dict[str, Line] = {}
    for line in lines:
        key = (line.distribution, line.claim)
        if claims.setdefault(key, line.number) != line.number:
            yield Problem(line.number, f"the same claim as in row {claims[key]}.", line.name)
        if not line.good(*EDITION):
            continue
        other = first.setdefault(line.distribution, line)
        for name in EDITION:
            if line.values[name] != other.values[name]:
                said = f"{name}: not the same as in row {other.number}, which it must."
                yield Problem(line.number, said, line.name)


def _other_rows(lines: list[Line], stored: Stored) -> Iterator[Problem]:
    """The name of a row never changes, so what it is about cannot either."""
    for line in lines:
        for row in (
            stored.distributions.get(line.distribution),
            stored.claims.get((line.distribution, line.claim)),
        ):
            if row and any(
                row["values"].get(name, line.values[name]) != line.values[name] for name in (*FRAME, *FIXED)
            ):
                yield Problem(line.number, f"the name {row['slug']} belongs to something else.", line.name)


def _backwards(lines: list[Line], stored: Stored) -> Iterator[Problem]:
    """Percentiles of one distribution, level and period, as they would stand after the import."""
    groups: dict[tuple[str, str, str], dict[int, tuple[Decimal, int]]] = defaultdict(dict)
    for (distribution, _), row in stored.claims.items():
        if row["statistic"] in PERCENTILES and row["retired_at"] is None:
            group = groups[distribution, row["level"], row["period"]]
            group[PERCENTILES[row["statistic"]]] = (row["amount"], 0)
    touched = set()
    # With an amount that cannot be compared.
    unclear = set()
    for line in lines:
        claim = stored.claims.get((line.distribution, line.claim))
        if line.values["statistic"] in PERCENTILES and not (claim and claim["retired_at"]):
            key = (line.distribution, line.values["level"], line.values["period"])
            if not line.good("amount"):
                unclear.add(key)
                continue
            touched.add(key)
            groups[key][PERCENTILES[line.values["statistic"]]] = (Decimal(line.values["amount"]), line.number)
    names = {line.number: line.name for line in lines}
    for key in touched - unclear:
        group = groups[key]
        pair = pay.running_backwards((percentile, amount) for percentile, (amount, _) in group.items())
        if pair is None:
            continue
        (small, lower), (large, upper) = group[pair[0]], group[pair[1]]
        other = min(lower, upper)
        yield Problem(
            max(lower, upper),
            f"amount: the {pair[1]}th percentile, {plain_value(large)}, is below the {pair[0]}th, {plain_value(small)}"
            + (f" (row {other})." if other else ", which is stored already."),
            names[max(lower, upper)],
        )


def _several_headlines(lines: list[Line], stored: Stored) -> Iterator[Problem]:
    """At most one claim that is offered is the large figure of its level."""
    headlines: dict[str, dict[Key, int]] = defaultdict(dict)
    rows = SalaryClaim.objects.filter(headline=True, retired_at=None)
    for level, distribution, claim in rows.values_list("level", "distribution__slug", "slug"):
        headlines[level][distribution, claim] = 0
    names = {line.number: line.name for line in lines}
    for line in lines:
        key = (line.distribution, line.claim)
        if not line.good("headline"):
            continue
        headlines[line.values["level"]].pop(key, None)
        if line.values["headline"] and not (key in stored.claims and stored.claims[key]["retired_at"]):
            headlines[line.values["level"]][key] = line.number
    for level, claims in headlines.items():
        for number in claims.values():
            if len(claims) > 1 and number:
                other = next(other for other in claims.values() if other != number)
                where = f"in row {other}" if other else "stored already"
                said = f"headline: another large figure of the level {level} is {where}."
                yield Problem(number, said, names[number])
