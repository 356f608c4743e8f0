"""Numbers as people write them: what is clear is understood, what could be two numbers is refused, never guessed at.

One reader for forms, the curator's desk and files. Digits may be of any script and grouped in threes by a comma, a
point, a space or an apostrophe, or as in India (``1,00,000``); the decimals come after a point or a comma. So
``7,5`` is 7.5, ``0,25`` is 0.25, ``45,50`` is 45.50, and ``1.200,50``, ``1,200.50`` and ``1 200,50`` are the same.

What ``1,200`` and ``1.200`` are depends on what is asked for:

- A whole number has no decimals to be had, so both are 1200.
- Where decimals make sense both could be 1200 or 1.2, and are refused with both. Bounds never decide between the two:
  who meant 1200 of something that ends at 1000 has to be told that, rather than be taken at 1.2. ``0,250`` is clear.
- In an amount of money, of which nobody writes thousandths, ``1,200`` is 1200 as everywhere on this site; ``1.200``,
  which is 1200 elsewhere, is refused.

``NaN``, ``inf``, ``1e3``, ``0x10``, ``1_000``, ``½`` and ``5²`` are no numbers here.

Pure.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

# Nobody writes a longer number, and reading one would cost time.
LONGEST = 1000

# What cannot be seen and comes along with what is copied. The marks that turn digits around are not among it.
UNSEEN = dict.fromkeys((0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202D), *range(0x2060, 0x206A), 0xFEFF))
ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe58\ufe63\uff0d", "-"),
        **dict.fromkeys("\ufe62\uff0b", "+"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
        # The Arabic thousands separator means nothing else, no more than an apostrophe does.
        **dict.fromkeys("\u2018\u2019\u02bc\u02b9\u00b4\uff07\u066c", "'"),
        **dict.fromkeys("\uff0c\u060c", ","),
        "\uff0e": ".",
        "\uff04": "$",
        "\uffe1": "£",
    }
)
POINT = "\u066b"  # the Arabic decimal separator: decimals come after it, whatever groups the rest

GROUPS = r"[1-9]\d{0,2}(?P<mark>[ ',.])\d{3}(?:(?P=mark)\d{3})*"
INDIAN = r"[1-9]\d?(?:,\d{2})+,\d{3}"
WHOLE = re.compile(rf"\d+|{GROUPS}|{INDIAN}")
POINTED = re.compile(rf"(?P<whole>\d*|{GROUPS}|(?P<indian>{INDIAN}))(?P<point>[.,{POINT}])(?P<decimals>\d+)")
SIGNED = re.compile(r"(?P<sign>[+-]?) ?(?P<digits>.+)")

# Signs and codes of currencies; which currencies a sign stands for.
CURRENCIES_OF = {
    "$": ("USD", "AUD", "CAD"),
    **{"US$": ("USD",), "A$": ("AUD",), "AU$": ("AUD",), "C$": ("CAD",), "CA$": ("CAD",)},
    **{"£": ("GBP",), "€": ("EUR",)},
}
CURRENCY = r"(?:US|AU?|CA?)?\$|[£€]|[A-Za-z]{3}"
AMOUNT = re.compile(
    rf"(?P<sign>[+-]?) ?(?P<before>{CURRENCY})? ?(?P<inner>[+-]?) ?(?P<digits>\d(?:[^A-Za-z$£€]*\d)?|[.,]\d+)"
    rf" ?(?P<thousands>[kK]?) ?(?P<after>{CURRENCY})?"
)


class NumberError(ValueError):
    """Why a text is no number, in words. ``code`` is ``invalid``, ``whole`` (it is none) or ``ambiguous``."""

    def __init__(self, words: str, code: str) -> None:
        super().__init__(words)
        self.code = code


@dataclass(frozen=True)
class Amount:
    """An amount of money and the signs and codes it is written with: none, one before or behind it, or both."""

    value: Decimal
    currencies: tuple[str, ...]

    def strange_to(self, currency: str) -> str:
        """The first sign or code that is not ``currency``, or nothing."""
        strange = (one for one in self.currencies if currency not in CURRENCIES_OF.get(one, (one.upper(),)))
        return next(strange, "")


def whole(text: str) -> int:
    """The whole number that ``text`` says; ``120.0`` is one. Raises ``NumberError``."""
    many, few = _readings(_plain(text))
    value = few if many is None else many
    if value is None:
        raise NumberError("Write a whole number in digits, such as 12.", "invalid")
    if value != value.to_integral_value():
        raise NumberError("Write a whole number, without decimals, such as 12.", "whole")
    return int(value)


def decimal(text: str) -> Decimal:
    """The number that ``text`` says, which may have decimals. Raises ``NumberError``."""
    return _decimal(_plain(text), comma_groups=False)


def amount(text: str) -> Amount:
    """The amount of money that ``text`` says: ``$95,000``, ``95 000 €``, ``95,000 USD``, ``95k`` and ``45.50``.

    Raises ``NumberError``. Whether its currency is the right one is for the caller to see.
    """
    found = AMOUNT.fullmatch(_plain(text))
    if not found or (found["sign"] and found["inner"]):
        raise NumberError("Write one amount in digits, such as 95,000 or 45.50.", "invalid")
    value = _decimal(f"{found['sign']}{found['inner']}{found['digits']}", comma_groups=True)
    if found["thousands"]:
        # Arithmetic would round to the digits of its context.
        sign, digits, exponent = value.as_tuple()
        value = Decimal(f"{Decimal((sign, digits, int(exponent) + 3)):f}")
    return Amount(value, tuple(filter(None, (found["before"], found["after"]))))


def written(value: Decimal) -> str:
    """A number so that ``decimal`` reads the same number again: in digits, without groups or exponent."""
    text = f"{value:f}"
    # Three decimals could be a group: with one more they are decimals.
    return f"{text}0" if re.fullmatch(r"-?[1-9]\d{0,2}\.\d{3}", text) else text


def _plain(text: str) -> str:
    """In digits, signs and separators that are the same in every script, without what cannot be seen."""
    if len(text) > LONGEST:
        raise NumberError("Write a number in digits, such as 12.5. This is too long for one.", "invalid")
    text = text.translate(UNSEEN).translate(ALIKE).strip()
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in text)


def _decimal(text: str, *, comma_groups: bool) -> Decimal:
    many, few = _readings(text)
    if many is not None and few is not None and not (comma_groups and "," in text):
        # With three decimals it would be the same question again.
        short = few.quantize(Decimal("0.01"), ROUND_DOWN)
        one, other, such = (f"{value.normalize():f}" for value in (many, few, short))
        raise NumberError(
            f"This could be {one} or {other}. Write {one} without a separator, or fewer decimals, such as {such}.",
            "ambiguous",
        )
    value = few if many is None else many
    if value is None:
        raise NumberError("Write a number in digits, such as 12.5.", "invalid")
    return value


def _readings(text: str) -> tuple[Decimal | None, Decimal | None]:
    """What a text is if its separators only group thousands, and what it is if the last one stands before decimals."""
    signed = SIGNED.fullmatch(text)
    if not signed:
        return None, None
    sign, digits = signed["sign"].replace("+", ""), signed["digits"]
    many = _number(sign, digits) if WHOLE.fullmatch(digits) else None
    few = None
    found = POINTED.fullmatch(digits)
    if found and found["point"] not in (found["mark"], "," if found["indian"] else None):
        few = _number(sign, found["whole"], found["decimals"])
    return many, few


def _number(sign: str, grouped: str, decimals: str = "") -> Decimal:
    digits = re.sub(r"\D", "", grouped)
    value = Decimal(f"{sign}{digits or 0}.{decimals}" if decimals else f"{sign}{digits}")
    # There is no -0.
    return value if value else value.copy_abs()
