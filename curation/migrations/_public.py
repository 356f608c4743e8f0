"""The trigger that every table has which public pages are made of: what is kept ready-made is made anew."""

from collections.abc import Iterable

from django.db import migrations


def marking(tables: Iterable[str]) -> migrations.RunSQL:
    """Mark the public pages anew with each statement that changes one of the tables, see migration 0007."""
    tables = tuple(tables)
    return migrations.RunSQL(
        [
            f"CREATE TRIGGER curation_marks_public AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION curation_mark_anew('public');"
            for table in tables
        ],
        [f"DROP TRIGGER curation_marks_public ON {table};" for table in tables],
    )
