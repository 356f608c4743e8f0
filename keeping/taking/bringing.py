"""Bringing a document back: what it would do, and doing it, all or nothing. The second time it does nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from secrets import token_hex
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.db.models import Model

from accounts.models import MailChoices, MailKind, User
from keeping.ceilings import refuse_more, refuse_rows
from keeping.models import Document, Event, KeptAside, Own
from keeping.taking import naming
from keeping.taking.aside import digest_of
from keeping.taking.comparing import compare
from keeping.taking.differences import HERE, THERE, Comparison, Difference, ignored
from keeping.taking.explaining import explained
from keeping.taking.export import PREFERENCES, text
from keeping.taking.reading import ASIDE, Taken
from keeping.taking.settling import closing_events, put_along, settle_deletions
from keeping.taking.tables import secret
from keeping.taking.values import stored

ROWS_AT_ONCE = 500
Choices = Mapping[str, str]


@dataclass
class Result:
    """What became of a document: how many rows of each table were added, changed, there already, or kept aside."""

    added: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)
    aside: Counter[str] = field(default_factory=Counter)
    # Rows kept aside earlier that have their place now.
    taken_in: int = 0

    @property
    def did_something(self) -> bool:
        return bool(self.added.total() or self.changed.total() or self.aside.total() or self.taken_in)


@dataclass
class Plan:
    """What bringing a document would do, without having done it."""

    result: Result
    differences: list[Difference]
    # The content that this site does not have, by its table: the names.
    unknown: dict[type[Model], list[str]]


def look(user: User, taken: Taken, *, at: datetime) -> Plan:
    """Everything that ``bring`` would do, which is tried and taken back. Raises as ``bring`` does."""
    with transaction.atomic():
        found = _locked(user, taken)
        result = _apply(found, taken, {}, at)
        transaction.set_rollback(True)
    unknown = {model: sorted(names) for model, names in found.aside.unknown.items()}
    return Plan(result, list(found.differs.values()), unknown)


def bring(user: User, taken: Taken, *, at: datetime, choices: Choices | None = None, otherwise: str = "") -> Result:
    """Take a document over, in one transaction. Two at once come one after the other.

    ``choices`` say by the ``key`` of a difference which is right, ``"here"`` or ``"there"``; without one it is
    ``otherwise``, or if that is empty the newer. Raises ``UnreadableError`` with what is wrong in words, or
    ``FullError`` if it is more than the site keeps.
    """
    with transaction.atomic():
        return _apply(_locked(user, taken), taken, choices or {}, at, otherwise)


def _locked(user: User, taken: Taken) -> Comparison:
    return compare(User.objects.select_for_update(no_key=True).get(pk=user.pk), taken)


def _apply(found: Comparison, taken: Taken, choices: Choices, at: datetime, otherwise: str = "") -> Result:
    chosen = {one: choices.get(one.key, otherwise or one.newer) for one in found.differs.values()}
    try:
        with transaction.atomic():
            result = _written(found, taken, chosen, at)
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    except DatabaseError as error:
        raise explained(error, found) from error
    for model, number in found.new.items():
        if number and issubclass(model, Own):
            refuse_rows(model._default_manager.filter(user=found.user))
    if result.did_something:
        refuse_more(found.user.pk)
    return result


def _written(found: Comparison, taken: Taken, chosen: dict[Difference, str], at: datetime) -> Result:
    result = Result(same=Counter({model._meta.label_lower: number for model, number in found.same.items() if number}))
    writing = Writing(found, at)
    for model, rows in found.new.items():
        writing.insert(model, rows)
        result.added[model._meta.label_lower] += len(rows)
    for one, which in chosen.items():
        if which == THERE and writing.update(one):
            result.changed[one.model._meta.label_lower] += 1
        else:
            result.same[one.model._meta.label_lower] += 1
    settle_deletions(found, chosen, at)
    put_along(found, chosen)
    closing = closing_events(found, chosen, at)
    Event.objects.bulk_create(closing)
    result.taken_in = _keep_aside(found, taken, result.aside)
    took = _take_preferences(found.user, taken.account), _take_mail(found.user, taken.mail, at)
    if any(took):
        result.changed["accounts.user"] += 1
    for counter in (result.added, result.changed, result.same):
        for subject in [subject for subject, number in counter.items() if not number]:
            del counter[subject]
    return result


class Writing:
    """Rows on their way into the database, whose keys are known before they are there."""

    def __init__(self, found: Comparison, at: datetime) -> None:
        self.found, self.at = found, at
        self.keys: dict[int, int] = {}
        for model, rows in found.new.items():
            self.keys.update(zip((number for number, _ in rows), _next_keys(model, len(rows)), strict=True))

    def insert(self, model: type[Model], rows: Iterable[tuple[int, Document]]) -> None:
        made = [self.instance(model, self.keys[number], row) for number, row in rows]
        _free_secrets(model, made, self.at)
        model._base_manager.bulk_create(made, batch_size=ROWS_AT_ONCE)

    def instance(self, model: type[Model], key: int, row: Document) -> Any:
        return model(pk=key, user_id=self.found.user.pk, **self.columns(model, row))

    def columns(self, model: type[Model], row: Document, names: Iterable[str] | None = None) -> dict[str, Any]:
        """The columns of a row as the database takes them."""
        found: dict[str, Any] = {}
        wanted = None if names is None else set(names)
        for column in naming.fields(model):
            if wanted is not None and column.name not in wanted:
                continue
            value = row[column.name]
            if column.is_relation:
                found[column.attname] = None if value is None else self.key_of(column.related_model, value)
            else:
                found[column.attname] = stored(column, value)
        return found

    def key_of(self, model: Any, name: Any) -> int:
        names = self.found.names.get(model)
        if names is None:
            return self.found.aside.known[model][text(name)]
        key = names[text(name)]
        return self.keys[key] if key < 0 else key

    def update(self, one: Difference) -> bool:
        """Take over what the document says of a row. Of a deletion its row decides, see ``settling``."""
        model: Any = one.model
        if model._meta.label_lower == "keeping.deletion":
            return False
        values = self.columns(model, one.there, [name for name in one.there if name not in ignored(model)])
        if "edition" in one.there:
            here, there = one.here["edition"], one.there["edition"]
            values["edition"] = there if there > here else here + 1
        model._base_manager.filter(pk=one.pk).update(**values)
        for hanging, (before, after) in one.hanging.items():
            hanging.model._base_manager.filter(pk__in=[pk for pk, _ in before]).delete()
            keys = _next_keys(hanging.model, len(after))
            hanging.model._base_manager.bulk_create(
                self.instance(hanging.model, key, row) for key, row in zip(keys, after, strict=True)
            )
        return True


def _next_keys(model: type[Model], number: int) -> list[int]:
    if not number:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [f'"{model._meta.db_table}"', str(model._meta.pk.column), number],
        )
        return [key for (key,) in cursor.fetchall()]


def _free_secrets(model: type[Model], rows: list[Any], at: datetime) -> None:
    """What leads to somebody's link stays theirs: the same one here leads nowhere, and counts as withdrawn."""
    column = secret(model)
    if column is None or not rows:
        return
    said = {getattr(row, column.attname) for row in rows}
    taken = set(model._base_manager.filter(**{f"{column.name}__in": said}).values_list(column.name, flat=True))
    for row in rows:
        if getattr(row, column.attname) in taken:
            setattr(row, column.attname, token_hex(32))
            if getattr(row, "withdrawn_at", at) is None:
                row.withdrawn_at = at
        taken.add(getattr(row, column.attname))


def _keep_aside(found: Comparison, taken: Taken, kept: Counter[str]) -> int:
    """Keep what has no place, in the order in which it was kept before. Returns how many found theirs."""
    now = {(subject, digest_of(row)): row for subject, row in found.aside.kept()}
    there = [(row["subject"], digest_of(row["row"])) for row in taken.tables[ASIDE]]
    rows = KeptAside.objects.filter(user=found.user)
    here = dict.fromkeys(rows.values_list("subject", "digest"))
    gone = [one for one in here if one not in now]
    for subject, digest in gone:
        rows.filter(subject=subject, digest=digest).delete()
    new = [one for one in dict.fromkeys([*there, *now]) if one in now and one not in here]
    KeptAside.objects.bulk_create(
        KeptAside(user=found.user, subject=subject, digest=digest, row=now[subject, digest]) for subject, digest in new
    )
    kept.update(subject for subject, _ in new)
    return len(gone)


def _take_preferences(user: User, account: dict[str, str]) -> bool:
    """Those that nobody has chosen here yet."""
    untouched = User()
    new = {
        name: account[name]
        for name in PREFERENCES
        if name in account and getattr(user, name) == getattr(untouched, name) != account[name]
    }
    return bool(new) and bool(User.objects.filter(pk=user.pk).update(**new))


def _take_mail(user: User, mail: Sequence[MailKind], at: datetime) -> bool:
    """What they asked to be written of elsewhere, if they never chose here. Their dates are looked at next."""
    if not mail or MailChoices.objects.filter(user=user).exists():
        return False
    since = at if MailKind.DIGEST in mail else None
    switches = {kind.value: True for kind in mail}
    MailChoices.objects.create(user=user, next_at=at, digest_since=since, **switches)
    return True


__all__ = ["HERE", "THERE", "Choices", "Plan", "Result", "bring", "look"]
