"""What a posting says it pays: read for sure, or kept in its words and left unread. Pure.

Base pay only, by docs/postings.md section 2: bonus, equity, allowances and what is on target stay out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from applications.reading.countries import CURRENCIES
from applications.reading.looking import lines, those_in
from applications.reading.money import CODES, SCALES, TO, Figure, figures
from applications.reading.pay_words import (
    AFTER,
    CLAUSE,
    CUE_AFTER,
    HEADING,
    LABEL,
    PREFIX,
    REFERRED,
    SPOKEN,
    TARGET,
    WORDS,
    unsaid,
)
from applications.reading.shapes import Pay
from applications.reading.teasers import end_of_posting

# A line that says pay has one of these in small letters, or the code of a currency.
STEMS = (
    "$", "£", "€", "₹", "¥", "₪", "₱", "₩", "₴", "₺", "₦", "zł", "kč", "lpa", "lakh", "lac", "euro", "pound",
    "dollar", "rupee",
    "salar", "pay", "rate", "compensation", "remuneration", "ctc", "package", "gehalt", "salaire", "crore", "ksh",
    "fr.", "tarief", "satz",
)  # fmt: skip
DIGIT = re.compile(r"\d")
# Each way begins with a plain letter, so that only places with one of these are tried.
CODE = re.compile(rf"{CODES}|Rs|Kr[. ]|kr[. ]|R(?<=\bR)\s?\d{{2,3}}[ ,\u00a0]\d{{3}}")
DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD"})
CROWNS = frozenset({"SEK", "NOK", "DKK"})
# Currencies of small units, by how many of them make about one of the others.
UNITS = {
    "INR": 20, "JPY": 100, "HUF": 300, "CZK": 15, "KRW": 1000, "NGN": 400, "KES": 50, "PHP": 20, "UAH": 15, "SEK": 5,
    "NOK": 5, "DKK": 5, "MXN": 8, "ZAR": 5, "THB": 15, "COP": 2000, "CLP": 600, "ARS": 500, "TRY": 10,
}  # fmt: skip
# Where pay without a period is by the month, below so much.
MONTHLY = {"PLN": 60_000, "RON": 40_000, "AED": 90_000, "SAR": 90_000, "QAR": 90_000, "BRL": 45_000}
MONTHLY |= {"CZK": 250_000, "HUF": 4_000_000, "UAH": 400_000, "SEK": 120_000, "NOK": 120_000, "DKK": 120_000}
MONTHLY |= {"PHP": 300_000, "MXN": 150_000}
# What base pay can be of each period, in units like the dollar.
SIZES = {"hour": (4, 900), "day": (30, 6000), "month": (250, 90_000), "year": (3000, 3_000_000)}
# Without a period: from so much it is by the year, by the month, by the day, by the hour.
LEAST = (("year", 12_000), ("month", 1500), ("day", 150), ("hour", 5))
# A range of such figures is pay whatever stands around it, if it is not said to be something else.
YEARLY = (25_000, 600_000)
# Nothing but pay is told in these.
LAKHS_A_YEAR = re.compile(r"\bLPA\b|\bla(?:c|kh)s? (?:p\.?a|per annum)", re.IGNORECASE)
SHORT = 60
# No posting speaks of money more often; a text that does is none, and is not read to its end.
MOST = 300


@dataclass(frozen=True)
class PayRead:
    """The ranges in the order of the text, and what is said of pay where nothing could be read for sure, or ""."""

    ranges: tuple[Pay, ...]
    unread: str = ""


@dataclass(frozen=True)
class _Money:
    """One figure or both ends of a range, with the words that belong to it."""

    start: int
    end: int
    least: Decimal | None
    most: Decimal | None
    currency: str
    period: str
    is_range: bool


def read_pay(text: str, *, country: str = "") -> PayRead:
    """The pay of a posting. ``country`` is ISO 3166-1 and says whose dollar it is and what a bare number is in."""
    end = end_of_posting(text)
    ranges: dict[tuple[object, ...], Pay] = {}
    unread = ""
    for money in islice(_moneys(text, end), MOST):
        said = _judge(text, money)
        if said == "other":
            continue
        pay = _pay(text, money, country) if said == "pay" else None
        if pay:
            ranges.setdefault((pay.least, pay.most, pay.currency, pay.period), pay)
        elif not unread:
            unread = _line(text, money.start)
    if not ranges and not unread:
        unread = unsaid(text[:end])
    return PayRead(tuple(ranges.values()), unread)


def _moneys(text: str, end: int) -> Iterator[_Money]:
    stems = those_in(text, STEMS)
    every = (
        figure
        for start, stop, words in lines(text[:end])
        if DIGIT.search(words) and (any(stem in words for stem in stems) or CODE.search(text, start, stop))
        for figure in figures(text, start, stop)
        if not figure.is_share
    )
    found = list(islice(every, 2 * MOST))
    at = 0
    while at < len(found):
        first, second = found[at], found[at + 1] if at + 1 < len(found) else None
        if second and TO.fullmatch(text, first.past_period, second.start) and (money := _range(text, first, second)):
            at += 2
            yield money
            continue
        at += 1
        if first.currency or _is_labeled(text, first):
            yield _single(text, first)


def _range(text: str, first: Figure, second: Figure) -> _Money | None:
    least, most = first.amount, second.amount
    if second.scale and not first.scale and least < most / SCALES[second.scale] * 2:
        # "28-36 lakh": the scale is said once.
        least *= SCALES[second.scale]
    elif first.scale and not second.scale and most < 1000:
        most *= SCALES[first.scale]
    currency = _sharper(first.currency, second.currency)
    if least > most or not (currency or _is_labeled(text, first)):
        return None
    prefix = PREFIX.search(text, max(0, first.start - 14), first.start)
    period = second.period or first.period
    return _Money(prefix.start() if prefix else first.start, second.past_period, least, most, currency, period, True)


def _is_labeled(text: str, figure: Figure) -> bool:
    """Whether a number without a currency stands right behind "Salary:" and is no year, grade or count."""
    if figure.amount < 10 or 1990 <= figure.amount < 2100 or figure.scale == "l":
        return False
    label = LABEL.search(text, max(0, figure.start - 60), figure.start)
    return label is not None and (figure.amount >= 1000 or figure.period != "" or label[0][:4].lower() == "rate")


def _single(text: str, figure: Figure) -> _Money:
    prefix = PREFIX.search(text, max(0, figure.start - 18), figure.start)
    word = prefix.lastgroup if prefix else ""
    least = None if word == "most" else figure.amount
    most = None if word == "least" or figure.and_more else figure.amount
    if least is None and most is None:
        least = most = figure.amount
    start = prefix.start() if prefix else figure.start
    return _Money(start, figure.past_period, least, most, figure.currency, figure.period, False)


def _sharper(one: str, two: str) -> str:
    """Of what both ends say of the currency, what says more."""
    return two if one in ("", "$", "kr") and two not in ("", "$", "kr") else one or two


def _judge(text: str, money: _Money) -> str:
    """Whether a figure is "pay", pay on "target", or something "other", by the words around it."""
    line_start = text.rfind("\n", 0, money.start) + 1
    line_end = text.find("\n", money.end)
    line_end = line_end if line_end >= 0 else len(text)
    before = CLAUSE.split(text[max(line_start, money.start - 110) : money.start])[-1]
    words = list(WORDS.finditer(before))
    if AFTER.match(text, money.end):
        return "target" if TARGET.match(text, money.end) else "other"
    if LAKHS_A_YEAR.search(text, money.start, money.end):
        return "pay"
    if CUE_AFTER.match(text, money.end) and not (words and words[-1].lastgroup == "other"):
        return "pay"
    if words:
        if words[-1].lastgroup == "cue" and not REFERRED.search(text, max(line_start, money.start - 110), money.start):
            return "pay"
        return "target" if TARGET.search(before) else "other"
    heading = text[:line_start].rstrip("\n").rpartition("\n")[2] if line_start and not before.strip(" :*•-") else ""
    if heading and len(heading) <= HEADING and SPOKEN.search(heading):
        return "pay"
    if not money.currency:
        return "other"
    # "£475 a day, inside IR35, six months" begins a line or sentence.
    begins = not before.strip(" *•-") and text[line_start : money.start].rstrip()[-1:] in ("", ".", "!", "*", "•", "-")
    is_short = line_end - line_start <= SHORT or (begins and money.period in ("day", "hour"))
    if money.is_range:
        size = (money.most or 0) / UNITS.get(money.currency, 1)
        return "pay" if money.period or is_short or YEARLY[0] <= size <= YEARLY[1] else "other"
    return "pay" if money.period and is_short else "other"


def _pay(text: str, money: _Money, country: str) -> Pay | None:
    currency = _currency(money.currency, country)
    size = money.most if money.most is not None else money.least
    if not currency or size is None or money.period == "week":
        return None
    period = money.period or usual_period(size, currency)
    if not period or not size_fits(size, currency, period):
        return None
    return Pay(text[money.start : money.end].rstrip(" ,("), money.least, money.most, currency, period)


def _currency(said: str, country: str) -> str:
    own = CURRENCIES.get(country, "")
    if said == "$":
        return own if own in DOLLARS else "USD"
    if said == "kr":
        return own if own in CROWNS else ""
    return said or own


def size_fits(size: Decimal, currency: str, period: str) -> bool:
    """Whether anybody is paid so much in such a time."""
    least, most = SIZES[period]
    return least <= size / UNITS.get(currency, 1) <= most


def usual_period(size: Decimal, currency: str) -> str:
    """The period that is not said: by the size of the figure and the country of its currency."""
    if currency in MONTHLY and MONTHLY[currency] / 40 <= size < MONTHLY[currency]:
        return "month"
    return next((period for period, least in LEAST if size / UNITS.get(currency, 1) >= least), "")


def _line(text: str, at: int) -> str:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)].strip()
    if len(line) <= 200:
        return line
    near = [sentence for sentence in re.split(r"(?<=[.!?])\s", line) if text[at : at + 8] in sentence]
    return (near[0] if near else line)[:200].strip()
