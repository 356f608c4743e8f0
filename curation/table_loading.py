"""A curator's file becomes rows as one act: exactly what they saw is loaded, under their name, or nothing."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, OperationalError, connection, models, transaction
from django.utils.text import capfirst

from curation import csv_lines
from curation.changes import Batch, recorded_as
from curation.content_files import target_of
from curation.curated_tables import curated_tables
from curation.models import ImportDraft
from curation.refusals import reason_of
from curation.seeding import ADVISORY_LOCK
from curation.table_file import SLUG, TableFile
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


def load(
    table: TableFile,
    *,
    by_id: int,
    fingerprint: str,
    at: datetime,
    finish: Callable[[list[int]], None] | None = None,
) -> Plan:
    """Load the curator's draft, if it still does what they saw. Else raises ``RefusedError`` and changes nothing.

    Rows are created and changed, never deleted, published, retired or brought back. What follows, if the table does
    not say it itself, is ``finish``: it is given the keys of the rows, or those of what they are parts of.
    """
    kind = str(table.model._meta.verbose_name_plural)
    with alone(kind):
        draft = draft_of(table=table.name, by_id=by_id, locked=True)
        if draft is None:
            raise RefusedError("There is no file to load: it was loaded already, or none was chosen.")
        if table.whole:
            wholes = target_of(table.model, table.whole)._default_manager
            lock_rows(wholes.filter(slug__in=slugs_in(table, draft.text, table.whole)))
        lock_rows(table.model._default_manager.filter(slug__in=slugs_in(table, draft.text)))
        wanted = plan(table, draft.text)
        if wanted.problems or wanted.fingerprint != fingerprint:
            raise RefusedError("The file or what it changes is no longer what you saw. Look at the changes again.")
        if not wanted.entries:
            raise RefusedError(f"All {kind} in the file are stored just so already.")
        with recorded_import(kind, draft, by_id=by_id, at=at, created=wanted.new, updated=wanted.changed) as batch:
            keys = _write(wanted)
            _log(wanted, keys, file_name=draft.file_name, by_id=by_id, at=at)
            if done := table.finish or finish:
                done(_touched(wanted, keys))
            # Deferred constraints speak up here, where they can still be explained.
            connection.check_constraints()
        draft.delete()
    wanted.batch = batch.pk
    return wanted


@contextmanager
def recorded_import(
    kind: str, draft: ImportDraft, *, by_id: int, at: datetime, created: int, updated: int
) -> Iterator[Batch]:
    """The loading of a curator's file as one act, with how many rows it made and changed."""
    what = f"Imported {kind} from {draft.file_name}"
    name = draft.file_name
    with recorded_as(user_id=by_id, what=what, kind=Batch.Kind.IMPORT, at=at, file_name=name) as batch:
        batch.created, batch.updated = created, updated
        yield batch


def _write(wanted: Plan) -> dict[str, int]:
    """Write what changes, in a few statements. Returns the keys of the rows by name."""
    table = wanted.table
    new = [wanted.rows[entry.line.name] for entry in wanted.entries if entry.new]
    changed = [wanted.rows[entry.line.name] for entry in wanted.entries if not entry.new]
    differing = {name for entry in wanted.entries if not entry.new for name, _, _ in entry.differences}
    plain = [name for name in table.columns if name in differing and name not in table.links]
    manager = table.model._default_manager
    manager.bulk_create(new, batch_size=IN_ONE_STATEMENT)
    if plain:
        overwrite(table.model, changed, plain)
    keys = {name: row.pk for name, row in wanted.rows.items()}
    for name in table.links:
        _link(wanted, name, keys)
    return keys


def _touched(wanted: Plan, keys: dict[str, int]) -> list[int]:
    """The keys of the rows whose page now says something else."""
    if whole := wanted.table.whole:
        return sorted({wanted.known[whole][entry.line.values[whole]] for entry in wanted.entries})
    return list(keys.values())


def overwrite(model: type[models.Model], rows: list[Any], fields: Collection[str]) -> None:
    """Update rows that are there, by their keys, in few statements. ``bulk_update`` takes many times as long."""
    model._default_manager.bulk_create(
        rows, batch_size=IN_ONE_STATEMENT, update_conflicts=True, unique_fields=["id"], update_fields=fields
    )


def _link(wanted: Plan, name: str, keys: dict[str, int]) -> None:
    """Let each row name exactly the other rows that its line names."""
    column = wanted.table.field(name)
    through = column.remote_field.through
    source, target = f"{column.m2m_field_name()}_id", f"{column.m2m_reverse_field_name()}_id"
    entries = [entry for entry in wanted.entries if entry.was.get(name, "") != entry.line.values[name]]
    through._default_manager.filter(**{f"{source}__in": [keys[entry.line.name] for entry in entries]}).delete()
    through._default_manager.bulk_create(
        [
            through(**{source: keys[entry.line.name], target: wanted.known[name][slug]})
            for entry in entries
            for slug in entry.line.values[name].splitlines()
        ],
        batch_size=IN_ONE_STATEMENT,
    )


def _log(wanted: Plan, keys: dict[str, int], *, file_name: str, by_id: int, at: datetime) -> None:
    """Each row's history in the admin names who brought the file, as it does after a change on its page.

    Parts are changed with what they are parts of.
    """
    table = wanted.table
    model = target_of(table.model, table.whole) if table.whole else table.model
    kind = ContentType.objects.get_for_model(model)
    LogEntry.objects.bulk_create(
        [
            LogEntry(
                action_time=at,
                user_id=by_id,
                content_type=kind,
                object_id=str(wanted.known[table.whole][name] if table.whole else keys[name]),
                object_repr=name,
                action_flag=ADDITION if entries[0].new and not table.whole else CHANGE,
                change_message=_message(entries, table, file_name),
            )
            for name, entries in _by_page(wanted).items()
        ],
        batch_size=IN_ONE_STATEMENT,
    )


def _by_page(wanted: Plan) -> dict[str, list[Entry]]:
    """What changes, by the slug of the row on whose page it stands."""
    pages: dict[str, list[Entry]] = defaultdict(list)
    for entry in wanted.entries:
        pages[entry.line.values[wanted.table.whole or SLUG]].append(entry)
    return pages


def _message(entries: list[Entry], table: TableFile, file_name: str) -> str:
    if table.whole:
        parts = ", ".join(entry.line.values[SLUG] for entry in entries)
        return f"{capfirst(table.model._meta.verbose_name_plural)} from {file_name}: {parts}."
    if entries[0].new:
        return f"Added from {file_name}."
    return f"Changed from {file_name}: {', '.join(name for name, _, _ in entries[0].differences)}."


@contextmanager
def alone(kind: str) -> Iterator[None]:
    """One transaction in which nobody else imports, undoes or seeds. Raises ``RefusedError`` if somebody does.

    ``kind`` names the rows, such as "questions".
    """
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [ADVISORY_LOCK])
                if not cursor.fetchone()[0]:
                    raise RefusedError("Another import or undo is under way. Try again in a minute.")
            yield
    except IntegrityError as error:
        said = reason_of(error, curated_tables().values()).rstrip(".")
        raise RefusedError(f"Nothing was changed: {said}.") from error
    except OperationalError as error:
        if getattr(error.__cause__, "pgcode", None) not in IN_THE_WAY:
            raise
        raise RefusedError(f"Somebody is changing the same {kind}. Try again in a minute.") from error


def lock_rows(rows: "models.QuerySet[Any]") -> None:
    """Hold rows until the end of the transaction, always in the same order."""
    list(rows.order_by("pk").select_for_update().values_list("pk"))
