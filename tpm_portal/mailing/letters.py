"""A mail that somebody asked for: what it says, once as a text and once as a page, and how it is stopped."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from accounts.models import MailChoices, MailKind
from tpm_portal.mailing.stopping import stop_path


@dataclass(frozen=True)
class Line:
    """What a link says, where it leads on this site, and what stands beside it."""

    words: str
    path: str
    said: str = ""


@dataclass(frozen=True)
class Part:
    """Lines under a heading, or what stands there if there are none."""

    heading: str
    lines: tuple[Line, ...]
    none: str = ""


@dataclass(frozen=True)
class Letter:
    """``subject`` names nobody and nothing: it shows on a locked screen."""

    kind: MailKind
    subject: str
    lead: str
    parts: tuple[Part, ...]


def message(letter: Letter, choices: MailChoices, *, to: str, sample: bool = False) -> EmailMultiAlternatives:
    """The mail, with the headers by which a mail program offers to stop it (RFC 2369 and RFC 8058)."""
    stop = f"{settings.SITE_URL}{stop_path(choices, letter.kind)}"
    context = {
        "letter": letter,
        "sample": sample,
        "site": settings.SITE_URL,
        "domain": urlsplit(settings.SITE_URL).netloc,
        "choices_url": f"{settings.SITE_URL}{reverse('account_mail')}",
        "stop_url": stop,
    }
    headers = {"List-Unsubscribe": f"<{stop}>"}
    if settings.SITE_URL.startswith("https:"):
        # One click is offered for https alone.
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    subject = f"{settings.ACCOUNT_EMAIL_SUBJECT_PREFIX}{'Sample: ' if sample else ''}{letter.subject}"
    mail = EmailMultiAlternatives(
        subject, render_to_string("mail/letter.txt", context).strip() + "\n", None, [to], headers=headers
    )
    mail.attach_alternative(render_to_string("mail/letter.html", context), "text/html")
    return mail
