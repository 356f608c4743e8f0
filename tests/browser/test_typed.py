"""What was typed while the session ended, or was renewed in another tab, is on the page and can be saved."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from interviews.models import Category, Question
from roadmap.models import MilestoneProgress
from tests.browser.test_stories import FIRST, OTHER, sign_in
from tests.factories.accounts import make_user

WORDS = "Half an evening of words"


@pytest.fixture
def signed_in(open_page):
    make_user("learner@example.org", name="Anna")
    page = open_page(errors_expected=True)
    sign_in(page)
    return page


def note(page):
    page.goto(FIRST)
    page.get_by_label("Your note").fill(WORDS)
    return page.get_by_role("button", name="Save the note")


def reason(page):
    page.goto(OTHER)
    page.get_by_text("Skip it", exact=True).click()
    page.locator("[name=reason]").fill(WORDS)
    return page.locator("form[action$='skip/'] .btn")


def dates(page):
    page.goto(FIRST)
    page.get_by_text("Dates", exact=True).click()
    page.locator("[name=target_on]").fill("2031-05-06")
    return page.locator("form[action$='dates/'] .btn")


def kept():
    row = MilestoneProgress.objects.get()
    return {row.note, row.skip_reason, str(row.target_on)} - {"", "None"}


@pytest.mark.parametrize("type_it", [note, reason, dates])
def test_on_a_milestone_when_the_session_is_over(signed_in, violations, type_it):
    button = type_it(signed_in)
    Session.objects.all().delete()
    button.click()
    expect(signed_in.get_by_role("heading", level=1)).to_have_text("You were signed out")
    expected = "2031-05-06" if type_it is dates else WORDS
    expect(signed_in.locator(".typed-texts")).to_contain_text(expected)
    assert violations(signed_in) == []
    other = signed_in.context.new_page()
    sign_in(other)
    signed_in.get_by_role("button", name="Save again").click()
    expect(signed_in.get_by_role("status").first).not_to_be_empty()
    assert kept() == {expected}


def test_on_a_milestone_when_the_session_was_renewed_in_another_tab(signed_in):
    button = note(signed_in)
    other = signed_in.context.new_page()
    other.goto("/roadmap/")
    other.get_by_role("button", name="Sign out").click()
    sign_in(other)
    button.click()
    expect(signed_in.get_by_role("heading", level=1)).to_have_text("Please press Save once more")
    signed_in.get_by_role("button", name="Save again").click()
    expect(signed_in.locator(".note")).to_contain_text(WORDS)


def test_nothing_is_shown_when_somebody_else_has_signed_in(signed_in):
    make_user("stranger@example.org")
    button = note(signed_in)
    other = signed_in.context.new_page()
    other.goto("/roadmap/")
    other.get_by_role("button", name="Sign out").click()
    sign_in(other, "stranger@example.org")
    button.click()
    expect(signed_in.get_by_role("heading", level=1)).to_have_text("Somebody else is signed in")
    expect(signed_in.locator("body")).not_to_contain_text(WORDS)
    assert not MilestoneProgress.objects.exists()


def test_somebody_else_who_signs_in_saves_nothing_of_it(signed_in):
    make_user("stranger@example.org")
    button = note(signed_in)
    Session.objects.all().delete()
    button.click()
    expect(signed_in.get_by_role("heading", level=1)).to_have_text("You were signed out")
    sign_in(signed_in.context.new_page(), "stranger@example.org")
    signed_in.get_by_role("button", name="Save again").click()
    expect(signed_in.get_by_role("heading", level=1)).to_have_text("Somebody else is signed in")
    expect(signed_in.locator("body")).not_to_contain_text(WORDS)
    assert not MilestoneProgress.objects.exists()


def test_at_the_desk(open_page, violations):
    make_user("curator@example.org", is_staff=True, is_superuser=True)
    page = open_page(errors_expected=True)
    sign_in(page, "curator@example.org")
    page.goto("/admin/interviews/question/add/")
    page.locator("[name=slug]").fill("q-typed-late")
    page.locator("[name=text]").fill(f"{WORDS}?")
    page.locator(".field-category .select2-selection").click()
    page.get_by_role("option", name=Category.objects.first().name).click()
    page.locator("[name=level]").select_option("mid")
    page.locator("[name=points]").fill("First point\nSecond point")
    Session.objects.all().delete()
    page.locator("[name=_save]").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You were signed out")
    expect(page.locator(".typed-texts")).to_contain_text(WORDS)
    assert violations(page) == []
    sign_in(page.context.new_page(), "curator@example.org")
    page.get_by_role("button", name="Save again").click()
    expect(page.locator(".messagelist, .errornote")).to_be_visible()
    assert Question.objects.get(slug="q-typed-late").points == "First point\nSecond point"
