"""The board: every application in the column of its stage, moved with one press, which is taken back with another."""

import random
import uuid
from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from applications.models import Application, StageChange
from applications.postings.models import ENDINGS, Stage
from applications.stages import cards
from applications.stages.cards import COLUMNS, ENDED, MOST_CARDS, columns, counts
from keeping import verbs
from tests.factories import NOW
from tests.factories.applications import make_application, make_habits, make_offer, make_stage, make_task
from tests.factories.interviews import make_interview
from tests.kit import at_once, words

BOARD = "/applications/"
TODAY = timezone.localdate()
FULL = {"saved": 0, "applied": 0, "screening": 0, "rounds": 0, "offer": 0, "ended": 0}


def ago(days):
    return TODAY - timedelta(days=days)


@pytest.fixture
def application(learner):
    return make_application(learner, title="Project lead", employer="Northwind", on=ago(9))


def press(client, row, stage="applied", token=None, **more):
    data = {"token": token or uuid.uuid4(), "stage": stage} | more
    return client.post(f"{BOARD}{row.pk}/move/", {name: value for name, value in data.items() if value is not None})


def said(client, response):
    """What was said last; what nobody has read yet stands before it."""
    return [str(message) for message in client.get(response.url).context["messages"]][-1:]


def at(row):
    return Application.objects.with_stage().get(pk=row.pk).stage_name


def shown(client, query=""):
    return {
        column.key: [card.application.title for card, _ in found]
        for column, found in client.get(f"{BOARD}{query}").context["columns"]
    }


# --- What stands where -----------------------------------------------------------------------------------------


def test_each_stands_in_the_column_of_its_stage_and_all_endings_in_one(learning, learner):
    for stage in Stage:
        make_application(learner, title=stage.label, stage=stage, on=ago(list(Stage).index(stage)))
    make_application(learner, title="Nothing recorded", stage="")
    assert shown(learning) == {
        **{"saved": ["Saved", "Nothing recorded"], "applied": ["Applied"], "screening": ["Screening"]},
        **{"rounds": ["Interviews"], "offer": ["Offer"]},
        "ended": ["Accepted", "Rejected", "No answer", "I withdrew", "Role closed", "I declined"],
    }
    assert counts(learner) == FULL | dict.fromkeys(COLUMNS, 1) | {"saved": 2, "ended": 6}
    assert "6 going on, 6 ended." in words(learning.get(BOARD))


def test_the_counts_are_those_of_the_events(learner):
    """Held against what is slow and obvious: each application's changes gone through one by one."""
    chance = random.Random(14)  # noqa: S311 (no secret)
    for _ in range(25):
        row = make_application(learner, stage="")
        changes = [
            make_stage(row, stage=chance.choice(Stage.values), on=ago(chance.randrange(4)))
            for _ in range(chance.randrange(5))
        ]
        for change in changes:
            if chance.random() < 0.3:
                verbs.put_in_bin(change, at=NOW)
        if chance.random() < 0.2:
            verbs.put_in_bin(row, at=NOW)
    expected = Counter()
    for row in Application.objects.filter(user=learner, deletion=None):
        stage = "saved"
        latest = None
        for change in StageChange.objects.filter(application=row, deletion=None).order_by("pk"):
            if latest is None or change.on >= latest:
                stage, latest = change.stage, change.on
        expected["ended" if stage in [one.value for one in ENDINGS] else stage] += 1
    assert sum(expected.values()) > 12
    assert counts(learner) == FULL | expected
    board = columns(learner, today=TODAY)
    assert board.counts == counts(learner)
    assert {column.key: len(column.cards) for column in board.columns} == board.counts


def test_the_newest_stands_first(learning, learner):
    for days in (3, 9, 1):
        make_application(learner, title=f"{days} days", on=ago(days))
    assert shown(learning)["saved"] == ["1 days", "3 days", "9 days"]


def test_a_column_shows_so_many_and_leads_to_the_rest(learning, learner, monkeypatch):
    monkeypatch.setattr(cards, "MOST_CARDS", 2)
    for days in (3, 9, 1):
        make_application(learner, title=f"{days} days", on=ago(days))
    assert shown(learning)["saved"] == ["1 days", "3 days"]
    assert '<a href="/applications/table/?stage=saved">1 more in the table</a>' in words(learning.get(BOARD))
    assert MOST_CARDS == 50


def test_one_column_alone(learning, learner, application):
    make_application(learner, title="Gone", stage="rejected")
    assert shown(learning, "?column=ended") == {ENDED: ["Gone"]}
    body = words(learning.get(f"{BOARD}?column=ended"))
    assert '<a href="?column=ended" aria-current="true">Ended 1</a>' in body
    assert '<a href="?column=saved">Saved 1</a>' in body


@pytest.mark.parametrize("query", ["?column=hired", "?column=sa%00ved", "?column="])
def test_a_column_that_is_none_shows_them_all(learning, application, query):
    assert list(shown(learning, query)) == list(COLUMNS)


def test_a_card_says_since_when_what_closes_and_what_is_due(learning, learner):
    row = make_application(learner, title="One", on=ago(9), closes_on=TODAY + timedelta(days=3))
    make_task(learner, what="Later", application=row, due_on=TODAY + timedelta(days=5))
    make_task(learner, what="Ask Maria", application=row, due_on=ago(1))
    make_task(learner, what="Done", application=row, due_on=ago(7), done_on=ago(6))
    asked = make_application(learner, title="Two", stage="rounds")
    make_interview(learner, application=asked, on=TODAY + timedelta(days=2))
    make_interview(learner, application=asked, on=ago(2))
    offered = make_application(learner, title="Three", stage="offer")
    make_offer(offered, answer_by=TODAY + timedelta(days=4))
    gone = make_application(learner, title="Four", stage="rejected", closes_on=TODAY)
    make_task(learner, what="Too late", application=gone, due_on=TODAY)
    body = words(learning.get(BOARD))
    assert f'since <time datetime="{ago(9):%Y-%m-%d}">' in body
    assert ">Closes in 3 days<" in body
    assert "<bdi>Ask Maria</bdi>: was due yesterday<" in body
    assert "<bdi>Interview</bdi>: in 2 days<" in body
    assert "<bdi>They want an answer</bdi>: in 4 days<" in body
    assert "Later" not in body
    assert "Too late" not in body


def test_a_card_says_what_is_due_by_the_cadence_unless_a_day_says_it(learning, learner):
    make_habits(learner, applied=9)
    make_application(learner, title="Silent", stage="applied", on=ago(9))
    make_application(learner, title="Fresh", stage="applied", on=ago(8))
    make_application(learner, title="Closing", on=ago(30), closes_on=TODAY)
    make_application(learner, title="Over", stage="rejected", on=ago(30))
    found = {
        card.application.title: card.follow_up
        for _, cards_here in learning.get(BOARD).context["columns"]
        for card, _ in cards_here
    }
    assert found == {
        "Silent": "No answer for 9 days: write, or mark as no answer",
        **dict.fromkeys(("Fresh", "Closing", "Over"), ""),
    }
    assert "No answer for 9 days" in words(learning.get(BOARD))


def test_what_somebody_wrote_is_shown_as_text(learning, learner):
    make_application(learner, title="<script>alert(1)</script>", employer='"><b>')
    body = learning.get(BOARD).content.decode()
    assert "<script>alert" not in body
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in body


def test_somebody_without_any_is_told_what_this_is_for(learning):
    body = words(learning.get(BOARD))
    assert "No job saved yet" in body
    assert body.count("Save a job</a>") >= 1


# --- Moving ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage != Stage.SAVED])
def test_one_press_moves_from_anywhere_to_anywhere(learning, application, stage):
    response = press(learning, application, stage)
    assert response.url == BOARD
    assert said(learning, response) == [f"Moved to “{stage.label}”: Project lead, Northwind"]
    change = StageChange.objects.latest("pk")
    assert (change.stage, change.on, change.application, at(application)) == (stage, TODAY, application, stage.label)


def test_the_same_press_twice_moves_once_and_says_the_same(learning, application):
    token = uuid.uuid4()
    for _ in range(2):
        response = press(learning, application, token=token)
        assert said(learning, response) == ["Moved to “Applied”: Project lead, Northwind"]
    assert StageChange.objects.count() == 2


def test_the_same_press_with_another_stage_puts_it_right(learning, application):
    token = uuid.uuid4()
    press(learning, application, "applied", token=token)
    response = press(learning, application, "screening", token=token)
    assert said(learning, response) == ["Moved to “Screening”: Project lead, Northwind"]
    assert (StageChange.objects.count(), at(application)) == (2, "Screening")


def test_where_it_is_already_nothing_is_recorded(learning, application):
    response = press(learning, application, "saved")
    assert said(learning, response) == ["Nothing had changed. At “Saved” already: Project lead, Northwind"]
    assert StageChange.objects.count() == 1


def test_a_move_is_taken_back_and_that_too(learning, application):
    response = press(learning, application, "rejected")
    undo = learning.get(response.url)
    change = StageChange.objects.latest("pk")
    assert f'action="/applications/stages/{change.pk}/take-back/"' in words(undo)
    response = learning.post(f"/applications/stages/{change.pk}/take-back/", {"back": f"{BOARD}?column=saved"})
    assert response.url == f"{BOARD}?column=saved"
    page = learning.get(response.url)
    assert "Undone. At “Saved” again: Project lead, Northwind" in words(page)
    assert at(application) == "Saved"
    response = learning.post(f"/applications/stages/{change.pk}/take-back/")
    assert said(learning, response) == ["It was already undone. At “Saved” again: Project lead, Northwind."]
    change.refresh_from_db()
    learning.post(f"/bin/{change.deletion_id}/restore/")
    assert at(application) == "Rejected"


def test_what_was_taken_back_is_not_moved_again_by_the_same_press(learning, application):
    token = uuid.uuid4()
    press(learning, application, token=token)
    verbs.put_in_bin(StageChange.objects.latest("pk"), at=NOW)
    response = press(learning, application, token=token)
    assert said(learning, response) == [
        "You already undid that. Press once more to move it to “Applied”: Project lead, Northwind"
    ]
    assert at(application) == "Saved"


def test_what_another_window_put_right_is_not_replaced(learning, application):
    token = uuid.uuid4()
    press(learning, application, "applied", token=token)
    change = StageChange.objects.latest("pk")
    verbs.change(change, values={"stage": "screening"}, seen=1, at=NOW)
    response = press(learning, application, "offer", token=token)
    assert response.url == f"/applications/{application.pk}/stages/"
    assert at(application) == "Screening"
    assert said(learning, response)[0].startswith("What this press recorded was changed since, in another window.")


@pytest.mark.parametrize(
    "data", [{"stage": "hired"}, {"stage": ""}, {"stage": "app\x00lied"}, {"token": "7"}, {"token": None}]
)
def test_a_press_that_is_not_whole_changes_nothing_and_says_so(learning, application, data):
    sent = {"token": uuid.uuid4(), "stage": "applied"} | data
    response = learning.post(f"{BOARD}{application.pk}/move/", {k: v for k, v in sent.items() if v is not None})
    assert said(learning, response) == ["That press did not arrive whole. Nothing was changed; please try again."]
    assert StageChange.objects.count() == 1


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/applications/\x00"])
def test_a_press_leads_to_no_other_site(learning, application, back):
    assert press(learning, application, back=back).url == BOARD


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("presses", [1, 2], ids=["one press that is sent twice", "two windows"])
def test_to_the_same_stage_at_the_same_moment_is_one_move(learner, application, presses):
    tokens = [uuid.uuid4() for _ in range(presses)] * (3 - presses)
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(learner)
    pairs = zip(clients, tokens, strict=True)
    answers = at_once(*(lambda pair=pair: press(pair[0], application, token=pair[1]) for pair in pairs))
    assert [answer.status_code for answer in answers] == [302, 302]
    assert StageChange.objects.filter(stage="applied").count() == 1
    assert at(application) == "Applied"


# --- Nobody else -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["stranger", "curator"])
def test_nobody_else_sees_or_moves_it(client, request, application, who):
    client.force_login(request.getfixturevalue(who))
    assert "Project lead" not in words(client.get(BOARD))
    assert press(client, application).status_code == 404
    change = StageChange.objects.get()
    assert client.post(f"/applications/stages/{change.pk}/take-back/").status_code == 404
    assert at(application) == "Saved"


def test_a_visitor_sees_an_empty_board_and_signs_in_for_an_application(client, application):
    assert client.get(BOARD).context["total"] == 0
    change = StageChange.objects.get()
    assert client.post(f"/applications/stages/{change.pk}/take-back/").url == f"/account/login/?next={BOARD}"
    press(client, application)
    assert at(application) == "Saved"


def test_what_is_in_the_bin_is_on_no_board_and_is_not_moved(learning, application):
    verbs.put_in_bin(application, at=NOW)
    assert counts(application.user) == FULL
    assert "No job saved yet" in words(learning.get(BOARD))
    assert press(learning, application).status_code == 404


def test_other_methods_are_refused_and_a_look_changes_nothing(learning, application):
    assert learning.put(BOARD).status_code == 405
    assert learning.put(f"{BOARD}{application.pk}/move/").status_code == 405
    assert learning.get(f"{BOARD}{application.pk}/move/").url == BOARD
    assert StageChange.objects.count() == 1


def test_it_is_kept_out_of_search_engines_and_caches(learning, application):
    response = learning.get(BOARD)
    assert '<meta name="robots" content="noindex">' in words(response)
    assert response["Cache-Control"] == "private, no-store"


# --- Cost ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [1, 3, 20])
def test_query_count(learning, learner, number):
    for _ in range(number):
        for stage in ("saved", "rounds", "rejected"):
            row = make_application(learner, stage=stage)
            make_task(learner, application=row, due_on=TODAY)
            make_interview(learner, application=row, on=TODAY)
            make_offer(row, answer_by=TODAY)
    learning.get(BOARD)
    with CaptureQueriesContext(connection) as queries:
        assert learning.get(BOARD).status_code == 200
    assert len(queries) == 8
