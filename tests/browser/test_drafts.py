"""A curator drafts a milestone, looks at it, gives it a day and publishes it, by keyboard."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from curation.draft import Draft
from roadmap.models import Milestone
from tests.browser.test_stories import enter
from tests.factories.accounts import make_user

# What the library for boxes in which rows are found by typing has: the search of a chosen name.
OF_DJANGO = ("select2-search__field",)


def press(page, role, name):
    page.get_by_role(role, name=name, exact=True).first.press("Enter")


def clean(page, violations):
    assert [one for one in violations(page) if not any(name in one for name in OF_DJANGO)] == []


def test_draft_a_milestone_with_five_lines_look_at_it_schedule_it_and_publish_it(open_page, violations):
    make_user("learner@example.org", is_staff=True, is_superuser=True)
    page = open_page(errors_expected=True)
    enter(page)
    draft_five_lines(page, violations)
    look_schedule_and_publish(page, violations)


def draft_five_lines(page, violations):
    """A draft of a milestone that is half filled at first, and asks whoever leaves it."""
    page.goto("/admin/roadmap/milestone/add/")
    page.get_by_label("Title:").press_sequentially("Write a cutover plan")
    page.get_by_label("Step:").select_option(index=1)
    page.get_by_label("Effort from:").press_sequentially("2")
    # Half filled: it can be kept and opened again.
    press(page, "button", "Save draft")
    expect(page.get_by_text("Draft saved. Nothing of it is public yet.")).to_be_visible()
    expect(page.get_by_label("Title:")).to_have_value("Write a cutover plan")
    expect(page.get_by_text("This field is required.").first).to_be_visible()
    clean(page, violations)
    page.get_by_label("Effort to:").fill("4")
    page.get_by_label("Why:").fill("A cutover without one takes a night.")
    for number in range(5):
        page.locator("#how-group .add-row a").press("Enter")
        page.locator(f"#id_how-{number}-text").fill(f"Line {number + 1}")
        page.locator(f"#id_how-{number}-position").fill(f"{number + 1}")
    # Whoever leaves now is asked.
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.evaluate("() => { location.href = '/admin/'; }")
    expect(page.locator("#id_how-4-text")).to_have_value("Line 5")
    press(page, "button", "Save draft")
    expect(page.locator("#id_how-4-text")).to_have_value("Line 5")
    assert asked == ["beforeunload"]
    assert not Milestone.objects.filter(title="Write a cutover plan").exists()
    clean(page, violations)


def look_schedule_and_publish(page, violations):
    """What was drafted, as others will see it, with a day, and then at once."""
    press(page, "link", "Preview, schedule or discard it")
    assert violations(page) == []
    press(page, "link", "Preview")
    expect(page.get_by_role("heading", level=1)).to_have_text("Write a cutover plan")
    expect(page.get_by_text("Preview, not published.")).to_be_visible()
    expect(page.get_by_text("Line 5")).to_be_visible()
    assert violations(page) == []
    press(page, "link", "As a learner under way")
    expect(page.get_by_text("As a made-up learner under way sees it.")).to_be_visible()
    assert violations(page) == []
    press(page, "link", "Back to the draft")
    day = timezone.localdate() + timedelta(days=3)
    page.get_by_label("Publish on:").fill(day.isoformat())
    press(page, "button", "Publish on that day")
    expect(page.get_by_text("It will be published on").first).to_be_visible()
    assert Draft.objects.get().publish_on == day
    press(page, "button", "Publish now")
    expect(page.get_by_role("link", name="Write a cutover plan")).to_be_visible()
    assert violations(page) == []
    press(page, "link", "Write a cutover plan")
    expect(page.get_by_role("heading", level=1)).to_have_text("Write a cutover plan")
    expect(page.get_by_text("Line 5")).to_be_visible()
    assert Milestone.objects.get(title="Write a cutover plan").how.count() == 5
