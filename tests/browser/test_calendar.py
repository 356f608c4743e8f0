"""A learner's dates go into their calendar, at 390 px and with the keyboard alone: made, switched, copied, revoked."""

from datetime import timedelta

import icalendar
import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.test_pages import in_every_setting, sticks_out
from tests.browser.test_salaries import press, tab_to
from tests.browser.test_stories import sign_in
from tests.factories.accounts import make_user
from tests.factories.applications import make_task
from tests.factories.interviews import make_interview

PAGE = "/account/calendar/"


def told(address):
    """What a calendar program reads there, or the status if there is nothing to read."""
    response = Client().get(address[address.index(PAGE) :])
    if response.status_code != 200:
        return response.status_code
    return [str(one["SUMMARY"]) for one in icalendar.Calendar.from_ical(response.content).walk("VEVENT")]


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_dates_go_into_a_calendar_until_the_address_is_revoked(open_page, violations, javascript):
    user = make_user("learner@example.org", time_zone="Europe/Berlin")
    on = timezone.localdate() + timedelta(days=3)
    make_interview(user, company="Acme", on=on)
    make_task(user, what="Buy a suit", due_on=on)
    page = open_page(width=390, javascript=javascript)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    def check():
        assert not sticks_out(page)
        if javascript:
            assert violations(page) == []

    sign_in(page)
    page.goto(PAGE)
    expect(page.get_by_role("heading", level=1)).to_have_text("Your dates in your calendar")
    check()
    # Without tasks at first.
    tab_to(page, page.get_by_label("Tasks"))
    page.keyboard.press("Space")
    press(page, page.get_by_role("button", name="Make my private address"))
    expect(page.get_by_text("Your address is ready.")).to_be_visible()
    check()
    field = page.get_by_label("Private address")
    address = field.input_value()
    assert told(address) == ["Interview: Acme (First call)"]
    copy = page.get_by_role("button", name="Copy the address")
    if javascript:
        press(page, copy)
        expect(page.get_by_text("Copied.")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == address
    else:
        expect(copy).to_be_hidden()
    assert page.get_by_role("link", name="Open in my calendar app").get_attribute("href") == address.replace(
        "http://", "webcal://"
    )
    # Tasks too, and then nothing at all, which is not taken.
    tab_to(page, page.get_by_label("Tasks"))
    page.keyboard.press("Space")
    press(page, page.get_by_role("button", name="Save"))
    expect(page.get_by_text("Saved.")).to_be_visible()
    assert told(address) == ["Interview: Acme (First call)", "Buy a suit"]
    # A new address, and the old one is gone; then that one too.
    press(page, page.get_by_role("button", name="Revoke it and make a new one"))
    expect(field).not_to_have_value(address)
    second = field.input_value()
    assert (told(address), told(second)) == (404, ["Interview: Acme (First call)", "Buy a suit"])
    press(page, page.get_by_role("button", name="Revoke the address"))
    expect(page.get_by_text("Revoked. The old address leads nowhere now.")).to_be_visible()
    assert told(second) == 404
    expect(page.get_by_role("button", name="Make my private address")).to_be_visible()
    with page.expect_download() as download:
        press(page, page.get_by_role("link", name="Download the dates (.ics)"))
    assert download.value.suggested_filename == "tpm-portal.ics"
    check()


def test_no_kind_at_all_is_said_beside_the_kinds_and_what_was_chosen_stays(open_page, violations):
    make_user("learner@example.org")
    page = open_page(errors_expected=True)
    sign_in(page)
    page.goto(PAGE)
    for box in page.get_by_role("checkbox").all():
        box.uncheck()
    page.get_by_role("button", name="Make my private address").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose at least one kind of date.")
    assert [box.is_checked() for box in page.get_by_role("checkbox").all()] == [False] * 9
    for _ in in_every_setting(page):
        assert violations(page) == []
        assert not sticks_out(page)
