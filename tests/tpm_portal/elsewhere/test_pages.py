"""The pages by which files of other programs come in: brought, looked at, and only then kept."""

import re
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from evidence.models import Evidence, Position, Project, Training
from interviews.models import AskedQuestion, Question
from keeping import ceilings
from keeping.models import Event
from tests.factories.interviews import make_asked
from tests.factories.resume_files import make_zip
from tests.forms import forms_of
from tests.kit import unescaped, words
from tests.tpm_portal.elsewhere.archives import DECK, TRACKER, WHOLE, archive, table

pytestmark = pytest.mark.django_db
FROM = "/account/data/from/"
PAGES = {"tracker": TRACKER.encode(), "anki": DECK.encode(), "linkedin": archive(**WHOLE)}
CHOSEN = {"tracker": {"kind": "pm_education"}, "anki": {}, "linkedin": {"part": "led", "kind": "job"}}
TABLES = (Position, Project, Training, Evidence, AskedQuestion, Event)


def upload(client, page, content=None, name="file.csv"):
    return client.post(f"{FROM}{page}/", {"file": SimpleUploadedFile(name, content or PAGES[page])})


def form_of(answer, page):
    return next(one for one in forms_of(answer, f"{FROM}{page}/") if one.action == f"{FROM}{page}/read/")


def press(client, answer, page, button, **typed):
    form = form_of(answer, page)
    data = form.data(next(one for one in form.buttons if one[0] == button), **typed)
    return client.post(f"{FROM}{page}/read/", data, follow=True)


def looked(client, page, content=None):
    """The page that shows what would come in, with everything chosen."""
    answer = upload(client, page, content)
    return press(client, answer, page, "look", **CHOSEN[page]) if page == "tracker" else answer


def counts(answer):
    said = words(answer)
    return [int(said.split(f"<dt>{name}</dt><dd>")[1].split("<")[0])
            for name in ("New", "There already", "There with other words", "Cannot come in")]  # fmt: skip


@pytest.mark.parametrize(("page", "new", "said"), [
    ("tracker", [2, 0, 0, 1], "Brought in: 2 courses, 1 that cannot come in."),
    ("anki", [2, 0, 0, 0], "Brought in: 2 questions."),
    ("linkedin", [7, 0, 0, 0], "Brought in: 3 jobs, 1 degree, 2 credentials, 1 project."),
])  # fmt: skip
def test_a_file_is_looked_at_brought_in_and_taken_back(learning, learner, page, new, said):
    answer = looked(learning, page)
    assert (answer.status_code, counts(answer)) == (200, new)
    # Nothing is kept before.
    assert [one.objects.count() for one in TABLES] == [0] * 6
    done = press(learning, answer, page, "keep", **CHOSEN[page])
    assert done.redirect_chain == [(FROM, 302)]
    assert said in words(done)
    # The same press again changes nothing.
    events = Event.objects.count()
    again = press(learning, answer, page, "keep", **CHOSEN[page])
    assert f"Nothing new came in: {new[0]} there already" in words(again)
    assert Event.objects.count() == events
    form = next(one for one in forms_of(done, FROM) if one.action.endswith("/take-back/"))
    back = learning.post(form.action, form.data(form.buttons[-1]), follow=True)
    assert "Deleted: " in words(back)
    assert [one.objects.for_user(learner).count() for one in TABLES[:5]] == [0] * 5
    assert "It was already deleted." in words(learning.post(form.action, form.data(form.buttons[-1]), follow=True))


@pytest.mark.parametrize("page", PAGES)
def test_what_is_left_out_by_its_row_stays_out(learning, page):
    answer = looked(learning, page)
    token = re.search(r'name="leave" value="([^"]+)"', unescaped(answer))[1]
    again = press(learning, answer, page, "keep", leave=[token, "no token"], **CHOSEN[page])
    assert "1 left out by you" in words(again)
    assert token not in {str(row.token) for table in TABLES[:5] for row in table.objects.all()}


@pytest.mark.parametrize("page", ["tracker", "anki"])
def test_what_was_chosen_otherwise_is_shown_once_more_before_it_comes_in(learning, page):
    answer = looked(learning, page)
    otherwise = {"tracker": {"unit": "hours"}, "anki": {"column-3": "answer", "column-4": "company"}}[page]
    again = press(learning, answer, page, "keep", **CHOSEN[page] | otherwise)
    assert again.status_code == 422
    assert "You chose something else than what was shown." in words(again)
    assert Event.objects.count() == 0
    assert press(learning, again, page, "keep").redirect_chain == [(FROM, 302)]


def test_what_the_archive_does_not_say_of_projects_is_asked_and_nothing_else_waits_for_it(learning):
    answer = upload(learning, "linkedin")
    assert (answer.status_code, counts(answer)) == (200, [7, 0, 0, 0])
    again = press(learning, answer, "linkedin", "keep", part="led")
    assert again.status_code == 422
    assert "What kind of projects?</a>: Choose one: the archive does not say it." in words(again)
    assert Project.objects.count() == 0
    assert 'value="led" selected' in unescaped(again)
    press(learning, again, "linkedin", "keep", kind="own")
    assert [(row.part, row.kind, row.professional) for row in Project.objects.all()] == [("led", "own", False)]


def test_skills_are_named_with_the_place_where_they_are_rated(learning):
    page = words(upload(learning, "linkedin"))
    assert "we don't make it up" in page
    assert "<bdi>Basket weaving</bdi>" in page
    assert 'href="/evidence/skills/"' in page


@pytest.mark.parametrize(
    ("page", "content", "name", "reason"),
    [
        ("tracker", b" ", "a.csv", "There is nothing in it."),
        ("tracker", b"", "a.csv", "This file is empty."),
        ("tracker", b"Date,Activity\n", "a.csv", "There is nothing but the names of columns."),
        ("tracker", b"PK\x03\x04x", "a.xlsx", "This is a spreadsheet's own file, not CSV."),
        ("tracker", b"Date,A\0b\n2025-01-01,x", "a.csv", "there is a NUL character"),
        ("tracker", b"x" * (1024 * 1024 + 1), "a.csv", "This is larger than 1 MB"),
        ("tracker", b"Date,What\n" + b"2025-01-01,x\n" * 2001, "a.csv", "at most 2,000 are read at once"),
        ("anki", b"PK\x03\x04x", "deck.txt", "This is a packed deck."),
        ("anki", b"x", "deck.apkg", "This is a packed deck."),
        ("anki", b"#html:true\n", "a.txt", "There are no notes in it."),
        ("anki", b"a\0b", "a.txt", "there is a NUL character"),
        ("linkedin", b"nothing", "a.txt", "There is nothing of a resume in this file"),
        ("linkedin", b"PK\x03\x04broken", "a.zip", "This file is damaged"),
        ("linkedin", make_zip({"a.txt": "x"}), "a.zip", "There is nothing of a resume in this file"),
        ("linkedin", make_zip({"Languages.csv": "Name,Proficiency\nGerman,Native"}), "a.zip",
         "There are no jobs, degrees, credentials, projects or skills in it."),
        ("linkedin", make_zip({"Positions.csv": "x" * 4_000_000}), "bomb.zip",
         "There is nothing of a resume in this file"),
        ("linkedin", archive(Projects=[(f"P{number}", "x" * 19_000, "", "Jan 2020", "") for number in range(60)]),
         "a.zip", "There are more than 1,000,000 bytes in its tables."),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_why_beside_its_field(learning, page, content, name, reason):
    answer = upload(learning, page, content or b"", name) if content else learning.post(
        f"{FROM}{page}/", {"file": SimpleUploadedFile(name, b"")})  # fmt: skip
    assert answer.status_code == 422
    assert reason in unescaped(answer)
    assert Event.objects.count() == 0


@pytest.mark.parametrize("page", ["tracker", "anki"])
def test_neither_a_file_nor_a_text_asks_for_one_of_them(learning, page):
    answer = learning.post(f"{FROM}{page}/", {"text": " "})
    assert (answer.status_code, "Choose a file, or paste what stands in it." in unescaped(answer)) == (422, True)


@pytest.mark.parametrize(("page", "field"), [("tracker", "text"), ("anki", "text"), ("linkedin", "said")])
@pytest.mark.parametrize("value", ["", "\0", "x" * 2_200_000, "[[[", "\ud800".encode("utf-8", "surrogatepass")])
def test_what_comes_back_damaged_is_said_and_nothing_is_saved(learning, page, field, value):
    answer = learning.post(f"{FROM}{page}/read/", {field: value, "keep": "1", "seen": "x"})
    assert answer.status_code in (302, 422)
    assert Event.objects.count() == 0


def test_names_with_dots_and_marks_that_turn_lines_around_do_no_harm(learning):
    text = table("Positions", ("Evil\u202eprc", "Lead<script>", "", "", "2020", ""))
    answer = upload(learning, "linkedin", make_zip({"../../etc/\u202evsc.csv": text}), "../\u202epiz.zip")
    assert counts(answer) == [1, 0, 0, 0]
    page = answer.content.decode()
    assert "Lead&lt;script&gt;, Evil" in page
    assert "vsc.csv, row 2" in page
    assert "../" not in page.partition("<main")[2]


@pytest.mark.parametrize("path", ["", "tracker/", "anki/", "linkedin/", "anki/cards.apkg"])
def test_a_visitor_signs_in_first(client, path):
    assert client.get(FROM + path)["Location"] == f"/account/login/?next={FROM}{path}"


@pytest.mark.parametrize("path", ["tracker/read/", "anki/read/", "linkedin/read/", f"{uuid.UUID(int=1)}/take-back/"])
def test_acts_answer_to_posts_alone_and_a_visitor_signs_in_first(client, learning, path):
    assert learning.put(FROM + path).status_code == 405
    assert learning.get(FROM + path).status_code == 302
    learning.logout()
    assert client.post(FROM + path).status_code == 302


def test_what_a_stranger_brought_in_is_not_taken_back(client, learning, learner, stranger):
    press(learning, looked(learning, "anki"), "anki", "keep")
    token = AskedQuestion.objects.first().token
    client.force_login(stranger)
    assert client.post(f"{FROM}{token}/take-back/").status_code == 404
    assert AskedQuestion.objects.for_user(learner).count() == 2


@pytest.mark.parametrize("page", PAGES)
def test_nothing_comes_in_once_there_is_too_much(learning, page, monkeypatch):
    answer = looked(learning, page)
    monkeypatch.setattr(ceilings, "MOST_SAVED", -1)
    refused = press(learning, answer, page, "keep", **CHOSEN[page])
    assert (refused.status_code, "Nothing was saved" in unescaped(refused)) == (409, True)
    assert Event.objects.count() == 0


def test_every_page_takes_few_queries_however_much_there_is(learning):
    press(learning, looked(learning, "linkedin"), "linkedin", "keep", **CHOSEN["linkedin"])
    press(learning, looked(learning, "anki"), "anki", "keep")
    numbers = {}
    for page in ("", "tracker/", "anki/", "linkedin/"):
        with CaptureQueriesContext(connection) as queries:
            assert learning.get(FROM + page).status_code == 200
        numbers[page] = len(queries)
    assert max(numbers.values()) <= 12, numbers


def test_cards_go_out_as_a_file_or_say_that_there_are_none(learning, learner):
    none = learning.get(f"{FROM}anki/cards.apkg", follow=True)
    assert "There are no cards yet" in words(none)
    assert Question.objects.count() == 0
    make_asked(learner)
    response = learning.get(f"{FROM}anki/cards.apkg?which=nonsense")
    assert response["Content-Disposition"].endswith('.apkg"')
    assert response.content.startswith(b"PK")
    assert learning.post(f"{FROM}anki/cards.apkg").status_code == 405
