"""A visitor says that a fee looks wrong; a curator corrects nothing yet, answers and closes it."""

import pytest
from django.urls import reverse
from django.utils.http import urlencode
from playwright.sync_api import expect

from curation import facts, link_rules, links
from curation.link_desk import replace_at
from curation.models import Source
from salaries.models import SalaryClaim
from tests.browser.test_pages import sticks_out
from tests.browser.test_stories import enter
from tests.factories.accounts import make_user


@pytest.mark.parametrize(("width", "javascript"), [(390, False), (1280, True)])
def test_a_visitor_reports_a_fee_and_a_curator_answers(open_page, violations, width, javascript):
    make_user("learner@example.org", is_staff=True, is_superuser=True)
    reader = open_page(width=width, javascript=javascript, errors_expected=True)
    reader.goto("/credentials/pmp/")
    fees = reader.get_by_role("table", name="Without tax; prices differ by country")
    wrong = fees.get_by_role("link", name="Wrong?").first
    named = wrong.inner_text().removeprefix("Wrong?").strip()
    wrong.press("Enter")
    expect(reader.get_by_role("link", name=named)).to_have_attribute("href", "/credentials/pmp/")
    reader.get_by_label("Your email address").fill("nobody")
    reader.get_by_role("button", name="Send").click()
    assert violations(reader) == [] if javascript else True
    assert not sticks_out(reader)
    reader.get_by_label("What looks wrong?").fill("It is $425 now.")
    reader.get_by_label("Your email address").fill("reader@example.org")
    reader.get_by_role("button", name="Send").press("Enter")
    expect(reader.get_by_role("heading", level=1)).to_have_text("Thank you")

    # On pages of the admin axe-core itself sets a style, which the policy refuses.
    desk = open_page(width=max(width, 820), errors_expected=True)
    enter(desk)
    desk.goto("/admin/curation/report/")
    desk.get_by_role("link", name=named).click()
    expect(desk.get_by_text("It is $425 now.")).to_be_visible()
    assert violations(desk) == []
    desk.get_by_role("link", name="Look after").click()
    desk.get_by_role("link", name=named).press("Enter")
    desk.get_by_label("Your answer").fill("Thank you, we are checking.")
    desk.get_by_role("button", name="Answer and close").press("Enter")
    expect(desk.get_by_text("This site sends no mail, so nobody was told")).to_be_visible()
    expect(desk.get_by_role("button", name="Reopen")).to_be_visible()
    assert violations(desk) == []

    if javascript:
        for address in of_many_rows():
            desk.goto(address)
            for wide in (1280, 820):
                desk.set_viewport_size({"width": wide, "height": 900})
                assert not sticks_out(desk), (address, wide)
            assert violations(desk) == []


def of_many_rows():
    """The pages of the desk on which many rows are looked at together."""
    source = max(Source.objects.all(), key=lambda one: len(facts.resting_on(one)))
    yield reverse("admin:curation_source_facts", args=[source.pk])
    yield reverse("admin:curation_linkcheck_hosts")
    link = max(links.addresses(), key=lambda one: sum(len(rows) for _, rows in links.standing_in(one)))
    yield f"{reverse('admin:curation_linkcheck_hosts')}?{urlencode({'host': link_rules.host(link)})}"
    yield replace_at(link, "https://example.org/somewhere-else")
    SalaryClaim.objects.filter(pk__in=SalaryClaim.objects.values("pk")[:20]).update(
        retrieved_on="2020-01-01", checked_on="2020-01-01", review_by="2021-01-01"
    )
    yield reverse("admin:curation_source_overdue")
