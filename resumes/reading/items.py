"""Lines of a resume put together to what was typed as one: bullets and paragraphs that were broken into lines. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from resumes.reading.pieces import is_titled, looks_like_head
from resumes.reading.proposal import Line
from resumes.reading.spans import spans_in, without
from resumes.reading.vocabulary import SMALL_WORDS

MARKS = "•‣▪▫◦●○■□◆◇➢➤►▶∙\u2043✓✔❖⦁\uf0b7\uf0a7\uf0d8"
# These are also signs of other kinds, and make a bullet only with a space behind them.
PLAIN_MARKS = "*·o\u2013\u2014-"
BULLET = re.compile(rf"\s*(?:[{MARKS}]+\s*|[{PLAIN_MARKS}]\s+|\(?[0-9]{{1,2}}[.)]\s+)(?=\S)")
LONE_MARK = re.compile(rf"\s*[{MARKS}{PLAIN_MARKS}]\s*")
_AROUND = "[-\u2013\u2014| ]*"
PAGE_NUMBER = re.compile(rf"{_AROUND}(?:page:? *)?[0-9]{{1,2}}(?: *(?:of|/) *[0-9]{{1,2}})?{_AROUND}", re.IGNORECASE)
# What goes on in the next line fills most of its own: this share of the longest.
FULL = 0.72
SHORTEST_FULL = 45


@dataclass(frozen=True)
class Item:
    """A bullet or a paragraph with the lines it was broken into. ``after_gap``: an empty line stands before it."""

    text: str
    lines: tuple[Line, ...]
    is_bullet: bool = False
    after_gap: bool = False


def is_bullet(text: str) -> bool:
    return bool(BULLET.match(text))


def items(lines: Sequence[Line], *, width: int) -> list[Item]:
    """Bullets and paragraphs in their order. ``width`` is the number of characters in the longest lines of the file."""
    found: list[Item] = []
    gap = lone = False
    for line, below in zip(lines, _below(lines), strict=True):
        text = line.text.strip()
        if not text:
            gap = True
        elif LONE_MARK.fullmatch(text):
            found.append(Item("", (line,), is_bullet=True, after_gap=gap))
            lone, gap = True, False
        elif mark := BULLET.match(line.text):
            found.append(Item(line.text[mark.end() :].strip(), (line,), is_bullet=True, after_gap=gap))
            lone, gap = False, False
        elif found and (lone or (not _is_over_dates(text, below) and _goes_on(found[-1], line, gap=gap, width=width))):
            before = found.pop()
            joined = join(before.text, text)
            found.append(Item(joined, (*before.lines, line), before.is_bullet, before.after_gap))
            lone, gap = False, False
        else:
            found.append(Item(text, (line,), after_gap=gap))
            lone, gap = False, False
    return found


def join(first: str, second: str) -> str:
    """Two lines as the one they were. A hyphen at the end stays: nobody can tell a typed one from a broken word."""
    if not first:
        return second
    if first.endswith("\u00ad"):
        return first[:-1] + second
    if re.search(r"\w-$", first) and second[:1].isalpha():
        return first + second
    return f"{first} {second}"


def longest(texts: Iterable[str]) -> int:
    """The width of a page in characters, as far as its lines show it."""
    widths = sorted(len(text.strip()) for text in texts if text.strip())
    # A single line that is far longer, as of a paragraph that was not broken, says nothing of the others.
    return widths[-max(1, len(widths) // 20)] if widths else 0


def _below(lines: Sequence[Line]) -> list[str]:
    """What stands below each line, empty lines aside."""
    below, found = "", []
    for line in reversed(lines):
        found.append(below)
        below = line.text.strip() or below
    return found[::-1]


def _is_over_dates(text: str, below: str) -> bool:
    """Whether a line is the first of a head: a short one over one with dates."""
    return looks_like_head(text) and _is_dated(below) and looks_like_head(without(below, spans_in(below)) or "A")


def _goes_on(before: Item, line: Line, *, gap: bool, width: int) -> bool:
    """Whether a line without a mark is the rest of what stands before it."""
    last = before.lines[-1].text.strip()
    text = line.text.strip()
    if (_is_dated(text) and not text[0].islower()) or (not before.is_bullet and _is_dated(last)):
        return False
    if re.search(r"(?:\w-|[,&/(\u00ad])$", last) or last.split()[-1].casefold() in SMALL_WORDS:
        return before.is_bullet or len(last) >= SHORTEST_FULL
    small = text[0].islower() or text[0] in ")%&"
    if small and (before.is_bullet or len(last) >= SHORTEST_FULL):
        return True
    if gap:
        return False
    is_full = len(last) >= max(SHORTEST_FULL, width * FULL)
    if before.is_bullet and is_titled(text) and looks_like_head(text) and len(text) < width * FULL:
        return False
    if before.is_bullet and _indent(line.text) > _indent(before.lines[0].text) and not last.endswith((".", "!")):
        return True
    return is_full and not last.endswith((".", "!", "?", ":"))


def _is_dated(text: str) -> bool:
    """Whether a line is the head of something: with a span of time, or a date at its end."""
    return any(span.is_range or len(text) - span.end < 3 for span in spans_in(text))


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
