"""The question bank on a phone by the keyboard alone: found in spite of a typing error, and the address shared."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_pages import sticks_out
from tests.browser.test_salaries import choose, press, tab_to
from tests.kit import wait_until


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_find_a_question_with_a_typing_error_and_share_the_address(open_page, violations, javascript):
    page = open_page(width=390, javascript=javascript)

    def check():
        assert not sticks_out(page)
        if javascript:
            assert violations(page) == []

    page.goto("/")
    press(page, page.get_by_role("button", name="Menu"))
    press(page, page.get_by_role("navigation", name="Rooms").get_by_role("link", name="Interviews"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Interview questions")
    check()
    tab_to(page, page.get_by_role("searchbox", name="Search"))
    page.keyboard.type("retrospektive")
    page.keyboard.press("Enter")
    page.wait_for_url("**/interviews/?q=retrospektive**")
    expect(page.get_by_text("for “retrospective”, as none has “retrospektive”.")).to_be_visible()
    expect(page.locator(".question-list mark").first).to_contain_text("etrospective")
    check()

    # One level of them, through the filter.
    press(page, page.locator("summary", has_text="Filter and sort"))
    choose(page, "Level", "Runs", "mid")
    press(page, page.get_by_role("button", name="Show", exact=True))
    page.wait_for_url("**level=mid**")
    expect(page.locator("summary", has_text="Filter and sort")).to_have_text(
        "Filter and sort: Runs projects independently"
    )
    check()
    listed = page.url
    texts = page.locator(".question-list a").all_inner_texts()
    press(page, page.locator(".question-list a").first)
    expect(page.get_by_role("heading", level=1)).to_have_text(texts[0])
    press(page, page.locator("#points summary"))
    expect(page.locator("#points li").first).to_be_visible()
    check()

    # Somebody else sees the same list and the same question, and goes back to that list.
    friend = open_page(width=390, javascript=javascript)
    friend.goto(listed)
    expect(friend.locator(".question-list a")).to_have_text(texts)
    expect(friend.get_by_role("searchbox", name="Search")).to_have_value("retrospektive")
    friend.goto(page.url)
    expect(friend.get_by_role("heading", level=1)).to_have_text(texts[0])
    press(friend, friend.get_by_role("link", name="Back to the list"))
    expect(friend.locator(".question-list a")).to_have_text(texts)


def test_nothing_found_leads_to_what_there_is(open_page, violations):
    page = open_page(width=390)
    page.goto("/interviews/")
    tab_to(page, page.get_by_role("searchbox", name="Search"))
    page.keyboard.type("xyzzyx")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="No question fits")).to_be_visible()
    expect(page.get_by_text("None has “xyzzyx”, nor words like it.")).to_be_visible()
    assert (sticks_out(page), violations(page)) == (False, [])
    press(page, page.get_by_role("main").get_by_role("link", name="Show everything").last)
    expect(page.get_by_text("123 questions.")).to_be_visible()


def held_back(page, address):
    """What asks for ``address`` waits: the next one is taken, and can go on."""
    held = []
    page.route(address, lambda route: held.append(route))

    def take():
        # The browser is listened to meanwhile.
        wait_until(lambda: page.wait_for_timeout(50) or held)
        return held.pop()

    return take


def test_what_helps_with_writing_comes_in_order_on_a_slow_line(open_page):
    page = open_page(width=390)
    stopwatch = held_back(page, "**/elapsed*.js")
    page.goto("/interviews/")
    page.locator(".question-list a").first.click()
    page.locator(".answer-form textarea").first.focus()
    stopwatch().continue_()
    expect(page.get_by_text("0 words, about 0 s spoken")).to_be_visible()


def test_what_helps_with_writing_comes_to_who_began_before_the_page_was_ready(open_page):
    page = open_page(width=390)
    page.goto("/interviews/")
    address = page.locator(".question-list a").first.get_attribute("href")
    page = open_page(width=390)
    first_press = held_back(page, "**/first_press*.js")
    page.goto(address, wait_until="commit")
    page.locator(".answer-form textarea").first.focus()
    first_press().continue_()
    expect(page.get_by_text("0 words, about 0 s spoken")).to_be_visible()
