"""A line of a resume is reworded while the session ends: nobody is interrupted while typing, and nothing is lost."""

from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from resumes.making.loading import compose_resume
from resumes.models import Resume
from tests.browser.test_stories import sign_in
from tests.factories import NOW
from tests.factories.accounts import make_user
from tests.factories.resumes import make_resume


def test_the_session_ends_while_somebody_types(open_page):
    resume = make_resume(make_user("learner@example.org", name="Anna"))
    page = open_page(errors_expected=True)
    sign_in(page)
    page.goto(f"/resumes/{resume.pk}/word/?key=text:summary")
    field = page.get_by_label("What it says in this resume")
    Session.objects.all().delete()
    with page.expect_response("**/preview/") as answer:
        field.fill("Half an evening of words")
    assert answer.value.status == 403
    expect(page.get_by_role("heading", level=1)).to_have_text("Reword it for this resume")
    field.press("End")
    with page.expect_response("**/preview/"):
        field.type("!")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You were signed out")
    expect(page.locator(".typed-texts")).to_have_text("Wording\nHalf an evening of words!", use_inner_text=True)
    other = page.context.new_page()
    sign_in(other)
    page.get_by_role("button", name="Save again").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved.")
    row = Resume.objects.with_layers().get()
    assert compose_resume(row, today=NOW.date()).lines["text:summary"].text == "Half an evening of words!"
