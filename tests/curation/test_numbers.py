"""Numbers as people write them, held against an oracle that tries every convention of the world in turn."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from curation import numbers

# What stands between groups, what stands before decimals, and how many digits the groups before the last may have.
CONVENTIONS = [
    *((mark, point, (3,)) for mark in ("", ",", ".", " ", "'") for point in (".", ",") if mark != point),
    (",", ".", (2,)),
]


def parts(text, mark):
    return text.split(mark) if mark else [text]


def all_readings(text):
    """The values that a text can have under the conventions, by whether it has decimals there."""
    found = {"whole": set(), "pointed": set()}
    sign, text = ("-", text[1:]) if text[:1] == "-" else ("", text.removeprefix("+"))
    text = text.removeprefix(" ")
    for mark, point, sizes in CONVENTIONS:
        integer, *decimals = text.split(point)
        first, *rest = parts(integer, mark)
        if len(decimals) > 1 or any(not all(one in "0123456789" for one in part) for part in (first, *rest, *decimals)):
            continue
        if decimals and not decimals[0]:
            continue
        if rest:
            if not 1 <= len(first) <= sizes[0] or first[0] == "0" or len(rest[-1]) != 3:
                continue
            if any(len(part) not in sizes for part in rest[:-1]):
                continue
        elif not first and not decimals:
            continue
        value = Decimal(f"{sign}{first or '0'}{''.join(rest)}.{decimals[0] if decimals else '0'}")
        found["pointed" if decimals else "whole"].add(value)
    return found["whole"], found["pointed"]


def read(reader, text):
    try:
        return reader(text)
    except numbers.NumberError as error:
        return error.code


texts = st.text("0123456789,.' -+", min_size=1, max_size=14).map(str.strip)


@given(texts)
@example("1.200")
@example("1,00,000")
@example("0,250")
@example("-.5")
def test_a_number_with_decimals_is_what_all_conventions_agree_on(text):
    whole, pointed = all_readings(text)
    values = whole | pointed
    expected = values.pop() if len(values) == 1 else "ambiguous" if values else "invalid"
    assert read(numbers.decimal, text) == expected


@given(texts)
@example("1.000")
@example("120,0")
def test_a_whole_number_is_grouped_where_it_can_be(text):
    whole, pointed = all_readings(text)
    [value] = whole or pointed or [None]
    expected = "invalid" if value is None else "whole" if value % 1 else int(value)
    assert read(numbers.whole, text) == expected


@given(texts)
def test_an_amount_differs_only_where_a_comma_groups_thousands(text):
    whole, _ = all_readings(text)
    expected = read(numbers.decimal, text)
    if expected == "ambiguous" and "," in text:
        [expected] = whole
    found = read(numbers.amount, text)
    assert (found if isinstance(found, str) else found.value) == expected


@given(st.decimals(allow_nan=False, allow_infinity=False, places=None))
@example(Decimal("1.234"))
@example(Decimal("1E+20"))
@example(Decimal("-0.001"))
@example(Decimal("1200.50"))
def test_what_is_written_reads_back_as_the_same_number(value):
    if -value.adjusted() > 900 or value.adjusted() > 900:
        return
    assert numbers.decimal(numbers.written(value)) == value


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_number_or_refused_in_words(text):
    for reader in (numbers.whole, numbers.decimal, numbers.amount):
        assert not isinstance(found := read(reader, text), str) or found in {"invalid", "whole", "ambiguous"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7,5", "7.5"),
        ("0,25", "0.25"),
        ("45,50", "45.50"),
        ("0,250", "0.250"),
        (",5", "0.5"),
        ("1 200,5", "1200.5"),
        ("1\u00a0200", "1200"),
        ("1\u202f200", "1200"),
        ("1\u2019200", "1200"),
        ("1.234.567", "1234567"),
        ("12,34,567.5", "1234567.5"),
        ("\uff11\uff12\uff0c\uff15", "12.5"),
        ("\u0661\u0662\u0663\u066c\u0664\u0665\u0666\u066b\u0665", "123456.5"),
        ("\u0967\u0968", "12"),
        ("\u200b 12.5\t\ufeff", "12.5"),
        ("+ 12.5", "12.5"),
        ("\u221212,5", "-12.5"),
        ("\u20135", "-5"),
        ("-0", "0"),
        ("007", "7"),
    ],
)
def test_what_is_clear_is_understood(text, value):
    assert str(numbers.decimal(text)) == value


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "nan", "NaN", "sNaN", "inf", "-Infinity", "1e3", "1E3", "0x10", "1_000", "½", "5²", "①", "Ⅻ", "十"),
        *("12 34", "1,2,3", "1.2.3", "1,200.3.4", "12,3456,789", "5.", "5,", ".", ",", "-", "--5", "5-", "(5)"),
        *("1\n2", "1\x002", "12 %", "35 h", "about 5", "\u202e12", "9" * 1001, " " * 5000 + "x"),
    ],
)
def test_what_is_no_number_is_refused(text):
    assert {read(reader, text) for reader in (numbers.whole, numbers.decimal, numbers.amount)} == {"invalid"}


def test_a_refusal_names_both_readings_and_a_way_to_write_each():
    with pytest.raises(numbers.NumberError) as refused:
        numbers.decimal("1,250")
    assert str(refused.value) == (
        "This could be 1250 or 1.25. Write 1250 without a separator, or fewer decimals, such as 1.25."
    )
    assert [numbers.decimal(text) for text in ("1250", "1.25")] == [1250, Decimal("1.25")]
    with pytest.raises(numbers.NumberError, match=r"120000 or 120\. .* such as 120\."):
        numbers.decimal("120.000")


@pytest.mark.parametrize(
    ("text", "value", "currencies"),
    [
        ("95k", "95000", ()),
        ("95K", "95000", ()),
        ("$95k", "95000", ("$",)),
        ("95.5 k €", "95500", ("€",)),
        ("95,5k", "95500", ()),
        ("1,200k", "1200000", ()),
        ("0.1234567k", "123.4567", ()),
        ("95 000 €", "95000", ("€",)),
        ("95.000,50 €", "95000.50", ("€",)),
        ("95,000 USD", "95000", ("USD",)),
        ("usd 95,000", "95000", ("usd",)),
        ("AUD 144,000", "144000", ("AUD",)),
        ("US$95,000 USD", "95000", ("US$", "USD")),
        ("\uff0495\uff0c000", "95000", ("$",)),
        ("-$95", "-95", ("$",)),
        ("$-95", "-95", ("$",)),
    ],
)
def test_amounts_with_k_and_signs_before_and_behind(text, value, currencies):
    assert numbers.amount(text) == numbers.Amount(Decimal(value), currencies)
    assert str(numbers.amount(text).value) == value


@pytest.mark.parametrize(
    "text", ["k", "$", "USD", "95kk", "95m", "95-105k", "-$-95", "$95 per year", "95,000 $ a year"]
)
def test_what_is_no_single_amount_is_refused(text):
    assert read(numbers.amount, text) == "invalid"


def test_a_currency_is_strange_if_its_sign_or_code_is_anothers():
    strange = [
        numbers.amount(text).strange_to("USD") for text in ("95", "$95", "95 usd", "US$95", "A$95", "95 €", "$95 CHF")
    ]
    assert strange == ["", "", "", "", "A$", "€", "CHF"]
    assert [numbers.amount("$95").strange_to(code) for code in ("AUD", "CAD", "GBP")] == ["", "", "$"]
