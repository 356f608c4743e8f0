"""Making up learners, some thousands at a time; those that are there already are left alone."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from typing import Any

from django.apps import apps
from django.core.management.base import CommandError
from django.db import connection, transaction

from accounts.models import User
from evidence.models import Skill
from interviews.models import Question, RoundType
from roadmap.models import Milestone
from tpm_portal.filling.busyness import kind_of
from tpm_portal.filling.indexes import put_back, without_indexes
from tpm_portal.filling.statements import ADDRESSES, NO_PASSWORD, NUMBERS, PEOPLE, PREPARE, Insert
from tpm_portal.filling.tables import TABLES

# What is joined then stays in memory, and a million takes a hundred times as long as ten thousand.
AT_ONCE = 20_000
KINDS = [1 + kind_of(hundredth) for hundredth in range(100)]


def real_learners() -> int:
    """How many people have an account that was not made up."""
    return User.objects.exclude(password=NO_PASSWORD).count()


def fill(learners: int, *, until: date, checked: bool = False, say: Callable[[int], None] = lambda _: None) -> int:
    """Make up whoever is missing of so many learners, here until that day. Says how many those were.

    Some thousands at a time, all or none of these: a run that is broken off goes on where it was. ``say`` is told how
    many there are.

    Whether each row points to one that is there is ``checked`` only if asked for, where the database lets us say so:
    for a million learners these are 300 million looks. Tests ask for it.
    """
    content: dict[str, Any] = {
        "milestones": _keys(Milestone, "step__number", "position"),
        "questions": _keys(Question),
        "rounds": _keys(RoundType),
        "skills": _keys(Skill),
    }
    if not all(content.values()):
        raise CommandError("There is no content to work with. Run manage.py seed first.")
    put_back()
    there = User.objects.filter(password=NO_PASSWORD).count()
    tables = {rows.table for rows in (PEOPLE, ADDRESSES, *TABLES)}
    with without_indexes(tables) if learners - there > AT_ONCE else nullcontext():
        for first in range(there + 1, learners + 1, AT_ONCE):
            last = min(first + AT_ONCE - 1, learners)
            _make(content | {"first": first, "last": last, "until": until, "kinds": KINDS}, checked=checked)
            # What the database knows of tables that were empty a moment ago would lead it astray.
            if first == there + 1:
                _analyze()
            say(last)
    _analyze()
    return max(learners - there, 0)


def _analyze() -> None:
    """All tables of the site by name: those of the server itself are shared, and one database waits for the other."""
    models = apps.get_models(include_auto_created=True)
    tables = sorted({model._meta.db_table for model in models if model._meta.managed})
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(tables)}")


@transaction.atomic
def _make(given: dict[str, Any], *, checked: bool) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute("SELECT current_setting('is_superuser')")
        if not checked and cursor.fetchone()[0] == "on":
            cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(NUMBERS, given)
        cursor.execute(*_statement(PEOPLE))
        for statement in PREPARE:
            cursor.execute(statement, given)
        for rows in (ADDRESSES, *TABLES):
            cursor.execute(*_statement(rows))
        cursor.execute("DROP TABLE fill_learner, fill_content, fill_number")


def _keys(model: Any, *order: str) -> list[int]:
    """What learners can choose from, the same each time."""
    return list(model.objects.published().order_by(*order, "slug").values_list("pk", flat=True))


def _statement(rows: Insert) -> tuple[str, list[Any]]:
    """The statement for the rows, with the default of each column that they do not name."""
    model = next(each for each in apps.get_models(include_auto_created=True) if each._meta.db_table == rows.table)
    defaults = {
        field.column: field.get_db_prep_save(field.get_default(), connection)
        for field in model._meta.concrete_fields
        if not (field.column in rows.columns or field.null or field.primary_key or field.generated)
    }
    names = ", ".join(f'"{name}"' for name in (*rows.columns, *defaults))
    values = ", ".join([*(value.replace("%", "%%") for value in rows.columns.values()), *["%s"] * len(defaults)])
    source = rows.source.replace("%", "%%")
    return f"INSERT INTO {rows.table} ({names}) SELECT {values} {source}", list(defaults.values())
