"""Without an account for a week, then signed up: by keyboard on a phone, and without JavaScript."""

import re
from datetime import timedelta

import pytest
from django.db.models import F
from django.utils import timezone
from playwright.sync_api import expect

from accounts.models import User
from applications.postings.models import Application
from evidence.models import Evidence, SkillStanding
from interviews.practice.models import ReviewLog
from roadmap import tracking
from roadmap.models import Milestone, MilestoneProgress
from tests.factories.accounts import PASSWORD, make_user

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

    # Other rooms, each with its first press: practice, skills, a job.
    page.goto("/interviews/practice/")
    press(page, page.get_by_role("button", name="Nailed"))
    expect(status).to_contain_text("It comes back on")
    page.goto("/evidence/skills/assess/")
    assert violations(page) == [] if javascript else True
    for row in page.locator(".levels:visible").all():
        row.get_by_role("radio").nth(3).check()
    with page.expect_navigation(url="**/assess/?group=*"):
        press(page, page.get_by_role("button", name="Save and continue"))
    page.goto("/applications/add/")
    page.get_by_label("Job title").fill("Technical project manager")
    page.get_by_label("Employer").fill("Northwind")
    press(page, page.get_by_role("main").get_by_role("button", name="Save the job"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Technical project manager")
    job = page.url

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
    page.goto(job)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Technical project manager")
    page.goto(FIRST)
    expect(page.get_by_text("Doing", exact=True)).to_be_visible()
    full = User.objects.get()
    assert (full.pk, full.email) == (user.pk, "anna@example.org")
    assert MilestoneProgress.objects.get().user == Evidence.objects.get().user == full
    assert ReviewLog.objects.get().user == Application.objects.get().user == full
    assert set(SkillStanding.objects.values_list("user", "now")) == {(full.pk, 3)}


def test_nameless_then_signed_in_to_what_is_there_already_which_says_what_came_along(open_page, violations):
    """Also where both have a note on one milestone: neither is lost."""
    ada = make_user("ada@example.org")
    milestone = Milestone.objects.get(slug="creds-stocktake")
    tracking.write_note(user=ada, milestone=milestone, note="Of the account", seen=0, at=timezone.now())
    page = open_page(width=390)
    page.goto("/roadmap/")
    status = page.get_by_role("status").first
    press(page, page.get_by_role("button", name=re.compile("^Start ?: Take stock of your education")))
    expect(status).to_contain_text("Started.")
    page.goto(FIRST)
    page.get_by_label("Your note").fill("Of this browser")
    press(page, page.get_by_role("button", name="Save the note"))
    expect(page.locator(".note")).to_contain_text("Of this browser")
    page.goto("/evidence/add/")
    page.get_by_label("What happened?").fill("Cut the release time in half")
    press(page, page.get_by_role("main").get_by_role("button", name="Save"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Cut the release time in half")
    press(page, page.get_by_role("banner").get_by_role("link", name="sign in"))
    page.get_by_label("Email").fill("ada@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    # Moving it over looks into every table, in the same press as the password.
    said = "is in your account now: 1 achievement, 1 milestone updated, 1 note beneath yours"
    expect(status).to_contain_text(said, timeout=60_000)
    assert violations(page) == []
    assert MilestoneProgress.objects.get().note == "Of the account\n\nOf this browser"
    assert User.objects.get() == Evidence.objects.get().user == MilestoneProgress.objects.get().user == ada


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
