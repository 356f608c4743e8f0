"""The release before goes on while the next one migrates: what would break it, or lock a table for long, is refused.

Those of before December 2026 are in ``migrations_before.txt``: they were applied with the site stopped.
"""

from pathlib import Path

import pytest
from django.db.migrations.loader import MigrationLoader
from django_migration_linter import MigrationLinter
from django_migration_linter.sql_analyser.analyser import analyse_sql_statements, get_sql_analyser_class

ROOT = Path(__file__).parent.parent
BEFORE = set((ROOT / "tests" / "migrations_before.txt").read_text().split())
# Of a migration that is refused: why it harms nobody all the same, say because nothing reads that table yet.
HARMLESS: dict[str, str] = {}
# Warnings to the linter. Here they keep people from writing for as long as an index takes.
LOCKS = {"CREATE_INDEX", "CREATE_INDEX_EXCLUSIVE", "REINDEX"}


def ours():
    """Those of this project, by ``app/name``."""
    apps = {path.parent.parent.name for path in ROOT.glob("*/migrations/0001_*.py")}
    return {f"{app}/{name}" for app, name in MigrationLoader(None).disk_migrations if app in apps}


def refused(statements):
    """The codes of what is wrong with the SQL of a migration."""
    errors, _, warnings = analyse_sql_statements(get_sql_analyser_class("postgresql"), statements, ())
    return {issue.code for issue in errors} | {issue.code for issue in warnings} & LOCKS


@pytest.mark.django_db
def test_what_is_new_does_not_break_the_release_before():
    linter = MigrationLinter(no_cache=True, no_output=True, analyser_string="postgresql")
    new = sorted(ours() - BEFORE - HARMLESS.keys())
    found = {name: refused(linter.get_sql(*name.split("/"))) for name in new}
    assert {name: codes for name, codes in found.items() if codes} == {}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("accounts/0001_create_user", set()),
        ("salaries/0013_public_pages_are_made_anew", set()),
    ],
)
def test_a_migration_is_read_as_the_sql_that_it_runs(name, codes):
    linter = MigrationLinter(no_cache=True, no_output=True, analyser_string="postgresql")
    statements = linter.get_sql(*name.split("/"))
    assert (refused(statements), len(statements) > 2) == (codes, True)


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ('ALTER TABLE "t" DROP COLUMN "c" CASCADE;', "DROP_COLUMN"),
        ('ALTER TABLE "t" RENAME COLUMN "a" TO "b";', "RENAME_COLUMN"),
        ('ALTER TABLE "t" RENAME TO "u";', "RENAME_TABLE"),
        ('ALTER TABLE "t" ADD COLUMN "c" integer NOT NULL;', "NOT_NULL"),
        ('ALTER TABLE "t" ALTER COLUMN "c" TYPE bigint;', "ALTER_COLUMN"),
        ('ALTER TABLE "t" ADD CONSTRAINT "n" UNIQUE ("c");', "ADD_UNIQUE"),
        ('CREATE INDEX "i" ON "t" ("c");', "CREATE_INDEX"),
        ('DROP TABLE "t" CASCADE;', "DROP_TABLE"),
    ],
)
def test_what_breaks_a_running_release_or_locks_it_out_is_refused(statement, code):
    assert refused([statement]) == {code}


@pytest.mark.parametrize(
    "statements",
    [
        ['CREATE TABLE "t" ("c" integer NOT NULL);', 'CREATE INDEX "i" ON "t" ("c");'],
        ['ALTER TABLE "t" ADD COLUMN "c" integer NULL;'],
        ['ALTER TABLE "t" ADD COLUMN "c" integer DEFAULT 0 NOT NULL;'],
        ['CREATE INDEX CONCURRENTLY "i" ON "t" ("c");'],
    ],
)
def test_what_a_running_release_does_not_notice_passes(statements):
    assert refused(statements) == set()


def test_what_the_lists_name_is_there():
    assert BEFORE - ours() == set()
    assert HARMLESS.keys() - (ours() - BEFORE) == set()
