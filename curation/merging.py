"""The three-way rule, field by field: what the file says now, what it said at the last seeding, and what the row says.

A field that nobody has touched since the last seeding follows the file. One that a curator has edited stays, and only
that one. Rows inside a row are told apart by their ids and judged in the same way.

Pure.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

Document = dict[str, Any]


@dataclass
class Merged:
    """What the row should say, and the fields that stay as a curator left them, in words."""

    document: Document
    kept: list[str] = field(default_factory=list)


def merge(*, seeded: Document | None, current: Document, wanted: Document, lists: Collection[str] = ()) -> Merged:
    """The row as it should be. ``seeded`` is nothing if a curator made the row: then all that differs is theirs.

    ``lists`` are the fields that hold rows. A field that is seeded only since is no edit.
    """
    merged = Merged({})
    for name, want in wanted.items():
        have = current[name]
        known = seeded is not None and name in seeded
        if have == want or (seeded is not None and not known):
            merged.document[name] = want
        elif name in lists and seeded is not None:
            merged.document[name] = _merge_rows(name, seeded[name], have, want, merged.kept)
        elif seeded is not None and seeded[name] == have:
            merged.document[name] = want
        else:
            merged.document[name] = have
            merged.kept.append(name)
    return merged


def _merge_rows(
    name: str, seeded: list[Document], current: list[Document], wanted: list[Document], kept: list[str]
) -> list[Document]:
    before, here, file = (({row["id"]: row for row in rows}) for rows in (seeded, current, wanted))
    found: dict[str, Document] = {}
    for key, want in file.items():
        if key in here:
            one = merge(seeded=before.get(key), current=here[key], wanted=want)
            found[key] = one.document
            kept += [f"{name} {key}: {part}" for part in one.kept]
        elif key in before:
            kept.append(f"{name} {key}: retired")
        else:
            found[key] = want
    for key, have in here.items():
        if key in file:
            continue
        if key not in before:
            kept.append(f"{name} {key}: added")
            found[key] = have
        elif any(before[key][part] != have[part] for part in before[key].keys() & have.keys()):
            kept.append(f"{name} {key}: edited, and no longer in the file")
            found[key] = have
    moved = [key for key in here if key in before] != [key for key in before if key in here]
    first, then = (list(here), list(file)) if moved else (list(file), list(here))
    order = _placed([key for key in first if key in found], [key for key in then if key in found])
    if [key for key in order if key in file] != [key for key in file if key in found]:
        kept.append(f"{name}: order")
    return [found[key] for key in order]


def _placed(order: list[str], others: list[str]) -> list[str]:
    """One order with the keys that only another has, each behind the one that it follows there."""
    order = list(order)
    for place, key in enumerate(others):
        if key not in order:
            order.insert(order.index(others[place - 1]) + 1 if place else 0, key)
    return order
