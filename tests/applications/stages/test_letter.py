"""The first draft of a letter: a short frame around the learner's own words, drawn only from what they can show."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from applications.stages.drafting import drafted
from applications.stages.letter import MOST_POINTS, Point, draft
from keeping import verbs
from keeping.history import events_of
from tests.factories.applications import make_application, make_person, make_requirement
from tests.factories.evidence import make_evidence, make_skill
from tests.factories.resumes import make_bullet, make_contact
from tests.forms import forms_of
from tests.kit import unescaped, words


@pytest.mark.parametrize(
    ("said", "letter"),
    [
        (
            {"employer": "Northwind", "to": "Zoe Hart", "points": [Point("Runs Scrum ", "Led it")], "name": "Ada"},
            "Dear Zoe Hart,\n\nI am applying for the position of Lead at Northwind.\n\n"
            "This is what you ask for, and what I did:\n\n“Runs Scrum”\nLed it\n\n"
            "I would be glad to tell you more.\n\nKind regards,\nAda",
        ),
        (
            {"employer": "", "to": "", "points": [], "name": ""},
            "Dear hiring team,\n\nI am applying for the position of Lead.\n\n"
            "[What they ask for, and what you did that shows it.]\n\n"
            "I would be glad to tell you more.\n\nKind regards,",
        ),
    ],
)
def test_a_draft_is_a_frame_around_the_learners_words(said, letter):
    assert draft(title="Lead", **said) == letter


def test_a_draft_has_no_more_points_than_somebody_reads():
    points = [Point(f"Row {number}", f"Line {number}") for number in range(9)]
    letter = draft(title="Lead", employer="", to="", points=points, name="")
    assert letter.count("Row") == letter.count("Line") == MOST_POINTS


@pytest.fixture
def application(learner):
    return make_application(learner, title="Lead", employer="Northwind")


def ask(application, quote, *skills, **fields):
    return make_requirement(application, **({"quote": quote, "skills": skills, "confirmed": True} | fields))


def show(learner, text, *skills):
    piece = make_evidence(learner, skills=[skill.slug for skill in skills])
    return piece, make_bullet(learner, text=text, evidence=[piece])


def test_only_confirmed_required_rows_that_evidence_meets_are_in_it(learner, stranger, application):
    scrum, jira, budgets, sql = (make_skill() for _ in range(4))
    show(learner, "Led three teams", scrum)
    show(learner, "Set up the boards", jira)
    show(stranger, "Theirs", budgets)
    ask(application, "Runs Scrum", scrum)
    ask(application, "Knows Jira, not looked at", jira, confirmed=False)
    ask(application, "Likes Jira", jira, strength="preferred")
    ask(application, "Keeps budgets", budgets)
    ask(application, "Scrum and SQL", scrum, sql)
    ask(application, "SQL or Jira", sql, jira, any_of=True)
    ask(application, "A degree", kind="degree", level="bachelor")
    letter = drafted(application, learner)
    middle = letter.partition("what I did:\n\n")[2].partition("\n\nI would be glad")[0]
    assert middle == "“Runs Scrum”\nLed three teams\n\n“SQL or Jira”\nSet up the boards"


def test_a_bullet_stands_beside_one_row_only_and_the_one_that_shows_most_is_taken(learner, application):
    scrum, jira = make_skill(), make_skill()
    show(learner, "Both", scrum, jira)
    show(learner, "Scrum alone", scrum)
    ask(application, "Scrum with Jira", scrum, jira, place=1)
    ask(application, "Scrum once more", scrum, place=2)
    ask(application, "Scrum a third time", scrum, place=3)
    letter = drafted(application, learner)
    assert "“Scrum with Jira”\nBoth\n\n“Scrum once more”\nScrum alone\n\nI would" in letter


def test_what_is_in_the_bin_shows_nothing(learner, application):
    skill = make_skill()
    piece, _ = show(learner, "Led three teams", skill)
    ask(application, "Runs Scrum", skill)
    verbs.put_in_bin(piece, at=timezone.now())
    assert "Led three teams" not in drafted(application, learner)
    verbs.bring_back(piece, at=timezone.now())
    verbs.put_in_bin(show(learner, "Another", skill)[1], at=timezone.now())
    letter = drafted(application, learner)
    assert ("Led three teams" in letter, "Another" in letter) == (True, False)


def test_it_greets_whom_they_were_in_touch_with_last_and_is_signed_as_resumes_are(learner, application):
    make_person(learner, name="Nobody", application=make_application(learner))
    assert drafted(application, learner).startswith("Dear hiring team,")
    make_person(learner, name="Ann", application=application)
    make_person(learner, name="Zoe", application=application, last_contact_on=date(2026, 11, 2))
    make_contact(learner, name="Ada Byron")
    letter = drafted(application, learner)
    assert letter.startswith("Dear Zoe,")
    assert letter.endswith("Kind regards,\nAda Byron")


@pytest.mark.parametrize("number", [1, 3, 40])
def test_a_draft_takes_as_many_queries_as_ever(learner, application, number):
    make_contact(learner)
    for _ in range(number):
        skill = make_skill()
        show(learner, "Led three teams", skill)
        ask(application, "Runs Scrum", skill)
    with CaptureQueriesContext(connection) as queries:
        drafted(application, learner)
    assert len(queries) == 6


def address(application, name="letter"):
    return reverse(f"applications:{name}", args=[application.pk])


def form(client, where):
    return next(one for one in forms_of(client.get(where), where) if "letter" in one.typed)


def test_a_draft_stands_in_the_form_and_is_kept_only_when_saved(learning, application):
    begun = form(learning, f"{address(application)}?draft=1")
    assert dict(begun.fields)["letter"].startswith("Dear hiring team,\r\n")
    application.refresh_from_db()
    assert (application.letter, application.edition) == ("", 1)
    assert begun.action == address(application)
    said = words(learning.post(begun.action, begun.data(letter="Dear Zoe,\r\nhere I am."), follow=True))
    assert "Saved: Lead, Northwind." in said
    application.refresh_from_db()
    assert application.letter == "Dear Zoe,\nhere I am."
    # A draft over a letter that is there changes nothing either, and says so.
    page = unescaped(learning.get(f"{address(application)}?draft=1"))
    assert "your letter stays as it is until you save" in page
    assert "Dear hiring team," in page
    application.refresh_from_db()
    assert application.letter == "Dear Zoe,\nhere I am."


def test_every_revision_is_in_the_history_and_the_last_can_be_undone(learning, application):
    for text in ("First", "Second"):
        learning.post(address(application), form(learning, address(application)).data(letter=text))
    assert "Nothing had changed." in words(
        learning.post(address(application), form(learning, address(application)).data(), follow=True)
    )
    assert [event.after.get("letter") for event in events_of(application)][:2] == ["Second", "First"]
    learning.post(reverse("keeping:undo", args=[events_of(application)[0].pk]))
    application.refresh_from_db()
    assert application.letter == "First"


def test_an_older_window_does_not_win_in_silence(learning, application):
    older, newer = form(learning, address(application)), form(learning, address(application))
    learning.post(address(application), newer.data(letter="Newer"))
    response = learning.post(address(application), older.data(letter="Older"))
    assert response.status_code == 422
    assert "Older" in unescaped(response)
    application.refresh_from_db()
    assert application.letter == "Newer"


@pytest.mark.parametrize("text", ["x" * 10_001, "a\x00b"])
def test_what_cannot_be_kept_is_named_and_stays(learning, application, text):
    response = learning.post(address(application), form(learning, address(application)).data(letter=text))
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["letter"])
    application.refresh_from_db()
    assert application.letter == ""


def test_it_is_downloaded_as_it_stands(learning, learner):
    application = make_application(learner, letter="Dear Zoë,\n<b>here</b> I am.")
    response = learning.get(address(application, "letter_text"))
    assert response.content.decode() == "Dear Zoë,\n<b>here</b> I am."
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["Content-Disposition"] == f'attachment; filename="cover-letter-{application.pk}.txt"'
    assert learning.get(address(make_application(learner), "letter_text")).status_code == 404
    assert "<b>here</b>" not in learning.get(address(application, "documents")).content.decode()


def test_nobody_else_reads_or_writes_it(client, learner, stranger, curator):
    application = make_application(learner, letter="Zanzibar")
    for other in (stranger, curator):
        client.force_login(other)
        for name in ("letter", "letter_text"):
            assert client.get(address(application, name)).status_code == 404
        sent = {"letter": "Mine", "token": str(application.token), "seen": 1}
        assert client.post(address(application), sent).status_code == 404
    client.logout()
    for name in ("letter", "letter_text"):
        assert client.get(address(application, name)).url.startswith("/account/login/")
    client.force_login(learner)
    assert client.put(address(application)).status_code == 405
    application.refresh_from_db()
    assert application.letter == "Zanzibar"


@pytest.mark.parametrize("number", [1, 3, 40])
def test_the_pages_take_as_many_queries_as_ever(learning, learner, application, number):
    for _ in range(number):
        skill = make_skill()
        show(learner, "Led three teams", skill)
        ask(application, "Runs Scrum", skill)
    taken = []
    for page in (address(application), f"{address(application)}?draft=1"):
        learning.get(page)
        with CaptureQueriesContext(connection) as queries:
            assert learning.get(page).status_code == 200
        taken.append(len(queries))
    assert taken == [4, 10]
