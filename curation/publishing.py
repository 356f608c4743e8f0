"""Drafts published without their form being on a screen: by a press at the desk, or because their day has come."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.contrib import admin
from django.db import DatabaseError, connection, transaction

from curation import meanwhile, standing_in
from curation.draft import KEPT, Draft
from curation.drafting import DRAFT, EDITION, OPENED
from curation.standing_in import SAVED

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Published:
    """The row that is public now, or why it is not."""

    row: Any = None
    problems: list[str] = field(default_factory=list)


def desk_of(draft: Draft) -> Any:
    return admin.site._registry[draft.model]


def publish(key: int, *, user: Any) -> Published:
    """Publish a draft as ``user`` would from its form. What is in the way is said and leaves all as it was."""
    try:
        with transaction.atomic():
            draft = Draft.objects.select_for_update().get(pk=key)
            if draft.closed_at is not None:
                return Published(problems=[f"This draft was {draft.get_outcome_display().lower()} already."])
            found = _publish(draft, user)
            if found.row is None:
                transaction.set_rollback(True)
            else:
                # Deferred constraints speak up here, where they can still be explained.
                connection.check_constraints()
            return found
    except DatabaseError as error:
        return Published(problems=[refusal_of(error)])


def refusal_of(error: DatabaseError) -> str:
    return f"The database refused it: {str(error).strip().splitlines()[0]}"


def _publish(draft: Draft, user: Any) -> Published:
    desk = desk_of(draft)
    sent = draft.as_sent()
    request = standing_in.posted(user, sent)
    if draft.row is None:
        allowed = desk.has_add_permission(request)
    else:
        allowed = desk.has_change_permission(request)
        # One after the other with whoever saves the row now.
        rows = desk.model._default_manager.filter(pk=draft.row).order_by()
        list(rows.select_for_update().values_list("pk"))
    if not (user.is_active and user.is_staff and allowed):
        return Published(problems=[f"{user} may not publish here."])
    if draft.row is not None:
        form, formsets = desk.as_stored(request, draft.row)
        if form is None:
            return Published(problems=["The row is gone."])
        sent, changed = desk.sent_now(request, draft)
        if changed:
            first = "This was changed since the draft was begun, and the draft changes the same."
            return Published(problems=[first, *changed, "Open the draft to see both, then publish it there."])
        sent[OPENED] = meanwhile.written(meanwhile.marks(form, formsets))
    sent[DRAFT], sent[EDITION] = str(draft.token), str(draft.edition)
    request.POST = sent
    response = desk.changeform_view(request, None if draft.row is None else str(draft.row))
    said = request._messages.errors
    if getattr(request, SAVED, None) is None or said:
        return Published(problems=said or list(problems_of(response)) or ["It cannot be published as it is."])
    return Published(row=getattr(request, SAVED))


def problems_of(response: Any) -> Iterator[str]:
    """What is wrong with a form that was not saved, as sentences that name the box."""
    context = getattr(response, "context_data", None) or {}
    if "adminform" not in context:
        return
    form = context["adminform"].form
    yield from _problems(form, "")
    for inline in context["inline_admin_formsets"]:
        yield from map(str, inline.formset.non_form_errors())
        for number, part in enumerate(inline.formset.forms, start=1):
            yield from _problems(part, f"{inline.formset.model._meta.verbose_name} {number}, ".capitalize())


def _problems(form: Any, where: str) -> Iterator[str]:
    for name, errors in form.errors.items():
        label = form.fields[name].label or name if name in form.fields else ""
        yield from (f"{where}{label}: {error}" if label else f"{where}{error}" for error in errors)


def _published_or_not(key: int, user: Any) -> Published:
    """One draft that breaks what publishes it does not keep the others, or the site, from their day."""
    try:
        with transaction.atomic():
            return publish(key, user=user)
    except Exception:
        logger.exception("A draft could not be published")
        return Published(
            problems=["Something is wrong that we had not thought of. Open the draft and publish it there."]
        )


def publish_due(*, day: date, at: datetime) -> tuple[list[Draft], list[Draft]]:
    """Publish what is due on ``day``: the drafts that are public now, and those that wait with a reason.

    Each is a transaction of its own that holds its draft, so that of two runs at once each draft meets one.
    """
    done, waiting = [], []
    for key in Draft.objects.due(day).order_by("publish_on", "pk").values_list("pk", flat=True):
        with transaction.atomic():
            draft = (
                Draft.objects.due(day)
                .select_for_update(skip_locked=True, of=("self",))
                .select_related("scheduled_by")
                .filter(pk=key)
                .first()
            )
            if draft is None:
                continue
            if draft.scheduled_by is None:
                found = Published(problems=["Whoever scheduled it has left. Schedule it again, or publish it."])
            else:
                found = _published_or_not(key, draft.scheduled_by)
            if found.row is not None:
                done.append(draft)
            else:
                problem = "\n".join(found.problems)
                if problem != draft.problem:
                    Draft.objects.filter(pk=key).update(problem=problem)
                waiting.append(draft)
    Draft.objects.filter(closed_at__lt=at - KEPT).delete()
    return done, waiting
