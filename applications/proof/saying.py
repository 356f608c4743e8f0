"""What one resume says, so that what is met and not said there can be told. Pure."""

from collections.abc import Iterable, Mapping

from applications.proof.shapes import Resume
from resumes.making.composing import Composed
from resumes.making.posting import Term, used


def said_by(composed: Composed, terms: Mapping[str, Iterable[tuple[str, bool]]]) -> Resume:
    """The rows that a resume shows, and the skills that it names by one of their ``terms``, anywhere in it.

    ``terms`` are what each skill is called, by its slug, with whether that is meant only in this capitalization.
    """
    rooms = [room for room in composed.rooms if room.line.shown]
    parts = [part for room in rooms for part in room.parts if part.line.shown]
    told = [told for part in parts for told in part.bullets if told.line.shown]
    texts = [composed.headline.text, *(room.text.text for room in rooms if room.text)]
    texts += [text for part in parts for text in (part.entry.title, part.line.text)]
    text = "\n".join([*texts, *(one.line.text for one in told)])
    rows = {part.entry.key for part in parts} | {one.sentence.key for one in told}
    return Resume(_named(text, terms), frozenset(rows))


def _named(text: str, terms: Mapping[str, Iterable[tuple[str, bool]]]) -> frozenset[str]:
    """The skills that a text names. Most terms are nowhere in it, which a plain look shows sooner."""
    folded = text.casefold()
    found = set()
    for slug, names in terms.items():
        likely = [Term(name, exact) for name, exact in names if name.casefold() in folded]
        if likely and used(text, likely):
            found.add(slug)
    return frozenset(found)
