"""Recording what one did, on a phone: quickly, without JavaScript, across a lost session; and the self-assessment."""

from playwright.sync_api import expect

from evidence.models import Evidence, SkillStanding
from roadmap.models import MilestoneEvidence
from tests.browser.test_stories import FIRST, enter, sign_in
from tests.factories.accounts import make_user


def test_capture_on_a_phone_without_javascript_and_prove_a_milestone_with_it(open_page):
    make_user("learner@example.org")
    page = open_page(width=390, javascript=False)
    enter(page)
    page.goto("/guide/")
    page.get_by_role("link", name="Add something I did").click()
    page.get_by_label("What happened?").fill("Ran the launch of the billing system")
    page.get_by_text("More: result, project, skills, links").click()
    page.get_by_label("The result as a number").fill("12.5")
    page.get_by_label("Its unit").fill("days earlier")
    page.get_by_text("Project and program methods").click()
    page.get_by_label("Scrum", exact=True).check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ran the launch of the billing system")
    page.get_by_role("link", name="Choose what it proves").click()
    page.get_by_text("1. ", exact=False).first.click()
    page.get_by_label("Take stock of your education and experience").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").first).to_contain_text("It proves 1 milestone", ignore_case=True)
    page.goto(FIRST)
    proof = page.get_by_role("region", name="What proves it")
    expect(proof.get_by_role("link", name="Ran the launch of the billing system")).to_be_visible()
    page.get_by_text("Log an achievement that proves it").click()
    page.get_by_label("What happened?").fill("Listed every job I had")
    page.get_by_role("button", name="Save and attach").click()
    expect(proof.get_by_role("link", name="Listed every job I had")).to_be_visible()
    page.get_by_role("button", name="Detach Listed every job I had").click()
    page.get_by_role("status").first.get_by_role("button", name="Undo").click()
    expect(proof.get_by_role("link", name="Listed every job I had")).to_be_visible()
    assert (Evidence.objects.count(), MilestoneEvidence.objects.count()) == (2, 2)


def test_a_session_lost_while_writing_loses_no_word(open_page):
    make_user("learner@example.org")
    page = open_page(width=390, javascript=False, errors_expected=True)
    enter(page)
    page.goto("/evidence/add/")
    page.get_by_label("What happened?").fill("Line one\nline two")
    other = page.context.new_page()
    other.goto("/")
    other.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You were signed out")
    sign_in(other)
    page.get_by_role("button", name="Save again").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Please press Save once more")
    page.get_by_role("button", name="Save again").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Line one")
    assert Evidence.objects.get().happened == "Line one\nline two"


def test_the_self_assessment_is_interrupted_and_resumed(open_page):
    make_user("learner@example.org")
    page = open_page(width=390, javascript=False)
    enter(page)
    page.goto("/evidence/skills/")
    page.get_by_role("link", name="Rate them in five minutes").click()
    expect(page.get_by_text("Group 1 of 8")).to_be_visible()
    page.get_by_role("group", name="Scrum", exact=False).first.get_by_label("On my own").check()
    page.get_by_role("button", name="Save and continue").click()
    expect(page.get_by_text("Group 2 of 8")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    enter(page)
    page.goto("/evidence/skills/assess/")
    expect(page.get_by_text("Group 2 of 8")).to_be_visible()
    for _ in range(7):
        page.get_by_role("button", name="Save and continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What was found")
    expect(page.get_by_role("main").get_by_role("link", name="Scrum", exact=True)).to_be_visible()
    assert SkillStanding.objects.filter(now=3).count() == 1
