"""The content as it is seeded, for the tests that ask about all of it."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from curation.seeding import all_seeds, seed_database


@pytest.fixture(scope="module")
def seeded(django_db_setup, django_db_blocker):
    """All content, once for all tests of a module, and gone afterwards. Each has the mark for a database too."""
    with django_db_blocker.unblock(), transaction.atomic():
        seed_database(all_seeds(), at=datetime(2026, 11, 23, 12, tzinfo=UTC))
        yield
        transaction.set_rollback(True)
