"""What Back shows on a shared machine after somebody signed out, with the browser's back-forward cache on."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from tests.browser.conftest import FLAGS
from tests.browser.test_stories import sign_in
from tests.chromium import chromium
from tests.factories.accounts import make_user

SIGNING_IN = "/account/signing-in/"


@pytest.fixture
def remembering(playwright, site):
    """A page in a Chromium that keeps left pages for Back, which Playwright switches off by itself."""
    own = playwright.chromium.launch(
        executable_path=chromium(), args=FLAGS, ignore_default_args=["--disable-back-forward-cache"]
    )
    page = own.new_context(base_url=site).new_page()
    page.set_default_timeout(20_000)
    yield page
    own.close()


def go_back(page):
    page.go_back(wait_until="commit")  # a page that was kept is not loaded again
    page.wait_for_function("() => document.readyState === 'complete'")


def test_this_browser_keeps_left_pages(remembering):
    remembering.goto("/guide/")
    remembering.evaluate("window.here = true")
    remembering.goto("/roadmap/")
    go_back(remembering)
    assert remembering.evaluate("window.here")


def walk(page):
    make_user("learner@example.org", name="Anna")
    sign_in(page)
    page.goto("/")
    page.goto(SIGNING_IN)
    expect(page.get_by_role("main")).to_contain_text("learner@example.org")


def back(page, presses):
    """What is on the page after each press of Back. Whatever comes from a cache has been shown by then."""
    seen = []
    for _ in range(presses):
        go_back(page)
        seen.append(page.locator("body").inner_text())
    return seen


def press_sign_out(page):
    page.get_by_role("button", name="Sign out", exact=True).click()
    expect(page.get_by_role("link", name="Sign in").first).to_be_visible()


def is_nobodys(text):
    return "Anna" not in text and "learner@example.org" not in text and "Sign out" not in text


def test_back_shows_nothing_after_signing_out(remembering):
    walk(remembering)
    press_sign_out(remembering)
    assert [is_nobodys(text) for text in back(remembering, 2)] == [True, True]


def test_back_shows_nothing_after_signing_out_in_another_tab(remembering):
    walk(remembering)
    remembering.goto("/guide/")
    other = remembering.context.new_page()
    other.goto("/roadmap/")
    press_sign_out(other)
    assert [is_nobodys(text) for text in back(remembering, 2)] == [True, True]


def test_back_shows_nothing_after_the_session_ended(remembering):
    walk(remembering)
    remembering.goto("/guide/")
    Session.objects.all().delete()
    assert [is_nobodys(text) for text in back(remembering, 2)] == [True, True]
