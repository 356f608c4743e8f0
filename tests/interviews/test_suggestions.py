"""The queue of suggestions: curators see text and category alone, and decide once."""

import re
from datetime import date

import pytest
from django.urls import reverse

from interviews import asking
from interviews.daily import question_of_the_day
from interviews.models import AskedQuestion, Category, Question
from tests.factories import NOW, make_own

LIST = "/admin/interviews/suggestion/"


def text(response):
    return response.content.decode()


@pytest.fixture
def suggested(learner):
    category = Category.objects.create(slug="risk", name="Risk", tests="T", assess="A")
    row = make_own(AskedQuestion, learner, text="What broke last?", company="Secret Corp", category=category)
    make_own(AskedQuestion, learner, text="Kept to myself", company="Other Corp")
    asking.suggest(row)
    return row


def test_a_curator_sees_the_text_and_category_of_what_was_suggested_and_nothing_else(curating, suggested, learner):
    body = text(curating.get(LIST))
    cells = re.findall(r'<td class="field-(\w+)[^"]*">(.*?)</td>', body)
    assert cells == [("text", "What broke last?"), ("category", "Risk")]
    for hidden in ("Secret Corp", "Other Corp", "Kept to myself", learner.email):
        assert hidden not in body
    assert curating.get(f"{LIST}{suggested.pk}/change/").status_code == 403
    assert curating.get(f"{LIST}add/").status_code == 403


def test_taken_in_it_waits_retired_in_the_bank_until_it_is_completed(curating, suggested):
    data = {"action": "take_in", "_selected_action": [suggested.pk]}
    for _ in range(2):
        curating.post(LIST, data)
    question = Question.objects.get()
    suggested.refresh_from_db()
    assert (question.text, question.origin, question.category.slug) == ("What broke last?", "suggested", "risk")
    assert question.retired_at is not None
    assert (suggested.suggestion, suggested.became) == ("accepted", question)


def test_declined_it_stays_with_the_learner(curating, suggested):
    curating.post(LIST, {"action": "decline", "_selected_action": [suggested.pk]})
    suggested.refresh_from_db()
    assert (suggested.suggestion, Question.objects.count()) == ("declined", 0)
    assert asking.take_in(suggested, at=NOW) is None


def test_what_is_in_the_bin_waits_for_nobody(curating, suggested):
    AskedQuestion.objects.filter(pk=suggested.pk).update(binned_at=NOW)
    assert "What broke last?" not in text(curating.get(LIST))


def test_a_learner_has_no_queue(learning, suggested):
    assert learning.get(LIST).status_code == 302


def test_the_question_of_the_day_is_the_same_all_day_and_another_tomorrow(client, seeded, django_assert_num_queries):
    days = [date.fromordinal(date(2026, 11, 25).toordinal() + n) for n in range(20)]
    picked = [question_of_the_day(day)["question"] for day in days]
    assert picked == [question_of_the_day(day)["question"] for day in days]
    assert len(set(picked)) == len(days)
    with django_assert_num_queries(2):
        shown = question_of_the_day(days[0])
    assert [dimension.slug for dimension in shown["dimensions"]][:2] == ["structure", "relevance"]
    body = text(client.get(reverse("home")))
    assert body.count('id="daily"') == 1


def test_there_is_no_question_of_the_day_in_an_empty_bank(db):
    assert question_of_the_day(date(2026, 11, 25)) == {}
