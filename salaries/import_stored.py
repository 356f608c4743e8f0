"""Claims as their file writes them, out of the database: for an export, and to compare a file with."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from curation.content_files import plain_value
from curation.models import Source
from curation.row_states import state_of
from salaries.claims_file import EDITION, ERROR, EXPORTED, FIGURE, FRAME, PEOPLE
from salaries.import_lines import ClaimLine, normal
from salaries.models import Distribution, Industry, Occupation, Place, SalaryClaim

# Where a claim keeps each column of the file.
PATHS = {
    **{name: f"distribution__{name}__slug" for name in ("source", "occupation", "place", "industry")},
    **{name: f"distribution__{name}" for name in ("as_of", "kind", "currency", *EDITION, *PEOPLE)},
    **{name: name for name in (*FIGURE, ERROR)},
}
CATALOG: dict[str, type[models.Model]] = {
    "source": Source,
    "occupation": Occupation,
    "place": Place,
    "industry": Industry,
}

Key = tuple[str, str]


@dataclass
class Stored:
    """What the database holds of the distributions that a file names."""

    catalog: dict[str, dict[str, int]] = field(default_factory=dict)
    distributions: dict[str, dict[str, Any]] = field(default_factory=dict)
    claims: dict[Key, dict[str, Any]] = field(default_factory=dict)


def as_text(value: Any) -> str:
    """A stored value as the file writes it."""
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(plain_value(value))


def exported(claims: "models.QuerySet[Any]") -> Iterator[list[str]]:
    """The claims as rows of the file, in an order that is always the same."""
    paths = [*(PATHS[name] for name in EXPORTED), "retired_at", "distribution__retired_at"]
    rows = claims.order_by("distribution__slug", "position", "slug").values_list(*paths)
    for row in rows.iterator(chunk_size=2000):
        *values, retired, set_retired = row
        cells = [normal(name, as_text(value)) for name, value in zip(EXPORTED, values, strict=True)]
        yield [*cells, state_of(hidden=bool(retired or set_retired))]


def stored_for(lines: list[ClaimLine]) -> Stored:
    """What stands where the rows of a file would be written."""
    stored = Stored({name: dict(model._default_manager.values_list("slug", "pk")) for name, model in CATALOG.items()})
    slugs = {line.distribution for line in lines if line.known}
    frame = {name: PATHS[name].removeprefix("distribution__") for name in (*FRAME, *EDITION, *PEOPLE)}
    for row in Distribution.objects.filter(slug__in=slugs).values("pk", "slug", "retired_at", *frame.values()):
        row["values"] = {name: normal(name, as_text(row[path])) for name, path in frame.items()}
        stored.distributions[row["slug"]] = row
    claims = SalaryClaim.objects.filter(distribution__slug__in=slugs).order_by("pk")
    kept = ("pk", "slug", "position", "retired_at", "distribution_id", "distribution__slug", "amount")
    for row in claims.values(*dict.fromkeys((*kept, *PATHS.values()))):
        row["values"] = {name: normal(name, as_text(row[PATHS[name]])) for name in EXPORTED}
        stored.claims[row["distribution__slug"], row["slug"]] = row
    return stored
