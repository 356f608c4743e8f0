"""Whoever runs the site asks one command how it is, and reads what to do."""

import json
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone

from tests.factories.accounts import make_user
from tests.tpm_portal.test_commands import PRODUCTION, manage
from tpm_portal import last_runs
from tpm_portal.daily import Duty, do_all
from tpm_portal.doctor import looking
from tpm_portal.doctor.finding import FAIL, OK, WARN, Finding, as_json, as_text, worst
from tpm_portal.doctor.looking import LOOKS, clock, look, of_staff, of_what_is_scheduled, scheduled


@pytest.fixture(autouse=True)
def _without_what_browsers_need(settings):
    """The tests in a browser set what a site must not; these may run in the same process after them."""
    settings.SILENCED_SYSTEM_CHECKS = ["async.E001"]


AT = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)


def test_the_command_looks_at_everything_and_ends_with_the_worst(db, capsys, monkeypatch):
    monkeypatch.setattr(looking, "LOOKS", {"one": lambda: [Finding("one", OK, "Well.")]})
    for more, ended in [([], 0), ([Finding("two", WARN, "Late.", "Run it.")], 1), ([Finding("3", FAIL, "Gone.")], 2)]:
        monkeypatch.setitem(looking.LOOKS, "more", lambda more=more: more)
        with pytest.raises(SystemExit) as stopped:
            call_command("doctor")
        assert stopped.value.code == ended
    assert capsys.readouterr().out == (
        "ok   one                 Well.\n"
        "ok   one                 Well.\nwarn two                 Late.\n                         Run it.\n"
        "ok   one                 Well.\nfail 3                   Gone.\n"
    )
    with pytest.raises(SystemExit):
        call_command("doctor", "--json")
    assert json.loads(capsys.readouterr().out) == {
        "state": FAIL,
        "findings": [
            {"of": "one", "state": OK, "seen": "Well.", "do": ""},
            {"of": "3", "state": FAIL, "seen": "Gone.", "do": ""},
        ],
    }
    assert (worst([]), as_text([]), json.loads(as_json([]))) == (OK, "", {"state": OK, "findings": []})


@pytest.mark.django_db(transaction=True)
def test_every_look_says_something_and_whatever_is_not_well_says_what_to_do(settings):
    settings.DEBUG = True
    found = look()
    assert {one.of for one in found} >= {*LOOKS, "database limits", "connections"} - {"scheduled commands"}
    assert [one for one in found if one.state != OK and not one.do] == []
    assert {one.of for one in found if one.state == WARN} >= {"settings", "daily", "send_reminders", "backup", "staff"}
    assert [one for one in found if one.state == FAIL] == []


def test_a_database_that_is_away_is_one_failure_and_all_else_is_still_looked_at(db, monkeypatch):
    @contextmanager
    def away():
        def refuse(*_, **__):
            raise OperationalError("to db.internal as s3cret")

        with monkeypatch.context() as patch:
            patch.setattr(BaseDatabaseWrapper, "cursor", refuse)
            patch.setattr(BaseDatabaseWrapper, "ensure_connection", refuse)
            yield

    with away():
        found = look()
    assert [one.of for one in found if one.state == FAIL] == ["database"]
    assert [one.of for one in found if one.seen == "Not known without the database."] == [
        *("migrations", "mail", "clock", "scheduled commands", "staff")
    ]
    assert {"disk", "static files", "cache"} <= {one.of for one in found}
    assert "s3cret" not in as_text(found)


def test_the_command_itself_with_a_database_that_is_away():
    done = manage("doctor", "--json", DATABASE_URL="postgres://someone:s3cret@127.0.0.1:1/none", **PRODUCTION)
    assert done.returncode == 2
    found = {one["of"]: one for one in json.loads(done.stdout)["findings"]}
    assert (found["database"]["state"], found["settings"]["state"]) == (FAIL, OK)
    assert "s3cret" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("there", "state"),
    [
        (AT, OK),
        (AT + timedelta(seconds=5), OK),
        (AT - timedelta(seconds=6), WARN),
        (AT + timedelta(seconds=8), WARN),
        (AT + timedelta(hours=1), FAIL),
        (AT - timedelta(days=400), FAIL),
    ],
)
def test_a_clock_that_is_off_is_said(there, state):
    assert clock(there, AT, AT + timedelta(seconds=1)).state == state


@pytest.mark.parametrize(
    ("at", "state", "said"),
    [
        (None, WARN, "Was never done to its end."),
        (AT - timedelta(hours=26), OK, "Last done to its end at 2026-11-30 10:00 UTC."),
        (AT - timedelta(hours=26, seconds=1), WARN, "Last done to its end at 2026-11-30 09:59 UTC."),
        (AT + timedelta(days=1), WARN, "at 2026-12-02 12:00 UTC. That is yet to come: a clock was wrong."),
    ],
)
def test_what_runs_by_itself_is_late_or_not(at, state, said):
    found = scheduled("daily", at, now=AT, late_after=timedelta(hours=26), todo="Run it.")
    assert (found.state, found.seen.endswith(said), found.do) == (state, True, "" if state == OK else "Run it.")


@pytest.mark.django_db
def test_a_day_on_which_something_failed_was_not_done_to_its_end():
    def fail(now):
        raise ValueError

    do_all(now=AT, duties=[Duty("One", fail)])
    assert last_runs.last_at(last_runs.DAILY) is None
    do_all(now=AT, duties=[Duty("One", lambda now: "done")])
    assert last_runs.last_at(last_runs.DAILY) == AT


@pytest.mark.django_db(transaction=True)
def test_the_commands_note_that_they_were_done(tmp_path):
    call_command("send_reminders", verbosity=0)
    call_command("backup", tmp_path / "all.dump")
    call_command("daily", verbosity=0)
    found = {one.of: one.state for one in of_what_is_scheduled()}
    assert found == {"daily": OK, "send_reminders": OK, "backup": OK, "check_links": WARN}
    assert timezone.now() - last_runs.last_at(last_runs.BACKUP) < timedelta(minutes=5)


@pytest.mark.django_db
def test_staff_with_a_password_alone_are_counted_and_not_named(settings):
    settings.STAFF_SECOND_FACTOR = True
    assert [one.state for one in of_staff()] == [WARN]
    one, two = (make_user(f"{name}@example.org", is_staff=True) for name in ("one", "two"))
    make_user("learner@example.org")
    Authenticator.objects.create(user=one, type=Authenticator.Type.TOTP, data={})
    (found,) = of_staff()
    assert (found.state, found.seen.startswith("1 of 2 have no second step yet"), "@" in found.seen) == (
        WARN,
        True,
        False,
    )
    settings.STAFF_SECOND_FACTOR = False
    (found,) = of_staff()
    assert found.seen.startswith("1 of 2 have a password only")
    Authenticator.objects.create(user=two, type=Authenticator.Type.WEBAUTHN, data={})
    settings.STAFF_SECOND_FACTOR = True
    assert [one.state for one in of_staff()] == [OK]
