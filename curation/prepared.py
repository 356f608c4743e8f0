"""Queries that are put together once in a process, and then asked with other values.

To put a query together costs a page more than to ask it: the same lookups are resolved and the same SQL is written for
every view of every learner. ``prepared`` keeps the SQL, and what Django makes of the rows stays Django's.
"""

import copy
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import wraps
from threading import Lock
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Model, QuerySet
from django.utils import timezone

# Of one function: by what is no value (a word that chooses an order, say) and by the zone that days are in.
MOST_KEPT = 200


@dataclass(frozen=True)
class Fixed:
    """The day of a query, which belongs to the query itself with all that is worked out of it: another day, another."""

    day: date


class Word(str):
    """A text that goes into a query as it is, and never decides which query that is."""


@dataclass(frozen=True)
class _Ready:
    """SQL with the values it was made with; ``places`` says which of those are which argument of the function."""

    rows: "QuerySet[Any]"
    compiler: Any
    sql: str
    params: tuple[Any, ...]
    places: tuple[tuple[int, int], ...]

    def ask(self, values: list[Any]) -> list[Any]:
        params = list(self.params)
        for place, argument in self.places:
            params[place] = values[argument]
        rows = self.rows._chain()  # type: ignore[attr-defined]

        def compiler(using: str | None = None, **options: Any) -> Any:
            own = copy.copy(self.compiler)
            own.using, own.connection = using, connections[str(using)]
            own.as_sql = lambda *args, **kwargs: (self.sql, tuple(params))
            return own

        rows.query.get_compiler = compiler
        return list(rows)


def prepared(build: Callable[..., "QuerySet[Any, Any]"]) -> Callable[..., list[Any]]:
    """A function that gives rows, made of one that puts their query together from its arguments.

    Rows, numbers, days, times, UUIDs and every ``Word`` may be other ones at each call, and go into the query as they
    are, a row as its key; any other argument belongs to the query itself, as a day that is ``Fixed`` does. The first
    call raises ``ValueError`` if the query holds anything else that is worked out of an argument or of the clock: that
    is to be an argument of its own.
    """
    kept: OrderedDict[Hashable, _Ready | None] = OrderedDict()
    lock = Lock()

    @wraps(build)
    def ask(*args: Any, **kwargs: Any) -> list[Any]:
        names, given = list(kwargs), [*args, *kwargs.values()]
        key = (
            timezone.get_current_timezone_name(),
            *names,
            *(_kind(value) if _is_value(value) else (None, value) for value in given),
        )
        with lock:
            known = key in kept
            ready = kept.get(key)
            if known:
                kept.move_to_end(key)
        if not known:
            ready = _put_together(build, given, names)
            with lock:
                kept[key] = ready
                while len(kept) > MOST_KEPT:
                    kept.popitem(last=False)
        return ready.ask([value.pk if isinstance(value, Model) else value for value in given]) if ready else []

    return ask


def _is_value(value: Any) -> bool:
    """A row without a key is nobody's, and may be asked about in another way."""
    if isinstance(value, Model):
        return bool(value.pk)
    return isinstance(value, (int, date, UUID, Word)) and not isinstance(value, bool)


def _kind(value: Any) -> type:
    """The classes of values that a query is made for; what Django puts around the user of a request is none."""
    return value.__class__ if isinstance(value, Model) else type(value)


def _put_together(build: Callable[..., Any], given: list[Any], names: list[str]) -> _Ready | None:
    """``None`` if the database has nothing to say, whatever the values are."""
    by_the_day = any(isinstance(value, Fixed) for value in given)
    first, second = (_compiled(build, given, names, number) for number in (0, 1))
    if first is None or second is None:
        return None
    (rows, compiler, sql, params, stood), (_, _, other_sql, other_params, other_stood) = first, second
    places = []
    for place, (one, other) in enumerate(zip(params, other_params, strict=False)):
        argument = next((number for number, value in enumerate(stood) if _same(value, one)), None)
        if argument is not None and _same(other_stood[argument], other):
            places.append((place, argument))
        elif not _same(one, other) or (isinstance(one, date) and not by_the_day):
            raise ValueError(f"{build.__qualname__}: its query holds a value that is worked out on the way: {one!r}.")
    if sql != other_sql or len(params) != len(other_params):
        raise ValueError(f"{build.__qualname__}: its query is another one with other values.")
    return _Ready(rows, compiler, sql, params, tuple(places))


def _compiled(build: Callable[..., Any], given: list[Any], names: list[str], number: int) -> Any:
    """The query with values that nobody has, and those; ``None`` if it needs no database at all."""
    stood = [_stand_in(value, place, number) if _is_value(value) else value for place, value in enumerate(given)]
    plain = len(given) - len(names)
    rows = build(*stood[:plain], **dict(zip(names, stood[plain:], strict=True)))
    compiler = rows.query.get_compiler(using=rows.db)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        return None
    values = [_Nothing if not _is_value(one) else one.pk if isinstance(one, Model) else one for one in stood]
    return rows, compiler, sql, tuple(params), values


class _Nothing:
    """Stands for an argument that is no value."""


def _stand_in(value: Any, place: int, number: int) -> Any:
    """A value of the same kind that no query holds by itself, another one for each place and number."""
    unheard_of = 2_000_000_011 + 97 * place + 1009 * number
    if isinstance(value, Model):
        # Nothing else is known of it: what asks for more than the key fails here, and is not kept for the next one.
        return value.__class__.from_db(None, [value._meta.pk.attname], [unheard_of])
    if isinstance(value, UUID):
        return UUID(int=unheard_of)
    if isinstance(value, Word):
        return Word(f"unheard-of-{unheard_of}")
    if isinstance(value, datetime):
        return datetime(1803 + number, 1, 1 + place, tzinfo=UTC)
    if isinstance(value, date):
        return date(1803 + number, 1, 1 + place)
    return unheard_of


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and bool(one == other)
