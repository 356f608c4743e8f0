"""An empty database begins with all tables at once; where anything stands, migrations walk on."""

import re

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from tpm_portal import first_tables

pytestmark = pytest.mark.django_db(transaction=True)
APPLIED = re.compile(r"^\t\(\d+, '(\w+)', '(\w+)', now\(\)\)", re.MULTILINE)


def tables():
    return set(connection.introspection.table_names())


def test_the_file_is_as_new_as_the_migrations():
    in_it = set(APPLIED.findall(first_tables.FILE.read_text()))
    newer = {f"{app}.{name}" for app, name in set(MigrationLoader(None).disk_migrations) - in_it}
    assert newer == set(), "Run manage.py write_first_tables."


def test_an_empty_database_has_every_table_without_a_migration_being_applied(capsys):
    there = tables()
    with first_tables.empty_beside():
        assert tables() == set()
        call_command("migrate")
        assert "No migrations to apply" in capsys.readouterr().out
        assert tables() == there
        assert not first_tables.lay("default")


def test_where_anything_stands_nothing_is_laid():
    with first_tables.empty_beside(), connection.cursor() as cursor:
        cursor.execute("CREATE TABLE somebodys (id int)")
        assert not first_tables.lay("default")
        assert tables() == {"somebodys"}


def test_a_server_that_does_not_take_them_is_left_empty(monkeypatch, tmp_path, caplog):
    file = tmp_path / "first_tables.sql"
    file.write_text("CREATE TABLE public.one (id int);\nCREATE TABLE public.two (id unheard_of);\n")
    monkeypatch.setattr(first_tables, "FILE", file)
    with first_tables.empty_beside():
        assert not first_tables.lay("default")
        assert tables() == set()
    assert "step by step" in caplog.text


def test_whoever_asks_for_one_migration_gets_that(capsys):
    with first_tables.empty_beside():
        call_command("migrate", "contenttypes", "0001")
        assert tables() == {"django_content_type", "django_migrations"}
