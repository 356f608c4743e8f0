"""What was kept in other programs comes in and goes out again, at a phone's width and by keyboard."""

from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from evidence.models import HeldCredential, Position, Project, Training
from interviews.models import AskedQuestion
from tests.browser.test_stories import enter
from tests.factories.evidence import make_credential
from tests.tpm_portal.elsewhere.archives import DECK, TRACKER, WHOLE, archive, table

FROM = "/account/data/from/"
LONG = "x" * 150


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_an_archive_of_linkedin_comes_in_but_for_what_is_left_out_and_is_taken_back(
    open_page, violations, learner, tmp_path, javascript
):
    make_credential(name="Project Management Professional (PMP)")
    file = tmp_path / "Basic_LinkedInDataExport.zip"
    file.write_bytes(archive(**WHOLE))
    page = open_page(width=390, javascript=javascript, errors_expected=True)
    enter(page)
    page.goto(FROM)
    page.get_by_role("link", name="LinkedIn").click()
    page.get_by_label("The archive, or one file of it").set_input_files(file)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What your archive says")
    expect(page.locator(".found-new tbody tr")).to_have_count(7)
    expect(page.locator(".found-new")).to_contain_text("Of Jan 2022 the day is not known: Jan 31, 2022 is its last.")
    if javascript:
        assert violations(page) == []
    page.get_by_label("Leave out Tutor, Code Club").check()
    # What the archive does not say is asked before any project comes in.
    page.get_by_role("button", name="Bring in 3 jobs, 1 degree, 2 credentials, 1 project").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose one: the archive does not say it.")
    expect(page.get_by_label("Leave out Tutor, Code Club")).to_be_checked()
    assert Project.objects.count() == 0
    if javascript:
        assert violations(page) == []
    page.get_by_label("Your part in the projects").select_option(label="I took part")
    page.get_by_label("What kind of projects?").select_option(label="Part of a job")
    page.get_by_role("button", name="Bring in").click()
    expect(page.get_by_role("status").first).to_contain_text(
        "Brought in: 2 jobs, 1 degree, 2 credentials, 1 project, 1 left out by you."
    )
    assert {*Position.objects.values_list("employer", flat=True)} == {"Northwind", "Harbor"}
    assert {str(row) for row in HeldCredential.objects.all()} == {
        "Project Management Professional (PMP)",
        "AWS Cloud Practitioner",
    }
    if javascript:
        assert violations(page) == []
    # The same archive again is there already.
    page.goto(f"{FROM}linkedin/")
    page.get_by_label("The archive, or one file of it").set_input_files(file)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".found-new tbody tr")).to_have_count(1)
    page.get_by_text("There already: 6").click()
    expect(page.get_by_role("link", name="Coordinator, Harbor")).to_be_visible()
    page.goto(FROM)
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_role("status").first).to_contain_text("Deleted: 2 jobs, 1 degree, 2 credentials, 1 project.")
    assert Position.objects.for_user(learner).count() == 0


def test_a_tracker_is_matched_by_keyboard_and_counts_its_hours_once(open_page, violations, learner):
    page = open_page(width=390, errors_expected=True)
    enter(page)
    page.goto(f"{FROM}tracker/")
    page.get_by_label("Or paste it").fill(TRACKER)
    page.get_by_role("button", name="Read it").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("What your tracker says")
    expect(page.get_by_label("Duration (min)")).to_have_value("time")
    expect(page.get_by_label("What do plain numbers of time count?")).to_have_value("minutes")
    expect(page.get_by_role("alert")).to_contain_text("Choose what they taught")
    assert violations(page) == []
    taught = page.get_by_label("What did the courses teach?")
    taught.focus()
    page.keyboard.press("ArrowDown")
    expect(taught).to_have_value("pm_education")
    page.get_by_role("button", name="Look again").press("Enter")
    expect(page.locator(".found-new")).to_contain_text("2 h 15 min, rounded down: hours have one decimal.")
    expect(page.locator(".match")).to_contain_text("Row 5 (Bad day): Date: '99.11.2025' is no day in the chosen form")
    assert violations(page) == []
    page.get_by_role("button", name="Bring in 2 courses").press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Brought in: 2 courses, 1 that cannot come in.")
    assert {(row.title, str(row.hours)) for row in Training.objects.all()} == {
        ("PMP prep", "2.2"),
        ("Scrum workshop", "8.0"),
    }


def test_notes_of_anki_come_in_and_go_out_as_cards(open_page, violations, learner, tmp_path):
    file = tmp_path / "deck.txt"
    file.write_text(DECK)
    page = open_page(width=390)
    enter(page)
    page.goto(f"{FROM}anki/")
    assert violations(page) == []
    page.get_by_label("A text file").set_input_files(file)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_label("Field 3")).to_have_value("question")
    expect(page.get_by_label("Field 4")).to_have_value("answer")
    expect(page.locator(".match")).to_contain_text("1 picture or sounds are left out: only words come in.")
    assert violations(page) == []
    page.get_by_role("button", name="Bring in 2 questions").click()
    expect(page.get_by_role("status").first).to_contain_text("Brought in: 2 questions.")
    assert AskedQuestion.objects.for_user(learner).count() == 2
    page.goto(f"{FROM}anki/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download for Anki").click()
    assert download.value.suggested_filename.endswith(".apkg")
    with ZipFile(download.value.path()) as packed:
        assert "collection.anki2" in packed.namelist()


def test_long_words_fit(open_page, violations, learner):
    page = open_page(width=320, errors_expected=True)
    enter(page)
    page.goto(f"{FROM}tracker/")
    page.get_by_label("Or paste it").fill(f"Date,{LONG},Activity\n2025-01-01,{LONG},{LONG}\n{LONG},{LONG},{LONG}\n")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".found-new")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.goto(f"{FROM}linkedin/")
    text = table("Positions", (LONG, LONG, LONG, LONG, "2020", ""), (LONG, LONG, "", "", LONG, ""))
    page.get_by_label("The archive, or one file of it").set_input_files(
        {"name": f"{LONG}.csv", "mimeType": "text/csv", "buffer": text.encode()}
    )
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".found-new")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
