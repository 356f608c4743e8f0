"""How a resume is derived: what it shows of the base, in which words and order, layer over layer. Pure.

A layer says only what it does otherwise. A tailored resume lies over the one it is tailored from, and that over the
base; so a change beneath shows in both, unless one of them says otherwise.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Item:
    """One thing that can be shown: a section, an entry or a bullet, by its ``key``.

    ``group`` is the key of what it stands in, empty for a section. ``text`` is what can be said in other words.
    """

    key: str
    group: str = ""
    text: str = ""
    shown: bool = True


@dataclass(frozen=True)
class Change:
    """What one layer does otherwise with an item. ``None``, or no wording, leaves it as it is beneath.

    ``rank`` is its place among those of its group that this layer has put in order; ``beneath`` what it said beneath
    when it was worded here.
    """

    shown: bool | None = None
    rank: int | None = None
    wording: str = ""
    beneath: str = ""

    @property
    def empty(self) -> bool:
        return self.shown is None and self.rank is None and not self.wording


Layer = Mapping[str, Change]


@dataclass(frozen=True)
class Line:
    """An item as the topmost layer has it.

    ``beneath`` is what it says without that layer's own wording, ``was`` what it said beneath when it was worded.
    """

    item: Item
    shown: bool
    text: str
    own: bool = False
    beneath: str = ""
    was: str = ""
    # Whether the topmost layer says itself whether it is shown.
    decided: bool = False

    @property
    def changed_beneath(self) -> bool:
        """Whether what lies under its own wording has changed since."""
        return self.own and self.beneath != self.was


@dataclass(frozen=True)
class Orphan:
    """An own wording for something that is not there any more."""

    key: str
    wording: str
    was: str


def derive(items: Sequence[Item], layers: Sequence[Layer]) -> list[Line]:
    """Every item as it stands with all layers applied, the lowest first: groups one after the other, each in order."""
    lines = {item.key: Line(item, item.shown, item.text, beneath=item.text) for item in items}
    order = _groups(items)
    for layer in layers:
        for key, line in lines.items():
            lines[key] = _laid_over(line, layer.get(key))
        order = {group: in_order(keys, layer) for group, keys in order.items()}
    return [lines[key] for keys in order.values() for key in keys]


def _groups(items: Iterable[Item]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for item in items:
        found.setdefault(item.group, []).append(item.key)
    return found


def _laid_over(line: Line, change: Change | None) -> Line:
    if change is None:
        return Line(line.item, line.shown, line.text, beneath=line.text)
    return Line(
        line.item,
        line.shown if change.shown is None else change.shown,
        change.wording or line.text,
        own=bool(change.wording),
        beneath=line.text,
        was=change.beneath if change.wording else "",
        decided=change.shown is not None,
    )


def in_order(keys: Sequence[str], layer: Layer) -> list[str]:
    """The keys of a group in the order of a layer. What it has not ranked comes after what it comes after beneath."""
    ranks = {key: layer[key].rank for key in keys if key in layer and layer[key].rank is not None}
    placed = sorted(ranks, key=lambda key: (ranks[key], keys.index(key)))
    before = ""
    for key in keys:
        if key not in ranks:
            placed.insert(placed.index(before) + 1 if before else 0, key)
        before = key
    return placed


def moved(keys: Sequence[str], key: str, before: str) -> list[str]:
    """The keys with one moved to before another; to the end if that one is not there."""
    rest = [other for other in keys if other != key]
    place = rest.index(before) if before in rest else len(rest)
    return list(keys) if before == key else [*rest[:place], key, *rest[place:]]


def orphans(items: Iterable[Item], layer: Layer) -> list[Orphan]:
    """The own wordings of a layer whose item is gone."""
    here = {item.key for item in items}
    return [
        Orphan(key, change.wording, change.beneath)
        for key, change in layer.items()
        if change.wording and key not in here
    ]


def folded(lower: Layer, upper: Layer) -> dict[str, Change]:
    """Two layers as one: what the upper says, and the rest of the lower.

    The ranks of two layers mean places in two orders, so those of the lower are dropped wherever the upper has any.
    """
    found = dict(lower)
    for key, change in upper.items():
        under = lower.get(key, Change())
        found[key] = Change(
            under.shown if change.shown is None else change.shown,
            under.rank if change.rank is None else change.rank,
            change.wording or under.wording,
            change.beneath if change.wording else under.beneath,
        )
    return found


def layer_of(lines: Iterable[Mapping[str, Any]]) -> dict[str, Change]:
    """A layer from the lines of a resume's document."""
    return {
        line["key"]: Change(line["shown"], line["rank"], line["wording"] or "", line["beneath"] or "") for line in lines
    }


def lines_of(layer: Layer) -> list[dict[str, Any]]:
    """A layer as the lines of a resume's document, without those that say nothing."""
    return [
        {
            "key": key,
            "shown": change.shown,
            "rank": change.rank,
            "wording": change.wording,
            "beneath": change.beneath,
        }
        for key, change in layer.items()
        if not change.empty
    ]
