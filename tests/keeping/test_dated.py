"""What has a day: the rooms say it, in one order, and only what is asked for is looked up."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.apps import apps

from accounts.models import User
from keeping import dated
from keeping.dated import Dated, Kind
from keeping.declaring import tables
from keeping.verbs import change
from tests.factories import NOW
from tests.factories.evidence import make_credential, make_held

TODAY = date(2026, 12, 1)
ONE = Dated(kind=Kind.TASK, uid="one", title="One", on=TODAY, url="/", changed_at=NOW)


@pytest.fixture
def alone(monkeypatch):
    """No room has said anything."""
    monkeypatch.setattr(dated, "_offers", {})


def days(**more):
    return dated.dated(User(pk=1), today=TODAY, since=TODAY, **more)


def test_what_rooms_offer_comes_by_day_then_by_the_clock_then_by_what_others_wait_for(alone):
    at = datetime(2026, 12, 1, 15, tzinfo=UTC)
    rows = [
        replace(ONE, uid="a", on=TODAY + timedelta(days=1)),
        replace(ONE, uid="b"),
        replace(ONE, uid="c", kind=Kind.ANSWER),
        replace(ONE, uid="d", at=at),
        replace(ONE, uid="e", at=at - timedelta(hours=1)),
    ]
    dated.offer(lambda users, *, today, since: [(1, row) for row in rows[:2]], Kind.TASK)
    dated.offer(lambda users, *, today, since: [(1, row) for row in rows[2:]], Kind.TASK, Kind.ANSWER)
    assert [one.uid for one in days()] == ["e", "d", "c", "b", "a"]


def test_a_room_of_which_no_kind_is_wanted_is_not_asked(alone):
    asked = []

    def room(users, *, today, since):
        asked.append((today, since))
        return [(1, ONE), (1, replace(ONE, kind=Kind.ANSWER))]

    dated.offer(room, Kind.TASK, Kind.ANSWER)
    assert days(kinds=[Kind.REVIEW]) == []
    assert asked == []
    assert days(kinds=[Kind.TASK]) == [ONE]
    assert asked == [(TODAY, TODAY)]


def test_a_room_that_offers_twice_is_asked_once(alone):
    room = lambda users, *, today, since: [(1, ONE)]  # noqa: E731
    dated.offer(room, Kind.TASK)
    dated.offer(room, Kind.TASK)
    assert days() == [ONE]


def test_every_kind_is_offered_by_a_room():
    assert {kind for kinds in dated._offers.values() for kind in kinds} == set(Kind)
    assert {room.__module__.split(".")[0] for room in dated._offers} <= {app.name for app in apps.get_app_configs()}


def test_when_a_row_changed_last_is_when_its_newest_event_was(learner):
    held = make_held(learner, make_credential())
    rows = dated.with_changed_at(tables()["evidence.heldcredential"].objects.all())
    assert rows.get().changed_at == held.created_at
    later = NOW + timedelta(days=3)
    change(held, values={"issuer": "PMI"}, seen=held.edition, at=later)
    assert rows.get().changed_at == later


def test_the_edition_of_what_names_another_row_rises_with_each_change_of_either():
    class Row:
        def __init__(self, edition):
            self.edition = edition

    steps = [(1, 1), (1, 2), (1, 9_999), (2, 9_999), (3, 1), (3, 2), (4, None), (5, 1)]
    made = [dated.edition_with(Row(own), other and Row(other)) for own, other in steps]
    assert made == sorted(set(made))
