"""Choosing what to be written of, seeing when it comes, a sample, and stopping it without signing in."""

import re
import uuid
from datetime import date, timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import MailChoices, MailKind, SentMail, User
from tests.factories.accounts import make_user
from tests.factories.evidence import make_credential, make_held
from tests.factories.interviews import make_interview
from tests.kit import at_once, seen, text
from tests.sending import sent
from tpm_portal.mailing.choosing import choose
from tpm_portal.mailing.stopping import LETTERS, stop_path

pytestmark = pytest.mark.django_db
PAGE = "/account/mail/"
SAMPLE = "/account/mail/sample/"
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def confirmed(settings, learner):
    settings.MAIL_CONFIGURED = True
    EmailAddress.objects.create(user=learner, email=learner.email, primary=True, verified=True)


def on(user):
    row = MailChoices.objects.filter(user=user).first()
    return [] if row is None else [kind.value for kind in row.on]


def press_save(client, **changes):
    page = client.get(PAGE)
    return client.post(PAGE, sent(page, "choices") | changes)


def test_nothing_is_on_until_somebody_asks_and_reading_writes_nothing(learning, learner):
    page = seen(learning.get(PAGE))
    assert "Nothing: all of it is off." in page
    assert MailChoices.objects.count() == 0


def test_what_is_chosen_is_kept_and_can_be_taken_back(learning, learner):
    response = press_save(learning, digest="on", exam="on")
    assert (response.status_code, response["Location"]) == (302, PAGE)
    assert on(learner) == ["digest", "exam"]
    assert "Saved." in seen(learning.get(PAGE))
    page = sent(learning.get(PAGE), "choices")
    del page["digest"]
    learning.post(PAGE, page)
    learning.post(PAGE, page)
    assert on(learner) == ["exam"]


def test_saved_unchanged_it_changes_nothing_and_says_so(learning, learner):
    press_save(learning, review="on")
    before = MailChoices.objects.values().get()
    assert press_save(learning).status_code == 302
    assert "Nothing had changed." in seen(learning.get(PAGE))
    assert MailChoices.objects.values().get() == before


def test_of_two_windows_each_saves_what_was_changed_on_it(learning, learner):
    first, second = (sent(learning.get(PAGE), "choices") for _ in range(2))
    learning.post(PAGE, first | {"exam": "on"})
    learning.post(PAGE, second | {"review": "on"})
    assert on(learner) == ["exam", "review"]


@pytest.mark.django_db(transaction=True)
def test_pressed_twice_at_once_it_is_one_row(learner):
    rows = at_once(*[lambda: choose(learner, {"exam": True}, now=timezone.now())] * 4)
    assert len({row.pk for row in rows}) == 1
    assert MailChoices.objects.count() == 1


def test_a_visitor_signs_in_first(client):
    assert client.get(PAGE)["Location"] == f"/account/login/?next={PAGE}"
    assert client.post(SAMPLE)["Location"] == f"/account/login/?next={PAGE}"


def test_it_says_when_what_comes(learning, learner):
    learner.time_zone = "America/New_York"
    learner.save()
    today = timezone.localdate()
    make_interview(learner, company="Acme", on=today + timedelta(days=5))
    make_interview(learner, company="Far away", on=today + timedelta(days=45))
    make_held(learner, make_credential(name="Scrum Master"), expires_on=today + timedelta(days=95))
    choose(learner, {"interview": True, "expiry": True}, now=timezone.now())
    page = seen(learning.get(PAGE))
    assert ("Interview: Acme (First call)" in page, "Far away" in page) == (True, False)
    assert "Last day of your Scrum Master" in page
    assert "7:00 AM" in page
    assert "By the clock in America/New_York" in page


def test_of_the_digests_to_come_the_next_one_is_named(learning, learner):
    choose(learner, {"digest": True}, now=timezone.now())
    page = text(learning.get(PAGE))
    days = re.findall(r'<time class="quiet" datetime="([^T]*)T07:00:00', page)
    assert [date.fromisoformat(day).weekday() for day in days] == [0]


def test_somebody_nameless_is_led_to_what_is_kept_in_their_browser(learning, learner):
    User.objects.filter(pk=learner.pk).update(email=None, first_press=uuid.uuid4(), used_on=timezone.localdate())
    for response in (learning.get(PAGE), learning.post(SAMPLE)):
        assert response["Location"] == reverse("account_kept_here")
    assert mail.outbox == []


def test_what_was_said_does_not_come_again(learning, learner):
    row = make_interview(learner, on=timezone.localdate() + timedelta(days=1))
    choose(learner, {"interview": True}, now=timezone.now() - timedelta(days=2))
    assert "Interview: Acme" in seen(learning.get(PAGE))
    key = f"interview-{row.token} {row.on:%Y-%m-%d} 1"
    SentMail.objects.create(user=learner, key=key, kind="interview", at=timezone.now())
    assert "Nothing with a date in the next 30 days." in seen(learning.get(PAGE))


def test_without_a_mail_server_it_says_so_and_keeps_what_is_chosen(learning, learner):
    assert "This site can't send mail yet" in seen(learning.get(PAGE))
    press_save(learning, digest="on")
    assert on(learner) == ["digest"]


def test_an_address_that_is_not_confirmed_is_said_and_gets_no_sample(learning, learner, settings):
    settings.MAIL_CONFIGURED = True
    assert "We write only to an address that is confirmed to be yours." in seen(learning.get(PAGE))
    assert "before your address is confirmed" in seen(learning.post(SAMPLE, follow=True))
    assert mail.outbox == []


def test_a_sample_comes_to_oneself_with_what_is_recorded_and_a_few_an_hour(learning, learner, confirmed):
    make_interview(learner, company="Acme", on=timezone.localdate())
    for _ in range(3):
        assert "The sample is on its way to learner@example.org." in seen(learning.post(SAMPLE, follow=True))
    assert "3 samples an hour are the most." in seen(learning.post(SAMPLE, follow=True))
    assert len(mail.outbox) == 3
    one = mail.outbox[0]
    assert (one.to, one.subject.partition(":")[0]) == (["learner@example.org"], "[TPM Portal] Sample")
    assert "Interview: Acme (First call)" in one.body
    assert "This is the sample you asked for." in one.body
    # Nothing was switched on by it, and nothing counts as said.
    assert (on(learner), SentMail.objects.count()) == ([], 0)


@pytest.fixture
def link(learner):
    row = choose(learner, {"digest": True, "interview": True}, now=timezone.now())
    return stop_path(row, MailKind.INTERVIEW)


def test_a_mail_program_stops_them_with_one_post_without_cookies_or_token(link, learner):
    program = Client(enforce_csrf_checks=True)
    for _ in range(2):
        response = program.post(link, {"List-Unsubscribe": "One-Click"})
        assert response.status_code == 200
        assert on(learner) == ["digest"]
    assert program.cookies == {}


def test_reading_the_link_stops_nothing_and_shows_one_button(link, learner):
    program = Client(enforce_csrf_checks=True)
    page = program.get(link)
    assert (on(learner), page.status_code) == (["digest", "interview"], 200)
    assert text(page).count("<button") == 1
    assert "no-store" in page["Cache-Control"]
    assert page["Referrer-Policy"] == "strict-origin"
    assert learner.email not in text(page)
    assert program.head(link).status_code == 200
    assert on(learner) == ["digest", "interview"]


def test_what_was_stopped_can_be_undone_and_the_last_one_stopped_is_looked_at_no_more(link, learner):
    client = Client()
    digest = stop_path(MailChoices.objects.get(), MailKind.DIGEST)
    for one in (link, digest):
        assert "Stopped" in seen(client.post(one))
    assert MailChoices.objects.get().next_at is None
    assert "On again" in seen(client.post(f"{link}undo/"))
    assert on(learner) == ["interview"]
    assert MailChoices.objects.get().next_at > timezone.now()
    assert "Stopped" in seen(client.get(digest))


def test_a_link_works_whoever_is_signed_in_and_whatever_the_key_of_the_site_is(link, learner, settings):
    settings.SECRET_KEY = "another one that is long enough for everybody"
    other = Client()
    other.force_login(make_user())
    assert other.post(link).status_code == 200
    assert on(learner) == ["digest"]


@pytest.mark.parametrize("wrong", ["z", "w-x", "i"])
@pytest.mark.parametrize("key", ["nobodys-key-1234", "x" * 3000, "-"])
def test_a_link_of_nobody_says_so_and_stops_nothing(link, learner, wrong, key):
    for method in (Client().get, Client().post):
        response = method(f"/mail/{wrong}/{key}/")
        assert response.status_code == 404
        assert "This link stops nothing" in text(response)
    assert on(learner) == ["digest", "interview"]


def test_a_link_cut_short_or_with_a_nul_is_not_found(link, learner):
    for path in (link[:-4] + "/", link[:-2] + "%00/", "/mail/i/%00/"):
        assert Client().post(path).status_code == 404
    assert on(learner) == ["digest", "interview"]


def test_other_methods_are_refused(link):
    for method in (Client().put, Client().delete):
        assert method(link).status_code == 405


def test_each_link_stops_its_own_kind(learner):
    everything = dict.fromkeys(MailKind.values, True)
    for letter, kind in LETTERS.items():
        row = choose(learner, everything, now=timezone.now())
        Client().post(f"/mail/{letter}/{row.stop_key}/")
        assert set(everything) - set(on(learner)) == {kind.value}


def test_the_link_of_a_deleted_account_is_nobodys(link, learner):
    learner.delete()
    assert Client().post(link).status_code == 404
