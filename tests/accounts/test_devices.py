"""Where somebody is signed in: what stands in the list, and that a device that is signed out is out at once."""

import re
from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user
from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts import devices
from accounts.models import User
from tests.accounts.test_views import change_password, sign_in, sign_up
from tests.factories.accounts import PASSWORD, make_device, make_user
from tests.kit import seen, text

PAGE = "/account/signing-in/"
OTHERS = f"{PAGE}others/sign-out/"
CHROME = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def here(client, learner):
    client.defaults["HTTP_USER_AGENT"] = CHROME
    sign_in(client)
    return client


@pytest.fixture
def there(here):
    """The same learner in another browser."""
    other = Client(HTTP_USER_AGENT=FIREFOX)
    sign_in(other)
    return other


def names(client):
    """The devices of the list, in its order, with the mark of this one."""
    rows = re.findall(r"<strong>([^<]* on [^<]*)</strong>(.*?)<p", text(client.get(PAGE)), re.DOTALL)
    return [name + (" (here)" if "this device" in mark else "") for name, mark in rows]


def is_in(client):
    return get_user(client).is_authenticated


def test_each_device_stands_there_once_and_this_one_first(here, there):
    assert names(here) == ["Chrome on Windows (here)", "Firefox on Linux"]
    assert names(there) == ["Firefox on Linux (here)", "Chrome on Windows"]
    assert "from 127.0.0.1" in seen(here.get(PAGE))


def test_one_is_signed_out_within_one_request(here, there):
    row = UserSession.objects.get(user_agent=FIREFOX)
    assert here.post(f"{PAGE}{row.pk}/sign-out/").url == PAGE
    assert there.get("/account/preferences/").status_code == 302
    assert is_in(here)
    assert names(here) == ["Chrome on Windows (here)"]
    # Again, by a second press.
    assert here.post(f"{PAGE}{row.pk}/sign-out/").status_code == 404


def test_who_was_signed_out_from_elsewhere_is_told_so_before_they_sign_in_again(here, there, client):
    assert here.post(OTHERS).url == PAGE
    asked = there.get("/account/preferences/")
    assert asked.url.endswith("&ended=1")
    assert "You were signed out" in seen(there.get(asked.url))
    there.post(asked.url, {"login": "learner@example.org", "password": PASSWORD})
    assert is_in(there)
    # Who comes for the first time, or has signed out themselves, was not.
    for browser in (Client(), here):
        here.post("/account/logout/")
        assert browser.get("/account/preferences/").url == "/account/login/?next=/account/preferences/"


def test_nobody_signs_out_a_stranger_or_this_very_device(here, there, stranger):
    make_device(stranger)
    outsider = Client()
    sign_in(outsider, stranger.email)
    for row in UserSession.objects.filter(user=stranger):
        assert here.post(f"{PAGE}{row.pk}/sign-out/").status_code == 404
    own = UserSession.objects.get(user_agent=CHROME)
    assert here.post(f"{PAGE}{own.pk}/sign-out/").status_code == 404
    assert is_in(outsider)
    assert is_in(here)


def test_all_others_are_signed_out_at_once_also_those_in_no_list(here, there, learner):
    unlisted = Client()
    unlisted.force_login(learner)
    assert here.post(OTHERS).url == PAGE
    assert [is_in(one) for one in (here, there, unlisted)] == [True, False, False]
    assert names(here) == ["Chrome on Windows (here)"]
    assert here.post(OTHERS).url == PAGE
    assert names(here) == ["Chrome on Windows (here)"]
    assert sign_in(there).status_code == 302


def test_a_new_password_signs_out_the_others_and_keeps_this_one(here, there):
    change_password(here)
    assert [is_in(here), is_in(there)] == [True, False]
    assert names(here) == ["Chrome on Windows (here)"]


def test_a_password_set_elsewhere_leaves_no_device_in_the_list(here, learner):
    learner.refresh_from_db()
    learner.set_password("another long phrase")
    learner.save()
    other = Client(HTTP_USER_AGENT=FIREFOX)
    sign_in(other, password="another long phrase")
    assert names(other) == ["Firefox on Linux (here)"]


def test_a_session_from_before_the_list_is_this_device_and_nothing_more(learning, learner):
    make_device(learner, user_agent=FIREFOX)
    learning.defaults["HTTP_USER_AGENT"] = CHROME
    assert names(learning) == ["Chrome on Windows (here)"]
    assert "Signed in before this list was kept" in seen(learning.get(PAGE))


def test_rows_of_sessions_that_ended_go_with_the_next_sign_in(client, learner):
    make_device(learner)
    sign_in(client)
    assert [row.session_key for row in UserSession.objects.all()] == [client.session.session_key]


def test_it_is_seen_again_by_what_is_sent_and_once_an_hour(here, django_assert_num_queries):
    UserSession.objects.update(last_seen_at=timezone.now() - timedelta(days=2))
    before = UserSession.objects.get().last_seen_at
    session = here.session
    session[devices.SEEN] = (timezone.now() - timedelta(minutes=59)).timestamp()
    session.save()
    here.post("/account/theme/", {"theme": "dark"})
    assert UserSession.objects.get().last_seen_at == before
    session[devices.SEEN] = (timezone.now() - timedelta(minutes=61)).timestamp()
    session.save()
    here.get("/account/preferences/")
    assert UserSession.objects.get().last_seen_at == before
    here.post("/account/theme/", {"theme": "dark"})
    assert UserSession.objects.get().last_seen_at > before
    with django_assert_num_queries(2):
        here.post("/account/theme/", {"theme": "light"})


def test_reading_costs_as_much_as_ever(here, django_assert_num_queries):
    with django_assert_num_queries(2):
        here.get("/account/preferences/")
    for _ in range(2):
        with django_assert_num_queries(3):
            here.get(PAGE)
        sign_in(Client(HTTP_USER_AGENT=FIREFOX))


def test_acts_are_posts_and_for_who_is_signed_in(client, learner):
    row = make_device(learner)
    for address in (OTHERS, f"{PAGE}{row.pk}/sign-out/"):
        assert client.get(address).url == PAGE
        assert client.post(address).url == f"/account/login/?next={PAGE}"
    assert client.get(PAGE).url == f"/account/login/?next={PAGE}"
    assert UserSession.objects.count() == 1
    learner.refresh_from_db()
    assert learner.sign_outs == 0


NEW_DEVICE = (
    "Somebody signed in to the account of learner@example.org on DAY with a browser that we haven't seen there before:"
    " Firefox on Linux, from the network address 127.0.0.1."
)


def told():
    day = r"\w{3} \d+, \d{4}, \d+:\d\d [AP]M UTC"
    return [(one.to, one.subject, re.sub(day, "DAY", one.body).split("\n\n")[1]) for one in mail.outbox]


@pytest.fixture
def with_mail(settings):
    settings.MAIL_CONFIGURED = True


def test_a_mail_tells_of_a_browser_that_was_not_known(here, there, with_mail):
    here.post("/account/logout/")
    sign_in(here)
    assert mail.outbox == []
    sign_in(Client(HTTP_USER_AGENT=FIREFOX))
    assert told() == [(["learner@example.org"], "[TPM Portal] A sign-in from a new browser", NEW_DEVICE)]


def test_nobody_is_told_of_the_browser_they_signed_up_with(client, db, with_mail):
    sign_up(client)
    client.post("/account/logout/")
    sign_in(client, "new@example.org")
    assert mail.outbox == []


def test_nobody_is_told_of_their_first_sign_in(client, learner, with_mail):
    sign_in(client)
    assert mail.outbox == []


def test_a_browser_knows_each_account_apart_and_nobody_can_make_it_know_one(here, stranger, with_mail):
    User.objects.update(last_login=timezone.now())
    here.post("/account/logout/")
    sign_in(here, stranger.email)
    assert [one.to for one in mail.outbox] == [[stranger.email]]
    here.post("/account/logout/")
    here.cookies["known"] = here.cookies["known"].value[:-1] + "x"
    sign_in(here, stranger.email)
    assert len(mail.outbox) == 2


def test_the_cookie_names_nobody_and_keeps_ten(client, db):
    for number in range(12):
        sign_in(client, make_user(f"n{number}@example.org").email, PASSWORD)
        client.post("/account/logout/")
    kept, _, signature = client.cookies["known"].value.rpartition(":")
    assert len(kept.split(".")) == 10
    assert all(re.fullmatch("[0-9a-f]{20}", one) for one in kept.split("."))
    assert signature
    assert client.cookies["known"]["httponly"] is True
    assert client.cookies["known"]["samesite"] == "Lax"
