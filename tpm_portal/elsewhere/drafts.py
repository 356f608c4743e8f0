"""One row as it would be kept, before it is; and by what it is known again in a file and among what is there. Pure."""

import json
import uuid
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from curation.folding import fold

# What comes in is named by what it says: the same again has the same name, in any account.
BROUGHT_IN = uuid.UUID("0c0f8f1e-5f0a-5a0e-9a55-6a7c1c6d4b21")
VERSION = 8

TRAINING, EVIDENCE, ASKED = "evidence.Training", "evidence.Evidence", "interviews.AskedQuestion"
POSITION, EDUCATION, HELD, PROJECT = (
    *("evidence.Position", "evidence.Education", "evidence.HeldCredential", "evidence.Project"),
)
# By these fields a row is the same as another, and by those it is perhaps.
SAME: Mapping[str, tuple[str, ...]] = {
    TRAINING: ("title", "finished_on", "hours"),
    EVIDENCE: ("happened", "on"),
    ASKED: ("text",),
    POSITION: ("employer", "title", "starts"),
    EDUCATION: ("institution", "title"),
    HELD: ("credential", "name"),
    PROJECT: ("title", "starts_on"),
}
# What is set beside each other where the same is there already, by what the fields are called.
COMPARED: Mapping[str, Mapping[str, str]] = {
    TRAINING: {"hours": "Hours", "finished_on": "Finished on", "provider": "Who ran it"},
    EVIDENCE: {"did": "What I did"},
    ASKED: {},
    POSITION: {"ends": "Until", "place": "Where", "summary": "What it was about"},
    EDUCATION: {"level": "Level", "finished_on": "Finished on"},
    HELD: {"earned_on": "Earned on", "expires_on": "Valid until", "number": "Its number", "url": "Its page"},
    PROJECT: {"ends_on": "Until", "description": "Description"},
}
NOUNS: Mapping[str, tuple[str, str]] = {
    TRAINING: ("course", "courses"),
    EVIDENCE: ("thing you did", "things you did"),
    ASKED: ("question", "questions"),
    POSITION: ("job", "jobs"),
    EDUCATION: ("degree", "degrees"),
    HELD: ("credential", "credentials"),
    PROJECT: ("project", "projects"),
}


@dataclass(frozen=True)
class Draft:
    """A row of a ``table``: where it stands in the file, its document, and what is shown of it.

    ``content`` names it by what the file says. ``summed`` is what several rows of the file make together: it is the
    same as another of its name, whatever the sum is by now.
    """

    where: str
    table: str
    values: Mapping[str, Any]
    content: str
    name: str
    said: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    answer: str = ""
    summed: bool = False

    @property
    def key(self) -> tuple[Any, ...]:
        names = SAME[self.table][:1] if self.summed else SAME[self.table]
        return key_of(self.values, names)

    @property
    def noun(self) -> str:
        return NOUNS[self.table][0]


@dataclass(frozen=True)
class Refused:
    """What of a file cannot come in: where it stands, what it is called, and why."""

    where: str
    name: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Said:
    """All that a file says: drafts, what cannot come in, and remarks on the file."""

    drafts: tuple[Draft, ...] = ()
    refused: tuple[Refused, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Difference:
    """A field that says something else in the file than here."""

    name: str
    here: str
    there: str


@dataclass(frozen=True)
class There:
    """A draft that is there already: what it is called there, its address, and what it says otherwise."""

    draft: Draft
    name: str
    url: str
    differences: tuple[Difference, ...] = ()


@dataclass
class Plan:
    """What becomes of drafts: ``new`` ones by their tokens, those ``there`` as they are, and those that ``differ``."""

    new: dict[uuid.UUID, Draft] = field(default_factory=dict)
    there: list[There] = field(default_factory=list)
    differ: list[There] = field(default_factory=list)


def key_of(values: Mapping[str, Any], names: Iterable[str]) -> tuple[Any, ...]:
    """What two rows have in common that are the same, as far as these fields go."""
    return tuple(folded(values.get(name)) for name in names)


def folded(value: Any) -> str:
    """A value without regard to capitals, accents and spaces. Words of no letters at all stay as they are."""
    text = "" if value is None else str(value)
    return fold(text) or " ".join(text.split())


def differences(draft: Draft, there: Mapping[str, Any]) -> tuple[Difference, ...]:
    """What the file says of a row otherwise than that does. What it does not say is no difference."""
    found = []
    for name, called in COMPARED[draft.table].items():
        here, said = there.get(name), draft.values.get(name)
        if said not in (None, "") and folded(said) != folded(here):
            found.append(Difference(called, str(here or "nothing"), str(said)))
    return tuple(found)


def content_of(*said: Any) -> str:
    """What names a draft: all that its line says."""
    return json.dumps(said, sort_keys=True, default=str, ensure_ascii=False)


def named(table: str, content: str, number: int, binned: Collection[uuid.UUID]) -> uuid.UUID:
    """The token of the ``number``-th row that says the same. What is in the bin stays there, and makes another one.

    Its version sets it apart: what came in is found by it again.
    """
    again = 0
    while True:
        digest = uuid.uuid5(BROUGHT_IN, f"{table} {number} {again} {content}").int
        token = uuid.UUID(int=digest & ~(0xF << 76) | VERSION << 76)
        if token not in binned:
            return token
        again += 1
