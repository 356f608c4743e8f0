"""Signing up and in, preferences, theme: with equal answers for known and unknown addresses."""

import io
import re
import threading
import zoneinfo
from time import monotonic, sleep

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user
from django.core import mail
from django.core.management import call_command
from django.db import connection, transaction
from django.db.utils import IntegrityError

from accounts.models import User
from tests.factories.accounts import PASSWORD, make_user
from tests.kit import text

SIGN_UP, SIGN_IN, RESET, PREFERENCES = (
    "/account/signup/",
    "/account/login/",
    "/account/password/reset/",
    "/account/preferences/",
)


@pytest.fixture
def mail_configured(settings):
    settings.MAIL_CONFIGURED = True
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"


def sign_up(client, email="new@example.org", **data):
    return client.post(SIGN_UP, {"email": email, "password1": PASSWORD} | data)


def sign_in(client, email="learner@example.org", password=PASSWORD, **data):
    return client.post(SIGN_IN, {"login": email, "password": password} | data)


def test_sign_up_signs_in_and_leads_to_the_page_one_wanted(client, db):
    response = sign_up(client, time_zone="Europe/Berlin", next="/roadmap/")
    assert (response.status_code, response["Location"]) == (302, "/roadmap/")
    user = User.objects.get()
    assert (user.email, user.time_zone) == ("new@example.org", "Europe/Berlin")
    assert get_user(client) == user


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../etc/passwd", "\x00", "x" * 10_000])
def test_a_wrong_time_zone_is_ignored(client, db, zone):
    sign_up(client, time_zone=zone)
    assert User.objects.get().time_zone == "UTC"


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_a_foreign_place_to_go_to_is_ignored(client, learner, target):
    assert sign_in(client, next=target)["Location"] == "/"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"email": "no address"}, "Enter a valid email address."),
        ({"email": ""}, "This field is required."),
        ({"email": "a\x00@example.org"}, "Null characters are not allowed."),
        ({"email": f"{'x' * 300}@example.org"}, "Ensure this value has at most"),
        ({"password1": "short"}, "This password is too short."),
        ({"password1": "password123"}, "This password is too common."),
        ({"password1": "12345678901234"}, "This password is entirely numeric."),
    ],
)
def test_bad_sign_up_names_the_field_and_keeps_the_address(client, db, data, message):
    response = sign_up(client, **data)
    assert response.status_code == 200
    assert message in text(response)
    assert User.objects.count() == 0


def test_addresses_differ_by_more_than_case(client, db):
    make_user("Someone@Example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email="SOMEONE@example.ORG")
    assert sign_in(client, "SOMEONE@EXAMPLE.ORG")["Location"] == "/"


def test_sign_in_changes_the_session_and_sign_out_ends_it(client, learner):
    client.get(SIGN_IN)
    sign_in(client)
    assert get_user(client) == learner
    assert "Everything you've tracked is saved." in text(client.get("/account/logout/"))
    assert get_user(client) == learner
    client.post("/account/logout/")
    assert not get_user(client).is_authenticated


def same(one, other):
    """Two answers without what must differ: tokens, numbers of requests and the address that was typed."""
    bodies = []
    for response in (one, other):
        body = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", text(response))
        bodies.append(re.sub(r"(learner|anybody)@example\.org", "", body))
    another = {"Expires", "X-Request-ID"}
    headers = [{name: value for name, value in answer.items() if name not in another} for answer in (one, other)]
    return bodies[0] == bodies[1] and one.status_code == other.status_code and headers[0] == headers[1]


def test_sign_in_answers_the_same_for_known_and_unknown_addresses(client, learner):
    known = sign_in(client, password="wrong password here")
    unknown = sign_in(client, "anybody@example.org", password="wrong password here")
    assert "not correct" in text(known)
    assert same(known, unknown)


def test_an_unknown_address_costs_a_password_hash_too(client, db, monkeypatch):
    hashed = []
    monkeypatch.setattr(User, "set_password", lambda self, password: hashed.append(password))
    sign_in(client, "anybody@example.org", password="wrong password here")
    assert hashed == ["wrong password here"]


def test_reset_answers_the_same_and_mails_the_known_address_a_link(client, learner, mail_configured):
    known = client.post(RESET, {"email": "learner@example.org"})
    unknown = client.post(RESET, {"email": "anybody@example.org"})
    assert same(known, unknown)
    assert known["Location"] == "/account/password/reset/done/"
    link = re.search(r"/account/password/reset/key/\S+", mail.outbox[0].body).group()
    page = client.get(link, follow=True)
    client.post(page.request["PATH_INFO"], {"password1": "another long phrase", "password2": "another long phrase"})
    assert sign_in(client, password="another long phrase").status_code == 302


def test_sign_up_answers_the_same_when_mail_is_configured(client, learner, mail_configured):
    known = sign_up(client, "learner@example.org")
    unknown = sign_up(client, "anybody@example.org")
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert known["Location"] == "/account/confirm-email/"
    assert len(mail.outbox) == 2


def test_sign_up_costs_one_password_hash_for_known_and_unknown_addresses(client, learner, mail_configured, monkeypatch):
    hashed = []
    monkeypatch.setattr(User, "set_password", lambda self, password: hashed.append(password))
    sign_up(client, "learner@example.org")
    assert hashed == [PASSWORD]
    sign_up(client, "anybody@example.org")
    assert hashed == [PASSWORD] * 2


def sign_up_just_after_somebody_else(client):
    """The answer to whom another connection took the address from, between the check and the saving."""
    inserted = threading.Event()

    def take_it():
        with transaction.atomic():
            make_user("new@example.org")
            inserted.set()
            deadline = monotonic() + 4
            with connection.cursor() as cursor:
                while monotonic() < deadline:
                    cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'transactionid' AND NOT granted")
                    if cursor.fetchone()[0]:
                        break
                    sleep(0.01)  # polling for the other connection to wait for us, with the deadline above
        connection.close()

    other = threading.Thread(target=take_it)
    other.start()
    assert inserted.wait(10)
    response = sign_up(client)
    other.join()
    assert User.objects.count() == 1
    return response


@pytest.mark.django_db(transaction=True)
def test_of_two_sign_ups_at_once_one_is_told_that_the_address_is_taken(client):
    response = sign_up_just_after_somebody_else(client)
    assert response.status_code == 200
    assert "already registered" in text(response)
    assert 'value="new@example.org"' in text(response)


@pytest.mark.django_db(transaction=True)
def test_of_two_sign_ups_at_once_one_gets_the_usual_answer_and_a_mail(client, mail_configured):
    response = sign_up_just_after_somebody_else(client)
    assert (response.status_code, response["Location"]) == (302, "/account/confirm-email/")
    assert [message.subject for message in mail.outbox] == ["[TPM Portal] You already have an account"]


def test_an_address_must_be_confirmed_when_mail_is_configured(client, db, mail_configured):
    sign_up(client)
    assert not get_user(client).is_authenticated
    assert sign_in(client, "new@example.org")["Location"] == "/account/confirm-email/"
    link = re.search(r"/account/confirm-email/\S+/", mail.outbox[0].body).group()
    assert "Yes, confirm it" in text(client.get(link))
    client.post(link)
    assert sign_in(client, "new@example.org")["Location"] == "/"


def ask_for_another_address(client):
    sign_in(client)
    client.post("/account/email/", {"action_add": "", "email": "other@example.org", "password": PASSWORD})


def in_one_piece(body):
    """A mail's text with its one link replaced."""
    return re.sub(r"http://\S+", "LINK", body)


@pytest.mark.parametrize(
    ("ask", "subject", "body"),
    [
        (
            lambda client: sign_up(client, "anybody@example.org"),
            "Confirm your address",
            """Hello,

You, or somebody else, signed up with anybody@example.org. If it was you, open this link to finish:

LINK

It works for three days. After that, sign in and we'll send you a new one.

If it wasn't you, do nothing: without the link, nobody can use your address here.

TPM Portal, testserver""",
        ),
        (
            lambda client: sign_up(client, "learner@example.org"),
            "You already have an account",
            """Hello,

You, or somebody else, tried to sign up with learner@example.org. An account with this address already exists, and \
nothing about it has changed.

If it was you, sign in with the password you chose. If you've forgotten it, set a new one here:

LINK

If it wasn't you, you don't need to do anything.

TPM Portal, testserver""",
        ),
        (
            lambda client: client.post(RESET, {"email": "learner@example.org"}),
            "Set a new password",
            """Hello,

You, or somebody else, asked for a new password for learner@example.org. If it was you, open this link and choose one:

LINK

It works once, and for three days. What you've tracked stays as it is.

If it wasn't you, do nothing: your password stays as it is.

TPM Portal, testserver""",
        ),
        (
            lambda client: client.post(RESET, {"email": "any&body@example.org"}),
            "There is no account with this address",
            """Hello,

You, or somebody else, asked for a new password for any&body@example.org, but there is no account with this address \
here.

If it was you, you may have signed up with another address: try that one. If you don't have an account yet, create \
one here:

LINK

If it wasn't you, you don't need to do anything.

TPM Portal, testserver""",
        ),
        (
            ask_for_another_address,
            "Confirm your address",
            """Hello,

An account here wants to use other@example.org to sign in. If it's yours, open this link to confirm it:

LINK

It works for three days.

If it isn't yours, do nothing: without the link, nobody can use your address here.

TPM Portal, testserver""",
        ),
    ],
)
def test_every_mail_is_in_our_own_words(client, learner, mail_configured, ask, subject, body):
    EmailAddress.objects.create(user=learner, email=learner.email, primary=True, verified=True)
    ask(client)
    assert [(one.subject, in_one_piece(one.body)) for one in mail.outbox] == [(f"[TPM Portal] {subject}", body)]


def test_without_mail_the_reset_page_says_so(client, db):
    response = client.get(RESET)
    assert "set up to send email" in text(response)
    assert client.post(RESET, {"email": "learner@example.org"}).status_code == 200
    assert mail.outbox == []


def test_without_mail_sign_up_says_that_an_address_is_taken(client, learner):
    response = sign_up(client, "learner@example.org")
    assert response.status_code == 200
    assert "already registered" in text(response)


def test_guessing_a_password_is_throttled_per_address(client, learner):
    for _ in range(5):
        assert "not correct" in text(sign_in(client, password="wrong password here"))
    for password in ("wrong password here", PASSWORD):
        assert "Too many failed tries" in text(sign_in(client, password=password))
    assert not get_user(client).is_authenticated


def test_signing_in_is_throttled_per_machine(client, db):
    answers = [sign_in(client, f"n{n}@example.org", password="wrong password here").status_code for n in range(35)]
    assert answers[:5] == [200] * 5
    assert answers[-1] == 429


def test_reset_is_throttled(client, db, mail_configured):
    answers = [client.post(RESET, {"email": f"n{n}@example.org"}) for n in range(25)]
    assert (answers[0].status_code, answers[-1].status_code) == (302, 429)
    assert "Wait five minutes" in text(answers[-1])


def test_preferences_are_kept(learning, learner):
    data = {"name": "אנה 🎉", "time_zone": "Asia/Tokyo", "theme": "dark"}
    response = learning.post(PREFERENCES, data)
    assert response["Location"] == PREFERENCES
    assert learning.cookies["theme"].value == "dark"
    learner.refresh_from_db()
    assert (learner.name, learner.time_zone, learner.theme) == tuple(data.values())
    body = text(learning.get(PREFERENCES))
    assert 'data-theme="dark"' in body
    assert "אנה 🎉" in body


def test_an_older_window_saves_only_what_was_changed_in_it(learning, learner):
    shown = {f"initial-{name}": getattr(learner, name) for name in ("name", "time_zone", "theme")}
    assert all(f'name="{name}"' in text(learning.get("/account/preferences/")) for name in shown)
    User.objects.update(time_zone="Asia/Tokyo", theme="dark")
    data = {"name": "New", "time_zone": learner.time_zone, "theme": learner.theme, **shown}
    assert learning.post("/account/preferences/", data).status_code == 302
    learner.refresh_from_db()
    assert (learner.name, learner.time_zone, learner.theme) == ("New", "Asia/Tokyo", "dark")


@pytest.mark.parametrize(
    "data",
    [
        {"time_zone": "Mars/Olympus"},
        {"theme": "pink"},
        {"name": "x" * 101},
        {"name": "a\x00b"},
        {"time_zone": ""},
    ],
)
def test_bad_preferences_are_refused_and_nothing_is_kept(learning, learner, data):
    response = learning.post(PREFERENCES, {"name": "Anna", "time_zone": "UTC", "theme": "system"} | data)
    assert response.status_code == 200
    assert "invalid-feedback" in text(response)
    learner.refresh_from_db()
    assert (learner.name, learner.time_zone, learner.theme) == ("", "UTC", "system")


def test_an_old_zone_name_stays_selectable(learning, learner):
    learner.time_zone = "US/Pacific"
    learner.save()
    assert learner.time_zone in zoneinfo.available_timezones()
    assert '<option value="US/Pacific" selected>' in text(learning.get(PREFERENCES))


def test_theme_is_switched_by_a_visitor_and_kept_for_a_learner(client, learner):
    response = client.post("/account/theme/", {"theme": "dark", "next": "/guide/?a=1"})
    assert (response["Location"], client.cookies["theme"].value) == ("/guide/?a=1", "dark")
    assert 'data-theme="dark"' in text(client.get("/guide/"))
    client.force_login(learner)
    client.post("/account/theme/", {"theme": "light"})
    learner.refresh_from_db()
    assert learner.theme == "light"


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "", "nowhere"])
def test_theme_leads_only_back_to_this_site(client, db, target):
    assert client.post("/account/theme/", {"theme": "dark", "next": target})["Location"] == "/"


def test_bad_theme_is_a_400_and_get_is_refused(client, db):
    assert client.post("/account/theme/", {"theme": "pink"}).status_code == 400
    assert client.post("/account/theme/", {"theme": "dark", "next": "\x00"}).status_code == 400
    assert client.get("/account/theme/").status_code == 405
    client.cookies["theme"] = '"><script>'
    assert "<script>" not in text(client.get("/guide/"))


def test_password_is_changed_with_the_present_one(learning):
    url = "/account/password/change/"
    data = {"oldpassword": "wrong", "password1": "another long phrase", "password2": "another long phrase"}
    assert "invalid-feedback" in text(learning.post(url, data))
    learning.post(url, data | {"oldpassword": PASSWORD})
    learning.logout()
    assert sign_in(learning, password="another long phrase")["Location"] == "/"


def test_address_is_changed_with_the_password_and_only_to_a_free_one(learning, learner, stranger):
    url = "/account/email/"
    for data in (
        {"email": "new@example.org", "password": "wrong"},
        {"email": "STRANGER@example.org", "password": PASSWORD},
        {"email": "no address", "password": PASSWORD},
        {"email": "new@example.org\x00", "password": PASSWORD},
    ):
        assert "invalid-feedback" in text(learning.post(url, data))
    learning.post(url, {"email": "New@example.org", "password": PASSWORD})
    learning.logout()
    assert sign_in(learning).status_code == 200
    assert sign_in(learning, "new@example.org")["Location"] == "/"


@pytest.mark.parametrize("path", [PREFERENCES, "/account/email/", "/account/password/change/"])
def test_visitors_are_sent_to_sign_in_and_back(client, db, path):
    response = client.get(path)
    assert (response.status_code, response["Location"]) == (302, f"{SIGN_IN}?next={path}")


@pytest.mark.parametrize("path", [SIGN_UP, SIGN_IN, RESET, "/account/inactive/", "/account/password/reset/done/"])
def test_account_pages_have_our_look_and_are_not_indexed(client, db, path):
    body = text(client.get(path))
    assert 'class="site-header"' in body
    assert '<meta name="robots" content="noindex">' in body


@pytest.mark.parametrize("path", ["phone/verify/", "login/code/", "login/code/confirm/", "social/login/error/"])
def test_pages_we_do_not_use_do_not_exist(client, db, path):
    assert client.get(f"/account/{path}").status_code == 404


def test_query_counts(learning, django_assert_num_queries):
    for path, queries in ((PREFERENCES, 3), ("/account/email/", 2)):
        with django_assert_num_queries(queries):
            assert learning.get(path).status_code == 200


def test_a_reset_link_with_nonsense_is_a_calm_page(client, db):
    for key in ("0-x", "zzzzzzzzzzzzz-nonsense", "1-set-password"):
        assert "no longer valid" in text(client.get(f"/account/password/reset/key/{key}/"))


def test_with_mail_a_new_address_counts_once_it_is_confirmed(learning, learner, mail_configured):
    url = "/account/email/"
    assert "We'll send a link to the new address." in text(learning.get(url))
    for password in ("", "wrong"):
        refused = learning.post(url, {"action_add": "", "email": "new@example.org", "password": password})
        assert 'value="new@example.org"' in text(refused)
        assert "invalid-feedback" in text(refused)
    assert mail.outbox == []
    learning.post(url, {"action_add": "", "email": "new@example.org", "password": PASSWORD})
    assert "Waiting for you to confirm new@example.org." in text(learning.get(url))
    learner.refresh_from_db()
    assert learner.email == "learner@example.org"
    link = re.search(r"/account/confirm-email/\S+/", mail.outbox[-1].body).group()
    learning.post(link)
    learner.refresh_from_db()
    assert learner.email == "new@example.org"


def addresses(user):
    return list(EmailAddress.objects.filter(user=user).values_list("email", "primary", "verified").order_by("pk"))


def ask_for(client, email):
    return client.post("/account/email/", {"action_add": "", "email": email, "password": PASSWORD})


@pytest.mark.parametrize("row", [True, False], ids=["unconfirmed", "without a row"])
def test_looking_at_the_address_confirms_nothing(learning, learner, mail_configured, row):
    if row:
        EmailAddress.objects.create(user=learner, email=learner.email, primary=True)
    before = addresses(learner)
    assert "Waiting for you to confirm" not in text(learning.get("/account/email/"))
    assert addresses(learner) == before
    learning.logout()
    assert sign_in(learning)["Location"] == "/account/confirm-email/"


@pytest.mark.parametrize("row", [True, False], ids=["unconfirmed", "without a row"])
def test_an_address_that_was_never_confirmed_stays_until_the_new_one_is(learning, learner, mail_configured, row):
    if row:
        EmailAddress.objects.create(user=learner, email=learner.email, primary=True)
    ask_for(learning, "first@example.org")
    ask_for(learning, "second@example.org")
    assert "Waiting for you to confirm second@example.org." in text(learning.get("/account/email/"))
    learner.refresh_from_db()
    assert learner.email == "learner@example.org"
    assert addresses(learner) == [("learner@example.org", row, False), ("second@example.org", False, False)]
    learning.post(re.search(r"/account/confirm-email/\S+/", mail.outbox[-1].body).group())
    learner.refresh_from_db()
    assert learner.email == "second@example.org"
    assert addresses(learner) == [("second@example.org", True, True)]


def test_the_address_in_force_cannot_be_given_up(learning, learner, mail_configured):
    EmailAddress.objects.create(user=learner, email=learner.email, primary=False)
    ask_for(learning, "new@example.org")
    for email in (learner.email, "new@example.org"):
        learning.post("/account/email/", {"action_remove": "", "email": email})
    learner.refresh_from_db()
    assert learner.email == "learner@example.org"
    assert addresses(learner) == [("learner@example.org", False, False)]


def change_password(client):
    data = {"oldpassword": PASSWORD, "password1": "another long phrase", "password2": "another long phrase"}
    client.post("/account/password/change/", data)


def change_by_link(client):
    client.logout()
    client.post(RESET, {"email": "learner@example.org"})
    page = client.get(re.search(r"/account/password/reset/key/\S+", mail.outbox.pop().body).group(), follow=True)
    client.post(page.request["PATH_INFO"], {"password1": "another long phrase", "password2": "another long phrase"})


def change_by_command(client, monkeypatch):
    monkeypatch.setenv("ADMIN_EMAIL", "learner@example.org")
    monkeypatch.setenv("ADMIN_PASSWORD", "another long phrase")
    call_command("curator", stdout=io.StringIO())


PASSWORD_CHANGED = """Hello,

The password for learner@example.org was changed on DAY. Every other browser was signed out.

If it was you, you don't need to do anything.

If it wasn't you, set a new one here; that signs everyone else out:

LINK

TPM Portal, localhost:8000"""


def told():
    """The mails that were sent, each with what differs from day to day replaced."""
    day = r"\w{3} \d+, \d{4}, \d+:\d\d [AP]M UTC"
    return [(one.to, one.subject, re.sub(day, "DAY", in_one_piece(one.body)).strip()) for one in mail.outbox]


@pytest.mark.parametrize("way", ["page", "link", "command"])
def test_a_mail_tells_of_a_new_password(learning, learner, mail_configured, monkeypatch, way):
    EmailAddress.objects.create(user=learner, email=learner.email, primary=True, verified=True)
    ways = {
        "page": lambda: change_password(learning),
        "link": lambda: change_by_link(learning),
        "command": lambda: change_by_command(learning, monkeypatch),
    }
    ways[way]()
    learner.refresh_from_db()
    assert learner.check_password("another long phrase")
    subject = "[TPM Portal] Your password was changed"
    assert told() == [(["learner@example.org"], subject, PASSWORD_CHANGED)]


def test_a_mail_to_both_tells_of_a_new_address(learning, learner, mail_configured):
    ask_for(learning, "new@example.org")
    link = re.search(r"/account/confirm-email/\S+/", mail.outbox.pop().body).group()
    assert mail.outbox == []
    learning.post(link)
    body = """Hello,

The address of your account was changed on DAY. From now on you sign in with new@example.org, and no longer with \
learner@example.org.

If it was you, you don't need to do anything.

If it wasn't you, someone else knows your password. Tell whoever runs this site.

TPM Portal, localhost:8000"""
    subject = "[TPM Portal] Your address was changed"
    assert told() == [([one], subject, body) for one in ("learner@example.org", "new@example.org")]


def test_without_mail_nobody_is_told(learning, learner):
    change_password(learning)
    assert mail.outbox == []
