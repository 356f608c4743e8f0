"""A learner in New York who can be written to, and a moment at which much is due."""

from datetime import UTC, date, datetime

import pytest
from allauth.account.models import EmailAddress

from accounts.models import MailKind
from tests.factories.accounts import make_user
from tpm_portal.mailing.choosing import choose

# Seven in the morning in New York, on a Monday.
MONDAY = date(2027, 1, 11)
NOW = datetime(2027, 1, 11, 12, tzinfo=UTC)
ALL = dict.fromkeys(MailKind.values, True)


def make_reader(on=ALL, *, email="", zone="America/New_York", confirmed=True, since=datetime(2027, 1, 1, tzinfo=UTC)):
    """Somebody who asked to be written of, days ago."""
    user = make_user(email, time_zone=zone)
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=confirmed)
    if on:
        choose(user, on, now=since)
    return user


@pytest.fixture
def mail_configured(settings):
    settings.MAIL_CONFIGURED = True
    settings.SITE_URL = "https://tpm.example.org"
