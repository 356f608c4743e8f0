"""The three large figures: each one claim, called what it is."""

from datetime import UTC, date, datetime

import pytest

from salaries.headlines import headlines
from salaries.pay import Age
from salaries.shelving import SALARIES
from tests.factories.salaries import make_claim, make_distribution

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 25)


def names(**fields):
    return [large.name for large in headlines([make_claim(headline=True, **fields)], today=TODAY)]


def on_the_page(client):
    return client.get("/salaries/").context["headlines"]


def test_entry_average_and_senior_stand_in_this_order_with_the_rule_that_made_them():
    row = make_distribution(as_of="2022")
    fields = {"distribution": row, "headline": True}
    senior = make_claim(**fields, level="senior", statistic="upper", amount=124_430, level_rule="Called senior")
    average = make_claim(**fields, statistic="mean", amount=111_037)
    entry = make_claim(**fields, level="entry", statistic="mean", amount=69_241, level_rule="Called entry level")
    small = make_claim(distribution=row, statistic="p50", amount=1)
    found = headlines([small, senior, average, entry], today=TODAY)
    assert [(large.claim, large.name, large.amount, large.rule, large.age) for large in found] == [
        (entry, "Entry level", "$69,241", "Called entry level", Age(old=True, overdue=False)),
        (average, "Average", "$111,037", "All levels together: the mean", Age(old=True, overdue=False)),
        (senior, "Senior level, up to", "$124,430", "Called senior", Age(old=True, overdue=False)),
    ]


def test_only_a_mean_is_called_average():
    assert names(statistic="mean") == ["Average"]


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"statistic": "p50"}, "Median"),
        ({"statistic": "upper"}, "Upper end of a range"),
        ({"statistic": "p50", "level": "senior"}, "Senior level"),
        ({"statistic": "upper", "level": "entry"}, "Entry level, up to"),
    ],
)
def test_any_other_figure_is_called_what_it_is(fields, name):
    assert names(**fields) == [name]


def test_mid_level_is_none_of_the_three():
    assert names(level="mid") == []


def test_a_claim_that_is_no_large_figure_is_passed_over():
    row = make_distribution()
    large = make_claim(distribution=row, headline=True, statistic="mean")
    small = make_claim(distribution=row, statistic="p50")
    assert [figure.claim for figure in headlines([large, small], today=TODAY)] == [large]


def test_a_level_without_a_figure_is_left_out(client):
    make_claim(headline=True, level="senior", statistic="upper")
    assert [large.name for large in on_the_page(client)] == ["Senior level, up to"]
    assert headlines([], today=TODAY) == []


def test_they_come_in_the_three_queries_of_the_page(client, django_assert_num_queries):
    for level in ("entry", "all", "senior"):
        make_claim(headline=True, level=level)
    SALARIES.newest()
    with django_assert_num_queries(3):
        shown = [
            (large.amount, large.claim.distribution.source.name, large.claim.distribution.place.name)
            for large in on_the_page(client)
        ]
    assert len(shown) == 3


@pytest.mark.parametrize("what", ["claim", "distribution", "occupation", "place", "industry"])
def test_what_is_retired_is_not_shown(client, what):
    claim = make_claim(headline=True)
    retired = {"claim": claim, "distribution": claim.distribution}.get(what) or getattr(claim.distribution, what)
    retired.retire(at=datetime(2026, 11, 25, tzinfo=UTC))
    assert on_the_page(client) == []


def test_one_that_was_not_reviewed_in_time_says_so():
    claim = make_claim(distribution=make_distribution(as_of="2026"), headline=True, review_by=date(2027, 11, 23))
    ages = [headlines([claim], today=day)[0].age for day in (date(2027, 11, 23), date(2027, 11, 24))]
    assert ages == [Age(old=False, overdue=False), Age(old=False, overdue=True)]
