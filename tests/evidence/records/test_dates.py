"""The days of a background: what runs out, and what will be finished."""

from datetime import date, timedelta

from evidence.records.dates import dates
from keeping.verbs import put_in_bin
from tests.factories import NOW
from tests.factories.evidence import make_credential, make_education, make_held

TODAY = date(2026, 12, 1)
SOON = TODAY + timedelta(days=30)


def said(user, since=TODAY):
    return [(one.kind, one.uid, one.title, one.on, one.url) for _, one in dates([user], today=TODAY, since=since)]


def test_a_credential_that_runs_out_is_said_with_its_last_day_and_one_for_good_is_not(learner, stranger):
    row = make_held(learner, make_credential(name="PMP"), earned_on=date(2025, 1, 1), expires_on=SOON)
    make_held(learner, make_credential(), earned_on=date(2025, 1, 1))
    make_held(stranger, make_credential(), earned_on=date(2025, 1, 1), expires_on=SOON)
    there = "/evidence/background/#credentials"
    assert said(learner) == [("expiry", f"expiry-{row.token}", f"Last day of your {row}", SOON, there)]
    assert said(learner, since=SOON + timedelta(days=1)) == []
    put_in_bin(row, at=NOW)
    assert said(learner) == []


def test_an_education_that_is_not_over_is_said_with_the_day_it_is_expected_to_end(learner):
    row = make_education(learner, title="BSc", finished_on=SOON, was_over=False)
    make_education(learner, title="School", finished_on=date(2016, 6, 1), was_over=True)
    assert said(learner, since=date(2000, 1, 1)) == [
        ("target", f"education-{row.token}", "Expected to finish: BSc", SOON, "/evidence/background/#education")
    ]
