"""The log says who signed in, by what, and which tries failed, and nothing that would let anybody in."""

import pytest

from tests.accounts.test_second_step import STEP
from tests.accounts.test_views import sign_in
from tests.factories.accounts import PASSWORD, codes_of, make_app

LOG = "accounts.sign_in_log"


@pytest.fixture
def lines(caplog):
    caplog.set_level("INFO", logger=LOG)
    return lambda: [f"{one.levelname} {one.getMessage()}" for one in caplog.records if one.name == LOG]


def test_a_sign_in_and_a_sign_out_name_the_account_and_the_way(client, learner, lines):
    sign_in(client)
    client.post("/account/logout/")
    assert lines() == [f"INFO Account {learner.pk} signed in by password", f"INFO Account {learner.pk} signed out"]


def test_both_steps_are_named(client, learner, lines):
    make_app(learner)
    sign_in(client)
    client.post(STEP, {"code": codes_of(learner)[0]})
    assert lines() == [f"INFO Account {learner.pk} signed in by password and recovery_codes"]


def test_a_failed_try_says_from_where_and_never_what_was_typed(client, learner, lines, caplog):
    sign_in(client, password="a secret that I have elsewhere\nINFO Account 1 signed in")
    sign_in(client, "nobody-of-us@example.org")
    make_app(learner)
    sign_in(client)
    client.post(STEP, {"code": "000000"})
    assert lines() == [
        "WARNING A wrong password from 127.0.0.1",
        "WARNING A wrong password from 127.0.0.1",
        f"WARNING A wrong code of account {learner.pk} from 127.0.0.1",
    ]
    assert [typed for typed in ("elsewhere", "nobody-of-us", PASSWORD, "000000") if typed in caplog.text] == []


def test_signing_up_is_a_sign_in_too(client, db, lines):
    client.post("/account/signup/", {"email": "new@example.org", "password1": PASSWORD})
    assert [line.rpartition(" by ")[2] for line in lines()] == ["signing up"]
