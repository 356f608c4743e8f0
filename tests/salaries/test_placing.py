"""Where a number sits among published figures: a truth table, and what holds for every amount."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from salaries import pay
from salaries.placing import (
    Figure,
    Number,
    Placement,
    Result,
    in_words,
    ordinal,
    place,
    place_among,
)

BUREAU = "10:61580 25:78440 50:102320 75:133100 90:167970"
WASHINGTON = "25:39.19/hour 50:59.03/hour 75:74.47/hour"
FLAT = "10:50000 25:50000 50:60000 75:60000 90:60000"


def number(text, currency="USD", kind="base"):
    """``95000`` or ``45.50/hour``."""
    amount, _, period = text.partition("/")
    return Number(Decimal(amount), currency, period or "year", kind)


def figures(text):
    """``25:39.19/hour`` is a percentile, ``mean=120800`` another figure."""
    return [_figure(part) for part in text.split()]


def _figure(part):
    label, _, rest = part.partition("=" if "=" in part else ":")
    amount, _, period = rest.partition("/")
    return Figure(label, Decimal(amount), period or "year", None if "=" in part else int(label))


LINE = " on a straight line between the two"

# What somebody earns, what is published, and what is said of it: percentiles, then the other figures.
TABLE = [
    # edges of a full set, and both sides of each
    ("0.01", BUREAU, "below the 10th percentile"),
    ("61579.99", BUREAU, "below the 10th percentile"),
    ("61580", BUREAU, "at the 10th percentile"),
    ("61580.01", BUREAU, "between the 10th and 25th percentile, about the 11th"),
    ("70010", BUREAU, "between the 10th and 25th percentile, about the 18th"),
    ("78439.99", BUREAU, "between the 10th and 25th percentile, about the 24th"),
    ("78440", BUREAU, "at the 25th percentile"),
    ("90380", BUREAU, "between the 25th and 50th percentile, about the 38th"),
    ("102319.99", BUREAU, "between the 25th and 50th percentile, about the 49th"),
    ("102320", BUREAU, "at the median"),
    ("102320.00", BUREAU, "at the median"),
    ("102320.01", BUREAU, "between the 50th and 75th percentile, about the 51st"),
    ("117710", BUREAU, "between the 50th and 75th percentile, about the 63rd"),
    ("133100", BUREAU, "at the 75th percentile"),
    ("150535", BUREAU, "between the 75th and 90th percentile, about the 83rd"),
    ("167970", BUREAU, "at the 90th percentile"),
    ("167970.01", BUREAU, "above the 90th percentile"),
    ("9999999999.99", BUREAU, "above the 90th percentile"),
    # the order in which they are published does not matter
    ("90380", "90:167970 25:78440 50:102320", "between the 25th and 50th percentile, about the 38th"),
    # equal percentiles
    ("49999", FLAT, "below the 10th percentile"),
    ("50000", FLAT, "at the 10th to 25th percentile"),
    ("55000", FLAT, "between the 25th and 50th percentile, about the 38th"),
    ("60000", FLAT, "at the 50th to 90th percentile"),
    ("60001", FLAT, "above the 90th percentile"),
    # percentiles that were not published are not made up
    ("90000", "25:80000 75:120000", "between the 25th and 75th percentile, about the 38th"),
    ("79999", "25:80000 75:120000", "below the 25th percentile"),
    ("120001", "25:80000 75:120000", "above the 75th percentile"),
    ("100000", "10:60000 50:100000", "at the median"),
    ("100001", "10:60000 50:100000", "above the median"),
    # a single one
    ("99999", "50:100000", "below the median"),
    ("100000", "50:100000", "at the median"),
    ("100001", "50:100000", "above the median"),
    ("1", "90:100000", "below the 90th percentile"),
    # neighbors that nothing whole lies between
    ("15", "10:10 11:20", "between the 10th and 11th percentile"),
    ("15", "10:10 12:20", "between the 10th and 12th percentile, about the 11th"),
    # other periods, both ways
    ("95000", WASHINGTON, "between the 25th and 50th percentile, about the 33rd; in hour"),
    ("81515.20", WASHINGTON, "at the 25th percentile; in hour"),
    ("81515.19", WASHINGTON, "below the 25th percentile; in hour"),
    ("74.48/hour", WASHINGTON, "above the 75th percentile"),
    ("59.03/hour", WASHINGTON, "at the median"),
    ("8526.66/month", BUREAU, "between the 25th and 50th percentile, about the 49th; in year"),
    ("8526.67/month", BUREAU, "between the 50th and 75th percentile, about the 51st; in year"),
    ("37.71/hour", BUREAU, "between the 10th and 25th percentile, about the 24th; in year"),
    ("600/day", BUREAU, "between the 75th and 90th percentile, about the 85th; in year"),
    ("500/day", WASHINGTON, "between the 50th and 75th percentile, about the 56th; in hour"),
    ("40/hour", "50:83200", "at the median; in year"),
    ("83200", "50:40/hour", "at the median; in hour"),
    # the same percentile by the year and by the hour: only one of them is the scale, the number's own if there is one
    ("95000", "50:95249 50:45.67/hour", "below the median"),
    ("45.70/hour", "50:95249 50:45.67/hour", "above the median"),
    ("7930/month", "50:95249 50:45.67/hour", "below the median; in year"),
    # no percentile at all
    ("100000", "mean=111037 upper=124430", "below mean, below upper"),
    ("111037", "mean=111037", "at mean"),
    ("111037.01", "mean=111037 upper=124430", "above mean, below upper"),
    ("124431", "mean=111037 upper=124430", "above mean, above upper"),
    ("100000", "", ""),
    # both, in several periods
    ("120800", WASHINGTON + " mean=120800", "between the 25th and 50th percentile, about the 49th; at mean; in hour"),
    ("59/hour", "50:59.03/hour mean=120800", "below the median; above mean; in year"),
]  # fmt: skip


def said(result):
    assert result.obstacle == ""
    parts = [in_words(result.placement).removesuffix(LINE)] if result.placement else []
    parts += [", ".join(f"{relation} {label}" for label, relation in result.beside)] if result.beside else []
    parts += [f"in {' and '.join(result.converted)}"] if result.converted else []
    return "; ".join(parts)


@pytest.mark.parametrize(("mine", "published", "words"), TABLE)
def test_where_a_number_sits(mine, published, words):
    assert said(place(number(mine), currency="USD", kind="base", figures=figures(published))) == words


def test_an_estimate_says_how_it_was_made():
    words = in_words(Placement(lower=25, upper=50, estimate=Decimal("37.5")))
    assert words == "between the 25th and 50th percentile, about the 38th on a straight line between the two"


@pytest.mark.parametrize(
    ("mine", "obstacle"),
    [
        (number("100000", currency="EUR"), "currency"),
        (number("100000", kind="total"), "kind"),
        (number("100000", currency="EUR", kind="total"), "currency"),
        (number("48/hour", currency="CAD"), "currency"),
    ],
)
def test_another_currency_or_kind_is_not_compared_at_all(mine, obstacle):
    found = place(mine, currency="USD", kind="base", figures=figures(BUREAU + " mean=108000"))
    assert found == Result(obstacle=obstacle)


def test_total_pay_is_compared_with_total_pay():
    found = place(number("82700", "EUR", "total"), currency="EUR", kind="total", figures=figures("mean=82700"))
    assert found == Result(beside=(("mean", "at"),))


@pytest.mark.parametrize("amount", ["0", "-0.01", "-100000"])
def test_an_amount_is_more_than_nothing(amount):
    with pytest.raises(ValueError, match="more than nothing"):
        place(number(amount), currency="USD", kind="base", figures=figures(BUREAU))


def test_a_placement_without_any_percentile_has_no_words():
    with pytest.raises(ValueError, match="at least one side"):
        in_words(Placement(lower=None, upper=None))


@pytest.mark.parametrize(
    ("given_number", "text"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th"), (11, "11th"), (12, "12th"), (13, "13th"),
     (21, "21st"), (22, "22nd"), (33, "33rd"), (50, "50th"), (90, "90th"), (111, "111th")],
)  # fmt: skip
def test_ordinals(given_number, text):
    assert ordinal(given_number) == text


AMOUNTS = st.decimals(min_value="0.01", max_value="9999999999.99", places=2)
PERIODS = st.sampled_from(sorted(pay.PER_YEAR))


@st.composite
def scales(draw):
    """One to five percentiles in order, equal ones among them."""
    names = sorted(draw(st.sets(st.sampled_from([10, 25, 50, 75, 90]), min_size=1)))
    amounts = sorted(draw(st.lists(AMOUNTS, min_size=len(names), max_size=len(names))))
    return list(zip(names, amounts, strict=True))


@given(scales(), st.lists(AMOUNTS, min_size=2, max_size=8))
def test_the_rank_never_falls_when_the_amount_rises(scale, amounts):
    # The published amounts themselves are where a rank would slip.
    amounts = sorted([*amounts, *(amount for _, amount in scale)])
    ranks = [place_among(amount, scale).rank for amount in amounts]
    assert all(low <= high for low, high in pairwise(ranks))
    assert all(0 <= rank <= 100 for rank in ranks)


@given(scales(), AMOUNTS, AMOUNTS, PERIODS, PERIODS)
def test_the_rank_never_falls_in_another_period_either(scale, one, two, mine, published):
    low, high = (
        place(
            Number(amount, "USD", mine, "base"),
            currency="USD",
            kind="base",
            figures=[Figure(str(percentile), money, published, percentile) for percentile, money in scale],
        ).placement.rank
        for amount in sorted([one, two])
    )
    assert low <= high


@given(scales(), AMOUNTS)
def test_nothing_is_said_beyond_the_outermost_percentile(scale, amount):
    found = place_among(amount, scale)
    (lowest, least), (highest, most) = scale[0], scale[-1]
    if amount < least:
        assert found == Placement(lower=None, upper=lowest)
    elif amount > most:
        assert found == Placement(lower=highest, upper=None)
    else:
        assert lowest <= found.lower <= found.upper <= highest


@given(scales(), AMOUNTS, st.integers(0, 10**12))
def test_an_estimate_lies_strictly_between_two_neighbors_that_were_published(scale, amount, cents):
    amount = max(scale[0][1], min(scale[-1][1], amount, scale[0][1] + Decimal(cents) / 100))
    found = place_among(amount, scale)
    assert found.exact == (amount in [published for _, published in scale])
    assume(not found.exact)
    names = [name for name, _ in scale]
    assert (found.lower, found.upper) in list(pairwise(names))
    assert isinstance(found.estimate, Decimal)
    assert found.lower < found.estimate < found.upper
    assert dict(scale)[found.lower] < amount < dict(scale)[found.upper]


@given(AMOUNTS, PERIODS, PERIODS)
def test_what_is_equal_in_one_period_is_equal_in_the_other(amount, mine, other):
    """A number is at its own equivalent wherever that has no more than two decimals, as published figures have."""
    equivalent = pay.in_period(amount, mine, other)
    assume(equivalent == equivalent.quantize(Decimal("0.01")))
    figure = Figure("mean", equivalent, other)
    there = place(Number(amount, "USD", mine, "base"), currency="USD", kind="base", figures=[figure])
    back = place(
        Number(equivalent, "USD", other, "base"), currency="USD", kind="base", figures=[Figure("mean", amount, mine)]
    )
    assert [there.beside, back.beside] == [(("mean", "at"),)] * 2


@given(scales(), AMOUNTS)
def test_the_words_never_round_onto_a_percentile_that_was_published(scale, amount):
    found = place_among(amount, scale)
    words = in_words(found)
    assume("about the" in words)
    about = words.split("about the ")[1].split()[0]
    assert about in {ordinal(between) for between in range(found.lower + 1, found.upper)}
