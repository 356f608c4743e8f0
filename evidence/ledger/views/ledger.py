"""Am I eligible? Each credential's paths beside the learner's own records, and what would be different if."""

from datetime import date
from functools import partial
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.days import latest_day
from accounts.guards import LearnerRequest, learner_post, open_page, page_of_origin
from accounts.models import User
from evidence.catalog import wording
from evidence.catalog.eligibility import OPEN, Person
from evidence.catalog.models import PathVersion, RenewalRule, RuleRead
from evidence.catalog.models.credentials import CredentialKind
from evidence.catalog.months import add_years, drop_runs
from evidence.catalog.worth import SORT_NAMES
from evidence.ledger import loading as ledger
from evidence.ledger.assessing import Assessor, Counting, counting, distance
from evidence.ledger.forms import SupposingForm
from evidence.ledger.in_words import Teller, teller
from evidence.ledger.loading import AssessedCredential
from evidence.ledger.slots import aimed_at
from evidence.ledger.strip import SOON
from evidence.records import recovering
from evidence.records.models import HeldCredential, Project

PAGE = 25
# How far ahead the page of one credential lists what drops out.
YEARS_AHEAD = 2


@open_page
def overview(request: LearnerRequest) -> HttpResponse:
    """Every credential whose rules are known by its nearest path, the one aimed at first, then the nearest."""
    today, latest = timezone.localdate(), latest_day(timezone.now())
    person = ledger.load_person(request.user).on(today, latest=latest)
    said = teller(Assessor(person, today))
    found = ledger.assess(person, ledger.load_rules(), as_of=today)
    aimed = aimed_at.context(request.user).get("aimed_credential")
    found.sort(key=partial(_nearness, aimed=aimed))
    credentials = [said.credential(assessed) for assessed in found]
    context = {
        "section": "evidence",
        "tab": "ledger",
        "changes": [
            said.change(each) for each in ledger.changed_rules(request.user, as_of=today, latest=latest, person=person)
        ],
        "offers": recovering.offers(request.user, Project),
        "holdings": _holdings(request.user, today) if person.held else [],
        # What the learner holds stands above already; what is open to everybody needs no counting and comes last.
        "credentials": [one for one in credentials if one.state != OPEN and not one.held],
        "held_credentials": [one for one in credentials if one.state != OPEN and one.held],
        "open_credentials": [one for one in credentials if one.state == OPEN],
        "empty": person == Person(),
        "aimed": aimed,
    }
    return render(request, "evidence/ledger.html", context)


def _nearness(assessed: AssessedCredential, *, aimed: str | None) -> tuple[bool, bool, bool, Any]:
    """For sorting: what one is after, then the nearest of what has begun, degrees last: few people need another."""
    result, credential = assessed.best.result, assessed.credential
    is_degree = credential.kind == CredentialKind.DEGREE
    return credential.slug != aimed, is_degree, not result.begun, distance(result)


@open_page
def credential(request: LearnerRequest, credential: str) -> HttpResponse:
    """All paths to one credential, how the months were counted, and what would be different if."""
    today, latest = timezone.localdate(), latest_day(timezone.now())
    rules = ledger.load_rules([credential])
    if not rules:
        raise Http404
    own = ledger.load_person(request.user).on(today, latest=latest)
    said = teller(Assessor(own, today))
    requirements = [one for each in rules[0][1] for one in each.rule.requirements]
    replacing = sorted({slug for each in requirements for slug in (*each.waived_by, *each.holds)})
    form = SupposingForm(
        request.GET if any(name in request.GET for name in SupposingForm.base_fields) else None,
        today=today,
        credentials=[(slug, said.names.get(slug, slug)) for slug in replacing],
    )
    as_of, person, supposed = today, own, []
    if form.is_bound and form.is_valid():
        as_of = form.cleaned_data["as_of"]
        person = ledger.supposing(own, day=as_of, **form.supposed())
        supposed = _supposed(form, said.names)
    (assessed,) = ledger.assess(person, rules, as_of=as_of)
    supposing = Teller(Assessor(person, as_of), said.names)
    counted = list(dict.fromkeys(each for path in assessed.paths for each in path.rule.counted))
    countings = [_counting(counting(supposing.assessor, *each), request.GET.get("page")) for each in counted]
    changes = ledger.changed_rules(request.user, as_of=today, latest=latest, person=own)
    paths = [supposing.path(each) | {"nearest": each is assessed.best} for each in assessed.paths]
    context = {
        "section": "evidence",
        "tab": "ledger",
        "crumbs": [("Am I eligible?", reverse("evidence:ledger"))],
        "credential": assessed.credential,
        "shown": supposing.credential(assessed),
        # The nearest stands first, the others in their order.
        "paths": sorted(paths, key=lambda path: not path["nearest"]),
        "countings": countings,
        "pages": max((each["page"] for each in countings), key=lambda page: page.paginator.count, default=None),
        "form": form,
        "supposed": supposed,
        "as_of": as_of,
        "changes": [said.change(each) for each in changes if each.path.credential == assessed.credential],
    }
    return render(request, "evidence/ledger_credential.html", context, status=422 if form.errors else 200)


@learner_post(page="evidence:ledger")
def read_rule(request: LearnerRequest, version: int) -> HttpResponse:
    """The learner has read what changed in a rule."""
    found = get_object_or_404(PathVersion, pk=version)
    RuleRead.objects.bulk_create([RuleRead(user=request.user, version=found, at=timezone.now())], ignore_conflicts=True)
    return redirect(page_of_origin(request, reverse("evidence:ledger")))


def _holdings(user: User, today: date) -> list[dict[str, Any]]:
    """The credentials the learner holds, with what keeps each valid."""
    rules: dict[int | None, RenewalRule] = {
        rule.credential_id: rule for rule in RenewalRule.objects.published().select_related("source")
    }
    return [
        {
            "row": row,
            "active": row.expires_on is None or today <= row.expires_on,
            "soon": row.expires_on is not None and today <= row.expires_on <= today + SOON,
            "rule": rules.get(row.credential_id),
        }
        for row in HeldCredential.objects.for_user(user).exclude(credential=None).select_related("credential")[:PAGE]
    ]


def _counting(each: Counting, page: str | None) -> dict[str, Any]:
    """How the months of one sort were counted, a page of its rows, and what drops out before long."""
    until = add_years(each.within.last, YEARS_AHEAD)
    return {
        "counting": each,
        "sort": SORT_NAMES[each.sort],
        "months": wording.months_said(each.count),
        "page": Paginator(each.shares, PAGE).get_page(page),
        "drops": [wording.drop_run_said(run) for run in drop_runs(drop for drop in each.drops if drop.on <= until)],
    }


def _supposed(form: SupposingForm, names: Any) -> list[str]:
    """What is not from the records, in words."""
    said = form.cleaned_data
    words = [f"the day is {said['as_of']:%B %-d, %Y}"] if said["as_of"] != form.today else []
    if said["education"]:
        words.append(f"your highest education is {wording.LEVELS[said['education']]}")
    if said["accredited"]:
        words.append("the degree is from an accredited program")
    words += [f"you hold {wording.short_name(names.get(slug, slug))}" for slug in said.get("holding", ())]
    return words
