"""Whole errands of a person, with and without JavaScript, with a mouse and with the keyboard alone."""

import re
from datetime import date

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from accounts.models import User
from evidence.models import Credential
from roadmap.models import MilestoneProgress
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.evidence import make_held

FIRST = "/roadmap/get-credentials/creds-stocktake/"
OTHER = "/roadmap/get-credentials/creds-degree-route/"


def sign_in(page, email="learner@example.org"):
    page.goto("/account/login/")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def enter(page, email="learner@example.org"):
    """Be signed in on the first page, by the cookie alone, where the form is not what is tested."""
    client = Client()
    client.force_login(User.objects.get(email=email))
    cookie = {"name": settings.SESSION_COOKIE_NAME, "domain": "localhost", "path": "/", "httpOnly": True}
    page.context.add_cookies([cookie | {"value": client.cookies[settings.SESSION_COOKIE_NAME].value}])
    page.goto("/")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_read_sign_up_track_undo_skip_and_find_it_all_again(open_page, violations, javascript):
    page = open_page(width=390, javascript=javascript)
    status = page.get_by_role("status").first

    # Read.
    page.goto("/")
    page.get_by_role("link", name="See the roadmap").click()
    page.get_by_text("12 milestones of Get credentials").click()
    page.get_by_role("link", name="Take stock of your education and experience").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Take stock of your education and experience")

    # Sign up, and be back on the page.
    page.get_by_role("banner").get_by_role("link", name="Sign up").click()
    page.get_by_label("Email").fill("anna@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign up").click()
    page.wait_for_url(f"**{FIRST}")

    # Start, tick two, write a note, finish.
    page.get_by_role("button", name="Start", exact=True).click()
    expect(status).to_contain_text("Started.")
    for item in ("List every degree", "List each job"):
        page.get_by_role("button", name=re.compile(item)).click()
        expect(page.get_by_role("button", name=re.compile(item))).to_have_attribute("aria-pressed", "true")
    page.get_by_label("Your note").fill("Ask **Maria** for the letter")
    page.get_by_role("button", name="Save the note").click()
    expect(page.locator(".note strong")).to_have_text("Maria")
    page.get_by_role("button", name="Done", exact=True).click()
    expect(status).to_contain_text("Done on")

    # Undo, and finish again.
    status.get_by_role("button", name="Undo").click()
    expect(status).to_contain_text("is in progress again")
    expect(page.locator(".badge-state")).to_have_text("Doing")
    page.get_by_role("button", name="Done", exact=True).click()
    expect(page.locator(".badge-state")).to_have_text("Done")
    if javascript:
        assert violations(page) == []

    # Skip another one: first without a reason.
    page.goto(OTHER)
    page.get_by_text("Skip it").click()
    page.get_by_role("button", name="Skip this milestone").click()
    expect(page.get_by_text("Write a short reason")).to_be_visible()
    page.get_by_label("Why are you skipping it?").fill("I hold a degree")
    page.get_by_role("button", name="Skip this milestone").click()
    expect(page.locator(".badge-state")).to_have_text("Skipped")

    # Out, in again, and everything is there.
    page.get_by_role("button", name="Sign out").click()
    sign_in(page, "anna@example.org")
    page.goto("/roadmap/")
    expect(page.locator(".lead")).to_contain_text("1 of 61 required milestones done, 1 skipped")
    expect(page.locator(".line li").first).to_contain_text("1 of 10, under way")
    page.goto(FIRST)
    expect(page.locator(".badge-state")).to_have_text("Done")
    expect(page.get_by_text("2 of 3 ticked")).to_be_visible()
    expect(page.locator(".note strong")).to_have_text("Maria")
    page.goto(OTHER)
    expect(page.get_by_text("Your reason: I hold a degree")).to_be_visible()
    user_zone = MilestoneProgress.objects.first().user.time_zone
    assert user_zone == ("Europe/Berlin" if javascript else "UTC")


def test_the_keyboard_alone_reaches_every_act_and_keeps_its_place(open_page):
    make_user("learner@example.org")
    page = open_page()
    enter(page)
    page.goto("/roadmap/get-credentials/")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    button = page.locator("#act-creds-stocktake")
    for _ in range(40):
        page.keyboard.press("Tab")
        if button.evaluate("element => element === document.activeElement"):
            break
    expect(button).to_be_focused()
    outline = button.evaluate("element => getComputedStyle(element).outlineWidth")
    assert outline == "3px"
    page.keyboard.press("Enter")
    expect(button).to_have_text("Done")
    expect(button).to_be_focused()
    # No hand is fast enough to press again before htmx has bound the new form; this test would be.
    page.wait_for_function(
        "() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added')"
    )
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Take stock of your education and experience").last).to_be_focused()
    expect(page.get_by_role("status").first).to_contain_text("Done on")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_what_is_recorded_is_asked_about_and_answered_in_place(open_page, violations, javascript):
    learner = make_user("learner@example.org")
    make_held(learner, Credential.objects.get(slug="psm-i"), earned_on=date(2024, 6, 1))
    page = open_page(width=390, javascript=javascript)
    enter(page)
    page.goto("/roadmap/")
    asked = page.locator(".questions")
    expect(asked).to_contain_text("1 credential you hold: Professional Scrum Master I (PSM I)")
    expect(asked.get_by_label("When").first).to_have_value("2024-06-01")
    asked.get_by_role("button", name=re.compile("^Not now.*Learn Scrum and Kanban")).click()
    expect(asked).not_to_contain_text("Learn Scrum and Kanban")
    asked.get_by_role("button", name=re.compile("^Mark it done.*Earn one entry credential")).click()
    said = page.get_by_role("status").first
    expect(said).to_contain_text("Earn one entry credential. Done on Jun 1, 2024. Next: Take stock of your education")
    expect(page.locator(".questions")).to_have_count(0)
    expect(page.locator(".step").first).to_contain_text("1 of 10 required, 0 of 2 optional, under way")
    page.get_by_role("link", name="Map", exact=True).click()
    expect(page.get_by_role("link", name=re.compile("^Earn one entry credential.*Done on Jun 1, 2024"))).to_be_visible()
    if javascript:
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    # Every milestone is on the screen at once.
    assert page.locator(".map li").last.bounding_box()["y"] < 844


def test_an_act_that_cannot_reach_the_site_says_so_and_loses_nothing(open_page):
    make_user("learner@example.org")
    page = open_page(errors_expected=True)
    enter(page)
    page.goto(FIRST)
    page.get_by_label("Your note").fill("Typed before the connection broke")
    page.route("**/note/", lambda route: route.abort())
    page.get_by_role("button", name="Save the note").click()
    expect(page.get_by_role("status").first).to_contain_text("We could not be reached. Nothing was changed.")
    expect(page.get_by_label("Your note")).to_have_value("Typed before the connection broke")
    page.unroute("**/note/")
    page.get_by_role("button", name="Save the note").click()
    expect(page.locator(".note")).to_have_text("Typed before the connection broke")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_the_theme_follows_the_device_until_it_is_chosen_and_is_remembered(open_page, javascript):
    page = open_page(scheme="dark", javascript=javascript)
    page.goto("/guide/")
    page.get_by_role("button", name="light", exact=True).click()
    page.wait_for_url("**/guide/")
    page.goto("/roadmap/")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    if javascript:
        background = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert background == "rgb(251, 250, 247)"
