"""What can be said of a skill, in one of three ways. Plain rules on plain values. Pure."""

from collections import Counter
from collections.abc import Iterable

SHOWN, CLAIMED, NOT_YOURS = "shown", "claimed", "not yours yet"
STATES = (SHOWN, CLAIMED, NOT_YOURS)
MEANINGS = {
    SHOWN: "at least one piece of your evidence shows it",
    CLAIMED: "you say that you can do it, at least with help, and nothing shows it yet",
    NOT_YOURS: "nothing shows it yet, and you rate yourself below “With help”, or not at all",
}
# On the scale of five from "Not yet" (0) to "I could teach it" (4).
CLAIMED_FROM = 2  # "With help"
ALONE_FROM = 3  # "On my own"


def state(*, pieces: int, now: int | None) -> str:
    """``pieces`` of evidence show the skill, and its owner rates it ``now``, or has not said."""
    if pieces:
        return SHOWN
    return CLAIMED if now is not None and now >= CLAIMED_FROM else NOT_YOURS


def counts(states: Iterable[str]) -> dict[str, int]:
    """How many are in each of the three, also when none is."""
    found = Counter(states)
    return {name: found[name] for name in STATES}


def mastered(*, pieces: int, now: int | None) -> bool:
    """Whether the skill is shown, or its owner says that they need nobody's help with it."""
    return bool(pieces) or (now is not None and now >= ALONE_FROM)
