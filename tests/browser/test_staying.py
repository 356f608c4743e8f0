"""What is typed into a form without a draft stays on the page while the site is away, and is sent when it is back."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from interviews.models import MockNote, Telling
from tests.browser.test_stories import enter
from tests.factories.accounts import make_user
from tests.factories.evidence import make_evidence, make_project
from tests.factories.interviews import make_asked, make_interview, make_mock, make_story
from tests.factories.roadmap import make_milestone

GONE = "The site cannot be reached. Nothing is saved yet, and what you typed stays here. Press again in a minute."
AWAY = GONE.replace("cannot be reached", "is not available for a moment")


@pytest.fixture
def learner():
    return make_user("learner@example.org")


@pytest.fixture
def signed_in(open_page, learner):
    page = open_page(width=390, errors_expected=True)
    enter(page)
    return page


def press_while_away_then_back(page, field, button, violations):
    """Type, press without a connection, without a database, and when both are back."""
    field.fill("Typed in the tunnel")
    page.context.set_offline(True)
    button.click()
    expect(page.get_by_role("alert")).to_have_text(GONE)
    expect(field).to_have_value("Typed in the tunnel")
    assert violations(page) == []
    page.context.set_offline(False)
    page.route("**/readyz/**", lambda route: route.fulfill(status=503))
    button.click()
    expect(page.get_by_role("alert")).to_have_text(AWAY)
    expect(field).to_have_value("Typed in the tunnel")
    page.unroute("**/readyz/**")
    button.click()


def test_notes_of_somebody_who_helps(open_page, site, learner, violations):
    mock = make_mock(learner)
    page = open_page(width=390, errors_expected=True)
    enter(page)
    page.goto(reverse("interviews:helper_links", args=[mock.pk]))
    page.get_by_role("button", name="Make a link for four hours").click()
    page.goto(page.locator("#helper-address").input_value())
    asked = []
    page.on("request", lambda request: asked.append(request) if "/readyz/" in request.url else None)
    notes = page.get_by_label("Notes on question 1")
    press_while_away_then_back(page, notes, page.get_by_role("button", name="Save question 1"), violations)
    expect(page.locator("#question-1 > summary")).to_contain_text("Saved just now.")
    # Whether the site is there is asked without the secret of the link.
    assert [request.all_headers().get("referer") for request in asked[-1:]] == [f"{site}/"]
    assert list(MockNote.objects.values_list("text", flat=True)) == ["Typed in the tunnel"]


@pytest.mark.parametrize(
    ("make", "path", "name"),
    [
        (make_story, "edit/", "headline"),
        (make_story, "told/", "employer"),
        (make_asked, "edit/", "text"),
        (make_interview, "edit/", "note"),
        (make_evidence, "edit/", "happened"),
        (make_project, "edit/", "title"),
    ],
    ids=["story", "telling", "asked question", "interview", "evidence", "project"],
)
def test_what_a_learner_writes(signed_in, learner, violations, make, path, name):
    row = make(learner)
    signed_in.goto(f"{row.get_absolute_url()}{path}")
    button = signed_in.get_by_role("main").locator("form:has([name=token]) .btn-primary")
    press_while_away_then_back(signed_in, signed_in.locator(f"main form [name={name}]"), button, violations)
    expect(signed_in.get_by_role("heading", level=1)).not_to_have_text(re.compile("^(Edit|I told)"))
    rows = Telling.objects.all() if path == "told/" else type(row).objects.all()
    assert list(rows.values_list(name, flat=True)) == ["Typed in the tunnel"]


def test_what_is_captured_on_a_milestone(signed_in, violations):
    signed_in.goto(make_milestone().get_absolute_url())
    signed_in.get_by_text("Log an achievement that proves it").click()
    field = signed_in.get_by_label("What happened?")
    press_while_away_then_back(signed_in, field, signed_in.get_by_role("button", name="Save and attach"), violations)
    expect(signed_in.get_by_role("link", name="Typed in the tunnel").first).to_be_visible()


def test_preferences(signed_in, learner, violations):
    signed_in.goto(reverse("account_preferences"))
    field = signed_in.locator("[name=name]")
    press_while_away_then_back(signed_in, field, signed_in.get_by_role("button", name="Save"), violations)
    expect(signed_in.get_by_role("status")).to_contain_text("Your preferences are saved.")
    learner.refresh_from_db()
    assert learner.name == "Typed in the tunnel"
