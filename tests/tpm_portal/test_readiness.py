"""What is away is named within seconds, and says nothing of where it is."""

import socket
import threading
import time
from datetime import timedelta

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from accounts.models import OutgoingMail
from tests.kit import text
from tests.site import free_port
from tpm_portal import readiness
from tpm_portal.readiness import FAIL, OK, WARN, Part


@pytest.fixture
def disk(monkeypatch):
    """A disk with as many bytes free as is said."""

    def free(size):
        monkeypatch.setattr(readiness.shutil, "disk_usage", lambda place: type("Usage", (), {"free": size}))

    free(10 * readiness.LEAST_BYTES)
    return free


@pytest.fixture(autouse=True)
def mail_server():
    """Asked anew in each test."""
    readiness._mail_server.__init__()


def states(response):
    return {line.partition(":")[0]: line.partition(": ")[2].partition(".")[0] for line in text(response).splitlines()}


def test_each_part_has_a_line(client, db, disk):
    response = client.get("/readyz/")
    assert (response.status_code, response["Content-Type"]) == (200, "text/plain; charset=utf-8")
    assert text(response) == (
        "database: ok. It answers.\n"
        "migrations: ok. All are applied.\n"
        "cache: ok. None is set: tries are counted in the database.\n"
        "mail: ok. None is set: nothing is sent.\n"
        "disk: ok. 2560 MB are free.\n"
    )
    assert "no-store" in response["Cache-Control"]
    # What pages ask for before they send a form. What there is not asks for everything.
    assert text(client.get("/readyz/?only=database")) == "database: ok. It answers.\n"
    assert states(client.get("/readyz/?only=nothing%00")).keys() == readiness.PARTS.keys()


def test_the_migrations_of_this_release_are_those_that_django_finds():
    assert readiness.on_disk() == MigrationLoader(None).disk_migrations.keys()


@pytest.mark.django_db(transaction=True)
def test_a_migration_that_is_not_applied_takes_the_site_out_and_one_more_than_we_know_does_not(client, disk):
    recorder = MigrationRecorder(connection)
    app, name = sorted(readiness.on_disk())[0]
    recorder.record_unapplied(app, name)
    recorder.record_applied(app, "9999_of_the_next_release")
    try:
        response = client.get("/readyz/")
    finally:
        recorder.record_applied(app, name)
    assert (response.status_code, response["Retry-After"], states(response)["migrations"]) == (503, "10", FAIL)
    after = client.get("/readyz/")
    recorder.record_unapplied(app, "9999_of_the_next_release")
    assert (after.status_code, states(after)["migrations"]) == (200, OK)


def test_a_disk_that_is_nearly_full_is_said_and_the_site_goes_on(client, db, disk):
    disk(readiness.LEAST_BYTES - 1)
    response = client.get("/readyz/")
    assert (response.status_code, states(response)["disk"]) == (200, WARN)
    assert "disk: warn. Nearly full: 255 MB are free.\n" in text(response)


@pytest.mark.django_db(transaction=True)
def test_a_mail_server_that_is_away_and_mail_that_waits_for_long_are_said(client, settings, disk):
    settings.MAIL_CONFIGURED, settings.EMAIL_HOST, settings.EMAIL_PORT = True, "127.0.0.1", free_port()
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = "s3cret"
    response = client.get("/readyz/")
    assert response.status_code == 200
    assert "mail: warn. The server cannot be reached. None waits to be sent.\n" in text(response)
    assert ("127.0.0.1" in text(response), "s3cret" in text(response)) == (False, False)
    with socket.socket() as server:
        server.bind(("127.0.0.1", settings.EMAIL_PORT))
        server.listen(50)
        # It is not asked again at once.
        assert states(client.get("/readyz/"))["mail"] == WARN
        readiness._mail_server.asked_at -= readiness.MAIL_KEPT + 1
        assert "mail: ok. None waits to be sent.\n" in text(client.get("/readyz/"))
        at = timezone.now() - readiness.MAIL_IS_LATE - timedelta(seconds=1)
        mail = OutgoingMail.objects.create(
            sender="a@example.org", recipients=["b@example.org"], subject="", body="", made_at=at, due_at=at
        )
        try:
            body = text(client.get("/readyz/"))
        finally:
            mail.delete()
    assert f"mail: warn. 1 to be sent, the oldest since {at:%Y-%m-%d %H:%M} UTC.\n" in body


def test_what_never_answers_keeps_nobody_waiting_and_is_not_asked_again_meanwhile(db):
    go_on, asked = threading.Event(), []

    def hang():
        asked.append(1)
        go_on.wait(60)
        return Part("database", OK, "At last.")

    parts = {"database": hang, "cache": lambda: Part("cache", OK, "There.")}
    start = time.monotonic()
    for _ in range(3):
        assert readiness.ask(parts, seconds=0.2) == [
            Part("database", FAIL, "It does not answer."),
            Part("cache", OK, "There."),
        ]
    assert time.monotonic() - start < 5
    assert asked == [1]
    go_on.set()
    readiness._asked["database"].join(20)
    assert readiness.ask({"database": lambda: Part("database", OK, "Again.")}) == [Part("database", OK, "Again.")]


def test_what_breaks_is_told_to_the_log_without_what_it_says(db, caplog):
    def broken():
        raise ConnectionError("to db.internal as s3cret")

    assert readiness.ask({"cache": broken}) == [Part("cache", WARN, "It does not answer.")]
    assert [record.getMessage() for record in caplog.records] == ["asks for cache: ConnectionError"]
