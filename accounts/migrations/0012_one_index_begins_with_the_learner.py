"""The learner leads a longer index of each of these tables, which answers all that the short one did."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# By table: nobody waits while they go, nor while they are made again.
SHORT = {
    "accounts_calendarlink": "accounts_calendarlink_user_id_2253778f",
    "accounts_sentmail": "accounts_sentmail_user_id_b2d4b115",
}


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("accounts", "0011_learners_are_marked_anew"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="calendarlink",
                    name="user",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AlterField(
                    model_name="sentmail",
                    name="user",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            database_operations=[
                migrations.RunSQL(
                    f'DROP INDEX CONCURRENTLY IF EXISTS "{index}"',
                    f'CREATE INDEX CONCURRENTLY IF NOT EXISTS "{index}" ON "{table}" ("user_id")',
                )
                for table, index in SHORT.items()
            ],
        )
    ]
