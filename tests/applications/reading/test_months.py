"""Times in words and figures."""

import pytest

from applications.reading.months import months_of, quantities, within


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("5+ years of delivery", [60]),
        ("five (5) years of delivery", [60]),
        ("seven (7)+ years' experience", [84]),
        ("3-5 yrs in IT", [36]),
        ("3\N{EN DASH}5 years in IT", [36]),
        ("three to five years in IT", [36]),
        ("between 2 and 4 years in IT", [24]),
        ("at least 24 months as lead", [24]),
        ("two+ years as lead", [24]),
        ("two or more years as lead", [24]),
        ("one year (52 weeks) of work", [12]),
        ("0 to 2 years in support", [0]),
        ("eighteen months or longer in a public body", [18]),
        ("1.5 years in support", [18]),
        ("a year of testing", [12]),
        ("several years in a PMO", [None]),
        ("multi-year experience", [None]),
        ("10+ years, including 3 in machine learning", [120, 36]),
        ("six years in IT, of which at least two as lead", [72, 24]),
        ("nine years in IT, two of them in banks", [108, 24]),
        ("mindestens 5 Jahre Berufserfahrung", [60]),
        ("mehrjährige Erfahrung", [None]),
        ("au moins 3 ans", [36]),
        ("8+ yrs in software and 4 yrs as a manager", [96, 48]),
    ],
)
def test_the_smallest_time_is_read(words, months):
    assert [one.months for one in quantities(words, 0, len(words))] == months


@pytest.mark.parametrize(
    "words",
    [
        "a contract of 6 months",
        "6 months initially, likely to extend",
        "a 12-month fixed term",
        "18 years of age or older",
        "within 12 months of hire",
        "a system that is 20 years old",
        "after 5 years with us",
        "a four-year degree",
        "for the first two years",
        "options with a 1-year cliff",
        "five years of UK residence",
        "once a year",
        "$98K a year",
        "two trips a year to sea",
        "4.5/5 stars",
        "25 years ago",
        "",
    ],
)
def test_other_times_are_none_of_work(words):
    assert quantities(words, 0, len(words)) == []


@pytest.mark.parametrize(
    ("words", "months"), [("5", 60), ("5+", 60), ("3-5", 36), ("18 months", 18), ("n/a", None), ("", None)]
)
def test_a_cell_for_years_says_months(words, months):
    assert months_of(words) == months


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("within 12 months of hire", 12),
        ("within one year of appointment", 12),
        ("in your first quarter", 3),
        ("within six (6) months", 6),
        ("in the first nine months", 9),
        ("some day", None),
    ],
)
def test_the_time_allowed_after_the_start_is_read(words, months):
    assert within(words) == months
