"""The bars in a real browser: at the thumb on a phone, across the top elsewhere, by keyboard and without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_pages import in_every_setting, sticks_out
from tests.browser.test_stories import enter
from tests.factories.accounts import make_user

FIRST_PAGES = ["/", "/roadmap/", "/evidence/", "/interviews/", "/credentials/", "/skills/", "/salaries/", "/guide/"]
PRACTICE = "/interviews/practice/settings/"
STOCKTAKE = "/roadmap/get-credentials/creds-stocktake/"
COVERED = """(by) => {
  const one = document.activeElement, over = document.querySelector(by).getBoundingClientRect();
  return !one.closest(".thumb, .status") && one !== document.body && one.getBoundingClientRect().bottom > over.top + 1;
}"""
# What is pressed but does not stand within a sentence, and is lower than a thumb is wide.
LOW = """() => [...document.querySelectorAll("button, summary, select, :is(.tabs, .thumb, .site-header, .acts) a")]
  .filter((one) => one.checkVisibility() && !one.closest(".skip-link") && one.getBoundingClientRect().height < 43.9)
  .map((one) => one.outerHTML.slice(0, 90))"""


@pytest.fixture
def signed_in(open_page):
    def signed_in(**kind):
        make_user("learner@example.org", name="Annabelle Featherstonehaugh")
        page = open_page(**kind)
        enter(page)
        return page

    return signed_in


def test_on_a_phone_every_room_is_at_most_two_presses_away_by_keyboard_and_without_javascript(signed_in):
    page = signed_in(width=390, javascript=False)
    bar = page.get_by_role("navigation", name="Main")
    for name, heading in (("Roadmap", "Your roadmap"), ("Add something I did", "Log an achievement")):
        bar.get_by_role("link", name=name).press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    more = bar.get_by_role("button", name="More")
    rooms = page.get_by_role("navigation", name="More rooms")
    more.press("Enter")
    expect(rooms.get_by_role("link")).to_have_text(
        ["Evidence", "Resume", "Interviews", "Credentials", "Skills", "Salaries", "Guide"]
    )
    page.keyboard.press("Escape")
    expect(rooms).to_be_hidden()
    expect(more).to_be_focused()
    more.press("Enter")
    page.keyboard.press("Tab")
    expect(rooms.get_by_role("link", name="Evidence")).to_be_focused()
    rooms.get_by_role("link", name="Salaries").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("What the role pays")
    expect(bar.get_by_role("button")).to_have_text("More, you are in Salaries")


def test_on_a_wide_screen_what_is_for_reading_is_one_press_away(signed_in):
    page = signed_in(width=1280)
    bar = page.get_by_role("navigation", name="Main")
    rooms = ["Today", "Roadmap", "Evidence", "Resume", "Interviews", "Applications", "Add something I did"]
    expect(bar.get_by_role("link")).to_have_text(rooms)
    bar.get_by_role("button", name="Explore").click()
    rooms = page.get_by_role("navigation", name="More rooms")
    expect(rooms.get_by_role("link")).to_have_text(["Credentials", "Skills", "Salaries", "Guide"])
    page.mouse.click(640, 700)
    expect(rooms).to_be_hidden()
    bar.get_by_role("button", name="Explore").click()
    rooms.get_by_role("link", name="Skills").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Skills")


def covered_by(page, what, *, presses):
    """What has the focus and lies under something, in so many presses of Tab."""
    covered = []
    for _ in range(presses):
        page.keyboard.press("Tab")
        if page.evaluate(COVERED, what):
            covered.append(page.evaluate("document.activeElement.outerHTML.slice(0, 80)"))
    return covered


def test_the_bar_at_the_thumb_covers_neither_the_focus_nor_the_end_of_a_page(signed_in):
    page = signed_in(width=390)
    for address in ("/evidence/add/", "/salaries/"):
        page.goto(address)
        assert covered_by(page, ".thumb", presses=60) == []
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        last, bar = page.locator(".site-footer p").bounding_box(), page.locator(".thumb").bounding_box()
        assert last["y"] + last["height"] <= bar["y"]


def test_on_a_phone_what_is_said_stands_above_the_thumb_covers_nothing_and_is_closed_by_a_key(signed_in):
    page = signed_in(width=390)
    page.goto(STOCKTAKE)
    page.locator(".checklist button").last.press("Enter")
    undo = page.locator("#status").get_by_role("button", name="Undo")
    expect(undo).to_be_in_viewport()
    said, bar = page.locator("#status").bounding_box(), page.locator(".thumb").bounding_box()
    assert bar["y"] - 16 <= said["y"] + said["height"] <= bar["y"]
    assert covered_by(page, ".status", presses=40) == []
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    last = page.locator(".site-footer p").bounding_box()
    assert last["y"] + last["height"] <= page.locator("#status").bounding_box()["y"]
    page.get_by_role("button", name="Close this message").press("Enter")
    expect(page.locator("#status")).to_be_hidden()
    expect(page.locator("#content")).to_be_focused()


def test_without_javascript_what_is_said_stands_in_the_page_and_offers_no_button_that_does_nothing(signed_in):
    page = signed_in(width=390, javascript=False)
    page.goto(STOCKTAKE)
    page.locator(".checklist button").last.press("Enter")
    expect(page.locator("#status").get_by_role("button")).to_have_text(["Undo"])
    said, title = page.locator("#status").bounding_box(), page.locator("h1").bounding_box()
    assert said["y"] + said["height"] <= title["y"]


def test_on_a_phone_what_is_pressed_is_as_high_as_a_thumb(signed_in):
    page = signed_in(width=390)
    pages = [*FIRST_PAGES, PRACTICE, "/evidence/add/", "/evidence/skills/", "/bin/", "/interviews/practice/"]
    low = {}
    for address in [
        *pages,
        "/interviews/mock/",
        "/interviews/stories/add/",
        "/roadmap/get-credentials/creds-stocktake/",
    ]:
        page.goto(address)
        if found := page.evaluate(LOW):
            low[address] = found
    assert low == {}


def test_on_a_phone_the_title_of_every_room_begins_by_150_px(signed_in):
    page = signed_in(width=390)
    for address in (*FIRST_PAGES, STOCKTAKE):
        page.goto(address)
        assert page.get_by_role("heading", level=1).bounding_box()["y"] <= 150, address


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_visitor_on_a_phone_has_one_row_on_top_and_rooms_one_press_away(open_page, seeded, violations, javascript):
    page = open_page(width=390, javascript=javascript)
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        for address in (one for one in FIRST_PAGES if one != "/evidence/"):
            page.goto(address)
            assert not sticks_out(page), address
            sign_up, menu = (page.locator(f".site-header {one}").bounding_box() for one in (".btn-primary", ".menu"))
            assert sign_up["x"] + sign_up["width"] <= menu["x"], address
            assert page.locator(".site-header").bounding_box()["height"] <= 66, address
            assert page.get_by_role("heading", level=1).bounding_box()["y"] <= 150, address
    rooms = page.get_by_role("navigation", name="Rooms")
    menu = page.get_by_role("button", name="Menu")
    expect(menu).to_have_text("Menu, you are in Guide")
    menu.press("Enter")
    expect(rooms.get_by_role("link")).to_have_text(
        [
            *("Roadmap", "Credentials", "Skills", "Interviews", "Salaries", "Guide"),
            *("Evidence", "Resume", "Applications", "Sign in"),
        ]
    )
    if javascript:
        assert violations(page) == []
    rooms.get_by_role("link", name="Salaries").press("Enter")
    expect(menu).to_have_text("Menu, you are in Salaries")


def test_at_1280_the_bar_of_a_learner_is_one_row(signed_in):
    page = signed_in(width=1280)
    assert page.locator(".site-header").bounding_box()["height"] <= 66


def test_nothing_of_the_bars_is_printed(signed_in):
    page = signed_in(width=390)
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation")).to_have_count(0)
    assert page.evaluate("getComputedStyle(document.body).paddingBottom") == "0px"


def test_a_window_too_low_for_a_bar_at_its_edge_has_it_at_the_head_of_the_page(signed_in):
    page = signed_in(width=390)
    page.set_viewport_size({"width": 390, "height": 300})
    bar = page.get_by_role("navigation", name="Main")
    expect(bar.get_by_role("link", name="Practice")).to_be_visible()
    assert bar.evaluate("(one) => getComputedStyle(one).position") == "static"


def test_open_menus_have_no_violations(signed_in, violations):
    page = signed_in()
    for address in ("/", "/skills/", PRACTICE):
        page.goto(address)
        for setting in in_every_setting(page):
            page.locator("[popovertarget]:visible").click()
            expect(page.get_by_role("navigation", name="More rooms")).to_be_visible()
            assert violations(page) == [], setting
            page.keyboard.press("Escape")
            expect(page.get_by_role("navigation", name="More rooms")).to_be_hidden()


def test_ten_rooms_fit(signed_in, settings):
    settings.ROOT_URLCONF = "tests.tpm_portal.test_rooms"
    page = signed_in(width=1280)
    for width in (1280, 768, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("/")
        assert not sticks_out(page), width
        bar = page.get_by_role("navigation", name="Main")
        wide = ["Today", "Roadmap", "Evidence", "Resume", "Interviews", "Applications", "Plan", "Add something I did"]
        narrow = ["Today", "Roadmap", "Add something I did", "Practice", "Jobs"]
        expect(bar.get_by_role("link")).to_have_text(wide if width >= 768 else narrow)
        every = [*bar.get_by_role("link").all(), page.get_by_role("button", name="Sign out")]
        boxes = [one.bounding_box() for one in every]
        assert all(box["x"] >= 0 and box["x"] + box["width"] <= width and box["height"] >= 24 for box in boxes)
