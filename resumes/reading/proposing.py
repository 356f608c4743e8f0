"""A proposed resume out of the lines of any resume. Pure.

Nothing is made up: each word of the proposal stands in the lines beside it, and only dates are written anew. Nothing is
stored either: what is right about it is for whoever brought the file to say.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from resumes.reading.contacts import contact_in
from resumes.reading.headings import Heading, heading_in
from resumes.reading.items import PAGE_NUMBER, Item, items, longest
from resumes.reading.listed import credentials_in, education_in, languages_in, references_in, skills_in
from resumes.reading.positions import entries_in
from resumes.reading.proposal import Line, Proposal, ProposedEntry, ProposedSection
from resumes.writing.content import HEADINGS, Kind

# A line that is longer is no line of a resume.
LONGEST_SCANNED = 3_000
# What may be said within a section like a heading with something behind it.
INSIDE: dict[Kind | None, tuple[Kind, ...]] = {
    Kind.SKILLS: tuple(Kind),
    Kind.EXPERIENCE: (Kind.SKILLS, Kind.AWARDS),
    Kind.PROJECTS: (Kind.SKILLS, Kind.AWARDS),
    Kind.EDUCATION: (Kind.EDUCATION, Kind.AWARDS),
}


@dataclass
class _Part:
    """The lines under one heading; before the first there is none."""

    heading: Heading | None
    over: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def propose(texts: Sequence[str]) -> Proposal:
    """What the lines of a resume say, as a proposal in which each line stands somewhere; empty ones are left out."""
    written = {number: Line(number, text) for number, text in enumerate(texts, start=1)}
    lines = _without_furniture([Line(line.number, _bare(line.text)) for line in written.values()])
    width = longest(line.text for line in lines)
    head, *parts = _columns_apart(_parts(lines))
    reached = [part for part in parts if part.heading and part.heading.is_contact]
    contact = contact_in([*head.lines, *(line for part in reached for line in part.lines)])
    sections = []
    if _is_prose(contact.rest):
        sections.append(_summary(ProposedSection(Kind.SUMMARY, HEADINGS[Kind.SUMMARY]), contact.rest, width))
    sections += (_section(part, part.heading, width) for part in parts if part.heading)
    proposed = Proposal(
        contact=contact.contact,
        headline=contact.headline,
        contact_lines=_as_written([*contact.lines, *(line for part in reached for line in part.over)], written),
        sections=tuple(
            replace(
                section,
                lines=_as_written(section.lines, written),
                entries=tuple(ProposedEntry(one.entry, _as_written(one.lines, written)) for one in section.entries),
            )
            for section in sections
            if section.text or section.entries
        ),
    )
    placed = {line.number for line in proposed.lines()}
    return replace(
        proposed, leftover=_as_written((line for line in written.values() if line.number not in placed), written)
    )


def _as_written(lines: Iterable[Line], written: Mapping[int, Line]) -> tuple[Line, ...]:
    """The lines as they stand in the file, each once and in order, without the empty ones."""
    return tuple(written[number] for number in sorted({line.number for line in lines if line.text.strip()}))


def _bare(text: str) -> str:
    """A line without marks of direction, and those of Markdown around a heading or strong words."""
    text = re.sub("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]", "", text)
    return re.sub(r"^\s{0,3}#{1,6}\s+|\*\*|__(?=\S)|(?<=\S)__", "", text)


def _columns_apart(parts: list[_Part]) -> list[_Part]:
    """With the name at the head, where a column at the side was read first, as of a profile that LinkedIn prints.

    Such a file begins with "Contact", and name, headline and place stand last before the summary or experience.
    """
    head = parts[0]
    if (
        any(line.text.strip() for line in head.lines)
        or len(parts) < 3
        or not (parts[1].heading and parts[1].heading.is_contact)
    ):
        return parts
    main = (Kind.SUMMARY, Kind.EXPERIENCE)
    place = next((n for n, part in enumerate(parts) if part.heading and part.heading.kind in main), 0)
    side = parts[place - 1].lines if place > 1 else []
    for start in range(max(0, len(side) - 6), len(side)):
        found = contact_in(side[start:])
        if found.lines and found.lines[0] == side[start] and found.contact.name and found.contact.place.city:
            head.lines, parts[place - 1].lines = side[start:], side[:start]
            break
    return parts


def _without_furniture(lines: Sequence[Line]) -> list[Line]:
    """Without numbers of pages, what is repeated at the head of each, and what is no line at all."""
    name = next((line.text.strip() for line in lines if line.text.strip()), "")
    seen = False
    kept: list[Line] = []
    for line in lines:
        text = line.text.strip()
        again = seen and (text == name or _runs_on(name, text))
        is_furniture = len(text) > LONGEST_SCANNED or again or PAGE_NUMBER.fullmatch(text)
        if not is_furniture:
            kept.append(line)
        seen = seen or bool(text)
    return kept


def _runs_on(name: str, text: str) -> bool:
    """Whether a line is a name with the number of a page: "Ana Diaz - Resume - Page 2"."""
    rest = text.removeprefix(name)
    return rest != text and bool(
        re.fullmatch(r"\W+(?:resume\W+|cv\W+)?(?:page\W+)?[0-9]{1,2}\b.{0,8}", rest, re.IGNORECASE)
    )


def _parts(lines: Sequence[Line]) -> list[_Part]:
    parts = [_Part(None)]
    seen = False
    for line in lines:
        heading = heading_in(line.text)
        # The very first words are a name, even where they are also a heading.
        if heading and (seen or heading.is_contact) and not _is_inside(heading, parts[-1]):
            rest = [Line(line.number, heading.rest)] if heading.rest else []
            parts.append(_Part(heading, over=[line], lines=rest))
        else:
            parts[-1].lines.append(line)
        seen = seen or bool(line.text.strip())
    return parts


def _is_inside(heading: Heading, part: _Part) -> bool:
    """Whether a heading with something behind it is a line of the section that is open: "Tools: Jira" under Skills."""
    if not heading.rest or part.heading is None or heading.text.isupper():
        return False
    return heading.kind in INSIDE.get(part.heading.kind, ())


def _section(part: _Part, heading: Heading, width: int) -> ProposedSection:
    """One section; of a kind that is none here with nothing in it."""
    kind = heading.kind
    if kind is None:
        return ProposedSection(Kind.SUMMARY, heading.text)
    section = ProposedSection(kind, heading.text, lines=tuple(part.over))
    if kind == Kind.SUMMARY:
        return _summary(section, part.lines, width)
    return replace(section, entries=tuple(_entries(kind, items(part.lines, width=width))))


def _entries(kind: Kind, found: Sequence[Item]) -> list[ProposedEntry]:
    match kind:
        case Kind.EXPERIENCE | Kind.PROJECTS | Kind.VOLUNTEERING:
            return entries_in(found, kind)
        case Kind.EDUCATION:
            return education_in(found)
        case Kind.SKILLS | Kind.INTERESTS:
            return skills_in(found, kind)
        case Kind.LANGUAGES:
            return languages_in(found)
        case Kind.REFERENCES:
            return references_in(found)
        case _:
            return credentials_in(found, kind)


def _summary(section: ProposedSection, lines: Sequence[Line], width: int) -> ProposedSection:
    found = items(lines, width=width)
    text = "\n".join(item.text for item in found)
    return ProposedSection(
        section.kind, section.heading, (*section.lines, *(line for item in found for line in item.lines)), text
    )


def _is_prose(lines: Sequence[Line]) -> bool:
    """Whether lines without a heading are a summary all the same."""
    return sum(len(line.text.split()) for line in lines) >= 12
