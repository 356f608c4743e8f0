"""Whatever changes what can be chosen marks the shelf of salaries anew: seeding, the admin, an import, a shell."""

from django.db import migrations

# What marks it anew, and which changes of it.
MARKING = {
    "distribution": (
        " OF id, source_id, occupation_id, place_id, industry_id, kind, currency, as_of, newest, retired_at"
    ),
    "occupation": " OF id, slug, code, name, kind, position, retired_at",
    "place": " OF id, slug, name, parent_id, position, retired_at",
    "industry": " OF id, slug, name, position, retired_at",
    "salaryclaim": " OF distribution_id, headline, retired_at",
}


def marking(table: str, columns: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER salaries_{table}_marks_anew AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE{columns} "
        f"ON salaries_{table} FOR EACH STATEMENT EXECUTE FUNCTION curation_mark_anew('salaries');",
        f"DROP TRIGGER salaries_{table}_marks_anew ON salaries_{table};",
    )


class Migration(migrations.Migration):
    dependencies = [("salaries", "0007_plain_line_ends"), ("curation", "0007_editions_of_shelves")]

    operations = [marking(table, columns) for table, columns in MARKING.items()]
