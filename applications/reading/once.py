"""What is worked out when it is first asked for: a property of a thing, and what is known of a word. Pure."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")
# More words than some twenty postings have. What is known of one may take a kilobyte.
_MOST_WORDS = 5_000


class OfWords(dict[str, T]):
    """What ``work`` says of single words. To be used for words only, of which every text has the same."""

    def __init__(self, work: Callable[[str], T]) -> None:
        self._work = work

    def __missing__(self, word: str) -> T:
        if len(self) >= _MOST_WORDS:
            self.clear()
        value = self[word] = self._work(word)
        return value


class once(Generic[T]):  # noqa: N801 (it is written as a decorator)
    """As ``functools.cached_property``, but without the lock that it takes for each value before Python 3.12."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    def __get__(self, owner: Any, kind: type | None = None) -> T:
        value = owner.__dict__[self._name] = self._work(owner)
        return value
