"""Taking back what was done: one field, all of a row since a time, or a whole act; each is an act of its own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.contrib import admin
from django.db import IntegrityError, connection, models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst

from curation.changes import Batch, Change, recorded_as
from curation.changes_in_words import MOMENT, kind_of, name_of
from curation.curated_tables import curated_tables, ends_of, is_kept, link_of, whole_of
from curation.recorded import RecordedMixin
from curation.refusals import reason_of
from curation.restoring import restore
from curation.reverting import Key, Net, net
from curation.table_loading import RefusedError, alone, lock_rows

NAMED = 20
# From so many rows on, what the planner knows may be of a time when there were few.
MANY = 1000


def put_back(
    nets: dict[Key, Net], *, columns: dict[Key, str] | None = None, what: str, by_id: int, at: datetime
) -> bool:
    """Let rows be as they were before some changes, of those in ``columns`` only that column; False if they are.

    Raises ``RefusedError`` and changes nothing if something stands against it.
    """
    with _explained(nets):
        _hold(nets)
        with recorded_as(user_id=by_id, what=what, kind=Batch.Kind.PUT_BACK, at=at) as batch:
            _restore(nets, columns=columns, at=at)
    return Batch.objects.filter(pk=batch.pk).exists()


def undo(*, batch: Batch, by_id: int, at: datetime) -> bool:
    """Put everything that an act touched back as it was, and take away what it made. False if that was done before.

    Raises ``RefusedError``, names what was changed since and changes nothing, if anything was.
    """
    nets = net(batch.changes.order_by("pk"))
    with _explained(nets):
        batch = Batch.objects.select_for_update(of=("self",)).select_related("undoes").get(pk=batch.pk)
        if batch.undone_at is not None:
            return False
        if batch.kind == Batch.Kind.SEED:
            raise RefusedError("What came from the files is not undone here: a curator's edit goes before the file.")
        _hold(nets)
        if since := _changed_since(batch, nets):
            more = [f"And {len(since) - NAMED} more."] if len(since) > NAMED else []
            raise RefusedError("Not undone, because it would take back what was done since:", *since[:NAMED], *more)
        with recorded_as(user_id=by_id, what=f"Undid: {batch.what}", kind=Batch.Kind.UNDO, at=at, undoes=batch):
            _restore(nets, at=at)
        Batch.objects.filter(pk=batch.pk).update(undone_at=at, undone_by_id=by_id)
        if batch.undoes_id is not None:
            # What an undo took back is there again, and can be undone again.
            Batch.objects.filter(pk=batch.undoes_id).update(undone_at=None, undone_by=None)
    return True


def models_of(nets: Iterable[Key]) -> set[type[models.Model]]:
    """The models whose rows, parts and links would be written: whoever may change them may put back."""
    found = set()
    for table in {table for table, _ in nets}:
        link = link_of(table)
        found.add(link.model if link else curated_tables()[table])
    return found


def deleted_by(nets: dict[Key, Net]) -> set[type[models.Model]]:
    """The models of which rows would be deleted."""
    tables = {table for (table, _), one in nets.items() if one.before is None and not link_of(table)}
    return {curated_tables()[table] for table in tables if not is_kept(curated_tables()[table])}


@contextmanager
def _explained(nets: dict[Key, Net]) -> Iterator[None]:
    with alone("rows"):
        try:
            yield
        except IntegrityError as error:
            said = reason_of(error, curated_tables().values())
            raise RefusedError(f"Nothing was put back: {said}") from error


def _hold(nets: dict[Key, Net]) -> None:
    """Nobody changes the rows, nor those whose parts they are, until the end of the transaction."""
    if len(nets) > MANY:
        tables = {Change._meta.db_table, *(table for table, _ in nets)}
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {', '.join(sorted(tables))}")
    for model, keys in sorted(_wholes(nets).items(), key=lambda one: one[0]._meta.label):
        lock_rows(model._default_manager.filter(pk__in=keys))
    for table in sorted({table for table, _ in nets}):
        lock_rows(curated_tables()[table]._default_manager.filter(pk__in=[row for name, row in nets if name == table]))


def _restore(nets: dict[Key, Net], *, at: datetime, columns: dict[Key, str] | None = None) -> None:
    """Write the rows, and do what their desks do after an edit: keep a version, let searches know."""
    for row in restore(nets, at=at, columns=columns):
        desk = admin.site._registry.get(type(row))
        if reason := desk.in_the_way(row) if isinstance(desk, RecordedMixin) else "":
            raise RefusedError(f"“{row}” cannot be offered again: {reason}")
        row.bring_back(at=at)  # type: ignore[attr-defined]
    for model, keys in _wholes(nets).items():
        desk = admin.site._registry.get(model)
        if isinstance(desk, RecordedMixin) and desk.follows_up:
            desk.record_changes(model._default_manager.filter(pk__in=keys))
    # Deferred constraints speak up here, where they can still be explained.
    connection.check_constraints()


def _wholes(nets: dict[Key, Net]) -> dict[type[models.Model], set[int]]:
    """The rows on whose pages what is in ``nets`` is edited."""
    found: dict[type[models.Model], set[int]] = defaultdict(set)
    parts: dict[str, set[int]] = defaultdict(set)
    for (table, row), one in nets.items():
        whole = whole_of(table)
        if whole is None:
            found[curated_tables()[table]].add(row)
        else:
            parts[table] |= {state[whole[1]] for state in (one.before, one.after) if state}
    for table, keys in parts.items():
        model = whole_of(table)[0]  # type: ignore[index]
        # Links of a part: the part belongs to a row in its turn.
        further = whole_of(model._meta.db_table)
        if further is None:
            found[model] |= keys
        else:
            found[further[0]] |= set(model._default_manager.filter(pk__in=keys).values_list(further[1], flat=True))
    return found


def _changed_since(batch: Batch, nets: dict[Key, Net]) -> list[str]:
    """What is no longer as the act left it, in words."""
    reasons: list[str] = []
    # A row before its parts.
    for table in sorted({table for table, _ in nets}, key=lambda table: (bool(whole_of(table)), table)):
        rows = {row: one for (name, row), one in nets.items() if name == table}
        if link_of(table):
            reasons += _links_changed(table, rows)
            continue
        with connection.cursor() as cursor:
            # Containment, so that a column that a later version of the site adds is no change.
            cursor.execute(
                "SELECT left_at.row FROM (SELECT DISTINCT ON (row) row, after FROM curation_change "  # noqa: S608
                'WHERE batch_id = %s AND "table" = %s AND row = ANY(%s) ORDER BY row, id DESC) left_at '
                f"LEFT JOIN {table} stored ON stored.id = left_at.row "
                "WHERE (stored.id IS NULL) <> (left_at.after IS NULL) OR NOT to_jsonb(stored) @> left_at.after",
                [batch.pk, table, list(rows)],
            )
            reasons += _in_words(table, [row for (row,) in cursor.fetchall()])
        made = [row for row, one in rows.items() if one.before is None]
        if made and not is_kept(curated_tables()[table]):
            reasons += _added_to(table, made, nets)
    return reasons


def _links_changed(table: str, rows: dict[int, Net]) -> list[str]:
    """Links are told by what they link: a removed one that is back, or an added one that is gone again."""
    source, target = ends_of(link_of(table))
    model = curated_tables()[table]
    left: dict[tuple[int, int], bool] = defaultdict(bool)
    for one in rows.values():
        state = one.after or one.before or {}
        left[state[source], state[target]] |= one.after is not None
    keys = {key for key, _ in left}
    there = set(model._default_manager.filter(**{f"{source}__in": keys}).values_list(source, target))
    odd = {pair[0] for pair, stood in left.items() if (pair in there) != stood}
    owner = link_of(table).model
    kind, links = kind_of(owner._meta.db_table), link_of(table).verbose_name
    return [
        f"{capfirst(str(links))} of {kind} “{row}” were changed." for row in owner._default_manager.filter(pk__in=odd)
    ]


def _added_to(table: str, made: list[int], nets: dict[Key, Net]) -> list[str]:
    """What was added since to rows that would be deleted."""
    reasons = []
    for name, model in curated_tables().items():
        pointing = [one for one in model._meta.concrete_fields if one.related_model is curated_tables()[table]]
        for field in pointing:
            rows = model._default_manager.filter(**{f"{field.attname}__in": made})
            added = rows.exclude(pk__in=[row for other, row in nets if other == name])
            reasons += _in_words(name, list(added.values_list("pk", flat=True)))
    return reasons


def _in_words(table: str, rows: list[int]) -> list[str]:
    """The last change of each row: what, by whom and when."""
    last = list(
        Change.objects.filter(table=table, row__in=rows).order_by("row", "-pk").distinct("row").select_related("by")
    )
    whole = whole_of(table)
    names: dict[Any, str] = {}
    if whole is not None:
        keys = {change.whole for change in last}
        names = {row.pk: name_of(vars(row)) for row in whole[0]._default_manager.filter(pk__in=keys)}
    sentences = []
    for change in last:
        name = name_of(change.after or change.before or {})
        named = f"{kind_of(table)} “{name}”" + (f" of “{names[change.whole]}”" if change.whole in names else "")
        act = "deleted" if change.after is None else "added" if change.before is None else "changed"
        when = date_format(timezone.localtime(change.at), MOMENT)
        sentences.append(f"{capfirst(named)} was {act} by {change.by or 'nobody with a name'} on {when}.")
    return sentences
