"""The curator's desk in a real browser: every list and every form fits a laptop and half a screen."""

from django.contrib import admin
from django.contrib.admin import site
from django.contrib.auth.models import Group
from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from curation.csv_writer import written
from curation.file_at_desk import all_files
from evidence.catalog.models import CredentialFee
from interviews.models import Question
from interviews.practice import asking
from roadmap.models import Duty, Milestone
from salaries.models import Distribution, SalaryClaim
from tests.browser.test_stories import enter
from tests.factories.accounts import make_user
from tests.factories.curation import make_batch, make_report, reach
from tests.factories.interviews import make_asked
from tests.factories.roadmap import make_milestone, make_sign


def pages():
    """Every list, every page for a new row, and of every table the row with the most in it."""
    for model, desk in site._registry.items():
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        yield reverse(f"{name}_changelist")
        rows = model._default_manager.all()
        if model._meta.model_name != "suggestion" and rows:
            for inline in desk.inlines:
                parent = next(field for field in inline.model._meta.fields if field.related_model is model)
                largest = rows.annotate(most=Count(parent.remote_field.related_name)).order_by("-most").first()
                yield reverse(f"{name}_change", args=[largest.pk])
            row = rows.last()
            yield reverse(f"{name}_change", args=[row.pk])
            if hasattr(desk, "retire_view"):
                yield reverse(f"{name}_add")
                yield reverse(f"{name}_retire", args=[row.pk])


# What can be scrolled sideways, the page itself or a box on it, by how much it is too wide.
TOO_WIDE = """
() => [document.documentElement, ...document.querySelectorAll("#content, #content *")]
  .filter((box) => box === document.documentElement || ["auto", "scroll"].includes(getComputedStyle(box).overflowX))
  .filter((box) => !["TEXTAREA", "SELECT"].includes(box.tagName))
  .filter((box) => box.clientWidth > 0 && box.scrollWidth > box.clientWidth + 1)
  .map((box) => `${box.tagName.toLowerCase()}.${box.className}: ${box.scrollWidth} in ${box.clientWidth}`)
"""


# Words of a list that begin on one line and end on the next, though they have no place to be broken at.
BROKEN = r"""
() => {
  const cells = document.querySelectorAll("#result_list :is(td, th)"), broken = new Set();
  for (const cell of cells) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const { 0: word, index } of texts.currentNode.data.matchAll(/[\p{L}\p{N}$€£,]+/gu)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + word.length);
        if (new Set([...range.getClientRects()].map((box) => box.top)).size > 1) broken.add(word);
      }
    }
  }
  return [...broken];
}
"""

# What can be typed into and is called nothing, but for what Django draws itself.
NAMELESS = """
() => [...document.querySelectorAll("#content :is(input, select, textarea):not([type=hidden], [type=submit])")]
  .filter((box) => !box.closest(".select2, .selector, .empty-form, .action-checkbox, .action-checkbox-column"))
  .filter((box) => !box.labels.length && !box.ariaLabel)
  .map((box) => box.name)
"""


def test_every_list_and_form_fits_a_laptop_and_half_of_a_wide_screen_with_whole_words_and_named_boxes(open_page):
    user = make_user("learner@example.org", is_staff=True, is_superuser=True)
    Group.objects.create(name="A group")
    make_batch(file_name="claims-of-the-whole-year.csv")
    long = f"https://example.org/{'a-long-name/' * 12}"
    reach(long, state="gone", status=404, final=f"{long}{'a' * 100}")
    make_report(title="A long title " * 20, what="It says something else there. " * 30, email=f"{'a' * 60}@example.org")
    asking.suggest(make_asked(user, text="What broke last? " * 10), at=timezone.now())
    assert Distribution.objects.exists()
    page = open_page()
    enter(page)
    wide, broken, nameless, paths = [], [], [], list(dict.fromkeys(pages()))
    for path in paths:
        assert page.goto(path).status == 200
        for width in (1280, 820):
            page.set_viewport_size({"width": width, "height": 900})
            wide += [f"{path} at {width}: {box}" for box in page.evaluate(TOO_WIDE)]
            broken += [f"{path} at {width}: {word}" for word in page.evaluate(BROKEN)]
        nameless += [f"{path}: {box}" for box in page.evaluate(NAMELESS)]
    assert "\n".join(wide) == ""
    assert "\n".join(broken) == ""
    assert "\n".join(nameless) == ""
    assert len(paths) > 100


def test_what_a_file_would_change_fits_too_however_long_a_word_is(open_page):
    make_user("learner@example.org", is_staff=True, is_superuser=True)
    page = open_page()
    enter(page)
    wide = []
    looked_at = [file for file in all_files() if file.table.model in (SalaryClaim, Question, CredentialFee)]
    assert len(looked_at) == 3
    for file_of in looked_at:
        header, row = file_of.exported_header, next(iter(file_of.exported(file_of.desk.model.objects.all())))
        longest = {"edition": "y" * 190, "text": "y" * 290, "name": "y" * 120}
        long = [longest.get(name, cell) for name, cell in zip(header, row, strict=True)]
        for rows, leads_to in (([long], "process_import"), ([["x" * 400, *long[1:]]], "import")):
            page.goto(file_of.address("import"))
            file = {"name": "rows.csv", "mimeType": "text/csv", "buffer": written(header, rows).encode()}
            page.set_input_files("input[type=file]", file)
            with page.expect_navigation():
                page.click("#content-main input[type=submit]")
            assert page.url.endswith(file_of.address(leads_to))
            for width in (1280, 820):
                page.set_viewport_size({"width": width, "height": 900})
                wide += [f"{page.url} at {width}: {box}" for box in page.evaluate(TOO_WIDE)]
    assert "\n".join(wide) == ""


def test_rows_are_put_in_order_by_keyboard_and_by_dragging(open_page):
    make_user("learner@example.org", is_staff=True, is_superuser=True)
    milestone = make_milestone(how=("First", "Second", "Third"))
    page = open_page()
    enter(page)

    def stored():
        return list(milestone.how.order_by("position").values_list("position", "text"))

    def save():
        with page.expect_navigation():
            page.click("[name=_continue] >> nth=0")

    page.goto(reverse("admin:roadmap_milestone_change", args=[milestone.pk]))
    page.get_by_role("button", name="Move down: First").press("Enter")
    assert page.text_content("#how-group .move-said") == "First: now 2 of 3"
    assert page.evaluate("document.activeElement.ariaLabel") == "Move down: First"
    save()
    assert stored() == [(1, "Second"), (2, "First"), (3, "Third")]
    handles, rows = page.locator("#how-group .move-handle"), page.locator("#how-group tr.form-row:not(.empty-form)")
    handles.nth(2).drag_to(rows.nth(0), target_position={"x": 40, "y": 2})
    save()
    assert stored() == [(1, "Third"), (2, "Second"), (3, "First")]


def test_rows_of_a_list_are_put_in_order_by_keyboard_and_by_dragging_among_those_of_their_step(open_page):
    make_user("learner@example.org", is_staff=True, is_superuser=True)
    page = open_page(width=820)
    enter(page)
    before = list(Milestone.objects.in_order().values_list("title", flat=True))
    steps = list(Milestone.objects.in_order().values_list("step__number", flat=True))
    a, b, c = before[:3]
    last = before[steps.index(2) - 1]

    def saved():
        with page.expect_navigation():
            page.locator("[name=_save]").press("Enter")
        expect(page.locator(".messagelist")).to_contain_text("changed successfully")
        rows = list(Milestone.objects.in_order().values_list("title", "position"))
        assert [position for _, position in rows] == list(range(1, len(rows) + 1))
        return [title for title, _ in rows]

    page.goto(reverse("admin:roadmap_milestone_changelist"))
    expect(page.get_by_role("button", name=f"Move up: {a}")).to_be_disabled()
    expect(page.get_by_role("button", name=f"Move down: {last}")).to_be_disabled()
    page.get_by_role("button", name=f"Move down: {a}").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".move-said")).to_have_text(f"{a}: now 2 of {steps.count(1)}")
    assert page.evaluate("document.activeElement.ariaLabel") == f"Move down: {a}"
    assert saved() == [b, a, *before[2:]]
    handles, rows = page.locator("#result_list .move-handle"), page.locator("#result_list tbody tr")
    handles.nth(2).drag_to(rows.nth(0), target_position={"x": 40, "y": 2})
    assert saved() == [c, b, a, *before[3:]]
    page.goto(f"{reverse('admin:roadmap_milestone_changelist')}?o=1")
    assert page.locator(".move").count() == 0


def test_a_row_of_a_long_list_is_moved_to_the_page_before_and_a_list_with_unsaved_places_is_not_left_unasked(
    open_page, monkeypatch
):
    monkeypatch.setattr(admin.site._registry[Duty], "list_per_page", 3)
    make_user("learner@example.org", is_staff=True, is_superuser=True)
    before = list(Duty.objects.values_list("title", flat=True))
    page = open_page()
    enter(page)
    page.goto(f"{reverse('admin:roadmap_duty_changelist')}?p=2")
    up, down = (page.get_by_role("button", name=f"Move {way}: {before[3]}") for way in ("up", "down"))
    box = page.get_by_label(f"Position of {before[3]}")
    up.press("Enter")
    expect(page.locator(".move-said")).to_have_text(f"{before[3]}: on the page before this one, once you save")
    expect(box).to_have_value("3")
    expect(up).to_be_disabled()
    assert page.evaluate("document.activeElement.ariaLabel") == f"Move down: {before[3]}"
    down.press("Enter")
    expect(box).to_have_value("4")
    up.press("Enter")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_role("link", name="Home").click()
    page.wait_for_timeout(300)
    assert (asked, page.url.endswith("?p=2")) == (["beforeunload"], True)
    with page.expect_navigation():
        page.locator("[name=_save]").press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("changed successfully")
    moved = [*before[:2], before[3], before[2], *before[4:]]
    assert list(Duty.objects.values_list("position", "title")) == list(enumerate(moved, start=1))
    # Ticked is not typed: the list is left without a question.
    page.locator("input.action-select").first.check()
    with page.expect_navigation():
        page.get_by_role("link", name="Home").click()
    assert len(asked) == 1


def test_without_javascript_a_number_typed_in_a_list_is_the_place_of_its_row(open_page):
    make_user("learner@example.org", is_staff=True, is_superuser=True)
    before = list(Duty.objects.values_list("title", flat=True))
    page = open_page(javascript=False)
    enter(page)
    page.goto(reverse("admin:roadmap_duty_changelist"))
    assert page.locator(".move").count() == 0
    page.get_by_label(f"Position of {before[4]}").fill("2")
    page.locator("[name=_save]").press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("changed successfully")
    moved = [before[0], before[4], *before[1:4], *before[5:]]
    assert list(Duty.objects.values_list("position", "title")) == list(enumerate(moved, start=1))


def test_nothing_lies_over_the_first_page_at_any_width(open_page):
    make_user("learner@example.org", is_staff=True, is_superuser=True)
    make_report()
    page = open_page()
    enter(page)
    page.goto(reverse("admin:index"))
    for width in (1280, 820, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.locator(".desk-waiting li a").first.click(trial=True, timeout=3000)
        page.get_by_role("link", name="Milestones", exact=True).click(trial=True, timeout=3000)


def test_boxes_in_which_rows_are_found_by_typing_say_what_they_are_for_and_what_is_chosen(open_page):
    make_user("learner@example.org", is_staff=True, is_superuser=True)
    milestone = make_milestone()
    sign = make_sign(milestone)
    page = open_page()
    enter(page)
    page.goto(reverse("admin:roadmap_sign_change", args=[sign.pk]))
    expect(page.get_by_role("combobox", name=f"Milestone: {milestone}")).to_be_visible()
    page.goto(reverse("admin:roadmap_milestone_change", args=[milestone.pk]))
    expect(page.get_by_role("combobox", name="Prerequisites")).to_be_visible()
    assert page.evaluate("[...document.querySelectorAll('.select2 input')].filter((box) => !box.ariaLabel).length") == 0
