"""The three doors of the home page on a phone without JavaScript, through the sign-up to a yes."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from evidence.models import Project
from interviews.models import Interview
from tests.browser.test_pages import sticks_out
from tests.factories.accounts import PASSWORD


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_visitor_uses_each_door_signs_up_says_yes_and_finds_the_rows(open_page, violations, javascript):
    page = open_page(width=390, javascript=javascript, errors_expected=True)
    main, title = page.get_by_role("main"), page.get_by_role("heading", level=1)
    on = timezone.localdate() + timedelta(days=2)

    # What would I earn?
    page.goto("/")
    assert title.bounding_box()["y"] <= 150
    page.get_by_label("Where?").fill("Nowhereville")
    page.get_by_role("button", name="See what it pays").click()
    expect(main.get_by_text("We don't know a place called")).to_be_visible()
    expect(page.get_by_label("Where?")).to_have_value("Nowhereville")
    page.get_by_label("Where?").fill("United States")
    page.get_by_role("button", name="See what it pays").click()
    expect(main.get_by_text("the median for project management specialists is")).to_be_visible()
    page.get_by_label("Your pay, or an offer").fill("92k")
    page.get_by_role("button", name="Compare").click()
    expect(main.get_by_text("$92,000 is")).to_be_visible()
    assert "92" not in page.url
    assert not sticks_out(page)
    if javascript:
        assert violations(page) == []
    page.get_by_role("button", name="Sign up and save this").click()
    expect(title).to_have_text("Sign up")

    # Am I eligible? First with half an answer, which is said and kept.
    page.goto("/")
    page.get_by_label("Your highest degree").select_option("Bachelor's degree")
    page.get_by_label("Project 1: from, month").select_option("March")
    page.get_by_role("button", name="Check the rules").click()
    expect(main.get_by_text("Write the year.")).to_be_visible()
    expect(page.get_by_label("Project 1: from, month")).to_have_value("3")
    page.get_by_label("Project 1: from, year").fill("2022")
    page.get_by_label("Project 1: to, month").select_option("January")
    page.get_by_label("Project 1: to, year").fill("2023")
    page.get_by_role("button", name="Check the rules").click()
    expect(main.get_by_text("35 more hours of project management training")).to_be_visible()
    assert not sticks_out(page)
    if javascript:
        assert violations(page) == []
    page.get_by_role("button", name="Sign up and save this").click()
    expect(title).to_have_text("Sign up")

    # I have an interview.
    page.goto("/")
    page.get_by_label("When is it?").fill(f"{on:%Y-%m-%d}")
    page.get_by_label("What kind of round?").select_option("Executive round")
    page.get_by_role("button", name="Plan my practice").click()
    expect(title).to_have_text(f"Your plan until {on:%A, %B} {on.day}")
    expect(main.get_by_role("link", name="Practice this one").first).to_be_visible()
    assert not sticks_out(page)
    if javascript:
        assert violations(page) == []
    page.get_by_role("button", name="Sign up and save this").click()

    # Sign up, name what has no name yet, and say yes to all but the degree.
    page.get_by_label("Email").fill("anna@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    main.get_by_role("button", name="Sign up").click()
    expect(title).to_have_text("Save what you typed?")
    assert not sticks_out(page)
    if javascript:
        assert violations(page) == []
    page.get_by_label("Your highest degree: bachelor's degree").uncheck()
    page.get_by_label("Company").fill("Acme")
    page.get_by_role("button", name="Save what's checked").click()
    expect(main.get_by_text("Give it a name that you will recognize.").first).to_be_visible()
    expect(page.get_by_label("Company")).to_have_value("Acme")
    assert Interview.objects.count() == 0
    page.get_by_label("What was the project?").fill("Billing system migration")
    page.get_by_role("button", name="Save what's checked").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved: Acme")

    # The rows are there.
    page.goto("/interviews/dates/")
    expect(main.get_by_role("link", name="Acme")).to_be_visible()
    page.goto("/salaries/my-number/")
    expect(page.get_by_label("Amount")).to_have_value("92000.00")
    page.goto("/evidence/projects/")
    expect(main.get_by_role("link", name="Billing system migration")).to_be_visible()
    assert [str(row.starts_on) for row in Project.objects.all()] == ["2022-03-01"]
