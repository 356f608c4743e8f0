"""A learner's rows that signs count: asked for once, and again after a minute or once they recorded something."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from evidence.records import facts
from evidence.records.facts import SOURCES, load_rows
from tests.factories.evidence import make_evidence

# A second before a minute begins by the clock.
NOW = datetime(2026, 12, 1, 9, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("later", "queries"), [(0, 0), (1, 0), (59.9, 0), (60, 1), (-1, 1)], ids=["at once", "1", "59.9", "60", "set back"]
)
def test_rows_are_asked_for_again_a_minute_after_they_were(learner, later, queries):
    make_evidence(learner)
    names = sorted(SOURCES)[:3]
    first = load_rows(learner, names, last=1, now=NOW)
    with CaptureQueriesContext(connection) as asked:
        again = load_rows(learner, names, last=1, now=NOW + timedelta(seconds=later))
    assert (len(asked), again) == (queries, first)


def test_rows_are_asked_for_again_once_something_was_recorded(learner):
    load_rows(learner, ["pieces"], last=1, now=NOW)
    make_evidence(learner)
    assert len(load_rows(learner, ["pieces"], last=2, now=NOW)["pieces"]) == 1


def test_what_was_before_the_last_event_takes_no_room(learner, stranger):
    before = len(facts._kept)
    for user in (learner, stranger):
        for last in range(3):
            load_rows(user, ["pieces"], last=last, now=NOW)
    assert len(facts._kept) <= before + 2
