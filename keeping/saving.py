"""What the pages of a learner's own rows have in common: saving a form, and saying what happened with an undo."""

from datetime import datetime
from typing import TypeVar

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accounts.guards import LearnerRequest
from accounts.models import User
from keeping import verbs
from keeping.declaring import along_in_words, subject_of
from keeping.forms import OwnForm
from keeping.meanwhile import ChangedMeanwhileError
from keeping.models import Act, Deletion, Event, Own

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
    say(request, in_words(*kept, new=row is None), None if kept[0].in_bin else kept[1])
    return kept[0]


def keep(
    form: OwnForm, model: type[Row], row: Row | None = None, *, user: User, at: datetime
) -> tuple[Row, Event | None] | None:
    """Keep what a valid form says, see ``verbs.add`` and ``verbs.change``. Returns the row with the event.

    ``None`` if the row was changed since in another window: the form says so, and its next press replaces that.
    """
    values, seen = form.values(), form.cleaned_data["seen"]
    try:
        if row is None:
            return verbs.add(model, user=user, token=form.cleaned_data["token"], values=values, seen=seen, at=at)
        event = verbs.change(row, values=values, seen=seen, at=at)
    except ChangedMeanwhileError as changed:
        form.keep_what_was_typed_over(changed.edition)
        form.add_error(None, changed_meanwhile(changed.row, new=row is None))
        return None
    row.refresh_from_db()
    return row, event


def changed_meanwhile(row: Own, *, new: bool) -> SafeString:
    """What the form says of a row that was changed since, with the way to it: a new one's form would be empty there."""
    first = (
        "This form was sent before, and what it made was changed since."
        if new
        else "This was changed in another window since you opened it here, or by a press here whose answer never came."
    )
    address = reverse("keeping:bin") if row.in_bin else row.get_absolute_url()
    return format_html(
        "{} What you typed is still below. Save again to replace what is there now, or "
        '<a href="{}">look at that first</a>.',
        first,
        address,
    )


def in_words(row: Own, event: Event | None, *, new: bool) -> str:
    """What became of a form: of a ``new`` row, or of one that was there already."""
    text = f"Saved: {row}."
    if event is None:
        text = f"It was already saved: {row}." if new else "Nothing had changed."
    return f"It was deleted earlier. {text}" if row.in_bin else text


def put_away(request: HttpRequest, row: Own) -> None:
    """Put a row in the bin and say so, with what went along. Pressed twice it stays there."""
    event = verbs.put_in_bin(row, at=timezone.now())
    row.refresh_from_db(fields=["deletion"])
    along = along_in_words(subject_of(row), row.deletion.along) if event and row.deletion else ""
    said = f"{row}, {along}" if along else str(row)
    ended = said if said.endswith(ENDS) else f"{said}."
    then = f"Deleted: {ended} You can restore it for 30 days." if event else f"It was already deleted: {ended}"
    say(request, then, event)


def say(request: HttpRequest, text: str, event: Event | None) -> None:
    """A message, with an undo if there is something that can be undone.

    Without its full stop, if what somebody wrote stands at its end and brings its own along.
    """
    address = ""
    if event and event.act == Act.CHANGED:
        address = reverse("keeping:undo", args=[event.pk])
    elif event and event.act == Act.BINNED:
        here = Deletion.objects.of_row(event.user_id, event.subject, event.token)
        address = reverse("keeping:restore", args=[here.pk]) if here else ""
    messages.success(request, text[:-1] if text[:-1].endswith(ENDS) else text, extra_tags=address)
