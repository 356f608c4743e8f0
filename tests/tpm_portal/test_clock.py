"""A clock that jumps, to the next year or back to 1970, takes nothing away and locks nobody out for over a day."""

from datetime import UTC, datetime, timedelta
from time import time

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.core import mail, signing
from django.core.cache.backends.db import DatabaseCache
from django.utils import timezone

from accounts.models import OutgoingMail
from accounts.outbox import LONGEST_PAUSE, send_due
from keeping import verbs
from keeping.models import BIN_DAYS, Deletion
from tests.factories.accounts import make_user
from tests.factories.evidence import make_project
from tpm_portal import last_runs
from tpm_portal.by_itself import EACH_DAY, EACH_HOUR, due
from tpm_portal.daily import DUTIES, LONGEST_GAP, LONGEST_LIMIT, NAME, Duty, _forget_tries, _jumped, do_all

NOW = datetime(2026, 12, 1, 0, 30, tzinfo=UTC)
YEAR = timedelta(days=365)


@pytest.mark.parametrize(
    ("last", "jumped"),
    [
        (None, False),
        (NOW, False),
        (NOW - timedelta(days=1), False),
        (NOW - LONGEST_GAP, False),
        (NOW - LONGEST_GAP - timedelta(seconds=1), True),
        (NOW + timedelta(seconds=1), True),
        (datetime(1970, 1, 1, tzinfo=UTC), True),
    ],
)
def test_a_clock_has_jumped_if_it_is_earlier_or_very_much_later_than_the_last_time(last, jumped):
    assert _jumped(last, NOW) == jumped


def test_less_than_what_the_bin_keeps_is_no_jump():
    assert timedelta(days=BIN_DAYS) > LONGEST_GAP


@pytest.mark.django_db
def test_a_day_after_a_jump_takes_nothing_away_for_good_and_the_next_one_does():
    learner = make_user("learner@example.org")
    verbs.put_in_bin(make_project(learner), at=NOW)
    do_all(now=NOW)
    jumped = do_all(now=NOW + YEAR)
    put_off = [line for line in jumped.lines if "the clock has jumped" in line]
    assert [line.partition(":")[0] for line in put_off] == [duty.name for duty in DUTIES if duty.for_good]
    assert {"Bin", "Accounts", "Archives", "Sessions", "Mail sent"} <= {line.partition(":")[0] for line in put_off}
    # It was put right again: the bin is as it was.
    assert "Bin: put off" in "".join(do_all(now=NOW + timedelta(days=1)).lines)
    assert Deletion.objects.count() == 1
    assert "Bin: 0 rows" in "".join(do_all(now=NOW + timedelta(days=2)).lines)
    # A year has gone by after all.
    assert "Bin: put off" in "".join(do_all(now=NOW + YEAR).lines)
    assert "Bin: 1 rows deleted for good." in do_all(now=NOW + YEAR + timedelta(days=1)).lines


@pytest.mark.django_db
def test_a_clock_that_went_back_keeps_no_day_from_being_done():
    last_runs.note(NAME, at=NOW + YEAR)
    assert do_all(now=NOW, if_due=True, duties=[Duty("One", lambda now: "done")]).lines == ("One: done.",)
    assert due(NOW + YEAR, now=NOW) == [EACH_DAY, EACH_HOUR]
    assert due(NOW + timedelta(hours=1), now=NOW) == [EACH_HOUR]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("later", "sent"),
    [
        (timedelta(0), 1),
        (timedelta(seconds=1), 0),
        (LONGEST_PAUSE, 0),
        (LONGEST_PAUSE + timedelta(seconds=1), 1),
        (YEAR, 1),
    ],
)
def test_mail_that_was_put_off_by_a_clock_that_was_ahead_does_not_wait_until_then(later, sent):
    OutgoingMail.objects.create(
        sender="a@example.org",
        recipients=["b@example.org"],
        subject="",
        body="",
        made_at=NOW + later,
        due_at=NOW + later,
    )
    assert send_due(at=NOW).sent == sent
    assert len(mail.outbox) == sent


@pytest.mark.django_db(transaction=True, databases=["default", "throttles"])
def test_whoever_was_locked_out_until_next_year_is_let_in_a_day_later_at_most():
    tries = DatabaseCache("throttles", {})
    tries.set("of_next_year", [time() + YEAR.total_seconds()], YEAR.total_seconds())
    tries.set("of_now", [time()], 300)
    try:
        assert _forget_tries(timezone.now()) == "1 of a time that is yet to come are forgotten"
        assert (tries.get("of_next_year"), len(tries.get("of_now"))) == (None, 1)
    finally:
        tries.clear()


def test_no_limit_of_tries_is_longer_than_what_is_forgotten():
    from allauth.account import app_settings
    from allauth.core.internal.ratelimit import parse_rates
    from allauth.mfa import app_settings as second_step

    rates = [rate for limits in (app_settings.RATE_LIMITS, second_step.RATE_LIMITS) for rate in limits.values()]
    assert len(rates) > 5
    assert max(one.duration for rate in rates for one in parse_rates(rate)) <= LONGEST_LIMIT.total_seconds()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ahead", "good"), [(YEAR, True), (timedelta(0), True), (-timedelta(days=2), True), (-timedelta(days=4), False)]
)
def test_a_link_for_a_new_password_outlives_a_clock_that_was_ahead(monkeypatch, ahead, good):
    learner = make_user("learner@example.org")
    true = default_token_generator._now()
    monkeypatch.setattr(default_token_generator, "_now", lambda: true + ahead)
    token = default_token_generator.make_token(learner)
    monkeypatch.setattr(default_token_generator, "_now", lambda: true)
    assert default_token_generator.check_token(learner, token) == good


def test_a_signed_cookie_outlives_a_clock_that_was_ahead(monkeypatch):
    ahead = time() + YEAR.total_seconds()
    with monkeypatch.context() as patch:
        patch.setattr(signing.time, "time", lambda: ahead)
        signed = signing.dumps("known")
    assert signing.loads(signed, max_age=60) == "known"


@pytest.mark.django_db
def test_whoever_signed_in_while_the_clock_was_ahead_is_still_signed_in(client, monkeypatch):
    true = timezone.now()
    with monkeypatch.context() as patch:
        patch.setattr(timezone, "now", lambda: true + YEAR)
        client.force_login(make_user("learner@example.org"))
    assert client.get("/evidence/").status_code == 200
    assert client.get("/evidence/").wsgi_request.user.is_authenticated
