"""What was worked out for a learner, in this process, as long as it is true. Pure."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Latest(Generic[Value]):
    """The last value of each key, for ``most`` keys. Those that nobody asked for the longest time go first.

    A value has a mark of what it was made of. With another mark it is not found, and the next one takes its place, so
    that what is over takes no room beside what is true.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, tuple[Hashable, Value]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable, mark: Hashable) -> Value | None:
        with self._lock:
            found = self._kept.get(key)
            if found is None or found[0] != mark:
                return None
            self._kept.move_to_end(key)
            return found[1]

    def put(self, key: Hashable, mark: Hashable, value: Value) -> None:
        with self._lock:
            self._kept[key] = (mark, value)
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
