"""Figures of money as people write them: currency, grouping, k, lakh, and the time they are paid for. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

# By ISO 4217, the codes for themselves. Whose "$" and "kr" it is, the country decides.
CODES = (
    "USD|CAD|AUD|NZD|SGD|HKD|GBP|EUR|INR|CHF|PLN|SEK|NOK|DKK|CZK|JPY|AED|SAR|ZAR|ILS|HUF|RON|PHP|MYR|THB|KRW|UAH|"
    "TRY|NGN|"
    "KES|EGP|QAR|CNY|MXN|BRL|BGN|COP|CLP|ARS"
)
_CODE = re.compile(CODES)
SIGNS = {
    "US$": "USD", "USD$": "USD", "CA$": "CAD", "C$": "CAD", "CDN$": "CAD", "CAD$": "CAD", "A$": "AUD", "AU$": "AUD",
    "AUD$": "AUD", "NZ$": "NZD", "NZD$": "NZD", "S$": "SGD", "SG$": "SGD", "SGD$": "SGD", "HK$": "HKD", "R$": "BRL",
    "MX$": "MXN", "$": "$", "£": "GBP", "€": "EUR", "₹": "INR", "RS": "INR", "RS.": "INR", "ZŁ": "PLN", "KČ": "CZK",
    "KR": "kr", "KR.": "kr", "¥": "JPY", "₪": "ILS", "₱": "PHP", "₩": "KRW", "₴": "UAH", "₺": "TRY", "₦": "NGN",
    "KSH": "KES", "EURO": "EUR", "EUROS": "EUR", "POUNDS": "GBP", "DOLLARS": "$", "RUPEES": "INR", "FR.": "CHF",
    "RMB": "CNY", "US DOLLARS": "USD", "R": "ZAR",
}  # fmt: skip
SCALES = {
    "k": 10**3, "thousand": 10**3, "tsd": 10**3, "m": 10**6, "mn": 10**6, "mm": 10**6, "million": 10**6, "b": 10**9,
    "bn": 10**9, "billion": 10**9, "l": 10**5, "lpa": 10**5, "lac": 10**5, "lacs": 10**5, "lakh": 10**5,
    "lakhs": 10**5, "cr": 10**7, "crore": 10**7, "crores": 10**7,
}  # fmt: skip
INDIAN = frozenset({"l", "lpa", "lac", "lacs", "lakh", "lakhs", "cr", "crore", "crores"})

NUMBER = re.compile(
    r"(?<![\w.,])(?:\d{1,3}(?P<mark>[,.\u2019'\u00a0\u202f\u2009 "
    r"])\d{3}(?:(?P=mark)\d{3})*+(?![\d])(?:[.,]\d{1,2}(?!\d))?|"
    r"\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d++(?:[.,]\d{1,2}(?!\d))?)"
    r"|(?<=\bR)\d{1,3}(?:[ "
    r"\u00a0,]\d{3})++(?!\d)|(?<=[A-Za-z$£€₹])(?<![A-Za-z]{4})\d{1,3}(?:,\d{3})++(?:\.\d{2})?+|"
    r"(?<=[A-Z$£€₹])\d{1,7}(?:\.\d{1,2})?"
)
BEFORE = re.compile(
    rf"(?:(?<![A-Za-z])(?:{CODES}|Rs\.?|R(?=\s?$)|Fr\.|[Kk]r\.?|KSh)|(?<![A-Za-z])(?:{CODES}|[A-Z]{{1,3}})?\$|"
    rf"[£€₹¥₪₱₩₴₺₦]|"
    rf"[Zz]ł)\s?$"
)
TAIL = re.compile(
    r"(?:[ \u00a0]?(?P<scale>[kK](?![A-Za-z])|[Tt]housand\b|LPA\b|lpa\b|Lpa\b|[Ll]a(?:c|kh)s?\b|LA(?:C|KH)S?\b|"
    r"[Cc]r(?:ores?)?\b|"
    r"L(?![A-Za-z])|[Mm](?:illion|[mn])?(?![\w.])|[Bb](?:illion|n)?(?!\w)))?"
    rf"(?P<plus>\+(?!\s?(?:bonus|super)))?(?:[ \u00a0]?(?P<after>(?:{CODES}|zł|Kč|kr|[Ee]uros?|[Pp]ounds|(?:US "
    rf")?[Dd]ollars|[Rr]upees|"
    r"RMB)(?!\w)|[€£₹]|\$(?!\s?\d)))?(?P<share>\s?%)?"
)
# What may stand between a figure and the time it is paid for.
BETWEEN = (
    r"[ \u00a0]*(?:[(,]\s?)?(?:(?:gross|net|netto|brutto|base(?: salary)?|[+(]? ?(?:plus |excl\.? )?VAT\)?|"
    r"before tax)[ ,]*)*"
)
EACH = r"(?:/\s?|\b(?:per|an?|each|pro|par|every|im)\s)"
PERIOD = re.compile(
    BETWEEN + rf"(?:(?P<hour>{EACH}(?:hours?|hr|h|heure|stunde|godz)\b\.?|hourly\b|p\.?h\b\.?)"
    rf"|(?P<day>{EACH}(?:days?|d|diem|tag|jour|dzień)\b\.?|daily\b|p[./]?d\b\.?)"
    rf"|(?P<week>{EACH}(?:weeks?|wk|w)\b\.?|weekly\b|p\.?w\b\.?)"
    rf"|(?P<month>{EACH}(?:months?|mth|mo|m|monat|mois|maand)\b\.?|monthly\b|p\.?c?m\b\.?|mies)"
    rf"|(?P<year>{EACH}(?:years?|yr|y|annum|jahr|an|jaar|rok)\b\.?|annual(?:ly)?\b|yearly\b|p\.\s?a\b\.?|pa\b|PA\b))",
    re.IGNORECASE,
)
TO = re.compile(
    r"\.?\s?(?:to\s)?(?:,?\s(?:rising|progressing|increasing|going up|moving)\s(?:[\w-]+\s){0,5}to|-|\u2013|—|―|"
    r"\u2010|\u2011|\u2012|\u2212|~|\bto\b|\band\b|\bbis\b|\bà\b|\brising to\b|\bup to\b)\s?"
    rf"(?:(?:{CODES})\s)?"
)


@dataclass(frozen=True)
class Figure:
    """One figure in full. ``currency`` is ISO 4217, "$" or "kr" where that is all it says, "" where it says nothing;
    ``scale`` the word that made it full; ``is_share`` for a percentage; ``period`` "week" too."""

    start: int
    end: int
    amount: Decimal
    currency: str
    scale: str
    and_more: bool
    is_share: bool
    period: str
    # Where the number itself ends, and where the period does.
    past_period: int


def figures(text: str, start: int = 0, end: int | None = None) -> Iterator[Figure]:
    """Every number of a text between two characters, as money where its currency or scale says so."""
    for found in NUMBER.finditer(text, start, len(text) if end is None else end):
        start, end = found.span()
        before = BEFORE.search(text, max(0, start - 8), start)
        tail = TAIL.match(text, end)
        scale = (tail["scale"] or "").lower() if tail else ""
        sign = (tail["after"] if tail else None) or (before[0] if before else "")
        if before and (sign.strip() == "$" or not sign):
            sign = before[0]
        if sign.strip() == "R" and len(found[0]) < 5:
            # A reference: rand are told in thousands.
            sign = ""
        currency = currency_of(sign) or ("INR" if scale in INDIAN and scale != "l" else "")
        stop = tail.end() if tail else end
        period, past = period_at(text, stop)
        if scale == "lpa":
            period = "year"
        amount = amount_of(found[0], scale) * SCALES.get(scale, 1)
        share = bool(tail and tail["share"])
        more = bool(tail and tail["plus"])
        yield Figure(before.start() if before else start, stop, amount, currency, scale, more, share, period, past)


def period_at(text: str, at: int) -> tuple[str, int]:
    """The time that the words at ``at`` say a figure is paid for, and where they end; "" and ``at`` for none."""
    found = PERIOD.match(text, at)
    return (found.lastgroup or "", found.end()) if found else ("", at)


def currency_of(sign: str) -> str:
    sign = " ".join(sign.upper().split())
    if sign.isalpha() and _CODE.fullmatch(sign):
        return sign
    known = SIGNS.get(sign) or SIGNS.get(sign.replace(" ", ""))
    return known or ("$" if sign.endswith("$") else "")


def amount_of(number: str, scale: str = "") -> Decimal:
    """A number as written: 70.000 and 70,000 and 70 000 are the same, 12,00,000 is Indian, 1.5 has a decimal."""
    if number.isascii() and number.isdigit():
        return Decimal(number)
    digits = re.sub(r"[\s\u2019']", "", number)
    whole, mark, rest = digits, "", ""
    if found := re.fullmatch(r"(.*)([.,])(\d{1,2})", digits):
        whole, mark, rest = found.groups()
    return Decimal(re.sub(r"[.,]", "", whole) + (f".{rest}" if mark else ""))
