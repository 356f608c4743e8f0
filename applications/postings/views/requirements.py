"""What a learner does to the requirements of a posting."""

from itertools import pairwise
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from accounts.guards import LearnerRequest, learner_page, learner_post
from applications.postings import arranging
from applications.postings.models import Requirement
from applications.postings.opening import asked_application, frame, opened
from applications.postings.requirement_forms import RequirementForm, SaidForm, SplitForm
from keeping.meanwhile import ChangedMeanwhileError
from keeping.pages import OwnPages, Words
from keeping.saving import changed_meanwhile, in_words, keep, say

REQUIREMENTS = OwnPages(
    Requirement,
    RequirementForm,
    Words(
        "Requirements",
        add="Add a requirement",
        add_lead="Something the posting asks that was not read, or that they told you.",
        edit="Put it right",
    ),
    section="applications",
    tab="applications",
    listed_at="applications:applications",
    name="requirement",
    form_template="applications/requirement_form.html",
    load=lambda rows: rows.select_related("application").prefetch_related("skills", "credentials"),
    begin=asked_application,
    above=(("Applications", "applications:applications"),),
    under="application",
)


@learner_post(page="applications:application")
def confirm(request: LearnerRequest, application: int) -> HttpResponse:
    """All that was read of a posting is right."""
    row = opened(request, application)
    rows = Requirement.objects.for_user(request.user).filter(application=row, confirmed=False)
    number = arranging.confirm(list(rows.prefetch_related("skills", "credentials")), at=timezone.now())
    said = f"{number} requirement{'' if number == 1 else 's'} confirmed." if number else "All of them were confirmed."
    messages.success(request, said)
    return redirect(row)


def _own(request: LearnerRequest, requirement: int, *, sent: bool = False) -> Any:
    rows: Any = Requirement.objects
    rows = rows.to_edit(request.user, sent=sent).filter(application__deletion=None)
    return get_object_or_404(rows.select_related("application"), pk=requirement)


@learner_post(page="applications:edit_requirement")
def say_of(request: LearnerRequest, requirement: int) -> HttpResponse:
    """What the learner says of a requirement that no record of theirs can show."""
    row = _own(request, requirement)
    form = SaidForm(request.POST)
    if not form.is_valid():
        messages.error(request, "That press did not arrive whole. Nothing was changed; please try again.")
        return redirect(row)
    event = arranging.say(row, said=form.cleaned_data["said"], at=timezone.now())
    row.refresh_from_db()
    say(request, f"{row.get_said_display()}: {row}." if event else "Nothing had changed.", event)
    return redirect(row)


@sensitive_post_parameters()
@sensitive_variables()
@learner_page
def split(request: LearnerRequest, requirement: int) -> HttpResponse:
    """Make two rows of one."""
    sent = request.POST if request.method == "POST" else None
    row = _own(request, requirement, sent=sent is not None)
    form = SplitForm(sent, of=row, user=request.user, today=timezone.localdate())
    if sent is not None and (made := _split(request, form, row)):
        return redirect("keeping:bin") if made.in_bin else redirect("applications:edit_requirement", made.pk)
    context = {**frame(row.application), "form": form, "row": row}
    return render(request, "applications/split.html", context, status=200 if sent is None else 422)


@sensitive_variables()
def _split(request: LearnerRequest, form: SplitForm, row: Any) -> Any:
    """The new row, or ``None`` if the form must be shown again: both rows are kept as it says, or neither."""
    if not form.is_valid():
        return None
    said, now = form.cleaned_data, timezone.now()
    try:
        with transaction.atomic():
            kept = keep(form, Requirement, user=request.user, at=now)
            if kept and not kept[0].in_bin:
                arranging.shorten(row, quote=said["first"], seen=said["of_edition"], at=now)
    except ChangedMeanwhileError as changed:
        form.keep_what_was_typed_over(changed.edition, named="of_edition")
        form.add_error(None, changed_meanwhile(changed.row, new=False))
        return None
    if kept is None:
        return None
    say(request, in_words(*kept, new=True), None if kept[0].in_bin else kept[1])
    return kept[0]


@learner_post(page="applications:edit_requirement")
def join(request: LearnerRequest, requirement: int) -> HttpResponse:
    """Make one row of this and the one that stood below it on the page; pressed twice, it takes no further one."""
    row = _own(request, requirement)
    rows = Requirement.objects.for_user(request.user).filter(application=row.application_id, strength=row.strength)
    listed = list(rows.order_by("place", "pk"))
    below = {one.pk: after for one, after in pairwise(listed)}.get(row.pk)
    if below is None or request.POST.get("below") != str(below.pk):
        messages.error(request, "The row that was below this one is not there any more. Nothing was changed.")
    else:
        event = arranging.join(row, below, at=timezone.now())
        say(request, "Now one row. The one below was deleted.", event)
    return redirect(f"{reverse('applications:application', args=[row.application_id])}#row-{row.pk}")
