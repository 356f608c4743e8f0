"""Mail waits in the database and is sent beside the pages: a mail server that hangs or is away keeps nobody waiting.

A mail is written down in the transaction of what it is about, so that there is never one without the other. Once that
stands, a thread of the process sends it, and tries again for a day if it has to. Mail that is left over from a process
that ended is sent when the next one starts, with the next mail, or by ``manage.py send_mail``.
"""

import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import DatabaseError, connection, transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import OutgoingMail

logger = logging.getLogger(__name__)

BACKEND = "django.core.mail.backends.smtp.EmailBackend"
# A link is good for three days, but whoever asked for it has long asked again.
GIVEN_UP_AFTER = timedelta(days=1)
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)


class EmailBackend(BaseEmailBackend):
    """Django's way out for mail: writes it down and sees to its being sent."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        now = timezone.now()
        for message in email_messages:
            write_down(message, at=now)
        transaction.on_commit(postman.wake)
        return len(email_messages)


def write_down(message: EmailMessage, *, at: datetime) -> OutgoingMail:
    """Keep a mail to be sent, in the transaction of what it is about: a text to some addresses, and perhaps a page."""
    pages = [one.content for one in getattr(message, "alternatives", ()) if one.mimetype == "text/html"]
    others = len(getattr(message, "alternatives", ())) - len(pages)
    if message.attachments or others or len(pages) > 1 or message.cc or message.bcc or message.reply_to:
        raise ValueError("Only plain mail is kept: a text to some addresses, and the same as a page.")
    return OutgoingMail.objects.create(
        sender=message.from_email,
        recipients=list(message.to),
        subject=str(message.subject),
        body=str(message.body),
        html="".join(map(str, pages)),
        headers=dict(message.extra_headers),
        made_at=at,
        due_at=at,
    )


@dataclass(frozen=True)
class Round:
    """What one round of sending did. ``next_at`` is when more is due, ``None`` if nothing waits."""

    sent: int
    failed: int
    next_at: datetime | None


def send_due(*, at: datetime) -> Round:
    """Send what is due, one mail after the other. One that cannot be sent is due again after a pause, twice as long."""
    sent = failed = 0
    # With nothing configured it goes where all mail does then, which is the console.
    server = get_connection(BACKEND if settings.MAIL_CONFIGURED else settings.EMAIL_BACKEND)
    while mail := _take(at=at):
        try:
            _message(mail, server).send()
        except Exception as error:
            # What the server said may repeat the address, so only the kind of error is kept.
            logger.error("A mail was not sent, see EMAIL_URL: %s (try %d)", type(error).__name__, mail.tries)
            failed += 1
            if mail.made_at + GIVEN_UP_AFTER > at:
                continue
            logger.error("A mail was given up after %d tries", mail.tries)
        else:
            sent += 1
        # It may hold a link that lets somebody in: nothing of it is kept.
        mail.delete()
    return Round(sent, failed, OutgoingMail.objects.order_by("due_at").values_list("due_at", flat=True).first())


def _message(mail: OutgoingMail, server: BaseEmailBackend) -> EmailMessage:
    message = EmailMultiAlternatives(
        mail.subject, mail.body, mail.sender, mail.recipients, headers=mail.headers, connection=server
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    return message


def _take(*, at: datetime) -> OutgoingMail | None:
    """The next mail that is due, put off until it would be tried again: nobody else takes it in the meantime."""
    with transaction.atomic():
        mail = (
            OutgoingMail.objects.select_for_update(skip_locked=True)
            # No pause is longer than the longest: what is due later was put off while a clock was ahead.
            .filter(Q(due_at__lte=at) | Q(due_at__gt=at + LONGEST_PAUSE))
            .order_by("due_at", "pk")
            .first()
        )
        if mail is not None:
            mail.due_at = at + min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(mail.tries, 10))
            mail.tries += 1
            mail.save(update_fields=["due_at", "tries"])
    return mail


class Postman:
    """One thread of this process that sends until nothing waits any more."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._woken = threading.Event()
        self._thread: threading.Thread | None = None

    def wake(self) -> None:
        """See to it that what is written down by now will be sent."""
        with self._lock:
            self._woken.set()
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="postman", daemon=True)
                self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait until nothing waits to be sent. Says whether that is so."""
        thread = self._thread
        if thread is not None:
            thread.join(seconds)
        return self._thread is None

    def _work(self) -> None:
        while True:
            self._woken.clear()
            try:
                next_at = send_due(at=timezone.now()).next_at
            except DatabaseError:
                logger.exception("The outbox could not be read")
                next_at = timezone.now() + FIRST_PAUSE
            finally:
                connection.close()
            with self._lock:
                if next_at is None and not self._woken.is_set():
                    self._thread = None
                    return
            if next_at is not None:
                pause = min(next_at - timezone.now(), LONGEST_PAUSE)
                self._woken.wait(max(1.0, pause.total_seconds()))


postman = Postman()
