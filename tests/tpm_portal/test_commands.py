"""The commands an operator types, and what they say when something is wrong."""

import gc
import io
import os
import socket
import subprocess
import sys
import threading
from ipaddress import ip_address
from pathlib import Path
from time import monotonic, sleep

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from accounts.models import User
from manage import main
from tests.factories.accounts import PASSWORD, make_user
from tests.site import free_port
from tpm_portal.alone import MIGRATING
from tpm_portal.management.commands.serve import _free_address
from tpm_portal.quiet_postgres import limits

ROOT = Path(__file__).parent.parent.parent
PRODUCTION = {"SITE_URL": "https://tpm.example.org", "BEHIND_PROXY": "true"}


def manage(*arguments, **environment):
    """Run ``manage.py`` as somebody would, and give back what it printed and how it ended."""
    key = "a-key-for-tests-only-that-is-long-enough-to-satisfy-every-check-0123456789"
    # The browser stories of the same run set the first of these, which no deployment does.
    inherited = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
    given = inherited | {"SECRET_KEY": key, "DJANGO_SETTINGS_MODULE": "tpm_portal.settings"} | environment
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=given,
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )


def test_whoever_presses_ctrl_c_is_told_nothing_of_where_it_was(monkeypatch):
    def interrupted(arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("django.core.management.execute_from_command_line", interrupted)
    threshold = gc.get_threshold()
    try:
        with pytest.raises(SystemExit) as end:
            main()
    finally:
        gc.set_threshold(*threshold)
        limits.impose()
    assert end.value.code == 130


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({"PORT": "abc"}, 'Environment variable "PORT" invalid'),
        ({"PORT": "70000"}, 'Environment variable "PORT" invalid'),
        ({"WEB_WORKERS": "0"}, 'Environment variable "WEB_WORKERS" invalid'),
        ({"DEBUG": "perhaps"}, 'Environment variable "DEBUG" invalid'),
        ({"SITE_URL": "example.org"}, "SITE_URL must look like"),
        ({"SITE_URL": "https://example.org/app"}, "the site cannot live under a path"),
        ({"DATABASE_URL": "nonsense://x"}, 'Environment variable "DATABASE_URL" invalid'),
        ({"DATABASE_URL": "mysql://u:p@h/n"}, "this site runs on PostgreSQL only"),
        ({"DATABASE_URL": "sqlite:///db.sqlite3"}, "this site runs on PostgreSQL only"),
        ({"EMAIL_URL": "smtp.example.org"}, 'Environment variable "EMAIL_URL" invalid'),
        ({"HSTS_SECONDS": "-1"}, 'Environment variable "HSTS_SECONDS" invalid'),
        ({"SITE_URL": "https://example.org", "HSTS_PRELOAD": "true"}, "HSTS_PRELOAD needs HSTS_SUBDOMAINS"),
        ({"CACHE_URL": "nonsense://x"}, 'Environment variable "CACHE_URL" invalid'),
        ({"SECRET_KEY": "", "DEBUG": "false"}, "SECRET_KEY is not set."),
    ],
)
def test_a_wrong_setting_stops_the_start_in_one_line_with_its_name(environment, message):
    done = manage("check", **environment)
    assert done.returncode != 0
    assert message in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_an_unreachable_database_is_one_line_that_names_the_setting_and_no_password():
    done = manage("migrate", DATABASE_URL="postgres://someone:s3cret@127.0.0.1:1/none")
    assert done.returncode != 0
    assert "see DATABASE_URL" in done.stderr
    assert "s3cret" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


SHOW = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SELECT current_setting('lock_timeout'), current_setting('statement_timeout')")
    print(*cursor.fetchone())
"""


def test_commands_take_the_time_they_need_and_pages_do_not():
    assert manage("shell", "--verbosity", "0", "-c", SHOW).stdout == "0 0\n"
    # A worker of serve begins with what the command has set.
    serving = "from tpm_portal.quiet_postgres import limits; limits.lift(); import tpm_portal.{}"
    for server in ("rsgi", "wsgi"):
        assert manage("shell", "--verbosity", "0", "-c", serving.format(server) + SHOW).stdout == "5s 15s\n"
    own = os.environ["DATABASE_URL"] + "&options=-c statement_timeout=7s"
    assert manage("shell", "--verbosity", "0", "-c", SHOW, DATABASE_URL=own).stdout == "0 7s\n"


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "SET statement_timeout = '10ms'; SELECT pg_sleep(1)",
            "(57014): canceling statement due to statement timeout.",
        ),
        ("CREATE TEMP TABLE once (); CREATE TEMP TABLE once ()", '(42P07): relation "once" already exists.'),
        ("DROP DATABASE nobody_made_this", '(3D000): database "nobody_made_this" does not exist.'),
        (
            "SELECT CAST('a secret' AS integer)",
            "with SQLSTATE 22P02. What it said is left out: it may repeat a text.",
        ),
    ],
)
def test_a_command_says_what_postgresql_said_but_repeats_no_text(statement, said):
    code = f"from django.db import connection; connection.cursor().execute({statement!r})"
    done = manage("shell", "--verbosity", "0", "-c", code)
    assert (done.returncode, done.stderr) == (1, f"PostgreSQL refused it {said} Add --traceback to see where.\n")


def test_a_taken_port_is_said_in_one_line_before_anything_is_done():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = manage("serve", PORT=str(port), DATABASE_URL="postgres://nobody@127.0.0.1:1/none")
    assert done.returncode != 0
    assert f"Port {port} on 127.0.0.1 cannot be used (Address already in use)." in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_start_without_its_database_says_so_in_one_line_and_ends():
    done = manage("serve", PORT=str(free_port()), DATABASE_URL="postgres://nobody@127.0.0.1:1/none")
    assert done.returncode == 1
    [line] = done.stderr.strip().splitlines()
    assert line.startswith("The database cannot be reached, see DATABASE_URL. ")


def test_a_host_may_be_a_name_and_a_wrong_one_is_said_in_one_line():
    assert ip_address(_free_address("localhost", 0)).is_loopback
    done = manage("serve", HOST="no such host", DATABASE_URL="postgres://nobody@127.0.0.1:1/none")
    assert done.stderr == "CommandError: HOST=no such host is no address of this machine. " + (
        "Leave it out, or use 0.0.0.0 for all.\n"
    )


def test_the_documented_production_settings_pass_the_deployment_check():
    done = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr


@pytest.mark.parametrize(
    ("forgotten", "said"),
    [
        ({"BEHIND_PROXY": "false"}, "BEHIND_PROXY is off: behind a proxy every page would lead to itself for ever"),
        ({"EXTRA_HOSTS": "www.example.org, *"}, "EXTRA_HOSTS lets any name pass"),
        ({"EXTRA_HOSTS": ".org"}, "EXTRA_HOSTS lets any name pass"),
        ({"SECRET_KEY": "short"}, "Your SECRET_KEY has less than 50 characters"),
        ({"CACHE_URL": "redis://127.0.0.1:1/0"}, "Redis does not answer: ConnectionError"),
        (
            {"EMAIL_URL": "smtp+tls://me:s3cret@127.0.0.1:1"},
            "The mail server does not let us in: ConnectionRefusedError",
        ),
    ],
)
def test_the_deployment_check_finds_what_was_forgotten(forgotten, said):
    done = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION | forgotten)
    assert (done.returncode, "1 issue" in done.stderr, said in done.stderr) == (1, True, True), done.stderr
    assert "s3cret" not in done.stderr


def test_subdomains_and_preloading_are_promised_only_when_asked_for():
    code = "from django.conf import settings as s; print(s.SECURE_HSTS_INCLUDE_SUBDOMAINS, s.SECURE_HSTS_PRELOAD)"
    asked = {"HSTS_SUBDOMAINS": "true", "HSTS_PRELOAD": "true"}
    assert manage("shell", "--verbosity", "0", "-c", code, **PRODUCTION).stdout == "False False\n"
    assert manage("shell", "--verbosity", "0", "-c", code, **PRODUCTION | asked).stdout == "True True\n"


@pytest.mark.parametrize(
    ("site", "names"),
    [("https://tpm.example.org", "__Host-sessionid __Host-csrftoken"), ("http://localhost", "sessionid csrftoken")],
)
def test_under_https_no_other_host_can_set_our_cookies(site, names):
    asked = "from django.conf import settings as s; print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME)"
    done = manage("shell", "--no-imports", "-c", asked, SITE_URL=site)
    assert done.stdout.strip() == names


@pytest.mark.django_db(transaction=True)
def test_migrate_waits_for_another_machine_that_migrates():
    done = []

    def migrate():
        call_command("migrate", verbosity=0)
        done.append("migrated")
        connection.close()

    other = threading.Thread(target=migrate)
    waiting = "SELECT count(*) FROM pg_locks JOIN pg_database d ON d.oid = database WHERE datname = current_database()"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [MIGRATING])
        other.start()
        deadline = monotonic() + 10
        while not done:
            cursor.execute(f"{waiting} AND locktype = 'advisory' AND NOT granted")
            if cursor.fetchone()[0]:
                break
            assert monotonic() < deadline
            sleep(0.01)  # polling for the other connection, with the deadline above
        assert done == []
    other.join(30)
    assert done == ["migrated"]


@pytest.fixture
def asked(monkeypatch):
    def answer(email, password):
        monkeypatch.setenv("ADMIN_EMAIL", email)
        monkeypatch.setenv("ADMIN_PASSWORD", password)
        out = io.StringIO()
        call_command("curator", stdout=out)
        return out.getvalue()

    return answer


def test_a_curator_is_made_and_repeating_it_is_harmless(db, asked):
    assert asked("Curator@Example.org", PASSWORD) == "curator@example.org can now sign in and open /admin/.\n"
    assert "can now sign in and open /admin/, with the new password" in asked("curator@example.org", PASSWORD + "!")
    user = User.objects.get()
    assert (user.is_staff, user.is_superuser, user.check_password(PASSWORD + "!")) == (True, True, True)


def test_a_role_is_given_and_taken_and_nobody_keeps_more_than_it_may(db, monkeypatch):
    monkeypatch.setenv("ADMIN_EMAIL", "ed@example.org")
    monkeypatch.setenv("ADMIN_PASSWORD", PASSWORD)
    for options, groups, everything in (
        ({}, [], True),
        ({"role": "editor"}, ["Editor"], False),
        ({"role": "operator"}, ["Operator"], False),
        ({}, [], True),
    ):
        call_command("curator", stdout=io.StringIO(), **options)
        user = User.objects.get(email="ed@example.org")
        assert [group.name for group in user.groups.all()] == groups
        assert (user.is_staff, user.is_superuser) == (True, everything)


def test_a_role_that_no_migration_has_made_yet_is_said_and_nobody_is_let_in(db, monkeypatch):
    monkeypatch.setenv("ADMIN_EMAIL", "ed@example.org")
    monkeypatch.setenv("ADMIN_PASSWORD", PASSWORD)
    Group.objects.all().delete()
    with pytest.raises(CommandError, match="no roles here yet"):
        call_command("curator", role="editor")
    assert not User.objects.exists()


def test_a_learner_becomes_a_curator_and_keeps_the_password(db, monkeypatch):
    make_user("anna@example.org")
    monkeypatch.setenv("ADMIN_EMAIL", "anna@example.org")
    monkeypatch.delenv("ADMIN_PASSWORD", raising=False)
    call_command("curator", stdout=io.StringIO())
    user = User.objects.get()
    assert (user.is_staff, user.check_password(PASSWORD)) == (True, True)


@pytest.mark.parametrize(
    ("email", "password", "message"),
    [
        ("no address", PASSWORD, "'no address' is not an email address."),
        ("a@example.org", "short", "This password is too short."),
    ],
)
def test_a_curator_with_bad_details_is_refused(db, asked, email, password, message):
    with pytest.raises(CommandError, match=message):
        asked(email, password)
    assert not User.objects.exists()


def test_a_curator_without_a_terminal_needs_the_variables(db, monkeypatch):
    monkeypatch.delenv("ADMIN_EMAIL", raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with pytest.raises(CommandError, match="Set ADMIN_EMAIL and ADMIN_PASSWORD"):
        call_command("curator")
