"""A backup restored into a fresh server holds the same rows, byte by byte; and what it would replace is said first."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import psycopg2
import pytest
from django.core.management import CommandError, call_command

from tests.factories.accounts import make_user
from tests.site import ROOT
from tpm_portal import backing_up
from tpm_portal.embedded_postgres import DATABASE, USER, EmbeddedPostgres, socket_directory


def environment(directory: Path) -> dict[str, str]:
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "tpm_portal.settings",
        "DATABASE_URL": "",
        "EMBEDDED_POSTGRES_DIR": str(directory),
        "SECRET_KEY": "of-two-servers-that-come-and-go-" * 2,
    }


def manage(directory, *command):
    return subprocess.run(
        [sys.executable, "manage.py", *map(str, command)],
        cwd=ROOT,
        env=environment(directory),
        capture_output=True,
        text=True,
        check=False,
    )


def rows(url_or_directory):
    """Every table with the number of its rows and a sum over all that stands in them."""
    server = psycopg2.connect(host=str(socket_directory(url_or_directory)), user=USER, dbname=DATABASE)
    with server, server.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        found = {}
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT count(*), md5(string_agg(t::text, chr(10) ORDER BY t::text)) FROM "{table}" t')  # noqa: S608 (ours)
            found[table] = cursor.fetchone()
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal")
        found["triggers"] = cursor.fetchone()
        cursor.execute("SELECT count(*) FROM pg_constraint")
        found["constraints"] = cursor.fetchone()
    server.close()
    return found


@pytest.mark.xdist_group("whole-site")
def test_a_fresh_server_holds_the_same(tmp_path):
    tmp_path.chmod(0o755)
    old, new, file = tmp_path / "old", tmp_path / "new", tmp_path / "kept" / "all.dump"
    for command in (["migrate", "-v0"], ["seed", "-v0"], ["fill", "--learners", "60"], ["backup", file]):
        done = manage(old, *command)
        assert done.returncode == 0, done.stderr
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    done = manage(new, "restore", file)
    assert (done.returncode, done.stdout) == (
        0,
        "What all.dump holds is in the database: 60 accounts. Start the site again.\n",
    )
    # Two at once, so that both are there to be looked at.
    held = [EmbeddedPostgres(directory) for directory in (old, new)]
    for one in held:
        one.hold()
        one.ensure_running()
    there, here = rows(old), rows(new)
    assert there["accounts_user"][0] == 60
    assert len(there) > 100
    # That there is a backup is noted once it is whole.
    assert [table for table in there if here[table] != there[table]] == ["accounts_lastrun"]
    # What people have there now is not replaced unasked.
    refused = manage(new, "restore", file)
    assert refused.returncode == 1
    assert "60 people have an account in this database" in refused.stderr
    assert manage(new, "restore", file, "--replace").returncode == 0
    assert rows(new)["accounts_user"] == there["accounts_user"]
    # What is no backup changes nothing.
    nonsense = tmp_path / "nonsense.dump"
    nonsense.write_bytes(b"PGDMP" + b"\x00" * 40)
    refused = manage(new, "restore", nonsense, "--replace")
    assert (refused.returncode, refused.stderr.startswith("CommandError: pg_restore stopped")) == (1, True)
    assert rows(new)["accounts_user"] == there["accounts_user"]


def test_a_file_that_is_not_there_is_named(db, tmp_path):
    with pytest.raises(CommandError, match=r"There is no file .*missing\.dump"):
        call_command("restore", tmp_path / "missing.dump")


def test_people_are_counted_before_anything_else(db, tmp_path):
    make_user("somebody@example.org")
    with pytest.raises(CommandError, match="1 people have an account"):
        call_command("restore", tmp_path / "missing.dump")


def test_where_nothing_can_be_written_is_said(db, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(CommandError, match="cannot be written: File exists"):
        call_command("backup", tmp_path / "file" / "all.dump")


def test_without_a_program_that_is_new_enough_it_says_what_to_install(db, monkeypatch):
    monkeypatch.setattr(backing_up, "_embedded", lambda name: [])
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(backing_up.BackupError, match="Install Debian's postgresql-client"):
        backing_up.program("pg_dump")
