"""An authenticator app and recovery codes: set up, used at the sign-in, taken away, and stored unreadably."""

import re
from base64 import b32decode
from datetime import timedelta
from functools import partial
from time import time
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth
from django.contrib.auth import get_user
from django.core import mail
from django.core.cache import cache
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from accounts.second_step import SecondStepAdapter
from tests.accounts.test_devices import told
from tests.accounts.test_views import sign_in
from tests.factories.accounts import PASSWORD, make_app, make_user
from tests.factories.accounts import codes_of as left_of
from tests.kit import at_once, seen, text

APP, CODES, PAGE, AGAIN, STEP = (
    "/account/authenticator-app/",
    "/account/recovery-codes/",
    "/account/signing-in/",
    "/account/reauthenticate/",
    "/account/login/second-step/",
)
SECRET = re.compile(r'<code class="key">([A-Z2-7 ]+)</code>')


@pytest.fixture
def sure(learning):
    """The learner, who has shown a moment ago that it is really them."""
    learning.post(AGAIN, {"password": PASSWORD})
    return learning


@pytest.fixture(autouse=True)
def _no_half_minute_begins(monkeypatch):
    """The clock that codes are read by stands still for as long as a test takes."""
    now = time()
    monkeypatch.setattr(auth, "time", SimpleNamespace(time=lambda: now))


def code_of(secret, *, steps=0):
    """What an app shows, or showed so many half minutes ago."""
    return auth.format_hotp_value(auth.hotp_value(secret, int(auth.time.time()) // 30 - steps))


def asks_first(address):
    return f"{AGAIN}?{urlencode({'next': address})}"


def offered(client):
    return SECRET.search(text(client.get(APP)))[1].replace(" ", "")


def codes_of(client):
    return re.findall(r"<li><code>(\d{4} \d{4})</code>", text(client.get(CODES)))


def steps(user):
    return sorted(Authenticator.objects.filter(user=user).values_list("type", flat=True))


def is_in(client):
    return get_user(client).is_authenticated


@pytest.fixture
def secret(learner):
    """Of an app that the learner has."""
    return make_app(learner)


def test_an_app_is_set_up_with_the_code_that_it_shows_and_codes_come_with_it(sure, learner):
    secret = offered(sure)
    assert len(b32decode(secret)) == 20
    assert secret == offered(sure)
    assert 'src="data:image/svg+xml;base64,' in text(sure.get(APP))
    assert sure.post(APP, {"code": code_of(secret)}).url == CODES
    assert steps(learner) == ["recovery_codes", "totp"]
    assert len(set(codes_of(sure))) == 10
    assert "10 left." in seen(sure.get(PAGE))


@pytest.mark.parametrize("code", ["", "000000", "12345", "abc", "１２３４５６", "1\x0023456", "1" * 10_000])
def test_a_wrong_code_sets_nothing_up_and_keeps_the_key(sure, learner, code):
    secret = offered(sure)
    response = sure.post(APP, {"code": code})
    assert response.status_code == 200
    assert "invalid-feedback" in text(response)
    assert SECRET.search(text(response))[1].replace(" ", "") == secret
    assert steps(learner) == []


def test_set_up_twice_is_one_app_and_says_that_it_is_on(sure, learner):
    secret = offered(sure)
    sure.post(APP, {"code": code_of(secret)})
    assert sure.post(APP, {"code": code_of(secret, steps=1)}).url == CODES
    assert "Remove the authenticator app" in seen(sure.get(APP))
    assert steps(learner) == ["recovery_codes", "totp"]


def test_the_password_alone_no_longer_signs_in_and_the_code_does(client, learner, secret):
    assert sign_in(client, next="/roadmap/").url == STEP
    assert not is_in(client)
    assert "Your password was right." in text(client.get(STEP))
    assert "not right" in text(client.post(STEP, {"code": "000000"}))
    assert not is_in(client)
    assert client.post(STEP, {"code": code_of(secret)}).url == "/roadmap/"
    assert is_in(client)


def test_a_code_of_half_a_minute_ago_still_does_and_an_older_one_does_not(client, learner, secret):
    sign_in(client)
    client.post(STEP, {"code": code_of(secret, steps=2)})
    assert not is_in(client)
    client.post(STEP, {"code": code_of(secret, steps=1)})
    assert is_in(client)


def test_each_code_is_taken_once_also_when_allauth_has_forgotten_it(client, learner, secret):
    code = code_of(secret)
    sign_in(client)
    client.post(STEP, {"code": code})
    cache.delete(f"allauth.mfa.totp.used?user={learner.pk}&code={code}")
    other = Client()
    sign_in(other)
    assert "used already" in seen(other.post(STEP, {"code": f"{code[:3]} {code[3:]}"}))
    assert not is_in(other)


def test_a_recovery_code_gets_in_once(client, learner, secret):
    (code, *_) = left_of(learner)
    sign_in(client)
    client.post(STEP, {"code": f"{code[:4]} {code[4:]}"})
    assert is_in(client)
    other = Client()
    sign_in(other)
    other.post(STEP, {"code": code})
    assert not is_in(other)


@pytest.mark.django_db(transaction=True)
def test_a_recovery_code_gets_in_once_also_where_it_is_pressed_twice_at_once():
    learner = make_user("twice@example.org")
    make_app(learner)
    (code, *_) = left_of(learner)
    browsers = [Client() for _ in range(4)]
    for browser in browsers:
        sign_in(browser, "twice@example.org")
    at_once(*(partial(browser.post, STEP, {"code": code}) for browser in browsers))
    assert [is_in(browser) for browser in browsers].count(True) == 1
    assert code not in left_of(learner)


def test_a_reset_leads_not_past_the_second_step(client, learner, secret, settings):
    settings.MAIL_CONFIGURED = True
    client.post("/account/password/reset/", {"email": learner.email})
    (link,) = re.findall(r"https?://[^/]+(/account/password/reset/key/\S+)", mail.outbox[0].body)
    form = client.get(link, follow=True)
    new = dict.fromkeys(("password1", "password2"), "another long sentence of mine")
    client.post(form.request["PATH_INFO"], new)
    assert not is_in(client)
    sign_in(client, password=new["password1"])
    assert not is_in(client)
    client.post(STEP, {"code": code_of(secret)})
    assert is_in(client)


def test_guessing_codes_is_throttled_as_passwords_are(client, learner, secret):
    sign_in(client)
    for _ in range(5):
        assert "not right" in text(client.post(STEP, {"code": "000000"}))
    for code in ("000000", code_of(secret)):
        assert "Too many failed tries" in text(client.post(STEP, {"code": code}))
    assert not is_in(client)


@pytest.mark.parametrize("address", [APP, CODES, f"{CODES}download/"])
def test_changes_ask_who_it_is_once_more_and_go_on_to_the_page(learning, learner, secret, address):
    assert learning.get(address).url == asks_first(address)
    assert learning.post(AGAIN, {"password": PASSWORD, "next": address}).url == address
    assert learning.get(address).status_code == 200


def test_who_it_is_holds_for_five_minutes(sure, learner):
    assert sure.get(APP).status_code == 200
    session = sure.session
    session["account_authentication_methods"][-1]["at"] -= timedelta(minutes=5).total_seconds()
    session.save()
    assert sure.get(APP).url == asks_first(APP)


def test_a_code_says_who_it_is_too(learning, learner, secret):
    page = learning.get(f"{AGAIN}?next={CODES}")
    other_way = asks_first(CODES).replace(AGAIN, f"{AGAIN}code/")
    assert f'<a href="{other_way}">Use a code from your app, or a recovery code</a>' in text(page)
    assert "not right" in text(learning.post(f"{AGAIN}code/", {"code": "1", "next": CODES}))
    assert learning.post(f"{AGAIN}code/", {"code": code_of(secret), "next": CODES}).url == CODES
    assert learning.get(CODES).status_code == 200


def test_what_was_pressed_goes_on_once_it_is_known_who_it_is(learning, learner, secret):
    away = f"{APP}remove/"
    assert learning.post(away).url == asks_first(away)
    assert steps(learner) == ["recovery_codes", "totp"]
    assert learning.post(AGAIN, {"password": PASSWORD, "next": away}).url == PAGE
    assert steps(learner) == []
    learning.logout()
    assert sign_in(learning).url == "/"


def test_new_codes_take_the_place_of_the_old(sure, learner, secret):
    before = codes_of(sure)
    assert sure.post(f"{CODES}renew/").url == CODES
    after = codes_of(sure)
    assert len(after) == 10
    assert not set(before) & set(after)
    file = sure.get(f"{CODES}download/")
    assert file["Content-Disposition"] == 'attachment; filename="recovery-codes.txt"'
    assert text(file).split("\n")[2:-1] == after


def test_secrets_and_codes_are_drawn_by_the_systems_own_random_numbers(sure, learner, monkeypatch):
    """Both are made by allauth of what ``secrets`` draws: with that known, so are they, and with nothing else."""
    monkeypatch.setattr("secrets.token_bytes", lambda number: b"\x01" * number)
    monkeypatch.setattr("secrets.token_hex", lambda number: "ab" * number)
    assert auth.generate_totp_secret() == "AEAQCAIB" * 4
    codes = []
    for _ in range(2):
        Authenticator.objects.filter(user=learner).delete()
        codes.append(RecoveryCodes.activate(learner).generate_codes())
    assert codes[0] == codes[1]
    assert {len(code) for code in codes[0]} == {8}
    monkeypatch.setattr("secrets.token_hex", lambda number: "cd" * number)
    Authenticator.objects.filter(user=learner).delete()
    assert not set(codes[0]) & set(RecoveryCodes.activate(learner).generate_codes())


def test_there_are_no_codes_without_a_second_step(sure, learner):
    assert [sure.get(CODES).status_code, sure.post(f"{CODES}renew/").status_code] == [404, 404]
    assert steps(learner) == []


@pytest.mark.parametrize("act", [f"{APP}remove/", f"{CODES}renew/"])
def test_acts_are_posts_and_for_who_is_signed_in(client, learner, secret, act):
    assert client.get(act).status_code == 302
    assert client.post(act).url.startswith("/account/login/?next=/account/")
    assert steps(learner) == ["recovery_codes", "totp"]


def test_every_change_is_told_by_mail(sure, learner, settings):
    settings.MAIL_CONFIGURED = True
    sure.post(APP, {"code": code_of(offered(sure))})
    sure.post(f"{CODES}renew/")
    sure.post(f"{APP}remove/")
    sure.post(f"{APP}remove/")
    on = "It was done on DAY, for the account of learner@example.org."
    assert told() == [
        ([learner.email], "[TPM Portal] How you sign in was changed", f"{what} {on}")
        for what in (
            "An authenticator app was set up.",
            "New recovery codes were made. The old ones no longer work.",
            "The authenticator app was removed.",
        )
    ]
    assert "http://localhost:8000/account/signing-in/" in mail.outbox[0].body


def test_nothing_that_is_stored_shows_the_key_or_the_codes(learner, secret):
    stored = " ".join(str(row.data) for row in Authenticator.objects.all())
    assert secret not in stored
    assert all(code not in stored for code in left_of(learner))


def test_a_new_secret_key_reads_what_the_old_one_wrote_while_it_is_a_fallback(client, learner, secret, settings):
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another-key" * 6
    sign_in(client)
    client.post(STEP, {"code": code_of(secret)})
    assert is_in(client)


def test_without_the_old_key_no_code_is_right_and_the_page_says_that_codes_are_gone(client, learner, secret, settings):
    settings.SECRET_KEY = "another-key" * 6
    sign_in(client)
    for guess in (code_of(secret), code_of(""), *left_of(learner)[:2]):
        assert "not right" in text(client.post(STEP, {"code": guess}))
    assert not is_in(client)
    client.force_login(learner)
    assert "They can't be read any more." in seen(client.get(PAGE))
    client.post(AGAIN, {"password": PASSWORD})
    assert "None are left that can be used." in seen(client.get(CODES))


@given(st.text())
def test_what_is_encrypted_comes_back(text):
    adapter = SecondStepAdapter()
    sealed = adapter.encrypt(text)
    assert sealed != text
    assert adapter.decrypt(sealed) == text


@given(st.text())
def test_what_was_never_encrypted_is_no_secret_that_anybody_knows(text):
    adapter = SecondStepAdapter()
    one, other = adapter.decrypt(text), adapter.decrypt(text)
    assert one != other
    assert len(b32decode(one)) == len(b32decode(other)) == 20


def test_no_desk_shows_them(curating, learner, secret):
    for table in ("mfa/authenticator", "usersessions/usersession"):
        assert curating.get(f"/admin/{table}/").status_code == 404
    assert "authenticator" not in text(curating.get("/admin/")).lower()
