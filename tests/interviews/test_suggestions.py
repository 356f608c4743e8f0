"""The queue of suggestions: curators see text and category alone, and decide once."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from evidence import keeping
from interviews import asking
from interviews.daily import question_of_the_day
from interviews.models import AskedQuestion, Category, Question, Suggestion
from tests.factories import NOW, make_own

LIST = "/admin/interviews/suggestion/"


def text(response):
    return response.content.decode()


@pytest.fixture
def suggested(learner):
    category = Category.objects.create(slug="risk", name="Risk", tests="T", assess="A")
    row = make_own(AskedQuestion, learner, text="What broke last?", company="Secret Corp", category=category)
    make_own(AskedQuestion, learner, text="Kept to myself", company="Other Corp")
    asking.suggest(row, at=NOW)
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


# --- What happened is recorded (R3) ----------------------------------------------------------------------------

LATER = NOW + timedelta(hours=1)


def happened(row):
    events = [(event.at, event.before, event.after) for event in keeping.history(row)]
    return [(at, before["suggestion"], after["suggestion"]) for at, before, after in events if "suggestion" in after]


def test_suggesting_and_taking_back_are_recorded_with_their_time(learner, suggested):
    assert asking.suggest(suggested, at=LATER) is False
    assert asking.take_back(suggested, at=LATER) is True
    assert asking.take_back(suggested, at=LATER) is False
    assert happened(suggested) == [(LATER, "waiting", "none"), (NOW, "none", "waiting")]


@pytest.mark.parametrize("state", ["accepted", "declined"])
def test_a_decision_is_recorded_with_its_time_however_the_curator_meets_the_row(learner, suggested, state):
    decide = {"accepted": asking.take_in, "declined": asking.decline}[state]
    row = Suggestion.objects.get(pk=suggested.pk)
    assert decide(row, at=LATER)
    assert not decide(row, at=LATER)
    assert happened(suggested) == [(LATER, "waiting", state), (NOW, "none", "waiting")]


def test_the_learner_reads_in_the_history_what_became_of_it(client, curator, learner, suggested):
    client.force_login(curator)
    client.post(LIST, {"action": "decline", "_selected_action": [suggested.pk]})
    client.force_login(learner)
    lines = client.get(suggested.get_absolute_url()).context["history"]
    assert [line["text"] for line in lines] == ["Not taken into the bank", "Suggested", "Added"]
    assert [(line["names"], line["undo"]) for line in lines] == [([], "")] * 3
    assert lines[0]["at"] > lines[1]["at"] == NOW


def test_no_undo_takes_a_decision_back_and_a_change_before_it_can_still_be_undone(learning, learner, suggested):
    change = keeping.change(suggested, values={"text": "What broke then?"}, seen=1, at=LATER)
    asking.decline(suggested, at=LATER)
    decided = keeping.history(suggested)[0]
    assert keeping.undo_change(user=learner, event=decided, at=LATER) is None
    lines = learning.get(suggested.get_absolute_url()).context["history"]
    undo = reverse("evidence:undo", args=[change.pk])
    assert [(line["text"], line["undo"]) for line in lines][:2] == [("Not taken into the bank", ""), ("Changed", undo)]
    learning.post(undo)
    suggested.refresh_from_db()
    assert (suggested.text, suggested.suggestion) == ("What broke last?", "declined")


def test_what_is_in_the_bin_is_not_decided_about(suggested):
    keeping.put_in_bin(suggested, at=LATER)
    assert (asking.decline(suggested, at=LATER), asking.take_in(suggested, at=LATER)) == (False, None)
    assert happened(suggested) == [(NOW, "none", "waiting")]


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
