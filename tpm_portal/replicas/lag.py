"""How far a replica is behind, by positions in the write-ahead log. Pure.

A position is what PostgreSQL calls an LSN: a number of bytes since the first record.
https://www.postgresql.org/docs/current/datatype-pg-lsn.html
"""

from collections import deque

# A replica that is further behind than that answers nobody.
MOST_SECONDS_BEHIND = 5.0
# How far apart two positions of the primary are that we remember.
SECONDS_APART = 0.5
# A page of the log, and what stands at its beginning before the first record of it, of a segment or of another page.
PAGE, HEADERS = 8192, (24, 40)


def position(written: str) -> int:
    """The position that PostgreSQL writes as ``16/B374D848``. Raises ``ValueError`` for anything else.

    Right behind the header of a page is where the last page ended: no record lies between, and a replica that has
    everything says so with the lower number.
    """
    high, slash, low = written.partition("/")
    if not slash or not 1 <= len(high) <= 8 or not 1 <= len(low) <= 8:
        raise ValueError("no position")
    found = int(high, 16) << 32 | int(low, 16)
    return found - found % PAGE if found % PAGE in HEADERS else found


class Primary:
    """Where the primary was and when, as far as that decides whether a replica is late."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def was_at(self, place: int, *, now: float) -> None:
        """``now`` is in seconds, by a clock that only goes forward."""
        if not self._seen or now - self._seen[-1][0] >= SECONDS_APART:
            self._seen.append((now, place))
        # One that is older stays: it is what a replica that lags has not reached.
        while len(self._seen) > 1 and now - self._seen[1][0] > MOST_SECONDS_BEHIND:
            self._seen.popleft()

    def is_fresh(self, replica: int, *, now: float) -> bool:
        """Whether a replica at that position certainly has all that was written ``MOST_SECONDS_BEHIND`` ago."""
        return any(place <= replica for when, place in self._seen if now - when <= MOST_SECONDS_BEHIND)

    def is_late(self, replica: int, *, now: float) -> bool:
        """Whether it certainly lacks something of then. Neither is so after a while in which nobody asked."""
        return any(place > replica for when, place in self._seen if now - when > MOST_SECONDS_BEHIND)
