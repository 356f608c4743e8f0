"""A mock interview from the start to the report, on a phone and by keyboard alone, with and without JavaScript."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from interviews.mock import mocking
from interviews.models import AnswerVersion, MockInterview, Question, ReviewLog
from tests.browser.test_pages import sticks_out
from tests.browser.test_salaries import choose, press, tab_to
from tests.browser.test_stories import enter
from tests.factories.accounts import make_user
from tests.factories.interviews import make_mock

LIST = "/interviews/mock/"


def notes(page):
    return page.get_by_label("Notes, or your answer in writing")


def state(page):
    return page.locator("[data-draft-state]")


def answers():
    rows = MockInterview.objects.get().questions.order_by("place")
    return list(rows.values_list("answer", "follow_up_answer"))


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_from_the_start_to_the_report(open_page, violations, javascript):
    make_user("learner@example.org")
    page = open_page(width=390, javascript=javascript, errors_expected=True)

    def check():
        assert not sticks_out(page)
        if javascript:
            assert violations(page) == []

    def type_and_press(words, button):
        tab_to(page, notes(page))
        page.keyboard.type(words)
        press(page, page.get_by_role("button", name=button))

    # Started, at first with no time for anything.
    enter(page)
    page.goto("/interviews/")
    press(page, page.get_by_role("link", name="Mock interview"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Mock interview")
    check()
    tab_to(page, page.get_by_label("Length in minutes"))
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("4")
    technical = page.locator("option", has_text="Technical round").get_attribute("value")
    choose(page, "Kind of round", "Technical", technical)
    tab_to(page, page.get_by_label("Code"))
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("amber harbor 42")
    press(page, page.get_by_role("button", name="Start the interview"))
    expect(page.get_by_role("alert")).to_contain_text("Write whole minutes from 5 to 120.")
    expect(page.get_by_label("Code")).to_have_value("amber harbor 42")
    check()
    tab_to(page, page.get_by_label("Length in minutes"))
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("9")
    press(page, page.get_by_role("button", name="Start the interview"))

    # Two questions, nothing else on the page.
    expect(page.locator(".eyebrow")).to_have_text("Question 1 of 2")
    first, second = MockInterview.objects.get().questions.order_by("place")
    expect(page.get_by_role("heading", level=1)).to_have_text(first.text)
    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(page.locator(".run-clock")).to_contain_text("started at")
    if javascript:
        expect(page.locator("[data-clock-shown]")).to_be_visible()
        press(page, page.get_by_role("button", name="Read out the time"))
        expect(page.locator("[data-clock-said]")).to_contain_text("left.")
    else:
        expect(page.locator("[data-clock-shown]")).to_be_hidden()
    check()
    type_and_press("I drew the system first.", "Next: the follow-up")
    expect(page.get_by_role("heading", level=1)).to_have_text(first.follow_up)
    expect(page.locator("blockquote")).to_have_text("I drew the system first.")
    check()

    # Reloaded in the middle of a sentence; without JavaScript it is kept by leaving.
    if javascript:
        tab_to(page, notes(page))
        page.keyboard.type("Then I")
        expect(state(page)).to_contain_text("Draft saved at")
        page.reload()
    else:
        type_and_press("Then I", "Leave and come back later")
        press(page, page.get_by_role("link", name="Go on at question 1 of 2"))
    expect(notes(page)).to_have_value("Then I")
    tab_to(page, notes(page))
    page.keyboard.press("ControlOrMeta+End")
    page.keyboard.type(" asked.")
    press(page, page.get_by_role("button", name="Next: question 2"))
    expect(page.locator(".eyebrow")).to_have_text("Question 2 of 2")
    check()

    # The tab is closed, and another one goes on where it stood.
    if javascript:
        tab_to(page, notes(page))
        page.keyboard.type("Half")
        other = page.context.new_page()
        with page.expect_event("close"):
            page.close(run_before_unload=True)
        page = other
        page.set_default_timeout(20_000)
        page.goto(LIST)
        press(page, page.get_by_role("link", name="Go on at question 2 of 2"))
        expect(notes(page)).to_have_value("Half")
    assert answers()[0] == ("I drew the system first.", "Then I asked.")

    # Ended here, after a look at what that means.
    press(page, page.get_by_role("button", name="End here"))
    expect(page.get_by_role("heading", level=1)).to_have_text("End the mock interview here?")
    check()
    press(page, page.get_by_role("link", name="Back to question 2"))
    expect(page.get_by_role("heading", level=1)).to_have_text(second.text)
    press(page, page.get_by_role("button", name="Next: the follow-up"))
    expect(page.get_by_role("heading", level=1)).to_have_text(second.follow_up)
    press(page, page.get_by_role("button", name="Next: the report"))

    # Rated, and told what to do next.
    expect(page.get_by_role("heading", level=1)).to_have_text("How it went")
    expect(page.get_by_text("2 answers not rated yet.")).to_be_visible()
    check()
    part = page.locator("#question-1")
    scored = part.locator("fieldset").first.get_by_label("2", exact=True)
    tab_to(page, part.locator("fieldset").first.get_by_label("No score"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(scored).to_be_checked()
    press(page, part.get_by_role("button", name="Fumbled"))
    expect(page.get_by_role("status").first).to_contain_text("Question 1: fumbled. What you wrote is version 1")
    expect(page.locator("#question-1 .report-grade")).to_contain_text("Fumbled.")
    expect(page.get_by_text("The weakest is")).to_contain_text("2.0 on average")
    check()
    assert list(ReviewLog.objects.values_list("grade", flat=True)) == ["fumbled"]
    assert AnswerVersion.objects.get().text == "I drew the system first."


@pytest.fixture
def running(open_page):
    """A run at its first question, opened in a tab."""
    learner = make_user("learner@example.org")
    mock = make_mock(learner)
    page = open_page(errors_expected=True)
    enter(page)
    page.goto(mock.get_absolute_url())
    return page


def test_the_connection_is_lost_while_typing_and_nothing_is(running):
    page = running
    page.context.set_offline(True)
    notes(page).fill("Typed in the tunnel")
    expect(state(page)).to_contain_text("The site cannot be reached. What you type stays on this device")
    page.get_by_role("button", name="Next: the follow-up").click()
    expect(notes(page)).to_have_value("Typed in the tunnel")
    assert answers()[0] == ("", "")
    other = page.context.new_page()
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    other.context.set_offline(False)
    other.goto(MockInterview.objects.get().get_absolute_url())
    expect(notes(other)).to_have_value("Typed in the tunnel")
    # It is on the server once the device keeps no copy of it: from this window, or still from the one that closed.
    other.wait_for_function("() => Object.keys(localStorage).every((name) => !name.startsWith('draft '))")
    assert answers()[0] == ("Typed in the tunnel", "")


def test_of_two_tabs_the_older_never_silently_wins(running, violations):
    older = running
    newer = older.context.new_page()
    newer.goto(older.url)
    notes(newer).fill("From the newer")
    expect(state(newer)).to_contain_text("Draft saved at")
    notes(older).fill("From the older")
    offer = older.get_by_role("alert")
    expect(offer.locator("blockquote")).to_have_text("From the newer")
    assert violations(older) == []
    # Pressed all the same: the server asks once more.
    older.get_by_role("button", name="Next: the follow-up").click()
    expect(older.locator(".run-other")).to_contain_text("From the newer")
    expect(notes(older)).to_have_value("From the older")
    assert violations(older) == []
    assert (MockInterview.objects.get().phase, answers()[0]) == ("question", ("From the newer", ""))
    # The newer one goes on, and then the older has to see that the question is over.
    newer.get_by_role("button", name="Next: the follow-up").click()
    expect(newer.locator(".eyebrow")).to_contain_text("the follow-up")
    older.get_by_role("button", name="Next: the follow-up").click()
    expect(older.get_by_role("heading", level=1)).to_have_text("That question is over")
    expect(older.get_by_label("What you typed")).to_have_value("From the older")
    assert violations(older) == []
    older.get_by_role("link", name="Continue the interview").click()
    expect(older.locator("blockquote")).to_have_text("From the newer")


@pytest.fixture
def left_on_device(running):
    """The report of a run that another device ended, with ``answer``, while one was typed here without a connection."""

    def left_on_device(answer):
        running.route("**/draft/**", lambda route: route.abort())
        notes(running).fill("Typed in the tunnel")
        expect(state(running)).to_contain_text("What you type stays on this device")
        mock = MockInterview.objects.get()
        at = {"place": 1, "at": timezone.now()}
        mocking.step(mock, phase="question", text=answer, seen=0, **at)
        mocking.end(mock, phase="follow_up", **at)
        page = running.context.new_page()
        with running.expect_event("close"):
            running.close(run_before_unload=True)
        page.goto(mock.get_absolute_url())
        expect(page.get_by_role("heading", level=1)).to_have_text("How it went")
        return page

    return left_on_device


def on_device(page):
    # The scripts of a page that has just been asked for take away what the device need not keep.
    page.wait_for_load_state()
    return page.evaluate("Object.keys(localStorage).length")


UNSENT = "This device has text for question 1 that wasn't sent."


def test_text_left_on_the_device_becomes_the_answer_that_was_missing(left_on_device, violations):
    page = left_on_device("")
    expect(page.locator("#question-1").get_by_label(UNSENT)).to_have_value("Typed in the tunnel")
    assert (page.get_by_label(UNSENT).count(), violations(page), sticks_out(page)) == (1, [], False)
    press(page, page.get_by_role("button", name="Add it as my answer"))
    expect(page.get_by_role("status").first).to_contain_text("What you typed is saved as your answer to question 1.")
    expect(page.locator("#question-1 .report-answer")).to_have_text("Typed in the tunnel")
    expect(page.get_by_label(UNSENT)).to_have_count(0)
    assert (answers()[0], on_device(page)) == (("Typed in the tunnel", ""), 0)


def test_text_left_on_the_device_is_shown_beside_another_answer_until_it_is_discarded(left_on_device, violations):
    page = left_on_device("From another window")
    expect(page.get_by_label(UNSENT)).to_have_value("Typed in the tunnel")
    expect(page.get_by_role("button", name="Add it as my answer")).to_have_count(0)
    assert (violations(page), on_device(page)) == ([], 1)
    press(page, page.get_by_role("button", name="Discard it"))
    expect(page.get_by_text("Discarded. Until you leave this page you can still copy it from here.")).to_be_visible()
    expect(page.get_by_label(UNSENT)).to_be_focused()
    assert (violations(page), on_device(page)) == ([], 0)
    page.reload()
    expect(page.get_by_label(UNSENT)).to_have_count(0)
    assert answers()[0] == ("From another window", "")


def test_the_clock_of_a_run_neither_runs_backwards_nor_loses_the_servers_time(open_page):
    user = make_user("learner@example.org")
    mock = make_mock(user, Question.objects.get(slug="q-article-01"))
    page = open_page(errors_expected=True)
    enter(page)
    MockInterview.objects.update(phase_began_at=timezone.now())
    page.clock.install()
    page.goto(mock.get_absolute_url())
    shown, pause = page.locator("[data-clock-shown]"), page.locator("[data-clock-pause]")
    expect(shown).to_have_text(re.compile("^0:[0-5][0-9]$"))

    # Set two hours back, and then to the day after: the question has been open as long as it has been.
    for hours in (-2, 24):
        page.clock.set_system_time(datetime.now(UTC) + timedelta(hours=hours))
        before = shown.inner_text()
        expect(shown).not_to_have_text(before)
        assert before < shown.inner_text() < "0:59"
    expect(pause).to_be_empty()

    # The server's answer is older than what was counted here meanwhile.
    MockInterview.objects.update(phase_began_at=timezone.now())
    before = shown.inner_text()
    with page.expect_response(f"**{mock.get_absolute_url()}") as answered:
        page.clock.set_system_time(datetime.now(UTC) + timedelta(hours=48))
    assert answered.value.ok
    expect(shown).not_to_have_text(before)
    assert before < shown.inner_text() < "0:59"

    # Asleep for 25 minutes, while the server's clock went on.
    MockInterview.objects.update(phase_began_at=timezone.now() - timedelta(minutes=26))
    page.clock.fast_forward("25:00")
    expect(shown).to_have_text(re.compile("^26:"))
    expect(pause).to_contain_text("This device slept for 25 min")
    expect(pause).to_contain_text("The question stayed open meanwhile, and that is counted.")

    # Asleep while the site is away: most likely it has been open all the while.
    page.context.set_offline(True)
    page.clock.fast_forward("30:00")
    expect(shown).to_have_text(re.compile("^56:"))


def test_a_server_whose_clock_is_set_back_shows_no_time_below_nothing(open_page):
    user = make_user("learner@example.org")
    mock = make_mock(user, Question.objects.get(slug="q-article-01"))
    MockInterview.objects.update(phase_began_at=timezone.now() + timedelta(hours=1))
    page = open_page(javascript=False)
    enter(page)
    page.goto(mock.get_absolute_url())
    assert page.locator("[data-clock]").get_attribute("data-elapsed") == "0"
    page.get_by_role("button", name="Next").click()
    page.get_by_role("heading", level=1).wait_for()
    assert mock.questions.get(place=1).answer_seconds == 0
