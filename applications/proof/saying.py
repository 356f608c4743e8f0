"""What one resume says, so that what is met and not said there can be told. Pure."""

from collections.abc import Iterable, Mapping

from applications.proof.shapes import Resume
from resumes.making.composing import Composed
from resumes.making.posting import Term, used
from resumes.writing.content import Kind

SKILL = "skill:"


def said_by(composed: Composed, terms: Mapping[str, Iterable[tuple[str, bool]]]) -> Resume:
    """The rows that a resume shows, and the skills: in their section, or by one of their ``terms`` anywhere in it.

    ``terms`` are what each skill is called, by its slug, with whether that is meant only in this capitalization.
    """
    rooms = [room for room in composed.rooms if room.line.shown]
    parts = [(room.kind, part) for room in rooms for part in room.parts if part.line.shown]
    told = [told for _, part in parts for told in part.bullets if told.line.shown]
    texts = [composed.headline.text, *(room.text.text for room in rooms if room.text)]
    texts += [text for _, part in parts for text in (part.entry.title, part.line.text)]
    text = "\n".join([*texts, *(one.line.text for one in told)])
    listed = {part.entry.key.removeprefix(SKILL) for kind, part in parts if kind is Kind.SKILLS}
    rows = {part.entry.key for _, part in parts} | {one.sentence.key for one in told}
    return Resume(frozenset(listed | _named(text, terms)), frozenset(rows))


def _named(text: str, terms: Mapping[str, Iterable[tuple[str, bool]]]) -> set[str]:
    """The skills that a text names. Most terms are nowhere in it, which a plain look shows sooner."""
    folded = text.casefold()
    found = set()
    for slug, names in terms.items():
        likely = [Term(name, exact) for name, exact in names if name.casefold() in folded]
        if likely and used(text, likely):
            found.add(slug)
    return found
