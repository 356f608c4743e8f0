"""What a project counts for, in words, and how long a text is. Pure."""

from collections.abc import Mapping

from evidence.catalog.eligibility import (
    AGILE,
    CONSTRUCTION,
    COUNTS,
    LEADING,
    PORTFOLIO_ONLY,
    PROGRAM,
    RESUME_ONLY,
    Verdict,
)

SORT_NAMES = {
    LEADING: "leading projects",
    PROGRAM: "managing programs",
    AGILE: "agile work",
    CONSTRUCTION: "construction work",
}
WORTH_NAMES = {COUNTS: "counts", RESUME_ONLY: "for the resume only", PORTFOLIO_ONLY: "for the portfolio only"}
REASONS = {
    "professional": "it was not in a professional setting",
    "led": "you took part and did not lead it",
    "program": "it is not marked as a program of several related projects",
    "agile": "its approach is not agile or hybrid, or you have not said",
    "construction": "it is not marked as construction or built environment",
}

# What would have to be otherwise for a project to count.
CHANGES = {
    "professional": "it were paid or voluntary work for an organization",
    "led": "you led it instead of taking part",
    "program": "it were a program of several related projects that you manage together",
    "agile": "the team worked in an agile or hybrid way",
    "construction": "it were construction or built-environment work",
}


def at_a_glance(verdicts: Mapping[str, Verdict]) -> str:
    """In a few words what the verdicts on one project (by sort of experience) come to."""
    counting = [SORT_NAMES[sort] for sort, verdict in verdicts.items() if verdict.worth == COUNTS]
    if counting:
        return f"counts as {' and '.join([', '.join(counting[:-1]), counting[-1]] if counting[1:] else counting)}"
    return WORTH_NAMES[RESUME_ONLY if any(v.worth == RESUME_ONLY for v in verdicts.values()) else PORTFOLIO_ONLY]


def because(verdict: Verdict) -> str:
    """Why a project does not count, as a clause; empty if it does."""
    reasons = [REASONS[change] for change in verdict.changes]
    return ", and ".join(reasons)


def would_count_if(verdict: Verdict) -> str:
    """What would make a project count, as the end of a sentence; empty if it does."""
    return " and ".join(CHANGES[change] for change in verdict.changes)


def text_length(text: str) -> tuple[int, int]:
    """How many words and characters a text has."""
    return len(text.split()), len(text)
