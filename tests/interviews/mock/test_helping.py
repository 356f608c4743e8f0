"""Somebody helps with a mock interview: a link that ends, shows nothing else, and brings scores and notes back."""

import html
import logging
import re
import uuid
from datetime import timedelta

import pytest
from django.db import OperationalError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.log import AdminEmailHandler

from interviews.mock import helping, mocking
from interviews.mock.forms.helping import mark
from interviews.models import Dimension, HelperLink, MockInterview, MockNote, MockQuestion, MockScore
from keeping import verbs
from tests.factories import NOW
from tests.factories.accounts import make_user
from tests.factories.interviews import make_category, make_dimension, make_mock, make_question
from tests.kit import at_once, just_after
from tests.weight import first_visit

GONE = "This link shows nothing"


def open_link(mock, *, made=None, name="", token=None):
    """A link's address and its row."""
    at = made or timezone.now()
    made = helping.make_link(mock=mock, token=token or uuid.uuid4(), name=name, at=at)
    return reverse("interviews:help", args=[made.secret]), made.link


@pytest.fixture
def mock(learner):
    category = make_category(slug="risk")
    make_dimension(slug="structure", name="Structure")
    make_dimension(slug="numbers", name="Numbers").applies_to.add(category)
    other = make_category(slug="stories")
    make_dimension(slug="learning", name="Learning").applies_to.add(other)
    questions = [
        make_question(category=category, text="Which risk?", points="Names one\nHas a plan", follow_ups="What if?"),
        make_question(category=other, text="Which story?", points="Tells one", follow_ups="And then?"),
    ]
    return make_mock(learner, *questions)


@pytest.fixture
def link(mock):
    return open_link(mock)


def read(response):
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", response.content.decode())))


def without_token(response):
    return re.sub(r'<input type="hidden" name="csrfmiddlewaretoken" value="[^"]*">', "", response.content.decode())


def scores():
    return set(MockScore.objects.values_list("question__place", "dimension__slug", "score"))


def notes():
    return set(MockNote.objects.values_list("question__place", "text"))


# --- What the page shows --------------------------------------------------------------------------------------------


def test_a_visitor_with_the_link_sees_every_question_with_points_follow_up_and_rubric(client, link):
    response = client.get(link[0])
    rows = response.context["rows"]
    assert response.status_code == 200
    assert [
        (
            row["sheet"].question.text,
            row["sheet"].points,
            row["sheet"].question.follow_up,
            [one.dimension.slug for one in row["fields"].scores],
        )
        for row in rows
    ] == [
        ("Which risk?", ["Names one", "Has a plan"], "What if?", ["structure", "numbers"]),
        ("Which story?", ["Tells one"], "And then?", ["structure", "learning"]),
    ]
    shown = read(response)
    for words in ("1. Which risk?", "Names one", "Has a plan", "What if?", "2. Which story?", "Weak", "Outstanding"):
        assert words in shown


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({}, "Now: question 1 of 2."),
        ({"place": 2, "phase": "follow_up"}, "Now: question 2 of 2, the follow-up."),
        ({"place": 2, "phase": "done", "finished_at": NOW}, "The interview is finished."),
        ({"phase": "ready"}, "They have not started yet."),
    ],
)
def test_the_page_says_where_the_run_stands(client, mock, link, fields, where):
    MockInterview.objects.filter(pk=mock.pk).update(**fields)
    response = client.get(link[0])
    assert re.search(r"<h1>(.*?)</h1>", response.content.decode())[1] == where
    opened = [row["sheet"].place for row in response.context["rows"] if row["open"]]
    assert opened == ([] if fields.get("phase") in ("done", "ready") else [fields.get("place", 1)])


def where(path, seen):
    return f"{path}where/?seen={seen}"


def test_an_open_page_learns_where_the_run_stands_and_nothing_when_it_stands_there(client, learner, mock, link):
    asked = client.get(where(link[0], "1.ready"))
    assert asked.json() == {"seen": "1.question", "place": 1, "where": "Now: question 1 of 2."}
    assert (asked["Referrer-Policy"], "no-store" in asked["Cache-Control"]) == ("strict-origin", True)
    same = client.get(where(link[0], "1.question"))
    assert (same.status_code, same.content, same["Referrer-Policy"]) == (204, b"", "strict-origin")
    mocking.step(mock, place=1, phase="question", text="A secret", seen=0, at=NOW)
    asked = client.get(where(link[0], "1.question"))
    assert asked.json() == {"seen": "1.follow_up", "place": 1, "where": "Now: question 1 of 2, the follow-up."}
    mocking.end(mock, place=1, phase="follow_up", at=NOW)
    assert client.get(where(link[0], "\x00")).json() == {
        **{"seen": "1.done", "place": None, "where": "The interview is finished."},
    }
    assert 'data-follow data-seen="1.done"' in client.get(link[0]).content.decode()


def test_asking_where_the_run_stands_costs_one_query_and_two_when_it_went_on(client, link, django_assert_num_queries):
    with django_assert_num_queries(1):
        client.get(where(link[0], "1.question"))
    with django_assert_num_queries(2):
        client.get(where(link[0], "1.ready"))


def test_a_dead_link_says_nothing_of_where_the_run_stands(client, mock, link):
    answers = [client.get(where(path, "")) for path in dead_links(mock)]
    assert {(answer.status_code, answer.content, answer["Referrer-Policy"]) for answer in answers} == {
        (404, b"", "strict-origin")
    }
    assert client.post(where(link[0], "")).status_code == 405


def test_the_page_shows_nothing_else_of_the_learner(client, learner, mock):
    learner.name = "Ada Lovelace"
    learner.save()
    MockQuestion.objects.filter(mock=mock).update(answer="My private answer", follow_up_answer="Another answer")
    make_mock(learner, make_question(text="Of another run?"))
    path, _ = open_link(mock, name="My difficult friend")
    other_path, _ = open_link(mock, name="Second")
    client.post(other_path, {"place": "1", "notes_1": "What the second wrote"})
    body = client.get(path).content.decode()
    hidden = (
        "Ada",
        "Lovelace",
        "learner@",
        "private answer",
        "Another answer",
        "Of another run",
        "difficult",
        "amber",
    )
    assert [words for words in (*hidden, "What the second wrote") if words in body] == []


def test_the_only_visit_there_may_be_takes_six_requests(client, link):
    size, requests = first_visit(client, link[0])
    assert (size < 45_000, requests) == (True, 6)


def test_the_page_is_neither_kept_nor_listed_and_its_address_goes_nowhere(client, link):
    response = client.get(link[0])
    body = response.content.decode()
    secret = link[0].split("/")[-2]
    assert response["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    assert response["Referrer-Policy"] == "strict-origin"
    assert '<meta name="robots" content="noindex">' in body
    assert re.findall(r"<a\b[^>]*>", body) == []
    assert secret not in re.search(r"<title>.*?</title>", body)[0]
    assert re.findall(rf'"[^"]*{secret}[^"]*"', body) == [f'"{link[0]}"']
    assert re.findall(r"<script\b[^>]*>.*", body) == [
        '<script type="module" src="/static/js/stay.js" id="stay" data-health="/readyz/?only=database"></script>',
        '<script type="module" src="/static/js/follow.js"></script>',
    ]
    assert "<nav" not in body


def test_a_signed_in_stranger_and_a_curator_see_what_a_visitor_sees(client, link, stranger, curator):
    visitor = client.get(link[0]).content.decode()
    assert "csrfmiddlewaretoken" not in visitor
    for user in (stranger, curator):
        client.force_login(user)
        page = client.get(link[0])
        assert page.content.decode().count("csrfmiddlewaretoken") == 1
        assert without_token(page) == visitor


def test_a_time_is_told_as_what_is_left(client, mock):
    path, _ = open_link(mock, made=timezone.now() - timedelta(hours=2, minutes=9, seconds=30))
    assert "works for another 1 hour and 50 minutes" in read(client.get(path))


@pytest.mark.parametrize(
    ("left", "words"),
    [
        ({"hours": 4}, "4 hours"),
        ({"hours": 3, "minutes": 52}, "3 hours and 52 minutes"),
        ({"hours": 1, "minutes": 1, "seconds": 59}, "1 hour and 1 minute"),
        ({"minutes": 2}, "2 minutes"),
        ({"seconds": 59}, "less than a minute"),
        ({"seconds": -90}, "less than a minute"),
    ],
)
def test_what_is_left_in_words(left, words):
    assert helping.time_left(timedelta(**left)) == words


def test_getting_the_page_writes_nothing(client, link):
    before = list(HelperLink.objects.values())
    client.get(link[0])
    client.head(link[0])
    assert list(HelperLink.objects.values()) == before
    assert set(client.cookies) == set()


@pytest.mark.parametrize("number", [1, 3])
def test_query_count(client, learner, django_assert_num_queries, number):
    category = make_category()
    for _ in range(number):
        make_dimension().applies_to.add(category)
    mock = make_mock(learner, *(make_question(category=category) for _ in range(number)))
    path, link = open_link(mock)
    every = [helping.Heard(sheet, {one.pk: 3 for one in sheet.dimensions}, "Noted") for sheet in helping.sheets(link)]
    helping.save(link, every, at=timezone.now())
    with django_assert_num_queries(6):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_query_count_of_saving(client, learner, django_assert_num_queries, number):
    make_dimension(slug="structure")
    path, _ = open_link(make_mock(learner, *(make_question() for _ in range(number))))
    data = {}
    for place in range(1, number + 1):
        data |= {f"score_{place}_structure": "3", f"notes_{place}": "Good"}
    with django_assert_num_queries(12):
        assert client.post(path, data).status_code == 302
    assert (MockScore.objects.count(), MockNote.objects.count()) == (number, number)


# --- Scores and notes -----------------------------------------------------------------------------------------------


def test_scores_and_notes_of_a_question_are_kept_and_shown_again(client, link):
    data = {
        "place": "1",
        "score_1_structure": "4",
        "score_1_numbers": "",
        "notes_1": "Spoke\r\ncalmly \u202e\u05e9\u05dd 🙂",
    }
    response = client.post(link[0], data)
    assert (response.status_code, response["Location"]) == (302, f"{link[0]}?saved=1#question-1")
    assert response["Referrer-Policy"] == "strict-origin"
    assert scores() == {(1, "structure", 4)}
    assert notes() == {(1, "Spoke\ncalmly \u202e\u05e9\u05dd 🙂")}
    assert {MockScore.objects.get().link, MockNote.objects.get().link} == {link[1]}
    page = client.get(response["Location"])
    assert [row["state"] for row in page.context["rows"]] == ["Saved just now.", "Nothing saved yet."]
    page = client.get(link[0])
    assert [row["state"] for row in page.context["rows"]] == ["Saved: 1 score and notes.", "Nothing saved yet."]
    body = page.content.decode()
    assert re.findall(r'name="score_1_structure" value="(.)" checked', body) == ["4"]
    assert "Spoke\ncalmly \u202e\u05e9\u05dd 🙂</textarea>" in body


def test_one_press_scores_all_that_has_no_score_of_its_own(client, link):
    client.post(link[0], {"place": "1", "same_1": "4", "score_1_numbers": "2"})
    assert scores() == {(1, "structure", 4), (1, "numbers", 2)}
    body = client.get(link[0]).content.decode()
    assert re.findall(r'name="((?:same|score)_1\w*)" value="(.)" checked', body) == [
        ("score_1_structure", "4"),
        ("score_1_numbers", "2"),
    ]
    response = client.post(link[0], {"place": "1", "same_1": "9", "same_2": "5"})
    assert "Question 1, All of them : Choose a score from 1 to 5, or none." in read(response)
    assert scores() == {(1, "structure", 4), (1, "numbers", 2), (2, "structure", 5), (2, "learning", 5)}


def test_one_score_for_all_is_no_score_of_a_question_that_is_rated_on_one_thing(client, link):
    Dimension.objects.exclude(slug="structure").update(retired_at=NOW)
    assert 'name="same_1"' not in client.get(link[0]).content.decode()
    response = client.post(link[0], {"place": "1", "same_1": "4"})
    assert "Question 1 is not rated on all of them. This score is not saved." in read(response)
    assert ("Score of question 1, all of them", "4") in response.context["lost"]
    assert scores() == set()


def test_saving_again_changes_them_and_what_is_no_longer_said_goes(client, link):
    client.post(link[0], {"place": "1", "score_1_structure": "4", "score_1_numbers": "2", "notes_1": "First"})
    client.post(link[0], {"place": "1", "score_1_structure": "5", "score_1_numbers": "", "notes_1": " "})
    assert scores() == {(1, "structure", 5)}
    assert notes() == set()


def test_the_same_press_twice_leaves_one_of_each(client, link):
    for _ in range(2):
        client.post(link[0], {"place": "1", "score_1_structure": "4", "notes_1": "Calm"})
    assert (MockScore.objects.count(), MockNote.objects.count()) == (1, 1)


def test_any_button_saves_what_was_written_on_every_question(client, link):
    data = {"place": "now", "notes_1": "On the first", "score_2_learning": "3"}
    response = client.post(link[0], data)
    assert response["Location"] == f"{link[0]}?saved=1.2#question-1"
    assert (scores(), notes()) == ({(2, "learning", 3)}, {(1, "On the first")})


def test_what_was_not_touched_here_is_not_written_over(client, link):
    """A page that stood open on a phone does not take back what was saved on a laptop since."""
    page = client.get(link[0])
    was = {f"was_{row['sheet'].place}": row["fields"].was for row in page.context["rows"]}
    client.post(link[0], {**was, "place": "1", "notes_1": "From the laptop"})
    response = client.post(link[0], {**was, "place": "2", "notes_1": "", "notes_2": "From the phone"})
    assert response["Location"] == f"{link[0]}?saved=2#question-2"
    assert notes() == {(1, "From the laptop"), (2, "From the phone")}


def test_two_helpers_have_their_own(client, mock, link):
    other, _ = open_link(mock)
    client.post(link[0], {"place": "1", "score_1_structure": "1"})
    client.post(other, {"place": "1", "score_1_structure": "5"})
    assert scores() == {(1, "structure", 1), (1, "structure", 5)}
    body = client.get(link[0]).content.decode()
    assert re.findall(r'name="score_1_structure" value="(.)" checked', body) == ["1"]


def test_a_score_outside_the_scale_is_refused_and_kept_on_the_page(client, link):
    response = client.post(link[0], {"place": "1", "score_1_structure": "9", "notes_1": "Kept", "notes_2": "Fine"})
    assert response.status_code == 422
    assert "Question 1, Structure : Choose a score from 1 to 5, or none." in read(response)
    assert "Kept</textarea>" in response.content.decode()
    # What stands in the way on one question does not keep the others from being saved.
    assert (scores(), notes()) == (set(), {(2, "Fine")})
    states = [row["state"] for row in response.context["rows"]]
    assert states == ["Nothing saved yet.", "Saved just now."]
    was = [row["fields"].was for row in response.context["rows"]]
    assert was == [mark({}, ""), mark({}, "Fine")]


def test_a_score_that_a_question_is_not_rated_on_is_refused(client, link):
    response = client.post(link[0], {"place": "1", "score_1_learning": "4", "notes_1": "Kept"})
    assert response.status_code == 422
    assert "Question 1 is not rated on learning. This score is not saved." in read(response)
    assert (scores(), notes()) == (set(), {(1, "Kept")})


@pytest.mark.parametrize("place", ["3", "0", "-1", "x", "1.5", "9" * 40, "\x00"])
def test_a_place_of_no_question_is_refused(client, link, place):
    response = client.post(link[0], {"place": place, "notes_1": "Kept"})
    assert response.status_code == 422
    assert "There is no such question in this interview." in read(response)
    assert notes() == {(1, "Kept")}


def test_notes_on_no_question_come_back_to_be_copied(client, link):
    response = client.post(link[0], {"place": "1", "notes_7": "Where to put it?"})
    assert response.status_code == 422
    assert "There is no question 7 in this interview." in read(response)
    assert "Notes on question 7 Where to put it?" in read(response)
    assert notes() == set()


def test_a_megabyte_of_notes_is_refused_and_kept(client, link):
    response = client.post(link[0], {"place": "1", "score_1_structure": "4", "notes_1": "x" * 1_000_000})
    assert response.status_code == 422
    assert "Keep notes to 2000 characters; yours have 1000000." in read(response)
    assert "x" * 1_000_000 in response.content.decode()
    assert (scores(), notes()) == (set(), set())


def test_a_nul_byte_is_refused_and_the_rest_kept(client, link):
    response = client.post(link[0], {"place": "1", "notes_1": "Spoke\x00calmly"})
    assert response.status_code == 422
    assert "Null characters are not allowed." in read(response)
    assert "calmly" in response.content.decode()
    assert notes() == set()


def test_notes_just_as_long_as_they_may_be(client, link):
    client.post(link[0], {"place": "1", "notes_1": "🙂" * 2000})
    assert notes() == {(1, "🙂" * 2000)}


@pytest.mark.parametrize("saved", ["x", "1.x", "\x00", "9", "1" * 4000, "-1"])
def test_an_address_that_says_nonsense_is_of_no_consequence(client, link, saved):
    response = client.get(link[0], {"saved": saved})
    assert [row["state"] for row in response.context["rows"]] == ["Nothing saved yet.", "Nothing saved yet."]


def test_a_retired_question_still_shows_and_a_retired_dimension_is_no_longer_asked(client, mock, link):
    client.post(link[0], {"place": "1", "score_1_structure": "4", "score_1_numbers": "2"})
    question = mock.questions.get(place=1).question
    question.retire(at=NOW)
    dimension = MockScore.objects.get(score=4).dimension
    dimension.retire(at=NOW)
    page = client.get(link[0])
    row = page.context["rows"][0]
    assert row["sheet"].question.text == "Which risk?"
    assert [one.dimension.slug for one in row["fields"].scores] == ["numbers"]
    # Its score stays, and nothing counts as changed because of it.
    response = client.post(link[0], {"place": "1", "was_1": row["fields"].was, "score_1_numbers": "2"})
    assert response["Location"] == f"{link[0]}#question-1"
    client.post(link[0], {"place": "1", "score_1_numbers": "3"})
    assert scores() == {(1, "structure", 4), (1, "numbers", 3)}


# --- Links that lead to nothing -------------------------------------------------------------------------------------


def dead_links(mock):
    """An unknown link, an expired one, a withdrawn one, that of a binned run, and that of a closed account."""
    now = timezone.now()
    expired, row = open_link(mock, made=now - timedelta(hours=4, seconds=1))
    withdrawn, row = open_link(mock)
    helping.withdraw(row, at=now)
    binned_run = make_mock(mock.user, *(one.question for one in mock.questions.all()))
    binned, _ = open_link(binned_run)
    verbs.put_in_bin(binned_run, at=now)
    left = make_mock(make_user(is_active=False), *(one.question for one in mock.questions.all()))
    closed, _ = open_link(left)
    return [reverse("interviews:help", args=["x" * 43]), expired, withdrawn, binned, closed]


def test_whatever_the_reason_it_is_the_same_page_word_for_word(client, mock, link, learner, stranger, curator):
    answers = []
    for user in (None, learner, stranger, curator):
        if user:
            client.force_login(user)
        answers += [client.get(path) for path in dead_links(mock)]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert {answer["Referrer-Policy"] for answer in answers} == {"strict-origin"}
    assert GONE in read(answers[0])
    assert "lasts four hours" in read(answers[0])
    assert client.get(link[0]).status_code == 200


def test_what_was_typed_comes_back_on_that_page_and_nothing_is_saved(client, mock):
    data = {
        "place": "2",
        "notes_2": "Typed <b>for</b> long",
        "score_2_learning": "4",
        "score_2_structure": "",
        "was_2": "y",
    }
    answers = [client.post(path, data) for path in dead_links(mock)]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert answers[0].context["typed"] == [
        ("Score of question 2, learning", "4"),
        ("Notes on question 2", "Typed <b>for</b> long"),
    ]
    assert "Notes on question 2 Typed <b>for</b> long" in read(answers[0])
    assert (scores(), notes()) == (set(), set())


def test_what_was_saved_before_does_not_come_back_as_if_it_were_not(client, link):
    client.post(link[0], {"score_1_structure": "4", "notes_1": "Saved\nbefore"})
    was = [row["fields"].was for row in client.get(link[0]).context["rows"]]
    helping.withdraw(link[1], at=timezone.now())
    data = {"was_1": was[0], "score_1_structure": "4", "score_1_numbers": "", "notes_1": "Saved\r\nbefore"}
    response = client.post(link[0], data | {"was_2": was[1], "notes_2": "", "score_2_structure": "2"})
    assert response.context["typed"] == [("Score of question 2, structure", "2")]
    response = client.post(link[0], data | {"score_1_numbers": "1"})
    assert [value for _, value in response.context["typed"]] == ["4", "1", "Saved\nbefore"]


def test_a_link_ends_to_the_second(mock):
    made = helping.make_link(mock=mock, token=uuid.uuid4(), name="", at=NOW)
    last = NOW + timedelta(hours=4) - timedelta(microseconds=1)
    assert helping.find_open(made.secret, now=last) == made.link
    assert helping.find_open(made.secret, now=NOW + timedelta(hours=4)) is None


def test_a_link_that_ends_between_reading_and_writing_saves_nothing(mock, link):
    sheet = helping.sheets(link[1])[0]
    helping.withdraw(link[1], at=timezone.now())
    with pytest.raises(helping.LinkGoneError):
        helping.save(link[1], [helping.Heard(sheet, {}, "Late")], at=timezone.now())
    assert notes() == set()


@pytest.mark.parametrize("secret", ["\x00", "🙂", "%ff", "a" * 5000, "..", "None"])
def test_a_strange_secret_is_an_unknown_one(client, mock, link, secret):
    response = client.get(reverse("interviews:help", args=[secret]))
    assert (response.status_code, GONE in read(response)) == (404, True)


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_other_methods_are_refused_for_every_link(client, mock, link, method):
    for path in (link[0], *dead_links(mock)):
        response = getattr(client, method)(path)
        assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, POST")


# --- Forged posts, logs and reports ---------------------------------------------------------------------------------


def test_a_post_of_somebody_signed_in_without_its_token_saves_nothing_and_gives_back_what_was_typed(link, stranger):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(stranger)
    data = {"place": "1", "notes_1": "Typed for long", "was_1": "y", "other": "z"}
    response = browser.post(link[0], data, headers={"origin": "http://testserver"})
    assert (response.status_code, response["Referrer-Policy"]) == (403, "strict-origin")
    assert response.context["typed"] == [("Notes on question 1", "Typed for long")]
    assert sorted(response.context["fields"]) == [("notes_1", "Typed for long"), ("place", "1"), ("was_1", "y")]
    assert notes() == set()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', response.content.decode())[1]
    again = browser.post(link[0], data | {"csrfmiddlewaretoken": token}, headers={"origin": "http://testserver"})
    assert (again.status_code, notes()) == (302, {(1, "Typed for long")})


@pytest.mark.parametrize("headers", [{}, {"origin": "https://evil.example"}, {"origin": "null"}])
@pytest.mark.parametrize("who", [None, "stranger"])
def test_a_forged_post_from_another_site_shows_nothing_of_itself(link, stranger, who, headers):
    browser = Client(enforce_csrf_checks=True)
    if who:
        browser.force_login(stranger)
    response = browser.post(link[0], {"place": "1", "notes_1": "Planted"}, headers=headers)
    assert (response.status_code, "Planted" in response.content.decode()) == (403, False)
    assert notes() == set()


def test_a_visitor_saves_over_https_without_a_token_from_the_very_site_only(link):
    browser = Client(enforce_csrf_checks=True)
    for origin, status in (("http://testserver", 403), ("https://testserver:8443", 403), ("https://testserver", 302)):
        assert notes() == set()
        data = {"place": "1", "notes_1": "Calm"}
        assert browser.post(link[0], data, secure=True, headers={"origin": origin}).status_code == status
    assert notes() == {(1, "Calm")}
    assert set(browser.cookies) == set()


def test_saving_works_over_https_as_a_browser_of_somebody_signed_in_sends_it(link, stranger):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(stranger)
    page = browser.get(link[0], secure=True)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.content.decode())[1]
    data = {"place": "1", "notes_1": "Calm", "csrfmiddlewaretoken": token}
    for headers in ({"origin": "https://testserver"}, {"referer": "https://testserver/"}):
        MockNote.objects.all().delete()
        assert browser.post(link[0], data, secure=True, headers=headers).status_code == 302
        assert notes() == {(1, "Calm")}


def test_the_secret_stands_in_no_log(client, link, mock, caplog):
    known = link[0].split("/")[-2]
    unknown = "s3cret-" * 6
    path = reverse("interviews:help", args=[unknown])
    with caplog.at_level(logging.DEBUG):
        client.get(path)
        client.put(link[0])
        client.post(link[0], {"place": "x"})
        client.get(f"{path}more/")
        Client(enforce_csrf_checks=True).post(link[0], {}, headers={"referer": f"http://testserver{link[0]}"})
    logged = [record.getMessage() for record in caplog.records if record.name.startswith("django.")]
    assert [line for line in logged if "/interviews/help/" in line] == [
        "Not Found: /interviews/help/********/",
        "Method Not Allowed: /interviews/help/********/",
        "Unprocessable Entity: /interviews/help/********/",
        "Not Found: /interviews/help/********/more/",
        "Forbidden (CSRF cookie not set.): /interviews/help/********/",
    ]
    assert [secret for secret in (known, unknown) if secret in caplog.text] == []


def test_an_error_report_holds_neither_the_secret_nor_what_was_typed(client, link, settings, mailoutbox):
    settings.ADMINS = [("Operator", "operator@example.org")]
    client.raise_request_exception = False
    mail = AdminEmailHandler(include_html=True)
    logging.getLogger("django.request").addHandler(mail)
    try:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE interviews_mocknote RENAME TO away")
        data = {"place": "1", "notes_1": "A private remark", "score_1_structure": "4"}
        response = client.post(link[0], data, headers={"referer": f"http://testserver{link[0]}"})
        assert response.status_code == 500
    finally:
        logging.getLogger("django.request").removeHandler(mail)
    secret = link[0].split("/")[-2]
    parts = [
        part
        for report in mailoutbox
        for part in (report.subject, report.body, *(str(alternative.content) for alternative in report.alternatives))
    ]
    assert ["notes_1" in part for part in parts] == [False, True, True, False, True]
    assert [words for words in (secret, "private remark") if words in "".join(parts)] == []


# --- A learner's links ----------------------------------------------------------------------------------------------


def links(mock):
    return reverse("interviews:helper_links", args=[mock.pk])


def withdrawal(link):
    return reverse("interviews:withdraw_helper_link", args=[link.mock_id, link.pk])


def test_a_link_is_made_and_shown_this_once(learning, learner, mock):
    learner.time_zone = "Asia/Tokyo"
    learner.save()
    before = timezone.now()
    response = learning.post(links(mock), {"token": uuid.uuid4(), "name": "Sam"})
    row = HelperLink.objects.get()
    assert response.status_code == 200
    assert (row.mock, row.name, row.withdrawn_at, row.expires_at - row.made_at) == (
        *(mock, "Sam", None, timedelta(hours=4)),
    )
    assert before <= row.made_at <= timezone.now()
    address = re.search(r'id="helper-address" value="http://testserver([^"]+)"', response.content.decode())[1]
    secret = address.split("/")[-2]
    assert re.fullmatch(r"[-_A-Za-z0-9]{43}", secret)
    assert row.secret_hash == helping.hash_of(secret)
    assert response["Cache-Control"] == "private, no-store"
    in_tokyo = row.expires_at + timedelta(hours=9)
    assert f"It works until {in_tokyo:%b %-d, %Y, %-I:%M %p} (Asia/Tokyo)." in read(response).replace(" )", ")")
    assert Client().get(address).status_code == 200


@pytest.mark.parametrize(
    ("host", "alone"), [("localhost:8000", True), ("127.0.0.1", True), ("[::1]:80", True), ("tpm.example", False)]
)
def test_the_page_says_when_a_link_opens_on_this_computer_alone(learning, mock, host, alone):
    response = learning.post(links(mock), {"token": uuid.uuid4(), "name": ""}, headers={"host": host})
    assert f'value="http://{host}/interviews/help/' in response.content.decode()
    assert ("the link won't open on another one" in read(response)) == alone


def test_the_secret_is_kept_nowhere(learning, mock):
    response = learning.post(links(mock), {"token": uuid.uuid4(), "name": "Sam"})
    secret = re.search(r"/interviews/help/([^/]+)/", response.content.decode())[1]
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        tables = [name for (name,) in cursor.fetchall()]
        found = []
        for table in tables:
            cursor.execute(f'SELECT count(*) FROM "{table}" t WHERE t::text LIKE %s', [f"%{secret}%"])  # noqa: S608
            found += [table] if cursor.fetchone()[0] else []
    assert ("interviews_helperlink" in tables, found) == (True, [])
    assert secret not in str(dict(learning.session))


def test_the_same_form_twice_makes_one_link_and_shows_it_again(learning, mock):
    data = {"token": uuid.uuid4(), "name": "Sam"}
    first, second = (learning.post(links(mock), data) for _ in range(2))
    address = r'id="helper-address" value="([^"]+)"'
    assert HelperLink.objects.count() == 1
    assert re.findall(address, first.content.decode()) == re.findall(address, second.content.decode()) != []
    helping.withdraw(HelperLink.objects.get(), at=timezone.now())
    third = learning.post(links(mock), data)
    assert (HelperLink.objects.count(), "This link has ended" in read(third)) == (1, True)
    assert re.findall(address, third.content.decode()) == []


def test_the_same_token_on_another_run_is_another_secret(learner, mock):
    token = uuid.uuid4()
    assert open_link(mock, token=token)[0] != open_link(make_mock(learner), token=token)[0]


def test_at_most_five_are_open_at_a_time(learning, mock):
    rows = [open_link(mock)[1] for _ in range(5)]
    open_link(make_mock(mock.user))
    response = learning.post(links(mock), {"token": uuid.uuid4(), "name": "Sam"})
    assert response.status_code == 422
    assert "5 links are open already. Withdraw one that is not needed, then make another." in read(response)
    assert HelperLink.objects.filter(mock=mock).count() == 5
    learning.post(withdrawal(rows[0]))
    assert learning.post(links(mock), {"token": uuid.uuid4(), "name": "Sam"}).status_code == 200
    assert HelperLink.objects.open_at(timezone.now()).filter(mock=mock).count() == 5


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"name": "x" * 81}, "Keep it to 80 characters; yours has 81."),
        ({"name": "Sam\x00"}, "Null characters are not allowed."),
        ({"token": "no uuid"}, "The form is incomplete. Reload the page and try again."),
        ({"token": ""}, "The form is incomplete. Reload the page and try again."),
    ],
)
def test_a_refused_link_says_why_and_keeps_the_name(learning, mock, data, message):
    data = {"token": uuid.uuid4(), "name": "Sam"} | data
    response = learning.post(links(mock), data)
    assert (response.status_code, HelperLink.objects.count()) == (422, 0)
    assert message in read(response)
    assert response.context["links"]["form"]["name"].value() == data["name"]


def test_a_withdrawn_link_shows_nothing_and_its_scores_stay(client, learning, mock, link):
    Client().post(link[0], {"place": "1", "score_1_structure": "4", "notes_1": "Calm"})
    response = learning.post(withdrawal(link[1]))
    assert response["Location"] == links(mock)
    first = HelperLink.objects.get().withdrawn_at
    assert first is not None
    learning.post(withdrawal(link[1]))
    assert HelperLink.objects.get().withdrawn_at == first
    assert Client().get(link[0]).status_code == 404
    assert (scores(), notes()) == ({(1, "structure", 4)}, {(1, "Calm")})


def test_the_list_of_links_says_who_until_when_and_what_came_of_it(learner, mock):
    now = timezone.now()
    open_link(mock, made=now - timedelta(hours=5), name="Early")
    used_path, _ = open_link(mock, made=now - timedelta(hours=1), name="Sam")
    _, withdrawn = open_link(mock, name="Nobody")
    helping.withdraw(withdrawn, at=now)
    Client().post(used_path, {"notes_1": "A", "notes_2": "B", "score_1_structure": "4", "score_1_numbers": "2"})
    rows = helping.links_of(mock, now=now)
    assert [(row.link.name, row.open, row.used) for row in rows] == [
        ("Sam", True, "scores on 1 question, notes on 2 questions"),
        ("Nobody", False, "nothing saved with it"),
        ("Early", False, "nothing saved with it"),
    ]


def test_an_open_link_is_listed_however_many_newer_ones_were_withdrawn(mock):
    now = timezone.now()
    _, first = open_link(mock)
    for _ in range(helping.MOST_SHOWN):
        helping.withdraw(open_link(mock)[1], at=now)
    rows = helping.links_of(mock, now=now)
    assert (len(rows), rows[0].link) == (helping.MOST_SHOWN, first)


@pytest.mark.parametrize("who", ["stranger", "curator"])
def test_nobody_else_makes_or_withdraws_a_link(client, request, mock, link, who):
    client.force_login(request.getfixturevalue(who))
    assert client.post(links(mock), {"token": uuid.uuid4(), "name": "Sam"}).status_code == 404
    assert client.post(withdrawal(link[1])).status_code == 404
    assert list(HelperLink.objects.values_list("withdrawn_at", flat=True)) == [None]


def test_a_link_is_withdrawn_only_under_its_own_run(learning, learner, link):
    other = make_mock(learner)
    assert learning.post(reverse("interviews:withdraw_helper_link", args=[other.pk, link[1].pk])).status_code == 404


def test_a_visitor_signs_in_first(client, mock, link):
    assert client.post(withdrawal(link[1]))["Location"].startswith(reverse("account_login"))
    assert "You were signed out" in read(client.post(links(mock), {"token": uuid.uuid4(), "name": "Sam"}))
    assert HelperLink.objects.count() == 1


def test_the_links_page_has_the_list_and_reading_an_act_leads_to_it(learning, mock, link):
    page = learning.get(links(mock))
    assert (page.status_code, [row.link for row in page.context["links"]["rows"]]) == (200, [link[1]])
    assert page["Cache-Control"] == "private, no-store"
    assert learning.get(withdrawal(link[1]))["Location"] == links(mock)


def test_asking_for_help_in_a_run_keeps_what_is_typed_and_leads_to_the_links(learning, mock):
    data = {"seen": 0, "text": "I would begin with"}
    response = learning.post(f"{mock.get_absolute_url()}help/?place=1&phase=question", data)
    assert response["Location"] == links(mock)
    assert mock.questions.get(place=1).answer == "I would begin with"
    assert learning.get(f"{mock.get_absolute_url()}help/")["Location"] == links(mock)
    mock.refresh_from_db()
    assert (mock.place, mock.phase) == (1, "question")


def test_the_report_has_the_links_and_what_came_through_them(learning, mock):
    path, link = open_link(mock, name="Sam")
    Client().post(path, {"score_1_structure": "4", "notes_1": "Spoke <calmly>"})
    mocking.end(mock, place=1, phase="question", at=NOW)
    report = learning.get(f"{mock.get_absolute_url()}report/")
    shown = read(report)
    assert "Note from Sam Spoke <calmly>" in shown
    assert "scores on 1 question, notes on 1 question" in shown
    (row,) = [row for row in report.context["report"].questions[0].scores if row.dimension.slug == "structure"]
    assert row.helpers == [4]
    withdrawn = learning.post(withdrawal(link), {"back": f"{mock.get_absolute_url()}report/"})
    assert withdrawn["Location"] == f"{mock.get_absolute_url()}report/"


def test_a_binned_run_makes_no_link(learning, mock):
    verbs.put_in_bin(mock, at=NOW)
    assert learning.post(links(mock), {"token": uuid.uuid4(), "name": "Sam"}).status_code == 404


def test_curators_have_no_desk_for_it(curating, mock, link):
    for name in ("helperlink", "mockscore", "mocknote", "mockinterview", "mockquestion"):
        assert curating.get(f"/admin/interviews/{name}/").status_code == 404


# --- Two at once ----------------------------------------------------------------------------------------------------


def not_waiting(act):
    """Do ``act`` as somebody who waits for no lock that another connection holds."""
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '100ms'")
    return act()


@pytest.mark.django_db(transaction=True)
def test_a_link_is_counted_and_made_before_the_next_is_counted():
    mock = make_mock(make_user())
    with transaction.atomic():
        # As weak a lock as lets rows be added that point to the run: the making asks for a stronger one.
        MockInterview.objects.select_for_update(no_key=True).get()
        (result,) = at_once(lambda: not_waiting(lambda: open_link(mock)))
    assert isinstance(result, OperationalError)
    assert HelperLink.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_scores_are_saved_before_or_after_a_link_is_withdrawn_and_not_meanwhile():
    _, link = open_link(make_mock(make_user(), make_question()))
    (sheet,) = helping.sheets(link)
    with transaction.atomic():
        HelperLink.objects.select_for_update(no_key=True).get()
        save = lambda: helping.save(link, [helping.Heard(sheet, {}, "Late")], at=timezone.now())  # noqa: E731
        (result,) = at_once(lambda: not_waiting(save))
    assert isinstance(result, OperationalError)
    assert notes() == set()


@pytest.mark.django_db(transaction=True)
def test_two_links_at_once_are_still_at_most_five():
    mock = make_mock(make_user(), make_question())
    for _ in range(4):
        open_link(mock)
    results = at_once(*(lambda: open_link(mock) for _ in range(2)))
    assert sorted(type(result).__name__ for result in results) == ["TooManyLinksError", "tuple"]
    assert HelperLink.objects.count() == 5


@pytest.mark.django_db(transaction=True)
def test_two_saves_at_once_leave_one_of_each():
    make_dimension(slug="structure")
    _, link = open_link(make_mock(make_user(), make_question()))
    (sheet,) = helping.sheets(link)
    (dimension,) = sheet.dimensions
    acts = [
        lambda score=score: helping.save(
            link, [helping.Heard(sheet, {dimension.pk: score}, f"Note {score}")], at=timezone.now()
        )
        for score in (2, 4)
    ]
    assert at_once(*acts) == [None, None]
    assert (MockScore.objects.count(), MockNote.objects.count()) == (1, 1)
    assert MockNote.objects.get().text == f"Note {MockScore.objects.get().score}"


@pytest.mark.django_db(transaction=True)
def test_what_is_sent_while_the_link_is_being_withdrawn_comes_back_to_be_copied():
    path, link = open_link(make_mock(make_user(), make_question()))
    response = just_after(
        lambda: helping.withdraw(link, at=timezone.now()),
        lambda: Client().post(path, {"notes_1": "Just too late"}),
    )
    assert (response.status_code, GONE in read(response)) == (404, True)
    assert response.content.decode().count("Just too late") == 1
    assert notes() == set()
