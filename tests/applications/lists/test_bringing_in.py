"""A list comes in whole or not at all, never twice, and out again with one press."""

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from applications.lists.bringing_in import bring_in, last_in, take_back
from applications.lists.columns import guess_columns
from applications.lists.lines import Choices, read_lines
from applications.lists.planning import plan
from applications.lists.sheets import read_sheet
from applications.models import Application, Requirement, StageChange
from keeping import verbs
from keeping.models import Act, Deletion, Event
from tests.factories.accounts import make_user
from tests.factories.applications import make_application, make_requirement, make_stage
from tests.kit import at_once

AT = datetime(2026, 12, 1, 9, 30, 0, 123456, tzinfo=UTC)
TODAY = date(2026, 12, 1)
LIST = """Title,Company,Link,Status,Date applied
Lead,Acme,https://example.org/1,Rejected,2026-11-03
Head,Globex GmbH,,Applied,2026-11-04
Program lead,,,Saved,
"""


def lines_of(text):
    sheet = read_sheet(text, with_names=True)
    choices = Choices(tuple(guess_columns(sheet.names)), "year", {one: one for one in ("rejected", "applied", "saved")})
    return read_lines(sheet, choices, latest=TODAY)


def bring(user, text=LIST, at=AT, *, without_cells=False):
    found, rows = bring_in(lines_of(text), user=user, without_cells=without_cells, today=TODAY, at=at)
    return [len(rows), len(found.there), len(found.left)]


def test_every_line_becomes_an_application_with_its_stages_and_an_event_for_each(learner):
    assert bring(learner) == [3, 0, 0]
    rows = Application.objects.for_user(learner).with_stage().order_by("pk")
    assert [(row.title, row.employer, row.url, row.stage, row.stage_on) for row in rows] == [
        ("Lead", "Acme", "https://example.org/1", "rejected", date(2026, 11, 3)),
        ("Head", "Globex GmbH", "", "applied", date(2026, 11, 4)),
        ("Program lead", "", "", "saved", TODAY),
    ]
    changes = StageChange.objects.order_by("pk").values_list("application__title", "stage")
    assert [*changes] == [("Lead", "applied"), ("Lead", "rejected"), ("Head", "applied"), ("Program lead", "saved")]
    events = Event.objects.filter(user=learner, act=Act.ADDED)
    assert events.count() == 7
    assert events.get(token=rows[1].token).after["employer"] == "Globex GmbH"
    assert {row.created_at for row in (*rows, *StageChange.objects.all())} == {AT}


def test_the_same_list_again_is_all_there_already(learner):
    bring(learner)
    before = Event.objects.count()
    assert bring(learner, at=AT + timedelta(days=1)) == [0, 3, 0]
    assert (Application.objects.count(), Event.objects.count()) == (3, before)


@pytest.mark.parametrize(
    ("saved", "by"),
    [
        ({"title": "Anything", "employer": "", "url": "http://www.example.org/1/?utm_source=x"}, "the link"),
        ({"title": "LEAD", "employer": "ACME, Inc.", "url": ""}, "title and employer"),
        ({"title": "Lead", "employer": "Acme", "url": "https://example.org/2"}, None),
        ({"title": "Lead", "employer": "Acme West", "url": ""}, None),
        ({"title": "Lead (EMEA)", "employer": "Acme", "url": ""}, None),
    ],
)
def test_what_is_there_is_known_by_its_link_or_by_title_and_employer(learner, saved, by):
    row = make_application(learner, **saved)
    found = plan(lines_of(LIST), user=learner, without_cells=False)
    assert [(line.number, same.by, same.url) for line, same in found.there] == (
        [(2, by, row.get_absolute_url())] if by else []
    )


def test_a_line_that_stands_twice_comes_in_once_and_says_which_it_repeats(learner):
    found = plan(lines_of(LIST + "Head,Globex,,Applied,2026-11-05\n"), user=learner, without_cells=False)
    assert [(line.number, same.name, same.by) for line, same in found.there] == [
        (5, "row 3 of this list", "title and employer")
    ]


def test_without_an_employer_a_title_alone_is_not_enough_to_be_the_same(learner):
    make_application(learner, title="Program lead", employer="")
    assert bring(learner) == [3, 0, 0]


def test_another_learners_applications_are_not_looked_at(learner, stranger):
    bring(stranger)
    assert bring(learner) == [3, 0, 0]
    assert [Application.objects.filter(user=user).count() for user in (learner, stranger)] == [3, 3]


def test_lines_with_problems_stay_out_or_come_in_without_the_cells(learner):
    text = LIST.replace("2026-11-04", "04.11.2026").replace("Program lead", "")
    assert bring(learner, text) == [1, 0, 2]
    # One without a title cannot come in at all.
    assert bring(learner, text, at=AT + timedelta(hours=1), without_cells=True) == [1, 1, 1]
    row = Application.objects.get(title="Head")
    assert [(one.stage, one.on) for one in row.stages.all()] == [("applied", TODAY)]


def test_an_error_in_the_middle_leaves_nothing(learner):
    def refuse(execute, sql, params, many, context):
        if sql.startswith('INSERT INTO "applications_stagechange"'):
            raise DatabaseError("the disk is full")
        return execute(sql, params, many, context)

    with pytest.raises(DatabaseError), connection.execute_wrapper(refuse), transaction.atomic():
        bring(learner)
    assert [table.objects.count() for table in (Application, StageChange, Event)] == [0, 0, 0]


def test_two_thousand_lines_come_in_with_as_many_statements_as_twenty(learner, stranger):
    numbers = []
    for user, size in ((learner, 20), (stranger, 2000)):
        text = "Title,Company,Status,Date applied\n" + "".join(
            f"Lead {number},Acme,Rejected,2026-11-03\n" for number in range(size)
        )
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert bring(user, text) == [size, 0, 0]
        numbers.append(len([one for one in queries if not one["sql"].startswith("INSERT")]))
    assert numbers[0] == numbers[1] < 20


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_the_same_moment_bring_it_in_once(learner):
    assert sorted(at_once(partial(bring, learner), partial(bring, learner))) == [[0, 3, 0], [3, 0, 0]]


def test_one_press_puts_all_that_came_in_together_in_the_bin_with_their_stages(learner):
    before = make_application(learner)
    bring(learner)
    bring(learner, "Title\nAnother\n", at=AT + timedelta(hours=1))
    last = last_in(learner)
    assert (last.number, last.at) == (1, AT + timedelta(hours=1))
    one = Application.objects.get(title="Head")
    assert take_back(learner, one.pk, at=AT + timedelta(hours=2)) == 3
    assert {*Application.objects.for_user(learner)} == {before, Application.objects.get(title="Another")}
    assert sorted(Deletion.objects.values_list("name", "along")) == [
        ("Head, Globex GmbH", 1),
        ("Lead, Acme", 2),
        ("Program lead", 1),
    ]
    assert Event.objects.filter(act=Act.BINNED).count() == 7
    # Pressed twice, nothing more happens.
    assert take_back(learner, one.pk, at=AT + timedelta(hours=3)) == 0
    verbs.bring_back(one, at=AT + timedelta(hours=4))
    assert [row.title for row in Application.objects.for_user(learner).filter(title="Head")] == ["Head"]
    assert StageChange.objects.for_user(learner).filter(application=one).count() == 1


def test_what_was_taken_back_can_come_in_again(learner):
    bring(learner)
    take_back(learner, Application.objects.first().pk, at=AT + timedelta(hours=1))
    assert last_in(learner) is None
    assert bring(learner, at=AT + timedelta(hours=2)) == [3, 0, 0]
    assert bring(learner, at=AT + timedelta(hours=3)) == [0, 3, 0]
    assert last_in(learner).number == 3


def test_what_belongs_to_an_application_goes_along_also_what_was_in_the_bin_before(learner):
    bring(learner)
    row = Application.objects.get(title="Head")
    make_requirement(row)
    gone = make_stage(row)
    verbs.put_in_bin(gone, at=AT + timedelta(minutes=1))
    take_back(learner, row.pk, at=AT + timedelta(hours=1))
    deletion = Deletion.objects.get(token=row.token)
    assert deletion.along == 2
    assert Requirement.objects.get().deletion == deletion
    assert Deletion.objects.get(token=gone.token).waits_for == deletion


def test_only_what_came_in_with_others_and_is_ones_own_is_taken_back(learner, stranger):
    mine, theirs = make_application(learner), make_application(stranger)
    bring(stranger)
    for key in (mine.pk, theirs.pk, Application.objects.get(title="Head").pk, 0):
        assert take_back(learner, key, at=AT) is None
    assert last_in(learner) is None
    assert Deletion.objects.count() == 0


def test_two_learners_at_the_same_moment_have_each_their_own(learner):
    other = make_user()
    bring(learner)
    bring(other)
    take_back(learner, Application.objects.filter(user=learner).first().pk, at=AT)
    assert [Application.objects.for_user(user).count() for user in (learner, other)] == [0, 3]
