"""Am I eligible? The learner's own pages: exact effect, visitors, strangers, bad input, repeats, query counts."""

from datetime import date, datetime

import pytest
from django.utils import timezone

from curation.seeding import all_seeds, seed_database
from evidence.models import (
    EligibilityPath,
)
from tests.factories import (
    make_credential,
)

TODAY = date(2026, 11, 25)


def text(response):
    return response.content.decode()


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    """The views ask Django for the day; here it is always the same one."""
    monkeypatch.setattr(timezone, "localdate", lambda *_: TODAY)


@pytest.fixture
def seeded(db):
    seed_database(all_seeds(), at=datetime(2026, 1, 1, tzinfo=timezone.get_current_timezone()))


@pytest.fixture
def rule(db):
    """A credential that asks for 36 months in 8 years, in its first version."""
    credential = make_credential(name="Some Credential (SC)")
    EligibilityPath.objects.get().record_version(at=datetime(2026, 1, 1, tzinfo=timezone.get_current_timezone()))
    return credential
