"""Will this count? A project that one is about to take, set against the rules before one takes it. Keeps nothing."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from accounts.days import latest_day
from accounts.models import User
from evidence.catalog.eligibility import SORTS
from evidence.catalog.worth import SORT_NAMES, WORTH_NAMES, would_count_if
from evidence.ledger import loading as ledger
from evidence.ledger.assessing import Assessor
from evidence.ledger.forms import WillItCountForm
from evidence.ledger.in_words import Teller, teller


@require_safe
def will_it_count(request: HttpRequest) -> HttpResponse:
    """For a visitor what the project would count for; for a learner also what it would do to their own dates."""
    today = timezone.localdate()
    sent = any(name in request.GET for name in WillItCountForm.base_fields)
    form = WillItCountForm(
        request.GET if sent else None, today=today, initial={"starts_on": today, "months": 12, "part": "led"}
    )
    user = request.user if isinstance(request.user, User) else None
    context: dict[str, Any] = {
        "section": "evidence" if user else "credentials",
        "tab": "ledger",
        "crumbs": [
            ("Am I eligible?", reverse("evidence:ledger")) if user else ("Credentials", reverse("evidence:credentials"))
        ],
        "form": form,
        "here": request.get_full_path(),
    }
    if form.is_bound and form.is_valid():
        context |= {"verdicts": _verdicts(form), "work": form.work()}
        if user and context["work"].sorts:
            context["effects"] = _effects(user, form, today)
    response = render(request, "evidence/will_it_count.html", context, status=422 if form.errors else 200)
    if sent:
        # The empty form is the same for everybody; what somebody typed is kept nowhere.
        add_never_cache_headers(response)
    return response


def _verdicts(form: WillItCountForm) -> list[dict[str, Any]]:
    verdicts = form.verdicts()
    return [
        {
            "sort": SORT_NAMES[sort],
            "worth": verdicts[sort].worth,
            "label": WORTH_NAMES[verdicts[sort].worth],
            "changes": would_count_if(verdicts[sort]),
        }
        for sort in SORTS
    ]


def _effects(user: User, form: WillItCountForm, today: date) -> list[dict[str, Any]]:
    """For each credential that counts such months: the nearest path as it is, and with the project added."""
    work = form.work()
    rules = [
        (credential, paths)
        for credential, paths in ledger.load_rules()
        if any(sort in work.sorts for each in paths for sort, _ in each.rule.counted)
    ]
    person = ledger.load_person(user).on(today, latest=latest_day(timezone.now()))
    together = ledger.supposing_work(person, work)
    said = teller(Assessor(person, today))
    then = Teller(Assessor(together, today), said.names)
    effects = []
    for was, now in zip(*(ledger.assess(each, rules, as_of=today) for each in (person, together)), strict=True):
        changed = was.best.path != now.best.path or was.best.result.outcome != now.best.result.outcome
        effects.append(
            {
                "credential": then.credential(now),
                "was": said.brief(was.best),
                "now": then.brief(now.best),
                "changed": changed,
            }
        )
    return effects
