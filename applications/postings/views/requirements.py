"""What a learner does to the requirements of a posting."""

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
from applications.postings.opening import frame, opened
from applications.postings.requirement_forms import RequirementForm, SaidForm, SplitForm
from curation.keys import is_key
from keeping.pages import OwnPages, Words
from keeping.saving import save, say


def _begun(request: LearnerRequest) -> dict[str, Any]:
    """What the address says of a new one: the application it belongs to."""
    key = request.GET.get("application", "")
    return {"application": key} if is_key(key) else {}


REQUIREMENTS = OwnPages(
    Requirement,
    RequirementForm,
    Words(
        "Requirements",
        add="Add a requirement",
        add_lead="Something the posting asks that was not read, or that they told you.",
        keep="Save",
        edit="Put it right",
    ),
    section="applications",
    tab="applications",
    listed_at="applications:applications",
    name="requirement",
    form_template="applications/requirement_form.html",
    load=lambda rows: rows.select_related("application").prefetch_related("skills", "credentials"),
    begin=_begun,
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


def _own(request: LearnerRequest, requirement: int) -> Any:
    rows: Any = Requirement.objects.for_user(request.user).filter(application__deletion=None)
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
    row = _own(request, requirement)
    sent = request.POST if request.method == "POST" else None
    form = SplitForm(sent, of=row, user=request.user, today=timezone.localdate())
    if sent is not None and (made := _split(request, form, row)):
        return redirect("keeping:bin") if made.in_bin else redirect("applications:edit_requirement", made.pk)
    context = {**frame(row.application), "form": form, "row": row}
    return render(request, "applications/split.html", context, status=200 if sent is None else 422)


@transaction.atomic
@sensitive_variables()
def _split(request: LearnerRequest, form: SplitForm, row: Any) -> Any:
    made = save(request, form, Requirement)
    if made and not made.in_bin:
        arranging.shorten(row, quote=form.cleaned_data["first"], at=timezone.now())
    return made


@learner_post(page="applications:edit_requirement")
def join(request: LearnerRequest, requirement: int) -> HttpResponse:
    """Make one row of this and the one below it."""
    row = _own(request, requirement)
    rows = Requirement.objects.for_user(request.user).filter(application=row.application_id, strength=row.strength)
    listed = list(rows.order_by("place", "pk"))
    at = next((number for number, one in enumerate(listed) if one.pk == row.pk), len(listed))
    if at + 1 >= len(listed):
        messages.error(request, "There is no row below this one to join it with. Nothing was changed.")
        return redirect(row)
    event = arranging.join(row, listed[at + 1], at=timezone.now())
    say(request, "One row now; what was below is in the bin.", event)
    return redirect(f"{reverse('applications:application', args=[row.application_id])}#row-{row.pk}")
