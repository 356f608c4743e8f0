"""What happened to a row, the newest first, in words, with an undo where there is one."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from keeping.declaring import subject_of, table
from keeping.models import Act, Event, Own

# Of what happened to one row. What is older stays recorded.
MOST_EVENTS = 50


def all_events_of(row: Any) -> QuerySet[Event]:
    """Everything that happened to a row, the newest first. It has a ``token`` and is somebody's, own row or not."""
    return Event.objects.filter(user_id=row.user_id, subject=subject_of(row), token=row.token).order_by("-pk")


def events_of(row: Any) -> list[Event]:
    """The same, as much of it as a page shows."""
    return list(all_events_of(row)[:MOST_EVENTS])


def lines_of(row: Own) -> list[dict[str, Any]]:
    """What happened to a row, the newest first, as a page lists it: when, what, and the names of what changed.

    The newest can be undone if it is a change: ``undo`` is the address to post to. A state that moved is named by what
    it became, and stands in nobody's way.
    """
    lines = []
    undoable = True
    for event in events_of(row):
        state = _state(event)
        changed = event.act == Act.CHANGED and not state
        lines.append(
            {
                "at": event.at,
                "text": state or event.get_act_display(),
                "names": [_name(event.subject, name) for name in event.after] if changed else [],
                "undo": reverse("keeping:undo", args=[event.pk]) if changed and undoable else "",
            }
        )
        undoable = undoable and bool(state)
    return lines


def _state(event: Event) -> str:
    """What a state of the row became, if the event moved one."""
    model = table(event.subject)
    for name in event.after.keys() & set(model.STATES):
        field: Any = model._meta.get_field(name)
        return str(dict(field.flatchoices).get(event.after[name], event.after[name]))
    return ""


def _name(subject: str, name: str) -> str:
    """A field as its form names it."""
    model = table(subject)
    if name not in (*model.FIELDS, *model.LINKS):
        return name
    return str(getattr(model._meta.get_field(name), "verbose_name", name))
