"""The month strip: a requirement's months as cells in a row, those that count, leave, and are to come. Pure."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from evidence.catalog.eligibility import Item, Work
from evidence.catalog.months import Count, Span, first_day, window
from evidence.catalog.wording import amount_said, from_to
from evidence.catalog.worth import SORT_NAMES
from evidence.ledger.assessing import Assessor, months_inside

# How far ahead one is told what will no longer count.
SOON = timedelta(days=365)

ENOUGH = "enough"
WHOLE, PART, COMING, MISSING = "whole", "part", "coming", "missing"

# In units of the picture, which the page scales to its width.
PITCH, WIDTH, HEIGHT, LINE, LABELS, BREAK = 12, 10, 34, 3, 24, 5
MOST_IN_A_ROW = 40
# A picture is as wide as so many cells at least: a short row is as large as a long one, and its labels too.
NARROWEST_PICTURE = 36 * PITCH
# A letter of a label takes up so many units.
LETTER = 12
# At least so many, without the space beside it.
NARROWEST = 9


@dataclass(frozen=True)
class Cell:
    """One month. Of those that are still missing nobody knows which they will be: ``month`` is ``None``.

    ``shared``: more than one project falls into it, and it counts once. ``leaves_on``: the first day without it, if
    that comes within a year or before there are enough.
    """

    kind: str
    month: int | None = None
    shared: bool = False
    leaves_on: date | None = None


@dataclass(frozen=True)
class Shape:
    """All cells of one look as one path: ``counted``, ``leaving``, ``coming`` or ``missing``."""

    look: str
    path: str


@dataclass(frozen=True)
class Label:
    x: int
    y: int
    text: str


@dataclass(frozen=True)
class Drawing:
    width: int
    height: int
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True)
class KeyLine:
    """One line of the key: a single cell of that look, and what it stands for with how many there are."""

    drawing: Drawing
    words: str


@dataclass(frozen=True)
class Strip:
    """The months of one requirement on ``as_of``.

    ``earlier`` counted months, older than those shown, are more than is needed. ``reached_on`` is the first day with
    enough, if what is running goes on; ``None`` if no such day is in sight.
    """

    sort: str
    needed: int
    count: Count
    cells: tuple[Cell, ...]
    earlier: int
    as_of: date
    reached_on: date | None

    @property
    def have(self) -> str:
        """``33 of 36 months``, or ``31 to 33 of 36 months`` where the two ways of counting differ."""
        return amount_said(self.count.strict, self.count.generous, self.needed, "month")

    @property
    def have_of_sort(self) -> str:
        """The same with the sort of experience."""
        return amount_said(self.count.strict, self.count.generous, self.needed, "month", SORT_NAMES[self.sort])

    @property
    def when(self) -> str:
        """``February 2027``, ``enough`` or ``3 missing``."""
        if self.reached_on is None:
            return f"{self.needed - self.count.generous} missing"
        return f"{self.reached_on:%B %Y}" if self.reached_on > self.as_of else ENOUGH

    @property
    def headline(self) -> str:
        return self._with_when(self.have)

    @property
    def headline_of_sort(self) -> str:
        """The same with the sort of experience."""
        return self._with_when(self.have_of_sort)

    def _with_when(self, have: str) -> str:
        # Of more than is needed nobody has to be told that it is enough.
        return have if self.count.generous > self.needed and self.when == ENOUGH else f"{have}, {self.when}"

    @property
    def drawing(self) -> Drawing:
        return drawn(self.cells)

    @property
    def key(self) -> tuple[KeyLine, ...]:
        """What is drawn, in words: only what there is."""
        return tuple(_key(self))

    @property
    def words(self) -> str:
        """All of it as one sentence."""
        parts = [line.words for line in self.key]
        return f"{self.have}: {', '.join(parts)}." if parts else f"{self.have}."


def month_strip(assessor: Assessor, item: Item) -> Strip:
    """The strip of an item that asks for experience: ``item.months`` is there."""
    needs, as_of = item.requirement, assessor.as_of
    assert item.months is not None
    calendar, within = assessor.calendar(needs.experience), window(as_of, needs.within_years)
    reached_on = item.generous.reached_on if item.generous else None
    told = max(as_of + SOON, reached_on or as_of)
    drops = assessor.drops(needs.experience, needs.within_years)
    leaving = {drop.month: drop.on for drop in drops if drop.on <= told}
    touched = _touched(assessor.person.works, needs.experience, within)
    counted = [
        Cell(WHOLE if whole else PART, month, touched[month] > 1, leaving.get(month))
        for month, whole in calendar.months(within)
    ]
    coming: list[Cell] = []
    if reached_on is not None and reached_on > as_of:
        there = {cell.month for cell in counted}
        then = calendar.months(window(reached_on, needs.within_years))
        coming = [Cell(COMING, month) for month, _ in then if month not in there]
    missing = 0 if reached_on is not None else max(needs.months - len(counted), 0)
    # What is older than enough, and not needed for what leaves either, would only be a longer picture.
    earlier = max(len(counted) - needs.months - len(leaving), 0)
    return Strip(
        sort=needs.experience,
        needed=needs.months,
        count=item.months,
        cells=(*counted[earlier:], *coming, *[Cell(MISSING)] * missing),
        earlier=earlier,
        as_of=as_of,
        reached_on=reached_on,
    )


def drawn(cells: Sequence[Cell]) -> Drawing:
    """Cells in rows of equal length from left to right; where the calendar leaves months out, there is a gap."""
    paths: dict[str, list[str]] = {}
    labels: list[Label] = []
    wanted: list[tuple[int, Label]] = []
    width = height = 0
    rows = -(-len(cells) // MOST_IN_A_ROW)
    length = -(-len(cells) // rows) if rows else 1
    for row in range(rows):
        x, top = 0, row * (HEIGHT + LABELS)
        wanted.clear()
        before: Cell | None = None
        for cell in cells[row * length : (row + 1) * length]:
            if before and before.month and cell.month and cell.month > before.month + 1:
                x += BREAK
            if found := _label(cell, before):
                rank, text = found
                wanted.append((rank, Label(x, top + HEIGHT + LABELS - 5, text)))
            look = "leaving" if cell.leaves_on else cell.kind if cell.kind in (COMING, MISSING) else "counted"
            paths.setdefault(look, []).extend(_boxes(cell, x, top))
            width, before = max(width, x + WIDTH), cell
            x += PITCH
        height = top + HEIGHT + LABELS
        labels.extend(_fitting(wanted, room=max(x, NARROWEST_PICTURE)))
    drawing = tuple(Shape(look, "".join(parts)) for look, parts in paths.items())
    return Drawing(max(width, NARROWEST_PICTURE), height, drawing, tuple(labels))


def _boxes(cell: Cell, x: int, top: int) -> Iterator[str]:
    """A cell is a box, half as high where the month was worked in part, cut in two where projects share it."""
    height = HEIGHT // 2 if cell.kind == PART else HEIGHT
    low = top + HEIGHT
    if cell.shared:
        half = (height - 2) // 2
        yield _box(x, low - height, half)
        yield _box(x, low - half, half)
    else:
        yield _box(x, low - height, height)
    if cell.leaves_on:
        yield _box(x, low + LINE - 1, LINE)


def _box(x: int, y: int, height: int) -> str:
    return f"M{x} {y}h{WIDTH}v{height}h-{WIDTH}z"


def _label(cell: Cell, before: Cell | None) -> tuple[int, str] | None:
    """Where the future begins, the year under a January, and under another month that is the first of it, by rank."""
    if cell.month is None:
        return None
    if cell.kind == COMING and (before is None or before.kind != COMING):
        return 0, f"{first_day(cell.month):%b %Y}"
    year, month = divmod(cell.month, 12)
    begins = before is None or before.month is None or before.month // 12 != year
    return (1 if month == 0 else 2, str(year)) if begins else None


def _fitting(wanted: Sequence[tuple[int, Label]], *, room: int) -> list[Label]:
    """Those labels that fit into a row of ``room`` units, from left to right; the lower its rank, the sooner one does.

    Where the future begins is said in any case.
    """
    placed: list[Label] = []
    for rank, label in sorted(wanted, key=lambda one: one[0]):
        if rank and label.x and label.x + NARROWEST * len(label.text) > room:
            continue
        pairs = (sorted((label, other), key=lambda one: one.x) for other in placed)
        if all(right.x - left.x >= LETTER * len(left.text) for left, right in pairs):
            placed.append(label)
    return sorted(placed, key=lambda one: one.x)


def _key(strip: Strip) -> Iterator[KeyLine]:
    counted = [cell for cell in strip.cells if cell.kind in (WHOLE, PART)]
    told = (
        (Cell(WHOLE), [cell for cell in counted if cell.kind == WHOLE], "whole month{s}"),
        (Cell(PART), [cell for cell in counted if cell.kind == PART], "worked in part"),
        (Cell(WHOLE, shared=True), [cell for cell in counted if cell.shared], "in more than one project, counted once"),
    )
    for look, found, words in told:
        if found:
            yield KeyLine(drawn([look]), f"{len(found)} {words.format(s='' if len(found) == 1 else 's')}")
    if leaving := sorted(cell.leaves_on for cell in counted if cell.leaves_on):
        dates = from_to(leaving[0], leaving[-1])
        verb = "expires" if len(leaving) == 1 else "expire"
        yield KeyLine(drawn([Cell(WHOLE, leaves_on=leaving[0])]), f"{len(leaving)} {verb}, {dates}")
    if coming := [cell for cell in strip.cells if cell.kind == COMING]:
        yield KeyLine(drawn([Cell(COMING)]), f"{len(coming)} to come if you go on")
    if missing := [cell for cell in strip.cells if cell.kind == MISSING]:
        yield KeyLine(drawn([Cell(MISSING)]), f"{len(missing)} missing")
    if strip.earlier:
        more = "1 older month" if strip.earlier == 1 else f"{strip.earlier} older months"
        yield KeyLine(drawn([]), f"{more}, more than needed")


def _touched(works: Sequence[Work], sort: str, within: Span) -> Counter[int]:
    """How many works fall into each month inside a window."""
    found: Counter[int] = Counter()
    for work in works:
        if sort in work.sorts:
            found.update(months_inside(work, within))
    return found
