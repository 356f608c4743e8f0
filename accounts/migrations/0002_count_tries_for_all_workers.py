"""The table of Django's database cache, which no command has to be remembered for then."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_create_user"),
    ]

    operations = [
        migrations.RunSQL(
            [
                """
                CREATE TABLE IF NOT EXISTS throttles (
                    cache_key varchar(255) NOT NULL PRIMARY KEY,
                    value text NOT NULL,
                    expires timestamp with time zone NOT NULL
                )
                """,
                "CREATE INDEX IF NOT EXISTS throttles_expires ON throttles (expires)",
            ],
            "DROP TABLE throttles",
        ),
    ]
