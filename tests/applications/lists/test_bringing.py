"""The pages by which a list comes in: brought, matched, looked at, and only then kept."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from applications.models import Application, StageChange
from keeping.models import Event
from tests.factories.applications import make_application
from tests.forms import forms_of
from tests.kit import unescaped, words

LISTS, READ = "/applications/lists/", "/applications/lists/read/"
LIST = "Title,Company,Status,Applied\nLead,Acme,Ghosted,2026-11-03\nHead,Globex,Applied,2026-11-13\n"


def bring(client, text=LIST):
    return client.post(LISTS, {"text": text})


def upload(client, content, name="list.csv"):
    return client.post(LISTS, {"file": SimpleUploadedFile(name, content)})


def form_of(page):
    return next(one for one in forms_of(page, LISTS) if one.action == READ)


def press(client, page, button, **typed):
    form = form_of(page)
    return client.post(READ, form.data(next(one for one in form.buttons if one[0] == button), **typed), follow=True)


def counts(page):
    """How many lines are new, there already, and have problems, as the page says."""
    said = words(page)
    return [int(said.split(f"<dt>{name}</dt><dd>")[1].split("<")[0]) for name in
            ("New", "There already", "With problems")]  # fmt: skip


def test_a_list_is_matched_looked_at_and_brought_in(learning, learner):
    page = bring(learning)
    assert page.status_code == 200
    chosen = dict(form_of(page).fields)
    assert [chosen[f"column-{place}"] for place in range(4)] == ["title", "employer", "stage", "applied_on"]
    stages = [value for name, value in chosen.items() if name.startswith("stage-")]
    assert (chosen["form"], stages) == ("year", ["no_answer", "applied"])
    assert counts(page) == [2, 0, 0]
    assert "Applied Nov 3, 2026, No answer Nov 3, 2026" in words(page)
    # Nothing is kept before.
    assert (Application.objects.count(), Event.objects.count()) == (0, 0)
    done = press(learning, page, "keep")
    assert done.redirect_chain == [(LISTS, 302)]
    assert "Brought in: 2 applications." in words(done)
    assert "Came in last: 2 applications," in words(done)
    assert {(row.title, row.stage) for row in Application.objects.for_user(learner).with_stage()} == {
        ("Lead", "no_answer"),
        ("Head", "applied"),
    }


def test_the_same_press_again_makes_nothing_new_and_says_so(learning):
    page = bring(learning)
    press(learning, page, "keep")
    before = Event.objects.count()
    assert "Nothing new came in: 2 lines there already." in words(press(learning, page, "keep"))
    assert (Application.objects.count(), Event.objects.count()) == (2, before)
    again = bring(learning)
    assert counts(again) == [0, 2, 0]
    assert "There is nothing new to bring in." in words(again)


def test_what_came_in_is_taken_back_with_the_undo_of_the_message(learning, learner):
    done = press(learning, bring(learning), "keep")
    address = reverse("applications:take_back_list", args=[Application.objects.latest("pk").pk])
    assert unescaped(done).count(f'action="{address}"') == 2
    for said in ("Deleted: 2 applications.", "It was already deleted."):
        assert said in words(learning.post(address, follow=True))
    assert Application.objects.for_user(learner).count() == 0
    assert "Came in last" not in words(learning.get(LISTS))


def test_two_date_forms_in_one_list_are_never_bent(learning):
    page = bring(learning, "Title,Applied\nA,13/11/2026\nB,11/14/2026\nC,03/11/2026\nD,2026-11-15\n")
    assert page.status_code == 422
    assert "We do not guess between two that are possible." in words(page)
    assert "No single form fits all of these days." in words(page)
    page = press(learning, page, "look", form="day")
    assert counts(page) == [2, 0, 2]
    said = words(page)
    assert "<strong>Row 3</strong> (B): Applied: '11/14/2026' is no day in the chosen form (day first)." in said
    assert "<strong>Row 5</strong> (D): Applied: '2026-11-15' is no day in the chosen form (day first)." in said
    press(learning, page, "keep")
    changes = StageChange.objects.order_by("pk").values_list("application__title", "on")
    assert [(title, str(on)) for title, on in changes] == [("A", "2026-11-13"), ("C", "2026-11-03")]


def test_days_that_could_be_of_two_forms_are_asked_for(learning):
    page = bring(learning, "Title,Applied\nA,03/04/2026\n")
    assert (page.status_code, "More than one fits these days" in words(page)) == (422, True)
    press(learning, press(learning, page, "look", form="month"), "keep")
    assert str(StageChange.objects.get().on) == "2026-03-04"


def test_what_was_chosen_otherwise_since_is_shown_before_it_is_kept(learning):
    page = press(learning, bring(learning), "keep", **{"column-1": "source"})
    assert page.status_code == 422
    assert "You chose something else than what was shown." in words(page)
    assert Application.objects.count() == 0
    press(learning, page, "keep")
    assert {*Application.objects.values_list("employer", "source")} == {("", "Acme"), ("", "Globex")}


def test_lines_with_problems_come_in_without_their_cells_if_that_is_chosen(learning):
    page = bring(learning, LIST.replace("2026-11-03", "soon"))
    assert counts(page) == [1, 0, 1]
    page = press(learning, page, "look", without_cells="on")
    assert counts(page) == [2, 0, 1]
    assert "Only the cells below stay out." in words(page)
    press(learning, page, "keep")
    assert Application.objects.count() == 2


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"column-0": ""}, "Say which column has the job titles."),
        ({"column-1": "title"}, "Another column is the job title already."),
        ({"column-1": "nothing"}, "Select a valid choice."),
        ({"form": "nothing"}, "Select a valid choice."),
        ({"column-1": "pay_least", "currency": "Euro"}, "Write the three letters of the currency, such as USD."),
        ({"column-1": "stage", "column-2": ""}, "Acme"),
    ],
)
def test_a_wrong_choice_is_named_and_the_others_stay(learning, typed, said):
    page = press(learning, bring(learning), "look", **typed)
    assert said in words(page)
    kept = dict(form_of(page).fields)
    assert kept["column-3"] == "applied_on"
    assert kept["text"].replace("\r\n", "\n") == LIST
    assert Application.objects.count() == 0


def test_words_that_mean_nothing_to_us_are_asked_for(learning):
    page = bring(learning, LIST.replace("Ghosted", "In the void"))
    assert "Status: 'In the void' is not matched to a stage." in words(page)
    name = next(name for name, value in form_of(page).fields if name.startswith("stage-") and not value)
    page = press(learning, page, "look", **{name: "withdrew"})
    assert counts(page) == [2, 0, 0]
    press(learning, page, "keep")
    assert StageChange.objects.filter(stage="withdrew").count() == 1


def test_a_column_of_many_words_is_no_column_of_stages(learning):
    text = "Title,Status\n" + "".join(f"Lead {number},Word {number}\n" for number in range(41))
    assert "It has 41 different words. Is it the column of stages?" in words(bring(learning, text))


def test_a_list_without_names_of_columns_is_seen(learning):
    page = bring(learning, "Lead,Acme,2026-11-03\nHead,Globex,2026-11-13\n")
    assert dict(form_of(page).fields)["headless"] == "on"
    assert "Say which column has the job titles." in words(page)
    page = press(learning, page, "look", **{"column-0": "title", "column-1": "employer", "column-2": "applied_on"})
    page = press(learning, page, "look", form="year")
    assert counts(page) == [2, 0, 0]


def test_windows_1252_with_semicolons_comes_in_with_its_letters(learning):
    page = upload(learning, "Titel;Firma;Stelle\nLeiterin;Müller & Söhne;x\n".encode("cp1252"))
    assert "This file is in an old encoding of Windows." in words(page)
    page = press(learning, page, "look", **{"column-0": "title", "column-1": "employer", "column-2": ""})
    press(learning, page, "keep")
    assert Application.objects.get().employer == "Müller & Söhne"


def test_cells_that_are_formulas_come_in_as_text(learning):
    page = bring(learning, 'Title,Company,Notes\nLead,Acme,"=HYPERLINK(""https://evil.example"",""x"")"\n')
    press(learning, page, "keep")
    assert Application.objects.get().note == '=HYPERLINK("https://evil.example","x")'
    taken = learning.get("/applications/lists/applications.csv").content.decode()
    assert '"\'=HYPERLINK(""https://evil.example' in taken
    # Brought in again it is the same.
    assert counts(bring(learning, taken)) == [0, 1, 0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "This file is empty."),
        (b"Title\n", "There is nothing but the names of columns."),
        (b"Title\nLe\x00ad\n", "Row 2: there is a NUL character, which no text has."),
        (b"PK\x03\x04 and so on", "This is a spreadsheet's own file, not CSV."),
        (b"Title\n" + b"x" * (1024 * 1024), "This is larger than 1 MB"),
        (b"Title\n" + b"Lead\n" * 2001, "There are 2,001 lines, and at most 2,000 are read at once."),
        (b'Title\n"Lead\n', "Row 2: a quotation mark is opened here and never closed"),
    ],
)
def test_a_file_that_is_no_list_says_why(learning, content, said):
    page = upload(learning, content)
    assert (page.status_code, said in words(page)) == (422, True)


@pytest.mark.parametrize(("text", "said"), [("", "Choose a file, or paste"), ("Title\nA\x00B", "Null characters")])
def test_a_paste_that_is_no_list_says_why(learning, text, said):
    page = bring(learning, text)
    assert (page.status_code, said in words(page)) == (422, True)


@pytest.mark.parametrize("sent", [{}, {"text": " "}, {"text": "A\x00B"}, {"text": "x" * 2_100_000}, {"text": "Title"}])
def test_a_press_that_does_not_arrive_whole_leads_back(learning, sent):
    assert learning.post(READ, sent).headers["Location"] == LISTS


def test_markup_stays_text(learning):
    page = bring(learning, "Title,Company\n<script>alert(1)</script>,<b>Acme</b>\n")
    assert "<script>alert" not in page.content.decode()
    assert "&lt;script&gt;alert(1)" in page.content.decode()


def test_two_thousand_lines_come_in_with_few_queries(learning):
    text = "Title,Company,Status,Applied\n" + "".join(
        f"Lead {number},Acme {number},Rejected,2026-11-03\n" for number in range(2000)
    )
    with CaptureQueriesContext(connection) as queries:
        page = bring(learning, text)
    assert (len(queries) <= 12, counts(page)) == (True, [2000, 0, 0])
    assert "the first 100 of 2000" in words(page)
    assert "Brought in: 2,000 applications." in words(press(learning, page, "keep"))
    assert StageChange.objects.count() == 4000


def test_an_error_of_the_database_in_the_middle_leaves_nothing(learning):
    page = bring(learning)
    learning.raise_request_exception = False

    def refuse(execute, sql, params, many, context):
        if sql.startswith('INSERT INTO "applications_stagechange"'):
            raise DatabaseError("the disk is full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        assert press(learning, page, "keep").status_code == 500
    assert (Application.objects.count(), Event.objects.count()) == (0, 0)


def test_the_pages_are_a_learners_own(client, learner, stranger):
    assert client.get(LISTS).context["last"] is None
    for address in ("/applications/lists/proof/", "/applications/lists/history.csv"):
        assert client.get(address).headers["Location"] == f"/account/login/?next={address}"
    assert client.put(LISTS).status_code == 405
    client.force_login(stranger)
    bring_in = press(client, bring(client), "keep")
    assert "Brought in: 2 applications." in words(bring_in)
    theirs = reverse("applications:take_back_list", args=[Application.objects.latest("pk").pk])
    client.force_login(learner)
    assert client.post(theirs).status_code == 404
    assert client.get(theirs).headers["Location"] == LISTS
    assert counts(bring(client)) == [2, 0, 0]
    mine = make_application(learner)
    assert client.post(reverse("applications:take_back_list", args=[mine.pk])).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_as_many_queries_as_ever(learning, learner, number):
    for _ in range(number):
        make_application(learner)
    with CaptureQueriesContext(connection) as queries:
        learning.get(LISTS)
    assert len(queries) == 3
