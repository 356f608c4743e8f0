"""What the pages of a learner's own rows have in common: saving a form, and saying what happened with an undo."""

from datetime import datetime
from typing import Any, TypeVar

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accounts.guards import LearnerRequest
from accounts.models import User
from evidence import keeping
from evidence.forms.own import OwnForm
from evidence.models.own import Act, Own, OwnEvent

Row = TypeVar("Row", bound=Own)

ENDS = (".", "?", "!", "…", "؟", "。")


def save(request: LearnerRequest, form: OwnForm, model: type[Row], row: Row | None = None) -> Row | None:
    """Keep what a form says, as a new row or as a change of ``row``, and say so.

    ``None`` means that the form must be shown again, with its errors. If another window has changed the row meanwhile,
    it says that too, and keeps what was typed: the next press replaces the other change.
    """
    if not form.is_valid():
        return None
    kept = keep(form, model, row, user=request.user, at=timezone.now())
    if kept is None:
        return None
    # What is in the bin is brought back first, and undone then.
    say(request, in_words(*kept, new=row is None), kept[1] if kept[0].binned_at is None else None)
    return kept[0]


def keep(
    form: OwnForm, model: type[Row], row: Row | None = None, *, user: User, at: datetime
) -> tuple[Row, OwnEvent | None] | None:
    """Keep what a valid form says, see ``keeping.add`` and ``keeping.change``. Returns the row with the event.

    ``None`` if the row was changed since in another window: the form says so, and its next press replaces that.
    """
    values, seen = form.values(), form.cleaned_data["seen"]
    try:
        if row is None:
            return keeping.add(model, user=user, token=form.cleaned_data["token"], values=values, seen=seen, at=at)
        event = keeping.change(row, values=values, seen=seen, at=at)
    except keeping.ChangedMeanwhileError as changed:
        form.keep_what_was_typed_over(changed.row.edition)
        form.add_error(None, _changed_meanwhile(changed.row, new=row is None))
        return None
    row.refresh_from_db()
    return row, event


def _changed_meanwhile(row: Own, *, new: bool) -> SafeString:
    """What the form says of a row that was changed since, with the way to it: a new one's form would be empty there."""
    first = (
        "This form was sent before, and what it made was changed since."
        if new
        else "This was changed in another window since you opened it here, or by a press here whose answer never came."
    )
    address = row.get_absolute_url() if row.binned_at is None else reverse("evidence:bin")  # type: ignore[attr-defined]
    return format_html(
        "{} What you typed is still below. Save again to replace what is there now, or "
        '<a href="{}">look at that first</a>.',
        first,
        address,
    )


def in_words(row: Own, event: OwnEvent | None, *, new: bool) -> str:
    """What became of a form: of a ``new`` row, or of one that was there already."""
    if event is None:
        text = f"It was kept already: {row}." if new else "Nothing had changed."
    else:
        text = f"{'Kept' if event.act == Act.ADDED else 'Saved'}: {row}."
    return text if row.binned_at is None else f"It is in the bin. {text}"


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
