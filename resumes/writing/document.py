"""Lays out what a resume says as blocks of lines, once for all files, so that every file has the same words. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from resumes.writing.content import Contact, Content, Entry, Kind, Place, Section
from resumes.writing.words import clean, link_of, one_line, period

# About 40 pages. What is longer is no resume, and laying it out would keep others waiting.
MOST_CHARACTERS = 120_000
MOST_LINES = 3_000
BETWEEN = " · "
# A longer place, with street and house, has a line of its own.
SHORT_PLACE = 48
# Kinds in which somebody may have held several positions at one place, one after the other.
PROMOTING = (Kind.EXPERIENCE, Kind.VOLUNTEERING)
# What stands on one line each, and in one line all together where there is no more to say than their names.
NAMED = (Kind.SKILLS, Kind.LANGUAGES, Kind.INTERESTS)
ON_ONE_LINE = (Kind.CREDENTIALS, Kind.AWARDS, Kind.PUBLICATIONS)


class TooLongError(ValueError):
    """A resume is too long for a file. The message is a sentence for people."""


@dataclass(frozen=True)
class Piece:
    """Some words of a line, and the address that they lead to, if any (``https:``, ``mailto:`` or ``tel:``)."""

    text: str
    address: str = ""


@dataclass(frozen=True)
class Line:
    """Words that stand together. ``key`` names the entry or bullet that they come from, if it has a key."""

    text: str
    key: str = ""


@dataclass(frozen=True)
class Block:
    """One entry, or the employer of the positions that follow it.

    The head is the title, then ``joint``, then the details with a dot between them. A joint of a line break puts the
    details on a line of their own.
    """

    title: str = ""
    details: tuple[Piece, ...] = ()
    joint: str = "\n"
    paragraphs: tuple[Line, ...] = ()
    bullets: tuple[Line, ...] = ()
    # An employer, whose positions follow.
    leads: bool = False
    # A position below its employer.
    below: bool = False
    key: str = ""

    @property
    def is_line(self) -> bool:
        """Whether it is one line and no more, as a credential is, and needs no heading."""
        stands_alone = not (self.leads or self.below or self.paragraphs or self.bullets)
        return stands_alone and self.joint != "\n"

    @property
    def head(self) -> tuple[str, ...]:
        """The one or two lines of the head, as words alone."""
        details = BETWEEN.join(piece.text for piece in self.details)
        if not (self.title and details):
            return tuple(filter(None, (self.title, details)))
        return tuple(f"{self.title}{self.joint}{details}".split("\n"))


@dataclass(frozen=True)
class Part:
    """One section: its heading, and what stands below it."""

    kind: Kind
    heading: str
    paragraphs: tuple[Line, ...] = ()
    # Names in one line, such as skills of which no more is said.
    names: tuple[Line, ...] = ()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Document:
    """A resume as blocks, with no byte of markup, control character or tab in it."""

    # What a file says it is, and by whom.
    title: str
    author: str
    language: str
    # The first line: the name, or "Resume" where there is none.
    name: str
    headline: str = ""
    contact: tuple[tuple[Piece, ...], ...] = ()
    parts: tuple[Part, ...] = ()

    def lines(self) -> Iterator[Line]:
        """Every line from top to bottom, as words alone; what a reader of the file should find, in this order."""
        yield Line(self.name)
        if self.headline:
            yield Line(self.headline)
        for line in self.contact:
            yield Line(BETWEEN.join(piece.text for piece in line))
        for part in self.parts:
            yield Line(part.heading)
            yield from part.paragraphs
            if part.names:
                yield Line(", ".join(line.text for line in part.names))
            for block in part.blocks:
                yield from (Line(text, block.key) for text in block.head)
                yield from block.paragraphs
                yield from block.bullets


def lay_out(content: Content) -> Document:
    """The document of a resume. Raises ``TooLongError``."""
    name = one_line(content.contact.name)
    document = Document(
        title=f"{name} \N{EN DASH} Resume" if name else "Resume",
        author=name,
        language=content.language,
        name=name or "Resume",
        headline=one_line(content.headline),
        contact=tuple(_contact(content.contact)),
        parts=tuple(part for section in content.sections if (part := _part(section))),
    )
    lines = characters = 0
    for line in document.lines():
        lines += 1
        characters += len(line.text)
    if characters > MOST_CHARACTERS or lines > MOST_LINES:
        raise TooLongError(
            f"This resume is {characters:,} characters in {lines:,} lines. A file can hold up to "
            f"{MOST_CHARACTERS:,} characters and {MOST_LINES:,} lines. Shorten it and try again."
        )
    return document


def _page(text: str) -> Piece:
    text = one_line(text)
    return Piece(text, link_of(text))


def _contact(contact: Contact) -> Iterator[tuple[Piece, ...]]:
    email, phone = one_line(contact.email), one_line(contact.phone)
    number = re.sub(r"[^\d+]", "", phone)
    reach: tuple[Piece, ...] = (
        Piece(email, f"mailto:{email}" if re.fullmatch(r"[\w.+-]{1,64}@[\w.-]{1,255}", email) else ""),
        Piece(phone, f"tel:{number}" if re.fullmatch(r"\+?\d{5,15}", number) else ""),
    )
    place: tuple[Piece, ...] = (Piece(_place(contact.place)),)
    if len(place[0].text) <= SHORT_PLACE:
        reach, place = reach + place, ()
    pages = [_page(contact.url)]
    for profile in contact.profiles:
        network, page = one_line(profile.network), _page(profile.url or profile.username)
        if network and network.casefold() not in page.text.casefold():
            page = replace(page, text=f"{network}: {page.text}" if page.text else network)
        pages.append(page)
    for line in (reach, place, pages):
        if said := tuple(piece for piece in line if piece.text):
            yield said


def _place(place: Place) -> str:
    address = clean(place.address).split("\n")
    city, region, postal_code = one_line(place.city), one_line(place.region), one_line(place.postal_code)
    # A code follows the region where there is one (Columbus, Ohio 43215), else it leads the city (10115 Berlin).
    town = (city, f"{region} {postal_code}") if region else (f"{postal_code} {city}",)
    return _listed(*address, *town, place.country_code)


def _listed(*texts: str) -> str:
    return ", ".join(filter(None, (one_line(text) for text in texts)))


def _paragraphs(text: str, key: str = "") -> tuple[Line, ...]:
    return tuple(Line(line.strip(), key) for line in clean(text).split("\n") if line.strip())


def _part(section: Section) -> Part | None:
    names: list[Line] = []
    blocks: list[Block] = []
    for _, together in groupby(section.entries, key=_employer):
        entries = list(together)
        if len(entries) > 1 and _employer(entries[0]):
            blocks += _promotions(entries)
        else:
            for entry in entries:
                if _only_a_name(entry):
                    names.append(Line(_with_level(entry), entry.key))
                else:
                    blocks.append(_block(entry))
    blocks = [block for block in blocks if block.head or block.paragraphs or block.bullets]
    names = [line for line in names if line.text]
    paragraphs = _paragraphs(section.text)
    if not (paragraphs or names or blocks):
        return None
    return Part(section.kind, one_line(section.heading), paragraphs, tuple(names), tuple(blocks))


def _employer(entry: Entry) -> str:
    return one_line(entry.organization).casefold() if entry.kind in PROMOTING else ""


def _only_a_name(entry: Entry) -> bool:
    said = (entry.organization, entry.place, entry.starts, entry.ends, entry.text, entry.url, entry.score)
    return entry.kind in NAMED and not any(said) and not (entry.words or entry.roles or entry.sort or entry.bullets)


def _with_level(entry: Entry) -> str:
    title, level = one_line(entry.title), one_line(entry.level)
    return f"{title} ({level})" if title and level else title or level


def _promotions(entries: Sequence[Entry]) -> Iterator[Block]:
    """The employer, with what its positions have in common, then each of them."""
    place = entries[0].place if len({one_line(entry.place) for entry in entries}) == 1 else ""
    url = entries[0].url if len({entry.url for entry in entries}) == 1 else ""
    said = (Piece(one_line(place)), _page(url))
    details = tuple(piece for piece in said if piece.text)
    yield Block(one_line(entries[0].organization), details, joint=BETWEEN, leads=True)
    for entry in entries:
        rest = replace(entry, organization="", place="" if place else entry.place, url="" if url else entry.url)
        yield replace(_block(rest), joint=BETWEEN, below=True)


def _block(entry: Entry) -> Block:
    title, organization = one_line(entry.title), one_line(entry.organization)
    words = _listed(*entry.words)
    joint, sort = "\n", one_line(entry.sort)
    if entry.kind in NAMED:
        # Delivery (advanced): Scrum, Kanban
        title, joint = _with_level(entry), ": "
        first, words = words, ""
    elif entry.kind is Kind.EDUCATION:
        level = one_line(entry.level)
        title = title if level.casefold() in title.casefold() else f"{level} {title}".strip()
        first = _listed(organization, entry.place)
    else:
        first = _listed(*entry.roles, organization, entry.place)
    if not title and organization and entry.kind not in NAMED:
        # Where nothing else names it, the employer or school does.
        title, first = organization, _listed(*entry.roles, entry.place)
    if entry.kind in ON_ONE_LINE:
        joint = BETWEEN
    score = one_line(entry.score)
    details = (
        Piece(first),
        Piece(sort),
        Piece(period(entry.starts, entry.ends)),
        Piece(f"Grade {score}" if score else ""),
        _page(entry.url),
    )
    return Block(
        title=title,
        details=tuple(piece for piece in details if piece.text),
        joint=joint,
        paragraphs=_paragraphs(entry.text, entry.key) + ((Line(words, entry.key),) if words else ()),
        bullets=tuple(Line(text, bullet.key) for bullet in entry.bullets if (text := one_line(bullet.text))),
        key=entry.key,
    )
