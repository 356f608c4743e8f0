"""What lets a form act in place comes once somebody reaches for one: a press waits for it, or says why it cannot."""

import re

import pytest
from playwright.sync_api import expect

from roadmap.models import MilestoneProgress
from tests.browser.test_focus import begin, status
from tests.browser.test_salaries import press
from tests.factories.accounts import make_user

HTMX = re.compile(r"/htmx[^/]*\.js$")
BY_POINTER = (lambda page, button: button.click(), lambda page, button: press(page, button))


@pytest.fixture
def learner():
    return make_user("learner@example.org")


def begun():
    return MilestoneProgress.objects.filter(state="doing").count()


def begin_and_note(open_page, path, **options):
    """The page, marked so that it is known again, and the scripts that it asks for from then on."""
    page = begin(open_page, path, **options)
    page.evaluate("window.isTheSame = true")
    asked = []
    page.on("request", lambda request: asked.append(request.url) if request.url.endswith(".js") else None)
    return page, asked


@pytest.mark.parametrize("act", BY_POINTER, ids=["by pointer", "by keyboard"])
def test_the_first_press_acts_in_place_with_what_has_only_then_come(open_page, learner, act):
    page, asked = begin_and_note(open_page, "/roadmap/")
    assert page.evaluate("performance.getEntriesByType('resource').filter((one) => /htmx/.test(one.name))") == []
    act(page, page.locator(".next button"))
    expect(status(page)).to_contain_text("Started")
    expect(page.locator("#next-heading a")).to_be_focused()
    assert page.evaluate("window.isTheSame")
    assert len([url for url in asked if HTMX.search(url)]) == 1
    assert begun() == 1


def test_a_press_without_a_connection_says_so_and_the_next_one_counts(open_page, learner):
    page, _ = begin_and_note(open_page, "/roadmap/", errors_expected=True)
    page.context.set_offline(True)
    button = page.locator(".next button")
    button.click()
    said = "The site cannot be reached. Nothing is saved yet. Press again in a minute."
    expect(page.get_by_role("alert")).to_have_text(said)
    assert begun() == 0
    page.context.set_offline(False)
    button.click()
    expect(status(page)).to_contain_text("Started")
    assert begun() == 1


def test_where_the_scripts_do_not_come_the_form_goes_as_it_does_without(open_page, learner):
    page, _ = begin_and_note(open_page, "/roadmap/", errors_expected=True)
    page.route(HTMX, lambda route: route.abort())
    page.locator(".next button").dblclick()
    expect(status(page)).to_contain_text("Started")
    assert not page.evaluate("window.isTheSame")
    assert begun() == 1
