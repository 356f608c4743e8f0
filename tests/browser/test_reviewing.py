"""Somebody without an account reads a resume on a phone and comments on it; the learner decides what becomes of it."""

import re

import pytest
from playwright.sync_api import expect

from resumes.review.models import ReviewComment, ReviewLink
from tests.browser.test_pages import sticks_out
from tests.browser.test_salaries import press, tab_to
from tests.browser.test_stories import sign_in
from tests.factories.accounts import make_user
from tests.factories.evidence import make_position
from tests.factories.resumes import make_bullet, make_contact, make_resume

BULLET = "Cut billing errors 38% by moving 1.2 million accounts in six weekend cutovers"


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_reviewer_comments_on_a_phone_and_the_learner_accepts(open_page, violations, javascript):
    user = make_user("learner@example.org", time_zone="Europe/Berlin")
    make_contact(user)
    position = make_position(user, employer="Harbor Systems", title="Technical Project Manager")
    make_bullet(user, text=BULLET, position=str(position.token))
    resume = make_resume(user, name="Program manager")
    learner = open_page(width=390, javascript=javascript, errors_expected=True)
    reviewer = open_page(width=390, javascript=javascript, errors_expected=True)

    def check(*pages):
        for page in pages:
            assert not sticks_out(page)
            if javascript:
                assert violations(page) == []

    # The learner makes a link on the page that the resume leads to.
    sign_in(learner)
    learner.goto(resume.get_absolute_url())
    press(learner, learner.get_by_role("link", name="Ask somebody to read it"))
    expect(learner.get_by_role("heading", level=1)).to_have_text("Ask somebody to read it")
    check(learner)
    tab_to(learner, learner.get_by_label("Who reads it?"))
    learner.keyboard.type("Sam")
    tab_to(learner, learner.get_by_label("What should they look at?"))
    learner.keyboard.type("Is it clear what I did?")
    press(learner, learner.get_by_role("button", name="Make a link for 14 days"))
    expect(learner.get_by_role("heading", level=1)).to_have_text("A link for a reviewer")
    address = learner.get_by_label("The link for Sam").input_value()
    check(learner)

    # The reviewer reads, opens the box of one bullet, writes too much, puts it right.
    reviewer.goto(address)
    expect(reviewer.get_by_text("Is it clear what I did?")).to_be_visible()
    expect(reviewer.get_by_role("heading", name="Ada Byron")).to_be_visible()
    expect(reviewer.get_by_text("ada@example.org")).to_have_count(0)
    check(reviewer)
    box = reviewer.locator("details", has_text=f"on a bullet: {BULLET[:30]}")
    press(reviewer, box.locator("summary"))
    field = reviewer.get_by_label(re.compile("Comment on a bullet"))
    tab_to(reviewer, field)
    reviewer.keyboard.insert_text("x" * 2001)
    press(reviewer, reviewer.get_by_role("button", name="Save"))
    expect(reviewer.get_by_role("alert")).to_contain_text("Keep it to 2000 characters; yours has 2001.")
    expect(field).to_have_value("x" * 2001)
    check(reviewer)
    tab_to(reviewer, field)
    reviewer.keyboard.press("Control+a")
    reviewer.keyboard.insert_text("How many people worked on it?")
    press(reviewer, reviewer.get_by_role("button", name="Save"))
    expect(reviewer.get_by_role("status")).to_have_text("Saved: 1 comment.")
    expect(field).to_have_value("How many people worked on it?")
    check(reviewer)

    # The learner accepts it: it is an open point of the resume, until it is done.
    learner.goto(resume.get_absolute_url())
    press(learner, learner.get_by_role("link", name="Ask somebody to read it (1 new comment)"))
    expect(learner.get_by_role("heading", name="A bullet")).to_be_visible()
    check(learner)
    press(learner, learner.get_by_role("button", name="Accept: How many people worked on it?"))
    expect(learner.get_by_role("status").first).to_contain_text("it is an open point of this resume now")
    check(learner)
    learner.goto(resume.get_absolute_url())
    expect(learner.locator("#look")).to_contain_text("From your reviewers")
    check(learner)
    press(learner, learner.get_by_role("button", name="Done: How many people worked on it?"))
    expect(learner.get_by_role("status").first).to_contain_text("Done")
    expect(learner.locator("#look")).not_to_contain_text("From your reviewers")
    press(learner, learner.get_by_role("status").first.get_by_role("button", name="Undo"))
    expect(learner.locator("#look")).to_contain_text("How many people worked on it?")

    # What was decided the reviewer can read, and add to; then the link is withdrawn, and what they typed comes back.
    reviewer.goto(address)
    expect(box.first).to_contain_text("Read, so it stays as it is.")
    tab_to(reviewer, field)
    reviewer.keyboard.insert_text("And for how long?")
    learner.goto(f"{resume.get_absolute_url()}review/")
    press(learner, learner.get_by_role("button", name=re.compile("Withdraw the link of Sam")))
    expect(learner.get_by_role("status").first).to_contain_text("The link shows nothing any more")
    check(learner)
    press(reviewer, reviewer.get_by_role("button", name="Save"))
    expect(reviewer.get_by_role("heading", level=1)).to_have_text("This link shows nothing")
    expect(reviewer.get_by_text("And for how long?")).to_be_visible()
    check(reviewer)
    assert list(ReviewComment.objects.values_list("text", "state")) == [("How many people worked on it?", "accepted")]
    assert ReviewLink.objects.get().withdrawn_at is not None
