"""Jobs, projects and volunteering out of the lines of a section: who, what, when and the bullets under it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from resumes.reading.items import Item
from resumes.reading.pieces import Head, head_of, is_organized, is_place, is_titled, looks_like_head
from resumes.reading.proposal import Line, ProposedEntry
from resumes.reading.spans import Span, is_how_long, spans_in, without
from resumes.writing.content import Bullet, Entry, Kind

# Lines of one head: employer, place, title, dates.
MOST_BEFORE = 3
MOST_BEHIND = 2


@dataclass
class _Block:
    """One entry while it is put together."""

    head: list[Item] = field(default_factory=list)
    body: list[Item] = field(default_factory=list)
    span: Span | None = None
    pieces: tuple[str, ...] = ()
    place: str = ""
    whole: str = ""
    # The line of an employer under which several titles stand.
    over: list[Item] = field(default_factory=list)

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for item in (*self.over, *self.head, *self.body) for line in item.lines)


def entries_in(items: Sequence[Item], kind: Kind) -> list[ProposedEntry]:
    """The entries of a section in their order. What stands before the first is in none of them."""
    blocks = _blocks(items, dated=kind in (Kind.EXPERIENCE, Kind.VOLUNTEERING))
    for block in blocks:
        _read_head(block)
    blocks = _promoted(blocks)
    title_first = _title_comes_first(blocks)
    entries: list[ProposedEntry] = []
    above: tuple[Line, ...] = ()
    for block in blocks:
        entry = _entry(block, kind, title_first=title_first)
        lines = block.lines
        if kind == Kind.EXPERIENCE and entries and _is_second_title(entry):
            # The employer stands above, over another title.
            before = entries[-1].entry
            entry = replace(entry, organization=before.organization, place=entry.place or before.place)
            lines = (*above, *lines)
        else:
            named = (item for item in block.over or block.head if entry.organization in item.text)
            above = tuple(line for item in named for line in item.lines)
        entries.append(ProposedEntry(entry, lines))
    return entries


def _blocks(items: Sequence[Item], *, dated: bool) -> list[_Block]:
    """The items by entries. A head is around its dates; without any dates it is what stands before bullets."""
    anchors = [place for place in range(len(items)) if _is_anchor(items, place)]
    if not anchors:
        anchors = [place for place in range(len(items)) if _is_anchor(items, place, single=True)]
    if not dated and len(anchors) < len(heads := _undated(items)):
        anchors = heads
    if not anchors:
        return []
    # All that stands before the first dates belongs to them, and the other heads look like the first.
    most = min(MOST_BEFORE, anchors[0])
    starts = []
    for number, anchor in enumerate(anchors):
        floor = anchors[number - 1] + 1 if number else 0
        start = anchor
        while start > floor and anchor - start < MOST_BEFORE and _may_precede(items, start, anchor):
            start -= 1
        # Behind bullets or an empty line all of it is the head; behind a paragraph it may be more text.
        if start and not (items[start - 1].is_bullet or items[start].after_gap):
            start = max(start, anchor - most)
        starts.append(start)
    blocks = []
    for number, (start, anchor) in enumerate(zip(starts, anchors, strict=True)):
        end = starts[number + 1] if number + 1 < len(starts) else len(items)
        behind = _behind(items, start, anchor, end)
        blocks.append(_Block(list(items[start:behind]), list(items[behind:end])))
    return blocks


def _is_anchor(items: Sequence[Item], place: int, *, single: bool = False) -> bool:
    """Whether an item has the dates of a head; a single date only where a title or an employer stands with it."""
    item = items[place]
    if len(item.lines) > 2:
        return False
    spans = spans_in(item.text)
    rest = without(item.text, spans)
    if item.is_bullet or not spans or (rest and not looks_like_head(rest)):
        return False
    at_edge = spans[0].begin < 2 or len(item.text) - spans[-1].end < 2
    if single or any(span.is_range for span in spans):
        return True
    above = items[place - 1] if place else None
    below_a_title = above is not None and not above.is_bullet and is_titled(above.text) and looks_like_head(above.text)
    return at_edge and (is_titled(rest) or is_organized(rest) or below_a_title)


def _undated(items: Sequence[Item]) -> list[int]:
    """Where paragraphs begin that are heads: a line before bullets or text, or after an empty line."""
    found = []
    for place, item in enumerate(items):
        before = items[place - 1] if place else None
        if item.is_bullet or not looks_like_head(item.text):
            continue
        if before is None or before.is_bullet or item.after_gap:
            found.append(place)
    return found


def _may_precede(items: Sequence[Item], start: int, anchor: int) -> bool:
    """Whether the item before ``start`` belongs to the head that has its dates at ``anchor``."""
    item = items[start - 1]
    if item.is_bullet or not looks_like_head(item.text) or is_how_long(item.text):
        return is_how_long(item.text)
    # Behind an empty line another entry ends, unless of this one a title or an employer is missing yet.
    return not items[start].after_gap or len(_head(items[start : anchor + 1]).pieces) < 2


def _behind(items: Sequence[Item], start: int, anchor: int, end: int) -> int:
    """Where the head ends: behind the dates stands what is missing before them, and a place."""
    behind = anchor + 1
    while behind < end and behind - anchor <= MOST_BEHIND:
        item = items[behind]
        if item.is_bullet or not looks_like_head(item.text) or len(item.text) > 70:
            break
        head = _head(items[start:behind])
        if not is_place(item.text) and (len(head.pieces) >= 2 or (head.pieces and item.after_gap)):
            break
        behind += 1
    return behind


def _head(items: Sequence[Item]) -> Head:
    return head_of([without(item.text, spans_in(item.text)) for item in items if not is_how_long(item.text)])


def _read_head(block: _Block) -> None:
    head = _head(block.head)
    block.pieces, block.place, block.whole = head.pieces, head.place, head.whole
    spans = [span for item in block.head for span in spans_in(item.text)]
    block.span = next((span for span in spans if span.is_range), spans[0] if spans else None)


def _promoted(blocks: list[_Block]) -> list[_Block]:
    """An employer over several titles is no entry of its own: its lines go to the first of them."""
    kept: list[_Block] = []
    for place, block in enumerate(blocks):
        below = blocks[place + 1] if place + 1 < len(blocks) else None
        alone = len(block.pieces) == 1 and not block.body and not is_titled(block.pieces[0])
        if below and alone and is_titled(below.whole):
            below.pieces = (below.whole, block.pieces[0])
            below.place = below.place or block.place
            below.over = block.head
        else:
            if is_titled(block.whole) and any(other.over or not other.whole for other in kept):
                # Where others have a line for their employer, a comma is part of the title.
                block.pieces = (block.whole,)
            kept.append(block)
    return kept


def _title_comes_first(blocks: Sequence[_Block]) -> bool:
    """In which order this resume writes them, by the heads in which it is plain."""
    first = second = 0
    for block in blocks:
        if len(block.pieces) >= 2:
            plain = [is_titled(piece) for piece in block.pieces[:2]]
            first += plain == [True, False]
            second += plain == [False, True]
    return first >= second


def _is_second_title(entry: Entry) -> bool:
    return not entry.organization and is_titled(entry.title)


def _entry(block: _Block, kind: Kind, *, title_first: bool) -> Entry:
    title, organization, place = _named(block, kind, title_first=title_first)
    starts, ends = (block.span.starts, block.span.ends) if block.span else ("", "")
    if block.span and not block.span.is_range and kind in (Kind.EXPERIENCE, Kind.VOLUNTEERING):
        starts = ends
    role, comma, client = organization.partition(", ")
    if kind == Kind.PROJECTS and is_titled(role):
        organization = client if comma else ""
        entry = Entry(kind, title, organization, place, starts, ends, roles=(role,))
    else:
        entry = Entry(kind, title, organization, place, starts, ends)
    bullets = [item.text for item in block.body if item.is_bullet and item.text]
    texts = [item.text for item in block.body if not item.is_bullet]
    if not bullets and len(texts) > 1:
        bullets, texts = texts, []
    return replace(entry, text="\n".join(texts), bullets=tuple(map(Bullet, bullets)))


def _named(block: _Block, kind: Kind, *, title_first: bool) -> tuple[str, str, str]:
    """Title, organization and place out of the pieces of a head. What is more than these joins the organization."""
    pieces, place = list(block.pieces), block.place
    if not pieces:
        return "", "", place
    if kind == Kind.PROJECTS:
        return pieces[0], ", ".join(pieces[1:]), place
    if len(pieces) == 1:
        return (pieces[0], "", place) if is_titled(pieces[0]) or not is_organized(pieces[0]) else ("", pieces[0], place)
    titled = [number for number, piece in enumerate(pieces) if is_titled(piece)]
    organized = [number for number, piece in enumerate(pieces) if is_organized(piece)]
    if len(titled) == 1:
        number = titled[0]
    elif organized and organized[0] < 2:
        number = 1 - organized[0]
    elif titled:
        number = titled[0] if title_first else titled[-1]
    else:
        number = 0 if title_first else 1
    title = pieces.pop(number)
    if len(pieces) > 1 and not place and len(pieces[-1].split()) <= 2 and not is_organized(pieces[-1]):
        # A city alone, behind what is known.
        place = pieces.pop()
    return title, ", ".join(pieces), place
