"""The pages of the tools that work without an account. What is typed stands in the address; nothing is kept."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from evidence.catalog.eligibility import Person
from evidence.ledger import loading as ledger
from evidence.ledger.assessing import Assessor
from evidence.ledger.in_words import Teller
from interviews.dates.days import days_left
from interviews.practice.for_anybody import plan_for_anybody
from salaries.levels import RULE, spans
from salaries.models import Occupation, Place
from salaries.naming import where
from salaries.placing import Number
from salaries.verdicts import Verdict, one_verdict, verdicts
from tpm_portal.doors.eligible_form import USUAL_CREDENTIALS, eligible_form
from tpm_portal.doors.interview_form import InterviewDoorForm
from tpm_portal.doors.pay_form import PayDoorForm
from tpm_portal.doors.typed_before import COOKIE, hold, others

# Days of a plan that stand open; those after them are folded.
DAYS_SHOWN = 2


def kept_while_nothing_is_told(view: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """No copy of a door's page stays anywhere once somebody has told it something. The empty one is everybody's."""
    told = never_cache(view)

    @wraps(view)
    def door(request: HttpRequest) -> HttpResponse:
        empty = request.method != "POST" and not request.META.get("QUERY_STRING") and COOKIE not in request.COOKIES
        return view(request) if empty else told(request)

    return door


@kept_while_nothing_is_told
@require_safe
def interview(request: HttpRequest) -> HttpResponse:
    """A day and a kind of round, and which questions of the bank to practice on which day until then."""
    form = InterviewDoorForm(request.GET if "on" in request.GET else None, now=timezone.now())
    context: dict[str, Any] = {"section": "interviews", "form": form}
    if form.is_valid():
        said = form.cleaned_data
        plan = plan_for_anybody(said["round"], on=said["on"], minutes=said["minutes"], today=form.today)
        context |= {
            "plan": plan,
            "on": said["on"],
            "round": said["round"],
            "minutes": said["minutes"],
            "left": days_left(form.today, said["on"]),
            "first": plan.days[0],
            "days": plan.days[1 : 1 + DAYS_SHOWN],
            "later": plan.days[1 + DAYS_SHOWN :],
        }
    return _answer(request, "interview", context, form, told=request.GET.urlencode())


@kept_while_nothing_is_told
@require_safe
def eligible(request: HttpRequest) -> HttpResponse:
    """Five questions, and what the ledger says of somebody of whom the answers are true."""
    today = timezone.localdate()
    rules = ledger.load_rules()
    names = ledger.credential_names()
    form = eligible_form(request.GET if "credential" in request.GET else None, rules, names)
    context: dict[str, Any] = {"section": "credentials", "form": form}
    if form.is_valid():
        person = form.person()
        assessor = Assessor(person, today)
        said = Teller(assessor, names)
        chosen = [one for one in rules if one[0].slug in form.slugs]
        chosen.sort(key=lambda one: form.slugs.index(one[0].slug))
        context["tells_something"] = person != Person()
        # The form on the home page asks for less.
        context["hours_asked"] = "hours" in request.GET
        context["answers"] = [
            {
                "credential": assessed.credential,
                "brief": said.credential(assessed),
                "path": said.path(assessed.best),
                "missing": said.missing(assessed.best),
                "when": said.when(assessed.best),
                "others": len(assessed.paths) - 1,
            }
            for assessed in ledger.assess(person, chosen, as_of=today)
        ]
    elif not form.is_bound:
        context["rules"] = [
            (credential, [(each, ledger.sentences(each.rule, names)) for each in paths])
            for credential, paths in rules
            if credential.slug in USUAL_CREDENTIALS
        ]
    told = request.GET.urlencode() if context.get("tells_something") else ""
    return _answer(request, "eligible", context, form, told=told)


@kept_while_nothing_is_told
@sensitive_variables()
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def pay(request: HttpRequest) -> HttpResponse:
    """A place and a role give one verdict; an amount, which is posted, is set against it. Nothing is written."""
    asked = request.GET.copy()
    # Somebody's own pay is not read from an address, where it would stay.
    asked.pop("amount", None)
    form = PayDoorForm(request.POST if request.method == "POST" else asked if "where" in asked else None)
    context: dict[str, Any] = {"section": "salaries", "form": form}
    if form.is_valid():
        place = form.cleaned_data["where"]
        verdict = _nearest_verdict(place, form.occupation, form.number)
        around = verdict.here.row.place if verdict else None
        context |= {
            "place": place,
            "place_in": where(place),
            "role": form.occupation,
            "called": form.called,
            "neighbors": verdicts(place=place, occupations=form.neighbors) if around and form.neighbors else [],
            "verdict": verdict,
            "spans": spans(verdict) if verdict else [],
            "level_rule": RULE,
            "conventions": [],
            "elsewhere": where(around) if around and around != place else "",
            "told": urlencode({name: form.data.get(name, "") for name in ("where", "role", "amount")}),
        }
    elif "where" in form.errors:
        role = form.data.get("role", "")
        context["meant"] = [(name, urlencode({"where": name, "role": role})) for name in form.meant]
    return _answer(request, "pay", context, form, told=context["told"] if form.is_valid() and form.number else "")


def _nearest_verdict(place: Place, role: Occupation, number: Number | None) -> Verdict | None:
    """The verdict there, or where the place lies if nobody has figures of it alone."""
    found = (one_verdict(place=each, occupation=role, number=number) for each in place.around)
    return next((verdict for verdict in found if verdict), None)


def _answer(request: HttpRequest, door: str, context: dict[str, Any], form: Any, *, told: str) -> HttpResponse:
    """The page of a door. What could be saved of a valid form (``told``) goes with the visitor to the next door."""
    valid = form.is_valid()
    context["others"] = others(request, door)
    response = render(request, f"tpm_portal/{door}.html", context, status=422 if form.is_bound and not valid else 200)
    if valid and told:
        hold(request, response, door, told)
    return response
