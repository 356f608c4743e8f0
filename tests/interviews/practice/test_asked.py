"""Questions the learner was really asked: kept, private, suggested only as said, and never lost."""

import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from interviews.models import Answer, AskedQuestion, Favorite
from interviews.practice import answering
from keeping.history import events_of
from tests.factories import NOW
from tests.factories.interviews import make_asked, make_category, make_question
from tests.factories.keeping import restore_address
from tests.kit import begins, unescaped

LIST, ADD = "/interviews/mine/", "/interviews/mine/add/"


def send(client, path=ADD, **data):
    return client.post(path, {"token": uuid.uuid4(), "seen": 0, "text": "Why here?"} | data)


def test_a_question_is_kept_with_all_that_was_said_of_it(learning, learner):
    category = make_category()
    response = send(learning, category=category.pk, company="Acme", round="Screen", on="2026-05-01")
    row = AskedQuestion.objects.get()
    assert (response.status_code, response["Location"]) == (302, f"{LIST}{row.pk}/")
    assert (row.user, row.suggestion, row.document()) == (
        *(learner, "none"),
        {"text": "Why here?", "category": category.slug, "company": "Acme", "round": "Screen", "on": "2026-05-01"},
    )
    body = unescaped(learning.get(LIST))
    assert "<bdi>Acme</bdi>, <bdi>Screen</bdi>, May 1, 2026, " + category.name in body


@pytest.mark.parametrize(("asked", "said"), [("Why here?", "Why here?"), ("Tell me why", "Tell me why."), ("؟", "؟")])
def test_what_is_said_of_a_kept_question_ends_once(learning, asked, said):
    address = send(learning, text=asked)["Location"]
    assert f"Saved: {said}<" in unescaped(learning.get(address))
    row = AskedQuestion.objects.get()
    learning.post(f"{address}edit/", {"text": asked, "company": "Acme", "token": uuid.uuid4(), "seen": row.edition})
    assert f"Saved: {said}<" in unescaped(learning.get(address))
    learning.post(f"{address}delete/")
    assert f"Deleted: {said} You can restore it for 30 days.<" in unescaped(learning.get(LIST))


def test_the_question_alone_is_enough_and_the_same_form_twice_is_one(learning):
    token = uuid.uuid4()
    for _ in range(2):
        send(learning, token=token)
    assert AskedQuestion.objects.get().document() == {
        **{"text": "Why here?", "category": None, "company": "", "round": "", "on": None},
    }


@pytest.mark.parametrize(
    ("data", "field", "message"),
    [
        ({"text": " "}, "text", "Write the question, as near as you remember it."),
        ({"text": "x" * 1_000_000}, "text", "Keep it to 300 characters; yours has 1000000. It is not saved yet."),
        ({"text": "a\x00"}, "text", "Null characters are not allowed."),
        ({"category": "999999"}, "category", "Select a valid choice."),
        ({"category": "\x00"}, "category", "Null characters are not allowed."),
        ({"company": "a\x00"}, "company", "Null characters are not allowed."),
        ({"on": "2999-01-01"}, "on", "This day cannot be in the future."),
        ({"on": "1949-12-31"}, "on", "Choose a day from 1950 on."),
    ],
)
def test_bad_input_names_the_field_and_keeps_what_was_typed(learning, data, field, message):
    response = send(learning, **({"round": "Typed too"} | data))
    form = response.context["form"]
    assert (response.status_code, list(form.errors)) == (422, [field])
    assert form.errors[field][0].startswith(message)
    assert f'href="#id_{field}"' in unescaped(response)
    assert "Typed too" in unescaped(response)
    assert AskedQuestion.objects.count() == 0


def test_a_change_a_deletion_and_both_undone(learning, learner):
    row = make_asked(learner, text="Before?")
    send(learning, f"{LIST}{row.pk}/edit/", seen=1, text="After?")
    assert AskedQuestion.objects.get().text == "After?"
    learning.post(keeping_undo(row))
    assert AskedQuestion.objects.get().text == "Before?"
    assert learning.post(f"{LIST}{row.pk}/bin/")["Location"] == LIST
    assert learning.get(f"{LIST}{row.pk}/").status_code == 404
    assert "Before?" in unescaped(learning.get(reverse("keeping:bin")))
    learning.post(restore_address(row))
    assert AskedQuestion.objects.for_user(learner).get().text == "Before?"


def keeping_undo(row):
    return reverse("keeping:undo", args=[events_of(row)[0].pk])


def test_a_category_that_is_retired_stays_where_it_was_chosen(learning, learner):
    category = make_category()
    row = make_asked(learner, category=category)
    category.retire(at=NOW)
    send(learning, f"{LIST}{row.pk}/edit/", seen=1, text="After?", category=category.pk)
    row.refresh_from_db()
    assert (row.text, row.category) == ("After?", category)
    assert list(send(learning, category=category.pk).context["form"].errors) == ["category"]


def test_it_is_answered_drafted_and_rated_like_one_of_the_bank(learning, learner):
    row = make_asked(learner)
    page = f"{LIST}{row.pk}/"
    assert learning.post(f"{page}draft/", {"seen": 0, "text": "Half"}).json() == {"edition": 1}
    assert learning.post(f"{page}answer/", {"seen": 1, "text": "Whole."})["Location"] == page
    token = uuid.uuid4()
    assert learning.post(f"{page}rate/", {"seen": 2, "token": token, "grade": "fine"})["Location"] == page
    answer = Answer.objects.get()
    assert (answer.asked, answer.question, answering.newest(answer).text) == (row, None, "Whole.")
    body = unescaped(learning.get(page))
    assert (f'action="{page}answer/"' in body, f'formaction="{page}rate/"' in body) == (True, True)
    assert "Whole." in unescaped(learning.get(f"{page}answer/"))


# --- Suggesting ------------------------------------------------------------------------------------------------


def test_suggesting_says_what_curators_see_and_can_be_taken_back(learning, learner):
    row = make_asked(learner, text="Why?", company="Acme")
    page = f"{LIST}{row.pk}/"
    assert "They see these two things" in unescaped(learning.get(page))
    for state in ("waiting", "waiting"):
        learning.post(f"{page}suggest/")
        row.refresh_from_db()
        assert row.suggestion == state
    assert "You have suggested it." in unescaped(learning.get(page))
    learning.post(f"{page}suggest/", {"take_back": 1})
    row.refresh_from_db()
    assert row.suggestion == "none"


@pytest.mark.parametrize("state", ["accepted", "declined"])
def test_what_curators_decided_stays(learning, learner, state):
    row = make_asked(learner)
    became = make_question(text="As the bank has it?")
    AskedQuestion.objects.update(suggestion=state, became=became if state == "accepted" else None)
    for data in ({}, {"take_back": 1}):
        learning.post(f"{LIST}{row.pk}/suggest/", data)
        row.refresh_from_db()
        assert row.suggestion == state
    body = unescaped(learning.get(f"{LIST}{row.pk}/"))
    assert ("As the bank has it?" in body) == (state == "accepted")
    assert "Suggest it</button>" not in body


# --- Who sees it, and at what cost -----------------------------------------------------------------------------

GET = ["asked", "edit_asked", "asked_answer"]
POST = ["edit_asked", "bin_asked", "suggest", "asked_answer", "asked_draft", "asked_rate"]


def test_a_stranger_and_a_curator_get_404(client, learner, stranger, curator):
    row = make_asked(learner, text="A secret?")
    for other in (stranger, curator):
        client.force_login(other)
        for name in GET:
            assert client.get(reverse(f"interviews:{name}", args=[row.pk])).status_code == 404
        for name in POST:
            data = {"seen": 1, "token": uuid.uuid4(), "text": "x", "grade": "fine"}
            assert client.post(reverse(f"interviews:{name}", args=[row.pk]), data).status_code == 404
        assert "secret" not in unescaped(client.get(LIST))
    row.refresh_from_db()
    assert (row.text, row.suggestion, row.deletion, Answer.objects.count()) == ("A secret?", "none", None, 0)


def test_a_visitor_signs_in_first_and_other_methods_are_refused(client, learner):
    row = make_asked(learner)
    page = row.get_absolute_url()
    for path in (LIST, ADD):
        assert client.get(path).status_code == 200
    assert begins(client.post(ADD))
    for path in [reverse(f"interviews:{name}", args=[row.pk]) for name in GET]:
        assert client.get(path)["Location"] == f"/account/login/?next={path}"
    for name in ("bin_asked", "suggest", "asked_draft", "asked_rate"):
        path = reverse(f"interviews:{name}", args=[row.pk])
        assert client.post(path)["Location"] == f"/account/login/?next={page}"
        assert client.get(path)["Location"] == page
    client.force_login(learner)
    for name in (*GET, *POST):
        assert client.delete(reverse(f"interviews:{name}", args=[row.pk])).status_code == 405


# The session and the user are two of each.
@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("name", "queries"), [("asked_list", 5), ("asked", 6), ("add_asked", 3), ("edit_asked", 4)])
def test_query_count(learning, learner, django_assert_num_queries, name, queries, number):
    for _ in range(number):
        row = make_asked(learner, category=make_category())
        Favorite.objects.create(user=learner, question=make_question(), at=NOW)
    path = reverse(f"interviews:{name}", args=[] if name in ("asked_list", "add_asked") else [row.pk])
    with django_assert_num_queries(queries):
        assert learning.get(path).status_code == 200


def test_pages_of_25(learning, learner):
    rows = [make_asked(learner) for _ in range(26)]
    assert list(learning.get(LIST).context["page"]) == rows[:0:-1]
    assert list(learning.get(LIST, {"page": 2}).context["page"]) == rows[:1]
    assert learning.get(LIST, {"page": "\x00"}).status_code == 200


def test_dates_are_judged_in_the_learners_own_day(learning):
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert list(send(learning, on=f"{tomorrow:%Y-%m-%d}").context["form"].errors) == ["on"]
    assert send(learning, on=f"{date(2026, 1, 1):%Y-%m-%d}").status_code == 302
