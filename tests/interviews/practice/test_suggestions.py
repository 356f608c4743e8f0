"""The queue of suggestions: curators see text and category alone, and decide once."""

import html
import re
from datetime import date, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from interviews.bank.daily import question_of_the_day
from interviews.models import AskedQuestion, Category, Question, Suggestion
from interviews.practice import asking
from keeping import verbs
from keeping.history import events_of
from tests.factories import NOW
from tests.factories.accounts import staff_with
from tests.factories.evidence import make_own
from tests.kit import text
from tests.sending import sent

LIST = "/admin/interviews/suggestion/"


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
    assert (question.retired_at is not None, question.draft) == (True, True)
    assert (suggested.suggestion, suggested.became) == ("accepted", question)


def test_a_draft_stands_on_one_line_so_that_its_box_joins_no_words(suggested):
    AskedQuestion.objects.filter(pk=suggested.pk).update(text="What broke\r\nlast?\n")
    suggested.refresh_from_db()
    assert asking.take_in(suggested, at=NOW).text == "What broke last?"


def test_a_draft_is_published_by_a_button_that_says_so(curating, suggested):
    question = asking.take_in(suggested, at=NOW)
    Question.objects.filter(pk=question.pk).update(points="One")
    desk = f"/admin/interviews/question/{question.pk}/"
    tools = text(curating.get(f"{desk}change/")).split("Save")[0]
    assert ("Publish" in tools, "Restore" in tools) == (True, False)
    page = text(curating.get(f"{desk}retire/"))
    assert "Published, it is offered to everybody." in page
    assert "Yes, publish it" in page
    assert "is published." in text(curating.post(f"{desk}retire/", {"act": "bring_back"}, follow=True))
    assert LogEntry.objects.get().get_change_message() == "Published."
    assert "Retire" in text(curating.get(f"{desk}change/"))


def test_a_draft_is_on_no_page_until_a_curator_has_completed_and_published_it(client, curator, learner, suggested):
    AskedQuestion.objects.filter(pk=suggested.pk).update(text="Why did secret corp's roll-out break at Secret Corp?")
    suggested.refresh_from_db()
    question = asking.take_in(suggested, at=NOW)
    assert question.text == "Why did [company]'s roll-out break at [company]?"
    assert str(suggested.pk) not in question.slug.split("-")
    page, desk = question.get_absolute_url(), f"/admin/interviews/question/{question.pk}/"
    addresses = [page, f"{page}favorite/", f"{page}answer/"]
    client.force_login(learner)
    assert [client.get(page).status_code, *(client.post(at).status_code for at in addresses[1:])] == [404] * 3
    body = text(client.get(suggested.get_absolute_url()))
    assert (page in body, "A curator is working on it." in body) == (False, True)

    def publish(**changes):
        if changes:
            assert (
                client.post(
                    f"{desk}change/", sent(client.get(f"{desk}change/"), "question_form", **changes)
                ).status_code
                == 302
            )
        return text(client.post(f"{desk}retire/", {"act": "bring_back"}, follow=True))

    client.force_login(curator)
    assert "Complete it first" in publish()
    assert "Write something else for [company] first" in publish(points="Names the cause", slug="q-broken-roll-out")
    client.post("/admin/interviews/question/", {"action": "bring_back", "_selected_action": [question.pk]})
    question.refresh_from_db()
    assert (question.draft, question.slug) == (True, "q-broken-roll-out")
    client.logout()
    assert client.get(question.get_absolute_url()).status_code == 404
    client.force_login(curator)
    assert "is published" in publish(text="Why did a roll-out break?")
    question.refresh_from_db()
    assert (question.draft, question.retired_at) == (False, None)
    assert "slug" not in client.get(f"{desk}change/").context["adminform"].form.fields
    client.logout()
    assert client.get(question.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(
    ("text", "company", "expected"),
    [
        ("What does Acme do?", "Acme", "What does [company] do?"),
        ("What does ACME do, acmeish or not?", " Acme ", "What does [company] do, acmeish or not?"),
        ("When do you go to Go?", "Go", "When do you go to [company]?"),
        ("Why C++ at A.B. (UK)?", "A.B. (UK)", "Why C++ at [company]?"),
        ("Why?", "", "Why?"),
        ("Why?", " ", "Why?"),
    ],
)
def test_the_company_that_a_learner_noted_is_not_carried_into_the_bank(text, company, expected):
    assert asking.without_company(text, company) == expected


@pytest.mark.parametrize(
    ("permissions", "offered"),
    [
        (["view_suggestion"], []),
        (["view_suggestion", "change_suggestion"], ["decline"]),
        (["view_suggestion", "change_suggestion", "add_question"], ["take_in", "decline"]),
    ],
)
def test_each_decision_asks_for_its_permission(client, suggested, permissions, offered):
    client.force_login(staff_with(*permissions))
    body = text(client.get(LIST))
    assert [act for act in ("take_in", "decline") if f'value="{act}"' in body] == offered
    for act in {"take_in", "decline"} - set(offered):
        client.post(LIST, {"action": act, "_selected_action": [suggested.pk]})
    suggested.refresh_from_db()
    assert (suggested.suggestion, Question.objects.count()) == ("waiting", 0)


def test_declined_it_stays_with_the_learner(curating, suggested):
    curating.post(LIST, {"action": "decline", "_selected_action": [suggested.pk]})
    suggested.refresh_from_db()
    assert (suggested.suggestion, Question.objects.count()) == ("declined", 0)
    assert asking.take_in(suggested, at=NOW) is None


# --- What happened is recorded (R3) ----------------------------------------------------------------------------

LATER = NOW + timedelta(hours=1)


def happened(row):
    events = [(event.at, event.before, event.after) for event in events_of(row)]
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
    change = verbs.change(suggested, values={"text": "What broke then?"}, seen=1, at=LATER)
    asking.decline(suggested, at=LATER)
    decided = events_of(suggested)[0]
    assert verbs.undo(user=learner, event=decided, at=LATER) is None
    lines = learning.get(suggested.get_absolute_url()).context["history"]
    undo = reverse("keeping:undo", args=[change.pk])
    assert [(line["text"], line["undo"]) for line in lines][:2] == [("Not taken into the bank", ""), ("Changed", undo)]
    learning.post(undo)
    suggested.refresh_from_db()
    assert (suggested.text, suggested.suggestion) == ("What broke last?", "declined")


def test_what_is_in_the_bin_is_not_decided_about(suggested):
    verbs.put_in_bin(suggested, at=LATER)
    assert (asking.decline(suggested, at=LATER), asking.take_in(suggested, at=LATER)) == (False, None)
    assert happened(suggested) == [(NOW, "none", "waiting")]


def test_what_is_in_the_bin_waits_for_nobody(curating, suggested):
    verbs.put_in_bin(suggested, at=NOW)
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
    today = question_of_the_day(timezone.localdate())["question"]
    assert html.unescape(body).count(f"“{today.text}”") == 1


def test_there_is_no_question_of_the_day_in_an_empty_bank(db):
    assert question_of_the_day(date(2026, 11, 25)) == {}
