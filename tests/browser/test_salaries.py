"""Errands around pay at 390 px: with the keyboard alone, most of them also without JavaScript."""

import csv
import io
from collections import Counter

import pytest
from playwright.sync_api import expect

from tests.browser.test_pages import sticks_out
from tests.browser.test_stories import sign_in
from tests.factories.accounts import PASSWORD, make_user

# Where $118,000 sits: first in the city, then in the state, then in the country.
PLACED = [
    "Above the median; below its average; above its entry figure; below its experienced figure.",
    "Above the median; below its average; above its entry figure; below its experienced figure.",
    "Between the 50th and 75th percentile (about the 63rd); above its average.",
]
SHIFTS = """() => new Promise((done) => {
  if (!PerformanceObserver.supportedEntryTypes.includes("layout-shift")) throw new Error("shifts are not measured");
  const found = [];
  const add = (entries) => entries.forEach((entry) => {
    if (entry.hadRecentInput) return;
    found.push([entry.value, ...entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 80))]);
  });
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => { add(observer.takeRecords()); done(found); }));
})"""
with_and_without = pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])


def tab_to(page, target):
    """Press Tab until ``target`` has the focus."""
    expect(target).to_have_count(1)
    for _ in range(150):
        page.keyboard.press("Tab")
        if target.and_(page.locator(":focus")).count():
            return
    raise AssertionError(f"the keyboard does not reach {target}")


def press(page, target, key="Enter"):
    tab_to(page, target)
    page.keyboard.press(key)


def choose(page, label, text, value, *, within="main"):
    """Choose in a list by typing the first letters of an option."""
    field = page.locator(within).get_by_label(label)
    tab_to(page, field)
    page.keyboard.type(text)
    expect(field).to_have_value(value)


@pytest.fixture
def check(violations):
    """Nothing for axe-core to find, nothing that sticks out, nothing that moved by itself."""

    def check(page, javascript=True):
        assert not sticks_out(page)
        if javascript:
            # A machine under load paints fractions of a pixel late, and nobody sees a hundredth of what counts as good.
            moved = page.evaluate(SHIFTS)
            assert sum(value for value, *_ in moved) < 0.001, moved
            assert violations(page) == []

    return check


@with_and_without
def test_find_the_median_for_new_york_city_and_share_the_address(open_page, check, javascript):
    page = open_page(width=390, javascript=javascript)
    page.goto("/salaries/")
    check(page, javascript)
    tab_to(page, page.get_by_label("City, area or state"))
    page.keyboard.type("new york cty")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Which place do you mean?")).to_be_visible()
    check(page, javascript)
    press(page, page.get_by_role("link", name="New York City, New York"))
    page.wait_for_url("**/salaries/13-1082/us-ny-r7/all-industries/")
    check(page, javascript)

    friend = open_page(width=390, javascript=javascript)
    friend.goto(page.url)
    for each in (page, friend):
        expect(each.get_by_role("heading", level=1)).to_have_text("Project management specialists in New York City")
        expect(each.locator(".verdict-says")).to_have_text(
            "In New York City, the median for project management specialists is $114,718 a year."
        )
        expect(each.locator(".figures-table td:not(.none)")).to_have_text(
            [
                *("$114,718", "$127,486", "$107,817", "$119,346"),
                *("$61,580", "$78,440", "$102,320", "$133,100", "$167,970", "$110,740"),
            ]
        )


def test_places_are_suggested_while_one_types(open_page):
    page = open_page(width=390)
    page.goto("/salaries/")
    page.get_by_label("City, area or state").press_sequentially("puget")
    expect(page.locator("#ask-places option")).to_have_count(1)
    assert page.locator("#ask-places option").get_attribute("value") == "Seattle, Washington"


@with_and_without
def test_place_an_offer_and_read_where_it_sits(open_page, check, javascript):
    page = open_page(width=390, javascript=javascript, errors_expected=True)
    page.goto("/salaries/")
    press(page, page.get_by_role("link", name="Compare my own pay or offer"))
    page.wait_for_url("**/salaries/my-number/")
    check(page, javascript)
    tab_to(page, page.get_by_label("Amount"))
    page.keyboard.type("a lot")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("Nothing is compared yet. Check: Amount")
    expect(page.get_by_label("Amount")).to_have_value("a lot")
    check(page, javascript)

    press(page, page.get_by_role("alert").get_by_role("link"))
    # The link has moved the place from which Tab goes on, to the field itself.
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("$118,000")
    tab_to(page, page.get_by_label("Place"))
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("New York City")
    press(page, page.get_by_role("button", name="Compare it"))
    expect(page.locator("#placed")).to_have_text("$118,000 a year in New York City, New York")
    check(page, javascript)
    words = page.locator(".ruler-rows li", has=page.get_by_role("link", name="Project management specialists"))
    expect(words.locator(".ruler-words")).to_have_text(PLACED)
    assert "118" not in page.url


def test_compare_two_regions_on_one_ruler(open_page, check):
    page = open_page(width=390)
    page.goto("/salaries/")
    press(page, page.locator("summary", has_text="Filter"))
    choose(page, "Role", "Project management spec", "13-1082", within="#filters")
    choose(page, "Place", "Any place", "any", within="#filters")
    press(page, page.get_by_role("button", name="Show", exact=True))
    page.wait_for_url("**/salaries/?role=13-1082&place=any&**")
    for region in ("New York City", "Long Island"):
        name = f"Compare Project management specialists, {region}, New York"
        press(page, page.get_by_role("checkbox", name=name), key="Space")
    press(page, page.get_by_role("button", name="Compare the ticked rows"))
    page.wait_for_url("**/salaries/compare/?row=13-1082.us-ny-r7.all-industries&row=13-1082.us-ny-r5.all-industries")
    check(page)
    rows = page.locator(".ruler-rows li")
    expect(rows.locator("a")).to_have_text(["New York City, New York", "Long Island, New York"])

    # One more through the form, and away again.
    press(page, page.locator("summary", has_text="Add another"))
    tab_to(page, page.get_by_label("Place"))
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("New York")
    press(page, page.get_by_role("button", name="Add this row"))
    expect(rows).to_have_count(3)
    check(page)
    press(page, page.get_by_role("link", name="Remove Project management specialists, New York City"))
    expect(rows.locator("a")).to_have_text(["Long Island, New York", "New York, United States"])


def test_download_the_figures_on_the_page_and_reopen_them(open_page, check):
    page = open_page(width=390)
    page.goto("/salaries/")
    press(page, page.locator("summary", has_text="Filter"))
    choose(page, "Place", "New York (", "us-ny", within="#filters")
    press(page, page.get_by_role("button", name="Show", exact=True))
    page.wait_for_url("**/salaries/?role=any&place=us-ny&**")
    with page.expect_download() as download:
        press(page, page.get_by_role("link", name="CSV"))
    with download.value.path().open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    figures = page.locator(".figures-table data")
    on_page = figures.evaluate_all("all => all.map((each) => each.value)")
    assert Counter(row["amount"] for row in rows) == Counter(on_page)
    assert {(row["place"], row["industry"]) for row in rows} == {("us-ny", "all-industries")}
    assert all(row["attribution"] and row["as_of"] for row in rows)

    press(page, page.get_by_role("link", name="What the fields mean"))
    page.wait_for_url("**/salaries/data/")
    check(page)
    fields = page.locator("table", has_text="The same in JSON and CSV").locator("tbody th")
    assert fields.all_inner_texts() == list(rows[0])


def test_a_kept_number_is_there_tomorrow_until_it_is_deleted(open_page, check):
    page = open_page(width=390)
    page.goto("/account/signup/?next=/salaries/my-number/")
    page.get_by_label("Email").fill("anna@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign up").click()
    page.wait_for_url("**/salaries/my-number/")
    tab_to(page, page.get_by_label("Amount"))
    page.keyboard.type("95000")
    press(page, page.get_by_role("button", name="Compare and save it"))
    expect(page.get_by_text("Saved. Only you see it")).to_be_visible()
    check(page)

    tomorrow = open_page(width=390)
    sign_in(tomorrow, "anna@example.org")
    tomorrow.goto("/salaries/")
    mine = tomorrow.locator(".ruler-axis .mine")
    expect(mine).to_have_text("your number")
    expect(tomorrow.locator(".ruler-words").nth(1)).to_have_text(
        "Between the 25th and 50th percentile (about the 42nd); below its average."
    )
    check(tomorrow)
    press(tomorrow, tomorrow.get_by_role("link", name="Change or delete your number"))
    expect(tomorrow.get_by_label("Amount")).to_have_value("95000.00")
    press(tomorrow, tomorrow.get_by_role("button", name="Delete my number"))
    expect(tomorrow.get_by_text("Deleted. We no longer have it")).to_be_visible()
    check(tomorrow)
    tomorrow.get_by_role("button", name="Compare and save it").click()
    expect(tomorrow.get_by_text("Saved. Only you see it")).to_be_visible()
    page.goto("/salaries/")
    expect(page.locator(".ruler-axis .mine")).to_have_text("your number")
    page.goto("/salaries/my-number/")
    page.get_by_role("button", name="Delete my number").click()
    page.goto("/salaries/")
    expect(page.get_by_role("link", name="Compare my own pay or offer")).to_be_visible()
    expect(page.locator(".mine")).to_have_count(0)


def test_a_curator_loads_claims_from_a_file_and_undoes_it(open_page):
    """In the admin, whose pages keep to the same strict policy: not a word of protest in the console."""
    make_user("curator@example.org", is_staff=True, is_superuser=True)
    page = open_page()
    sign_in(page, "curator@example.org")
    page.goto("/admin/salaries/salaryclaim/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Export", exact=True).click()
    with download.value.path().open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 676
    average = next(row for row in rows if row["amount"] == "111037")
    bad, good = io.StringIO(), io.StringIO()
    for text, amount in ((bad, "a lot"), (good, "111038")):
        writer = csv.DictWriter(text, fieldnames=list(average))
        writer.writeheader()
        writer.writerow(average | {"amount": amount})

    page.get_by_role("link", name="Import", exact=True).click()
    for text in (bad, good):
        page.get_by_label("CSV file").set_input_files(
            {"name": "claims.csv", "mimeType": "text/csv", "buffer": text.getvalue().encode()}
        )
        page.get_by_role("button", name="Look at the changes").click()
        if text is bad:
            expect(page.get_by_text("a lot")).to_be_visible()
    expect(page.get_by_text("0 new, 1 changed, 0 unchanged.")).to_be_visible()
    expect(page.locator("del")).to_have_text(["111037"])
    expect(page.locator("ins")).to_have_text(["111038"])
    page.get_by_role("button", name="Load these changes").click()
    expect(page.get_by_text("Loaded: 0 new and 1 changed.")).to_be_visible()
    expect(page.locator(".act tbody tr")).to_contain_text(["111038"])

    shown = open_page()
    shown.goto("/salaries/")
    expect(shown.locator(".headline-pay data")).to_have_text(["$69,241", "$111,038", "$124,430"])
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".messagelist")).to_be_visible()
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)
    shown.reload()
    expect(shown.locator(".headline-pay data")).to_have_text(["$69,241", "$111,037", "$124,430"])


OVERLAPS = """() => [...document.querySelectorAll("main svg.ruler-axis, .ruler-rows svg.ruler-row")].flatMap((svg) => {
  const boxes = [...svg.querySelectorAll("text:not(.mark text), circle, .mean path")].map((each) => [
    each.textContent || each.tagName, each.getBoundingClientRect()]);
  const found = [];
  boxes.forEach(([name, a], place) => {
    if (a.left < 0 || a.right > innerWidth) found.push(`${name} sticks out`);
    boxes.slice(place + 1).forEach(([other, b]) => {
      if (a.left < b.right && b.left < a.right && a.top + 1 < b.bottom && b.top + 1 < a.bottom)
        found.push(`${name} covers ${other} in ${svg.textContent.slice(0, 120)}`);
    });
  });
  return found;
})"""


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_on_the_ruler_covers_anything_else(open_page, width):
    page = open_page(width=width)
    found = []
    everything = "role=any&place=any&industry=any&year=any&kind=any&currency=any"
    pages = [f"/salaries/?{everything}&page={number}" for number in (1, 2, 3, 4, 5)]
    for path in [*pages, f"/salaries/?{everything}&yearly=1", "/salaries/13-1082/us-ny-r7/all-industries/"]:
        page.goto(path)
        assert page.locator(".ruler-rows svg").count() > 0
        found += page.evaluate(OVERLAPS)
    # A number at either end of the axis keeps its label inside the window.
    for amount in ("1", "2000000"):
        page.goto("/salaries/my-number/")
        page.get_by_label("Amount").fill(amount)
        page.get_by_role("button", name="Compare it").click()
        expect(page.locator(".ruler-axis .mine")).to_have_text("your number")
        found += page.evaluate(OVERLAPS)
    assert found == []
    assert not sticks_out(page)


def test_on_a_phone_the_question_and_the_three_figures_stand_in_the_first_screen(open_page):
    page = open_page(width=390)
    page.goto("/salaries/")

    def edge(locator, side):
        return locator.evaluate(f"element => element.getBoundingClientRect().{side} + scrollY")

    expect(page.locator(".headline-pay data")).to_have_text(["$69,241", "$111,037", "$124,430"])
    assert edge(page.locator(".headline-pay data").last, "bottom") < 844
    assert edge(page.get_by_role("button", name="Show pay"), "bottom") < edge(page.locator(".headline-pay"), "top")
