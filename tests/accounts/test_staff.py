"""Who may open the desk needs a second step, and there is a way in for the first of them."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.management import CommandError, call_command

from tests.accounts.test_devices import told
from tests.factories.accounts import make_app, make_user
from tests.kit import seen

PAGE = "/account/signing-in/"
WHY = "You help look after this site."


@pytest.fixture(autouse=True)
def _needed(settings):
    settings.STAFF_SECOND_FACTOR = True


@pytest.mark.parametrize("address", ["/admin/", "/admin/accounts/user/", "/admin/nothing/"])
def test_who_has_none_is_sent_to_set_one_up_and_told_why(curating, address):
    for answer in (curating.get(address), curating.post(address, {"name": "typed"})):
        assert (answer.status_code, answer.url) == (302, PAGE)
    assert WHY in seen(curating.get(PAGE))


def test_who_has_one_gets_to_the_desk(curating, curator):
    make_app(curator)
    assert curating.get("/admin/").status_code == 200
    assert WHY not in seen(curating.get(PAGE))


def test_recovery_codes_alone_are_none(curating, curator):
    make_app(curator)
    Authenticator.objects.filter(type="totp").delete()
    assert curating.get("/admin/").url == PAGE


def test_learners_and_visitors_are_sent_nowhere_else_than_before(client, learner):
    assert client.get("/admin/").url == "/admin/login/?next=/admin/"
    client.force_login(learner)
    assert client.get("/admin/").url == "/admin/login/?next=/admin/"
    assert WHY not in seen(client.get(PAGE))


def test_it_can_be_switched_off(curating, settings):
    settings.STAFF_SECOND_FACTOR = False
    assert curating.get("/admin/").status_code == 200
    assert WHY not in seen(curating.get(PAGE))


def test_the_command_takes_a_lost_second_step_away_and_tells_its_owner(db, capsys, settings):
    settings.MAIL_CONFIGURED = True
    lost, kept = make_user("lost@example.org"), make_user("kept@example.org")
    make_app(lost)
    make_app(kept)
    call_command("reset_second_step", "Lost@Example.org")
    assert capsys.readouterr().out == "lost@example.org signs in with the password alone now. A mail says so.\n"
    assert {row.user for row in Authenticator.objects.all()} == {kept}
    what = "Whoever runs the site removed your second step because it was lost. Your password alone signs you in now."
    on = "It was done on DAY, for the account of lost@example.org."
    assert told() == [(["lost@example.org"], "[TPM Portal] How you sign in was changed", f"{what} {on}")]
    call_command("reset_second_step", "lost@example.org")
    assert capsys.readouterr().out == "lost@example.org has no second step.\n"
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("email", ["nobody@example.org", "", "x" * 1000])
def test_the_command_says_that_nobody_has_the_address(db, email):
    with pytest.raises(CommandError, match="There is no account with the address"):
        call_command("reset_second_step", email)
