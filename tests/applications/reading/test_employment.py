from decimal import Decimal

import pytest

from applications.reading.employment import limit_in, read_employment
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
        ("Term, 18 months, full-time", ["fixed_term", "full_time"]),
        ("A long-term 18 months programme", []),
    ],
)
def test_a_label_says_every_type_that_it_names(words, wanted):
    assert types(labels=[Label("contract type", words)]) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("This is a full-time role in the United States.", ["full_time"]),
        ("You would be on a permanent contract in Portugal.", ["full_time"]),
        ("Temporary full-time position, 24 months.", ["fixed_term", "full_time"]),
        ("Temporaire, temps complet, 24 mois.", ["fixed_term", "full_time"]),
        ("The post is full time on a two-year renewable contract of employment.", ["fixed_term", "full_time"]),
        ("It is a 12-month contract.", ["contract"]),
        ("You are employed full time, at our mill.", ["full_time"]),
        ("Full time, regular hours outside of emergencies.", ["full_time"]),
        ("The rate is outside IR35.", ["contract"]),
        ("It is a three-year post.", ["fixed_term"]),
        ("The position is initially limited to 24 months.", ["fixed_term"]),
        ("You negotiate contracts and watch the clock full time.", []),
        ("You lead permanent change.", []),
        ("Either way it is a permanent, full-time contract.", ["full_time"]),
        ("This is a grant-funded position of 28 hours a week for 24 months.", ["fixed_term"]),
        ("They seek a Scrum Master (freelance, fulltime, from January).", ["contract", "full_time"]),
        ("Permanent role, from the office.", ["full_time"]),
    ],
)
def test_a_sentence_about_the_job_says_its_type(sentence, wanted):
    assert types(text=f"You plan. {sentence}") == wanted


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("appointment", "Term, end date 06/30/2029", ["fixed_term"]),
        ("fte", "1.0 (40 hrs)", ["full_time"]),
        ("fte", "0.6", ["part_time"]),
        ("duration", "three years, renewable once", ["fixed_term"]),
        ("contract", "Specified purpose contract", ["fixed_term"]),
        ("clearance", "interim Top Secret", []),
        ("title", "Contract Agent", ["fixed_term"]),
    ],
)
def test_some_words_mean_a_type_behind_their_label_only(name, value, wanted):
    assert types(labels=[Label(name, value)]) == wanted


def test_a_length_is_that_of_a_contract_where_an_agency_hires():
    assert types(labels=[Label("duration", "12 months")], is_agency=True) == ["contract"]


def test_full_time_in_the_head_does_not_hide_a_fixed_term_in_a_sentence():
    assert types(top=["Full-time"], text="This is a fixed term role until June 2028.") == ["fixed_term", "full_time"]


def test_pay_by_the_day_is_a_contract_where_nothing_else_is_said():
    pay = [Pay("£500 per day", Decimal(500), Decimal(500), "GBP", "day")]

    assert types(pay=pay) == ["contract"]
    assert types(pay=pay, top=["Full-time"]) == ["full_time"]
    assert types(pay=[Pay("$50/hr", Decimal(50), Decimal(50), "USD", "hour")]) == []
    assert types(pay=[Pay("$50/hr", Decimal(50), Decimal(50), "USD", "hour")], is_agency=True) == ["contract"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Looms.\nThis is a position in Leeds for two years.", "This is a position in Leeds for two years"),
        ("The contract is limited to 24 months.", "contract is limited to 24 months"),
        ("You join us for a term of three years; then we see.", " term of three years"),
        ("In the long term, of two mills one stays.", ""),
    ],
)
def test_the_words_that_limit_a_job_to_a_time(text, words):
    assert limit_in(text).endswith(words)
    assert bool(limit_in(text)) is bool(words)


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("hours", "28 to 36 per week (0.7-1.0 FTE)", ["full_time", "part_time"]),
        ("working hours", "40 a week (1.0 FTE)", ["full_time"]),
        ("workload", "80 - 100 %", ["full_time", "part_time"]),
        ("fte", "0.8 to 1.0", ["full_time", "part_time"]),
    ],
)
def test_a_range_of_hours_is_both(name, value, wanted):
    assert types(labels=[Label(name, value)]) == wanted


@pytest.mark.parametrize("words", ["We begin with a contract for two years.", "You sign an appointment of 18 months."])
def test_a_contract_for_a_time_is_limited(words):
    assert limit_in(words)
