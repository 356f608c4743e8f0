"""The one door to shelves: each process keeps its own until the database marks what it was made from as changed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Generic, TypeVar

from django.db import connections, router
from django.db.backends.base.base import BaseDatabaseWrapper

from curation.models import Edition
from curation.shelf import Shelf

# Set while content is as it will not stay: what is made of it then is for this one page.
_passing: ContextVar[bool] = ContextVar("passing", default=False)


@contextmanager
def nothing_kept() -> Iterator[None]:
    """What is put up inside is used and not kept: the transaction around it comes to nothing."""
    token = _passing.set(True)
    try:
        yield
    finally:
        _passing.reset(token)


def reading() -> BaseDatabaseWrapper:
    """The connection to the database that the page reads from, for what is put in SQL. It may be that of a replica."""
    return connections[router.db_for_read(Edition)]


S = TypeVar("S", bound=Shelf)


def edition_of(name: str) -> str:
    """The edition of a shelf as a part of a statement. It is a plain word, see migration 0007."""
    return (
        f"(SELECT coalesce(string_agg(mark::text, ' ' ORDER BY id), '') FROM curation_edition WHERE shelf = '{name}')"  # noqa: S608
    )


class Kept(Generic[S]):
    """A shelf and whoever puts it up: all in one statement with its edition, so that nothing changes between them."""

    def __init__(self, name: str, put_up: Callable[[], S]) -> None:
        self.edition = edition_of(name)
        self._put_up = put_up
        self._shelf: S | None = None

    def here(self) -> S:
        """The shelf that is kept here. It may be one of an older edition. One query if there is none."""
        return self._shelf or self._put_up_anew()

    def of(self, edition: str) -> S:
        """The shelf of an edition, or of the newest if there is a newer one by now. One query if it is not here."""
        shelf = self._shelf
        return shelf if shelf and shelf.edition == edition else self._put_up_anew()

    def newest(self) -> S:
        """The shelf of what there is now. One query, and one more if it has changed since the last time."""
        with reading().cursor() as cursor:
            cursor.execute(f"SELECT {self.edition}")
            return self.of(cursor.fetchone()[0])

    def _put_up_anew(self) -> S:
        shelf = self._put_up()
        if not _passing.get():
            self._shelf = shelf
        return shelf
