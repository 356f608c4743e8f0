"""Rows of a file that are at odds with each other, or with what is stored, though each alone is good."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from curation.content_files import plain_value
from curation.csv_lines import Problem
from curation.row_states import RETIRED
from salaries import pay
from salaries.claims_file import EDITION, FRAME, PEOPLE
from salaries.import_lines import FIXED, ClaimLine
from salaries.import_stored import Key, Stored
from salaries.models import SalaryClaim, Statistic

PERCENTILES = {name: int(name[1:]) for name in Statistic.values if name[1:].isdigit()}


def conflicts(lines: list[ClaimLine], stored: Stored) -> Iterator[Problem]:
    """All of them, for rows of which it is clear which claim they are."""
    yield from _at_odds(lines)
    yield from _other_rows(lines, stored)
    yield from _backwards(lines, stored)
    yield from _several_headlines(lines, stored)


def _at_odds(lines: list[ClaimLine]) -> Iterator[Problem]:
    """Rows that say the same claim twice, or two editions of one distribution."""
    claims: dict[Key, int] = {}
    first: dict[str, ClaimLine] = {}
    for line in lines:
        key = (line.distribution, line.claim)
        if claims.setdefault(key, line.number) != line.number:
            yield Problem(line.number, f"the same claim as in row {claims[key]}.", line.name)
        if not line.good(*EDITION, *PEOPLE):
            continue
        other = first.setdefault(line.distribution, line)
        for name in (*EDITION, *PEOPLE):
            if line.values[name] != other.values[name]:
                said = f"{name}: not the same as in row {other.number}, and it must be."
                yield Problem(line.number, said, line.name)


def _other_rows(lines: list[ClaimLine], stored: Stored) -> Iterator[Problem]:
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


def _backwards(lines: list[ClaimLine], stored: Stored) -> Iterator[Problem]:
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
        if line.values["statistic"] in PERCENTILES and not (claim["retired_at"] if claim else line.state == RETIRED):
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


def _several_headlines(lines: list[ClaimLine], stored: Stored) -> Iterator[Problem]:
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
        retired = stored.claims[key]["retired_at"] if key in stored.claims else line.state == RETIRED
        if line.values["headline"] and not retired:
            headlines[line.values["level"]][key] = line.number
    for level, claims in headlines.items():
        for number in claims.values():
            if len(claims) > 1 and number:
                other = next(other for other in claims.values() if other != number)
                where = f"in row {other}" if other else "stored already"
                said = f"headline: another large figure of the level {level} is {where}."
                yield Problem(number, said, names[number])
