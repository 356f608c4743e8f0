"""What the jobs one wants ask together, what would unlock most of them, and where applications end."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.guards import LearnerRequest, learner_post, open_page
from applications.demand.loading import Demanded, demanded
from applications.demand.steering import set_steering, steers, ways
from applications.postings.models import Stage
from applications.postings.telling import STATES
from applications.proof.demand import LEAST_POSTINGS, TOP, Asked, shown_of_top
from applications.proof.leaking import LEAST_APPLICATIONS, Flow
from applications.proof.shapes import CREDENTIAL, MET, MONTHS, SKILL, Gain
from evidence.models import Credential
from keeping.saving import say

HEADINGS = {SKILL: "Skills", CREDENTIAL: "Credentials", MONTHS: "Experience"}
BANDS = {
    "all": "All required rows met",
    "half": "Half or more met",
    "fewer": "Fewer met",
    "nothing": "Nothing required was read",
}
MOST_WAYS, MOST_OPEN = 10, 10


@dataclass(frozen=True)
class Line:
    """One thing that is asked for: ``share`` of 100 is how long its bar is, of which ``required`` are required."""

    name: str
    url: str
    required: int
    preferred: int
    width: float
    required_width: float
    state: str
    state_name: str


@dataclass(frozen=True)
class Table:
    heading: str
    lines: list[Line]
    more: int
    shown: tuple[int, int]


@open_page
def demand(request: LearnerRequest) -> HttpResponse:
    """What is asked how often, what can be proven of it, and which milestone or credential unlocks most."""
    found = demanded(request.user, today=timezone.localdate(), now=timezone.now())
    steering = found.steering
    opening, others = _with_one(found) if steering.enough else ([], [])
    context = {
        "section": "applications",
        "tab": "demand",
        "saved": steering.saved,
        "asking": steering.asking,
        "open_now": len(steering.open_now),
        "opened": [(found.postings[key].name, _posting(key)) for key in steering.open_now[:MOST_OPEN]],
        "tables": [_table(found, about) for about in HEADINGS if found.asked[about]],
        "enough": steering.enough,
        "least": LEAST_POSTINGS,
        "ways": ways(found)[:MOST_WAYS] if steering.enough else [],
        "opening": opening,
        "others": others,
        "steers": steers(request.user),
    }
    return render(request, "applications/demand.html", context)


def _posting(key: str) -> str:
    return reverse("applications:application", args=[int(key)])


def _table(found: Demanded, about: str) -> Table:
    rows = found.asked[about]
    most = max(one.postings for one in rows)
    return Table(
        HEADINGS[about], [_line(found, one, most) for one in rows[:TOP]], max(0, len(rows) - TOP), shown_of_top(rows)
    )


def _line(found: Demanded, one: Asked, most: int) -> Line:
    return Line(
        name=f"{one.subject} months" if one.about == MONTHS else found.names.get(one.subject, one.subject),
        url=_page_of(one),
        required=one.required,
        preferred=one.preferred,
        width=round(100 * one.postings / most, 1),
        required_width=round(100 * one.required / most, 1),
        state=one.state,
        state_name=STATES[one.state],
    )


def _page_of(one: Asked) -> str:
    match one.about:
        case "skill":
            return reverse("evidence:skill", args=[one.subject])
        case "credential":
            return reverse("evidence:credential", args=[one.subject])
    return reverse("evidence:projects")


@dataclass(frozen=True)
class WithOne:
    """What one credential would change: ``then`` postings are open with it. What it takes is as the ledger says."""

    name: str
    url: str
    then: int
    takes: str


def _with_one(found: Demanded) -> tuple[list[WithOne], list[str]]:
    """The credentials that are asked for and not held: those that would open postings, and the names of the others."""
    slugs = [one.subject for one in found.asked[CREDENTIAL] if one.state != MET][:TOP]
    rows = {row.slug: row for row in Credential.objects.filter(slug__in=slugs).prefetch_related("fees")}
    opening, others = [], []
    for slug in slugs:
        then, unlock = found.steering.with_(Gain(CREDENTIAL, slug))
        name = found.names.get(slug, slug)
        if unlock.opens:
            url = reverse("evidence:ledger_credential", args=[slug])
            opening.append(WithOne(name, url, then, _takes(rows.get(slug), found.earliest.get(slug))))
        else:
            others.append(name)
    return sorted(opening, key=lambda one: -one.then), others


def _takes(credential: Any, earliest: date | None) -> str:
    """Fee, hours of preparation and the earliest month, as far as they are known."""
    fees = [fee for fee in credential.fees.all() if fee.retired_at is None] if credential else []
    parts = [f"{fee.name} {fee.amount:,.0f} {fee.currency}, checked {fee.checked_on:%b %-d, %Y}" for fee in fees[:1]]
    if credential and credential.hours_min:
        most = credential.hours_max or credential.hours_min
        span = f"{credential.hours_min} to {most}" if most > credential.hours_min else f"{most}"
        parts.append(f"{span} hours to prepare")
    parts.append(f"{earliest:%B %Y} at the earliest" if earliest else "not yet in sight in your ledger")
    return "; ".join(parts)


@learner_post(page="applications:demand")
def steer(request: LearnerRequest) -> HttpResponse:
    """Let the roadmap go by the jobs one wants, or no longer."""
    on = request.POST.get("steers") == "on"
    event = set_steering(request.user, steers=on, at=timezone.now())
    said = "The roadmap goes by the jobs you want." if on else "The roadmap goes by its own order again."
    say(request, said if event else "Nothing had changed.", event)
    return redirect("applications:demand")


@open_page
def leaks(request: LearnerRequest) -> HttpResponse:
    """How far applications came, by where they were found, which resume went out, and what was met."""
    found = demanded(request.user, today=timezone.localdate(), now=timezone.now()).leaks
    groups: list[tuple[str, list[tuple[str, Flow]]]] = [
        ("By where you found it", [(one.group or "Not said", one) for one in found.by_source]),
        ("By resume", [(one.group or "None saved", one) for one in found.by_resume]),
        ("By what you met", [(BANDS[one.group], one) for one in found.by_met]),
    ]
    context = {
        "section": "applications",
        "tab": "leaks",
        "everything": found.everything,
        "groups": groups,
        "stays": [(Stage(one.stage).label, one) for one in found.stays],
        "least": LEAST_APPLICATIONS,
    }
    return render(request, "applications/leaks.html", context)
