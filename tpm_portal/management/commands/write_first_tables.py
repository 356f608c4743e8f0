"""``manage.py write_first_tables``: after a new migration, let empty databases begin with it."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tpm_portal import first_tables


class Command(BaseCommand):
    help = "Apply all migrations to a database beside this one, and write down its tables for those that come."

    def handle(self, *args: Any, **options: Any) -> None:
        with first_tables.empty_beside():
            executor = MigrationExecutor(connection)
            executor.migrate(executor.loader.graph.leaf_nodes())
            first_tables.FILE.write_text(first_tables.read_back())
        self.stdout.write(f"Written: {first_tables.FILE.name}")
