"""A learner's changes to a milestone in words, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from keeping.models import Event
from roadmap.models import ProgressAct, State


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the history: ``version`` is the number of the wording then in force, ``note`` what it said."""

    at: datetime
    text: str
    version: int | None
    note: str = ""


def history(events: Iterable[Event]) -> list[Entry]:
    """The events as sentences, in the order given."""
    return [Entry(event.at, _sentence(event), event.version, event.after.get("note", "")) for event in events]


def describe(event: Event) -> str:
    """What a change did, as a short sentence for the status message."""
    return _sentence(event)


def _sentence(event: Event) -> str:
    try:
        text = _DESCRIBE[ProgressAct(event.act)](event.before, event.after)
    except (LookupError, TypeError, ValueError, AttributeError):
        # It was brought, and whoever wrote the file may be anybody: the page of the milestone is there all the same.
        text = "Changed in a way that is not known here"
    return f"Undone: {text[0].lower()}{text[1:]}" if event.undoes_id else text


def _state(before: dict[str, Any], after: dict[str, Any]) -> str:
    state = after["state"]
    if state == State.SKIPPED:
        return f"Skipped: {after['skip_reason']}"
    if state == State.DONE:
        return f"Done on {in_words(after['finished_on'])}"
    if state == State.DOING:
        return "Started" if before["state"] != State.DONE else "Reopened"
    return "Marked as to do"


def _dates(before: dict[str, Any], after: dict[str, Any]) -> str:
    labels = {"started_on": "started", "finished_on": "finished", "target_on": "target"}
    changed = [
        f"{label} {in_words(after[name])}" if after[name] else f"{label} cleared"
        for name, label in labels.items()
        if before[name] != after[name]
    ]
    return f"Dates set: {', '.join(changed)}"


def _tick(before: dict[str, Any], after: dict[str, Any]) -> str:
    return "Checked an item on the checklist" if all(after["items"].values()) else "Unchecked an item on the checklist"


def _note(before: dict[str, Any], after: dict[str, Any]) -> str:
    if not after["note"]:
        return "Note removed"
    return f"Note {'changed' if before['note'] else 'written'}, {len(after['note']):,} characters"


def _link(before: dict[str, Any], after: dict[str, Any]) -> str:
    if len(after["links"]) > 1:
        return "Proof renamed"
    return "Proof added" if all(after["links"].values()) else "Proof removed"


def _piece(before: dict[str, Any], after: dict[str, Any]) -> str:
    return "Evidence attached" if all(after["pieces"].values()) else "Evidence detached"


def _not_now(before: dict[str, Any], after: dict[str, Any]) -> str:
    return "Not now: you won't be asked about it" if after["not_now"] else "You'll be asked about it again"


def in_words(value: str) -> str:
    """A day of a document."""
    return f"{date.fromisoformat(value):%b %-d, %Y}"


_DESCRIBE = {
    ProgressAct.STATE: _state,
    ProgressAct.DATES: _dates,
    ProgressAct.TICK: _tick,
    ProgressAct.NOTE: _note,
    ProgressAct.LINK: _link,
    ProgressAct.PIECE: _piece,
    ProgressAct.NOT_NOW: _not_now,
}
