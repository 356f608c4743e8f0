"""An offer from what was advertised to the answer: placed on the ruler, revised, compared and declined."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from applications.models import Offer, StageChange
from tests.browser.test_stories import enter
from tests.factories.applications import make_application, make_offer
from tests.factories.evidence import make_evidence


@pytest.fixture
def application(learner, site):
    return make_application(
        learner,
        **{"title": "Technical Project Manager", "employer": "Northwind", "stage": "offer", "pay_period": "year"},
        **{"pay_words": "$98k to $120k", "pay_least": Decimal(98_000), "pay_most": Decimal(120_000)},
        pay_currency="USD",
    )


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_placed_revised_compared_and_declined(open_page, violations, learner, application, javascript):
    other = make_application(learner, employer="Hafen", stage="offer")
    make_offer(other, currency="EUR", base=Decimal("58.50"), period="hour", on=date(2026, 11, 20))
    # A form that is sent with an offer of nothing is answered with 422, which the console calls an error.
    page = open_page(width=390, javascript=javascript, errors_expected=True)
    enter(page)

    def looked_at():
        if javascript:
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= 390

    page.goto(application.get_absolute_url())
    page.get_by_label("Pages of this application").get_by_role("link", name="Offers").click()
    expect(page.get_by_role("link", name="Start with what was advertised")).to_be_visible()
    looked_at()
    page.get_by_role("link", name="Start with what was advertised").click()
    expect(page.get_by_label("Base pay")).to_have_value("98000.00")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved: Advertised, ")

    # On the ruler, among figures with their source and year.
    expect(page.get_by_role("heading", name="$98,000 a year, base pay")).to_be_visible()
    expect(page.locator(".placed-says").first).to_contain_text(
        "for project management specialists in the United States (the Bureau of Labor Statistics, May 2025)"
    )
    expect(page.get_by_text("this offer").first).to_be_visible()
    looked_at()
    page.get_by_text("Another place, role or level").click()
    page.get_by_label("Place", exact=False).first.fill("New York")
    page.get_by_role("button", name="Compare it there").click()
    expect(page.get_by_role("heading", name="Where it sits: New York")).to_be_visible()

    # They say more; nothing is no offer.
    page.get_by_role("link", name="It changed").click()
    expect(page.get_by_label("How did they make it?")).to_have_value("verbal")
    page.get_by_label("Base pay").fill("0")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("An offer of nothing is no offer.")
    looked_at()
    page.get_by_label("Base pay").fill("118k")
    page.get_by_label("Bonus a year").fill("10,000")
    page.get_by_label("When?").fill(f"{timezone.localdate()}")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").first).to_contain_text("$118,000 a year")
    expect(page.locator(".timeline")).to_contain_text("Base pay: $98,000 a year $118,000 a year, $20,000 more")
    expect(page.get_by_role("heading", name="$128,000 a year, base and bonus")).to_be_visible()

    # Beside another one, in euros until a rate is given.
    page.get_by_role("link", name="Compare", exact=True).click()
    page.get_by_label("Hafen").check()
    page.get_by_role("button", name="Compare").click()
    table = page.locator(".offers-table")
    expect(table).to_contain_text("€121,680")
    looked_at()
    page.get_by_label("1 USD in EUR").or_(page.get_by_label("1 EUR in USD")).fill("0")
    page.get_by_role("button", name="Show them so").click()
    expect(page.get_by_text("A rate is more than nothing.")).to_be_visible()
    looked_at()
    page.get_by_label("Currency", exact=True).select_option("USD")
    page.get_by_role("button", name="Show them so").click()
    page.get_by_label("1 EUR in USD").fill("1.08")
    page.get_by_role("button", name="Show them so").click()
    expect(table).to_contain_text("$131,414")

    # No, thank you; and for a moment not so sure.
    page.goto(f"{application.get_absolute_url()}offers/")
    page.get_by_role("button", name="Decline").click()
    expect(page.locator(".posting-head .stage")).to_contain_text("I declined")
    expect(page.get_by_role("button", name="Decline")).to_have_count(0)
    page.get_by_role("status").first.get_by_role("button", name="Undo").click()
    expect(page.locator(".posting-head .stage")).to_contain_text("Offer")
    page.get_by_role("button", name="Decline").click()
    expect(page.locator(".posting-head .stage")).to_contain_text("I declined")
    looked_at()
    assert StageChange.objects.for_user(learner).filter(application=application, stage="declined").count() == 1
    assert list(Offer.objects.filter(application=application).values_list("form", "base").order_by("pk")) == [
        *(("advertised", Decimal(98_000)), ("verbal", Decimal(118_000))),
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_to_say_is_read_and_printed(open_page, violations, learner, application, scheme):
    make_evidence(learner, happened="Moved the accounts", amount="38", unit="percent fewer errors")
    make_offer(application)
    page = open_page(scheme=scheme)
    enter(page)
    page.goto(f"{application.get_absolute_url()}offers/")
    assert violations(page) == []
    page.get_by_role("link", name="What to say").click()
    expect(page.get_by_text("38 percent fewer errors")).to_be_visible()
    figures = page.locator("section", has=page.get_by_role("heading", name="What is paid: United States"))
    expect(figures).to_contain_text("US Bureau of Labor Statistics, May 2025, checked")
    assert violations(page) == []
    page.emulate_media(media="print")
    expect(page.get_by_text("38 percent fewer errors")).to_be_visible()
    expect(page.get_by_label("Breadcrumb")).to_be_hidden()
