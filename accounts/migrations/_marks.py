"""The triggers that every table has which holds rows of learners: what is kept ready of a learner is made anew."""

from collections.abc import Iterable

from django.db import migrations

# What was there before and what is there now are given to a trigger of one kind of statement alone.
GIVEN = {
    "insert": "NEW TABLE AS come",
    "update": "OLD TABLE AS gone NEW TABLE AS come",
    "delete": "OLD TABLE AS gone",
}


def marking(tables: Iterable[str], *, function: str = "accounts_mark_learners") -> migrations.RunSQL:
    """Mark the learners of the changed rows anew with each statement that changes one of the tables, see 0011."""
    tables = tuple(tables)
    return migrations.RunSQL(
        [
            f"CREATE TRIGGER accounts_marks_{act} AFTER {act.upper()} ON {table} REFERENCING {given} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {function}();"
            for table in tables
            for act, given in GIVEN.items()
        ],
        [f"DROP TRIGGER accounts_marks_{act} ON {table};" for table in tables for act in GIVEN],
    )
