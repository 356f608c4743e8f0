"""Rows, groups and cells: every figure once, nothing mixed that may not be, and each tied to its claim."""

from datetime import date
from decimal import Decimal

import pytest

from salaries import board, naming
from salaries.models import Distribution, SalaryClaim
from salaries.placing import Number
from tests.factories.salaries import (
    make_claim,
    make_distribution,
    make_industry,
    make_method,
    make_occupation,
    make_place,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 25)


def build(**kwargs):
    rows = list(Distribution.objects.with_labels().order_by("pk"))
    return board.build(rows, SalaryClaim.objects.order_by("pk"), today=TODAY, **kwargs)


def shape(groups):
    """Each group as currency, period and its rows as lists of amounts in the group's period."""
    return [
        (group.currency, group.period, [[row.amount(claim) for claim in row.claims] for row in group.rows])
        for group in groups
    ]


def one(groups):
    """The only row of the only group."""
    [group] = groups
    [row] = group.rows
    return row


def number(amount, currency="USD", period="year", kind="base"):
    return Number(Decimal(amount), currency, period, kind)


# Groups


def test_currencies_and_periods_are_never_on_one_axis():
    make_distribution(figures={"p50": 100_000})
    make_distribution(figures={"p50": 60_000}, currency="GBP")
    both = make_distribution(figures={"mean": 120_800})
    make_claim(distribution=both, period="hour", statistic="p50", amount=59)
    assert shape(build()) == [
        ("USD", "year", [[100_000], [120_800]]),
        ("GBP", "year", [[60_000]]),
        ("USD", "hour", [[59]]),
    ]
    assert [(group.number, group.name) for group in build()] == [
        (1, "USD a year"),
        (2, "GBP a year"),
        (3, "USD an hour"),
    ]


def test_the_yearly_equivalent_stands_beside_what_is_stated_by_the_year():
    both = make_distribution(figures={"mean": 120_800})
    make_claim(distribution=both, period="hour", statistic="p50", amount="59.03", position=2)
    row = one(build(yearly=True))
    mean, median = row.claims
    assert [row.amount(claim) for claim in (mean, median)] == [120_800, Decimal("122782.40")]
    assert [row.converts(claim) for claim in (mean, median)] == [False, True]
    assert row.html(mean) == f'<data value="120800.00" data-claim="{mean.pk}">$120,800</data>'
    assert row.html(median) == (
        f'<data value="122782" data-claim="{median.pk}" data-equivalent="year">$122,782</data> '
        f'<span class="quiet small">from <data value="59.03" data-claim="{median.pk}">$59.03</data> an hour</span>'
    )


def test_what_the_source_states_by_the_year_itself_is_not_worked_out_a_second_time():
    row = make_distribution(figures={})
    make_claim(distribution=row, period="hour", statistic="p50", amount="45.67", position=1)
    make_claim(distribution=row, period="year", statistic="p50", amount=95_249, position=2)
    make_claim(distribution=row, period="hour", statistic="p75", amount=60, position=3)
    groups = build(yearly=True)
    assert shape(groups) == [
        ("USD", "hour", [[Decimal("45.67")]]),
        ("USD", "year", [[95_249, 124_800]]),
    ]
    assert [row.equivalent for group in groups for row in group.rows] == [False, True]


def test_a_figure_stated_by_the_month_and_the_day_is_worked_out_once():
    row = make_distribution()
    for place, (period, amount) in enumerate((("month", 8_000), ("day", 370)), start=1):
        make_claim(distribution=row, period=period, amount=amount, position=place)
    assert shape(build(yearly=True)) == [("USD", "year", [[96_000]]), ("USD", "day", [[370]])]


@pytest.mark.parametrize("yearly", [False, True])
def test_every_claim_is_in_exactly_one_row_and_one_cell(yearly):
    row = make_distribution(figures={"p10": 60_000, "p50": 100_000, "mean": 110_000, "upper": 150_000})
    make_claim(distribution=row, level="entry", statistic="mean", amount=70_000)
    for statistic, amount in (("p10", 29), ("p50", 48), ("p90", 80)):
        make_claim(distribution=row, period="hour", statistic=statistic, amount=amount)
    make_distribution(figures={"typical": 90_000}, currency="AUD")
    groups = build(yearly=yearly)
    found = [claim.pk for group in groups for shown in group.rows for claim in shown.claims]
    assert sorted(found) == sorted(SalaryClaim.objects.values_list("pk", flat=True))
    texts = [
        text
        for group in groups
        for shown in group.rows
        for text in [*(html for _, html in shown.cells if html), *(html for _, html, _ in shown.others)]
    ]
    assert len(texts) == len(found)
    assert all(sum(f'data-claim="{pk}"' in text for text in texts) == 1 for pk in found)


def test_a_distribution_without_claims_has_no_row():
    make_distribution()
    assert build() == []


# Rows


def test_cells_are_the_percentiles_and_the_mean_of_all_levels_and_the_rest_stands_beside_them():
    row = make_distribution(figures={"mean": 110_000, "p25": 78_440, "p50": 102_320, "upper": 124_430})
    entry = make_claim(
        distribution=row, level="entry", statistic="mean_lowest_third", amount=76_352, level_rule="The lowest third"
    )
    claims = {claim.statistic: claim for claim in row.claims.all()}
    shown = one(build())

    def data(statistic, text):
        return f'<data value="{claims[statistic].amount}" data-claim="{claims[statistic].pk}">{text}</data>'

    assert shown.cells == [
        ("10th", ""),
        ("25th", data("p25", "$78,440")),
        ("Median", data("p50", "$102,320")),
        ("75th", ""),
        ("90th", ""),
        ("Mean", data("mean", "$110,000")),
    ]
    assert shown.others == [
        ("Upper end of a range", data("upper", "$124,430"), ""),
        ("Entry: mean of the lowest third", data("mean_lowest_third", "$76,352"), "The lowest third"),
    ]
    assert entry.amount == 76_352


def test_a_row_says_whose_figures_it_shows_and_about_what():
    source = make_method(short_name="the Bureau").source
    place = make_place(name="New York", parent=make_place(name="United States"))
    about = {"occupation": make_occupation(name="Managers"), "place": place, "source": source}
    make_distribution(**about, industry=make_industry(name="Information"), kind="total", figures={"p50": 100_000})
    row = one(build())
    assert (row.who, row.what) == ("The Bureau", "Managers, New York, United States, Information, total pay")
    assert row.title == (
        "Managers, New York, United States, Information, total pay. The Bureau, May 2025. Median $100,000 a year."
    )
    assert row.named == ["The role as the source names it"]
    assert row.token == f"{row.distribution.occupation.slug}.{place.slug}.{row.distribution.industry.slug}"


def test_the_title_says_an_equivalent_and_what_it_was_stated_as():
    make_claim(period="hour", amount="45.67")
    assert one(build(yearly=True)).title.endswith(". Median $94,994 a year, stated as $45.67 an hour.")


def test_a_source_without_a_method_goes_by_its_publisher():
    row = make_distribution(figures={"p50": 1})
    row.source.pay_method.delete()
    assert one(build()).who == "A publisher"


@pytest.mark.parametrize(
    ("differing", "labels"),
    [
        ({}, ["", ""]),
        ({"occupation": "Role"}, ["Here", "Role"]),
        ({"place": "Place"}, ["There", "Place"]),
        ({"industry": "Industry"}, ["All industries", "Industry"]),
        ({"occupation": "Role", "place": "Place"}, ["Here, There", "Role, Place"]),
        ({"occupation": "Role", "industry": "Industry"}, ["Here", "Role, Industry"]),
    ],
)
def test_a_label_tells_a_row_from_the_others_beside_it(differing, labels):
    make = {"occupation": make_occupation, "place": make_place, "industry": make_industry}
    first = make_distribution(
        figures={"p50": 1}, occupation=make_occupation(name="Here"), place=make_place(name="There")
    )
    about = {name: getattr(first, name) for name in make}
    about |= {name: make[name](name=text) for name, text in differing.items()}
    make_distribution(figures={"p50": 1}, **about)
    [group] = build()
    assert [row.label for row in group.rows] == labels


def test_a_row_is_as_old_as_its_time_and_as_overdue_as_its_first_review():
    row = make_distribution(as_of="2024-10")
    make_claim(distribution=row, statistic="p50", amount=1)
    make_claim(
        distribution=row, statistic="p75", amount=1,
        retrieved_on=date(2025, 11, 1), checked_on=date(2025, 11, 1), review_by=date(2026, 11, 24),
    )  # fmt: skip
    assert one(build()).age == board.pay.Age(old=True, overdue=True)


# A number among them


FIGURES = {"p25": 80_000, "p50": 100_000, "mean": 110_000}


def test_a_number_is_placed_in_every_row_it_can_be_compared_with():
    make_distribution(figures=FIGURES, occupation=make_occupation(name="Managers"))
    make_distribution(figures=FIGURES, kind="total")
    make_distribution(figures={"p50": 60_000}, currency="GBP")
    dollars, pounds = build(number=number("90000"))
    placed, total = dollars.rows
    assert placed.sentence == (
        "Between the 25th and 50th percentile (about the 38th) for managers in the United States "
        "(the survey, May 2025); below its average."
    )
    assert placed.words == "Between the 25th and 50th percentile (about the 38th); below its average."
    assert [(row.result.obstacle, row.sentence, row.mine) for row in (total, *pounds.rows)] == [
        ("kind", "", None),
        ("currency", "", None),
    ]
    assert (placed.mine, dollars.mine, pounds.mine) == (dollars.axis.at(Decimal(90_000)),) * 2 + (None,)


def test_the_axis_takes_in_the_number_and_its_words_stay_inside_the_ruler():
    make_distribution(figures=FIGURES)
    ends = []
    for amount in ("1", "95000", "1000000"):
        [group] = build(number=number(amount))
        assert group.axis.low <= Decimal(amount) <= group.axis.high
        ends.append(group.anchor)
    assert ends == ["start", "middle", "end"]


def test_a_number_stands_at_its_equivalent_on_an_axis_of_another_period():
    make_claim(period="hour", amount=50)
    make_claim(distribution=SalaryClaim.objects.get().distribution, period="hour", statistic="p25", amount=40)
    [group] = build(number=number("93600"))
    assert group.mine == group.axis.at(Decimal(45))
    assert group.rows[0].result.converted == ("hour",)


def test_a_level_leaves_out_the_figures_of_other_levels_and_keeps_those_of_all():
    row = make_distribution(figures={"mean": 110_000}, occupation=make_occupation(name="Managers"))
    make_claim(distribution=row, level="entry", statistic="mean", amount=70_000)
    make_claim(distribution=row, level="senior", statistic="upper", amount=125_000)
    first = "Below the average for managers in the United States (the survey, May 2025)"
    said = {level: one(build(number=number("100000"), level=level)).sentence for level in ("all", "entry", "senior")}
    assert said == {
        "all": f"{first}; above its entry figure; below its senior figure.",
        "entry": f"{first}; above its entry figure.",
        "senior": f"{first}; below its senior figure.",
    }


def test_percentiles_of_a_level_are_no_scale_for_everybody():
    row = make_distribution(occupation=make_occupation(name="Managers"))
    make_claim(distribution=row, level="senior", statistic="p50", amount=173_000)
    shown = one(build(number=number("100000")))
    assert (shown.result.placement, shown.sentence) == (
        None,
        "Below the senior figure for managers in the United States (the survey, May 2025).",
    )
    assert shown.shapes == board.ruler.Shapes(range=None, middle=None, median=None)


# What is drawn


def test_letters_stand_for_what_is_no_percentile_and_the_legend_explains_those_that_occur():
    row = make_distribution(figures={"p50": 100_000, "mean": 110_000, "typical": 90_000})
    make_claim(distribution=row, level="entry", statistic="mean", amount=70_000)
    [group] = build()
    [shown] = group.rows
    assert {(mark.letter, mark.x) for mark in shown.marks} == {
        (letter, group.axis.at(Decimal(amount))) for letter, amount in (("", 110_000), ("T", 90_000), ("E", 70_000))
    }
    assert [letter for letter, _ in group.legend] == ["E", "T"]


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("0", "USD", "$0"), ("500", "USD", "$500"), ("47.5", "USD", "$47.5"), ("1000", "USD", "$1k"),
        ("62500", "GBP", "£62.5k"), ("100000", "AUD", "100k"), ("2500000", "EUR", "€2.5M"),
    ],
)  # fmt: skip
def test_ticks_are_short(amount, currency, text):
    assert naming.short_money(Decimal(amount), currency) == text


def test_the_outer_ticks_lean_inwards():
    make_distribution(figures={"p10": 50_000, "p90": 150_000})
    [group] = build()
    assert group.ticks == [
        ("0.00", "$50k", "start"),
        ("25.00", "$75k", "middle"),
        ("50.00", "$100k", "middle"),
        ("75.00", "$125k", "middle"),
        ("100.00", "$150k", "end"),
    ]


def test_a_row_is_drawn_as_a_bar_with_a_tick_a_diamond_and_letters_that_hang_under_what_they_would_cover():
    make_distribution(figures={"p10": 1, "p25": 25, "p50": 50, "p75": 75, "p90": 100, "mean": 60, "upper": 61})
    shown = one(build(number=number(80)))
    assert shown.height == 56
    assert shown.drawing == (
        '<rect class="range" x="1.00%" width="99.00%" y="20" height="4"/>'
        '<rect class="middle" x="25.00%" width="50.00%" y="15" height="14"/>'
        '<line class="median" x1="50.00%" x2="50.00%" y1="11" y2="33"/>'
        '<svg class="mean" x="60.00%" y="22"><path d="M0-6 6 0 0 6-6 0Z"/></svg>'
        '<g class="mark"><line class="stem" x1="61.00%" x2="61.00%" y1="22" y2="35"/>'
        '<circle cx="61.00%" cy="44" r="9"/><text x="61.00%" y="48" text-anchor="middle">U</text></g>'
        '<line class="mine" x1="80.00%" x2="80.00%" y1="0" y2="100%"/>'
    )
    assert one(build()).drawing.count('class="mine"') == 0


def test_a_figure_that_was_not_published_says_so_in_its_cell():
    row = make_distribution(figures={"p50": 100_000})
    claim = row.claims.get()
    none = '<span aria-hidden="true">\N{EN DASH}</span><span class="visually-hidden">not published</span>'
    figure = f'<data value="100000.00" data-claim="{claim.pk}">$100,000</data>'
    assert one(build()).columns == "".join(
        f'<td data-label="{name}" class="number{"" if name == "Median" else " none"}">'
        f"{figure if name == 'Median' else none}</td>"
        for name in ("10th", "25th", "Median", "75th", "90th", "Mean")
    )
