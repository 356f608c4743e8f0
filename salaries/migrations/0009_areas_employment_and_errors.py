"""Areas as people know them, industries in their order, how many people a source counts, and how exact it is."""

from decimal import Decimal

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

# The shelf of the salaries also has what finds a place.
MARKING = {
    "place": " OF id, slug, name, official_name, also, parent_id, position, retired_at",
    "industry": " OF id, slug, name, parent_id, position, retired_at",
}
BEFORE = {
    "place": " OF id, slug, name, parent_id, position, retired_at",
    "industry": " OF id, slug, name, position, retired_at",
}


def marking(table: str, columns: str) -> str:
    return (
        f"DROP TRIGGER IF EXISTS salaries_{table}_marks_anew ON salaries_{table};"
        f"CREATE TRIGGER salaries_{table}_marks_anew AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE{columns} "
        f"ON salaries_{table} FOR EACH STATEMENT EXECUTE FUNCTION curation_mark_anew('salaries');"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("salaries", "0008_editions_of_the_claims"),
    ]

    operations = [
        migrations.AddField(
            model_name="distribution",
            name="employment",
            field=models.PositiveIntegerField(blank=True, help_text="How many people the source counts.", null=True),
        ),
        migrations.AddField(
            model_name="distribution",
            name="employment_error",
            field=models.DecimalField(
                blank=True,
                decimal_places=1,
                help_text="Relative standard error of that number, in percent, if the source says it.",
                max_digits=4,
                null=True,
                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
            ),
        ),
        migrations.AddField(
            model_name="industry",
            name="parent",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="parts",
                to="salaries.industry",
            ),
        ),
        migrations.AddField(
            model_name="place",
            name="also",
            field=models.TextField(
                blank=True, help_text="One name a line, such as Bay Area.", verbose_name="also found as"
            ),
        ),
        migrations.AddField(
            model_name="place",
            name="official_name",
            field=models.CharField(
                blank=True, help_text="What statistics call it, if people call it otherwise.", max_length=160
            ),
        ),
        migrations.AddField(
            model_name="salaryclaim",
            name="relative_error",
            field=models.DecimalField(
                blank=True,
                decimal_places=1,
                help_text="Relative standard error of the amount, in percent, if the source says it.",
                max_digits=4,
                null=True,
                validators=[django.core.validators.MinValueValidator(Decimal("0"))],
            ),
        ),
        *(
            migrations.RunSQL(marking(table, columns), marking(table, BEFORE[table]))
            for table, columns in MARKING.items()
        ),
    ]
