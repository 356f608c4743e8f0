"""A form whose answer never arrives, sent again with more words; and what a fault of ours moved, put back."""

from contextlib import contextmanager
from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import expect

from evidence.models import Evidence, Project, Recovery
from keeping import verbs
from tests.browser.test_pages import in_every_setting, sticks_out
from tests.browser.test_stories import enter
from tests.factories.accounts import make_user
from tests.factories.evidence import make_evidence


@contextmanager
def answer_lost(page):
    """What the page sends to its own address meanwhile arrives, and the answer does not: the browser stays there."""

    def lose(route):
        route.fetch(max_redirects=0)
        route.fulfill(status=204)

    page.route(page.url, lose, times=1)
    # The press asks first whether the site can be reached: what is typed before the form goes would go with it.
    with page.expect_response(lambda answer: answer.url == page.url and answer.status == 204):
        yield


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_what_was_corrected_while_the_answer_was_missing_is_kept(open_page, javascript):
    make_user("learner@example.org")
    page = open_page(width=390, javascript=javascript)
    enter(page)
    page.goto("/evidence/projects/add/")
    page.get_by_label("What was the project?").fill("Billing system migration")
    for legend, month, year in (("When did it begin?", "March", "2024"), ("When did it end?", "February", "2025")):
        group = page.get_by_role("group", name=legend)
        group.get_by_role("combobox").select_option(month)
        group.get_by_role("textbox").fill(year)
    page.get_by_label("I led it").check()
    with answer_lost(page):
        page.get_by_role("button", name="Save project").click()
    expect(page.get_by_role("heading", name="Add a project")).to_be_visible()
    page.get_by_role("group", name="When did it end?").get_by_role("combobox").select_option("September")
    page.get_by_role("button", name="Save project").click()
    expect(page.get_by_text("Saved: Billing system migration.")).to_be_visible()
    assert list(Project.objects.values_list("ends_on", "edition")) == [(date(2025, 9, 30), 2)]
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_text("It is as it was before.")).to_be_visible()
    assert Project.objects.get().ends_on == date(2025, 2, 28)


def test_a_day_that_was_moved_is_offered_back(open_page, violations):
    user = make_user("learner@example.org")
    piece = make_evidence(user, happened="The launch " + "w" * 90, on=date(2024, 5, 1))
    saved = datetime(2026, 11, 3, 9, tzinfo=UTC)
    verbs.change(piece, values={"on": "2026-11-03"}, seen=1, at=saved)
    day = {"field": "on", "present": "2026-11-03", "offered": "2024-05-01"}
    Recovery.objects.create(user=user, subject="evidence.evidence", token=piece.token, at=saved, **day)
    page = open_page()
    enter(page)
    for address in ("/evidence/", piece.get_absolute_url()):
        page.goto(address)
        expect(page.get_by_text("its day went from May 1, 2024 to Nov 3, 2026")).to_be_visible()
        for setting in in_every_setting(page):
            assert (violations(page), sticks_out(page)) == ([], False), setting
    page.get_by_role("button", name="Put May 1, 2024 back").click()
    expect(page.get_by_text("It is as it was before")).to_be_visible()
    assert Evidence.objects.get().on == date(2024, 5, 1)
