"""Everything that is kept for a learner, as one JSON document, row by row: the whole is never in memory at once."""

import json
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from typing import Any

from django.db import connection, transaction
from django.db.models import Model, QuerySet

from accounts.models import MailChoices, User
from keeping.models import Document
from keeping.taking.naming import TOLD, fields, paths_of, reader_of, repeats, taken

SCHEMA = {"name": "tpm-portal-takeout", "version": 1}
# What the account itself says of how somebody likes the site.
PREFERENCES = ("name", "theme", "time_zone")
ROWS_AT_ONCE = 2000
PIECE = 64 * 1024


def documents(user: User) -> Iterator[bytes]:
    """The document of a learner in pieces of some 64 KB, as UTF-8; ``b"".join`` gives a JSON text.

    It is the same byte for byte as long as the rows are: it has no time, no primary key, and each row is one line, in
    the order in which they were made. All of it is of one moment. The last line says what is told and not brought back:
    the address, and what was reported to those who run the site.
    """
    with of_one_moment():
        yield from _in_pieces(_lines(user))


def _in_pieces(lines: Iterable[str]) -> Iterator[bytes]:
    ready: list[bytes] = []
    size = 0
    for line in lines:
        ready.append(line.encode())
        size += len(ready[-1])
        if size >= PIECE:
            yield b"".join(ready)
            ready, size = [], 0
    yield b"".join(ready)


def _lines(user: User) -> Iterator[str]:
    account = User.objects.values(*PREFERENCES, "email").get(pk=user.pk)
    email = account.pop("email")
    account["mail"] = mail_of(user)
    yield f'{{"schema": {text(SCHEMA)},\n"account": {text(account)},\n"tables": {{'
    numbers = repeats(user.pk)
    for number, (subject, model) in enumerate(taken().items()):
        yield f'{"," if number else ""}\n"{subject}": ['
        first = True
        for row in rows_of(model, user.pk, numbers):
            yield f"{'' if first else ','}\n{text(row)}"
            first = False
        yield "]"
    told = {"email": email} | {
        subject.partition(".")[2]: list(rows_of(model, user.pk, {}))
        for subject, model in ((model._meta.label_lower, model) for model in _told())
    }
    yield f'}},\n"told": {text(told)}}}\n'


def mail_of(user: User) -> list[str]:
    """What somebody asked to be written of, by the names of the switches; the key that stops mails stays here."""
    choices = MailChoices.objects.filter(user=user).first()
    return [kind.value for kind in choices.on] if choices else []


def _told() -> list[type[Model]]:
    from django.apps import apps

    return [apps.get_model(label) for label in TOLD]


def text(value: Any) -> str:
    """JSON on one line, always the same for the same."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def rows(user: User, subject: str) -> Iterator[Document]:
    """A learner's rows of one table by its name in the document, each as the document says it."""
    return rows_of(taken()[subject], user.pk, repeats(user.pk))


def rows_of(model: type[Model], user_id: int, numbers: Any) -> Iterator[Document]:
    """The same of a table. ``numbers`` are those of rows with the same name, see ``naming.repeats``."""
    for _, row in keyed_rows(model, user_id, numbers):
        yield row


def keyed_rows(model: type[Model], user_id: int, numbers: Any) -> Iterator[tuple[int, Document]]:
    """The same, each with its primary key here."""
    readers = [(field.name, reader_of(model, field.name)) for field in fields(model)]
    for key, *values in _of_anybody(model).filter(user=user_id).iterator(chunk_size=ROWS_AT_ONCE):
        left = iter(values)
        yield key, {name: read(left, numbers) for name, read in readers}


@cache
def _of_anybody(model: type[Model]) -> "QuerySet[Any, Any]":
    """A query is costly to put together, and the same for everybody."""
    columns = ["__".join(path) for field in fields(model) for path in paths_of(model, field.name)]
    return model._default_manager.order_by("pk").values_list("pk", *columns)


def of_one_moment() -> AbstractContextManager[None]:
    """Inside a transaction that has begun it stays with what that one sees."""
    return nullcontext() if connection.in_atomic_block else _snapshot()


@contextmanager
def _snapshot() -> Iterator[None]:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield
