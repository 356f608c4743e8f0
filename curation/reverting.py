"""What several changes of the same rows come to, and what would have to be written to take them back. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

State = dict[str, Any] | None
Key = tuple[str, int]


class Recorded(Protocol):
    """A change as it was recorded: of a row of a table, from nothing, to nothing, or from one state to another."""

    table: str
    row: int
    before: Any
    after: Any


@dataclass(frozen=True)
class Net:
    """A row before the first and after the last of some changes. None: it was not there."""

    before: State
    after: State

    @property
    def columns(self) -> list[str]:
        """The columns that differ."""
        before, after = self.before or {}, self.after or {}
        return [name for name in before | after if before.get(name) != after.get(name)]


def net(changes: Iterable[Recorded]) -> dict[Key, Net]:
    """What changes, the oldest first, come to for each row. Rows that are as they were before are left out."""
    found: dict[Key, Net] = {}
    for change in changes:
        key = (change.table, change.row)
        first = found.get(key)
        found[key] = Net(first.before if first else change.before, change.after)
    return {key: one for key, one in found.items() if one.before != one.after}


def without(first: dict[Key, Net], columns: dict[Key, str]) -> dict[Key, State]:
    """The states to return to, of some rows only one column: ``{"id": key, column: value}``."""
    wanted: dict[Key, State] = {}
    for key, one in first.items():
        if key not in columns:
            wanted[key] = one.before
        elif one.before is not None:
            wanted[key] = {"id": key[1], columns[key]: one.before.get(columns[key])}
    return wanted


def in_order(documents: list[dict[str, Any]], conditions: Iterable[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """States of rows of one table in two parts: first those that stand aside, then the others.

    A value may stand only once among the rows that meet a condition, so that who leaves it makes room.
    """
    conditions = list(conditions)

    def aside(document: dict[str, Any]) -> bool:
        return any(document.get(name, value) != value for condition in conditions for name, value in condition.items())

    return [part for part in ([d for d in documents if aside(d)], [d for d in documents if not aside(d)]) if part]
