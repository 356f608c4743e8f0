"""An archive comes back: chosen, looked at, and brought in with a yes, all of it or nothing."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from accounts.guards import LearnerRequest, learner_page, learner_post
from keeping.taking.bringing import look as look_at
from keeping.taking.differences import HERE, THERE
from keeping.taking.reading import Taken, UnreadableError, read
from tpm_portal.your_data import waiting
from tpm_portal.your_data.bring_forms import BringForm
from tpm_portal.your_data.looking import looked, said
from tpm_portal.your_data.notes import bring_with_notes, notes_apart
from tpm_portal.your_data.waiting import Waiting

FRAME = {"section": "account", "tab": "data"}
# What one press can say of all that differs, beside what is chosen one by one.
EVERY = {"newer": "", HERE: HERE, THERE: THERE}
GONE = "There is no archive that waits for your yes: it was brought in, or forgotten. Bring it again if you need to."


@sensitive_post_parameters()
@sensitive_variables()
@learner_page
def bring(request: LearnerRequest) -> HttpResponse:
    """Choose an archive; then see what would come in. Nothing is changed before a yes."""
    sent, now = request.method == "POST", timezone.now()
    form = BringForm(request.POST, request.FILES) if sent else BringForm()
    if sent and form.is_valid():
        name = form.cleaned_data["file"].name
        kept = waiting.put(request.user, name=name, document=form.document, at=now)
        return _looked(request, kept, form.taken)
    return _chosen(request, form)


@sensitive_variables()
@learner_post(page="your_data_bring")
def look(request: LearnerRequest) -> HttpResponse:
    """Look again at what waits."""
    kept = waiting.find(request.user, now=timezone.now())
    if kept is None:
        messages.error(request, GONE)
        return redirect("your_data_bring")
    try:
        taken = read(kept.document)
    except UnreadableError as error:
        return _refused(request, error)
    return _looked(request, kept, taken)


@sensitive_variables()
@learner_post(page="your_data_bring")
def keep(request: LearnerRequest) -> HttpResponse:
    """The yes to what was looked at. The same press again finds that it is done."""
    now = timezone.now()
    kept = waiting.find(request.user, now=now)
    if kept is None:
        messages.success(request, GONE)
        return redirect("your_data")
    try:
        # A release that came meanwhile may see more in it.
        taken = read(kept.document)
    except UnreadableError as error:
        return _refused(request, error)
    if request.POST.get("seen") != kept.digest:
        return _looked(request, kept, taken, meanwhile=True)
    choices = {
        name.removeprefix("choice-"): str(value)
        for name, value in request.POST.items()
        if name.startswith("choice-") and value in (HERE, THERE)
    }
    every = request.POST.get("every", "")
    if every in EVERY:
        choices = {}
    try:
        otherwise = EVERY.get(every, "")
        result = bring_with_notes(request.user, taken, at=now, choices=choices, otherwise=otherwise)
    except UnreadableError as error:
        return _refused(request, error)
    waiting.forget(request.user)
    messages.success(request, said(result))
    return redirect("your_data")


@learner_post(page="your_data_bring")
def forget(request: LearnerRequest) -> HttpResponse:
    """Throw away what waits."""
    waiting.forget(request.user)
    messages.success(request, "The archive you brought is forgotten. Nothing was changed.")
    return redirect("your_data_bring")


@sensitive_variables()
def _looked(request: LearnerRequest, kept: Waiting, taken: Taken, *, meanwhile: bool = False) -> HttpResponse:
    try:
        plan = look_at(request.user, taken, at=timezone.now())
    except UnreadableError as error:
        return _refused(request, error)
    crumbs = [("Your data", reverse("your_data")), ("Bring it in", reverse("your_data_bring"))]
    found = looked(plan, notes_apart(request.user, taken))
    context = {"kept": kept, "found": found, "meanwhile": meanwhile, "crumbs": crumbs}
    return render(request, "tpm_portal/look.html", FRAME | context, status=409 if meanwhile else 200)


def _refused(request: LearnerRequest, error: UnreadableError) -> HttpResponse:
    """It reads well and does not fit: said beside the field, and nothing waits."""
    waiting.forget(request.user)
    form = BringForm({})
    form.full_clean()
    form.errors.clear()
    form.add_error("file", [*error.problems])
    return _chosen(request, form)


def _chosen(request: LearnerRequest, form: BringForm) -> HttpResponse:
    context = {
        "form": form,
        "waits": waiting.about(request.user, now=timezone.now()),
        "crumbs": [("Your data", reverse("your_data"))],
    }
    return render(request, "tpm_portal/bring.html", FRAME | context, status=422 if form.errors else 200)
