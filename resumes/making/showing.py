"""What the page of a resume shows: each line with its proof and stories, what could be looked at, and the pages."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from accounts.models import User
from evidence.records.slots import told_of
from resumes.making.checks import CODES, Finding, findings
from resumes.making.composing import Composed, Part, Room, Told
from resumes.making.deriving import Change, Layer, Line
from resumes.making.models import Resume
from resumes.writing.content import Kind, Look, Paper
from resumes.writing.papers import usual_paper
from resumes.writing.pdf import PdfError, draw_pages

# What a file says of when it was made, so that the same content makes the same bytes.
MADE_ON = date(2000, 1, 1)
# What a picture of a page must not have in an address within quotes, with what stands for it; the escape itself first.
UNSAFE = {"%": "%25", "&": "%26", "#": "%23", '"': "'"}


# What SVG takes for granted.
USUAL = (' fill-rule="nonzero"', ' fill="#000000"', ' y="0"')
# What has a text of its own in a resume, also where nothing was written yet.
TOLD = {Kind.EXPERIENCE, Kind.VOLUNTEERING, Kind.PROJECTS}


@dataclass(frozen=True)
class Drawn:
    """The pages as pictures, or why there are none."""

    pages: tuple[str, ...] = ()
    over: int = 0
    error: str = ""

    @property
    def said(self) -> str:
        """How long it is, in words."""
        number = len(self.pages)
        pages = f"{number} page{'' if number == 1 else 's'}"
        lines = f"{self.over} line{'' if self.over == 1 else 's'}"
        return f"{pages}, {lines} over {number - 1}" if self.over else pages


@dataclass(frozen=True)
class Shown:
    """A line as the page lists it: its key, where it could move, what proves it and what defends it."""

    line: Line
    # The keys of those beside it that are listed, in order.
    beside: tuple[str, ...]
    told: Told | None = None
    part: Part | None = None
    stories: tuple[tuple[str, str], ...] = ()
    bullets: tuple["Shown", ...] = ()
    marks: tuple[Finding, ...] = ()

    @property
    def key(self) -> str:
        return self.line.item.key

    @property
    def anchor(self) -> str:
        return "line-" + self.key.replace(":", "-")

    @property
    def wordable(self) -> bool:
        """Whether it has words that can be others here: a skill or a degree has a name and nothing to say otherwise."""
        return bool(self.line.item.text or self.line.own or self.told or (self.part and self.part.entry.kind in TOLD))

    @property
    def up(self) -> str:
        """Before what it comes when it moves up; empty for the first."""
        place = self.beside.index(self.key)
        return self.beside[place - 1] if place else ""

    @property
    def down(self) -> str:
        """Before what it comes when it moves down, ``end`` if that is the end; empty for the last."""
        following = self.beside[self.beside.index(self.key) + 1 :]
        return (following[1] if len(following) > 1 else "end") if following else ""


@dataclass(frozen=True)
class ShownRoom:
    head: Shown
    room: Room
    entries: tuple[Shown, ...]


@dataclass
class Page:
    """The left half of the page of a resume."""

    composed: Composed
    resume: Any
    user: User
    today: date
    _stories: dict[int, list[tuple[str, str]]] = field(init=False)

    def __post_init__(self) -> None:
        pieces = {proof.key for one in self.composed.recorded.sentences for proof in one.proof}
        said = told_of.context(self.user, pieces) if pieces else {}
        self._stories = said.get("stories", {})

    @cached_property
    def findings(self) -> list[Finding]:
        """All that there is to look at, also what was let stand."""
        return findings(
            self.composed,
            today=self.today,
            told=self._stories.keys(),
            posting=self.resume.posting,
        )

    @property
    def dismissed(self) -> dict[tuple[str, str], str]:
        """What was let stand, with the reason."""
        return {(one["code"], one["key"]): one["reason"] for one in self.resume.dismissed}

    @property
    def open(self) -> list[tuple[str, list[Finding]]]:
        """What is still to be looked at, by what it is about."""
        here = [one for one in self.findings if (one.code, one.key) not in self.dismissed]
        return [(name, mine) for code, name in CODES.items() if (mine := [one for one in here if one.code == code])]

    @property
    def number_open(self) -> int:
        return sum(len(found) for _, found in self.open)

    @property
    def let_stand(self) -> list[tuple[Finding, str]]:
        return [
            (one, self.dismissed[one.code, one.key]) for one in self.findings if (one.code, one.key) in self.dismissed
        ]

    @cached_property
    def rooms(self) -> list[ShownRoom]:
        """The sections in which something could stand."""
        rooms = [room for room in self.composed.rooms if room.parts or room.text is not None]
        beside = _keys(room.line for room in rooms)
        return [
            ShownRoom(
                Shown(room.line, beside),
                room,
                tuple(
                    Shown(part.line, _keys(one.line for one in room.parts), part=part, bullets=self._bullets(part))
                    for part in room.parts
                ),
            )
            for room in rooms
        ]

    def _bullets(self, part: Part) -> tuple[Shown, ...]:
        beside = _keys(told.line for told in part.bullets)
        return tuple(Shown(told.line, beside, told=told, stories=self._told(told)) for told in part.bullets)

    def _told(self, told: Told) -> tuple[tuple[str, str], ...]:
        found = {story: None for proof in told.sentence.proof for story in self._stories.get(proof.key, ())}
        return tuple(found)

    @cached_property
    def by_key(self) -> dict[str, Shown]:
        found = {}
        for room in self.rooms:
            found[room.head.key] = room.head
            for entry in room.entries:
                found[entry.key] = entry
                found |= {bullet.key: bullet for bullet in entry.bullets}
        return found


def _keys(lines: Iterable[Line]) -> tuple[str, ...]:
    return tuple(line.item.key for line in lines)


def paper_of(resume: Resume, composed: Composed) -> Paper:
    """The paper that was chosen, or the usual one where the learner lives."""
    if resume.paper:
        return Paper(resume.paper)
    return usual_paper(composed.recorded.contact.place.country_code, resume.user.time_zone)


def drawn_pages(composed: Composed, resume: Any) -> Drawn:
    """The pages of a resume as pictures that stand in the page itself; or in words why there are none."""
    content, look, paper = composed.content(), Look(resume.look), paper_of(resume, composed)
    try:
        pages = draw_pages(content, look, paper)
    except PdfError as error:
        return Drawn(error=str(error))
    return Drawn(tuple(map(_address, pages.pictures)), pages.over)


def _address(svg: bytes) -> SafeString:
    """A picture as an address that holds it, without any character that means something in a page.

    What is said of every letter although it goes without saying is left out: all of it is sent anew with each change.
    """
    text = svg.decode()
    for usual in USUAL:
        text = text.replace(usual, "")
    for character, escaped in UNSAFE.items():
        text = text.replace(character, escaped)
    return mark_safe(f"data:image/svg+xml,{text}")  # noqa: S308


def looked_at(layer: Layer, key: str, wording: str) -> Layer:
    """A layer in which one line says something else, only to be looked at."""
    was = layer.get(key, Change())
    return {**layer, key: Change(was.shown, was.rank, wording, was.beneath)}
