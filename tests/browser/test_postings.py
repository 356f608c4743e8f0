"""Five postings in, a gap followed to its milestone and closed, and the row turns met; on a phone, also by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from applications.models import Application, Requirement
from tests.browser.test_stories import enter
from tests.factories.evidence import make_evidence

POSTING = """{title}
{employer}
Columbus, Ohio (hybrid)
$98,000 to $120,000 a year

What you will do
- Plan releases with four teams
- Report progress to the steering committee

Requirements
- Experience with Jira
- Strong risk management skills
- US citizenship

Nice to have
- SQL
"""
EMPLOYERS = ("Acme Rail", "Northwind Grid", "Initech", "Hooli Maps", "Globex")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_five_postings_in_and_a_gap_closed(open_page, violations, learner, site, javascript):
    make_evidence(learner, happened="Moved 40 teams to one board", skills=["jira"])
    page = open_page(width=390, javascript=javascript)
    enter(page)

    def looked_at():
        if javascript:
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= 390

    for number, employer in enumerate(EMPLOYERS):
        page.goto("/applications/paste/")
        page.get_by_label("The posting").fill(
            POSTING.format(title=f"Technical Project Manager {number}", employer=employer)
        )
        page.get_by_role("button", name="Read it").click()
        expect(page.get_by_text("We read 4 requirements and 2 duties.")).to_be_visible()
        expect(page.get_by_label("Job title")).to_have_value(f"Technical Project Manager {number}")
        expect(page.get_by_label("From")).to_have_value("98000")
        if number == 0:
            looked_at()
        page.get_by_role("button", name="Save the job").click()
        expect(page.get_by_role("status").first).to_contain_text("Saved: Technical Project Manager")
    assert Application.objects.for_user(learner).count() == 5

    # Each row with what proves it, or what to do.
    jira = page.locator(".req > li", has_text="Experience with Jira")
    expect(jira).to_contain_text("Met: Moved 40 teams to one board.")
    risk = page.locator(".req > li", has_text="Strong risk management skills")
    expect(risk).to_contain_text("Missing. Nothing shows Risk management yet.")
    looked_at()

    # What only the learner knows, they say; and take back.
    citizen = page.locator(".req > li", has_text="US citizenship")
    citizen.get_by_role("button", name="I have this").click()
    expect(citizen).to_contain_text("Claimed only. You say that you have this.")
    citizen.get_by_role("button", name="I have this").click()
    expect(citizen).to_contain_text("Do you have this?")

    # The gap leads to the milestone that teaches it; what was done there closes it.
    risk.get_by_role("link", name="Learn it: Risk management").click()
    expect(page).to_have_url(re.compile("/roadmap/"))
    make_evidence(learner, happened="Kept the risk log of a migration", skills=["risk-management"])
    page.goto(Application.objects.for_user(learner).latest("pk").get_absolute_url())
    expect(risk).to_contain_text("Met: Kept the risk log of a migration.")
    page.get_by_role("button", name="They're right").click()
    expect(page.get_by_role("status").first).to_contain_text("3 requirements confirmed.")

    # A row put right by somebody who does not want it as it was read.
    row = Requirement.objects.filter(user=learner, quote="SQL").latest("pk")
    page.goto(f"/applications/requirements/{row.pk}/edit/")
    looked_at()
    page.get_by_label("Is it required?").select_option("required")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved: SQL.")
    page.get_by_role("status").first.get_by_role("button", name="Undo").click()
    row.refresh_from_db()
    assert row.strength == "preferred"

    # Too few to steer by, and said so.
    page.goto("/applications/demand/")
    expect(page.get_by_text("too few to steer by")).to_be_visible()
    looked_at()
    for path in ("leaks/", "likings/", "bookmark/", "paste/"):
        page.goto(f"/applications/{path}")
        looked_at()


def test_the_bookmark_brings_what_is_selected_into_the_form(open_page, learner, site):
    page = open_page(width=1280)
    enter(page)
    page.goto("/applications/bookmark/")
    address = page.locator("#bookmark").get_attribute("href")
    assert address.startswith("javascript:")
    page.goto("/applications/paste/#text=We+need+%3Cb%3EJira%3C%2Fb%3E&url=https%3A%2F%2Fjobs.example.org%2F1")
    expect(page.get_by_label("The posting")).to_have_value("We need <b>Jira</b>")
    expect(page.get_by_label("Its link")).to_have_value("https://jobs.example.org/1")
    assert "#" not in page.url


def test_what_is_far_too_long_stays_in_the_form(open_page, learner, site):
    page = open_page(width=390)
    enter(page)
    page.goto("/applications/paste/")
    field = page.get_by_label("The posting")
    assert field.get_attribute("data-most") == "1000000"
    # A million characters would take the browser of a test minutes to draw.
    field.evaluate("(field) => { field.dataset.most = '20' }")
    field.fill("A page, and another one.")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("alert")).to_contain_text("much more than a posting, so nothing was sent")
    expect(field).to_have_value("A page, and another one.")
    field.fill("A page.")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Save the job")
