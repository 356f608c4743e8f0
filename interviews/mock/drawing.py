"""Which questions a mock interview asks: drawn from its seed alone, so that two people can run the same one. Pure.

Nothing here depends on the order of the candidates, on the process or on the version of Python.
"""

import hashlib
import unicodedata
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# What a question takes beside its target: the answer to its follow-up, and the time to read and to breathe. Both are
# editorial choices.
FOLLOW_UP_SECONDS = 60
MARGIN_SECONDS = 30

COLORS = (
    *("amber", "azure", "black", "blue", "brass", "bronze", "copper", "coral", "cream", "crimson", "ebony", "golden"),
    *("gray", "green", "indigo", "ivory", "jade", "lemon", "lilac", "lime", "maroon", "mint", "olive", "orange"),
    *("pearl", "plum", "red", "ruby", "silver", "teal", "violet", "white"),
)
THINGS = (
    *("anchor", "apple", "bridge", "candle", "canyon", "castle", "cloud", "desert", "engine", "falcon", "feather"),
    *("forest", "garden", "harbor", "island", "kettle", "ladder", "lantern", "meadow", "mirror", "ocean", "orchard"),
    *("piano", "planet", "river", "rocket", "saddle", "station", "tiger", "tunnel", "valley", "window"),
)


@dataclass(frozen=True)
class Candidate:
    """A question that could be asked. ``seconds`` is the target of its answer."""

    slug: str
    category: str
    seconds: int
    has_follow_up: bool = True

    @property
    def takes(self) -> int:
        """Seconds that it fills of the whole."""
        return self.seconds + FOLLOW_UP_SECONDS * self.has_follow_up + MARGIN_SECONDS


def draw(candidates: Iterable[Candidate], *, seed: str, minutes: int, even: bool) -> list[Candidate]:
    """The questions in the order in which they are asked, no more than fit into ``minutes``.

    ``even``: no category comes again before all have come once; where one cannot come, none comes twice.
    """
    room = minutes * 60
    fitting = [candidate for candidate in candidates if candidate.takes <= room]
    ranked = sorted(fitting, key=lambda one: _rank(seed, "question", one.slug))
    return _evenly(ranked, seed, room) if even else _as_they_come(ranked, room)


def draw_follow_up(follow_ups: Sequence[str], *, seed: str, slug: str) -> str:
    """The one that is asked after the answer; empty if there is none."""
    return min(follow_ups, key=lambda text: _rank(seed, "follow-up", f"{slug}\x1f{text}"), default="")


def suggested_seed(token: uuid.UUID) -> str:
    """A seed that is easy to read out, such as ``amber harbor 42``, from something random."""
    rest, color = divmod(token.int >> 16 & 0xFFFFFFFF, len(COLORS))
    rest, thing = divmod(rest, len(THINGS))
    return f"{COLORS[color]} {THINGS[thing]} {10 + rest % 90}"


def _as_they_come(ranked: Sequence[Candidate], room: int) -> list[Candidate]:
    chosen = []
    for candidate in ranked:
        if candidate.takes <= room:
            room -= candidate.takes
            chosen.append(candidate)
    return chosen


def _evenly(ranked: Sequence[Candidate], seed: str, room: int) -> list[Candidate]:
    waiting: dict[str, list[Candidate]] = {}
    for category in sorted({one.category for one in ranked}, key=lambda slug: _rank(seed, "category", slug)):
        waiting[category] = [one for one in ranked if one.category == category]
    shortest = {category: min(one.takes for one in own) for category, own in waiting.items()}
    # Room is kept for the shortest of each category that has not come yet, if all can come.
    kept = sum(shortest.values())
    all_can_come = kept <= room
    if not all_can_come:
        kept = 0
    chosen: list[Candidate] = []
    while True:
        before = len(chosen)
        for category, own in waiting.items():
            kept = max(kept - shortest[category], 0)
            pick = next((one for one in own if one.takes <= room - kept), None)
            if pick:
                room -= pick.takes
                own.remove(pick)
                chosen.append(pick)
        if len(chosen) == before or not all_can_come:
            return chosen


def _rank(seed: str, kind: str, slug: str) -> tuple[bytes, str]:
    """Where something stands for a seed; however the seed was spaced, capitalized or composed when it was typed."""
    same = " ".join(unicodedata.normalize("NFC", unicodedata.normalize("NFC", seed).casefold()).split())
    return hashlib.sha256("\x1f".join((same, kind, slug)).encode()).digest(), slug
