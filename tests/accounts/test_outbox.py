"""Mail is written down with what it is about and sent beside the pages, whatever the mail server does."""

import socket
import time
from contextlib import contextmanager
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.mail import EmailMultiAlternatives, send_mail
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from accounts import outbox
from accounts.models import OutgoingMail, User
from accounts.outbox import postman, send_due
from tests.accounts.test_views import RESET, mail_configured, sign_up
from tests.factories.accounts import make_user
from tests.kit import at_once, text

pytestmark = pytest.mark.django_db(transaction=True)
mail_configured = mail_configured


@pytest.fixture(autouse=True)
def kept(mail_configured, settings, monkeypatch):
    """As the site has it, with memory in the place of the mail server."""
    settings.EMAIL_BACKEND = "accounts.outbox.EmailBackend"
    monkeypatch.setattr(outbox, "BACKEND", "django.core.mail.backends.locmem.EmailBackend")
    yield
    OutgoingMail.objects.all().delete()
    postman._woken.set()
    assert postman.wait(20)


@contextmanager
def hanging_server(settings, monkeypatch):
    """A mail server that takes connections and says nothing."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(50)
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.getsockname()
        settings.EMAIL_TIMEOUT = 1
        with monkeypatch.context() as patch:
            patch.setattr(outbox, "BACKEND", "django.core.mail.backends.smtp.EmailBackend")
            yield


def test_what_somebody_asked_for_is_sent_at_once_and_nothing_of_it_is_kept(client):
    assert sign_up(client)["Location"] == "/account/confirm-email/"
    assert postman.wait(20)
    assert [(one.to, one.subject) for one in mail.outbox] == [
        (["new@example.org"], "[TPM Portal] Confirm your address")
    ]
    assert OutgoingMail.objects.count() == 0


def test_a_mail_server_that_hangs_keeps_nobody_waiting_and_the_mail_is_sent_when_it_is_back(
    client, settings, monkeypatch, caplog
):
    make_user("learner@example.org")
    with hanging_server(settings, monkeypatch):
        start = time.monotonic()
        for _ in range(4):
            assert client.post(RESET, {"email": "learner@example.org"}).status_code == 302
        assert sign_up(client)["Location"] == "/account/confirm-email/"
        assert client.get("/").status_code == 200
        # Five mails of a second each, had they been sent within the pages.
        assert time.monotonic() - start < 4
        assert User.objects.count() == 2
        deadline = time.monotonic() + 20
        while OutgoingMail.objects.filter(tries=0).exists():
            assert time.monotonic() < deadline
        assert send_due(at=timezone.now()).sent == 0
    assert mail.outbox == []
    assert "to be sent, the oldest since" in text(client.get("/readyz/"))
    waiting = OutgoingMail.objects.count()
    assert waiting > 1
    send_due(at=timezone.now() + timedelta(minutes=1))
    assert OutgoingMail.objects.count() == 0
    assert len(mail.outbox) == waiting
    assert "A mail was not sent, see EMAIL_URL: " in caplog.text
    assert "example.org" not in "".join(record.getMessage() for record in caplog.records if "mail" in record.name)


def test_without_a_mail_server_known_and_unknown_addresses_get_the_same(client, settings, monkeypatch):
    make_user("learner@example.org")
    with hanging_server(settings, monkeypatch):
        for ask in (sign_up, lambda client, email: client.post(RESET, {"email": email})):
            known, unknown = ask(client, "learner@example.org"), ask(client, "anybody@example.org")
            assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])


def test_there_is_no_mail_about_what_did_not_happen_and_nothing_that_happened_without_its_mail(client):
    with transaction.atomic():
        send_mail("Subject", "Text", None, ["a@example.org"])
        transaction.set_rollback(True)
    assert (OutgoingMail.objects.count(), mail.outbox) == (0, [])
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE accounts_outgoingmail RENAME TO gone")
    try:
        client.raise_request_exception = False
        assert sign_up(client).status_code == 500
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE gone RENAME TO accounts_outgoingmail")
    assert (User.objects.count(), EmailAddress.objects.count()) == (0, 0)
    client.raise_request_exception = True
    assert sign_up(client)["Location"] == "/account/confirm-email/"
    assert postman.wait(20)
    assert [one.to for one in mail.outbox] == [["new@example.org"]]


def written_down(**fields):
    now = timezone.now()
    given = {"sender": "s@example.org", "recipients": ["a@example.org"], "subject": "S", "body": "B"}
    return OutgoingMail.objects.create(**given | {"made_at": now, "due_at": now} | fields)


def test_pauses_grow_and_after_a_day_it_is_given_up(settings, monkeypatch, caplog):
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    monkeypatch.setattr(outbox, "BACKEND", "django.core.mail.backends.smtp.EmailBackend")
    at = written_down().made_at
    pauses = []
    while OutgoingMail.objects.exists():
        done = send_due(at=at)
        assert (done.sent, done.failed) == (0, 1)
        if done.next_at:
            pauses.append((done.next_at - at).total_seconds())
            at = done.next_at
    assert pauses[:4] == [30, 60, 120, 240]
    assert set(pauses[8:]) == {3600}
    assert timedelta(hours=23) < timedelta(seconds=sum(pauses)) <= timedelta(hours=25)
    assert "A mail was given up after" in caplog.text


def test_one_address_that_is_refused_does_not_keep_the_others(monkeypatch):
    written_down(recipients=["two\nlines@example.org"])
    written_down(recipients=["b@example.org"])
    done = send_due(at=timezone.now())
    assert (done.sent, done.failed, [one.to for one in mail.outbox]) == (1, 1, [["b@example.org"]])


def test_two_processes_send_one_mail_once():
    for number in range(10):
        written_down(recipients=[f"n{number}@example.org"])
    now = timezone.now()

    assert sum(done.sent for done in at_once(*[lambda: send_due(at=now)] * 4)) == 10
    assert sorted(one.to[0] for one in mail.outbox) == [f"n{number}@example.org" for number in range(10)]


def test_the_command_sends_what_waits(capsys):
    written_down()
    call_command("send_mail")
    assert capsys.readouterr().out == "Mail: 1 sent, 0 not sent and tried again later.\n"


def test_a_text_and_the_same_as_a_page_are_sent_with_their_headers():
    message = EmailMultiAlternatives("S", "B", None, ["a@example.org"], headers={"List-Unsubscribe": "<https://x/>"})
    message.attach_alternative("<p>B</p>", "text/html")
    message.send()
    assert postman.wait(20)
    (sent,) = mail.outbox
    assert (sent.body, sent.alternatives[0][:2], sent.extra_headers) == (
        "B",
        ("<p>B</p>", "text/html"),
        {"List-Unsubscribe": "<https://x/>"},
    )


@pytest.mark.parametrize("more", [{"cc": ["b@example.org"]}, {"bcc": ["b@example.org"]}, {"reply_to": ["b@x.org"]}])
def test_no_other_mail_is_taken(more):
    message = EmailMultiAlternatives("S", "B", None, ["a@example.org"])
    for page in ("text/html", "text/calendar"):
        message.attach_alternative("B", page)
    for one in (message, EmailMultiAlternatives("S", "B", None, ["a@example.org"], **more)):
        with pytest.raises(ValueError, match="Only plain mail is kept"):
            one.send()
    assert OutgoingMail.objects.count() == 0


def test_without_a_mail_server_what_is_written_down_goes_where_all_mail_goes(settings, capsys):
    settings.MAIL_CONFIGURED = False
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    written_down(subject="Shown")
    assert send_due(at=timezone.now()).sent == 1
    assert "Subject: Shown\n" in capsys.readouterr().out
