"""An interview on Thursday, at 390 px and with the keyboard alone: entered, practiced for, and printed."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from interviews.models import Category, Interview, Question, ReviewLog
from tests.browser.test_pages import sticks_out
from tests.browser.test_salaries import choose, press, tab_to
from tests.browser.test_stories import enter
from tests.factories.accounts import make_user
from tests.factories.interviews import make_story


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_an_interview_on_thursday(open_page, violations, javascript):
    learner = make_user("learner@example.org")
    page = open_page(width=390, javascript=javascript, errors_expected=True)
    today = timezone.localdate()
    thursday = today + timedelta(days=3)
    category = Category.objects.get(slug="motivation")
    first = Question.objects.published().filter(category=category).in_order()[0]
    make_story(learner, headline="Why I left the lab", in_30="I missed people.", questions=[first.slug])

    def check():
        assert not sticks_out(page)
        if javascript:
            assert violations(page) == []

    # Entered, at first with a day that is past.
    enter(page)
    page.goto("/interviews/")
    press(page, page.get_by_role("link", name="Interview dates"))
    press(page, page.get_by_role("link", name="Add your first interview"))
    tab_to(page, page.get_by_label("Company*", exact=True))
    page.keyboard.type("Northwind")
    page.keyboard.press("Tab")
    page.keyboard.type(f"{today - timedelta(days=1):%m%d%Y}")
    choose(
        page, "Kind of round", "Recruiter", page.locator("option", has_text="Recruiter screen").get_attribute("value")
    )
    tab_to(page, page.get_by_label("Minutes a day"))
    page.keyboard.type("10")
    press(page, page.get_by_role("button", name="Make the plan"))
    expect(page.get_by_role("alert")).to_contain_text(f"This day is past: today is {today:%b %-d, %Y}.")
    expect(page.get_by_label("Company*", exact=True)).to_have_value("Northwind")
    check()
    press(page, page.get_by_role("alert").get_by_role("link", name="Day of the interview"))
    page.get_by_label("Day of the interview").focus()
    page.keyboard.type(f"{thursday:%m%d%Y}")
    press(page, page.get_by_role("button", name="Make the plan"))

    # Two questions a day until then, of both categories of a recruiter screen.
    expect(page.get_by_role("heading", level=1)).to_have_text("Northwind")
    expect(page.get_by_text("6 questions, at most 10 minutes a day.")).to_be_visible()
    expect(page.locator(".plan-day h3")).to_have_text(
        [
            *(f"{today + timedelta(days=days):%A, %B %-d} 2 questions, 10 min" for days in range(3)),
            f"{thursday:%A, %B %-d} the day itself",
        ]
    )
    check()
    row = Interview.objects.get()
    assert (row.user, row.on, row.minutes_per_day) == (learner, thursday, 10)

    # Practiced: what was planned comes up, and then it is enough for today.
    press(page, page.get_by_role("link", name="Practice", exact=True).last)
    for place, grade in enumerate(("Fumbled", "Nailed"), start=1):
        expect(page.locator(".eyebrow")).to_contain_text(f"Question {place} of up to 2 today")
        expect(page.get_by_text("For Northwind, in 3 days.")).to_be_visible()
        check()
        tab_to(page, page.get_by_label("In your own words"))
        page.keyboard.type("Because I like to build.")
        press(page, page.get_by_role("button", name=grade))
    expect(page.get_by_role("heading", level=1)).to_have_text("Enough for today")
    check()
    assert list(ReviewLog.objects.values_list("grade", flat=True)) == ["fumbled", "nailed"]
    assert set(ReviewLog.objects.values_list("card__question__category__slug", flat=True)) == {
        "motivation",
        "behavioral",
    }

    # The evening before.
    press(page, page.get_by_role("main").get_by_role("link", name="Northwind"))
    expect(page.get_by_text("What you practiced today counts as 10 minutes of it.")).to_be_visible()
    press(page, page.get_by_role("link", name="Brief to print"))
    expect(page.locator(".brief ol > li")).to_have_count(2)
    expect(page.locator(".brief ol > li").first).to_contain_text("likely to be shaky by then")
    expect(page.locator(".brief ol > li").first).to_contain_text("Because I like to build.")
    expect(page.get_by_role("link", name="Why I left the lab")).to_be_visible()
    check()
    pdf = page.pdf(format="A4")
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") == 1
