"""Several postings are pasted at once, looked at, and saved together."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from accounts.guards import LearnerRequest, learner_page, learner_post
from applications.lists.several import find_postings, keep_postings
from applications.lists.several_forms import ChosenForm, SeveralForm

FRAME = {"section": "applications", "tab": "lists"}


@sensitive_post_parameters()
@sensitive_variables()
@learner_page
def many(request: LearnerRequest) -> HttpResponse:
    """Paste several postings; then see what was read of each. Nothing is kept before it is saved there."""
    sent = request.method == "POST"
    form = SeveralForm(request.POST, request.FILES) if sent else SeveralForm()
    if sent and form.is_valid():
        found = find_postings(form.said, user=request.user, today=timezone.localdate())
        return _found(request, ChosenForm(None, found, initial={"text": form.said}))
    context = {"form": form, "crumbs": [("In and out", reverse("applications:lists"))]}
    return render(request, "applications/many.html", FRAME | context, status=422 if sent else 200)


@sensitive_variables()
def _found(request: LearnerRequest, form: ChosenForm) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "number": len(form.found),
        "crumbs": [
            (name, reverse(f"applications:{at}")) for name, at in (("In and out", "lists"), ("Several", "many"))
        ],
    }
    return render(request, "applications/many_found.html", FRAME | context, status=422 if form.errors else 200)


@sensitive_post_parameters()
@sensitive_variables()
@learner_post(page="applications:many")
def keep(request: LearnerRequest) -> HttpResponse:
    """Save what is checked, all of it or nothing."""
    pasted = SeveralForm({"text": request.POST.get("text", "")})
    if not pasted.is_valid():
        messages.error(request, "That did not arrive whole, and nothing was saved. Please paste the postings again.")
        return redirect("applications:many")
    today = timezone.localdate()
    form = ChosenForm(request.POST, find_postings(pasted.said, user=request.user, today=today))
    if not form.is_valid():
        return _found(request, form)
    kept = keep_postings(form.chosen, user=request.user, today=today, at=timezone.now())
    if kept.rows:
        undo = reverse("applications:take_back_list", args=[kept.rows[-1].pk])
        number = len(kept.rows)
        there = f" {kept.there} already saved." if kept.there else ""
        messages.success(request, f"Saved: {number} job{'' if number == 1 else 's'}.{there}", extra_tags=undo)
        return redirect("applications:applications")
    said = "They were all saved already." if kept.there else "Nothing was checked, so nothing was saved."
    messages.success(request, said)
    return redirect("applications:applications" if kept.there else "applications:many")
