"""What a learner brings along: education, training, credentials with their renewal. One page, one form for each."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from accounts.guards import LearnerRequest, learner_page, learner_post
from evidence.catalog.models import RenewalRule
from evidence.catalog.renewal import FOR_GOOD, LATER, Standing, standing, until_in_words, urgency
from evidence.records.forms.background import (
    BackgroundForm,
    EducationForm,
    HeldCredentialForm,
    RenewalUnitsForm,
    TrainingForm,
)
from evidence.records.models import Education, HeldCredential, RenewalUnits, Training
from keeping import verbs
from keeping.history import lines_of
from keeping.saving import save, say

PER_PAGE = 25


@dataclass(frozen=True)
class Kind:
    """One of the four sorts of rows on the page, as its addresses and forms name it."""

    model: Any
    form: type[BackgroundForm]
    noun: str
    # What must be loaded with a row to name it.
    along: tuple[str, ...] = ()


KINDS = {
    "education": Kind(Education, EducationForm, "education"),
    "training": Kind(Training, TrainingForm, "training", ("credential",)),
    "credential": Kind(HeldCredential, HeldCredentialForm, "credential", ("credential",)),
    "units": Kind(RenewalUnits, RenewalUnitsForm, "renewal units", ("holding__credential",)),
}


@dataclass(frozen=True)
class Holding:
    """A held credential as the page shows it. ``last`` is the day by which it ends or has to be renewed."""

    row: HeldCredential
    rule: RenewalRule | None
    standing: Standing | None
    last: date | None
    urgency: str
    until: str
    units: list[RenewalUnits]
    more_units: bool


@learner_page
def background(request: LearnerRequest) -> HttpResponse:
    """The newest of each kind, or with ``?show=`` all of one kind, page by page."""
    today = timezone.localdate()
    show = request.GET.get("show", "")
    context: dict[str, Any] = {"section": "evidence", "tab": "background", "today": today, "show": show}
    if show in KINDS:
        page = Paginator(_rows(request, show), PER_PAGE).get_page(request.GET.get("page"))
        found, more = {show: list(page)}, {}
        context["page"] = page
    else:
        context["show"] = ""
        cut = {kind: list(_rows(request, kind)[: PER_PAGE + 1]) for kind in KINDS if kind != "units"}
        found = {kind: rows[:PER_PAGE] for kind, rows in cut.items()}
        more = {kind: len(rows) > PER_PAGE for kind, rows in cut.items()}
    holdings = _holdings(request, found.get("credential", []), today)
    context |= {
        "educations": found.get("education", []),
        "trainings": found.get("training", []),
        "all_units": found.get("units", []),
        "holdings": holdings,
        "pressing": [holding for holding in holdings if holding.urgency not in (FOR_GOOD, LATER)],
        "more": more,
    }
    return render(request, "evidence/background.html", context)


@sensitive_post_parameters()
@learner_page
def add(request: LearnerRequest, kind: str) -> HttpResponse:
    return _form_page(request, kind, None)


@sensitive_post_parameters()
@learner_page
def edit(request: LearnerRequest, kind: str, row: int) -> HttpResponse:
    shape = _kind(kind)
    rows = shape.model.objects.to_edit(request.user, sent=request.method == "POST").select_related(*shape.along)
    return _form_page(request, kind, get_object_or_404(rows, pk=row))


@learner_post(page="evidence:background")
def put_in_bin(request: LearnerRequest, kind: str, row: int) -> HttpResponse:
    """Put a row in the bin; the units of a credential are hidden with it. Pressed twice it stays there."""
    shape = _kind(kind)
    found = get_object_or_404(shape.model.objects.filter(user=request.user).select_related(*shape.along), pk=row)
    event = verbs.put_in_bin(found, at=timezone.now())
    say(request, f"In the bin: {found}." if event else f"It is in the bin: {found}.", event)
    return redirect("evidence:background")


def _kind(kind: str) -> Kind:
    if kind not in KINDS:
        raise Http404
    return KINDS[kind]


def _rows(request: LearnerRequest, kind: str) -> Any:
    shape = _kind(kind)
    return shape.model.objects.for_user(request.user).select_related(*shape.along)


def _holdings(request: LearnerRequest, rows: Iterable[HeldCredential], today: date) -> list[Holding]:
    """The credentials with what their renewal asks for, in two queries."""
    rows = list(rows)
    if not rows:
        return []
    in_force = RenewalRule.objects.published().filter(credential__in=[row.credential_id for row in rows])
    rules = {rule.credential_id: rule for rule in in_force.select_related("source")}
    units = defaultdict(list)
    for entry in RenewalUnits.objects.for_user(request.user).filter(holding__in=rows):
        units[entry.holding_id].append(entry)
    return [_holding(row, rules.get(row.credential_id), units[row.pk], today) for row in rows]


def _holding(row: HeldCredential, rule: RenewalRule | None, units: list[RenewalUnits], today: date) -> Holding:
    reached = (
        standing(
            today,
            earned_on=row.earned_on,
            expires_on=row.expires_on,
            years=rule.cycle_years,
            needed=rule.units,
            units=[(entry.earned_on, entry.units) for entry in units],
        )
        if rule
        else None
    )
    last = reached.cycle.last if reached else row.expires_on
    return Holding(
        row=row,
        rule=rule,
        standing=reached,
        last=last,
        urgency=urgency(today, last),
        until=until_in_words(today, last) if last else "",
        units=units[:PER_PAGE],
        more_units=len(units) > PER_PAGE,
    )


@sensitive_variables()
def _form_page(request: LearnerRequest, kind: str, row: Any) -> HttpResponse:
    shape = _kind(kind)
    sent = request.POST if request.method == "POST" else None
    asked = {"holding": request.GET.get("holding", "")} if kind == "units" and row is None else {}
    form = shape.form(sent, row=row, user=request.user, today=timezone.localdate(), initial=asked)
    if sent is not None and (kept := save(request, form, shape.model, row)):
        # The form of a row that has been deleted since, sent once more.
        return redirect("keeping:bin" if kept.in_bin else kept)
    context = {
        "section": "evidence",
        "tab": "background",
        "form": form,
        "kind": kind,
        "noun": shape.noun,
        "row": row,
        "along": row.units.filter(deletion=None).count() if isinstance(row, HeldCredential) else 0,
        "crumbs": [("Background", reverse("evidence:background"))],
        "history": lines_of(row) if row else [],
    }
    return render(request, "evidence/background_form.html", context, status=200 if sent is None else 422)
