"""Puts a resume together: everything of the base as items, and what is left of them as content. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from resumes.base.recorded import Recorded, Sentence
from resumes.making.deriving import Item, Layer, Line, derive
from resumes.writing.content import HEADINGS, Bullet, Content, Entry, Kind, Section

TOP = "top"
HEADLINE = "text:headline"
SUMMARY = "text:summary"


@dataclass(frozen=True)
class Told:
    """A bullet of a resume, with what it was drawn from."""

    line: Line
    sentence: Sentence


@dataclass(frozen=True)
class Part:
    """An entry of a resume with its bullets, in order, shown or not."""

    line: Line
    entry: Entry
    bullets: tuple[Told, ...]


@dataclass(frozen=True)
class Room:
    """A section of a resume with all that could stand in it. ``text`` is the line of a summary."""

    line: Line
    kind: Kind
    parts: tuple[Part, ...] = ()
    text: Line | None = None

    @property
    def filled(self) -> bool:
        """Whether it would be seen in the file."""
        return self.line.shown and bool(
            (self.text and self.text.text.strip()) or any(part.line.shown for part in self.parts)
        )


@dataclass(frozen=True)
class Composed:
    """A whole resume, shown or not: what its page lists."""

    recorded: Recorded
    headline: Line
    rooms: tuple[Room, ...]

    @property
    def lines(self) -> dict[str, Line]:
        found = {self.headline.item.key: self.headline}
        for room in self.rooms:
            found[room.line.item.key] = room.line
            if room.text:
                found[room.text.item.key] = room.text
            for part in room.parts:
                found[part.line.item.key] = part.line
                found |= {told.line.item.key: told.line for told in part.bullets}
        return found

    def shown_bullets(self) -> list[tuple[Part, Told]]:
        """The bullets that stand in the file, in order."""
        return [
            (part, told)
            for room in self.rooms
            if room.line.shown
            for part in room.parts
            if part.line.shown
            for told in part.bullets
            if told.line.shown
        ]

    def content(self) -> Content:
        """What the file says."""
        return Content(
            contact=self.recorded.contact,
            headline=self.headline.text,
            sections=tuple(_section(room) for room in self.rooms if room.filled),
        )


def section_key(kind: Kind) -> str:
    return f"section:{kind.value}"


def items_of(recorded: Recorded) -> list[Item]:
    """Everything that a resume can show: the sections, what stands in each, and the bullets."""
    items = [Item(HEADLINE, group=TOP)]
    items += [Item(section_key(kind), text=heading) for kind, heading in HEADINGS.items()]
    items.append(Item(SUMMARY, group=section_key(Kind.SUMMARY)))
    items += [
        Item(entry.key, section_key(entry.kind), entry.text, shown=entry.key not in recorded.usually_hidden)
        for entry in recorded.entries
    ]
    items += [Item(one.key, one.place, one.text) for one in recorded.sentences if one.place]
    return items


def compose(recorded: Recorded, layers: Sequence[Layer]) -> Composed:
    """The resume that the layers make of the base, the lowest layer first."""
    groups: dict[str, list[Line]] = {}
    for line in derive(items_of(recorded), layers):
        groups.setdefault(line.item.group, []).append(line)
    entries = {entry.key: entry for entry in recorded.entries}
    sentences = {one.key: one for one in recorded.sentences}

    def part(line: Line) -> Part:
        told = (Told(each, sentences[each.item.key]) for each in groups.get(line.item.key, []))
        return Part(line, entries[line.item.key], tuple(told))

    def room(line: Line) -> Room:
        kind = Kind(line.item.key.partition(":")[2])
        inside = groups.get(line.item.key, [])
        if kind is Kind.SUMMARY:
            return Room(line, kind, text=inside[0])
        return Room(line, kind, tuple(map(part, inside)))

    return Composed(recorded, groups[TOP][0], tuple(map(room, groups[""])))


def _section(room: Room) -> Section:
    return Section(
        room.kind,
        room.line.text,
        room.text.text if room.text else "",
        tuple(_entry(part) for part in room.parts if part.line.shown),
    )


def _entry(part: Part) -> Entry:
    bullets = (Bullet(told.line.text, told.line.item.key) for told in part.bullets if told.line.shown)
    return replace(part.entry, text=part.line.text, bullets=tuple(bullets))


def unplaced(recorded: Recorded) -> Iterable[Sentence]:
    """Bullets that stand under nothing, and so in no resume."""
    return (one for one in recorded.sentences if not one.place)
