"""The content, for the tests that ask about all of it."""

import pytest


@pytest.fixture(scope="module")
def seeded(all_content):
    """All content, also for what is made once for all tests of a module."""
