"""The facts of a resume that a reader of its file must find, in the order in which they stand. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from resumes.reading.wording import words_of
from resumes.writing.content import Contact, Content, Entry, Kind, Section

# Of these the order among each other says nothing.
UNORDERED = {Kind.SKILLS, Kind.LANGUAGES, Kind.INTERESTS}


class FactKind(StrEnum):
    NAME = "name"
    HEADLINE = "headline"
    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"
    HEADING = "heading"
    POSITION = "position"
    ENTRY = "entry"
    BULLET = "bullet"
    TEXT = "text"


@dataclass(frozen=True)
class Fact:
    """``words`` are what is looked for first; of an entry its ``parts`` must stand near them, and its dates."""

    kind: FactKind
    text: str
    words: tuple[str, ...]
    # What each part is called, with its words.
    parts: dict[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    # As ISO 8601; of a day or of what began and ended at once the first is empty.
    dates: tuple[str, str] | None = None
    in_order: bool = True


def facts_of(content: Content) -> list[Fact]:
    """Every fact of a resume but what stands only in ``extra``."""
    return [fact for fact in _facts(content) if fact.words]


def _facts(content: Content) -> Iterator[Fact]:
    contact = content.contact
    yield _plain(FactKind.NAME, contact.name)
    yield _plain(FactKind.HEADLINE, content.headline)
    yield _plain(FactKind.EMAIL, contact.email, in_order=False)
    yield _plain(FactKind.PHONE, contact.phone, in_order=False)
    yield from (_plain(FactKind.LINK, link, in_order=False) for link in _links(contact))
    for section in content.sections:
        yield _plain(FactKind.HEADING, section.heading)
        yield from _paragraphs(section.text)
        for entry in section.entries:
            yield from _of_entry(section, entry)


def _links(contact: Contact) -> list[str]:
    return [contact.url, *(profile.url or profile.username for profile in contact.profiles)]


def _of_entry(section: Section, entry: Entry) -> Iterator[Fact]:
    ordered = section.kind not in UNORDERED
    said = {
        "title": entry.title,
        "employer" if entry.kind == Kind.EXPERIENCE else "organization": entry.organization,
        "place": entry.place,
        "level": entry.level,
        "grade": entry.score,
    }
    parts = {name: words for name, text in said.items() if (words := words_of(text))}
    parts |= {f"“{word}”": words for word in entry.words if (words := words_of(word))}
    if parts:
        first = next(iter(parts))
        text = " · ".join(filter(None, (entry.title, entry.organization)))
        kind = FactKind.POSITION if entry.kind == Kind.EXPERIENCE else FactKind.ENTRY
        main = parts.pop(first)
        yield Fact(kind, text or " ".join(main), main, parts, _dates(entry), ordered)
    yield from _paragraphs(entry.text)
    yield from (_plain(FactKind.BULLET, bullet.text, in_order=ordered) for bullet in entry.bullets)


def _dates(entry: Entry) -> tuple[str, str] | None:
    if not (entry.starts or entry.ends):
        return None
    return ("", entry.ends) if entry.starts == entry.ends else (entry.starts, entry.ends)


def _paragraphs(text: str) -> Iterator[Fact]:
    return (_plain(FactKind.TEXT, line) for line in text.splitlines())


def _plain(kind: FactKind, text: str, *, in_order: bool = True) -> Fact:
    return Fact(kind, text, words_of(text), in_order=in_order)
