"""Passkeys: made, named, taken away and used, and whatever is no passkey refused in one way."""

import json
import re
from copy import copy
from html import unescape

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.second_step import MOST_PASSKEYS
from tests.accounts.test_devices import told
from tests.accounts.test_second_step import AGAIN, CODES, PAGE, STEP, asks_first, steps
from tests.accounts.test_views import sign_in
from tests.factories.accounts import PASSWORD, make_app
from tests.factories.passkeys import PRESENT, Device, make_passkey
from tests.kit import at_once, seen, text

ADD, SIGN_IN, LOGIN = "/account/passkeys/add/", "/account/login/passkey/", "/account/login/"
OPTIONS = re.compile(r'<script type="application/json">(.*?)</script>')
REFUSED = "This passkey wasn't accepted here."


@pytest.fixture
def client():
    """A passkey belongs to a name; the tests' own site has none."""
    return Client(SERVER_NAME="localhost")


@pytest.fixture
def sure(client, learner):
    client.force_login(learner)
    client.post(AGAIN, {"password": PASSWORD})
    return client


@pytest.fixture
def phone(sure, learner):
    """The learner's device, with a passkey, and nobody signed in."""
    phone = Device()
    made(sure, phone)
    sure.post("/account/logout/")
    return phone


def asked(page, what="request_options"):
    return json.loads(unescape(OPTIONS.search(text(page))[1]))[what]


def made(client, device, name="My phone", **changed):
    credential = device.make(asked(client.get(ADD), "creation_options")) | changed
    return client.post(ADD, {"name": name, "credential": json.dumps(credential)})


def asked_to_sign_in(client):
    return client.get(SIGN_IN, headers={"accept": "application/json"}).json()["request_options"]


def is_in(client):
    return get_user(client).is_authenticated


def test_it_is_made_and_recovery_codes_are_shown_at_once(sure, learner):
    assert made(sure, Device()).url == CODES
    assert steps(learner) == ["recovery_codes", "webauthn"]
    assert "My phone" in seen(sure.get(PAGE))
    assert made(sure, Device(), name="My laptop").url == PAGE
    assert steps(learner) == ["recovery_codes", "webauthn", "webauthn"]


def test_what_changes_is_said_before_the_press(sure, learner):
    assert "your password alone no longer signs you in" in seen(sure.get(ADD))
    make_app(learner)
    assert "your password alone no longer signs you in" not in seen(sure.get(ADD))


def test_only_one_that_asks_for_a_finger_a_face_or_a_pin_is_asked_for_and_taken(sure, learner):
    options = asked(sure.get(ADD), "creation_options")["publicKey"]
    selection = options["authenticatorSelection"]
    assert (selection["residentKey"], selection["userVerification"]) == ("required", "required")
    assert options["rp"] == {"id": "localhost", "name": "TPM Portal"}
    assert REFUSED in seen(made(sure, Device(flags=PRESENT)))
    assert steps(learner) == []


def test_one_that_is_there_is_not_made_again(sure, learner):
    phone = Device()
    made(sure, phone)
    (known,) = asked(sure.get(ADD), "creation_options")["publicKey"]["excludeCredentials"]
    assert known["id"] == phone.make({"publicKey": {"user": {"id": ""}, "challenge": ""}})["id"]


def test_it_signs_in_by_itself_and_leads_to_the_page_that_was_wanted(client, learner, phone):
    credential = phone.show(asked_to_sign_in(client))
    response = client.post(SIGN_IN, {"credential": json.dumps(credential), "next": "/roadmap/"})
    assert response.url == "/roadmap/"
    assert get_user(client) == learner
    assert "last used on" in seen(client.get(PAGE))


def test_what_was_sent_once_signs_nobody_in_again(client, phone):
    credential = json.dumps(phone.show(asked_to_sign_in(client)))
    client.post(SIGN_IN, {"credential": credential})
    client.post("/account/logout/")
    other = Client(SERVER_NAME="localhost")
    asked_to_sign_in(other)
    for browser in (client, other):
        assert browser.post(SIGN_IN, {"credential": credential, "next": "/guide/"}).url == f"{LOGIN}?next=%2Fguide%2F"
        assert REFUSED in seen(browser.get(LOGIN))
        assert not is_in(browser)


def test_another_device_and_another_site_are_nobody(client, phone):
    thief = Device()
    thief.handle, thief.id = phone.handle, phone.id
    phishing = phone
    phishing.origin = "https://localhost.example"
    for device in (thief, phishing):
        assert client.post(SIGN_IN, {"credential": json.dumps(device.show(asked_to_sign_in(client)))}).url == LOGIN
        assert not is_in(client)


def test_a_closed_account_stays_closed(client, learner, phone):
    learner.is_active = False
    learner.save()
    credential = json.dumps(phone.show(asked_to_sign_in(client)))
    assert client.post(SIGN_IN, {"credential": credential}).url == "/account/inactive/"
    assert not is_in(client)


def test_after_the_password_it_is_the_second_step(client, phone):
    assert sign_in(client).url == STEP
    credential = phone.show(asked(client.get(STEP)))
    assert client.post(STEP, {"credential": json.dumps(credential)}).url == "/"
    assert is_in(client)


def test_the_second_step_offers_a_passkey_to_who_has_one_and_only_where_it_works(client, learner, phone):
    sign_in(client)
    assert "Use your passkey" in text(client.get(STEP))
    elsewhere = Client()
    sign_in(elsewhere)
    assert "Use your passkey" not in text(elsewhere.get(STEP))
    Authenticator.objects.all().delete()
    make_app(learner)
    other = Client(SERVER_NAME="localhost")
    sign_in(other)
    assert "Use your passkey" not in text(other.get(STEP))


def test_it_says_who_it_is_before_a_change(client, learner, phone):
    client.force_login(learner)
    assert client.get(ADD).url == asks_first(ADD)
    again = f"{AGAIN}passkey/"
    assert asks_first(ADD).replace(AGAIN, again) in text(client.get(asks_first(ADD)))
    assert REFUSED in seen(client.post(again, {"credential": "{}", "next": ADD}))
    credential = json.dumps(phone.show(asked(client.get(f"{again}?next={ADD}"))))
    assert client.post(again, {"credential": credential, "next": ADD}).url == ADD
    assert client.get(ADD).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_sent_twice_at_once_it_is_made_once(sure, learner):
    sent = {"name": "My phone", "credential": json.dumps(Device().make(asked(sure.get(ADD), "creation_options")))}
    other = copy(sure)
    answers = at_once(lambda: sure.post(ADD, sent), lambda: other.post(ADD, sent))
    assert CODES in [answer.get("Location") for answer in answers]
    assert {answer.status_code for answer in answers} <= {200, 302}
    assert steps(learner) == ["recovery_codes", "webauthn"]


NONSENSE = ["", "{}", "[]", "null", "1", '"x"', "{", "\x00", '{"id": 1}', '{"response": {}}', "x" * 30_000]


@pytest.mark.parametrize("credential", NONSENSE)
def test_what_is_no_passkey_is_refused_everywhere(client, learner, phone, credential):
    asked_to_sign_in(client)
    assert client.post(SIGN_IN, {"credential": credential}).url == LOGIN
    sign_in(client)
    assert client.post(STEP, {"credential": credential}).status_code == 200
    assert not is_in(client)
    client.force_login(learner)
    client.post(AGAIN, {"password": PASSWORD})
    client.get(ADD)
    response = client.post(ADD, {"name": "Typed", "credential": credential})
    assert response.status_code == 200
    assert 'value="Typed"' in text(response)
    assert steps(learner) == ["recovery_codes", "webauthn"]


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=8), inside, max_size=3),
    max_leaves=5,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(part=st.sampled_from(["id", "rawId", "type", "response"]), inside=st.text(max_size=3), value=anything)
def test_no_part_of_one_can_be_changed_into_an_error(sure, learner, part, inside, value):
    device = Device()
    names = {"": "clientDataJSON", "a": "attestationObject"}
    credential = device.make(asked(sure.get(ADD), "creation_options"))
    if part == "response" and inside in names:
        credential["response"][names[inside]] = value
    else:
        credential[part] = value
    response = sure.post(ADD, {"name": "Typed", "credential": json.dumps(credential).replace("\\u0000", "")})
    assert response.status_code in (200, 302)
    # What was taken can be read.
    assert [sure.get(address).status_code for address in (ADD, PAGE)] == [200, 200]
    Authenticator.objects.all().delete()


@pytest.mark.parametrize("name", ["", "x" * 61, "a\x00b"])
def test_a_bad_name_is_said_beside_the_field(sure, learner, name):
    assert "invalid-feedback" in text(made(sure, Device(), name=name))
    row = make_passkey(learner)
    assert "invalid-feedback" in text(sure.post(f"/account/passkeys/{row.pk}/", {"name": name}))
    assert str(Authenticator.objects.get(type="webauthn")) == "My phone"


def test_it_is_renamed_and_removed_and_codes_go_with_the_last(sure, learner):
    made(sure, Device())
    row = Authenticator.objects.get(type="webauthn")
    assert sure.post(f"/account/passkeys/{row.pk}/", {"name": "Old phone"}).url == PAGE
    assert "Old phone" in seen(sure.get(PAGE))
    assert "your recovery codes go too" in seen(sure.get(f"/account/passkeys/{row.pk}/"))
    assert sure.post(f"/account/passkeys/{row.pk}/remove/").url == PAGE
    assert steps(learner) == []
    assert sure.post(f"/account/passkeys/{row.pk}/remove/").status_code == 404


def test_a_strangers_is_not_there(sure, stranger):
    row = make_passkey(stranger)
    for address in (f"/account/passkeys/{row.pk}/", f"/account/passkeys/{row.pk}/remove/"):
        assert sure.post(address, {"name": "Mine"}).status_code == 404
    assert str(Authenticator.objects.get()) == "My phone"


def test_there_are_as_many_as_anybody_needs(sure, learner):
    for _ in range(MOST_PASSKEYS - 1):
        make_passkey(learner)
    assert made(sure, Device()).status_code == 302
    page = sure.get(ADD)
    assert "as many passkeys as the site keeps" in seen(page)
    assert sure.post(ADD, {"name": "One more", "credential": "{}"}).status_code == 200
    assert steps(learner).count("webauthn") == MOST_PASSKEYS


def test_under_another_name_of_the_site_the_page_says_where_they_work(learner):
    learning = Client()
    learning.force_login(learner)
    assert "They work at http://localhost:8000" in seen(learning.get(PAGE))
    assert ADD not in text(learning.get(PAGE))
    learning.post(AGAIN, {"password": PASSWORD})
    assert "Open it there and sign in again." in seen(learning.get(ADD))
    assert "passkey" not in text(Client().get(LOGIN))


def test_every_change_is_told_by_mail(sure, learner, settings):
    settings.MAIL_CONFIGURED = True
    made(sure, Device())
    sure.post(f"/account/passkeys/{Authenticator.objects.get(type='webauthn').pk}/remove/")
    assert [body.split(" It was done")[0] for _, _, body in told()] == [
        "The passkey “My phone” was added.",
        "The passkey “My phone” was removed.",
    ]


def test_acts_are_for_who_is_signed_in(client, learner):
    row = make_passkey(learner)
    for address in (ADD, f"/account/passkeys/{row.pk}/"):
        assert client.get(address).url == f"{LOGIN}?next={address}"
    act = f"/account/passkeys/{row.pk}/remove/"
    assert client.post(act).url == f"{LOGIN}?next={PAGE}"
    assert client.get(act).url == PAGE
    assert Authenticator.objects.count() == 1
