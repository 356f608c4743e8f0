"""What parallel runs rest on."""

import os

import pytest


@pytest.mark.xdist_group("together")
def test_tests_that_share_what_is_slow_to_make_stay_with_one_worker(request):
    """A new pytest took their group from pytest-xdist without a word, and each worker made everything anew."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        assert request.node.nodeid.endswith("@together")
