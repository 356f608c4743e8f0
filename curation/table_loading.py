"""A curator's file becomes rows as one act: exactly what they saw is loaded, under their name, or nothing."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, OperationalError, connection, models, transaction

from curation import csv_lines
from curation.models import ImportDraft
from curation.seeding import ADVISORY_LOCK
from curation.table_file import TableFile
from curation.table_plan import Entry, Plan, plan, slugs_in

IN_ONE_STATEMENT = 2000
# Somebody else holds the rows for longer than we wait, or waits for ours while we wait for theirs.
IN_THE_WAY = ("55P03", "40P01")


class RefusedError(Exception):
    """Nothing was changed. ``reasons`` are sentences for the curator."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(*reasons)
        self.reasons = list(reasons)


def keep_draft(
    *, table: str, by_id: int, file_name: str, text: str, at: datetime, encoding: str = csv_lines.UTF_8
) -> None:
    """Keep a good file until it is loaded or the curator brings another for the same table."""
    kept = {"file_name": file_name[:200] or "rows.csv", "encoding": encoding, "text": text, "at": at}
    ImportDraft.objects.update_or_create(by_id=by_id, table=table, defaults=kept)


def draft_of(*, table: str, by_id: int, locked: bool = False) -> ImportDraft | None:
    """The file that a curator is looking at; ``locked`` until the end of the transaction."""
    drafts = ImportDraft.objects.select_for_update() if locked else ImportDraft.objects.all()
    return drafts.filter(table=table, by_id=by_id).first()


def load(table: TableFile, *, by_id: int, fingerprint: str, at: datetime) -> Plan:
    """Load the curator's draft, if it still does what they saw. Else raises ``RefusedError`` and changes nothing.

    Rows are created and changed, never deleted, retired or brought back.
    """
    kind = str(table.model._meta.verbose_name_plural)
    with alone(kind):
        draft = draft_of(table=table.name, by_id=by_id, locked=True)
        if draft is None:
            raise RefusedError("There is no file to load: it was loaded already, or none was chosen.")
        lock_rows(table.model._default_manager.filter(slug__in=slugs_in(table, draft.text)))
        wanted = plan(table, draft.text)
        if wanted.problems or wanted.fingerprint != fingerprint:
            raise RefusedError("The file or what it changes is no longer what you saw. Look at the changes again.")
        if not wanted.entries:
            raise RefusedError(f"All {kind} in the file are stored just so already.")
        keys = _write(wanted)
        _log(wanted, keys, file_name=draft.file_name, by_id=by_id, at=at)
        if table.finish:
            table.finish(list(keys.values()))
        # Deferred constraints speak up here, where they can still be explained.
        connection.check_constraints()
        draft.delete()
    return wanted


def _write(wanted: Plan) -> dict[str, int]:
    """Write what changes, in a few statements. Returns the keys of the rows by slug."""
    table = wanted.table
    new = [_row(wanted, entry) for entry in wanted.entries if entry.new]
    changed = [_row(wanted, entry) for entry in wanted.entries if not entry.new]
    plain = [name for name in table.columns if name not in table.links]
    manager = table.model._default_manager
    manager.bulk_create(new, batch_size=IN_ONE_STATEMENT)
    overwrite(table.model, changed, plain)
    keys = {row.slug: row.pk for row in (*new, *changed)}
    for name in table.links:
        _link(wanted, name, keys)
    return keys


def overwrite(model: type[models.Model], rows: list[Any], fields: Collection[str]) -> None:
    """Update rows that are there, by their keys, in few statements. ``bulk_update`` takes many times as long."""
    model._default_manager.bulk_create(
        rows, batch_size=IN_ONE_STATEMENT, update_conflicts=True, unique_fields=["id"], update_fields=fields
    )


def _row(wanted: Plan, entry: Entry) -> Any:
    table, known = wanted.table, wanted.stored.get(entry.line.slug)
    values: dict[str, Any] = {}
    for name in table.columns:
        text = entry.line.values[name]
        if name in table.references:
            values[f"{name}_id"] = wanted.known[name][text] if text else None
        elif name not in table.links:
            values[name] = table.field(name).to_python(text)
    return table.model(pk=known.pk if known else None, slug=entry.line.slug, **values)


def _link(wanted: Plan, name: str, keys: dict[str, int]) -> None:
    """Let each row name exactly the other rows that its line names."""
    column = wanted.table.field(name)
    through = column.remote_field.through
    source, target = f"{column.m2m_field_name()}_id", f"{column.m2m_reverse_field_name()}_id"
    entries = [entry for entry in wanted.entries if entry.was.get(name, "") != entry.line.values[name]]
    through._default_manager.filter(**{f"{source}__in": [keys[entry.line.slug] for entry in entries]}).delete()
    through._default_manager.bulk_create(
        [
            through(**{source: keys[entry.line.slug], target: wanted.known[name][slug]})
            for entry in entries
            for slug in entry.line.values[name].splitlines()
        ],
        batch_size=IN_ONE_STATEMENT,
    )


def _log(wanted: Plan, keys: dict[str, int], *, file_name: str, by_id: int, at: datetime) -> None:
    """Each row's history in the admin names who brought the file, as it does after a change on its page."""
    kind = ContentType.objects.get_for_model(wanted.table.model)
    LogEntry.objects.bulk_create(
        [
            LogEntry(
                action_time=at,
                user_id=by_id,
                content_type=kind,
                object_id=str(keys[entry.line.slug]),
                object_repr=entry.line.slug,
                action_flag=ADDITION if entry.new else CHANGE,
                change_message=_message(entry, file_name),
            )
            for entry in wanted.entries
        ],
        batch_size=IN_ONE_STATEMENT,
    )


def _message(entry: Entry, file_name: str) -> str:
    if entry.new:
        return f"Added from {file_name}."
    return f"Changed from {file_name}: {', '.join(name for name, _, _ in entry.differences)}."


@contextmanager
def alone(kind: str) -> Iterator[None]:
    """One transaction in which nobody else imports or seeds. Raises ``RefusedError`` if somebody does.

    ``kind`` names the rows, such as "questions".
    """
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [ADVISORY_LOCK])
                if not cursor.fetchone()[0]:
                    raise RefusedError("Another import is under way. Try again in a minute.")
            yield
    except IntegrityError as error:
        raise RefusedError(f"Nothing was changed: {str(error).splitlines()[0]}.") from error
    except OperationalError as error:
        if getattr(error.__cause__, "pgcode", None) not in IN_THE_WAY:
            raise
        raise RefusedError(f"Somebody is changing the same {kind}. Try again in a minute.") from error


def lock_rows(rows: "models.QuerySet[Any]") -> None:
    """Hold rows until the end of the transaction, always in the same order."""
    list(rows.order_by("pk").select_for_update().values_list("pk"))
