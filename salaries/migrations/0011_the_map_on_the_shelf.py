"""The shelf also keeps the map of the states, so whatever a tile shows marks it anew."""

from django.db import migrations

MARKING = {
    "place": " OF id, slug, code, name, official_name, also, kind, parent_id, position, retired_at",
    "salaryclaim": " OF distribution_id, level, statistic, period, amount, headline, retired_at",
}
BEFORE = {
    "place": " OF id, slug, name, official_name, also, parent_id, position, retired_at",
    "salaryclaim": " OF distribution_id, headline, retired_at",
}


def marking(table: str, columns: str) -> str:
    return (
        f"DROP TRIGGER salaries_{table}_marks_anew ON salaries_{table};"
        f"CREATE TRIGGER salaries_{table}_marks_anew AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE{columns} "
        f"ON salaries_{table} FOR EACH STATEMENT EXECUTE FUNCTION curation_mark_anew('salaries');"
    )


class Migration(migrations.Migration):
    dependencies = [("salaries", "0010_one_history_for_all_tables")]

    operations = [
        migrations.RunSQL(marking(table, columns), marking(table, BEFORE[table])) for table, columns in MARKING.items()
    ]
