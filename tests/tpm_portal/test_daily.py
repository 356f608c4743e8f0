"""What is done once a day is done by one process, and one duty that fails keeps no other from being done."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from accounts.models import LastRun
from keeping import verbs
from keeping.models import BIN_DAYS
from tests.factories.evidence import make_project
from tests.kit import at_once
from tests.tpm_portal.test_commands import manage
from tpm_portal.alone import DAILY, alone
from tpm_portal.daily import DUTIES, Day, Duty, do_all, last_day

NOW = datetime(2026, 12, 1, 0, 30, tzinfo=UTC)


def saying(name, said="done"):
    return Duty(name, lambda now: f"{said} at {now:%H:%M}")


def failing(now):
    raise ValueError("".join(("Zan", "zibar")))


def breaking(now):
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")


@pytest.mark.django_db
def test_each_duty_is_done_and_what_it_did_is_said():
    assert do_all(now=NOW, duties=[saying("One"), saying("Two", "also")]) == Day(
        ("One: done at 00:30.", "Two: also at 00:30.")
    )
    assert last_day() == NOW.date()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("wrong", "error"), [(failing, "ValueError"), (breaking, "OperationalError")])
def test_one_that_fails_keeps_no_other_from_being_done_and_is_told_without_a_learners_words(wrong, error, caplog):
    day = do_all(
        now=NOW, duties=[saying("One"), Duty("Two", wrong), Duty("Three", lambda _: str(LastRun.objects.count()))]
    )
    assert day == Day(("One: done at 00:30.", "Two: failed, see the log.", "Three: 0."), ("Two",))
    (record,) = [record for record in caplog.records if record.name == "tpm_portal.daily"]
    said = record.getMessage()
    assert said.startswith(f"A daily duty failed: Two ({error})\n")
    assert (f"in {wrong.__name__}" in said, "Zanzibar" in caplog.text) == (True, False)


@pytest.mark.django_db
def test_if_due_it_is_done_once_a_day():
    duties = [saying("One")]
    for at, done in [
        (NOW, ("One: done at 00:30.",)),
        (NOW + timedelta(hours=23), ("It was done today.",)),
        (NOW + timedelta(hours=24), ("One: done at 00:30.",)),
    ]:
        assert do_all(now=at, if_due=True, duties=duties).lines == done
    assert do_all(now=NOW + timedelta(hours=24), duties=duties).lines == ("One: done at 00:30.",)


@pytest.mark.django_db(transaction=True)
def test_of_several_at_once_one_does_it():
    done = []
    duties = [Duty("One", lambda now: done.append(now) or "done")]
    at_once(*[lambda: do_all(now=NOW, if_due=True, duties=duties)] * 4)
    assert done == [NOW]
    with alone(DAILY, wait=False) as ours:
        assert ours
        assert do_all(now=NOW + timedelta(days=1), duties=duties).lines == ("Another process is at it.",)
    assert len(done) == 1


@pytest.mark.django_db
def test_what_was_deleted_long_ago_goes_for_good_and_what_was_not_stays(learner):
    old, new = make_project(learner), make_project(learner)
    verbs.put_in_bin(old, at=NOW - timedelta(days=BIN_DAYS, seconds=1))
    verbs.put_in_bin(new, at=NOW - timedelta(days=BIN_DAYS - 1))
    assert do_all(now=NOW).lines[1] == "Bin: 1 rows deleted for good."


@pytest.mark.django_db
def test_every_duty_is_safe_to_repeat():
    names = [duty.name for duty in DUTIES]
    for _ in range(2):
        day = do_all(now=timezone.now())
        assert ([line.partition(":")[0] for line in day.lines], day.failed) == (names, ())


@pytest.mark.django_db
def test_the_command_says_what_was_done_and_ends_with_1_if_something_failed(capsys, monkeypatch):
    monkeypatch.setattr("tpm_portal.daily.DUTIES", (saying("One"),))
    call_command("daily")
    assert capsys.readouterr().out.startswith("One: done at ")
    monkeypatch.setattr("tpm_portal.daily.DUTIES", (Duty("One", failing),))
    with pytest.raises(SystemExit) as ended:
        call_command("daily")
    assert (ended.value.code, capsys.readouterr().out) == (1, "One: failed, see the log.\n")


def test_two_processes_at_once_both_end_well(migrated_beside):
    done = manage("daily", DATABASE_URL=migrated_beside)
    assert (done.returncode, len(done.stdout.splitlines())) == (0, len(DUTIES)), done.stderr
    assert manage("daily", "--if-due", DATABASE_URL=migrated_beside).stdout == "It was done today.\n"
