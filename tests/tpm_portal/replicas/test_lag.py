"""How far a replica is behind."""

import pytest

from tpm_portal.replicas.lag import MOST_SECONDS_BEHIND, PAGE, Primary, position


def primary(*seen):
    """One that was at each place at that time."""
    found = Primary()
    for when, place in seen:
        found.was_at(place, now=when)
    return found


@pytest.mark.parametrize(
    ("written", "place"),
    [("0/0", 0), ("0/1F", 31), ("16/B374D848", (0x16 << 32) + 0xB374D848), ("FFFFFFFF/FFFFFFFF", 2**64 - 1)],
)
def test_a_position_is_a_number(written, place):
    assert position(written) == place


@pytest.mark.parametrize("written", ["", "/", "0", "1/", "/1", "1/2/3", "x/1", "1/123456789", "-", "1 1"])
def test_what_is_no_position_is_refused(written):
    with pytest.raises(ValueError):
        position(written)


@pytest.mark.parametrize("header", [24, 40])
def test_behind_the_header_of_a_page_is_where_the_last_one_ended(header):
    assert position(f"1/{PAGE + header:X}") == (1 << 32) + PAGE
    assert position(f"1/{PAGE + header + 8:X}") == (1 << 32) + PAGE + header + 8


def test_a_replica_that_has_what_was_there_a_moment_ago_is_fresh():
    busy = primary(*((second, 100 * second) for second in range(20)))
    assert busy.is_fresh(1900, now=19.1)
    assert busy.is_fresh(1800, now=19.1)
    assert busy.is_fresh(1500, now=19.1)
    assert not busy.is_late(1500, now=19.1)


def test_one_that_lacks_what_was_there_long_ago_is_late():
    busy = primary(*((second, 100 * second) for second in range(20)))
    assert busy.is_late(1299, now=19.1)
    assert not busy.is_fresh(1299, now=19.1)


def test_after_a_while_in_which_nobody_asked_one_that_is_not_there_yet_is_neither():
    calm = primary((0, 100), (1000, 200))
    assert not calm.is_fresh(199, now=1000)
    assert not calm.is_late(199, now=1000)
    assert calm.is_fresh(200, now=1000)


def test_one_that_is_where_a_calm_primary_is_stays_fresh():
    calm = primary(*((second / 4, 100) for second in range(4000)))
    assert calm.is_fresh(100, now=1000)
    assert not calm.is_late(100, now=1000)


def test_not_more_is_remembered_than_decides_anything():
    busy = primary(*((second / 100, second) for second in range(100_000)))
    assert len(busy._seen) <= MOST_SECONDS_BEHIND / 0.5 + 2
