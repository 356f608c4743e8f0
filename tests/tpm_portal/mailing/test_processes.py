"""Two real processes that write and send at once, and one that is killed: each mail goes once, and the rest later."""

import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from accounts.models import MailChoices, OutgoingMail, SentMail
from tests.databases import _address
from tests.factories.interviews import make_interview
from tests.kit import until_somebody_waits_for_us
from tests.tpm_portal.mailing.conftest import make_reader
from tests.tpm_portal.test_commands import ROOT

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 25


class Server:
    """A mail server that takes everything, and answers no more once it was given ``silent_after`` mails."""

    def __init__(self, silent_after=None):
        self.taken = []
        self.silent_after = silent_after
        self.silent = threading.Event()
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"smtp://127.0.0.1:{self.socket.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                client, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=[client], daemon=True).start()

    def _talk(self, client):
        with client, client.makefile("rb") as lines:
            client.sendall(b"220 here\r\n")
            for line in lines:
                word, to = line[:4].upper(), line
                if word == b"RCPT":
                    recipient = to.decode().partition("<")[2].partition(">")[0]
                if word == b"DATA":
                    client.sendall(b"354 go on\r\n")
                    for one in lines:
                        if one == b".\r\n":
                            break
                    if self.silent_after is not None and len(self.taken) >= self.silent_after:
                        self.silent.set()
                        return
                    self.taken.append(recipient)
                client.sendall(b"221 bye\r\n" if word == b"QUIT" else b"250 ok\r\n")


@contextmanager
def served(**how):
    server = Server(**how)
    try:
        yield server
    finally:
        server.socket.close()


def start(server):
    """``manage.py send_reminders`` on the test's own database."""
    environment = os.environ | {
        "SECRET_KEY": "a-key-for-tests-only-that-is-long-enough-to-satisfy-every-check-0123456789",
        "DJANGO_SETTINGS_MODULE": "tpm_portal.settings",
        "DATABASE_URL": _address(connection.settings_dict["NAME"]),
        "EMAIL_URL": server.url,
    }
    environment.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)
    command = [sys.executable, "manage.py", "send_reminders"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, cwd=ROOT, env=environment, **pipes)


def ended(process):
    said, wrong = process.communicate(timeout=60)
    assert process.returncode == 0, wrong
    return said


def kill(process):
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)


@pytest.fixture
def readers():
    """Each with an interview tomorrow, of which they are to be written by now."""
    since = timezone.now() - timedelta(days=2)
    made = [make_reader({"interview": True}, zone="UTC", since=since) for _ in range(MANY)]
    for user in made:
        make_interview(user, on=timezone.localdate() + timedelta(days=1))
    return sorted(user.email for user in made)


def test_two_processes_at_once_send_each_mail_once(readers):
    with served() as server:
        both = [start(server), start(server)]
        for process in both:
            ended(process)
        assert sorted(server.taken) == readers
        assert "0 learners looked at, 0 mails written" in ended(start(server))
        assert sorted(server.taken) == readers
    assert (SentMail.objects.count(), OutgoingMail.objects.count()) == (MANY, 0)


def test_killed_while_it_sends_the_rest_goes_next_time_and_nothing_twice(readers):
    with served(silent_after=7) as server:
        process = start(server)
        assert server.silent.wait(60)
        kill(process)
        # What was in its hands is put off for half a minute, since it might be on its way still.
        server.silent_after = None
        ended(start(server))
        assert len(server.taken) == MANY - 1
        OutgoingMail.objects.update(due_at=timezone.now())
        ended(start(server))
        assert sorted(server.taken) == readers


def test_killed_while_it_writes_nothing_counts_as_said_and_all_goes_next_time(readers):
    with served() as server:
        with transaction.atomic(), connection.cursor() as cursor:
            # It comes to where the keys are there and the mail is not.
            cursor.execute("LOCK TABLE accounts_outgoingmail IN EXCLUSIVE MODE")
            process = start(server)
            until_somebody_waits_for_us()
            kill(process)
        assert (SentMail.objects.count(), OutgoingMail.objects.count()) == (0, 0)
        assert MailChoices.objects.filter(next_at__lte=timezone.now()).count() == MANY
        ended(start(server))
        assert sorted(server.taken) == readers
