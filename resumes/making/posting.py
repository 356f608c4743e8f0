"""Words that a posting uses for a skill where the resume uses others for the same. Pure.

People and programs look for the posting's own words first.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """A word or phrase for a skill; ``exact`` if it means the skill only in this capitalization."""

    text: str
    exact: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """A skill with all that it is called."""

    key: str
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class Difference:
    """What a posting calls a skill, and what the resume calls it."""

    key: str
    theirs: str
    ours: str


def differences(posting: str, resume: str, skills: Iterable[Vocabulary]) -> list[Difference]:
    """One for each skill that both name, but in no common word. What only one of them names is no difference."""
    found = []
    for skill in skills:
        theirs, ours = used(posting, skill.terms), used(resume, skill.terms)
        if theirs and ours and not {term.casefold() for term in theirs} & {term.casefold() for term in ours}:
            found.append(Difference(skill.key, theirs[0], ours[0]))
    return found


def used(text: str, terms: Sequence[Term]) -> list[str]:
    """The terms that a text uses, the longest first; one within a longer one that was found is not another."""
    found: list[str] = []
    for term in sorted(terms, key=lambda one: -len(one.text)):
        at = re.search(rf"(?<!\w){re.escape(term.text)}(?!\w)", text, 0 if term.exact else re.IGNORECASE)
        if at:
            found.append(at[0])
            text = text.replace(at[0], " ")
    return found
