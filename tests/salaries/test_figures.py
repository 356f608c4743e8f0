"""No page shows a figure that is not one source's own: each is walked back to the single claim it came from."""

import re
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from html.parser import HTMLParser
from itertools import chain

import pytest
from django.test import Client

from salaries.models import Distribution, SalaryClaim
from tests.factories.accounts import make_user

pytestmark = pytest.mark.django_db

EVERYTHING = "role=any&place=any&industry=any&year=any&kind=any&currency=any"
# A sign or a currency's code, and digits.
AMOUNT = re.compile(r"(?:[$£€]|\b(?:USD|GBP|EUR|AUD|CAD|CHF|INR) )\d(?:[\d,.]*\d)?")
PER_YEAR = {"year": 1, "month": 12, "day": 260, "hour": 2080}
DIAMOND = "M0-6 6 0 0 6-6 0Z"


def money(amount, currency):
    """Written out once more, apart from the code that the pages use."""
    amount = Decimal(amount).quantize(Decimal("0.01"))
    text = f"{amount:,}".removesuffix(".00")
    return {"USD": "$", "GBP": "£", "EUR": "€"}.get(currency, f"{currency} ") + text


@pytest.fixture(scope="module")
def published(seeded, django_db_blocker):
    """Every claim by its number, and the amounts of every distribution as a row may list them."""
    with django_db_blocker.unblock():
        return claims_and_rows()


def claims_and_rows():
    claims = {claim.pk: claim for claim in SalaryClaim.objects.published().select_related("distribution")}
    rows = set()
    for distribution in Distribution.objects.prefetch_related("claims"):
        own = distribution.claims.all()
        for period in {*PER_YEAR, None}:
            amounts = [claim.amount for claim in own if period in (None, claim.period)]
            rows.add(tuple(sorted(money(amount, distribution.currency) for amount in amounts)))
    return claims, rows


class Figures(HTMLParser):
    """What of a page's main part is an amount: in ``<data>``, in a drawing's title, or anywhere else; and its lines."""

    def __init__(self, body):
        super().__init__()
        self.data, self.titles, self.loose, self.paths, self.lines = [], [], [], [], []
        self.open = []
        self.feed(body[body.index("<main") : body.index("</main>")])

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "data":
            self.data.append([attributes, ""])
        elif tag == "title":
            self.titles.append("")
        elif tag in ("path", "polyline", "polygon"):
            self.paths.append((tag, attributes.get("d")))
        elif tag == "line":
            self.lines.append((attributes["x1"], attributes["x2"]))
        if tag not in ("br", "hr", "input", "img", "link", "meta", "path", "line", "rect", "circle", "use"):
            self.open.append((tag, attributes.get("class", "")))

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if self.open and self.open[-1][0] == tag:
            self.open.pop()

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, text):
        tags = [tag for tag, _ in self.open]
        if tags and tags[-1] == "data":
            self.data[-1][1] += text
        elif tags and tags[-1] == "title":
            self.titles[-1] += text
        elif ("svg", "ruler-axis") not in self.open:
            self.loose += AMOUNT.findall(text)


def walk(body, published, *, own=()):
    """Check every figure of a page against the claims; the learner's ``own`` amounts are no claims.

    Returns the claims that are shown.
    """
    claims, rows = published
    page = Figures(body)
    for attributes, text in page.data:
        claim = claims[int(attributes["data-claim"])]
        expected = claim.amount
        if "data-equivalent" in attributes:
            assert attributes["data-equivalent"] == "year"
            expected = (claim.amount * PER_YEAR[claim.period]).quantize(Decimal(1), rounding=ROUND_HALF_UP)
        assert Decimal(attributes["value"]) == expected
        assert text == money(expected, claim.distribution.currency)
    for title in page.titles:
        stated = re.sub(r"\S+(?: [\d.,]+)? a year, stated as ", "", title)
        assert tuple(sorted(AMOUNT.findall(stated))) in rows, title
    assert [amount for amount in page.loose if amount not in own] == []
    assert set(page.paths) <= {("path", DIAMOND)}
    assert [line for line in page.lines if line[0] != line[1]] == []
    return [int(attributes["data-claim"]) for attributes, _ in page.data]


def get(address, published):
    response = Client().get(address)
    assert response.status_code == 200, address
    return walk(response.content.decode(), published)


def test_the_walk_sees_what_does_not_belong(published):
    claim = next(claim for claim in published[0].values() if claim.distribution.currency == "USD")
    figure = f'<data value="{claim.amount}" data-claim="{claim.pk}">{money(claim.amount, "USD")}</data>'
    assert walk(f"<main>{figure}</main>", published) == [claim.pk]
    for wrong in (
        figure.replace(f'value="{claim.amount}"', 'value="1"'),
        figure.replace(">$", ">$1"),
        "<p>On average $98,765.</p>",
        "<p>AUD 98,765</p>",
        "<svg><title>Median $1</title></svg>",
        '<svg><path d="M0 0 9 9"/></svg>',
        '<svg><line x1="1%" x2="2%"/></svg>',
        '<svg><polyline points="1 2"/></svg>',
    ):
        with pytest.raises(AssertionError):
            walk(f"<main>{wrong}</main>", published)


@pytest.mark.parametrize("yearly", ["", "&yearly=1"])
def test_every_row_of_the_list_shows_claims_alone(published, yearly):
    pages = [get(f"/salaries/?{EVERYTHING}&page={page}{yearly}", published)[3:] for page in range(1, 7)]
    shown = Counter(chain.from_iterable(pages))
    assert set(shown) == set(published[0])
    # An equivalent stands with the figure it was worked out from; one source states its own by the year as well.
    assert Counter(shown.values()) == ({1: 644, 2: 24} if yearly else {1: 668})


@pytest.mark.parametrize("name", ["role", "place", "industry", "year", "kind", "currency"])
def test_every_choice_of_every_filter_shows_claims_alone(published, name):
    select = re.search(rf'<select[^>]* name="{name}".*?</select>', Client().get("/salaries/").content.decode(), re.S)
    options = re.findall(r'<option value="([^"]+)"', select[0])
    assert len(options) == {"role": 20, "place": 72, "industry": 23, "year": 12, "kind": 3, "currency": 6}[name]
    for option in options:
        assert len(get(f"/salaries/?{name}={option}", published)) >= 3


def test_every_distribution_page_shows_claims_alone(published):
    rows = Distribution.objects.published().with_labels()
    addresses = {row.get_absolute_url() for row in rows}
    otherwise = {row.get_absolute_url() for row in rows.filter(claims__period__in=["hour", "day", "month"])}
    assert (len(addresses), len(otherwise)) == (118, 9)
    shown = [get(address, published) for address in sorted(addresses)]
    assert min(map(len, shown)) >= 1
    assert set(chain.from_iterable(shown)) == set(published[0])
    for address in sorted(otherwise):
        assert set(get(f"{address}?yearly=1", published)) == set(get(address, published))


@pytest.mark.parametrize(
    ("address", "figures"),
    [
        ("/salaries/compare/?row=13-1082.us.all-industries&row=project-manager-in-it.gb-lnd.information-technology", 6),
        ("/salaries/why-they-differ/", 30),
        ("/salaries/my-number/", 0),
        ("/salaries/compare/", 0),
        ("/salaries/data/", 0),
    ],
)
def test_the_other_pages_show_claims_alone(published, address, figures):
    assert len(get(address, published)) >= figures


@pytest.mark.parametrize(
    ("amount", "period", "place", "own"),
    [
        ("110000", "year", "us-ny", {"$110,000", "$52.88"}),
        ("52.50", "hour", "us", {"$52.50", "$109,200"}),
        ("9000", "month", "us-wa", {"$9,000", "$108,000", "$51.92"}),
    ],
)
def test_a_placed_number_stands_among_claims_alone(published, amount, period, place, own):
    data = {"amount": amount, "currency": "USD", "period": period, "kind": "base", "place": place, "level": "all"}
    response = Client().post("/salaries/my-number/", data)
    assert response.status_code == 200
    assert len(walk(response.content.decode(), published, own=own)) > 20


def test_a_kept_number_stands_among_claims_alone(published):
    client = Client()
    client.force_login(make_user())
    data = {"amount": "98765.43", "currency": "USD", "period": "year", "kind": "base", "place": "us", "level": "all"}
    client.post("/salaries/my-number/", {**data, "keep": "1"})
    body = client.get("/salaries/").content.decode()
    assert "your number" in body
    assert len(walk(body, published)) > 20
