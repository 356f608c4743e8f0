"""Without an account for a week, then signed up: by keyboard on a phone, and without JavaScript."""

import re
from datetime import timedelta

import pytest
from django.db.models import F
from playwright.sync_api import expect

from accounts.models import User
from evidence.models import Evidence
from roadmap.models import MilestoneProgress
from tests.factories.accounts import PASSWORD

FIRST = "/roadmap/get-credentials/creds-stocktake/"


def press(page, target):
    """As somebody without a mouse does."""
    target.focus()
    page.keyboard.press("Enter")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_nameless_for_a_week_then_signed_up(open_page, violations, javascript):
    page = open_page(width=390, javascript=javascript)
    status = page.get_by_role("status").first
    page.goto(FIRST)
    assert violations(page) == [] if javascript else True

    # The first press.
    press(page, page.get_by_role("button", name="Start", exact=True))
    expect(status).to_contain_text("Started.")
    expect(page.get_by_role("banner")).to_contain_text("Kept in this browser. Sign up to keep it, or sign in.")
    user = User.objects.get()
    assert (user.email, user.time_zone) == (None, page.evaluate(ZONE) if javascript else "UTC")

    # A week later.
    User.objects.update(used_on=F("used_on") - timedelta(days=7), date_joined=F("date_joined") - timedelta(days=7))
    page.goto(FIRST)
    press(page, page.get_by_role("button", name=re.compile("List every degree")))
    ticked = page.get_by_role("button", name=re.compile("List every degree"))
    expect(ticked).to_have_attribute("aria-pressed", "true")
    page.goto("/evidence/add/")
    page.get_by_label("What happened?").fill("Cut the release time in half")
    press(page, page.get_by_role("main").get_by_role("button", name="Save"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Cut the release time in half")
    piece = page.url

    # What this means, and signing up.
    press(page, page.get_by_role("link", name="Kept in this browser"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Kept in this browser")
    assert violations(page) == [] if javascript else True
    press(page, page.get_by_role("link", name="Sign up to keep it for good"))
    page.get_by_label("Email").fill("anna@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()

    # The same rows at the same addresses.
    page.goto(piece)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Cut the release time in half")
    page.goto(FIRST)
    expect(page.get_by_text("Doing", exact=True)).to_be_visible()
    full = User.objects.get()
    assert (full.pk, full.email) == (user.pk, "anna@example.org")
    assert MilestoneProgress.objects.get().user == Evidence.objects.get().user == full


def test_eight_presses_at_once_of_a_new_browser_make_one_account(open_page):
    page = open_page(errors_expected=True)
    page.goto(FIRST)
    statuses = page.evaluate(
        """async () => {
            const press = () => fetch(`${location.pathname}start/`, {method: "POST"});
            return (await Promise.all(Array.from({length: 8}, press))).map(({status}) => status);
        }"""
    )
    assert statuses == [200] * 8
    assert User.objects.count() == MilestoneProgress.objects.count() == 1
    page.reload()
    expect(page.get_by_text("Doing", exact=True)).to_be_visible()


ZONE = "Intl.DateTimeFormat().resolvedOptions().timeZone"
