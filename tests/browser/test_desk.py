"""The curator's desk in a real browser: every list and every form fits a laptop and half a screen."""

from django.contrib.admin import site
from django.contrib.auth.models import Group
from django.db.models import Count
from django.urls import reverse
from django.utils import timezone

from curation.csv_writer import written
from interviews.models import Question
from interviews.practice import asking
from salaries.models import Distribution, ImportBatch, SalaryClaim
from tests.browser.test_stories import enter
from tests.factories.accounts import make_user
from tests.factories.interviews import make_asked


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
    ImportBatch.objects.create(at=timezone.now(), file_name="claims-of-the-whole-year.csv")
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
    for desk in (site._registry[SalaryClaim], site._registry[Question]):
        header, row = desk.header, next(iter(desk.exported(desk.model.objects.all())))
        longest = {"edition": "y" * 190, "text": "y" * 290}
        long = [longest.get(name, cell) for name, cell in zip(header, row, strict=True)]
        for rows, leads_to in (([long], "process_import"), ([["x" * 400, *long[1:]]], "import")):
            page.goto(reverse(desk.page_name("import")))
            file = {"name": "rows.csv", "mimeType": "text/csv", "buffer": written(header, rows).encode()}
            page.set_input_files("input[type=file]", file)
            with page.expect_navigation():
                page.click("#content-main input[type=submit]")
            assert page.url.endswith(reverse(desk.page_name(leads_to)))
            for width in (1280, 820):
                page.set_viewport_size({"width": width, "height": 900})
                wide += [f"{page.url} at {width}: {box}" for box in page.evaluate(TOO_WIDE)]
    assert "\n".join(wide) == ""
