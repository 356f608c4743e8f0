"""The cast, and what every test may rely on."""

import pytest
from django.core.cache import cache

from tests.content import seed_content
from tests.factories import make_user


@pytest.fixture(autouse=True)
def _fresh_throttles():
    """What one test tried does not throttle the next."""
    cache.clear()


@pytest.fixture
def seeded(db):
    """All shipped content."""
    seed_content()


@pytest.fixture
def learner(db):
    return make_user("learner@example.org")


@pytest.fixture
def stranger(db):
    return make_user("stranger@example.org")


@pytest.fixture
def curator(db):
    return make_user("curator@example.org", is_staff=True, is_superuser=True)


@pytest.fixture
def learning(client, learner):
    """A client in which the learner is signed in."""
    client.force_login(learner)
    return client


@pytest.fixture
def curating(client, curator):
    client.force_login(curator)
    return client
