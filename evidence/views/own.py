"""What the pages of a learner's own rows have in common: saving a form, and saying what happened with an undo."""

from datetime import datetime
from typing import Any, TypeVar

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from accounts.guards import LearnerRequest
from evidence import keeping
from evidence.forms.own import OwnForm
from evidence.models import Act, Own, OwnEvent

Row = TypeVar("Row", bound=Own)

ENDS = (".", "?", "!", "…", "؟", "。")


def save(request: LearnerRequest, form: OwnForm, model: type[Row], row: Row | None = None) -> Row | None:
    """Keep what a form says, as a new row or as a change of ``row``, and say so.

    ``None`` means that the form must be shown again, with its errors. If another window has changed the row meanwhile,
    it says that too, and keeps what was typed: the next press replaces the other change.
    """
    if not form.is_valid():
        return None
    now: datetime = timezone.now()
    if row is None:
        kept, new = keeping.add(
            model, user=request.user, token=form.cleaned_data["token"], values=form.values(), at=now
        )
        say(request, f"Kept: {kept}." if new else f"It was kept already: {kept}.", None)
        return kept
    try:
        event = keeping.change(row, values=form.values(), seen=form.cleaned_data["seen"], at=now)
    except keeping.ChangedMeanwhileError:
        row.refresh_from_db()
        form.keep_what_was_typed_over(row.edition)
        form.add_error(
            None,
            "This was changed in another window since you opened it here. What you typed is still below. "
            "Save again to replace the other change, or reload to see it.",
        )
        return None
    row.refresh_from_db()
    say(request, f"Saved: {row}." if event else "Nothing had changed.", event)
    return row


def say(request: HttpRequest, text: str, event: OwnEvent | None) -> None:
    """A message, with an undo if there is something that can be undone.

    Without its full stop, if what somebody wrote stands at its end and brings its own along.
    """
    address = ""
    if event and event.act == Act.CHANGED:
        address = reverse("evidence:undo", args=[event.pk])
    elif event and event.act == Act.BINNED:
        address = reverse("evidence:restore", args=[event.subject, event.row])
    messages.success(request, text[:-1] if text[:-1].endswith(ENDS) else text, extra_tags=address)


def history_lines(events: list[OwnEvent]) -> list[dict[str, Any]]:
    """What happened to a row, the newest first, as a page lists it: when, what, and the names of what changed.

    The newest can be undone if it is a change: ``undo`` is the address to post to. A state that moved is named by what
    it became, and stands in nobody's way.
    """
    lines = []
    undoable = True
    for event in events:
        state = _state(event)
        changed = event.act == Act.CHANGED and not state
        lines.append(
            {
                "at": event.at,
                "text": state or event.get_act_display(),
                "names": [_name(event.subject, name) for name in event.after] if changed else [],
                "undo": reverse("evidence:undo", args=[event.pk]) if changed and undoable else "",
            }
        )
        undoable = undoable and bool(state)
    return lines


def _state(event: OwnEvent) -> str:
    """What a state of the row became, if the event moved one."""
    model = keeping.tables()[event.subject]
    for name in event.after.keys() & set(model.STATES):
        field: Any = model._meta.get_field(name)
        return str(dict(field.flatchoices).get(event.after[name], event.after[name]))
    return ""


def _name(subject: str, name: str) -> str:
    """A field as its form names it."""
    model = keeping.tables()[subject]
    if name not in model.FIELDS:
        return name
    return str(getattr(model._meta.get_field(name), "verbose_name", name))
