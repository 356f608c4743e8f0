"""Where a posting stands as a whole: counts with their reasons, never a percentage. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from applications.proof.joining import once
from applications.proof.shapes import (
    ABSENT,
    APPLIED,
    CLAIMED,
    EXPIRED,
    IN_PROGRESS,
    MET,
    MISSING,
    PARTLY,
    TOO_FEW_MONTHS,
    Demand,
    Standing,
)

# So many are named; the rest are counted.
MOST_NAMED = 3
LACKING = (ABSENT, EXPIRED, IN_PROGRESS, APPLIED)
# What is asked for where a row names neither skill nor credential.
ASKED = {
    "secondary": "high school",
    "associate": "associate degree",
    "bachelor": "bachelor's degree",
    "master": "master's degree",
    "clearance": "clearance",
    "travel": "travel",
}


@dataclass(frozen=True)
class Tally:
    """How many rows stand where; together they are all. ``missing_ones`` and ``partly_ones`` name what is lacking."""

    met: int = 0
    claimed: int = 0
    partly: int = 0
    missing: int = 0
    unanswered: int = 0
    partly_ones: tuple[str, ...] = ()
    missing_ones: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        return self.met + self.claimed + self.partly + self.missing + self.unanswered


@dataclass(frozen=True)
class Summary:
    """The required rows of a posting and the preferred ones, counted."""

    required: Tally
    preferred: Tally

    def in_words(self) -> str:
        """ "7 of 9 required met with evidence, 1 claimed only, 1 missing (CSM); 2 of 5 preferred"."""
        required, preferred = self.required, self.preferred
        if not required.total and not preferred.total:
            return "nothing asked for"
        if not required.total:
            return f"nothing required; {_of(preferred)} preferred met with evidence"
        parts = [f"{_of(required)} required met with evidence"]
        if required.claimed:
            parts.append(f"{required.claimed} claimed only")
        if required.partly:
            parts.append(f"{required.partly} partly{_named(required.partly_ones)}")
        if required.missing:
            parts.append(f"{required.missing} missing{_named(required.missing_ones)}")
        if required.unanswered:
            parts.append(f"{required.unanswered} for you to say")
        words = ", ".join(parts)
        return f"{words}; {_of(preferred)} preferred" if preferred.total else words


def summary(rows: Iterable[tuple[Demand, Standing]], names: Mapping[str, str]) -> Summary:
    """Counts the rows of one posting, each with its standing.

    ``names`` has what skills and credentials are called by slug, and languages by code.
    """
    known = list(rows)
    return Summary(
        _tally([row for row in known if row[0].required], names),
        _tally([row for row in known if not row[0].required], names),
    )


def lacking(demand: Demand, standing: Standing, names: Mapping[str, str]) -> str:
    """What a row still lacks: "CSM or PSM I", "30 of 60 months"; empty if it cannot be said in a few words."""
    found = []
    for reason in standing.reasons:
        if reason.code == TOO_FEW_MONTHS:
            found.append(f"{reason.have} of {reason.needed} {'month' if reason.needed == 1 else 'months'}")
        elif reason.code in LACKING:
            found.append(names.get(reason.subject) or ASKED.get(reason.subject, reason.subject))
    if not found and standing.state == MISSING:
        return ASKED.get(demand.kind, "")
    either = demand.any_of or bool(demand.alternatives)
    return (" or " if either else " and ").join(once(found))


def _tally(rows: list[tuple[Demand, Standing]], names: Mapping[str, str]) -> Tally:
    def of(state: str) -> list[tuple[Demand, Standing]]:
        return [row for row in rows if row[1].state == state and not row[1].unanswered]

    def named(state: str) -> tuple[str, ...]:
        return once(label for row in of(state) if (label := lacking(*row, names)))

    return Tally(
        met=len(of(MET)),
        claimed=len(of(CLAIMED)),
        partly=len(of(PARTLY)),
        missing=len(of(MISSING)),
        unanswered=sum(standing.unanswered for _, standing in rows),
        partly_ones=named(PARTLY),
        missing_ones=named(MISSING),
    )


def _of(tally: Tally) -> str:
    """ "7 of 9", or that it is all of them."""
    if tally.met == tally.total and tally.total > 1:
        return "both" if tally.total == 2 else f"all {tally.total}"
    return f"{tally.met} of {tally.total}"


def _named(labels: tuple[str, ...]) -> str:
    if not labels:
        return ""
    shown, more = labels[:MOST_NAMED], len(labels) - MOST_NAMED
    words = ", ".join(shown)
    return f" ({words} and {more} more)" if more > 0 else f" ({words})"
