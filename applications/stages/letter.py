"""The first draft of a cover letter: a frame of three plain sentences around what the learner wrote. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

# What somebody reads before they stop.
MOST_POINTS = 4
NOBODY = "hiring team"


@dataclass(frozen=True)
class Point:
    """What the posting asks, in its words, and the learner's own line that shows it."""

    asked: str
    shown: str


def draft(*, title: str, employer: str, to: str, points: Sequence[Point], name: str) -> str:
    """A letter to begin with. ``to`` and ``name`` may be empty; without ``points`` there is a gap to fill in."""
    at = f" at {employer}" if employer else ""
    lines = [f"Dear {to or NOBODY},", "", f"I am applying for the position of {title}{at}.", ""]
    if points:
        lines.append("This is what you ask for, and what I did:")
        for point in points[:MOST_POINTS]:
            lines += ["", f"“{point.asked.strip()}”", point.shown.strip()]
    else:
        lines.append("[What they ask for, and what you did that shows it.]")
    lines += ["", "I would be glad to tell you more.", "", "Kind regards,"]
    return "\n".join([*lines, *filter(None, [name])])
