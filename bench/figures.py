"""What the runs of a page come to, beside the floor. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import median

MOST_TAIL = 3.0


@dataclass(frozen=True)
class Figures:
    """A page: views a second and their ratio to the floor's, times in milliseconds, what a visit moves in bytes.

    ``who`` is ``visitor`` or ``learner``. ``first`` and ``again`` are a first and a repeated visit. ``target`` is the
    least ratio that the page should have. ``cold`` is how long the first view of the page took.
    """

    address: str
    who: str
    views: float
    ratio: float
    p50: float
    p95: float
    p99: float
    floor_p99: float
    cold: float
    queries: int
    page_bytes: int
    first_bytes: int
    first_requests: int
    again_bytes: int
    bad: int
    target: float

    @property
    def tail(self) -> float:
        """The time within which 99 of 100 views are, as a ratio to the floor's."""
        return self.p99 / self.floor_p99

    @property
    def met(self) -> bool:
        return self.ratio >= self.target and self.tail <= MOST_TAIL


def middle(values: Sequence[float]) -> float:
    return float(median(values))


def table(rows: Sequence[Figures], before: Mapping[tuple[str, str], float] | None = None) -> str:
    """The rows as text, the slowest for their target first. ``before`` are ratios of an earlier run."""
    lines = [
        f"{'page':54} {'who':8} {'views/s':>8} {'ratio':>6} {'target':>6} {'p50':>7} {'p95':>7} {'p99':>7}"
        f" {'floor99':>7} {'ratio':>5} {'cold':>7} {'queries':>7} {'page':>8} {'first':>8} {'files':>5} {'again':>8}"
        f" {'before':>6}"
    ]
    for row in sorted(rows, key=lambda row: row.ratio / row.target):
        short = [*(["slow"] if row.ratio < row.target else []), *(["p99"] if row.tail > MOST_TAIL else [])]
        was = (before or {}).get((row.address, row.who))
        lines.append(
            f"{row.address[:54]:54} {row.who:8} {row.views:8.1f} {row.ratio:6.2f} {row.target:6.1f} {row.p50:7.1f}"
            f" {row.p95:7.1f} {row.p99:7.1f} {row.floor_p99:7.1f} {row.tail:5.2f} {row.cold:7.1f} {row.queries:7d}"
            f" {row.page_bytes:8,d} {row.first_bytes:8,d}"
            f" {row.first_requests:5d} {row.again_bytes:8,d} {f'{was:6.2f}' if was is not None else '':>6}"
            f"{''.join(f'  short: {one}' for one in short)}{f'  {row.bad} bad answers' if row.bad else ''}"
        )
    met = sum(row.met for row in rows)
    said = f"meet their targets: the ratio, and a p99 of at most {MOST_TAIL:g} times the floor's."
    return "\n".join([*lines, f"{met} of {len(rows)} pages {said}"])


def as_json(rows: Sequence[Figures]) -> list[dict[str, object]]:
    return [asdict(row) for row in rows]
