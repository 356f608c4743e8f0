"""Mails that tell somebody what was changed about their way in, so that a change by another is not missed."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from accounts.models import User


def tell_of_new_password(user: User) -> None:
    _tell(user.email, "password_changed", {"email": user.email})


def tell_of_new_address(user: User, *, old: str) -> None:
    """Both addresses are told: whoever lost the account reads the old one."""
    for address in (old, user.email):
        _tell(address, "address_changed", {"old": old, "new": user.email})


def tell_of_new_device(user: User, *, device: str, ip: str) -> None:
    """Somebody signed in with a browser that never did before, as far as it says."""
    _tell(user.email, "new_device", {"email": user.email, "device": device, "ip": ip})


def tell_of_second_step(user: User, *, what: str) -> None:
    """``what`` was changed, as a whole sentence."""
    _tell(user.email, "second_step_changed", {"email": user.email, "what": what})


def tell_of_leaving(address: str | None) -> None:
    _tell(address, "account_deleted", {"email": address})


def _tell(address: str | None, name: str, context: dict[str, Any]) -> None:
    if not address or not settings.MAIL_CONFIGURED:
        return
    subject = render_to_string(f"accounts/mail/{name}_subject.txt").strip()
    site = urlsplit(settings.SITE_URL)
    given = {
        "at": timezone.now(),
        "reset_url": f"{settings.SITE_URL}{reverse('account_reset_password')}",
        "signing_in_url": f"{settings.SITE_URL}{reverse('account_signing_in')}",
        "current_site": {"domain": site.netloc},
    }
    text = render_to_string(f"accounts/mail/{name}_message.txt", given | context)
    send_mail(f"{settings.ACCOUNT_EMAIL_SUBJECT_PREFIX}{subject}", text, None, [address])
