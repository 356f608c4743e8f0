"""How much made-up learners have recorded: most have only begun, a few come every day. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Busyness:
    """A kind of learner: one in ``of_hundred`` hundredths, here for ``days``, with so many rows of each table."""

    name: str
    of_hundred: int
    days: int
    milestones: int
    positions: int
    projects: int
    pieces: int
    educations: int
    skills: int
    cards: int
    reviews: int
    stories: int
    interviews: int
    resumes: int
    bullets: int
    applications: int
    stages: int


# On the average some twenty events a learner, as the targets of the site count with.
KINDS = (
    Busyness("begun", 60, 20, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    Busyness("steady", 30, 90, 5, 1, 1, 2, 1, 4, 3, 4, 1, 1, 0, 1, 1, 1),
    Busyness("busy", 9, 180, 12, 2, 3, 8, 1, 8, 8, 12, 3, 1, 1, 3, 4, 8),
    Busyness("daily", 1, 270, 28, 4, 8, 60, 2, 20, 40, 540, 12, 4, 4, 16, 40, 110),
)
COUNTS = tuple(name for name in Busyness.__dataclass_fields__ if name not in ("name", "of_hundred", "days"))


def most(count: str) -> int:
    """The most rows of one table that any learner has."""
    number: int = max(getattr(kind, count) for kind in KINDS)
    return number


def kind_of(hundredth: int) -> int:
    """The place in ``KINDS`` of whoever drew a number from 0 to 99."""
    below = 0
    for place, kind in enumerate(KINDS):
        below += kind.of_hundred
        if hundredth < below:
            return place
    raise ValueError(f"{hundredth} is no hundredth.")


def events_each() -> float:
    """How many events a learner has on the average: one for each row that a person adds, moves or rates."""
    told = [name for name in COUNTS if name not in ("cards", "skills")]
    hundred: int = sum(kind.of_hundred * sum(getattr(kind, name) for name in told) for kind in KINDS)
    return hundred / 100
