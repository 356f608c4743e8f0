"""How much one learner can keep: far more than anybody writes, and little enough for every page to bear it."""

from dataclasses import dataclass
from dataclasses import field as with_default
from functools import cache
from itertools import count
from typing import Any
from weakref import WeakSet

from django.apps import apps
from django.db import connection
from django.db.models import CharField, Field, Func, IntegerField, JSONField, Model, QuerySet, TextField

# Of everything that is kept for somebody: each change is kept, with what stood there before.
MOST_SAVED = 300_000
MOST_BYTES = 100 * 1024 * 1024
# To put away and to bring back what is there goes on for so many presses more.
MOST_PUT_AWAY = 10_000
# Columns that hold less than that are not added up.
SHORT = 500

# Tables with somebody's rows that no learner fills, by what keeps them small.
EXEMPT = {
    "accounts.MailChoices": "one for each learner",
    "accounts.SentMail": "one for each mail that the site sent, for 120 days",
    "account.EmailAddress": "the address in force, and one that is still to be confirmed",
    "account.EmailConfirmation": "links to confirm are signed, and no row is made",
    "admin.LogEntry": "what curators do at the desk",
    "mfa.Authenticator": "an app, recovery codes, and at most twenty passkeys",
    "usersessions.UserSession": "one for each browser that is signed in, gone when it no longer is",
    "curation.ImportDraft": "one for each curator and table",
}


class FullError(Exception):
    """No more is taken, and nothing was saved. Its text is for the learner."""


def refuse_rows(rows: QuerySet[Any]) -> None:
    """Raise ``FullError`` if there are more ``rows`` of a learner than their table takes (``Own.MOST_ROWS``)."""
    most: int = rows.model.MOST_ROWS
    if rows.count() > most:
        name = str(rows.model._meta.verbose_name_plural).removeprefix("learners' ")
        raise FullError(
            f"This would be more than {most:,} {name}, which is as many as the site keeps for one person. Delete some"
            " that you no longer need: they make room once they are gone for good, after 30 days."
        )


def refuse_more(user_id: int, *, putting_away: bool = False) -> None:
    """Raise ``FullError`` if all that is kept for somebody is more, or longer, than may be.

    ``putting_away`` goes on where nothing else does: it is how somebody makes room.
    """
    rows, size = kept_for(user_id)
    if rows > MOST_SAVED + MOST_PUT_AWAY or (not putting_away and (rows > MOST_SAVED or size > MOST_BYTES)):
        raise FullError(
            f"The site keeps each change, up to {MOST_SAVED:,} rows and {MOST_BYTES // 1024**2} MB for one person, and"
            " that much is kept here. Whoever runs this site can make room."
        )


@dataclass(frozen=True)
class _Sums:
    """The statement that adds up all tables, and the connections of the driver on which it is planned already."""

    text: str
    tables: int
    name: str
    planned_on: WeakSet[Any] = with_default(default_factory=WeakSet)


_numbers = count(1)


def kept_for(user_id: int) -> tuple[int, int]:
    """How many rows of all tables are somebody's, and how many bytes their long texts take."""
    sums = _sums()
    with connection.cursor() as cursor:
        # A pooler hands each transaction another session, which knows nothing of what was planned before.
        if connection.settings_dict["DISABLE_SERVER_SIDE_CURSORS"]:
            cursor.execute(sums.text, [user_id] * sums.tables)
        else:
            # To plan so many tables takes longer than all the rest of what a learner saves: once for a connection.
            if connection.connection not in sums.planned_on:
                with connection.wrap_database_errors:
                    # Of the driver: what depends on how old a connection is, is no query of a page.
                    cursor.cursor.execute(f"PREPARE {sums.name} (bigint) AS {sums.text.replace('%s', '$1')}")
                sums.planned_on.add(connection.connection)
            cursor.execute(f"EXECUTE {sums.name} (%s)", [user_id])
        rows, size = cursor.fetchone()
    return int(rows), int(size)


@cache
def _sums() -> _Sums:
    parts = []
    for model in learners_tables():
        number = Func("pk", function="count", output_field=IntegerField())
        sizes = (
            Func(name, template="coalesce(pg_column_size(%(expressions)s), 0)", output_field=IntegerField())
            for name in long_columns(model)
        )
        template = "sum(%(expressions)s)" if long_columns(model) else "0"
        size = Func(*sizes, template=template, arg_joiner=" + ", output_field=IntegerField())
        own: Any = model._default_manager.filter(user=0).order_by().annotate(rows=number, size=size)
        statement, params = own.values_list("rows", "size").query.sql_with_params()
        assert params == (0,)
        parts.append(statement)
    every = " UNION ALL ".join(parts)
    text = f"SELECT sum(rows), coalesce(sum(size), 0) FROM ({every}) AS t (rows, size)"  # noqa: S608 (ours)
    return _Sums(text, len(parts), f"keeping_kept_for_{next(_numbers)}")


@cache
def learners_tables() -> list[type[Model]]:
    """Every table whose rows are a learner's, which each of them says with the learner's key."""
    return [model for model in apps.get_models() if _has_user(model) and model._meta.label not in EXEMPT]


def _has_user(model: type[Model]) -> bool:
    return not model._meta.proxy and any(field.name == "user" for field in model._meta.concrete_fields)


def long_columns(model: type[Model]) -> list[str]:
    return [field.name for field in model._meta.get_fields() if isinstance(field, Field) and _is_long(field)]


def _is_long(field: "Field[Any, Any]") -> bool:
    if isinstance(field, CharField):
        return (field.max_length or SHORT + 1) > SHORT
    return isinstance(field, JSONField | TextField)
