"""An account without an address: when it begins, what it becomes, and when it goes."""

import uuid
from datetime import timedelta
from importlib import import_module

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from accounts import nameless
from accounts.days import earliest_day
from accounts.models import NOBODY, OutgoingMail, User
from roadmap.models import MilestoneProgress
from tests.accounts.test_views import mail_configured  # noqa: F401
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.roadmap import make_milestone
from tests.kit import at_once, text, words

ORIGIN = {"origin": "http://testserver"}


@pytest.fixture(autouse=True)
def no_tries_before(db):
    cache.clear()


@pytest.fixture
def milestone(db):
    return make_milestone()


def press(client, milestone, act="start/", **typed):
    """As a browser presses: where it is sent once more, it sends the same again."""
    response = client.post(f"{milestone.get_absolute_url()}{act}", typed, headers=ORIGIN)
    while response.status_code == 307:
        response = client.post(response["Location"], typed, headers=ORIGIN)
    return response


def make_nameless(**fields):
    user = User(first_press=uuid.uuid4(), used_on=fields.pop("used_on", earliest_day(timezone.now())), **fields)
    user.email = None
    user.set_unusable_password()
    user.save()
    return user


def test_the_first_press_makes_an_account_and_does_what_was_pressed(client, milestone):
    response = press(client, milestone)
    assert (response.status_code, response.url) == (302, milestone.get_absolute_url())
    user = User.objects.get()
    assert (user.email, user.is_nameless, user.has_usable_password()) == (None, True, False)
    assert MilestoneProgress.objects.get().user == user
    body = text(client.get(response.url))
    assert "Kept in this browser" in body
    assert "Sign out" not in body
    assert sorted(name for name in client.cookies if client.cookies[name].value) == ["csrftoken", "sessionid"]


def test_the_second_press_is_of_the_same_account(client, milestone):
    press(client, milestone)
    press(client, milestone, "done/")
    assert User.objects.count() == 1
    assert MilestoneProgress.objects.get().state == "done"


def test_what_was_pressed_on_a_page_that_was_open_before_counts_too(milestone):
    """Of a page of visitors, which has no token."""
    client = Client(enforce_csrf_checks=True)
    for act in ("start/", "done/"):
        assert press(client, milestone, act).status_code == 302
    assert MilestoneProgress.objects.get().state == "done"


@pytest.mark.parametrize("headers", [{}, {"origin": "https://evil.example"}, {"origin": "null"}])
def test_what_another_site_sends_makes_nothing(milestone, headers):
    client = Client(enforce_csrf_checks=True)
    response = client.post(f"{milestone.get_absolute_url()}start/", headers=headers)
    assert response.status_code == 403
    assert client.cookies == {}
    assert User.objects.count() == 0


def test_what_another_site_sends_to_somebody_nameless_does_nothing(milestone):
    client = Client(enforce_csrf_checks=True)
    press(client, milestone)
    for headers in ({}, {"origin": "https://evil.example"}):
        assert client.post(f"{milestone.get_absolute_url()}done/", headers=headers).status_code == 403
    assert MilestoneProgress.objects.get().state == "doing"


def test_whoever_signed_in_needs_the_token(learner, milestone):
    client = Client(enforce_csrf_checks=True)
    client.force_login(learner)
    assert client.post(f"{milestone.get_absolute_url()}start/", headers=ORIGIN).status_code == 403


def test_without_cookies_nothing_is_made_and_what_was_typed_is_shown(milestone):
    address = f"{milestone.get_absolute_url()}note/"
    sent = Client().post(address, {"note": "Typed <here>"}, headers=ORIGIN)
    response = Client().post(sent["Location"], {"note": "Typed <here>"}, headers=ORIGIN)
    assert response.status_code == 403
    assert "Your browser took no cookie" in text(response)
    assert (dict(response.context["fields"]), response.context["action"]) == ({"note": "Typed <here>"}, address)
    assert User.objects.count() == 0


def test_an_ended_session_makes_no_second_account(client, milestone):
    """The form says whose it was: they sign in, or press on the page as it is now."""
    press(client, milestone)
    whose = User.objects.get().pk
    Session.objects.all().delete()
    response = press(client, milestone, "note/", note="Long", whose=str(whose))
    assert response.status_code == 403
    assert "What you typed" in text(response)
    assert User.objects.count() == 1


def test_two_devices_are_two_accounts(milestone):
    one, other = Client(), Client()
    press(one, milestone)
    press(other, milestone)
    assert User.objects.count() == MilestoneProgress.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_eight_presses_at_once_make_one_account():
    milestone, jar, sent = make_milestone(), [], []
    # All eight were sent before any was answered; the browser adds the cookie of each answer beside the others.
    answers = [Client().post(f"{milestone.get_absolute_url()}start/", headers=ORIGIN) for _ in range(8)]
    assert [answer.status_code for answer in answers] == [307] * 8
    for answer in answers:
        jar += [f"{name}=1" for name in answer.cookies]
        sent.append((answer["Location"], {**ORIGIN, "cookie": "; ".join(jar)}))
    done = at_once(*(lambda at=at, headers=headers: Client().post(at, headers=headers) for at, headers in sent))
    assert [response.status_code for response in done] == [302] * 8
    assert User.objects.count() == MilestoneProgress.objects.count() == 1
    keys = {response.cookies["sessionid"].value for response in done}
    store = import_module(settings.SESSION_ENGINE).SessionStore
    assert {store(key)["_auth_user_id"] for key in keys} == {str(User.objects.get().pk)}


def test_the_cookie_of_a_first_press_opens_nothing_later(client, milestone):
    press(client, milestone)
    user = User.objects.get()
    User.objects.update(date_joined=timezone.now() - 2 * nameless.PRESSES_WITHIN)
    other = Client()
    other.cookies[f"{nameless.COOKIE}{user.first_press.hex}"] = "1"
    press(other, milestone)
    assert User.objects.count() == 2


def test_so_many_begin_from_one_network_and_then_an_address_is_asked_for(client, milestone, monkeypatch):
    monkeypatch.setattr(nameless, "RATE", {"begin": "2/h/ip"})
    for _ in range(2):
        assert press(Client(), milestone).status_code == 302
    response = press(Client(), milestone, "note/", note="Typed")
    assert response.status_code == 429
    assert "Please sign up to save this" in text(response)
    assert dict(response.context["fields"]) == {"note": "Typed"}
    assert User.objects.count() == 2


def test_colors_and_time_zone_come_from_the_browser(client, milestone):
    client.cookies["theme"] = "dark"
    press(client, milestone, _time_zone="Asia/Kolkata")
    assert User.objects.values_list("theme", "time_zone").get() == ("dark", "Asia/Kolkata")


def test_nonsense_from_the_browser_is_ignored(client, milestone):
    client.cookies["theme"] = "x" * 50
    client.cookies[f"{nameless.COOKIE}nonsense"] = "1"
    press(client, milestone, _time_zone="../../etc")
    assert User.objects.values_list("theme", "time_zone").get() == ("system", "UTC")


def test_the_database_knows_no_half_named_account():
    for fields in (
        {"email": None},
        {"email": "x@example.org", "first_press": uuid.uuid4(), "used_on": "2026-01-01"},
        {"email": None, "first_press": uuid.uuid4()},
        {"email": None, "first_press": uuid.uuid4(), "used_on": "2026-01-01", "is_staff": True},
    ):
        with pytest.raises(IntegrityError, match="accounts_user_nameless_or_address"), transaction.atomic():
            User(**fields).save()


# --- Signing up and in ------------------------------------------------------------------------------------------


def sign_up(client, email="new@example.org"):
    return client.post("/account/signup/", {"email": email, "password1": PASSWORD, "time_zone": "UTC"}, headers=ORIGIN)


def test_signing_up_gives_the_same_account_an_address(client, milestone):
    press(client, milestone)
    user, before = User.objects.get(), client.cookies["sessionid"].value
    client.get("/")
    assert sign_up(client).status_code == 302
    assert client.cookies["sessionid"].value != before
    full = User.objects.get()
    assert (full.pk, full.email, full.is_nameless, full.first_press) == (user.pk, "new@example.org", False, None)
    assert full.check_password(PASSWORD)
    assert MilestoneProgress.objects.get().user == full
    assert "Sign out" in text(client.get(milestone.get_absolute_url()))


def test_signing_up_says_beforehand_and_afterwards_that_it_all_comes_along(client, milestone):
    assert "comes with you" not in words(client.get("/account/signup/"))
    press(client, milestone)
    assert "What you did in this browser comes with you" in words(client.get("/account/signup/"))
    assert "What you did in this browser is added to" in words(client.get("/account/login/"))
    sign_up(client)
    assert "What you did in this browser belongs to your account now." in words(client.get("/roadmap/"))


def test_a_refused_sign_up_changes_nothing(client, milestone, learner):
    press(client, milestone)
    assert sign_up(client, learner.email).status_code == 200
    assert User.objects.filter(email=None).count() == 1
    assert "Kept in this browser" in text(client.get(milestone.get_absolute_url()))


def test_until_the_address_is_confirmed_the_rows_stay_in_this_browser(client, milestone, mail_configured):  # noqa: F811
    press(client, milestone)
    user = User.objects.get()
    assert sign_up(client).url == "/account/confirm-email/"
    assert EmailAddress.objects.values_list("user", "verified").get() == (user.pk, False)
    assert client.get("/account/confirm-email/").status_code == 200
    assert MilestoneProgress.objects.get().user == user
    assert press_as_signed_in(client, milestone).status_code == 302
    assert MilestoneProgress.objects.get().state == "done"


def press_as_signed_in(client, milestone):
    return client.post(f"{milestone.get_absolute_url()}done/")


def test_signing_in_to_another_account_moves_the_rows_and_says_what(client, milestone, learner, monkeypatch):
    def move(mine, into):
        MilestoneProgress.objects.filter(user=mine).update(user=into)
        return ["1 milestone"]

    monkeypatch.setattr(nameless, "movers", [move])
    press(client, milestone)
    response = client.post("/account/login/", {"login": learner.email, "password": PASSWORD}, headers=ORIGIN)
    assert response.status_code == 302
    assert User.objects.get() == learner
    assert MilestoneProgress.objects.get().user == learner
    assert "What you did in this browser is in your account now: 1 milestone." in words(client.get("/roadmap/"))


def test_what_cannot_be_moved_stays_and_can_be_added_later(client, milestone, learner, monkeypatch):
    def broken(mine, into):
        MilestoneProgress.objects.filter(user=mine).update(user=into)
        raise ValueError("in the middle")

    monkeypatch.setattr(nameless, "movers", [broken])
    press(client, milestone)
    mine = User.objects.get(email=None)
    client.post("/account/login/", {"login": learner.email, "password": PASSWORD}, headers=ORIGIN)
    assert MilestoneProgress.objects.get().user == mine
    assert "could not be added to your account yet" in words(client.get("/roadmap/"))
    assert "Add it to my account" in text(client.get("/account/this-browser/"))
    monkeypatch.setattr(nameless, "movers", [lambda mine, into: ["all of it"]])
    client.post("/account/this-browser/add/")
    assert "in your account now: all of it." in words(client.get("/roadmap/"))
    assert not User.objects.filter(email=None).exists()
    assert client.get("/account/this-browser/").url == "/account/preferences/"


def test_a_wrong_password_moves_nothing(client, milestone, learner):
    press(client, milestone)
    client.post("/account/login/", {"login": learner.email, "password": "wrong"}, headers=ORIGIN)
    assert "Kept in this browser" in text(client.get(milestone.get_absolute_url()))
    assert User.objects.count() == 2


@pytest.mark.parametrize(
    "path",
    [
        "/account/password/change/",
        "/account/email/",
        "/account/logout/",
        "/account/signing-in/",
        "/account/authenticator-app/",
    ],
)
def test_pages_of_a_password_and_an_address_are_not_for_somebody_without(client, milestone, path):
    press(client, milestone)
    response = client.get(path)
    assert response.status_code == 302
    assert response.url.partition("?")[0] in ("/account/login/", "/", "/account/this-browser/")
    assert "Kept in this browser" in text(client.get("/roadmap/"))


# --- Leaving ----------------------------------------------------------------------------------------------------


def test_deleting_what_was_done_here_leaves_nothing(client, milestone):
    press(client, milestone)
    assert "Delete what I did in this browser" in text(client.get("/account/this-browser/"))
    assert client.get("/account/this-browser/delete/").status_code == 302
    assert User.objects.count() == 1
    client.post("/account/this-browser/delete/", headers=ORIGIN)
    assert User.objects.count() == MilestoneProgress.objects.count() == 0
    assert "Sign in" in text(client.get("/"))


def test_whoever_has_an_address_is_not_deleted_there(learning, learner):
    assert learning.post("/account/this-browser/delete/").url == "/account/preferences/"
    assert list(User.objects.all()) == [learner]


def test_what_nobody_used_for_30_days_is_purged():
    now = timezone.now()
    today = earliest_day(now)
    old = make_nameless(used_on=today - timedelta(days=31))
    kept = [make_nameless(used_on=today - timedelta(days=30)), make_nameless(used_on=today), make_user()]
    assert (nameless.purge(now), nameless.purge(now)) == (1, 0)
    assert list(User.objects.order_by("pk")) == kept
    assert not User.objects.filter(pk=old.pk).exists()


def test_saving_counts_as_use_and_reading_does_not(client, milestone):
    press(client, milestone)
    User.objects.update(used_on=earliest_day(timezone.now()) - timedelta(days=20))
    client.get(milestone.get_absolute_url())
    assert User.objects.get().used_on == earliest_day(timezone.now()) - timedelta(days=20)
    press(client, milestone, "done/")
    assert User.objects.get().used_on == earliest_day(timezone.now())


def test_curators_see_that_an_account_has_no_address_and_send_it_no_link(curating, mail_configured):  # noqa: F811
    user = make_nameless()
    called = f"nameless, since {user.date_joined:%Y-%m-%d}"
    assert called in text(curating.get("/admin/accounts/user/"))
    curating.post("/admin/accounts/user/", {"action": "send_link", "_selected_action": [user.pk]})
    assert not OutgoingMail.objects.exists()


def test_nobody_is_not_signed_in():
    nobody = nameless.nobody()
    assert (nobody.pk, nobody.is_authenticated, nobody.is_anonymous, nobody.is_nameless) == (NOBODY, False, True, False)
    assert MilestoneProgress.objects.for_user(nobody).count() == 0
