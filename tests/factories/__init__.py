"""Rows for tests, by app: each factory fills what the test does not care about."""

from datetime import UTC, datetime
from itertools import count

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
numbers = count(1)
