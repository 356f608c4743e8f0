"""Somebody helps with a mock interview, at 390 px and with the keyboard alone: a link, a second screen, one report."""

import re

import pytest
from playwright.sync_api import expect

from interviews.models import HelperLink, MockNote, MockScore, Question, RoundType
from tests.browser.test_pages import sticks_out
from tests.browser.test_salaries import press, tab_to
from tests.browser.test_stories import sign_in
from tests.factories.accounts import make_user
from tests.factories.interviews import make_mock


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_somebody_helps_from_a_second_screen(open_page, violations, javascript):
    user = make_user("learner@example.org", time_zone="Europe/Berlin")
    asked = [Question.objects.get(slug=slug) for slug in ("q-article-01", "q-risk-01")]
    mock = make_mock(user, *asked, round_type=RoundType.objects.first())
    learner = open_page(width=390, javascript=javascript, errors_expected=True)
    learner.context.grant_permissions(["clipboard-read", "clipboard-write"])
    helper = open_page(width=390, javascript=javascript, errors_expected=True)

    def check(*pages):
        for page in pages:
            assert not sticks_out(page)
            if javascript:
                assert violations(page) == []

    # The learner makes a link from the page of the run; what they have typed there waits for them.
    sign_in(learner)
    learner.goto(mock.get_absolute_url())
    tab_to(learner, learner.get_by_label("Notes, or your answer in writing"))
    learner.keyboard.type("I would begin with")
    press(learner, learner.get_by_role("button", name="Invite an interviewer"))
    expect(learner.get_by_role("heading", level=1)).to_have_text("Invite an interviewer")
    check(learner)
    tab_to(learner, learner.get_by_label("Who helps?"))
    learner.keyboard.type("Sam")
    press(learner, learner.get_by_role("button", name="Make a link for four hours"))
    expect(learner.get_by_role("heading", level=1)).to_have_text("A link for your interviewer")
    address = learner.get_by_label("The link for Sam").input_value()
    until = HelperLink.objects.get().expires_at
    copy = learner.get_by_role("button", name="Copy the link")
    if javascript:
        press(learner, copy)
        expect(learner.get_by_text("Copied.")).to_be_visible()
        assert learner.evaluate("navigator.clipboard.readText()") == address
    else:
        expect(copy).to_be_hidden()
    expect(learner.locator(".helper-until")).to_contain_text("(Europe/Berlin)")
    check(learner)
    press(learner, learner.get_by_role("link", name="Back to the mock interview"))
    expect(learner.get_by_label("Notes, or your answer in writing")).to_have_value("I would begin with")

    # The helper opens it without an account, reads ahead, scores and writes.
    helper.goto(address)
    expect(helper.get_by_role("heading", level=1)).to_have_text("Now: question 1 of 2.")
    expect(helper.locator("#question-1")).to_contain_text(asked[0].points.splitlines()[0])
    check(helper)
    tab_to(helper, helper.locator("[name=score_1_structure]:checked"))
    for _ in range(4):
        helper.keyboard.press("ArrowRight")
    tab_to(helper, helper.get_by_label("Notes on question 1"))
    helper.keyboard.type("Began with the result. Good!")
    tab_to(helper, helper.locator("#question-2 > summary"))
    helper.keyboard.press("Enter")
    expect(helper.get_by_text(asked[1].points.splitlines()[0])).to_be_visible()
    tab_to(helper, helper.get_by_label("Notes on question 2"))
    helper.keyboard.insert_text("x" * 2001)  # pasted: two thousand keys would be pressed for half a minute
    helper.keyboard.press("Tab")
    helper.keyboard.press("Enter")
    expect(helper.get_by_role("alert")).to_contain_text("Keep notes to 2000 characters; yours have 2001.")
    check(helper)
    # What was right is saved; what was too long is still there, and put right.
    assert list(MockScore.objects.values_list("question__place", "dimension__slug", "score")) == [(1, "structure", 4)]
    press(helper, helper.get_by_role("alert").get_by_role("link", name="Question 2, Notes"))
    notes = helper.get_by_label("Notes on question 2")
    expect(notes).to_have_value("x" * 2001)
    notes.focus()
    helper.keyboard.press("Control+a")
    helper.keyboard.type("Asked about the follow-up")
    press(helper, helper.get_by_role("button", name="Save question 2"))
    expect(helper.locator("#question-2 > summary")).to_contain_text("Saved just now.")
    expect(helper).to_have_url(re.compile(r"\?saved=2#question-2$"))
    assert set(MockNote.objects.values_list("question__place", "text")) == {
        (1, "Began with the result. Good!"),
        (2, "Asked about the follow-up"),
    }

    # The learner goes on; the helper asks where they are, with something not yet saved.
    press(learner, learner.get_by_role("button", name="Next: the follow-up"))
    expect(learner.locator(".eyebrow")).to_have_text("Question 1 of 2, the follow-up")
    if javascript:
        # Without a press, as soon as the page asks.
        helper.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(helper.get_by_role("heading", level=1)).to_have_text("Now: question 1 of 2, the follow-up.")
        expect(helper.locator("#question-1 .help-now")).to_have_text("Now")
    tab_to(helper, helper.get_by_label("Notes on question 2"))
    helper.keyboard.press("End")
    helper.keyboard.type("!")
    press(helper, helper.get_by_role("button", name="Save, and show where they are now"))
    expect(helper.get_by_role("heading", level=1)).to_have_text("Now: question 1 of 2, the follow-up.")
    expect(helper.get_by_label("Notes on question 2")).to_have_value("Asked about the follow-up!")

    # At the end both stand in the learner's report, and the link is withdrawn there.
    for button in ("Next: question 2", "Next: the follow-up", "Next: the report"):
        press(learner, learner.get_by_role("button", name=button))
    expect(learner.get_by_role("heading", level=1)).to_have_text("How it went")
    expect(learner.get_by_text("Began with the result. Good!")).to_be_visible()
    expect(learner.get_by_text("Asked about the follow-up!")).to_be_visible()
    row = learner.locator("#question-1 tr", has=learner.get_by_role("rowheader", name="Structure"))
    expect(row.get_by_role("cell").last).to_have_text("4")
    press(helper, helper.get_by_role("button", name="Save, and show where they are now"))
    expect(helper.get_by_role("heading", level=1)).to_have_text("The interview is finished.")
    check(learner, helper)
    expect(learner.get_by_text("scores on 1 question, notes on 2 questions")).to_be_visible()
    press(learner, learner.get_by_role("button", name="Withdraw"))
    expect(learner.get_by_role("status")).to_contain_text("The link shows nothing any more")
    assert learner.url.endswith("/report/")

    # What the helper was writing comes back to be copied.
    helper.locator("#question-1 > summary").focus()
    helper.keyboard.press("Enter")
    tab_to(helper, helper.get_by_label("Notes on question 1"))
    helper.keyboard.press("Control+a")
    helper.keyboard.type("One more thing")
    press(helper, helper.get_by_role("button", name="Save question 1"))
    expect(helper.get_by_role("heading", level=1)).to_have_text("This link shows nothing")
    expect(helper.get_by_text("One more thing")).to_be_visible()
    check(helper)
    assert HelperLink.objects.get().withdrawn_at < until
