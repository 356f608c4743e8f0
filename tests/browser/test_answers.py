"""What is being typed survives: a server that is away, a closed tab, two tabs, and a browser without JavaScript."""

import pytest
from playwright.sync_api import expect

from interviews.models import Answer, AnswerVersion
from tests.browser.test_stories import enter
from tests.factories.accounts import make_user

PAGE = "/interviews/q-article-01/"


@pytest.fixture
def signed_in(open_page):
    make_user("learner@example.org")

    def signed_in(**options):
        page = open_page(**options)
        enter(page)
        page.goto(PAGE)
        return page

    return signed_in


def answer(page):
    return page.get_by_label("In your own words")


def state(page):
    return page.locator("[data-draft-state]")


def drafts():
    return [row.draft.get("text") for row in Answer.objects.all()]


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_an_answer_is_typed_kept_and_compared(signed_in, violations, javascript):
    page = signed_in(width=390, javascript=javascript)
    answer(page).fill("I like to build. It was fun.")
    page.get_by_role("button", name="Save this answer").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved as version 1.")
    answer(page).fill("I like to build. It shipped.")
    page.get_by_role("button", name="Save this answer").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved as version 2.")
    page.get_by_role("link", name="All versions").click()
    expect(page.locator("#version-2 del")).to_have_text("It was fun.")
    expect(page.locator("#version-2 ins")).to_have_text("It shipped.")
    assert list(AnswerVersion.objects.values_list("number", "text")) == [
        (1, "I like to build. It was fun."),
        (2, "I like to build. It shipped."),
    ]
    if javascript:
        assert violations(page) == []


def test_a_draft_is_saved_while_typing_and_is_there_after_the_tab_was_closed(signed_in):
    page = signed_in()
    answer(page).press_sequentially("Half a thought")
    expect(page.locator("[data-length]")).to_have_text("3 words, about 1 s spoken at 140 words a minute.")
    expect(state(page)).to_contain_text("Draft saved at")
    assert drafts() == ["Half a thought"]
    # Closed right after the next words, before the pause that saves.
    answer(page).press_sequentially(" more")
    other = page.context.new_page()
    page.close(run_before_unload=True)
    other.goto(PAGE)
    expect(answer(other)).to_have_value("Half a thought more")
    expect(state(other)).to_contain_text("Draft")


def test_the_server_is_away_while_typing_and_the_draft_follows_when_it_is_back(signed_in):
    page = signed_in(errors_expected=True)
    page.route("**/draft/", lambda route: route.abort())
    answer(page).fill("Typed in the tunnel")
    expect(state(page)).to_contain_text("The site cannot be reached. What you type stays on this device")
    # Even a press of the button leaves the text where it is.
    page.get_by_role("button", name="Save this answer").click()
    expect(answer(page)).to_have_value("Typed in the tunnel")
    assert (page.url.endswith(PAGE), drafts(), AnswerVersion.objects.count()) == (True, [], 0)
    page.unroute("**/draft/")
    expect(state(page)).to_contain_text("Draft saved at")
    assert drafts() == ["Typed in the tunnel"]


def test_the_tab_is_closed_while_the_connection_is_lost_and_nothing_is_lost(signed_in):
    page = signed_in(errors_expected=True)
    page.context.set_offline(True)
    answer(page).fill("Typed on the train")
    expect(state(page)).to_contain_text("The site cannot be reached. What you type stays on this device")
    other = page.context.new_page()
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    assert drafts() == []
    other.context.set_offline(False)
    other.goto(PAGE)
    expect(answer(other)).to_have_value("Typed on the train")
    # It is on the server once the device keeps no copy of it: from this window, or still from the one that closed.
    other.wait_for_function("() => Object.keys(localStorage).every((name) => !name.startsWith('draft '))")
    assert drafts() == ["Typed on the train"]
    other.reload()
    expect(state(other)).to_contain_text("not saved as a version yet")
    assert other.evaluate("Object.keys(localStorage).length") == 0


def test_a_device_without_room_does_not_promise_a_copy(signed_in):
    page = signed_in(errors_expected=True)
    page.evaluate("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; 0")
    page.route("**/draft/", lambda route: route.abort())
    answer(page).fill("Typed on a full phone")
    expect(state(page)).to_have_text(
        "The site cannot be reached. This device has no room for a copy of what you type: leave this page open, and it "
        "is sent when it is back."
    )
    page.unroute("**/draft/")
    expect(state(page)).to_contain_text("Draft saved at")
    assert drafts() == ["Typed on a full phone"]


@pytest.mark.parametrize(
    ("choice", "draft", "kept"),
    [
        ("Go on with what I typed here", "From the older", ["From the newer"]),
        ("Go on with the other text", "From the newer", []),
    ],
)
def test_of_two_tabs_the_older_never_silently_wins(signed_in, violations, choice, draft, kept):
    older = signed_in(errors_expected=True)
    newer = older.context.new_page()
    newer.goto(PAGE)
    answer(newer).fill("From the newer")
    expect(state(newer)).to_contain_text("Draft saved at")
    answer(older).fill("From the older")
    offer = older.get_by_role("alert")
    expect(offer).to_contain_text("Another window has changed this answer since.")
    expect(offer.locator("blockquote")).to_have_text("From the newer")
    assert (drafts(), violations(older)) == (["From the newer"], [])
    older.get_by_role("button", name=choice).click()
    expect(answer(older)).to_have_value(draft)
    with older.expect_response(lambda response: "%21" in (response.request.post_data or "")):
        answer(older).press_sequentially("!")
    expect(state(older)).to_contain_text("Draft saved at")
    assert drafts() == [f"{draft}!"]
    assert list(AnswerVersion.objects.values_list("text", flat=True)) == kept


def test_the_timer_counts_towards_the_target_by_keyboard(signed_in):
    page = signed_in()
    button = page.get_by_role("button", name="Start the timer")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-timer-shown]")).not_to_have_text("0:00")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Start again")).to_be_focused()
    expect(page.locator(".timer")).to_contain_text("of 2 min")
