"""What the scores of a mock interview say, dimension by dimension. Pure arithmetic, and never one number for all."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# The scores for which the rubric says what an answer looks like.
ANCHORED = (3, 5)


@dataclass(frozen=True)
class Score:
    """One score for one question, by its number in the run; ``mine``, or from somebody who helped."""

    place: int
    dimension: int
    score: int
    mine: bool


@dataclass(frozen=True)
class Side:
    """The scores of one side: each with the number of its question."""

    scores: tuple[tuple[int, int], ...] = ()

    @property
    def mean(self) -> float | None:
        return sum(score for _, score in self.scores) / len(self.scores) if self.scores else None

    @property
    def places(self) -> list[int]:
        """The questions behind it."""
        return sorted({place for place, _ in self.scores})


@dataclass(frozen=True)
class BothSides:
    """One dimension: what the learner gave, and what those who helped gave."""

    dimension: int
    mine: Side
    helpers: Side

    @property
    def all(self) -> Side:
        return Side((*self.mine.scores, *self.helpers.scores))

    @property
    def weakest_place(self) -> int:
        """The question with the lowest score, the first of them."""
        return min(self.all.scores, key=lambda pair: (pair[1], pair[0]))[0]

    @property
    def next_score(self) -> int | None:
        """The next score to reach that the rubric describes; ``None`` if every score is the highest."""
        mean = self.all.mean or 0
        return next((score for score in ANCHORED if score > mean), None)


def by_dimension(scores: Iterable[Score], *, order: Sequence[int]) -> list[BothSides]:
    """Both sides of each dimension that has a score, in the order of their keys in ``order``."""
    found: dict[int, tuple[list[tuple[int, int]], list[tuple[int, int]]]] = defaultdict(lambda: ([], []))
    for one in scores:
        found[one.dimension][0 if one.mine else 1].append((one.place, one.score))
    sides = [
        BothSides(key, Side(tuple(sorted(mine))), Side(tuple(sorted(helpers))))
        for key, (mine, helpers) in found.items()
    ]
    return sorted(sides, key=lambda both: order.index(both.dimension))


def weakest(sides: Iterable[BothSides]) -> BothSides | None:
    """The dimension with the lowest mean that can still rise; of equal ones that with more scores, then the first."""
    rising = [both for both in sides if both.next_score is not None]
    return min(rising, key=lambda both: (both.all.mean, -len(both.all.scores)), default=None)
