"""A list of another tracker comes in and goes out again, at a phone's width."""

import csv
from datetime import date

import pytest
from playwright.sync_api import expect

from applications.models import Application, StageChange
from tests.applications.lists.test_many import OTHER
from tests.applications.postings.test_pasting import POSTING
from tests.browser.test_pages import look
from tests.browser.test_stories import enter
from tests.factories.applications import make_application, make_stage

LISTS = "/applications/lists/"
LIST = (
    "Position;Firma;Board;Sent;Job Link\n"
    "Technical Project Manager;Müller & Söhne;In the void;03/11/2026;https://example.org/jobs/1\n"
    "Program lead;Globex;Applied;13/11/2026;\n"
    "Delivery lead;Initech;Applied;11/13/2026;\n"
)
LONG = "x" * 150


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_list_is_matched_brought_in_and_taken_back(open_page, violations, learner, tmp_path, javascript):
    file = tmp_path / "tracker.csv"
    file.write_bytes(LIST.encode("cp1252"))
    # What cannot be read yet is answered with 422, which the console calls an error.
    page = open_page(width=390, javascript=javascript, errors_expected=True)
    enter(page)
    page.goto(LISTS)
    page.get_by_label("A CSV file").set_input_files(file)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What your list says")
    expect(page.get_by_label("Position", exact=True)).to_have_value("title")
    expect(page.get_by_label("Job Link")).to_have_value("url")
    expect(page.locator(".match-columns").first).to_contain_text("Müller & Söhne")
    page.get_by_label("Firma").select_option(label="Employer")
    page.get_by_label("Board").select_option(label="Stage")
    page.get_by_label("Sent").select_option(label="Day applied")
    page.get_by_role("button", name="Look again").click()
    # The days are of two forms, and one could be of either.
    expect(page.get_by_role("alert")).to_contain_text("We do not guess between two that are possible.")
    if javascript:
        assert violations(page) == []
    page.get_by_label("How are the days written?").select_option(label="Day first: 30/11/2026 or 30.11.2026")
    page.get_by_label("In the void").select_option(label="No answer")
    page.get_by_role("button", name="Look again").click()
    expect(page.locator(".match")).to_contain_text("Row 4 (Delivery lead, Initech): Sent: '11/13/2026' is no day")
    expect(page.locator("table")).to_contain_text("Applied Nov 3, 2026, No answer Nov 3, 2026")
    assert Application.objects.count() == 0
    if javascript:
        assert violations(page) == []
    page.get_by_role("button", name="Bring in 2 applications").click()
    status = page.get_by_role("status").first
    expect(status).to_contain_text("Brought in: 2 applications, 1 line left out with problems.")
    assert {*Application.objects.values_list("title", "employer", "user")} == {
        ("Technical Project Manager", "Müller & Söhne", learner.pk),
        ("Program lead", "Globex", learner.pk),
    }
    assert StageChange.objects.count() == 3
    if javascript:
        assert violations(page) == []
    status.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status").first).to_contain_text("Deleted: 2 applications.")
    assert Application.objects.for_user(learner).count() == 0


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_two_postings_of_one_paste_are_looked_at_and_saved(open_page, violations, learner, javascript):
    page = open_page(width=390, javascript=javascript, errors_expected=True)
    enter(page)
    page.goto(LISTS)
    page.get_by_role("link", name="Save several jobs at once").click()
    page.get_by_label("The postings").fill(f"{POSTING}\n=====\n{OTHER}\n---\n- a\n")
    page.get_by_role("button", name="Read them").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What you pasted")
    expect(page.get_by_label("Save posting 1")).to_be_checked()
    expect(page.get_by_label("Save posting 3")).not_to_be_checked()
    page.get_by_label("Save posting 3").check()
    page.get_by_role("button", name="Save what is checked").click()
    expect(page.get_by_role("alert")).to_contain_text("Give the title of the job, or clear its check mark.")
    if javascript:
        assert violations(page) == []
    page.get_by_label("Save posting 3").uncheck()
    page.get_by_label("Employer").nth(1).fill("Globex")
    page.get_by_role("button", name="Save what is checked").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved: 2 jobs.")
    assert {*Application.objects.values_list("title", "employer")} == {
        ("Technical Project Manager", "Acme Rail"),
        ("Program Manager", "Globex"),
    }
    expect(page.get_by_role("link", name="Program Manager").first).to_be_visible()


def test_the_history_of_a_month_is_shown_and_taken_out(open_page, violations, learner):
    row = make_application(learner, title="Lead", employer="Acme", on=date(2026, 10, 30))
    make_stage(row, stage="applied", on=date(2026, 11, 2), note="By mail")
    page = open_page(width=390)
    enter(page)
    page.goto(LISTS)
    page.get_by_label("From").fill("2026-11-01")
    page.get_by_label("Until").fill("2026-11-30")
    page.get_by_role("button", name="Show the history").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("History of my applications")
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.locator("tbody tr")).to_contain_text("Nov 2, 2026")
    assert violations(page) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as CSV").click()
    assert download.value.suggested_filename == "history-2026-11-01-2026-11-30.csv"
    with open(download.value.path(), encoding="utf-8-sig", newline="") as file:
        assert [line[:4] for line in csv.reader(file)][1:] == [["2026-11-02", "Applied", "Lead", "Acme"]]


def test_every_page_with_long_words_fits(open_page, violations, learner):
    row = make_application(learner, title=LONG, employer=LONG, url=f"https://example.org/{LONG}")
    make_stage(row, stage="applied", note=LONG)
    page = open_page(errors_expected=True)
    enter(page)
    assert look(page, violations, [LISTS, f"{LISTS}proof/"]) == []
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(LISTS)
    page.get_by_label("Or paste it").fill(f"Title,{LONG},Status\n{LONG},{LONG},{LONG}\n{LONG}2,,\n")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What your list says")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.goto(f"{LISTS}postings/")
    page.get_by_label("The postings").fill(f"https://example.org/{LONG}\n{LONG}\n{LONG}\n---\nLead\n")
    page.get_by_role("button", name="Read them").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What you pasted")
    page.get_by_text("Its words").first.click()
    assert violations(page) == []
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
