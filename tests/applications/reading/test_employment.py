from decimal import Decimal

import pytest

from applications.reading.employment import read_employment
from applications.reading.labels import Label
from applications.reading.shapes import Pay


def types(top=(), labels=(), text="", pay=(), is_agency=False):
    return sorted(found.value for found in read_employment(top, labels, text, pay, is_agency=is_agency))


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Full Time, Permanent", ["full_time"]),
        ("Permanent", ["full_time"]),
        ("Flexible working, Full-time, Job share, Part-time", ["full_time", "part_time"]),
        ("Fixed term appointment, 23 months; full time", ["fixed_term", "full_time"]),
        ("Fixed-Term/Contract", ["fixed_term"]),
        ("Contract to Hire (12 months)", ["contract"]),
        ("Labour hire", ["contract"]),
        ("Internship", ["internship"]),
        ("Permanent, not contract", ["full_time"]),
        ("Contrato indefinido", ["full_time"]),
        ("CDI", ["full_time"]),
        ("Contract management", []),
        ("Monday to Friday", []),
    ],
)
def test_a_label_says_every_type_that_it_names(words, wanted):
    assert types(labels=[Label("contract type", words)]) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("This is a full-time role in the United States.", ["full_time"]),
        ("You would be on a permanent contract in Portugal.", ["full_time"]),
        ("It is a 12-month contract.", ["contract"]),
        ("You are employed full time, at our mill.", ["full_time"]),
        ("Full time, regular hours outside of emergencies.", ["full_time"]),
        ("The rate is outside IR35.", ["contract"]),
        ("It is a three-year post.", ["fixed_term"]),
        ("You negotiate contracts and watch the clock full time.", []),
        ("You lead permanent change.", []),
    ],
)
def test_a_sentence_about_the_job_says_its_type(sentence, wanted):
    assert types(text=f"You plan. {sentence}") == wanted


def test_pay_by_the_day_is_a_contract_where_nothing_else_is_said():
    pay = [Pay("£500 per day", Decimal(500), Decimal(500), "GBP", "day")]

    assert types(pay=pay) == ["contract"]
    assert types(pay=pay, top=["Full-time"]) == ["full_time"]
    assert types(pay=[Pay("$50/hr", Decimal(50), Decimal(50), "USD", "hour")]) == []
    assert types(pay=[Pay("$50/hr", Decimal(50), Decimal(50), "USD", "hour")], is_agency=True) == ["contract"]
