"""The report of a mock interview: rated once each, beside those who helped, and what to do next in words."""

import hashlib
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from interviews.mock import mocking
from interviews.mock.forms.mock import StartForm
from interviews.mock.reporting import report_for
from interviews.models import (
    AnswerVersion,
    DimensionScore,
    HelperLink,
    MockNote,
    MockScore,
    RatedAnswer,
    ReviewCard,
    ReviewLog,
)
from interviews.practice import answering
from tests.factories import NOW
from tests.factories.interviews import (
    make_category,
    make_competency,
    make_dimension,
    make_mock,
    make_question,
    make_story,
)
from tests.kit import words

MOCKS = "/interviews/mock/"


def finished(learner, *questions, texts=("Because.",), seconds=100):
    """A run whose questions are all answered, each phase in ``seconds``."""
    mock = make_mock(learner, *questions)
    at = NOW
    for place in range(1, len(questions) + 1):
        for phase in ("question", "follow_up"):
            at += timedelta(seconds=seconds)
            said = texts[(place - 1) % len(texts)] if phase == "question" else ""
            mocking.step(mock, place=place, phase=phase, text=said, seen=0, at=at)
    mock.refresh_from_db()
    assert mock.phase == "done"
    return mock


def rate(client, mock, place=1, grade="fine", **data):
    fields = {"seen": 0, "token": uuid.uuid4(), "grade": grade}
    return client.post(f"{MOCKS}{mock.pk}/rate/{place}/", fields | data)


def make_link(mock, **fields):
    secret = hashlib.sha256(uuid.uuid4().bytes).hexdigest()
    times = {"made_at": NOW, "expires_at": NOW + timedelta(hours=4)}
    return HelperLink.objects.create(user=mock.user, mock=mock, secret_hash=secret, **times, **fields)


def page(client, mock):
    response = client.get(f"{MOCKS}{mock.pk}/report/")
    assert response.status_code == 200
    return words(response)


def test_it_shows_what_was_asked_written_and_how_long_it_took(learning, learner):
    mock = finished(learner, make_question(text="Why?", points="Say why\nSay who"), texts=["I like it.\n\nA lot."])
    body = page(learning, mock)
    assert ">1. Why?<" in body
    assert "<p>I like it.</p> <p>A lot.</p>" in body
    assert "1 min 40 s of 2 min." in body
    assert ">And then?<" in body
    assert "1 min 40 s of 1 min, 40 s over." in body
    assert "<li>Say why</li><li>Say who</li>" in body
    assert "1 answer not rated yet." in body
    assert "No answer is rated yet." in body


def test_a_night_with_the_lid_closed_is_shown_as_such_and_not_counted(learning, learner):
    mock = finished(learner, make_question(), seconds=9 * 3600)
    assert page(learning, mock).count("Left open for 9 h, which is not counted as speaking.") == 2
    rate(learning, mock)
    assert RatedAnswer.objects.get().spoken_seconds is None


def test_a_question_that_has_been_open_for_hours_says_so(learning, learner):
    mock = make_mock(learner)
    type(mock).objects.update(phase_began_at=timezone.now() - timedelta(hours=9, minutes=5))
    assert "This question has been open for 9 h." in words(learning.get(f"{MOCKS}{mock.pk}/"))


def test_rating_reaches_the_queue_the_trends_and_the_versions(learning, learner):
    question, first, second = make_question(), make_dimension(name="Structure"), make_dimension()
    mock = finished(learner, question, texts=["Because I like it."])
    response = rate(learning, mock, grade="nailed", **{f"score_{first.pk}": 4, f"score_{second.pk}": ""})
    assert response["Location"] == f"{MOCKS}{mock.pk}/report/#question-1"
    rating = RatedAnswer.objects.get()
    assert (rating.user, rating.question, rating.spoken_seconds) == (learner, question, 100)
    assert mock.questions.get().rating == rating
    assert list(rating.scores.values_list("dimension", "score")) == [(first.pk, 4)]
    assert rating.version == AnswerVersion.objects.get()
    assert answering.values_of(rating.version)["text"] == "Because I like it."
    card = ReviewCard.objects.get()
    assert (card.user, card.question, list(card.reviews.values_list("grade", flat=True))) == (
        learner,
        question,
        ["nailed"],
    )
    body = page(learning, mock)
    back = f"It comes back on {card.due_on:%b %-d, %Y}."
    assert f"Question 1: nailed. What you wrote is version 1 of your answer. {back}" in body
    assert "<strong>Nailed.</strong>" in body
    assert "not rated yet" not in body
    trends = learning.get("/interviews/practice/trends/").context["parts"][1][1]
    assert [(trend.name, trend.lately) for trend in trends] == [("Structure", 4.0)]


def test_an_answer_that_was_only_spoken_makes_no_version(learning, learner):
    mock = finished(learner, make_question(), texts=[""])
    rate(learning, mock, grade="fumbled")
    assert (AnswerVersion.objects.count(), RatedAnswer.objects.get().version) == (0, None)


def test_a_draft_that_waits_at_the_question_itself_is_not_lost(learning, learner):
    question = make_question()
    values = dict.fromkeys(answering.FIELDS, "") | {"text": "Typed elsewhere"}
    answering.keep_draft(user=learner, row=question, values=values, seen=0, at=NOW)
    rate(learning, finished(learner, question, texts=["Said here"]))
    assert list(AnswerVersion.objects.order_by("number").values_list("text", flat=True)) == [
        "Typed elsewhere",
        "Said here",
    ]


def test_a_question_is_rated_once_in_a_run_whatever_is_pressed(learning, learner):
    mock = finished(learner, make_question())
    token = uuid.uuid4()
    rate(learning, mock, token=token)
    rate(learning, mock, token=token)
    rate(learning, mock, grade="fumbled")
    assert "Question 1 is rated already." in page(learning, mock)
    assert (RatedAnswer.objects.count(), list(ReviewLog.objects.values_list("grade", flat=True))) == (1, ["fine"])


def test_the_form_that_rated_a_question_can_be_sent_again_with_another_grade(learning, learner):
    dimension = make_dimension()
    mock = finished(learner, make_question(), texts=["Said."])
    token = uuid.uuid4()
    for grade, score in (("nailed", 5), ("fumbled", 2), ("fumbled", 2)):
        rate(learning, mock, grade=grade, token=token, **{f"score_{dimension.pk}": score})
    question = mock.questions.get(place=1)
    assert (question.rating.scores.get().score, question.rating.corrected) == (2, False)
    assert list(ReviewLog.objects.values_list("grade", "corrected")) == [("nailed", True), ("fumbled", False)]
    assert AnswerVersion.objects.count() == 1
    body = page(learning, mock)
    assert ("Fumbled" in body, "Question 1 is rated already." in body) == (True, True)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"grade": "divine"}, "Press one of the three buttons: they say how it went."),
        ({"grade": ""}, "Press one of the three buttons: they say how it went."),
        ({"token": "x"}, "The form is incomplete. Reload the page and try again."),
        ({"score": 9}, "Choose a score from 1 to 5, or none."),
        ({"score": "\x00"}, "Choose a score from 1 to 5, or none."),
    ],
)
def test_a_rating_that_is_refused_changes_nothing_and_keeps_the_other_scores(learning, learner, data, message):
    first, second = make_dimension(), make_dimension()
    mock = finished(learner, make_question(), make_question())
    scores = {f"score_{first.pk}": data.pop("score", 3), f"score_{second.pk}": 2}
    response = rate(learning, mock, place=2, **scores, **data)
    body = words(response)
    assert (response.status_code, message in body, RatedAnswer.objects.count()) == (422, True, 0)
    assert f'name="score_{second.pk}" value="2" checked>' in body
    assert [part["open"] for part in response.context["parts"]] == [False, True]


@pytest.mark.parametrize("place", [0, 2, 99])
def test_what_was_not_asked_is_not_rated(learning, learner, place):
    mock = make_mock(learner)
    mocking.end(mock, place=1, phase="question", at=NOW)
    assert rate(learning, mock, place=place).status_code == 404
    assert RatedAnswer.objects.count() == 0


def test_a_run_under_way_has_no_report_and_no_rating(learning, learner):
    mock = make_mock(learner)
    assert learning.get(f"{MOCKS}{mock.pk}/report/")["Location"] == f"{MOCKS}{mock.pk}/"
    assert rate(learning, mock)["Location"] == f"{MOCKS}{mock.pk}/"
    assert RatedAnswer.objects.count() == 0
    assert learning.get(f"{MOCKS}{mock.pk}/rate/1/")["Location"] == f"{MOCKS}{mock.pk}/report/"


def test_only_the_dimensions_of_the_category_are_asked_for(learning, learner):
    risk, agile = make_category(), make_category()
    everywhere, only_risk, retired = make_dimension(), make_dimension(), make_dimension()
    only_risk.applies_to.set([risk])
    retired.retire(at=NOW)
    mock = finished(learner, make_question(category=risk), make_question(category=agile))
    forms = [part["form"] for part in learning.get(f"{MOCKS}{mock.pk}/report/").context["parts"]]
    assert [[one.dimension for one in form.scored] for form in forms] == [[everywhere, only_risk], [everywhere]]
    assert "Outstanding" in page(learning, mock)


def test_helpers_stand_beside_me_and_the_weakest_says_what_next(learning, learner):
    risk = make_category(name="Risk", slug="risk")
    one, two = make_question(category=risk), make_question()
    calm = make_dimension(name="Calm")
    clear = make_dimension(name="Clarity", score_3="Says the risk first")
    mock = finished(learner, one, two)
    dana, quiet, nameless = make_link(mock, name="Dana"), make_link(mock, name="Quiet"), make_link(mock)
    first, second = mock.questions.order_by("place")
    for question, link, dimension, score in (
        (first, dana, clear, 1),
        (first, nameless, clear, 3),
        (second, dana, calm, 5),
    ):
        MockScore.objects.create(user=learner, question=question, link=link, dimension=dimension, score=score, at=NOW)
    MockNote.objects.create(user=learner, question=second, link=dana, text="Slow down.\n<b>Breathe</b>", at=NOW)
    rate(learning, mock, place=1, **{f"score_{clear.pk}": 2, f"score_{calm.pk}": 4})
    report = report_for(mock)
    assert report.helpers == [dana, nameless]
    assert quiet not in report.helpers
    rows = [[(row.dimension, row.mine, row.helpers) for row in one.scores] for one in report.questions]
    assert rows == [[(calm, 4, [None, None]), (clear, 2, [1, 3])], [(calm, None, [5, None])]]
    summed = [
        (row.dimension, row.scores.mine.mean, row.scores.helpers.mean, row.scores.all.places)
        for row in report.summaries
    ]
    assert summed == [(calm, 4, 5, [1, 2]), (clear, 2, 2, [1])]
    assert (report.weakest.summary.dimension, report.weakest.next_score, report.weakest.category) == (clear, 3, risk)
    body = page(learning, mock)
    assert "The weakest is clarity, 2.0 on average. What a 3 looks like: “Says the risk first”." in body
    assert 'Practice <a href="/interviews/?category=risk">questions about Risk</a>' in body
    assert '<td class="number" data-label="Dana">1</td><td class="number" data-label="Helper">3</td>' in body
    assert "<p>Slow down.<br>&lt;b&gt;Breathe&lt;/b&gt;</p>" in " ".join(
        learning.get(f"{MOCKS}{mock.pk}/report/").content.decode().split()
    )


def test_the_highest_everywhere_says_so(learning, learner):
    dimension = make_dimension()
    mock = finished(learner, make_question())
    rate(learning, mock, **{f"score_{dimension.pk}": 5})
    assert "Every score is at the top." in page(learning, mock)


def test_the_same_questions_again_and_one_category_alone(learning, learner):
    risk, dimension = make_category(name="Risk"), make_dimension()
    mock = finished(learner, make_question(category=risk))
    type(mock).objects.filter(pk=mock.pk).update(seed="مرحبا & 🎲", level="mid", mix="free", minutes=8)
    rate(learning, mock, **{f"score_{dimension.pk}": 2})
    context = learning.get(f"{MOCKS}{mock.pk}/report/").context
    form = learning.get(context["again_url"]).context["form"]
    again = {"minutes": "8", "round_type": str(mock.round_type_id), "level": "mid", "mix": "free", "category": ""}
    assert {name: form[name].value() for name in again} == again
    assert form["seed"].value() == "مرحبا & 🎲"
    form = learning.get(context["alone_url"]).context["form"]
    assert {name: form[name].value() for name in again} == again | {"category": str(risk.pk)}
    assert len(form["seed"].value().split()) == 3


def test_an_address_with_nonsense_in_it_shows_the_form(learning):
    for value in ("\x00", "9" * 30, "<script>"):
        address = dict.fromkeys(StartForm.NAMED, value)
        response = learning.get(MOCKS, address)
        assert (response.status_code, "<script>" in response.content.decode()) == (200, False)


def test_what_was_ended_before_an_answer_is_not_asked_to_be_rated_but_can_be(learning, learner):
    mock = make_mock(learner)
    mocking.step(mock, place=1, phase="question", text="", seen=0, at=NOW)
    mocking.step(mock, place=1, phase="follow_up", text="", seen=0, at=NOW)
    mocking.end(mock, place=2, phase="question", at=NOW)
    mock.refresh_from_db()
    report = report_for(mock)
    assert ([one.row.place for one in report.unrated], report.reached) == ([1], 2)
    assert "You ended here, before moving on." in page(learning, mock)
    rate(learning, mock, place=2)
    assert mock.questions.get(place=2).rating is not None


def test_a_story_that_is_missing_is_named(learning, learner):
    one, two, three = make_question(), make_question(), make_question()
    missing = make_competency(name="saying no", questions=[one, two])
    told = make_competency(name="bad news", questions=[one])
    make_competency(name="owning a mistake", questions=[three])
    make_competency(name="asked for elsewhere", questions=[make_question()])
    make_competency(name="retired", questions=[one]).retire(at=NOW)
    make_story(learner, competencies=[told.slug])
    make_story(learner, questions=[three.slug])
    mock = finished(learner, two, one, three)
    assert [(hole.name, one.row.place) for hole, one in report_for(mock).holes] == [("saying no", 1)]
    assert (
        "You have no story about saying no, which question 1 asks for. "
        f'<a href="/interviews/stories/add/?competency={missing.slug}&question={two.slug}">Write one</a>'
    ) in page(learning, mock)


def test_what_is_retired_since_still_shows(learning, learner):
    question, dimension = make_question(text="Why?"), make_dimension(name="Structure")
    mock = finished(learner, question)
    rate(learning, mock, **{f"score_{dimension.pk}": 2})
    before = DimensionScore.objects.get()
    for row in (question, dimension):
        row.retire(at=NOW)
    body = page(learning, mock)
    assert ("1. Why?" in body, "No longer in the bank." in body) == (True, True)
    assert "Structure <span" in body
    assert "The weakest is structure" in body
    assert DimensionScore.objects.get() == before


def test_a_retired_question_can_still_be_rated(learning, learner):
    question = make_question()
    mock = finished(learner, question)
    question.retire(at=NOW)
    rate(learning, mock)
    assert RatedAnswer.objects.get().question == question


def test_a_stranger_and_a_curator_rate_nothing(client, learner, stranger, curator):
    mock = finished(learner, make_question())
    for user in (stranger, curator):
        client.force_login(user)
        assert rate(client, mock).status_code == 404
    client.logout()
    assert rate(client, mock).status_code == 403
    assert RatedAnswer.objects.count() == 0


@pytest.mark.parametrize("number", [1, 3])
def test_queries(learning, learner, django_assert_num_queries, number):
    dimensions = [make_dimension() for _ in range(number)]
    mock = finished(learner, *(make_question() for _ in range(number)))
    for place in range(1, number + 1):
        rate(learning, mock, place=place, **{f"score_{dimension.pk}": 2 for dimension in dimensions})
        link = make_link(mock, name=f"Helper {place}")
        for row in mock.questions.all():
            MockScore.objects.create(user=learner, question=row, link=link, dimension=dimensions[0], score=2, at=NOW)
            MockNote.objects.create(user=learner, question=row, link=link, text="Good", at=NOW)
    page(learning, mock)
    with django_assert_num_queries(12):
        learning.get(f"{MOCKS}{mock.pk}/report/")
