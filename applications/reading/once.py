"""A property that is worked out when it is first asked for. Pure."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801 (it is written as a decorator)
    """As ``functools.cached_property``, but without the lock that it takes for each value before Python 3.12."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    def __get__(self, owner: Any, kind: type | None = None) -> T:
        value = owner.__dict__[self._name] = self._work(owner)
        return value
