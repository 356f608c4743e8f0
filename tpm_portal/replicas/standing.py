"""How each replica stands, as this process knows it: whether it answers, how far it is, and which content it has."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.utils import InterfaceError, OperationalError

from accounts.edition import OF_A_LEARNER
from tpm_portal.replicas.lag import Primary, position

logger = logging.getLogger(__name__)

# One that failed is not asked for so long.
SECONDS_LEFT_ALONE = 10.0
# What a replica said of itself holds for so long: it only gets further.
SECONDS_BELIEVED = 0.5
EDITIONS = "(SELECT coalesce(string_agg(shelf || mark::text, ' ' ORDER BY id), '') FROM curation_edition)"
OF_PRIMARY = f"SELECT pg_current_wal_insert_lsn()::text, {EDITIONS}"
# Nothing, where a replica has become a server of its own.
OF_REPLICA = f"SELECT pg_last_wal_replay_lsn()::text, {EDITIONS}"


@dataclass(frozen=True, slots=True)
class State:
    """A position in the log, and the marks of the content that is there, see ``curation.models.Edition``."""

    place: int
    editions: str


@dataclass
class Standing:
    """``clock`` gives seconds and only goes forward."""

    alias: str
    clock: Callable[[], float] = time.monotonic
    _state: State | None = None
    _said_at: float = 0.0
    _left_alone_until: float = field(default=float("-inf"))
    _said: str = ""

    def state(self) -> State | None:
        """How it stands, ``None`` if it is away. One query, unless it was asked a moment ago."""
        now = self.clock()
        if now < self._left_alone_until:
            return None
        if self._state is None or now - self._said_at > SECONDS_BELIEVED:
            self._state = self._ask()
            self._said_at = now
        return self._state

    def is_fresh(self, state: State, primary: Primary) -> bool:
        now = self.clock()
        if primary.is_late(state.place, now=now):
            self._say("lags", logging.WARNING, "Replica %s lags behind. The primary answers instead.")
            return False
        return primary.is_fresh(state.place, now=now)

    def is_used(self) -> None:
        """It answers and is as new as it has to be."""
        if self._said:
            self._say("", logging.WARNING, "Replica %s is back.")

    def failed(self, error: Exception) -> None:
        """Ask nothing of it for a while."""
        self._state = None
        self._left_alone_until = self.clock() + SECONDS_LEFT_ALONE
        reason = type(error).__name__
        self._say("away", logging.ERROR, f"Replica %s is away ({reason}). The primary answers instead.")

    def _ask(self) -> State | None:
        try:
            with connections[self.alias].cursor() as cursor:
                cursor.execute(OF_REPLICA)
                place, editions = cursor.fetchone()
        except (OperationalError, InterfaceError):
            return None
        # What fails there is answered by the primary, which knows nothing of the replica.
        if self.clock() < self._left_alone_until:
            return None
        if place is None:
            self.failed(RuntimeError("no replica any more"))
            return None
        return State(position(place), editions)

    def _say(self, what: str, level: int, words: str) -> None:
        """Once for each change."""
        if what != self._said:
            self._said = what
            logger.log(level, words, self.alias)


@cache
def standing_of(alias: str) -> Standing:
    return Standing(alias)


def knows(alias: str, learner: int) -> str:
    """The marks of what is a learner's, in that database. One query; raises what the database raises."""
    with connections[alias].cursor() as cursor:
        cursor.execute(f"SELECT {OF_A_LEARNER}", [learner])
        return str(cursor.fetchone()[0])


def primary_now() -> State:
    """How the primary stands. One query; raises what the database raises."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(OF_PRIMARY)
        place, editions = cursor.fetchone()
    return State(position(place), editions)
