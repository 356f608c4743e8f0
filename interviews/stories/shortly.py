"""A story on three lines, with its number. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

LINES = 3
# So long a line may be; it is read at a glance, minutes before the interview.
MOST_WORDS = 25
# Ends a sentence. A point within a number or a name does not: no space with a capital or digit comes after it.
ENDS = re.compile(r"(?<=[.!?…])[\"'”)]*\s+(?=[\"'“(]*[A-Z0-9À-Þ])|\s*\n\s*")
# What ends in a point and is no sentence.
SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|vs|approx|no|e\.g|i\.e|U\.S|Inc|Ltd|Co)|\b[A-Z])\.$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Measured:
    """The number of a piece of evidence behind a story."""

    amount: Decimal
    unit: str


def sentences(text: str) -> list[str]:
    """What a text says, sentence by sentence."""
    found: list[str] = []
    for piece in filter(None, map(str.strip, ENDS.split(text.strip()))):
        if found and SHORT.search(found[-1]):
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    return found


def in_lines(*, in_30: str, situation: str, action: str, result: str) -> list[str]:
    """Three lines at most: how the learner tells it in 30 seconds, else how each of its parts begins."""
    told = sentences(in_30)[:LINES]
    begun = [found[0] for text in (situation, action, result) if (found := sentences(text))]
    return [_cut(line) for line in told or begun]


def number_of(measured: Sequence[Measured], *, result: str, lines: Sequence[str]) -> str:
    """What it came to: the numbers of the evidence behind it, else what the result says with digits.

    Nothing if one of the ``lines`` says that already.
    """
    if measured:
        return ", ".join(f"{_plain(one.amount)} {one.unit}".strip() for one in measured[:LINES])
    said = next((one for one in sentences(result) if any(map(str.isdigit, one))), "")
    return "" if _cut(said) in lines else _cut(said)


def _plain(amount: Decimal) -> str:
    whole = amount == amount.to_integral_value()
    return f"{amount:,.0f}" if whole else f"{amount:,.2f}".rstrip("0")


def _cut(text: str) -> str:
    words = text.split()
    return " ".join(words[:MOST_WORDS]) + (" …" if len(words) > MOST_WORDS else "")
