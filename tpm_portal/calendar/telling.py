"""What a learner's calendar holds on a day."""

from collections.abc import Collection
from datetime import date, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from keeping.dated import Dated, Kind, dated
from tpm_portal.calendar.writing import written

# What is over stays for so long: a calendar is also looked back at.
BACK = timedelta(days=90)
NAME = "TPM Portal"


def today_of(user: User) -> date:
    """The day it is where the learner is, whoever asks."""
    return timezone.localdate(timezone=ZoneInfo(user.time_zone))


def all_dates(user: User, *, today: date, kinds: Collection[Kind] = tuple(Kind)) -> list[Dated]:
    return dated(user, today=today, since=today - BACK, kinds=kinds)


def calendar_file(user: User, *, today: date, kinds: Collection[Kind]) -> bytes:
    """The dates of these kinds. Never empty: a program that gets nothing shows what it had before, or an error."""
    dates = all_dates(user, today=today, kinds=kinds) or [_nothing_yet(user)]
    return written(dates, site=settings.SITE_URL, name=NAME)


def _nothing_yet(user: User) -> Dated:
    """A day that does not move, long enough ago to be in nobody's way."""
    return Dated(
        kind=Kind.TARGET,
        uid=f"nothing-yet-{urlsplit(settings.SITE_URL).hostname}",
        title="Your TPM Portal calendar is connected; no dates yet",
        on=timezone.localdate(user.date_joined, ZoneInfo(user.time_zone)),
        url=reverse("account_calendar"),
        changed_at=user.date_joined,
    )
