"""What loading a file of claims would change, judged against the database: the preview and the load both follow it."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db import models

from curation.content_files import plain_value
from curation.csv_lines import Problem
from curation.models import Source
from salaries import pay
from salaries.claims_file import COLUMNS, EDITION, FIGURE, FRAME
from salaries.import_lines import Line, read_text
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

Key = tuple[str, str]


@dataclass(frozen=True)
class Entry:
    """A line that changes something. ``was`` holds the stored values of a claim, or of a new claim's distribution."""

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


@dataclass
class Stored:
    """What the database holds of the distributions that a file names."""

    catalog: dict[str, dict[str, int]]
    distributions: dict[str, dict[str, Any]] = field(default_factory=dict)
    claims: dict[Key, dict[str, Any]] = field(default_factory=dict)


@dataclass
class Plan:
    """What loading a file would do."""

    problems: list[Problem]
    stored: Stored
    entries: list[Entry] = field(default_factory=list)
    unchanged: int = 0

    @property
    def new(self) -> int:
        return sum(entry.new for entry in self.entries)

    @property
    def changed(self) -> int:
        return len(self.entries) - self.new

    @property
    def warnings(self) -> dict[int, list[str]]:
        """Nothing is pointed out that is not refused."""
        return {}

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


def exported(claims: "models.QuerySet[Any]") -> Iterator[list[str]]:
    """The claims as rows of the file, in an order that is always the same."""
    rows = claims.order_by("distribution__slug", "position", "slug").values_list(*(PATHS[name] for name in COLUMNS))
    for row in rows.iterator(chunk_size=2000):
        yield [as_text(value) for value in row]


def plan(text: str) -> Plan:
    """Judge a file against the database and say what loading it would change. Changes nothing."""
    return judged(*read_text(text))


def judged(lines: list[Line], problems: list[Problem]) -> Plan:
    """The same for a file that was read already."""
    stored = _stored(lines)
    problems = [
        *problems,
        *_unknown_names(lines, stored),
        *_backwards(lines, stored),
        *_several_headlines(lines, stored),
    ]
    result = Plan(problems=sorted(problems, key=lambda problem: problem.line), stored=stored)
    for line in lines:
        distribution = stored.distributions.get(line.distribution)
        claim = stored.claims.get((line.distribution, line.claim))
        if claim is not None and claim["values"] == line.values:
            result.unchanged += 1
            continue
        frame = {name: distribution["values"][name] for name in EDITION} if distribution else {}
        retired = any(row is not None and row["retired_at"] is not None for row in (distribution, claim))
        result.entries.append(Entry(line, claim is None, frame if claim is None else claim["values"], retired))
    return result


def _stored(lines: list[Line]) -> Stored:
    stored = Stored({name: dict(model._default_manager.values_list("slug", "pk")) for name, model in CATALOG.items()})
    slugs = {line.distribution for line in lines}
    frame = {name: PATHS[name].removeprefix("distribution__") for name in (*FRAME, *EDITION)}
    for row in Distribution.objects.filter(slug__in=slugs).values("pk", "slug", "retired_at", *frame.values()):
        row["values"] = {name: as_text(row[path]) for name, path in frame.items()}
        stored.distributions[row["slug"]] = row
    claims = SalaryClaim.objects.filter(distribution__slug__in=slugs).order_by("pk")
    kept = ("pk", "slug", "position", "retired_at", "distribution_id", "distribution__slug", "amount")
    for row in claims.values(*dict.fromkeys((*kept, *PATHS.values()))):
        row["values"] = {name: as_text(row[PATHS[name]]) for name in COLUMNS}
        stored.claims[row["distribution__slug"], row["slug"]] = row
    return stored


def _unknown_names(lines: list[Line], stored: Stored) -> Iterator[Problem]:
    for line in lines:
        for name in CATALOG:
            if line.values[name] not in stored.catalog[name]:
                yield Problem(line.number, f"{name}: there is no '{line.values[name]}'.")
        # The name of a row never changes, so what it is about cannot either.
        for row in (
            stored.distributions.get(line.distribution),
            stored.claims.get((line.distribution, line.claim)),
        ):
            fixed = (*FRAME, "level", "statistic", "period")
            if row and any(row["values"].get(name, line.values[name]) != line.values[name] for name in fixed):
                yield Problem(line.number, f"the name {row['slug']} belongs to something else.")


def _backwards(lines: list[Line], stored: Stored) -> Iterator[Problem]:
    """Percentiles of one distribution, level and period, as they would stand after the import."""
    groups: dict[tuple[str, str, str], dict[int, tuple[Decimal, int]]] = defaultdict(dict)
    for (distribution, _), row in stored.claims.items():
        if row["statistic"] in PERCENTILES and row["retired_at"] is None:
            group = groups[distribution, row["level"], row["period"]]
            group[PERCENTILES[row["statistic"]]] = (row["amount"], 0)
    touched = set()
    for line in lines:
        claim = stored.claims.get((line.distribution, line.claim))
        if line.values["statistic"] in PERCENTILES and not (claim and claim["retired_at"]):
            key = (line.distribution, line.values["level"], line.values["period"])
            touched.add(key)
            groups[key][PERCENTILES[line.values["statistic"]]] = (Decimal(line.values["amount"]), line.number)
    for key in touched:
        group = groups[key]
        pair = pay.running_backwards((percentile, amount) for percentile, (amount, _) in group.items())
        if pair is None:
            continue
        (small, lower), (large, upper) = group[pair[0]], group[pair[1]]
        other = min(lower, upper)
        yield Problem(
            max(lower, upper),
            f"amount: the {pair[1]}th percentile, {plain_value(large)}, is below the {pair[0]}th, {plain_value(small)}"
            + (f" (line {other})." if other else ", which is stored already."),
        )


def _several_headlines(lines: list[Line], stored: Stored) -> Iterator[Problem]:
    """At most one claim that is offered is the large figure of its level."""
    headlines: dict[str, dict[Key, int]] = defaultdict(dict)
    rows = SalaryClaim.objects.filter(headline=True, retired_at=None)
    for level, distribution, claim in rows.values_list("level", "distribution__slug", "slug"):
        headlines[level][distribution, claim] = 0
    for line in lines:
        key = (line.distribution, line.claim)
        headlines[line.values["level"]].pop(key, None)
        if line.values["headline"] and not (key in stored.claims and stored.claims[key]["retired_at"]):
            headlines[line.values["level"]][key] = line.number
    for level, claims in headlines.items():
        for number in claims.values():
            if len(claims) > 1 and number:
                other = next(other for other in claims.values() if other != number)
                where = f"in line {other}" if other else "stored already"
                yield Problem(number, f"headline: another large figure of the level {level} is {where}.")
