"""What a learner brings along: education, training, credentials with their renewal. One page, one form for each."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from accounts.guards import LearnerRequest, open_page
from evidence.catalog.models import RenewalRule
from evidence.catalog.renewal import FOR_GOOD, LATER, Reached, reached, until_in_words, urgency
from evidence.records.forms.background import (
    BackgroundForm,
    EducationForm,
    HeldCredentialForm,
    RenewalUnitsForm,
    TrainingForm,
)
from evidence.records.models import Education, HeldCredential, RenewalUnits, Training
from keeping.models import Own
from keeping.pages import PER_PAGE, OwnPages, Words


@dataclass(frozen=True)
class BackgroundPages(OwnPages):
    """One of the four sorts of rows on the page, which its addresses name by the ``kind``."""

    kind: str = ""

    def at(self, act: str, row: Any = None) -> str:
        return reverse(f"evidence:{act}_background", args=[self.kind, row.pk] if row else [self.kind])


def _kind(kind: str, model: type[Own], form: type[BackgroundForm], noun: str, **more: Any) -> BackgroundPages:
    return BackgroundPages(
        model,
        form,
        Words("Background", add=f"Add {noun}", edit=f"Edit {noun}"),
        section="evidence",
        tab="background",
        listed_at="evidence:background",
        name="row",
        kind=kind,
        **more,
    )


KINDS = {
    one.kind: one
    for one in (
        _kind("education", Education, EducationForm, "education"),
        _kind("training", Training, TrainingForm, "training"),
        _kind("credential", HeldCredential, HeldCredentialForm, "a credential"),
        _kind(
            "units",
            RenewalUnits,
            RenewalUnitsForm,
            "renewal units",
            load=lambda rows: rows.select_related("holding__credential"),
            begin=lambda request: {"holding": request.GET.get("holding", "")},
        ),
    )
}


@dataclass(frozen=True)
class Holding:
    """A held credential as the page shows it. ``last`` is the day by which it ends or has to be renewed."""

    row: HeldCredential
    rule: RenewalRule | None
    reached: Reached | None
    last: date | None
    urgency: str
    until: str
    units: list[RenewalUnits]
    more_units: bool


@open_page
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


def add(request: HttpRequest, kind: str) -> HttpResponse:
    return _of(kind).add(request)


def edit(request: HttpRequest, kind: str, row: int) -> HttpResponse:
    return _of(kind).edit(request, row=row)


def put_in_bin(request: HttpRequest, kind: str, row: int) -> HttpResponse:
    return _of(kind).bin(request, row=row)


def _of(kind: str) -> BackgroundPages:
    if kind not in KINDS:
        raise Http404
    return KINDS[kind]


def _rows(request: LearnerRequest, kind: str) -> Any:
    shape: Any = _of(kind)
    return shape.load(shape.model.objects.for_user(request.user))


def _holdings(request: LearnerRequest, rows: Iterable[HeldCredential], today: date) -> list[Holding]:
    """The credentials with what their renewal asks for, in two queries."""
    rows = list(rows)
    if not rows:
        return []
    in_force = RenewalRule.objects.published().filter(credential__in=[row.credential_id for row in rows])
    rules: dict[int | None, RenewalRule] = {rule.credential_id: rule for rule in in_force.select_related("source")}
    units = defaultdict(list)
    for entry in RenewalUnits.objects.for_user(request.user).filter(holding__in=rows):
        units[entry.holding_id].append(entry)
    return [_holding(row, rules.get(row.credential_id), units[row.pk], today) for row in rows]


def _holding(row: HeldCredential, rule: RenewalRule | None, units: list[RenewalUnits], today: date) -> Holding:
    so_far = (
        reached(
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
    last = so_far.cycle.last if so_far else row.expires_on
    return Holding(
        row=row,
        rule=rule,
        reached=so_far,
        last=last,
        urgency=urgency(today, last),
        until=until_in_words(today, last) if last else "",
        units=units[:PER_PAGE],
        more_units=len(units) > PER_PAGE,
    )
