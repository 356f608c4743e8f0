"""One verdict first: in a place, beside the country, of one source and one time, and only as exact as it is known."""

from datetime import date
from decimal import Decimal

import pytest

from salaries.levels import conventions, spans
from salaries.models import Distribution
from salaries.placing import Number
from salaries.reading import claims_of
from salaries.verdicts import one_verdict
from tests.factories.curation import make_source
from tests.factories.salaries import (
    make_claim,
    make_distribution,
    make_industry,
    make_method,
    make_occupation,
    make_place,
)

pytestmark = pytest.mark.django_db

TEXAS = {"p10": 57_460, "p25": 74_810, "p50": 98_440, "p75": 129_370, "p90": 162_780, "mean": 104_210}
NATION = {"p10": 61_580, "p25": 78_440, "p50": 102_320, "p75": 133_100, "p90": 167_970, "mean": 110_740}


@pytest.fixture
def bureau():
    return make_method(source=make_source(publisher="US Bureau of Labor Statistics")).source


@pytest.fixture
def role():
    return make_occupation(slug="13-1082", code="13-1082", name="Project management specialists")


@pytest.fixture
def texas(bureau, role):
    """Texas, with the nation by another file of the same publisher."""
    nation = make_distribution(
        source=make_method(source=make_source(publisher=bureau.publisher)).source, occupation=role, figures=NATION
    )
    place = make_place(name="Texas", parent=nation.place)
    make_distribution(source=bureau, occupation=role, place=place, figures=TEXAS)
    return place


def usd(amount, **fields):
    return Number(**{"amount": Decimal(amount), "currency": "USD", "period": "year", "kind": "base"} | fields)


def test_without_a_number_it_says_the_median_and_how_that_is_nationally(texas, role, django_assert_num_queries):
    with django_assert_num_queries(2):
        verdict = one_verdict(place=texas, occupation=role)
    assert verdict.text == (
        "In Texas, the median for project management specialists is $98,440 a year. "
        "That's 4% below the national median of $102,320."
    )
    assert verdict.source == "Bureau of Labor Statistics, May 2025"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (
            usd(92_000),
            "In Texas, $92,000 is 7% below the median for project management specialists, about the 43rd percentile; "
            "nationally it's about the 39th percentile.",
        ),
        (
            usd(50, period="hour"),
            "In Texas, $104,000 is 6% above the median for project management specialists, about the 54th percentile; "
            "nationally it's about the 51st percentile.",
        ),
        (
            usd(50_000),
            "In Texas, $50,000 is 49% below the median for project management specialists, below the 10th percentile; "
            "nationally it's below the 10th percentile.",
        ),
        (
            usd(98_440),
            "In Texas, $98,440 is at the median for project management specialists; "
            "nationally it's about the 46th percentile.",
        ),
    ],
)
def test_a_number_is_set_against_the_median_and_among_the_percentiles(texas, role, number, text):
    assert one_verdict(place=texas, occupation=role, number=number).text == text


@pytest.mark.parametrize("number", [usd(92_000, currency="GBP"), usd(92_000, kind="total")])
def test_a_number_that_cannot_be_compared_is_left_out(texas, role, number):
    verdict = one_verdict(place=texas, occupation=role, number=number)
    assert (verdict.number, verdict.text[:24]) == (None, "In Texas, the median for")


def test_every_figure_is_tied_to_its_claim(texas, role):
    verdict = one_verdict(place=texas, occupation=role)
    for row, amount in ((verdict.here, "98440"), (verdict.nation, "102320")):
        claim = row.claims[50]
        assert f'<data value="{amount}.00" data-claim="{claim.pk}">' in verdict.html


@pytest.mark.parametrize("difference", [{"as_of": "2024-05"}, {"publisher": "Somebody else"}])
def test_another_source_or_time_is_no_measure(bureau, role, difference):
    publisher = difference.pop("publisher", bureau.publisher)
    other = make_method(source=make_source(publisher=publisher)).source
    nation = make_distribution(source=other, occupation=role, figures=NATION, **difference)
    place = make_place(name="Texas", parent=nation.place)
    make_distribution(source=bureau, occupation=role, place=place, figures=TEXAS)
    assert one_verdict(place=place, occupation=role, number=usd(92_000)).text == (
        "In Texas, $92,000 is 7% below the median for project management specialists, about the 43rd percentile."
    )


def test_of_several_sources_the_newest_speaks_and_at_one_time_the_employers_do(texas, role, bureau):
    people = make_method(basis="members").source
    make_distribution(source=people, occupation=role, place=texas, figures={"p50": 1})
    make_distribution(source=make_method().source, occupation=role, place=texas, figures={"p50": 2}, as_of="2024-05")
    assert one_verdict(place=texas, occupation=role).here.row.source == bureau
    make_distribution(source=people, occupation=role, place=texas, figures={"p50": 3}, as_of="2026-01")
    assert one_verdict(place=texas, occupation=role).text == (
        "In Texas, the median for project management specialists is $3 a year."
    )


@pytest.mark.parametrize(
    "fields", [{"figures": {"mean": 100}}, {"kind": "total", "figures": {"p50": 100}}, {"figures": {}}]
)
def test_without_a_yearly_median_of_base_pay_there_is_none(role, fields):
    row = make_distribution(occupation=role, **fields)
    make_claim(distribution=row, period="hour")
    assert one_verdict(place=row.place, occupation=role) is None


def test_another_industry_and_what_is_retired_say_nothing(texas, role):
    make_distribution(occupation=role, place=texas, industry=make_industry(), figures={"p50": 5}, as_of="2026-01")
    assert one_verdict(place=texas, occupation=role).here.amounts[50] == 98_440
    Distribution.objects.get(place=texas, industry__slug="all-industries").retire(at="2026-12-01T12:00Z")
    assert one_verdict(place=texas, occupation=role) is None


def test_an_area_is_called_so(texas, role, bureau):
    area = make_place(name="Dallas-Fort Worth", official_name="Dallas, TX", kind="city", parent=texas)
    make_distribution(source=bureau, occupation=role, place=area, figures=TEXAS)
    assert one_verdict(place=area, occupation=role).text.startswith("In the Dallas-Fort Worth area, the median for")


def test_errors_are_said_from_five_percent_on(texas, role):
    row = Distribution.objects.get(place=texas)
    for mean, people, said in (
        (None, None, (None, None)),
        ("4.9", "4.9", (None, None)),
        ("5.0", "27.4", ("5.0", "27.4")),
    ):
        row.claims.filter(statistic="mean").update(relative_error=mean)
        Distribution.objects.filter(pk=row.pk).update(employment=138_960, employment_error=people)
        here = one_verdict(place=texas, occupation=role).here
        assert (here.error, here.people_error) == tuple(Decimal(one) if one else None for one in said)
        assert here.people == "138,960"


def test_levels_are_spans_of_percentiles_and_need_all_of_them(texas, role):
    found = spans(one_verdict(place=texas, occupation=role))
    assert [(one.name, one.percentiles) for one in found] == [
        ("Entry", "10th to 25th"),
        ("Middle half", "25th to 75th"),
        ("Senior", "75th to 90th"),
    ]
    assert ">$57,460<" in found[0].low
    assert ">$74,810<" in found[0].high
    Distribution.objects.get(place=texas).claims.get(statistic="p90").retire(at="2026-12-01T12:00Z")
    assert spans(one_verdict(place=texas, occupation=role)) == []


def test_a_states_own_convention_is_said_beside_with_who_says_so(texas, role):
    source = make_method(short_name="the state").source
    row = make_distribution(source=source, occupation=role, place=texas, as_of="2024")
    make_claim(distribution=row, level="entry", statistic="mean_lowest_third", amount=70_820)
    rows = list(Distribution.objects.published().with_labels())
    [found] = conventions(rows, claims_of(rows))
    assert (found.who, [name for name, _ in found.figures]) == ("The state", ["entry, mean of the lowest third"])
    assert ">$70,820<" in found.figures[0][1]


def test_when_it_was_checked_is_that_of_its_claims(texas, role):
    assert one_verdict(place=texas, occupation=role).checked_on == date(2026, 11, 23)
