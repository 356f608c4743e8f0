"""What a file says comes in whole or not at all, never twice, and out again with one press."""

import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import partial

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from evidence.models import Education, Evidence, HeldCredential, Position, Project, Training
from interviews.models import AnswerVersion, AskedQuestion
from interviews.practice import answering
from keeping import verbs
from keeping.models import Act, Event
from tests.factories.accounts import make_user
from tests.factories.evidence import make_credential, make_position, make_training
from tests.factories.interviews import make_asked, make_question
from tests.kit import at_once
from tests.tpm_portal.elsewhere.archives import DECK, TRACKER, WHOLE, archive
from tests.tpm_portal.elsewhere.test_tracker import read
from tpm_portal.elsewhere.anki_columns import guess_fields
from tpm_portal.elsewhere.anki_drafts import read_deck
from tpm_portal.elsewhere.anki_text import read_notes
from tpm_portal.elsewhere.bringing_in import bring_in, last_in, take_back
from tpm_portal.elsewhere.drafts import TRAINING, Difference
from tpm_portal.elsewhere.linkedin import cells_in, load_catalog, read_archive
from tpm_portal.elsewhere.planning import plan
from tpm_portal.elsewhere.tracker import PIECES, SUM

pytestmark = pytest.mark.django_db
AT = datetime(2025, 12, 1, 9, 30, 0, 123456, tzinfo=UTC)
TODAY = date(2025, 12, 1)


def archive_drafts(rows=None):
    cells, _ = cells_in(archive(**(rows or WHOLE)), "archive.zip")
    return read_archive(cells, load_catalog(), part="led", kind="job", today=TODAY).drafts


def deck_drafts(text=DECK):
    notes = read_notes(text)
    return read_deck(notes, guess_fields(notes.names, notes.special), category=None).drafts


def bring(user, drafts, at=AT, without=()):
    """How many rows came in, were there already, and are there with other words."""
    found, rows = bring_in(drafts, user=user, without=without, at=at)
    return [sum(map(len, rows.values())), len(found.there), len(found.differ)]


def test_an_archive_fills_each_table_with_an_event_for_each_row(learner):
    pmp = make_credential(name="Project Management Professional (PMP)")
    assert bring(learner, archive_drafts()) == [7, 0, 0]
    assert [*Position.objects.order_by("pk").values_list("employer", "title", "starts", "ends", "kind")] == [
        ("Northwind", "Project Manager", "2021-03", "", "job"),
        ("Harbor", "Coordinator", "2018", "2021-02", "job"),
        ("Code Club", "Tutor", "2019", "", "volunteer"),
    ]
    assert [*Education.objects.values_list("level", "title", "finished_on", "was_over")] == [
        ("bachelor", "BSc Physics", date(2014, 12, 31), True)
    ]
    assert [*HeldCredential.objects.order_by("pk").values_list("credential", "name", "earned_on")] == [
        (pmp.pk, "", date(2022, 1, 31)),
        (None, "AWS Cloud Practitioner", date(2024, 11, 30)),
    ]
    project = Project.objects.get()
    assert (project.part, project.professional, project.ends_on) == ("led", True, date(2020, 6, 30))
    events = Event.objects.filter(user=learner, act=Act.ADDED)
    assert (events.count(), {event.at for event in events}) == (7, {AT})


def test_notes_become_questions_with_their_answers(learner):
    assert bring(learner, deck_drafts()) == [2, 0, 0]
    said = AnswerVersion.objects.order_by("pk").values_list("answer__asked__text", "number", "asked_as", "text", "user")
    questions = ("What is Scrum?", "How do you handle a late vendor?")
    assert [*said] == [
        (questions[0], 1, questions[0], "A framework\nlight", learner.pk),
        (questions[1], 1, questions[1], "- call\n- plan", learner.pk),
    ]


def test_a_question_of_the_bank_or_of_ones_own_is_there_and_another_answer_to_it_is_named(learner, stranger):
    question = make_question(text="What is scrum")
    own = make_asked(learner, text="how do you handle a late vendor")
    bring(stranger, deck_drafts())
    said = dict.fromkeys(answering.FIELDS, "")
    for number, text in enumerate(("Older", "- CALL\n- plan")):
        answering.keep_version(user=learner, row=own, values=said | {"text": text}, seen=number, at=AT)
    found = plan(deck_drafts(), user=learner)
    assert [(one.name, one.url) for one in found.there] == [(str(own), own.get_absolute_url())]
    ((one,), new) = found.differ, found.new
    assert (one.url, new) == (question.get_absolute_url(), {})
    assert one.differences == (Difference("My answer", "nothing", "A framework\nlight"),)
    parts = said | {"situation": "A framework", "result": "light"}
    answering.keep_version(user=learner, row=question, values=parts, seen=0, at=AT)
    assert len(plan(deck_drafts(), user=learner).there) == 2


@pytest.mark.parametrize(
    "drafts",
    [
        archive_drafts,
        deck_drafts,
        lambda: read(TRACKER).drafts,
        lambda: read(TRACKER, together=SUM).drafts,
        lambda: read(TRACKER, become=PIECES).drafts,
    ],
    ids=["archive", "deck", "courses", "sums", "pieces"],
)
def test_the_same_again_is_all_there_already_and_another_learners_is_not_looked_at(learner, stranger, drafts):
    (came, *_) = bring(stranger, drafts())
    assert bring(learner, drafts()) == [came, 0, 0]
    before = Event.objects.count()
    assert bring(learner, drafts(), at=AT + timedelta(days=1)) == [0, came, 0]
    assert Event.objects.count() == before


def test_two_lines_that_say_the_same_are_two_rows_once(learner):
    text = TRACKER + "03.11.2025;PMP prep;45;One;Coursera\n"
    assert bring(learner, read(text, become=PIECES).drafts) == [4, 0, 0]
    assert bring(learner, read(text, become=PIECES).drafts) == [0, 4, 0]
    # One more of them is one more row.
    more = f"{text}03.11.2025;PMP prep;45;One;Coursera\n"
    assert bring(learner, read(more, become=PIECES).drafts) == [1, 4, 0]


def test_what_was_recorded_by_hand_stands_for_one_line(learner):
    make_training(learner, title="scrum WORKSHOP", hours="8.0", finished_on=date(2025, 11, 17), provider="Acme")
    twice = TRACKER + "17.11.2025;Scrum workshop;480;Again;Acme\n"
    assert bring(learner, read(twice).drafts) == [3, 1, 0]


def test_a_job_is_the_same_by_employer_title_and_beginning_as_far_as_both_say(learner):
    row = make_position(learner, employer="NORTHWIND", title="Project manager", starts="2021", ends="2022", place="")
    make_position(learner, employer="Harbor", title="Coordinator", starts="2017", ends="", place="")
    found = plan(archive_drafts({"Positions": WHOLE["Positions"]}), user=learner)
    (one,) = found.differ
    assert (one.url, one.name) == (row.get_absolute_url(), str(row))
    assert one.differences[0] == Difference("Where", "nothing", "Austin, TX")
    assert [draft.name for draft in found.new.values()] == ["Coordinator, Harbor"]


def test_a_sum_that_grew_is_named_and_counts_no_hour_twice(learner):
    bring(learner, read(TRACKER, together=SUM).drafts)
    more = read(TRACKER + "20.11.2025;PMP prep;60;;Coursera\n", together=SUM).drafts
    found = plan(more, user=learner)
    (one,) = found.differ
    assert one.differences == (
        Difference("Hours", "2.2", "3.2"),
        Difference("Finished on", "2025-11-05", "2025-11-20"),
    )
    assert bring(learner, more) == [0, 1, 1]
    assert sum(row.hours for row in Training.objects.all()) == Decimal("10.2")


def test_what_is_left_out_stays_out(learner):
    drafts = read(TRACKER).drafts
    (first, *_) = plan(drafts, user=learner).new
    assert bring(learner, drafts, without={first, uuid.uuid4()}) == [2, 0, 0]
    assert not Training.objects.filter(token=first).exists()


def test_an_error_in_the_middle_leaves_nothing(learner):
    def refuse(execute, sql, params, many, context):
        if sql.startswith('INSERT INTO "evidence_project"'):
            raise DatabaseError("the disk is full")
        return execute(sql, params, many, context)

    drafts = archive_drafts()
    with pytest.raises(DatabaseError), connection.execute_wrapper(refuse), transaction.atomic():
        bring(learner, drafts)
    assert [table.objects.count() for table in (Position, Education, HeldCredential, Project, Event)] == [0] * 5


def test_one_press_takes_back_all_that_came_together_and_nothing_else(learner, stranger):
    make_position(learner)
    bring(stranger, archive_drafts())
    bring(learner, archive_drafts())
    bring(learner, deck_drafts(), at=AT + timedelta(hours=1))
    last = last_in(learner)
    assert (last.at, last.in_words) == (AT + timedelta(hours=1), "2 questions")
    token = Project.objects.get(user=learner).token
    taken = take_back(learner, token, at=AT + timedelta(hours=2))
    assert {table.rpartition(".")[2]: number for table, number in taken.items()} == {
        **{"Position": 3, "Education": 1, "HeldCredential": 2, "Project": 1},
    }
    assert take_back(learner, token, at=AT + timedelta(hours=3)) == {}
    assert Position.objects.for_user(learner).count() == 1
    assert Position.objects.for_user(stranger).count() == 3
    assert AskedQuestion.objects.for_user(learner).count() == 2
    # What was taken back can be brought in again, and what is in the bin stays there.
    assert bring(learner, archive_drafts(), at=AT + timedelta(hours=4)) == [7, 0, 0]
    assert Position.objects.filter(user=learner).count() == 7
    assert bring(learner, archive_drafts(), at=AT + timedelta(hours=5)) == [0, 7, 0]


def test_nothing_is_taken_back_by_the_token_of_a_stranger_or_of_a_form(learner, stranger):
    bring(stranger, archive_drafts())
    assert take_back(learner, Project.objects.get().token, at=AT) is None
    assert take_back(learner, make_position(learner).token, at=AT) is None
    assert take_back(learner, uuid.uuid4(), at=AT) is None
    assert last_in(learner) is None


def test_what_was_changed_since_it_came_is_there_and_goes_out_with_the_rest(learner):
    bring(learner, read(TRACKER).drafts)
    row = Training.objects.order_by("pk").first()
    verbs.change(row, values={"title": "Another name", "hours": "1.0"}, seen=1, at=AT)
    assert bring(learner, read(TRACKER).drafts) == [0, 3, 0]
    assert take_back(learner, row.token, at=AT) == {TRAINING: 3}


def test_two_thousand_lines_take_as_many_statements_as_twenty(learner, stranger):
    numbers = []
    for user, size in ((learner, 20), (stranger, 2000)):
        text = "Date,Activity,Minutes\n" + "".join(f"2025-11-{day % 28 + 1:02},Read {day},30\n" for day in range(size))
        drafts = read(text, form="year", become=PIECES).drafts
        with CaptureQueriesContext(connection) as queries:
            assert bring(user, drafts) == [size, 0, 0]
        numbers.append(len([one for one in queries if not one["sql"].startswith("INSERT")]))
    assert numbers[0] == numbers[1] < 16
    assert Evidence.objects.filter(user=stranger).count() == 2000


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_the_same_moment_bring_it_in_once():
    user = make_user()
    drafts = deck_drafts()
    assert sorted(at_once(partial(bring, user, drafts), partial(bring, user, drafts))) == [[0, 2, 0], [2, 0, 0]]


def test_a_draft_of_another_category_is_the_same_question(learner):
    bring(learner, deck_drafts())
    other = [replace(one, values={**one.values, "company": "Acme"}) for one in deck_drafts()]
    assert bring(learner, other) == [0, 2, 0]
