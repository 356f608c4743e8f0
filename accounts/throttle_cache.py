"""Redis for counting tries, and the database for as long as Redis is away."""

import logging
import time
from typing import Any

from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.db import DatabaseCache
from django.core.cache.backends.redis import RedisCache

logger = logging.getLogger(__name__)

# One page may wait this long for Redis; then nobody asks it for a while.
SECONDS_TO_ANSWER = 1
SECONDS_LEFT_ALONE = 30.0


class RedisOrDatabase(BaseCache):
    """What was counted on one side is not known on the other: a throttle begins anew when Redis goes or comes back."""

    away_until = 0.0

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        # Loaded where Redis is used: its client takes a twentieth of a start.
        from redis.backoff import NoBackoff
        from redis.exceptions import RedisError
        from redis.retry import Retry

        self.errors = (RedisError, OSError)
        waiting = {"socket_connect_timeout": SECONDS_TO_ANSWER, "socket_timeout": SECONDS_TO_ANSWER}
        self.redis = RedisCache(server, {**params, "OPTIONS": {**waiting, "retry": Retry(NoBackoff(), 0)}})
        self.database = DatabaseCache("throttles", params)

    def _ask(self, verb: str, *args: Any, **kwargs: Any) -> Any:
        if time.monotonic() >= RedisOrDatabase.away_until:
            try:
                return getattr(self.redis, verb)(*args, **kwargs)
            except self.errors as error:
                RedisOrDatabase.away_until = time.monotonic() + SECONDS_LEFT_ALONE
                logger.error(
                    "Redis is away, see CACHE_URL: %s. Tries are counted in the database.", type(error).__name__
                )
        return getattr(self.database, verb)(*args, **kwargs)

    def is_away(self) -> bool:
        """Whether Redis does not answer. Asks it, unless it was found away a moment ago."""
        self._ask("has_key", "ready")
        return time.monotonic() < RedisOrDatabase.away_until

    def add(self, *args: Any, **kwargs: Any) -> Any:
        return self._ask("add", *args, **kwargs)

    def get(self, *args: Any, **kwargs: Any) -> Any:
        return self._ask("get", *args, **kwargs)

    def set(self, *args: Any, **kwargs: Any) -> Any:
        return self._ask("set", *args, **kwargs)

    def touch(self, *args: Any, **kwargs: Any) -> Any:
        return self._ask("touch", *args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        return self._ask("delete", *args, **kwargs)

    def has_key(self, *args: Any, **kwargs: Any) -> Any:
        return self._ask("has_key", *args, **kwargs)

    def incr(self, *args: Any, **kwargs: Any) -> Any:
        return self._ask("incr", *args, **kwargs)

    def clear(self) -> None:
        self._ask("clear")
