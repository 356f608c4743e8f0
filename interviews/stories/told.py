"""To whom a story was told: when two names are the same employer, and where it was told more than once. Pure."""

import unicodedata
from collections.abc import Iterable
from typing import Protocol, TypeVar


class Telling(Protocol):
    employer: str


Told = TypeVar("Told", bound=Telling)


def employer_key(name: str) -> str:
    """A name without what does not tell two employers apart: case, spacing, and how a character is encoded."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def told_at(employer: str, tellings: Iterable[Told]) -> list[Told]:
    """The tellings at that employer, in their order."""
    return [telling for telling in tellings if employer_key(telling.employer) == employer_key(employer)]


def told_twice(tellings: Iterable[Told]) -> list[list[Told]]:
    """The tellings of one story by employer, of those where it was told more than once."""
    by_employer: dict[str, list[Told]] = {}
    for telling in tellings:
        by_employer.setdefault(employer_key(telling.employer), []).append(telling)
    return [group for group in by_employer.values() if len(group) > 1]
