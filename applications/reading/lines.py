"""The lines of a posting: where each begins without its bullet sign, which belong together, which are cells. Pure."""

import re
from typing import NamedTuple

from applications.reading.shapes import Layout

BULLET = re.compile(
    r"[ \t\u00a0]*(?:(?:[°•●◦▪■□○∙·‣⁃➤➢►▶▸→✓✔☑✅★☆❖◆◇➔»›¤§+]\ufe0f?|\*(?!\*\w)|"
    r">{1,3}(?=\s)|~(?=\s)|#(?=\s+[a-z])|={1,2}>|-{1,2}>|[–—‒-](?!\d)|"
    r"\u2022|o(?=[ \t])|[\U0001f300-\U0001faff\u2600-\u27bf]\ufe0f?)"
    r"|\(?\d{1,2}[.)](?=[ \t])|\(?[a-zA-Z][.)](?=[ \t]+[A-Za-z])|\(?[ivx]{1,4}[.)](?=[ \t])|\[[ xX]?\])"
    r"[ \t\u00a0]*(?:\[[ xX]?\][ \t]*)?"
)
_SPACES = " \t\u00a0\u200b\ufeff\r\x0c\x0b"
_CELLS = re.compile(r"[ \t]*(?:\|+|\t+)[ \t]*|[ \u00a0]{3,}")
_RULE = re.compile(r"[\s|+:=_*~–—-]*\Z")
_CLOSED = re.compile(r"[.;:!?…]['\"’”)\]*_]*\Z")
_NUMBER_BEFORE = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|\d{1,2})\Z", re.IGNORECASE
)
_URL = re.compile(r"https?://\S+\Z")


class Line(NamedTuple):
    """A line's text without its bullet sign, from ``start`` to ``end``; ``gap``: an empty line stands before it."""

    start: int
    end: int
    bullet: bool
    indent: int
    gap: bool
    cells: tuple[tuple[int, int], ...] = ()
    # Of a page's table: which table, row and column.
    cell: tuple[int, int, int] | None = None
    # Whether a value of a job board's data starts here.
    anew: bool = False


def split_lines(text: str, layout: Layout | None = None) -> list[Line]:
    """Every line that says something; lines that were broken in the middle are joined again."""
    rows: list[Line] = []
    starts = layout.starts if layout else frozenset()
    items = layout.items if layout else frozenset()
    places = {cell.start: (cell.table, cell.row, cell.column) for cell in layout.cells} if layout else {}
    gap, at = False, 0
    for raw in text.split("\n"):
        start, end = at, at + len(raw)
        at = end + 1
        while end > start and text[end - 1] in _SPACES:
            end -= 1
        first = start
        while first < end and text[first] in _SPACES:
            first += 1
        if first == end or _RULE.match(text, first, end) or _URL.match(text, first, end):
            gap = True
            continue
        bullet = BULLET.match(text, first, end)
        if bullet and rows and text[first] == "(" and _NUMBER_BEFORE.search(text, rows[-1].start, rows[-1].end):
            # "five" at the end of a line, "(5) of them" at the beginning of the next.
            bullet = None
        content = bullet.end() if bullet and bullet.end() < end else first
        # In an item of a list wide spaces are a slip of the hand.
        is_item = content > first and "|" not in text[content:end] and "\t" not in text[content:end]
        cells = () if is_item and ":" not in text[content:end] else _cells(text, content, end)
        is_bullet = content > first or start in items
        place, anew = places.get(start), start in starts
        rows.append(Line(content, end, is_bullet, first - start, gap, cells, place, anew))
        gap = False
    return _joined(text, rows)


def _cells(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The cells of a row of a table; nothing if there is only one."""
    line = text[start:end]
    if "|" not in line and "\t" not in line and "   " not in line.replace("\u00a0", " "):
        return ()
    found, at = [], start
    for match in _CELLS.finditer(text, start, end):
        found.append((at, match.start()))
        at = match.end()
    found.append((at, end))
    if found[0][0] == found[0][1]:
        found = found[1:]
    if found and found[-1][0] == found[-1][1]:
        found = found[:-1]
    return tuple(found) if len(found) > 1 else ()


def _joined(text: str, rows: list[Line]) -> list[Line]:
    """With what goes on in the next line taken into the line it belongs to."""
    widths = [line.end - line.start + line.indent for line in rows]
    narrow = max(widths, default=0) <= 120
    wrapped = _is_wrapped(text, rows, widths)
    out: list[Line] = []
    for line, width_before in zip(rows, [0, *widths], strict=False):
        before = out[-1] if out else None
        if (
            before
            and not (line.gap or line.bullet or line.cells or line.cell or line.anew)
            and not (before.cells or before.cell)
        ):
            first = text[line.start]
            open_end = not _CLOSED.search(text, max(before.start, before.end - 4), before.end)
            wide = width_before > 100 and text[before.start].isupper()
            goes_on = ((narrow or wide) and first.islower() and open_end and width_before > 40) or (
                wrapped and width_before >= 50 and (open_end or line.indent > before.indent or not before.bullet)
            )
            hanging = before.bullet and line.indent > before.indent and (open_end or first.islower())
            if goes_on or hanging:
                out[-1] = before._replace(end=line.end)
                continue
        out.append(line)
    return out


def _is_wrapped(text: str, rows: list[Line], widths: list[int]) -> bool:
    """Whether the text was broken at a fixed width, as mail is."""
    if len(rows) < 8 or max(widths) > 110:
        return False
    broken = sum(
        1
        for line, follower, width in zip(rows, rows[1:], widths, strict=False)
        if width >= 50 and not follower.gap and not follower.bullet and not _CLOSED.search(text[line.start : line.end])
    )
    if broken < 4:
        return False
    # A list without signs has a capital at the beginning of each line.
    small = sum(
        1
        for line, follower, width in zip(rows, rows[1:], widths, strict=False)
        if width >= 50 and not follower.gap and not follower.bullet and text[follower.start].islower()
    )
    return small * 3 >= broken
