"""Several rows at once: kept with an event for each, and put in the bin as one by one."""

import uuid
from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from applications.models import Application, StageChange
from evidence.models import Evidence, Project
from keeping import verbs
from keeping.many import add_all, put_all_in_bin
from keeping.models import Act, Deletion, Event
from tests.factories import NOW
from tests.factories.applications import make_application
from tests.factories.evidence import make_evidence, make_project


def stages(*applications):
    return {
        uuid.uuid4(): {"application": str(row.token), "stage": "applied", "on": "2026-11-03", "note": ""}
        for row in applications
    }


def test_each_new_row_points_to_what_its_document_names(learner):
    one, other = make_application(learner), make_application(learner)
    said = stages(one, other)
    rows = add_all(StageChange, user=learner, said=said, at=NOW, under={})
    assert [row.application for row in rows] == [one, other]
    assert [row.token for row in rows] == [*said]
    events = Event.objects.filter(token__in=said).order_by("pk")
    assert [event.after for event in events] == [*said.values()]
    assert add_all(StageChange, user=learner, said=said, at=NOW, under={}) == []


def test_ten_rows_take_as_many_statements_as_two(learner):
    rows = [make_application(learner) for _ in range(10)]
    numbers = []
    for some in (rows[:2], rows):
        with CaptureQueriesContext(connection) as queries:
            add_all(StageChange, user=learner, said=stages(*some), at=NOW, under={})
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


def test_a_row_of_somebody_else_is_pointed_to_by_nobody(learner, stranger):
    theirs = make_project(stranger)
    said = {uuid.uuid4(): {"happened": "It went", "on": "2026-11-03", "project": str(theirs.token)}}
    (row,) = add_all(Evidence, user=learner, said=said, at=NOW, under={})
    assert row.project is None


def test_all_go_to_the_bin_as_one_by_one(learner):
    together, apart = ([make_project(learner) for _ in range(3)] for _ in range(2))
    for row in (*together, *apart):
        make_evidence(learner, project=row)
        verbs.put_in_bin(make_evidence(learner, project=row), at=NOW)
    assert put_all_in_bin(together, at=NOW + timedelta(hours=1)) == 3
    for row in apart:
        verbs.put_in_bin(row, at=NOW + timedelta(hours=1))

    def left(rows):
        found = []
        for row in rows:
            deletion = Deletion.objects.get(token=row.token)
            pieces = Evidence.objects.filter(project=row).order_by("pk")
            waiting = [piece.deletion.waits_for == deletion for piece in pieces]
            with_it = [piece.deletion == deletion for piece in pieces]
            acts = Event.objects.filter(token__in=[row.token, *(piece.token for piece in pieces)], act=Act.BINNED)
            found.append((deletion.along, waiting, with_it, acts.count(), deletion.at, deletion.subject))
        return found

    assert left(together) == left(apart)
    assert {deletion.name for deletion in Deletion.objects.filter(subject="evidence.project")} == {
        str(row) for row in (*together, *apart)
    }


def test_what_is_in_the_bin_already_stays_there_as_it_is(learner):
    first, second = make_project(learner), make_project(learner)
    verbs.put_in_bin(first, at=NOW)
    assert put_all_in_bin([first, second], at=NOW + timedelta(hours=1)) == 1
    assert Deletion.objects.get(token=first.token).at == NOW
    assert put_all_in_bin([first, second], at=NOW + timedelta(hours=2)) == 0
    assert put_all_in_bin([], at=NOW) == 0
    assert Project.objects.for_user(learner).count() == 0


def test_each_comes_back_alone_with_what_went_along(learner):
    rows = [make_application(learner) for _ in range(2)]
    put_all_in_bin(rows, at=NOW)
    verbs.bring_back(rows[0], at=NOW)
    assert [*Application.objects.for_user(learner)] == [rows[0]]
    assert [change.application for change in StageChange.objects.for_user(learner)] == [rows[0]]
