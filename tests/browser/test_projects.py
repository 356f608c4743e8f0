"""A person records projects and background on a phone, deletes and gets back, with and without JavaScript."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from evidence.models import Project
from tests.browser.test_stories import enter
from tests.factories.accounts import make_user


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_record_a_project_correct_it_delete_it_and_get_it_back(open_page, javascript):
    make_user("learner@example.org")
    page = open_page(width=390, javascript=javascript, errors_expected=True)
    status = page.get_by_role("status").first
    today = timezone.localdate()
    enter(page)

    # Five answers, one of them forgotten at first.
    page.goto("/evidence/projects/")
    page.get_by_role("link", name="Add your first project").click()
    page.get_by_label("What was the project?").fill("Billing system migration")
    page.get_by_label("Month it began").select_option("March")
    page.get_by_label("Year it began").fill("2024")
    page.get_by_label("It is still running").check()
    page.get_by_role("button", name="Save project").click()
    page.get_by_role("link", name="Your part in it").click()
    expect(page.get_by_label("Year it began")).to_have_value("2024")
    page.get_by_label("I led it").check()
    page.get_by_role("button", name="Save project").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Billing system migration")
    expect(page.locator(".lead")).to_have_text("Since Mar 2024. I led it.")
    expect(page.get_by_text("Leading projects: counts.")).to_be_visible()

    # Better later.
    page.get_by_role("link", name="Edit the project").first.click()
    page.get_by_label("How was it planned and run?").select_option("Agile")
    page.get_by_role("button", name="Save the project").click()
    expect(page.get_by_text("Agile work: counts.")).to_be_visible()
    page.get_by_role("button", name="Undo this change").click()
    expect(status).to_contain_text("It is as it was before.")
    expect(page.get_by_text("Agile work: for the resume only")).to_be_visible()

    # Gone and back.
    page.get_by_text("Delete the project").first.click()
    page.get_by_role("button", name="Delete the project").click()
    expect(status).to_contain_text("Deleted: Billing system migration.")
    status.get_by_role("button", name="Undo").click()
    expect(status).to_contain_text("Restored: Billing system migration.")
    expect(page.get_by_role("link", name="Billing system migration")).to_be_visible()
    assert Project.objects.get().starts_on == date(2024, 3, 1)

    # What one holds, and what its renewal asks for.
    page.get_by_role("link", name="Background").click()
    page.get_by_role("link", name="Add a credential").click()
    page.get_by_label("Credential", exact=False).first.select_option("Project Management Professional (PMP)")
    page.get_by_label("Earned on").fill(f"{today - timedelta(days=600)}")
    page.get_by_label("Valid until").fill(f"{today + timedelta(days=400)}")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("link", name="Add units for").click()
    page.get_by_label("What you did").fill("A conference")
    page.get_by_label("Units").fill("12.5")
    page.get_by_label("Earned on").fill(f"{today}")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("12.50 of 60 PDU")).to_be_visible()
    expect(page.get_by_text("47.50 more by")).to_be_visible()


def test_a_refused_project_has_no_violations_either(open_page, violations):
    make_user("learner@example.org")
    page = open_page(width=390, errors_expected=True)
    enter(page)
    for place, button in (("projects/add/", "Save project"), ("background/add/training/", "Save")):
        page.goto(f"/evidence/{place}")
        page.get_by_role("button", name=button).click()
        page.get_by_text("Not saved yet.").wait_for()
        assert violations(page) == []
