"""How a learner's ratings go over time: points for a chart, and what they say in words. Pure arithmetic."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from curation.names import name_key

# So many answers before and after are compared, and so much of a score is a difference worth a word.
COMPARED = 3
WORTH_A_WORD = 0.5
FORGOTTEN_DAYS = 21

WIDTH, HEIGHT, MARGIN = 240, 60, 6
LOWEST, HIGHEST = 1, 5


@dataclass(frozen=True, slots=True)
class Rated:
    """One rated answer: the day, the category's name, and the scores by the names of their dimensions."""

    on: date
    category: str
    scores: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Point:
    on: date
    score: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Trend:
    """One category or dimension: its points in time, and how the last answers compare with those before them."""

    name: str
    points: tuple[Point, ...]
    before: float | None
    lately: float
    last_on: date

    @property
    def path(self) -> str:
        """The points as an SVG polyline wants them."""
        return " ".join(f"{point.x:g},{point.y:g}" for point in self.points)

    @property
    def change(self) -> float | None:
        return None if self.before is None else round(self.lately - self.before, 1)

    @property
    def direction(self) -> str:
        """``improved``, ``fell``, ``steady``, or empty while there is too little to compare."""
        if self.before is None:
            return ""
        moved = self.lately - self.before
        return "improved" if moved >= WORTH_A_WORD else "fell" if moved <= -WORTH_A_WORD else "steady"


def by_category(rated: Iterable[Rated]) -> list[Trend]:
    """A trend for each category, by the mean of each answer's scores. Answers without a score are left out."""
    found = defaultdict(list)
    for answer in rated:
        if answer.scores:
            found[answer.category].append((answer.on, sum(answer.scores.values()) / len(answer.scores)))
    return _trends(found)


def by_dimension(rated: Iterable[Rated]) -> list[Trend]:
    found = defaultdict(list)
    for answer in rated:
        for name, score in answer.scores.items():
            found[name].append((answer.on, float(score)))
    return _trends(found)


def in_words(categories: Sequence[Trend], practiced: Mapping[str, date], *, today: date) -> list[str]:
    """What stands out: what improved, what fell, and what has not been practiced for weeks.

    ``practiced`` holds the day each category was last practiced, with a score or without.
    """
    said = []
    for trend in categories:
        if trend.direction in ("improved", "fell"):
            said.append(
                f"Your answers on {_small(trend.name)} {trend.direction}: "
                f"{trend.before:.1f} before, {trend.lately:.1f} lately."
            )
    for name, day in sorted(practiced.items(), key=lambda item: item[1]):
        days = (today - day).days
        if days >= FORGOTTEN_DAYS:
            said.append(f"{name} has not been practiced for {days // 7} weeks.")
    return said


def _trends(found: Mapping[str, list[tuple[date, float]]]) -> list[Trend]:
    by_name = sorted(found.items(), key=lambda item: name_key(item[0]))
    return [_trend(name, sorted(rows, key=lambda row: row[0])) for name, rows in by_name]


def _trend(name: str, rows: list[tuple[date, float]]) -> Trend:
    scores = [score for _, score in rows]
    number = min(COMPARED, len(scores) // 2)
    before = scores[-2 * number : -number] if number else []
    lately = scores[-number:] if number else scores
    return Trend(
        name=name,
        points=_points(rows),
        before=sum(before) / len(before) if before else None,
        lately=sum(lately) / len(lately),
        last_on=rows[-1][0],
    )


def _points(rows: list[tuple[date, float]]) -> tuple[Point, ...]:
    """Left to right by time, the lowest score at the bottom. A single day stands in the middle."""
    first, days = rows[0][0], (rows[-1][0] - rows[0][0]).days
    points = []
    for day, score in rows:
        share = (day - first).days / days if days else 0.5
        x = MARGIN + share * (WIDTH - 2 * MARGIN)
        y = HEIGHT - MARGIN - (score - LOWEST) / (HIGHEST - LOWEST) * (HEIGHT - 2 * MARGIN)
        points.append(Point(day, score, round(x, 1), round(y, 1)))
    return tuple(points)


def _small(name: str) -> str:
    return name[:1].lower() + name[1:]
