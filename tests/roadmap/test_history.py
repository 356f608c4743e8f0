"""What happened to a milestone is told in sentences, also if an event came out of a file that anybody wrote."""

from datetime import UTC, datetime

import pytest

from keeping.models import Event
from roadmap.history import history

AT = datetime(2026, 5, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("act", "before", "after"),
    [("bogus", {}, {}), ("state", {"state": 7}, {"zzz": 1}), ("tick", {}, {"items": 5}), ("dates", {}, {})],
)
def test_an_event_that_says_nothing_known_is_told_as_that(act, before, after):
    (entry,) = history([Event(act=act, at=AT, before=before, after=after)])
    assert entry.text == "Changed in a way that is not known here"
