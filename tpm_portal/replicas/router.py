"""Which database a query goes to: a replica if one was chosen for the page and nothing was written since."""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections


@dataclass
class Reading:
    """Where a page reads: what ``choose`` says when it is first asked. ``wrote`` is whether the page has written.

    ``of_unknown_age`` is whether it reads where nobody could say how far the primary was.
    """

    choose: Callable[["Reading"], str]
    wrote: bool = False
    of_unknown_age: bool = False

    @cached_property
    def alias(self) -> str:
        return self.choose(self)


# Of the page that is being made. Outside of one, as in commands and in threads beside, all is the primary's.
reading: ContextVar[Reading | None] = ContextVar("reading", default=None)


class Replicas:
    """What is written, and read in a transaction or after a write, is the primary's."""

    def db_for_read(self, model: Any, **hints: Any) -> str:
        now = reading.get()
        if now is None or now.wrote or connections[DEFAULT_DB_ALIAS].in_atomic_block:
            return DEFAULT_DB_ALIAS
        return now.alias

    def db_for_write(self, model: Any, **hints: Any) -> str:
        now = reading.get()
        if now is not None:
            now.wrote = True
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool | None:
        same = {DEFAULT_DB_ALIAS, *settings.REPLICAS}
        return True if {one._state.db, other._state.db} <= same else None

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        return False if db in settings.REPLICAS else None
