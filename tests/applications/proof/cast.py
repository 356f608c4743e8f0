"""What a learner holds in the cases of this room, in short words."""

from datetime import date
from typing import Any

from applications.proof.shapes import (
    CredentialHeld,
    DegreeHeld,
    Demand,
    Held,
    Piece,
    Pursuit,
    SkillHeld,
    Standing,
    Teaching,
    Work,
)
from applications.proof.standing import Judge
from applications.reading.shapes import Alternative

TODAY = date(2026, 11, 30)


def held(**fields: Any) -> Held:
    return Held(**({"today": TODAY} | fields))


def shows(*keys: str, told: tuple[str, ...] = (), now: int | None = None) -> SkillHeld:
    """A skill with pieces of evidence and stories by their keys, and a rating."""
    return SkillHeld(tuple(map(Piece, keys)), tuple(map(Piece, told)), now)


def work(key: str, starts: str, ends: str | None = None, *skills: str, **fields: Any) -> Work:
    """A project with its first and last day."""
    return Work(
        Piece(key), date.fromisoformat(starts), date.fromisoformat(ends) if ends else None, frozenset(skills), **fields
    )


def position(key: str, starts: str, ends: str | None = None, **fields: Any) -> Work:
    return work(key, starts, ends, led=False, is_position=True, **fields)


def holds(slug: str, expires: str | None = None, earned: str = "2024-01-15") -> CredentialHeld:
    expires_on = date.fromisoformat(expires) if expires else None
    return CredentialHeld(slug, Piece(f"credential:{slug}"), date.fromisoformat(earned), expires_on)


def under_way(slug: str, state: str, on: str | None = None) -> Pursuit:
    return Pursuit(slug, state, Piece(f"milestone:{slug}"), date.fromisoformat(on) if on else None)


def degree(level: str, finished: str = "2015-06-30", **fields: Any) -> DegreeHeld:
    return DegreeHeld(level, Piece(f"education:{level}"), date.fromisoformat(finished), **fields)


def teaches(slug: str, skills: str = "", credentials: str = "", **fields: Any) -> Teaching:
    return Teaching(slug, slug, "step", frozenset(skills.split()), frozenset(credentials.split()), **fields)


def asks(kind: str, **fields: Any) -> Demand:
    """A row; skills, credentials and languages are written in one word each."""
    for name in ("skills", "credentials", "languages"):
        if name in fields:
            fields[name] = tuple(fields[name].split())
    if "or_" in fields:
        fields["alternatives"] = tuple(fields.pop("or_"))
    return Demand(kind, **fields)


def other(kind: str = "equivalent", **fields: Any) -> Alternative:
    return Alternative("or something else", kind, **fields)


def stand(demand: Demand, everything: Held, closes: str | None = None) -> Standing:
    return Judge(everything).stand(demand, closes_on=date.fromisoformat(closes) if closes else None)


def reasons_of(standing: Standing) -> list[str]:
    """``code``, with what it is about and the months behind it: ``too_few_months 30/60``."""
    found = []
    for one in standing.reasons:
        months = f" {one.have}/{one.needed}" if one.have is not None else ""
        found.append(f"{one.code}{f' {one.subject}' if one.subject else ''}{months}")
    return found


def acts_of(standing: Standing) -> list[str]:
    return [f"{one.code} {one.about} {one.target}".strip() for one in standing.acts]
