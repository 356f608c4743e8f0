"""What the tests of the doors share."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone


@pytest.fixture
def clock(monkeypatch):
    """A function that sets the clock of the site to an hour of a day, in UTC."""

    def clock(*then):
        monkeypatch.setattr(timezone, "now", lambda: datetime(*then, tzinfo=UTC))

    return clock
