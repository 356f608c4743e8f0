"""What was read in somebody's resume, as a proposal: each part beside the lines it was read from. Pure.

Nothing is lost: a line stands with the part that was read from it, or is left over. Lines count from one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from resumes.writing.content import Contact, Content, Entry, Kind, Section


@dataclass(frozen=True)
class Line:
    """A line of a file, or a row of a table in it."""

    number: int
    text: str
    # In which of several files, as in an archive.
    file: str = ""


@dataclass(frozen=True)
class ProposedEntry:
    entry: Entry
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class ProposedSection:
    """``lines`` are its heading and those of its own text, without those of its entries."""

    kind: Kind
    heading: str
    lines: tuple[Line, ...] = ()
    text: str = ""
    entries: tuple[ProposedEntry, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """``contact_lines`` are those of which name, headline and whatever else leads to somebody was read."""

    contact: Contact = field(default_factory=Contact)
    headline: str = ""
    contact_lines: tuple[Line, ...] = ()
    sections: tuple[ProposedSection, ...] = ()
    leftover: tuple[Line, ...] = ()

    @property
    def content(self) -> Content:
        """The resume that is proposed, as it would be written."""
        sections = (
            Section(section.kind, section.heading, section.text, tuple(one.entry for one in section.entries))
            for section in self.sections
        )
        return Content(
            contact=self.contact,
            headline=self.headline,
            sections=tuple(section for section in sections if section.text or section.entries),
        )

    def entries(self, kind: Kind) -> list[Entry]:
        return [one.entry for section in self.sections if section.kind == kind for one in section.entries]

    def lines(self) -> Iterator[Line]:
        """Every line, wherever it stands."""
        yield from self.contact_lines
        for section in self.sections:
            yield from section.lines
            for one in section.entries:
                yield from one.lines
        yield from self.leftover
