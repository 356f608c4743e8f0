"""What differs between two versions of a milestone, said so that a learner sees it at a glance. Pure."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LABELS = {
    "title": "Title",
    "why": "Why",
    "how": "How",
    "proof": "What proves it",
    "effort": "Effort",
    "level": "Level",
    "cost": "Cost",
    "required": "Required or optional",
    "resources": "Resources",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One part of a milestone that reads differently, with the lines that went and those that came."""

    label: str
    removed: tuple[str, ...]
    added: tuple[str, ...]


def changes_between(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """The parts that differ, in the order of the page. Lists are compared line by line, ignoring a mere reordering."""
    changes = []
    for name, label in LABELS.items():
        before, after = _lines(old.get(name)), _lines(new.get(name))
        if before == after:
            continue
        removed, added = [], []
        for line in difflib.ndiff(before, after):
            if line.startswith("- "):
                removed.append(line[2:])
            elif line.startswith("+ "):
                added.append(line[2:])
        moved = set(removed) & set(added)
        removed = [line for line in removed if line not in moved]
        added = [line for line in added if line not in moved]
        if removed or added:
            changes.append(Change(label, tuple(removed), tuple(added)))
    return changes


def _lines(value: Any) -> list[str]:
    if value is None:
        return []
    return [str(line) for line in value] if isinstance(value, list) else [str(value)]
