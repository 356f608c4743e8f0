"""What an answer means, how long to wait, and what a page says."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curation.link_rules import Host, at_the_desk, by_host, host, reach, seconds_to_wait, state_of

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("state", "statuses"),
    [
        ("reached", [200, 204, 299]),
        ("turned_away", [401, 402, 403, 407, 429, 451, 999]),
        ("gone", [404, 410]),
        ("failing", [100, 199, 300, 304, 400, 405, 418, 500, 502, 503, 599]),
    ],
)
def test_what_a_status_means(state, statuses):
    assert {state_of(status) for status in statuses} == {state}


def test_only_a_page_that_is_there_has_moved():
    assert (state_of(200, moved_for_good=True), state_of(404, moved_for_good=True)) == ("moved", "gone")


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("0", 0),
        (" 120 ", 120),
        ("9" * 5000, 999_999_999),
        ("Mon, 30 Nov 2026 12:01:30 GMT", 90),
        ("Mon, 30 Nov 2026 13:01:30 +0100", 90),
        ("Mon, 30 Nov 2026 12:01:30 -0000", 90),
        ("Mon, 30 Nov 2026 11:00:00 GMT", 0),
        *[(text, None) for text in ("", "soon", "-5", "1.5", "²", "Mon, 30 Nov 99999 12:00:00 GMT")],
    ],
)
def test_how_long_a_server_asks_to_be_left_alone(said, seconds):
    assert seconds_to_wait(said, now=NOW) == seconds


@given(st.text())
def test_whatever_a_server_says_it_is_a_time_to_wait_or_nothing(said):
    seconds = seconds_to_wait(said, now=NOW)
    assert seconds is None or seconds >= 0


NOV_2, NOV_30 = date(2026, 11, 2), date(2026, 11, 30)


@pytest.mark.parametrize(
    ("state", "checked", "reached", "opened", "said"),
    [
        (None, None, None, None, ""),
        (None, None, None, NOV_2, "reached on Nov 2, 2026"),
        ("reached", NOV_30, NOV_30, None, "reached on Nov 30, 2026"),
        ("moved", NOV_30, NOV_30, NOV_2, "reached on Nov 30, 2026"),
        ("reached", NOV_2, NOV_2, NOV_30, "reached on Nov 30, 2026"),
        ("turned_away", NOV_30, None, None, ""),
        ("turned_away", NOV_30, NOV_2, None, "reached on Nov 2, 2026"),
        ("gone", NOV_30, None, None, "not reachable on Nov 30, 2026"),
        ("failing", NOV_30, NOV_2, None, "not reachable on Nov 30, 2026, last reached on Nov 2, 2026"),
        ("failing", NOV_30, None, NOV_2, "not reachable on Nov 30, 2026, last reached on Nov 2, 2026"),
        # A curator saw the page since.
        ("failing", NOV_2, None, NOV_30, "reached on Nov 30, 2026"),
        ("failing", NOV_30, None, NOV_30, "reached on Nov 30, 2026"),
    ],
)
def test_what_a_page_says_of_a_link(state, checked, reached, opened, said):
    assert reach(state, checked=checked, reached=reached, opened=opened) == said


@given(st.dates(min_value=date(1, 1, 2)))
def test_a_day_is_said_in_one_way(day):
    said = reach("reached", checked=day, reached=day).removeprefix("reached on ")
    assert datetime.strptime(f"{said} +0000".replace(f" {day.year} ", f" {day.year:04} "), "%b %d, %Y %z").date() == day


@pytest.mark.parametrize(
    ("state", "known", "said"),
    [
        (None, {}, "Not tried yet."),
        ("reached", {"reached": date(2026, 11, 23)}, "Reached Nov 23, 2026."),
        ("moved", {"reached": date(2026, 11, 23)}, "Reached Nov 23, 2026. It has moved for good."),
        (
            "gone",
            {"status": 410, "broken": date(2026, 11, 5), "reached": date(2026, 10, 1)},
            "Broken since Nov 5, 2026. It answers 410. Last reached Oct 1, 2026.",
        ),
        ("failing", {"broken": date(2026, 11, 5)}, "Broken since Nov 5, 2026. Nothing answers. Never reached."),
        ("turned_away", {"status": 403}, "Turned us away Nov 23, 2026: open it yourself. Never reached."),
    ],
)
def test_what_a_curator_is_told_of_a_link(state, known, said):
    nothing = dict.fromkeys(("status", "reached", "broken"))
    assert at_the_desk(state, **(nothing | {"tried": date(2026, 11, 23)} | known)) == said


def test_hosts_are_counted_and_those_with_the_most_to_mend_come_first():
    links = [
        ("https://www.b.org/1", "gone", True),
        ("https://b.org/2", None, False),
        ("https://a.org/", "reached", True),
        ("https://c.org/", "turned_away", False),
        ("https://[", None, False),
        ("https://d.org/", "failing", False),
    ]
    found = [
        Host("b.org", 2, 1, 1),
        Host("d.org", 1, 1, 0),
        Host("", 1, 0, 1),
        Host("c.org", 1, 0, 1),
        Host("a.org", 1, 0, 0),
    ]
    assert by_host(links) == found
    assert by_host([]) == []


@pytest.mark.parametrize(
    ("address", "name"), [("https://www.E.org:8/x", "e.org"), ("/a/page/", ""), ("https://[", ""), ("", "")]
)
def test_the_host_of_an_address(address, name):
    assert host(address) == name
