"""A story from evidence to coverage on a phone, by the keyboard alone, with and without JavaScript."""

from datetime import date

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from interviews.models import Story, Telling
from tests.browser.test_stories import enter
from tests.factories.accounts import make_user
from tests.factories.evidence import make_evidence


def press(page, locator, key="Enter"):
    """Tab to ``locator`` from wherever the focus is, and press ``key`` there."""
    for _ in range(150):
        if locator.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(locator).to_be_focused()
    page.keyboard.press(key)


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_from_evidence_to_coverage_and_never_told_twice_unawares(open_page, violations, javascript):
    user = make_user("learner@example.org")
    make_evidence(user, happened="The sponsor wanted it a month sooner", did="Showed the plan", on=date(2026, 3, 2))
    page = open_page(width=390, javascript=javascript, errors_expected=True)
    link = page.get_by_role("main").get_by_role
    enter(page)

    def clean():
        return violations(page) if javascript else []

    # The evidence waits to be told; it fills the form, and one tick says what it is about.
    page.goto("/interviews/stories/")
    press(page, link("link", name="Make a story of The sponsor wanted it a month sooner"))
    expect(page.get_by_label("Headline")).to_have_value("The sponsor wanted it a month sooner")
    expect(page.get_by_role("textbox", name="Action")).to_have_value("Showed the plan")
    assert clean() == []
    press(page, page.get_by_label("saying no to an executive"), "Space")
    press(page, page.get_by_role("button", name="Save", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("The sponsor wanted it a month sooner")
    expect(page.get_by_text("Interviewers may miss something: no number in the result.")).to_be_visible()
    assert clean() == []

    # The question says so, and the coverage names what is missing.
    press(page, link("link", name="Tell me about a time you persuaded someone to remove something"))
    expect(page.get_by_text("It is about saying no to an executive")).to_be_visible()
    page.goto("/interviews/stories/")
    press(page, link("link", name="What is missing"))
    expect(page.locator(".lead")).to_have_text("1 of 20 topics that interviewers ask for, with 1 story.")
    expect(page.get_by_text("No story for saying no to an executive")).to_have_count(0)
    expect(page.get_by_text("No story for recovering a late project")).to_be_visible()
    assert clean() == []
    press(page, link("link", name="Write a story about recovering a late project"))
    expect(page.get_by_label("recovering a late project")).to_be_checked()
    expect(page.get_by_label("saying no to an executive")).not_to_be_checked()

    # Told once, and a second time only by saying so.
    story = Story.objects.get()
    for number, button in enumerate(("Log it", "Log it anyway")):
        page.goto(story.get_absolute_url())
        press(page, link("link", name="I told it"))
        press(page, page.get_by_label("Employer"), "End")
        page.keyboard.type("ACME corp" if number else "Acme Corp")
        if number:
            press(page, page.get_by_role("button", name="Log it", exact=True))
            expect(page.get_by_role("alert")).to_contain_text("You told this story there already.")
            assert clean() == []
        press(page, page.get_by_role("button", name=button, exact=True))
        expect(page.get_by_role("status").first).to_contain_text("Saved: ")
    expect(page.get_by_text("Told 2 times at ACME corp")).to_be_visible()
    assert clean() == []
    today = timezone.localdate()
    assert [(row.employer, row.on) for row in Telling.objects.order_by("pk")] == [
        *(("Acme Corp", today), ("ACME corp", today)),
    ]


def test_an_older_piece_of_evidence_is_found_from_the_form_by_enter(open_page):
    user = make_user("learner@example.org")
    old = make_evidence(user, happened="The office was moved over a weekend", on=date(2020, 1, 1))
    for _ in range(51):
        make_evidence(user)
    page = open_page(width=390, javascript=False)
    enter(page)
    page.goto("/interviews/stories/add/")
    press(page, page.get_by_label("Headline"), "End")
    page.keyboard.type("The move")
    press(page, page.get_by_role("textbox", name="Situation"), "End")
    page.keyboard.type("No lease any more")
    press(page, page.locator("summary", has_text="More: task"))
    press(page, page.get_by_role("searchbox", name="Find an older piece"), "End")
    page.keyboard.type("offices moving")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Check what belongs to it; nothing is saved yet.")).to_be_visible()
    assert Story.objects.count() == 0
    press(page, page.get_by_label("The office was moved over a weekend"), "Space")
    # In a line of the form Enter saves, as it does everywhere.
    page.get_by_label("Headline").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("The move")
    document = Story.objects.get().document()
    assert (document["situation"], document["evidence"]) == ("No lease any more", [str(old.token)])
