"""The board of applications by keyboard, by drag and on a phone; the table and the calendar of the same rows."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from applications.models import Application
from tests.browser.test_pages import look
from tests.browser.test_stories import enter
from tests.factories.applications import make_application, make_offer, make_saved_view, make_stage, make_task
from tests.factories.interviews import make_interview

LONG = "W" * 60


@pytest.fixture
def jobs(learner, site):
    """Some applications, with long words and what is due; the two that are moved."""
    today = timezone.localdate()
    lead = make_application(learner, title="Project lead", employer="Northwind", on=today - timedelta(days=9))
    analyst = make_application(learner, title="Analyst", employer="Globex", on=today - timedelta(days=10))
    make_application(learner, title=f"Manager {LONG}", employer=LONG, stage="rejected", source=LONG, on=today)
    rounds = make_application(learner, title="مدير مشروع", stage="rounds", closes_on=today, on=today)
    make_interview(learner, application=rounds, on=today)
    make_task(learner, what=f"Ask {LONG}", application=lead, due_on=today - timedelta(days=1))
    make_offer(make_application(learner, stage="offer", on=today), answer_by=today)
    make_saved_view(learner, name=LONG)
    return lead, analyst


def stage_of(row):
    return Application.objects.with_stage().get(pk=row.pk).stage


def card(page, row):
    return page.locator(f"#row-{row.pk}")


def column(page, name):
    return page.locator(".board-column").filter(has=page.get_by_role("heading", name=name))


def test_moved_by_keyboard_and_taken_back(open_page, violations, learner, jobs):
    lead, _ = jobs
    page = open_page()
    enter(page)
    page.get_by_role("link", name="Applications").first.click()
    expect(column(page, "Saved")).to_contain_text("Project lead")
    assert violations(page) == []
    stage = page.get_by_label("Stage of Project lead, Northwind")
    stage.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Move Project lead, Northwind")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Moved to “Applied”: Project lead, Northwind")
    expect(column(page, "Applied")).to_contain_text("Project lead")
    # The keyboard stays with the card, in its new column.
    expect(card(page, lead).get_by_role("button")).to_be_focused()
    assert stage_of(lead) == "applied"
    assert violations(page) == []
    page.get_by_role("status").first.get_by_role("button", name="Undo").press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Undone. At “Saved” again")
    expect(column(page, "Saved")).to_contain_text("Project lead")
    assert stage_of(lead) == "saved"


def test_moved_by_drag_to_a_stage_and_to_an_ending(open_page, learner, jobs):
    lead, analyst = jobs
    page = open_page()
    enter(page)
    page.goto("/applications/")
    card(page, lead).drag_to(column(page, "Screening"), source_position={"x": 8, "y": 8})
    expect(page.get_by_role("status").first).to_contain_text("Moved to “Screening”: Project lead, Northwind")
    expect(column(page, "Screening")).to_contain_text("Project lead")
    assert stage_of(lead) == "screening"

    # The endings show themselves while something is dragged.
    targets = page.locator(".ending-targets li")
    expect(targets.first).to_be_hidden()
    card(page, analyst).hover(position={"x": 8, "y": 8})
    page.mouse.down()
    column(page, "Ended").hover()
    expect(targets.filter(has_text="No answer")).to_be_visible()
    targets.filter(has_text="No answer").hover()
    page.mouse.up()
    expect(page.get_by_role("status").first).to_contain_text("Moved to “No answer”: Analyst, Globex")
    expect(targets.first).to_be_hidden()
    assert stage_of(analyst) == "no_answer"


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_on_a_phone_the_columns_are_a_list_with_a_filter(open_page, violations, learner, jobs, javascript):
    lead, _ = jobs
    page = open_page(width=390, javascript=javascript)
    enter(page)
    page.goto("/applications/")
    expect(column(page, "Screening")).to_be_hidden()
    page.get_by_role("navigation", name="Stages").get_by_role("link", name="Saved 2").click()
    expect(page.locator(".job-card")).to_have_count(2)
    for target in (page.get_by_label("Stage of Project lead, Northwind"), card(page, lead).get_by_role("button")):
        assert target.bounding_box()["height"] >= 44
    page.get_by_label("Stage of Project lead, Northwind").select_option(label="I withdrew")
    page.get_by_role("button", name="Move Project lead, Northwind").click()
    expect(page.get_by_role("status").first).to_contain_text("Moved to “I withdrew”: Project lead, Northwind")
    # Still where the press was made.
    expect(page.locator(".job-card")).to_have_count(1)
    assert stage_of(lead) == "withdrew"
    if javascript:
        assert violations(page) == []
    page.get_by_role("status").first.get_by_role("button", name="Undo").click()
    expect(page.locator(".job-card")).to_have_count(2)
    assert stage_of(lead) == "saved"


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_stage_of_weeks_ago_is_recorded_put_right_and_seen_in_table_and_calendar(
    open_page, violations, learner, jobs, javascript
):
    lead, _ = jobs
    page = open_page(width=390, javascript=javascript)
    enter(page)
    page.goto(f"/applications/{lead.pk}/")
    page.get_by_role("link", name="Stages").click()
    on = timezone.localdate() - timedelta(days=4)
    page.get_by_label("Day").fill(f"{on:%Y-%m-%d}")
    page.get_by_label("Note").fill("By their form")
    page.get_by_role("button", name="Record it").click()
    expect(page.locator(".timeline > li").first).to_contain_text("By their form")
    expect(page.locator(".timeline > li").first).to_contain_text("for 4 days now")
    page.get_by_role("link", name=f"Edit: Applied, {on:%b %-d, %Y}").click()
    page.get_by_label("Stage").select_option(label="Screening")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".posting-title")).to_contain_text("Screening")

    page.goto("/applications/")
    page.get_by_role("navigation", name="Ways").get_by_role("link", name="Table").click()
    page.get_by_label("Stage", exact=True).select_option(label="Screening")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("tbody tr")).to_have_count(1)
    page.get_by_text("Save this view").click()
    page.get_by_label("Name").fill("Talking to me")
    page.get_by_role("button", name="Save the view").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Talking to me")
    expect(page.get_by_role("link", name="Talking to me")).to_have_attribute("aria-current", "page")

    page.get_by_role("link", name="Calendar").click()
    if on.month != timezone.localdate().month:
        page.get_by_role("navigation", name="Months").get_by_role("link").first.click()
    expect(page.locator(".month-list")).to_contain_text("Screening: Project lead, Northwind")
    expect(page.locator(".month-grid")).to_be_hidden()


def test_every_page_in_both_widths_and_both_schemes(open_page, violations, learner, jobs):
    lead, _ = jobs
    make_stage(lead, on=timezone.localdate(), note=LONG)
    page = open_page()
    enter(page)
    pages = ["", "?column=ended", "table/", "table/?q=zebra", "table/?stage=going&sort=employer", "calendar/"]
    pages += [f"{lead.pk}/stages/", f"stages/add/?application={lead.pk}", "calendar/?month=2026-13"]
    assert look(page, violations, [f"/applications/{address}" for address in pages]) == []
