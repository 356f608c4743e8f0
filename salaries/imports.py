"""Claims from a curator's file, as one act: loading exactly what they saw, and undoing it in one press."""

from collections import defaultdict
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import connection, models
from django.utils import timezone
from django.utils.formats import date_format

from curation.table_loading import IN_ONE_STATEMENT, RefusedError, alone, draft_of, lock_rows, overwrite
from salaries.claims_file import EDITION, FIGURE
from salaries.import_lines import ClaimLine
from salaries.import_plan import Plan, judged, understood
from salaries.import_stored import CATALOG, Stored
from salaries.models import Change, Distribution, ImportBatch, SalaryClaim, recorded_as

TABLES: tuple[type[Any], ...] = (Distribution, SalaryClaim)
NAMED = 20


def load(*, by_id: int, fingerprint: str, at: datetime) -> ImportBatch:
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
        batch = ImportBatch.objects.create(
            at=at, by_id=by_id, file_name=draft.file_name, created=wanted.new, updated=wanted.changed
        )
        with recorded_as(user_id=by_id, batch_id=batch.pk):
            _write(wanted)
            _let_the_planner_look()
            # Deferred constraints speak up here, where they can still be explained.
            connection.check_constraints()
        draft.delete()
    return batch


def _write(wanted: Plan) -> None:
    stored = wanted.stored
    ids = {slug: row["pk"] for slug, row in stored.distributions.items()}
    frames = {entry.line.distribution: entry.line.values for entry in wanted.entries}
    rows = {slug: _distribution(slug, values, stored) for slug, values in frames.items()}
    other_edition = [
        row
        for slug, row in rows.items()
        if slug in ids and any(stored.distributions[slug]["values"][name] != frames[slug][name] for name in EDITION)
    ]
    overwrite(Distribution, other_edition, EDITION)
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
            positions[entry.line.distribution] += 1
            claim.position = positions[entry.line.distribution]
        (new if entry.new else changed).append(claim)
    # Who stops being the large figure of a level goes first, so that another can become it.
    changed.sort(key=lambda claim: claim.headline)
    overwrite(SalaryClaim, changed, tuple(name for name in FIGURE if name not in ("level", "statistic", "period")))
    SalaryClaim.objects.bulk_create(new, batch_size=IN_ONE_STATEMENT)


def _distribution(slug: str, values: dict[str, str], stored: Stored) -> Distribution:
    known = stored.distributions.get(slug)
    return Distribution(
        pk=known["pk"] if known else None,
        slug=slug,
        retired_at=known["retired_at"] if known else None,
        **{f"{name}_id": stored.catalog[name][values[name]] for name in CATALOG},
        **{name: values[name] for name in ("kind", "currency", "as_of", *EDITION)},
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
        **texts,
        **days,
    )


def undo(*, batch: ImportBatch, by_id: int, at: datetime) -> bool:
    """Put everything that an import touched back as it was, and take away what it made. False if that was done before.

    Raises ``RefusedError``, names what was changed since and changes nothing, if anything was.
    """
    with alone("claims"):
        if ImportBatch.objects.select_for_update().get(pk=batch.pk).undone_at is not None:
            return False
        _let_the_planner_look()
        for model in TABLES:
            touched = batch.changes.filter(table=model._meta.db_table).values("row")
            lock_rows(model._default_manager.filter(pk__in=touched))
        if since := _changed_since(batch):
            more = [f"And {len(since) - NAMED} more."] if len(since) > NAMED else []
            raise RefusedError(*since[:NAMED], *more)
        with recorded_as(user_id=by_id):
            for model in reversed(TABLES):
                made = batch.changes.filter(table=model._meta.db_table, before__isnull=True).values("row")
                model._default_manager.filter(pk__in=made).delete()
            for model in TABLES:
                _restore(model, batch)
            connection.check_constraints()
        ImportBatch.objects.filter(pk=batch.pk).update(undone_at=at, undone_by_id=by_id)
    return True


def _let_the_planner_look() -> None:
    """Before thousands of rows are compared: what the planner knows may be of a time when there were few.

    Then it would go through all rows for each of them, until the statement is cut off.
    """
    tables = ", ".join([Change._meta.db_table, *(model._meta.db_table for model in TABLES)])
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {tables}")


def _changed_since(batch: ImportBatch) -> list[str]:
    """What is no longer as the import left it, in words."""
    reasons = []
    for model in TABLES:
        table = model._meta.db_table
        with connection.cursor() as cursor:
            # Containment, so that a column that a later version of the site adds is no change.
            cursor.execute(
                f"SELECT change.row FROM salaries_change change LEFT JOIN {table} stored ON stored.id = change.row "  # noqa: S608
                "WHERE change.batch_id = %s AND change.table = %s "
                "AND (stored.id IS NULL OR NOT to_jsonb(stored) @> change.after)",
                [batch.pk, table],
            )
            reasons += _in_words(table, [row for (row,) in cursor.fetchall()])
    made = batch.changes.filter(before__isnull=True)
    added = SalaryClaim.objects.filter(
        distribution__in=made.filter(table=Distribution._meta.db_table).values("row")
    ).exclude(pk__in=made.filter(table=SalaryClaim._meta.db_table).values("row"))
    return reasons + _in_words(SalaryClaim._meta.db_table, list(added.values_list("pk", flat=True)))


def _in_words(table: str, rows: list[int]) -> list[str]:
    """The last change of each row: what, by whom and when."""
    last = list(
        Change.objects.filter(table=table, row__in=rows).order_by("row", "-pk").distinct("row").select_related("by")
    )
    contents = {change.pk: change.after or change.before or {} for change in last}
    frames = [content["distribution_id"] for content in contents.values() if "distribution_id" in content]
    slugs = dict(Distribution.objects.filter(pk__in=frames).values_list("pk", "slug"))
    sentences = []
    for change in last:
        frame = slugs.get(contents[change.pk].get("distribution_id", 0))
        name = f"{frame}/{change.name}" if frame else change.name
        act = "deleted" if change.after is None else "added" if change.before is None else "changed"
        when = date_format(timezone.localtime(change.at), "DATETIME_FORMAT")
        sentences.append(f"{name} was {act} by {change.by or 'nobody with a name'} on {when}.")
    return sentences


def _restore(model: type[models.Model], batch: ImportBatch) -> None:
    """Write every changed row back as it was recorded, in the database itself, so that no amount becomes a float."""
    table = model._meta.db_table
    columns = ", ".join(
        f'"{column.column}"'
        for column in model._meta.concrete_fields
        if not (column.primary_key or column.generated or column.name == "newest")
    )
    # Who stops being the large figure of a level goes first, so that another can become it again.
    for headline in ("IS NOT TRUE", "IS TRUE"):
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {table} stored SET ({columns}) = "  # noqa: S608 (names of our own tables and columns)
                f"(SELECT {columns} FROM jsonb_populate_record(stored, change.before)) FROM salaries_change change "
                "WHERE change.batch_id = %s AND change.table = %s AND change.row = stored.id "
                f"AND change.before IS NOT NULL AND (change.before->>'headline')::boolean {headline}",
                [batch.pk, table],
            )
