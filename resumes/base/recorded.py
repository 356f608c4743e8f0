"""What a learner recorded, as everything that a resume of theirs can say. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from resumes.writing.content import Contact, Entry, Kind


@dataclass(frozen=True)
class Proof:
    """A piece of evidence behind a bullet. ``amount`` is its number as it is shown, with its ``unit``."""

    key: int
    headline: str
    amount: str = ""
    unit: str = ""
    do_not_claim: str = ""


@dataclass(frozen=True)
class Sentence:
    """A bullet as it was kept, with the number of its ``row``.

    ``place`` is the key of the entry that it stands under; empty if it has none yet.
    """

    key: str
    text: str
    place: str = ""
    proof: tuple[Proof, ...] = ()
    row: int = 0


@dataclass(frozen=True)
class Recorded:
    """One learner's base: whom it is about, every entry by its key, in order, and every bullet.

    ``usually_hidden`` has the keys of entries that a resume shows only where it is told to, ``worked`` from when to
    when the projects at a position ran, by its key (without an end if one still runs).
    """

    contact: Contact = field(default_factory=Contact)
    entries: tuple[Entry, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    usually_hidden: frozenset[str] = frozenset()
    worked: Mapping[str, tuple[date, date | None]] = field(default_factory=dict)
    # What each skill is called, with whether that means the skill in this capitalization alone; of skills that
    # the learner does not have only where that was asked for.
    terms: Mapping[str, tuple[tuple[str, bool], ...]] = field(default_factory=dict)

    def of_kind(self, kind: Kind) -> list[Entry]:
        return [entry for entry in self.entries if entry.kind == kind]

    def under(self, key: str) -> list[Sentence]:
        return [sentence for sentence in self.sentences if sentence.place == key]

    @property
    def unproved(self) -> frozenset[str]:
        """The keys of skills that no evidence shows, by whatever name they go."""
        proved = {
            entry.key
            for entry in self.of_kind(Kind.SKILLS)
            if entry.key in self.terms and entry.key not in self.usually_hidden
        }
        names = {text.casefold() for key in proved for text, _ in self.terms[key]}
        return frozenset(
            entry.key
            for entry in self.of_kind(Kind.SKILLS)
            if entry.key not in proved and entry.title.casefold() not in names
        )
