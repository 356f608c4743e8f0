"""Made-up learners: they pass every rule of the database, their pages work, and two runs make the same ones."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from accounts.models import User
from keeping.ceilings import learners_tables
from keeping.models import Event
from roadmap.models import MilestoneProgress
from tests.addresses import routes
from tests.factories.accounts import make_user
from tpm_portal.filling import making
from tpm_portal.filling.busyness import COUNTS, KINDS, events_each, kind_of, most
from tpm_portal.filling.indexes import without_indexes
from tpm_portal.filling.making import fill

DAY = date(2026, 12, 1)
LEARNERS = 120


def test_a_hundred_hundredths_are_shared_out():
    drawn = [kind_of(hundredth) for hundredth in range(100)]
    assert [drawn.count(place) for place in range(len(KINDS))] == [kind.of_hundred for kind in KINDS]
    with pytest.raises(ValueError, match="100 is no hundredth"):
        kind_of(100)


def test_learners_have_some_twenty_events():
    assert 19 < events_each() < 22
    assert [most(count) for count in COUNTS] == [getattr(KINDS[-1], count) for count in COUNTS]


def contents():
    """How many rows each learner's table has, and of how many learners."""
    found = {}
    with connection.cursor() as cursor:
        for model in learners_tables():
            table = model._meta.db_table
            cursor.execute(f"SELECT count(*), count(DISTINCT user_id) FROM {table}")  # noqa: S608 (ours)
            found[table] = cursor.fetchone()
    return found


def test_there_are_as_many_rows_as_is_said_and_the_database_takes_them_all(seeded):
    assert fill(LEARNERS, until=DAY, checked=True) == LEARNERS
    # The rules that are looked at when a transaction ends, all of them now.
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    counts = contents()
    users = User.objects.filter(email__endswith="@example.org")
    assert users.count() == LEARNERS
    assert counts["roadmap_milestoneprogress"][1] == counts["evidence_evidence"][1] == LEARNERS
    assert Event.objects.count() > LEARNERS * 10
    everybody = MilestoneProgress.objects.values("user").distinct().count()
    assert everybody == LEARNERS


def test_more_are_made_beside_those_that_are_there(seeded):
    assert fill(30, until=DAY) == 30
    before = contents()["evidence_evidence"]
    assert fill(30, until=DAY) == 0
    assert contents()["evidence_evidence"] == before
    assert fill(40, until=DAY) == 10
    assert User.objects.count() == 40


def test_each_kind_of_learner_can_open_every_page(seeded, client):
    fill(LEARNERS, until=DAY)
    pieces = {user.pk: user for user in User.objects.all()}
    rows = Event.objects.values_list("user", flat=True)
    numbers = {key: list(rows).count(key) for key in pieces}
    most_busy, least_busy = max(numbers, key=numbers.get), min(numbers, key=numbers.get)
    assert numbers[most_busy] > 500
    for key in (most_busy, least_busy):
        client.force_login(pieces[key])
        answers = {
            address: client.get(address).status_code
            for address in routes()
            if "<" not in address and not address.startswith(("/admin/", "/account/"))
        }
        assert {address: code for address, code in answers.items() if code >= 500} == {}
        assert list(answers.values()).count(200) > 40


def test_real_people_are_never_joined_unasked(seeded):
    make_user("somebody@example.com")
    with pytest.raises(CommandError, match="1 people have an account here"):
        call_command("fill", learners=3)
    assert User.objects.count() == 1
    call_command("fill", learners=3, beside_real_people=True, verbosity=0)
    assert User.objects.count() == 4


def test_without_content_it_says_what_to_do(db):
    with pytest.raises(CommandError, match="no content to work with"):
        call_command("fill", learners=3)


def test_fewer_than_one_is_refused(db):
    with pytest.raises(CommandError, match="1 or more"):
        call_command("fill", learners=0)


def indexes():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE tablename = ANY (%s)",
            [TABLES],
        )
        return set(cursor.fetchall())


TABLES = ["keeping_event", "evidence_evidence"]


def test_very_many_are_made_without_indexes_which_are_there_again_at_the_end(seeded, monkeypatch):
    monkeypatch.setattr(making, "AT_ONCE", 10)
    before, seen = indexes(), []

    def say(there):
        seen.append((there, len(indexes())))

    assert fill(25, until=DAY, say=say) == 25
    unique = sum("UNIQUE" in definition for *_, definition in before)
    assert unique < len(before) - 2
    assert seen == [(10, unique), (20, unique), (25, unique)]
    assert indexes() == before
    assert User.objects.count() == 25


def test_what_a_killed_run_took_away_the_next_one_puts_back(seeded):
    before = indexes()
    taken = without_indexes(TABLES)
    taken.__enter__()
    assert len(indexes()) < len(before)
    assert fill(3, until=DAY) == 3
    assert indexes() == before
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('fill_index')")
        assert cursor.fetchone() == (None,)


def test_it_goes_wrong_and_the_indexes_are_there(seeded):
    before = indexes()
    with pytest.raises(RuntimeError), without_indexes(TABLES):
        raise RuntimeError
    assert indexes() == before
