"""Answers: every version stays, a draft is kept while it is typed, and nobody else reads either."""

from datetime import timedelta

import pytest
from django.test import Client

from interviews.models import Answer, AnswerVersion, Question
from interviews.practice import answering
from tests.factories import NOW
from tests.factories.interviews import make_asked, make_question
from tests.kit import begins, unescaped

PARTS = {"situation": "Late", "task": "Mine", "action": "Cut scope", "result": "Shipped"}


def address(question, act=""):
    return f"/interviews/{question.slug}/{act}"


def send(client, question, seen=0, act="answer/", **data):
    return client.post(address(question, act), {"seen": seen, **data})


def versions():
    return list(AnswerVersion.objects.order_by("pk").values_list("number", "text"))


def values(**fields):
    return dict.fromkeys(answering.FIELDS, "") | fields


# --- Versions --------------------------------------------------------------------------------------------------


def test_an_answer_is_kept_and_leads_back_to_the_question(learning, learner):
    question = make_question()
    response = send(learning, question, text="  I planned it.\r\nThen I ran it. ")
    assert (response.status_code, response["Location"]) == (302, address(question))
    version = AnswerVersion.objects.get()
    assert (version.answer.user, version.answer.question, version.number) == (learner, question, 1)
    assert answering.values_of(version) == values(text="I planned it.\nThen I ran it.")
    body = unescaped(learning.get(address(question)))
    assert "Saved as version 1." in body
    assert "7 words, about 3 s spoken; the target is 2 min" in body


def test_an_answer_in_four_parts(learning):
    question = make_question()
    send(learning, question, **PARTS)
    assert answering.values_of(AnswerVersion.objects.get()) == values(**PARTS)
    form = learning.get(address(question)).context["answer_form"]
    assert form.parts_are_open
    assert [field.value() for field in form.parts] == list(PARTS.values())


def test_each_change_is_a_version_and_none_is_overwritten(learning):
    question = make_question()
    for place, words in enumerate(("First.", "Second.", "Third.")):
        send(learning, question, seen=place, text=words)
    assert versions() == [(1, "First."), (2, "Second."), (3, "Third.")]
    assert learning.get(address(question)).context["answer_form"]["text"].value() == "Third."


def test_an_old_answer_shows_the_wording_it_answered_where_the_question_reads_otherwise_today(learning, learner):
    question, own = make_question(text="Why us?"), make_asked(learner, text="And why you?")
    send(learning, question, text="First.")
    Question.objects.update(text="Why this company?")
    send(learning, question, seen=1, text="Second.")
    # From before wordings were kept.
    AnswerVersion.objects.create(user=learner, answer=Answer.objects.get(), number=3, text="Third.", at=NOW)
    answering.keep_version(user=learner, row=own, values=values(text="Me."), seen=0, at=NOW)
    assert list(AnswerVersion.objects.order_by("pk").values_list("asked_as", flat=True)) == [
        *("Why us?", "Why this company?", "", "And why you?")
    ]
    rows = learning.get(address(question, "answer/")).context["versions"]
    assert [row["asked_as"] for row in rows] == ["", "", "Why us?"]
    assert unescaped(learning.get(address(question, "answer/"))).count("The question read then:") == 1
    assert "The question read then:" not in unescaped(learning.get(address(question)))
    AnswerVersion.objects.filter(number__gt=1).delete()
    page = learning.get(address(question))
    assert (page.context["asked_as"], "The question read then:" in unescaped(page)) == ("Why us?", True)


def test_the_same_form_sent_twice_makes_one_version(learning):
    question = make_question()
    for _ in range(2):
        send(learning, question, text="Once.")
    assert versions() == [(1, "Once.")]
    assert "It's already saved as version 1." in unescaped(learning.get(address(question)))


def test_two_windows_both_stay_and_it_is_said(learning):
    question = make_question()
    send(learning, question, text="From the one.")
    send(learning, question, seen=0, text="From the other.")
    assert versions() == [(1, "From the one."), (2, "From the other.")]
    assert "Another window saved version 1 in the meantime. You have both." in unescaped(
        learning.get(address(question))
    )


def test_a_draft_of_another_window_becomes_a_version_of_its_own(learning):
    question = make_question()
    send(learning, question, act="draft/", text="Typed in the one.")
    send(learning, question, seen=0, text="Kept in the other.")
    assert versions() == [(1, "Typed in the one."), (2, "Kept in the other.")]
    assert Answer.objects.get().draft == {}


def test_the_draft_of_the_same_window_becomes_the_version(learning):
    question = make_question()
    send(learning, question, act="draft/", text="Half a sen")
    send(learning, question, seen=1, text="Half a sentence, and the rest.")
    assert versions() == [(1, "Half a sentence, and the rest.")]
    assert Answer.objects.get().draft == {}


def test_versions_are_listed_newest_first_with_what_changed(learning):
    question = make_question()
    for place in range(7):
        send(learning, question, seen=place, text=f"It stays. Number {place + 1}.")
    response = learning.get(address(question, "answer/"))
    rows = response.context["versions"]
    assert [row["version"].number for row in rows] == [7, 6, 5, 4, 3]
    ((label, found),) = rows[-1]["parts"]
    assert (label, [(passage.kind, passage.text) for passage in found]) == (
        *("",),
        [("same", "It stays."), ("gone", "Number 2."), ("new", "Number 3.")],
    )
    assert "<del>Number 2.</del>" in unescaped(response)
    rest = learning.get(address(question, "answer/"), {"page": 2}).context["versions"]
    assert [row["version"].number for row in rest] == [2, 1]
    assert learning.get(address(question, "answer/"), {"page": "\x00"}).status_code == 200


def test_what_a_learner_wrote_is_escaped(learning):
    question = make_question()
    send(learning, question, text="<script>alert(1)</script>")
    for path in (address(question), address(question, "answer/")):
        assert "<script>alert" not in learning.get(path).content.decode()


LONG = "word " * 200_000


@pytest.mark.parametrize(
    ("data", "field", "message"),
    [
        ({}, "text", "Write at least a few words; there is nothing to save yet."),
        ({"text": " \n "}, "text", "Write at least a few words; there is nothing to save yet."),
        ({"text": "a\x00b"}, "text", "Null characters are not allowed."),
        ({"action": "\x00"}, "action", "Null characters are not allowed."),
        ({"text": "x", "task": "y"}, "text", "An answer is either in your own words or in the four parts."),
        ({"text": LONG}, "text", "This holds 20,000 characters at most; yours has 1000000."),
        ({"text": "x", "seen": "many"}, "seen", "Enter a whole number."),
        ({"text": "x", "seen": -1}, "seen", "Ensure this value is greater than or equal to 0."),
        ({"text": "x", "seen": 2**40}, "seen", "Ensure this value is less than or equal to 2147483647."),
    ],
)
def test_bad_input_names_the_field_and_keeps_what_was_typed(learning, data, field, message):
    question = make_question()
    response = send(learning, question, **({"result": ""} | data))
    form = response.context["answer_form"]
    assert (response.status_code, list(form.errors)) == (422, [field])
    assert form.errors[field][0].startswith(message)
    typed = data.get("text", "").strip()
    assert "\x00" in typed or typed in unescaped(response)
    assert AnswerVersion.objects.count() == 0


def test_a_question_that_is_no_longer_asked_keeps_its_answers(learning):
    question = make_question()
    send(learning, question, text="Kept.")
    question.retire(at=NOW)
    assert learning.get(address(question)).context["answer_form"]["text"].value() == "Kept."
    send(learning, question, seen=1, text="More.")
    assert versions() == [(1, "Kept."), (2, "More.")]


# --- Drafts ----------------------------------------------------------------------------------------------------


def test_a_draft_is_kept_as_typed_and_comes_back(learning):
    question = make_question()
    response = send(learning, question, act="draft/", text="Half a ", situation="And")
    assert (response.status_code, response.json()) == (200, {"edition": 1})
    answer = Answer.objects.get()
    assert (answer.draft, versions()) == (values(text="Half a ", situation="And"), [])
    form = learning.get(address(question)).context["answer_form"]
    assert (form["text"].value(), form["seen"].value()) == ("Half a ", 1)


def test_the_same_draft_twice_is_one(learning):
    question = make_question()
    for _ in range(2):
        assert send(learning, question, act="draft/", text="Once").json() == {"edition": 1}
    assert Answer.objects.get().edition == 1


def test_the_older_window_never_silently_wins(learning):
    question = make_question()
    send(learning, question, act="draft/", text="Newer")
    response = send(learning, question, act="draft/", text="Older")
    assert (response.status_code, response.json()) == (409, {"edition": 1, "values": values(text="Newer")})
    assert Answer.objects.get().draft == values(text="Newer")
    # Having seen it, the learner goes on with this one; the other is a version.
    assert send(learning, question, seen=1, act="draft/", text="Older", keep_other=1).json() == {"edition": 2}
    assert (Answer.objects.get().draft, versions()) == (values(text="Older"), [(1, "Newer")])


def test_a_draft_behind_a_version_is_told_of_it(learning):
    question = make_question()
    send(learning, question, text="Kept.")
    response = send(learning, question, act="draft/", text="Typed before")
    assert (response.status_code, response.json()) == (409, {"edition": 1, "values": values(text="Kept.")})


def test_a_draft_that_says_what_the_version_says_is_none(learning):
    question = make_question()
    send(learning, question, text="Kept.")
    send(learning, question, seen=1, act="draft/", text="Kept. And")
    assert send(learning, question, seen=2, act="draft/", text="Kept.").json() == {"edition": 3}
    assert Answer.objects.get().draft == {}


def test_everything_emptied_is_a_draft_too(learning):
    question = make_question()
    send(learning, question, text="Kept.")
    send(learning, question, seen=1, act="draft/")
    assert learning.get(address(question)).context["answer_form"]["text"].value() == ""


@pytest.mark.parametrize(
    ("data", "errors"),
    [
        ({"text": "a\x00"}, ["Null characters are not allowed."]),
        (
            {"text": LONG},
            ["This holds 20,000 characters at most; yours has 1000000. It is not saved yet, and nothing is lost."],
        ),
        ({"seen": "x"}, ["Enter a whole number."]),
    ],
)
def test_a_bad_draft_is_refused_in_words(learning, data, errors):
    question = make_question()
    response = send(learning, question, act="draft/", **({"text": "x"} | data))
    assert (response.status_code, response.json()) == (422, {"errors": errors})
    assert Answer.objects.count() == 0


# --- Who sees it, and at what cost -----------------------------------------------------------------------------


def test_others_see_nothing_of_it(client, learner, stranger, curator):
    question = make_question()
    client.force_login(learner)
    send(client, question, text="A secret kept")
    send(client, question, seen=1, act="draft/", text="A secret draft")
    client.logout()
    assert "secret" not in unescaped(client.get(address(question)))
    for other in (stranger, curator):
        client.force_login(other)
        for act in ("", "answer/"):
            assert "secret" not in unescaped(client.get(address(question, act)))
        assert send(client, question, act="draft/", text="Mine").json() == {"edition": 1}
    assert Answer.objects.get(user=learner).draft == values(text="A secret draft")


def test_a_visitor_begins_with_it(client, db):
    question = make_question()
    page = address(question)
    for act in ("answer/", "draft/", "rate/"):
        assert begins(Client().post(address(question, act)))
    assert client.get(address(question, "draft/"))["Location"] == page
    for shown in (page, address(question, "answer/")):
        assert f'action="{page}answer/"' in unescaped(client.get(shown))
    assert Answer.objects.count() == 0


def test_other_methods_and_unknown_questions(learning):
    question = make_question()
    for act in ("answer/", "draft/"):
        assert learning.delete(address(question, act)).status_code == 405
        assert learning.post(f"/interviews/q-nothing/{act}", {"seen": 0, "text": "x"}).status_code == 404
    assert Answer.objects.count() == 0


def test_a_page_with_an_answer_is_kept_by_no_cache(client, learner):
    question = make_question()
    assert client.get(address(question))["Cache-Control"] == "public, max-age=0, s-maxage=60"
    assert client.get(address(question, "answer/"))["Cache-Control"] == "private, no-store"
    client.force_login(learner)
    for act in ("", "answer/"):
        assert client.get(address(question, act))["Cache-Control"] == "private, no-store"
    assert '<meta name="robots" content="noindex">' in unescaped(client.get(address(question, "answer/")))


def test_only_pages_with_an_answer_of_ones_own_may_record_and_nothing_may_be_sent_elsewhere(client, learner):
    question = make_question()
    asked = make_asked(learner)
    for path in ("/", "/interviews/"):
        assert "microphone=()" in client.get(path)["Permissions-Policy"]
        assert "media-src" not in client.get(path)["Content-Security-Policy"]
    client.force_login(learner)
    for path in (address(question), address(question, "answer/"), asked.get_absolute_url(), "/interviews/practice/"):
        headers = client.get(path).headers
        assert headers["Permissions-Policy"] == "camera=(), geolocation=(), microphone=(self), interest-cohort=()"
        policy = dict(part.strip().partition(" ")[::2] for part in headers["Content-Security-Policy"].split(";"))
        assert [policy[name] for name in ("default-src", "connect-src", "media-src", "form-action")] == [
            *("'none'", "'self'", "blob:", "'self'"),
        ]
    assert "microphone=()" in client.get("/")["Permissions-Policy"]


# The session and the user are two of each.
@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("act", "queries"), [("", 8), ("answer/", 7)])
def test_query_count(learning, learner, django_assert_num_queries, act, queries, number):
    question = make_question()
    for place in range(number):
        answering.keep_version(
            user=learner, row=question, values=values(text=f"Number {place}."), seen=place, at=NOW + timedelta(place)
        )
    # So that this process has met the bank as it is now: that takes a query more.
    learning.get("/interviews/")
    with django_assert_num_queries(queries):
        assert learning.get(address(question, act)).status_code == 200
