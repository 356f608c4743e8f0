"""After a press the keyboard is where the eye is: on what the act was about, or on what is said of it; never on the
button of something else, and never lost."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from interviews.models import RatedAnswer
from roadmap import tracking
from roadmap.models import Milestone, MilestoneProgress
from tests.browser.test_salaries import press, tab_to
from tests.browser.test_stories import enter
from tests.factories.accounts import make_user
from tests.factories.evidence import make_evidence

STOCKTAKE = "/roadmap/get-credentials/creds-stocktake/"
BOTH = pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])


@pytest.fixture
def learner():
    return make_user("learner@example.org")


def begin(open_page, path, **options):
    page = open_page(**options)
    enter(page)
    page.goto(path)
    return page


def settled(page):
    """No hand is fast enough to press again before htmx has bound the new form; these tests would be."""
    expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added")).to_have_count(0)


def status(page):
    return page.locator("#status")


@pytest.mark.parametrize("path", ["/roadmap/", "/"])
def test_starting_the_next_milestone_leaves_the_keyboard_in_its_card_and_twice_starts_one(open_page, learner, path):
    page = begin(open_page, path)
    first = page.locator("#next-heading").inner_text()
    press(page, page.locator(".next button"))
    expect(status(page)).to_contain_text(first)
    expect(page.locator("#next-heading")).not_to_have_text(first)
    expect(page.locator("#next-heading a")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/roadmap/[^/]+/[^/]+/$"))
    assert MilestoneProgress.objects.filter(state="doing").count() == 1


def test_a_row_that_leaves_its_list_gives_its_place_to_the_next(open_page, learner):
    page = begin(open_page, "/roadmap/?state=todo")
    rows = page.locator(".milestones").first.locator("li")
    following = rows.nth(2).locator("a").inner_text()
    press(page, rows.nth(1).get_by_role("button"))
    expect(rows.nth(1).locator("a")).to_have_text(following)
    expect(rows.nth(1).locator("a")).to_be_focused()


def test_acts_on_a_milestone_keep_the_keyboard_at_their_place(open_page, learner):
    page = begin(open_page, STOCKTAKE)
    # A reason that is missing is asked for where it stands.
    press(page, page.get_by_text("Skip it", exact=True))
    press(page, page.get_by_role("button", name="Skip this milestone"))
    expect(page.get_by_label("Why are you skipping it?")).to_be_focused()
    settled(page)
    page.keyboard.type("I hold a degree")
    press(page, page.get_by_role("button", name="Skip this milestone"))
    expect(page.get_by_role("button", name="Mark as to do")).to_be_focused()
    settled(page)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_focused()
    settled(page)
    # Saved dates are folded away again.
    press(page, page.get_by_text("Dates", exact=True))
    press(page, page.get_by_role("button", name="Save dates"))
    expect(page.get_by_text("Dates", exact=True)).to_be_focused()
    settled(page)
    tab_to(page, page.get_by_label("Your note"))
    page.keyboard.type("A plan")
    press(page, page.get_by_role("button", name="Save the note"))
    expect(page.locator(".note")).to_have_text("A plan")
    settled(page)
    assert page.evaluate("document.activeElement.closest('section, article, details')?.textContent").count("note")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_line_that_is_ticked_stays_under_the_finger(open_page, learner, width):
    page = begin(open_page, STOCKTAKE, width=width)
    line = page.locator(".checklist button").last
    for ticked in ("true", "false", "true"):
        line.evaluate("line => scrollBy(0, line.getBoundingClientRect().top - 200)")
        before = line.bounding_box()["y"]
        line.click()
        expect(line).to_have_attribute("aria-pressed", ticked)
        settled(page)
        page.wait_for_function(
            "([line, before]) => Math.abs(line.getBoundingClientRect().top - before) < 2",
            arg=[line.element_handle(), before],
        )
        expect(line).to_be_focused()


def test_a_link_that_is_removed_and_an_undo(open_page, learner):
    milestone = Milestone.objects.get(slug="creds-stocktake")
    tracking.add_link(user=learner, milestone=milestone, url="https://example.org/", title="Proof", at=timezone.now())
    page = begin(open_page, STOCKTAKE)
    press(page, page.get_by_role("button", name="Remove Proof"))
    expect(page.locator("#links")).to_be_focused()
    settled(page)
    press(page, status(page).get_by_role("button", name="Undo"))
    expect(page.get_by_role("button", name="Remove Proof")).to_be_visible()
    expect(status(page)).to_be_focused()


@BOTH
def test_after_a_rating_the_keyboard_is_at_the_next_question_with_what_is_said_of_the_last(
    open_page, learner, javascript
):
    page = begin(open_page, "/interviews/practice/", javascript=javascript)
    press(page, page.get_by_role("button", name="Fine"))
    expect(status(page)).to_contain_text("Fine. It comes back on")
    expect(status(page)).to_be_in_viewport()
    expect(page.locator("#question")).to_be_focused()
    # Who hears the page hears it too, as the focus is not on it.
    expect(page.locator("#question")).to_have_accessible_description(re.compile(r"^Fine\. It comes back on"))
    page.keyboard.press("Enter")
    assert RatedAnswer.objects.count() == 1


@BOTH
def test_what_is_binned_and_what_is_refused_is_where_the_keyboard_is(open_page, learner, javascript):
    piece = make_evidence(learner, happened="Ran the launch")
    page = begin(open_page, piece.get_absolute_url(), javascript=javascript, errors_expected=True)
    press(page, page.get_by_role("button", name="Delete"))
    expect(status(page)).to_contain_text("Deleted: ")
    expect(status(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(status(page).get_by_role("button", name="Undo")).to_be_focused()
    page.goto("/evidence/projects/add/")
    press(page, page.get_by_role("button", name="Save project"))
    expect(page.get_by_role("alert")).to_be_focused()


@BOTH
def test_after_filtering_the_keyboard_is_at_what_was_found(open_page, learner, javascript):
    make_evidence(learner, happened="Ran the launch")
    page = begin(open_page, "/evidence/", javascript=javascript)
    tab_to(page, page.get_by_label("Search"))
    page.keyboard.type("launch")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 piece of evidence that fits.")).to_be_focused()
    page.goto("/interviews/")
    tab_to(page, page.locator("#id_q"))
    page.keyboard.type("stakeholder")
    page.keyboard.press("Enter")
    expect(page.locator(".bank-count [role=status]")).to_be_focused()
    page.goto("/salaries/my-number/")
    tab_to(page, page.get_by_label("Amount"))
    page.keyboard.type("95k")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="$95,000 a year")).to_be_in_viewport()
    page.keyboard.press("Tab")
    after = "heading => heading.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING"
    assert page.locator("#placed").evaluate(after)


# --- The bar of the salaries ----------------------------------------------------------------------------------------

COVERED = """(table) => {
    const bar = document.querySelector(".pick > .acts").getBoundingClientRect();
    return [...table.querySelectorAll("caption, thead")].some((part) => {
        const box = part.getBoundingClientRect();
        return box.height > 0 && box.top < bar.bottom - 1 && box.bottom > bar.top + 1;
    });
}"""


@pytest.mark.parametrize("width", [390, 1280])
def test_the_bar_to_compare_never_covers_the_header_of_the_figures(open_page, width):
    page = open_page(width=width)
    page.goto("/salaries/")
    table, bar = page.locator(".pick table").first, page.locator(".pick > .acts")
    top = table.evaluate("table => table.getBoundingClientRect().top + scrollY")

    def at_each_height():
        for offset in range(0, 1000, 50):
            page.evaluate("top => scrollTo(0, top)", top - offset)
            yield table.evaluate(COVERED)

    assert not any(at_each_height())
    # Nothing is ticked: the bar stands below the figures. With a tick it follows, and still covers no header.
    page.evaluate("top => scrollTo(0, top)", top - 400)
    assert not bar.evaluate("bar => bar.getBoundingClientRect().top < innerHeight")
    page.locator(".pick input").first.check()
    page.evaluate("top => scrollTo(0, top)", top - 400)
    assert bar.evaluate("bar => bar.getBoundingClientRect().bottom <= innerHeight + 1")
    assert not any(at_each_height())
