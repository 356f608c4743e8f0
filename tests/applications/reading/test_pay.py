from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.reading.money import amount_of
from applications.reading.pay import read_pay
from applications.reading.shapes import PERIODS

# The words, the country, and each range as least, most, currency, period.
READ = [
    ("Salary: £52,000 to £61,000 a year, plus 8% pension", "GB", ["52000 61000 GBP year"]),
    ("Rate: £525 - £575 per day, Inside IR35 via umbrella", "GB", ["525 575 GBP day"]),
    ("£500-550pd outside IR35", "GB", ["500 550 GBP day"]),
    ("Salary. €58,214 rising in eight increments to €74,960 p.a.", "IE", ["58214 74960 EUR year"]),
    ("£550 p/d", "GB", ["550 550 GBP day"]),
    ("Total cost to company R980 000 to R1 150 000 per annum", "ZA", ["980000 1150000 ZAR year"]),
    ("Tarief: maximum 92 euro per hour", "NL", ["- 92 EUR hour"]),
    ("Day rate: 650", "GB", ["650 650 GBP day"]),
    ("$98K/yr - $121K/yr", "US", ["98000 121000 USD year"]),
    ("CA$165K – CA$190K • Offers Equity", "CA", ["165000 190000 CAD year"]),
    ("Salary: $100,000-$120,000", "CA", ["100000 120000 CAD year"]),
    ("Salary: $100,000-$120,000 USD", "CA", ["100000 120000 USD year"]),
    ("A$140,000 - A$160,000 + super", "AU", ["140000 160000 AUD year"]),
    ("$140k + super", "AU", ["140000 140000 AUD year"]),
    ("US$120k–US$140k", "DE", ["120000 140000 USD year"]),
    ("₹ 28-36 Lacs P.A.", "IN", ["2800000 3600000 INR year"]),
    ("Compensation: 18-25 LPA", "IN", ["1800000 2500000 INR year"]),
    ("CTC: 20 lakhs", "IN", ["2000000 2000000 INR year"]),
    ("Budget : upto 22 LPA (depends on last CTC)", "IN", ["- 2200000 INR year"]),
    ("Rs. 15L - 20L", "IN", ["1500000 2000000 INR year"]),
    ("₹12,00,000 - ₹18,00,000", "IN", ["1200000 1800000 INR year"]),
    ("₹1.2 Cr per annum CTC", "IN", ["12000000 12000000 INR year"]),
    ("Salary: Rs 80,000 per month", "IN", ["80000 80000 INR month"]),
    ("Base pay range\n$66,000—$79,000 USD", "US", ["66000 79000 USD year"]),
    ("The salary range is $118,500.00 to $139,000.00 annually, with a bonus of 10%.", "US", ["118500 139000 USD year"]),
    (
        "Salary\n£41,300 - £46,850\nNational: £41,300 to £44,600. London: £43,900 to £46,850",
        "GB",
        ["41300 46850 GBP year", "41300 44600 GBP year", "43900 46850 GBP year"],
    ),
    (
        "Colorado: $120,000 - $140,000; New York: $140,000 - $165,000 salary",
        "US",
        ["120000 140000 USD year", "140000 165000 USD year"],
    ),
    ("Pay is €58k to €66k a year depending", "PT", ["58000 66000 EUR year"]),
    ("Salary: 70.000 – 85.000 EUR brutto/Jahr", "DE", ["70000 85000 EUR year"]),
    ("The salary is 5.500 € brutto im Monat", "DE", ["5500 5500 EUR month"]),
    ("45-55 K€ salary", "FR", ["45000 55000 EUR year"]),
    ("€600 a day rate", "IE", ["600 600 EUR day"]),
    ("CHF 120'000 - 140'000", "CH", ["120000 140000 CHF year"]),
    ("18 000 – 24 000 PLN net + VAT / month", "PL", ["18000 24000 PLN month"]),
    ("Salary: 18 000 – 24 000 PLN", "PL", ["18000 24000 PLN month"]),
    ("SEK 55 000 - 65 000 per month", "SE", ["55000 65000 SEK month"]),
    ("Pay: kr 600 000 - 700 000", "NO", ["600000 700000 NOK year"]),
    ("AED 25,000 - 30,000 monthly salary", "AE", ["25000 30000 AED month"]),
    ("R$ 12.000 salary", "BR", ["12000 12000 BRL month"]),
    ("¥8,000,000 - ¥12,000,000 salary", "JP", ["8000000 12000000 JPY year"]),
    ("2024 salary: $95,000", "US", ["95000 95000 USD year"]),
    ("Salary: up to £75k", "GB", ["- 75000 GBP year"]),
    ("Salary from $60,000", "US", ["60000 - USD year"]),
    ("Salary: £45,000+", "GB", ["45000 - GBP year"]),
    ("between $120,000 and $150,000 base", "US", ["120000 150000 USD year"]),
    ("c. £65,000 salary", "GB", ["65000 65000 GBP year"]),
    ("£40,000 rising to £45,000 salary", "GB", ["40000 45000 GBP year"]),
    ("salary 55k-65k", "GB", ["55000 65000 GBP year"]),
    ("Salary: 45,000 - 52,000 per annum", "GB", ["45000 52000 GBP year"]),
    ("Salary band 7: £46,148 to £52,809", "GB", ["46148 52809 GBP year"]),
    ("GS-13 $117,962 - $153,354", "US", ["117962 153354 USD year"]),
    ("$45/hr", "US", ["45 45 USD hour"]),
    ("Pay range: USD $38.20/Hr. - USD $57.31/Hr.", "US", ["38.2 57.31 USD hour"]),
    ("$75/hr W2, $85/hr C2C", "US", ["75 75 USD hour", "85 85 USD hour"]),
    ("Pay: $38.50 - $44.25", "US", ["38.50 44.25 USD hour"]),
    ("$150,000/year salary + $20,000 bonus + equity", "US", ["150000 150000 USD year"]),
    ("Base £60k, OTE £80k", "GB", ["60000 60000 GBP year"]),
    ("Money: $172,000, the same for anyone", "US", ["172000 172000 USD year"]),
]
# What is said of pay and kept unread.
UNREAD = [
    ("Competitive salary, DOE", "Competitive salary, DOE"),
    ("Salary: competitive", "Salary: competitive"),
    ("Salary: £80k OTE", "Salary: £80k OTE"),
    ("$1,200 per week", "$1,200 per week"),
    ("Salary\nNegotiable", "Negotiable"),
    ("Pay: kr 600 000 - 700 000", "Pay: kr 600 000 - 700 000"),
]
# Figures that are none of pay.
OTHER = [
    "a training budget of £1,500 a year",
    "$2,000 a year for courses, exams and conferences",
    "a sign-on bonus of $20,000",
    "We raised $40M last year.",
    "Owns the budget (typically $3M to $6M per plant).",
    "tuition assistance up to $5,250 a year",
    "A Digital Allowance of up to £2,500 a year is open to you.",
    "401(k) with 6% match",
    "GS 13, step 4",
    "We are 130 people in 11 countries since 2004.",
    "Mediclaim of 5 lacs for self",
    "you manage projects of $50,000 to $250,000",
]


def ranges_in(words, country=""):
    return [
        " ".join(["-" if value is None else f"{value.normalize():f}" for value in (pay.least, pay.most)])
        + f" {pay.currency} {pay.period}"
        for pay in read_pay(words, country=country).ranges
    ]


@pytest.mark.parametrize(
    ("words", "country", "ranges"),
    [
        ("Total cost to company R780 000 to R950 000 per annum", "ZA", ["780000 950000 ZAR year"]),
        ("Salary €51,300 rising in six increments to €62,100 p.a.", "IE", ["51300 62100 EUR year"]),
        ("Tarief: maximum 88 euro per hour", "NL", ["- 88 EUR hour"]),
        ("Salary: see Reg No. R2207713", "ZA", []),
    ],
)
def test_pay_by_the_customs_of_a_country(words, country, ranges):
    assert ranges_in(words, country) == ranges


@pytest.mark.parametrize(("words", "country", "ranges"), READ)
def test_pay_is_read_as_it_is_written(words, country, ranges):
    assert ranges_in(words, country) == [line.replace(".50", ".5") for line in ranges]


@pytest.mark.parametrize(("words", "unread"), UNREAD)
def test_what_cannot_be_read_for_sure_is_kept_in_its_words(words, unread):
    read = read_pay(words)

    assert (read.ranges, read.unread) == ((), unread)


@pytest.mark.parametrize("words", OTHER)
def test_other_money_is_no_pay(words):
    assert read_pay(words, country="US").ranges == ()


def test_what_is_on_target_is_kept_beside_the_base():
    assert read_pay("Base £60k, OTE £80k").unread == "Base £60k, OTE £80k"


def test_pay_of_another_posting_is_not_of_this_one():
    text = (
        "Project Manager\n" + "You plan and deliver. " * 12 + "\nOther roles we are working on: Analyst (£400 per day)."
    )

    assert read_pay(text, country="GB").ranges == ()


def test_the_same_range_said_twice_is_one():
    assert ranges_in("Pay: $80,000 - $90,000\nThe salary range is $80,000 to $90,000.") == ["80000 90000 USD year"]


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("70.000", "70000"),
        ("70,000", "70000"),
        ("70 000", "70000"),
        ("12,00,000", "1200000"),
        ("1.234.567,89", "1234567.89"),
        ("1.5", "1.5"),
        ("41,300.50", "41300.50"),
        ("120'000", "120000"),
    ],
)
def test_grouping_of_every_country(written, amount):
    assert amount_of(written) == Decimal(amount)


@given(
    st.text(st.sampled_from("$£€₹1290.,kK -–/yrhday\nsalarypUS up toLPA%+()"), max_size=80),
    st.sampled_from(["", "US", "IN", "DE"]),
)
def test_any_words_are_read_and_every_quote_stands_there(text, country):
    for pay in read_pay(text, country=country).ranges:
        assert pay.quote in text
        assert pay.period in PERIODS
        assert pay.least is not None or pay.most is not None
        assert pay.least is None or pay.most is None or pay.least <= pay.most
