"""All shipped content for a test: seeded once in each process, then copied back in a tenth of the time."""

import io

from django.apps import apps
from django.db import connection, transaction
from django.utils import timezone

from curation.models import Source
from curation.seeding import all_seeds, seed_database

APPS = ("curation", "evidence", "salaries", "roadmap", "interviews")
_copies: dict[str, bytes] = {}


def seed_content() -> None:
    """Bring an empty database to where a first seeding leaves it."""
    assert not Source.objects.exists(), "Seed before anything else is made."
    if _copies:
        with transaction.atomic(), connection.cursor() as cursor:
            # As a replica does: what is copied has passed every constraint and trigger once.
            cursor.execute("SET LOCAL session_replication_role = replica")
            for table, rows in _copies.items():
                cursor.copy_expert(f'COPY "{table}" FROM STDIN', io.BytesIO(rows))
                cursor.execute(
                    f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM \"{table}\""  # noqa: S608
                )
            cursor.execute("SET LOCAL session_replication_role = origin")
        return
    seed_database(all_seeds(), at=timezone.now())
    tables = [
        model._meta.db_table for app in APPS for model in apps.get_app_config(app).get_models(include_auto_created=True)
    ]
    with connection.cursor() as cursor:
        for table in tables:
            copy = io.BytesIO()
            cursor.copy_expert(f'COPY "{table}" TO STDOUT', copy)
            if copy.getvalue():
                _copies[table] = copy.getvalue()
