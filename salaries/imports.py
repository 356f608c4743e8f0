"""Claims from a curator's file, as one act: loading exactly what they saw."""

from collections import defaultdict
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import connection

from curation.changes import Batch, Change
from curation.row_states import RETIRED
from curation.table_loading import (
    IN_ONE_STATEMENT,
    RefusedError,
    alone,
    draft_of,
    lock_rows,
    overwrite,
    recorded_import,
)
from salaries.claims_file import EDITION, ERROR, FIGURE, PEOPLE
from salaries.import_lines import ClaimLine
from salaries.import_plan import Plan, judged, understood
from salaries.import_stored import CATALOG, Stored
from salaries.models import Distribution, SalaryClaim


def load(*, by_id: int, fingerprint: str, at: datetime) -> Batch:
    """Load the curator's draft, if it still does what they saw. Else raises ``RefusedError`` and changes nothing."""
    with alone("claims"):
        draft = draft_of(table=SalaryClaim._meta.label_lower, by_id=by_id, locked=True)
        if draft is None:
            raise RefusedError("There is no file to load: it was loaded already, or none was chosen.")
        read = understood(draft.text)
        slugs = {line.distribution for line in read.lines}
        lock_rows(Distribution.objects.filter(slug__in=slugs))
        lock_rows(SalaryClaim.objects.filter(distribution__slug__in=slugs))
        wanted = judged(read)
        if wanted.problems or wanted.fingerprint != fingerprint:
            raise RefusedError("The file or what it changes is no longer what you saw. Look at the changes again.")
        if not wanted.entries:
            raise RefusedError("Every claim in the file is stored just so already.")
        kind = str(SalaryClaim._meta.verbose_name_plural)
        with recorded_import(kind, draft, by_id=by_id, at=at, created=wanted.new, updated=wanted.changed) as batch:
            _write(wanted, at)
            _let_the_planner_look()
            # Deferred constraints speak up here, where they can still be explained.
            connection.check_constraints()
        draft.delete()
    return batch


def _write(wanted: Plan, at: datetime) -> None:
    stored = wanted.stored
    ids = {slug: row["pk"] for slug, row in stored.distributions.items()}
    frames = {entry.line.distribution: entry.line.values for entry in wanted.entries}
    rows = {slug: _distribution(slug, values, stored) for slug, values in frames.items()}
    other_edition = [
        row
        for slug, row in rows.items()
        if slug in ids
        and any(stored.distributions[slug]["values"][name] != frames[slug][name] for name in (*EDITION, *PEOPLE))
    ]
    overwrite(Distribution, other_edition, (*EDITION, *PEOPLE))
    added = Distribution.objects.bulk_create(
        [row for slug, row in rows.items() if slug not in ids], batch_size=IN_ONE_STATEMENT
    )
    ids |= {row.slug: row.pk for row in added}

    positions: dict[str, int] = defaultdict(int)
    for (slug, _), row in stored.claims.items():
        positions[slug] = max(positions[slug], row["position"])
    new: list[SalaryClaim] = []
    changed: list[SalaryClaim] = []
    for entry in wanted.entries:
        claim = _claim(entry.line, stored, ids)
        if entry.new:
            claim.retired_at = at if entry.line.state == RETIRED else None
            positions[entry.line.distribution] += 1
            claim.position = positions[entry.line.distribution]
        (new if entry.new else changed).append(claim)
    # Who stops being the large figure of a level goes first, so that another can become it.
    changed.sort(key=lambda claim: claim.headline)
    overwrite(
        SalaryClaim, changed, tuple(name for name in (*FIGURE, ERROR) if name not in ("level", "statistic", "period"))
    )
    SalaryClaim.objects.bulk_create(new, batch_size=IN_ONE_STATEMENT)


def _distribution(slug: str, values: dict[str, str], stored: Stored) -> Distribution:
    known = stored.distributions.get(slug)
    return Distribution(
        pk=known["pk"] if known else None,
        slug=slug,
        retired_at=known["retired_at"] if known else None,
        **{f"{name}_id": stored.catalog[name][values[name]] for name in CATALOG},
        **{name: values[name] for name in ("kind", "currency", "as_of", *EDITION)},
        employment=int(values["employment"]) if values["employment"] else None,
        employment_error=_error(values["employment_error"]),
    )


def _claim(line: ClaimLine, stored: Stored, ids: dict[str, int]) -> SalaryClaim:
    known = stored.claims.get((line.distribution, line.claim))
    texts = {name: line.values[name] for name in FIGURE if name not in ("amount", "headline")}
    days = {name: date.fromisoformat(texts.pop(name)) for name in ("retrieved_on", "checked_on", "review_by")}
    return SalaryClaim(
        pk=known["pk"] if known else None,
        distribution_id=ids[line.distribution],
        slug=line.claim,
        position=known["position"] if known else 0,
        retired_at=known["retired_at"] if known else None,
        amount=Decimal(line.values["amount"]),
        headline=line.values["headline"] == "yes",
        relative_error=_error(line.values[ERROR]),
        **texts,
        **days,
    )


def _let_the_planner_look() -> None:
    """Before thousands of rows are compared: what the planner knows may be of a time when there were few.

    Then it would go through all rows for each of them, until the statement is cut off.
    """
    tables = ", ".join([Change._meta.db_table, *(model._meta.db_table for model in (Distribution, SalaryClaim))])
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {tables}")


def _error(text: str) -> Any:
    return Decimal(text) if text else None
