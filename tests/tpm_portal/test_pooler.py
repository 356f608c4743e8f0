"""The site behind a real PgBouncer that hands connections on after each transaction, set as docs/operating.md says."""

import os
import pwd
import subprocess
import sys
import threading
import time
import uuid
from pathlib import Path

import psycopg2
import pytest

from tests.servers import installed
from tests.site import PASSWORD, Browser, Site, free_port, milestone_addresses
from tpm_portal.embedded_postgres import EmbeddedPostgres, socket_directory

ROOT = Path(__file__).parent.parent.parent


def statement(directory, sql):
    connection = psycopg2.connect(dbname="tpm_portal", user="postgres", host=str(socket_directory(directory)))
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(sql)
        result = cursor.fetchall() if cursor.description else None
    connection.close()
    return result


@pytest.fixture(scope="module")
def pooler(tmp_path_factory):
    """A database with a role that has its limits, a PgBouncer before it with two connections, and its address."""
    directory = tmp_path_factory.mktemp("pooler")
    for parent in (directory, *directory.parents):
        if parent.stat().st_uid == directory.stat().st_uid:
            parent.chmod(parent.stat().st_mode | 0o011)
    database = EmbeddedPostgres(directory / "own")
    database.ensure_running()
    socket = socket_directory(directory / "own")
    for sql in ("SET statement_timeout = '15s'", "SET lock_timeout = '5s'"):
        statement(directory / "own", f"ALTER ROLE postgres {sql}")
    port = free_port()
    settings = directory / "pgbouncer.ini"
    settings.write_text(
        f"[databases]\ntpm_portal = host={socket} user=postgres\n[pgbouncer]\nlisten_addr = 127.0.0.1\n"
        f"listen_port = {port}\nunix_socket_dir =\nauth_type = any\npool_mode = transaction\ndefault_pool_size = 2\n"
    )
    # It refuses to run as root, and the server lets only its own user in.
    as_server = {"user": pwd.getpwnam("pgserver").pw_uid, "extra_groups": []} if os.geteuid() == 0 else {}
    settings.chmod(0o644)
    with (directory / "pgbouncer.log").open("wb") as log:
        process = subprocess.Popen(
            [installed("pgbouncer", "pgbouncer"), str(settings)], stdout=log, stderr=log, cwd="/", **as_server
        )
    yield directory, f"postgres://postgres@127.0.0.1:{port}/tpm_portal"
    process.terminate()
    process.wait(timeout=20)
    database.release()
    database.wait_until_stopped()


def manage(address, *arguments):
    given = {"DATABASE_URL": address, "DATABASE_POOLER": "true", "SECRET_KEY": "x" * 50}
    inherited = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=inherited | given | {"DJANGO_SETTINGS_MODULE": "tpm_portal.settings"},
        capture_output=True,
        text=True,
        timeout=240,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.xdist_group("whole-site")
def test_the_site_works_behind_a_pooler_with_exports_side_by_side(pooler, monkeypatch):
    directory, address = pooler
    monkeypatch.setenv("DATABASE_POOLER", "true")
    monkeypatch.setenv("ADMIN_EMAIL", "curator@example.org")
    monkeypatch.setenv("ADMIN_PASSWORD", PASSWORD)
    site = Site(directory, database_url=address)
    try:
        site.start(240)
        assert manage(address, "curator").returncode == 0
        curators = [Browser(site.port) for _ in range(4)]
        for browser in curators:
            assert browser.status("/account/login/") == 200
            assert browser.status("/account/login/", {"login": "curator@example.org", "password": PASSWORD}) == 302
        answers = []

        def export(browser, path):
            for _ in range(4):
                answers.append((browser.status(path), browser.body.count("\n") > 100))

        paths = ["/admin/salaries/salaryclaim/export/", "/admin/interviews/question/export/"] * 2
        threads = [threading.Thread(target=export, args=pair) for pair in zip(curators, paths, strict=True)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(120)
        assert answers == [(200, True)] * 16
        learner = Browser(site.port)
        learner.sign_up("learner@example.org")
        pages = ("/", "/roadmap/", "/interviews/", "/salaries/", "/salaries/data/v1/claims.csv")
        assert [learner.status(page) for page in pages] == [200] * len(pages)
        a_whole_errand(site, directory, address, learner, curators[0])
    finally:
        site.stop()


def a_whole_errand(site, directory, address, learner, curator):
    """What a learner, a curator and the timers do, each over connections that others had a moment before."""
    milestone = milestone_addresses()[0]
    for number in range(3):
        assert learner.status(f"{milestone}links/", {"url": f"https://example.org/{number}"}) == 302
        # On whatever connection it is read: what was written is there.
        assert learner.status(milestone) == 200
        assert f"https://example.org/{number}" in learner.body
    assert learner.status("/interviews/practice/") == 200
    asked = "SELECT slug FROM interviews_question WHERE retired_at IS NULL AND NOT draft ORDER BY id LIMIT 1"
    question = f"/interviews/{statement(directory / 'own', asked)[0][0]}/"
    kept = {"text": "I asked first.", "seen": "0", "token": str(uuid.uuid4())}
    assert learner.status(f"{question}answer/", kept) == 302
    assert "I asked first." in read(learner, question)

    archive, there = learner.everything()
    assert len(there["tables"]["roadmap.prooflink"]) == 3
    again = Browser(site.port)
    again.sign_up("again@example.org")
    seen = again.bring(archive)
    assert again.status("/account/data/bring/keep/", {"seen": seen}) == 302
    tables = again.everything()[1]["tables"]
    assert {name: len(rows) for name, rows in tables.items()} == {
        name: len(rows) for name, rows in there["tables"].items()
    }

    ((step,),) = statement(directory / "own", "SELECT id FROM roadmap_step WHERE number = 1")
    desk = f"/admin/roadmap/step/{step}/change/"
    assert curator.sent(desk, "step_form", title="Papers first") == 302
    assert "Papers first" in read(Browser(site.port), "/roadmap/")

    assert learner.status("/account/mail/", {"task": "on", "digest": "on"}) == 302
    for command in (["migrate"], ["seed"], ["daily"], ["send_reminders"]):
        done = manage(address, *command)
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), (command, done.stdout, done.stderr)
    # What a curator has said stays.
    assert "Papers first" in read(Browser(site.port), "/roadmap/")
    idle = "SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction'"
    assert statement(directory / "own", idle) == [(0,)]


def read(browser, page):
    assert browser.status(page) == 200
    return browser.body


def test_pages_keep_their_limits_and_commands_have_none_in_a_transaction(pooler):
    _, address = pooler
    show = "cursor.execute(\"SELECT current_setting('lock_timeout'), current_setting('statement_timeout')\")"
    code = f"""
from django.db import connection, transaction
from tpm_portal.quiet_postgres import limits
with transaction.atomic(), connection.cursor() as cursor:
    {show}
    print(*cursor.fetchone())
limits.impose()
connection.close()
for _ in range(4):
    with transaction.atomic(), connection.cursor() as cursor:
        {show}
        print(*cursor.fetchone())
"""
    done = manage(address, "shell", "--verbosity", "0", "-c", code)
    assert (done.stdout.splitlines(), done.stderr) == (["0 0", *["5s 15s"] * 4], "")


def test_limits_that_are_missing_are_found(pooler):
    directory, address = pooler
    done = manage(address, "check", "--database", "default", "--fail-level", "WARNING")
    assert (done.returncode, done.stderr) == (0, "")
    statement(directory / "own", "ALTER ROLE postgres RESET statement_timeout")
    try:
        # The pooler's own connections were made with it.
        statement(
            directory / "own", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        )
        deadline = time.monotonic() + 20
        while (done := manage(address, "check", "--database", "default", "--fail-level", "WARNING")).returncode == 0:
            assert time.monotonic() < deadline
    finally:
        statement(directory / "own", "ALTER ROLE postgres SET statement_timeout = '15s'")
    assert "statement_timeout is not set" in done.stderr
    assert "ALTER ROLE ... SET statement_timeout = '15s'" in done.stderr
