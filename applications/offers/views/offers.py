"""The offers of an application: each state with what changed, where the newest sits, and the learner's answer."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.guards import LearnerRequest, learner_page, learner_post
from applications.offers.answering import answer
from applications.offers.beginning import first_state, next_state
from applications.offers.changing import revisions
from applications.offers.forms import ANSWERS, AnswerForm, OfferForm
from applications.offers.models import Offer
from applications.offers.placing import stand
from applications.postings.models import Application
from applications.postings.opening import asked_application, frame, opened
from applications.stages.models import StageChange
from keeping.pages import OwnPages, Words
from keeping.saving import in_words, put_away
from keeping.tokens import fresh_token

# Of one application, the newest: nobody negotiates longer.
MOST_STATES = 50


def _begun(request: LearnerRequest) -> dict[str, Any]:
    """What the address says of a new one: its application, with what was offered there last, or was advertised."""
    asked = asked_application(request)
    applications: Any = Application.objects
    application = applications.for_user(request.user).filter(pk=asked["application"]).first() if asked else None
    if application is None:
        return {}
    newest = offers_of(request, application)[-1:]
    today = timezone.localdate()
    begun = next_state(newest[0], today=today) if newest else first_state(application, today=today)
    return {"application": application.pk} | begun


OFFERS = OwnPages(
    Offer,
    OfferForm,
    Words(
        "Offers",
        add="Record an offer",
        add_lead="As it stands now. What they said before stays as it was, so that you see what changed.",
        edit="Put the offer right",
    ),
    section="applications",
    tab="applications",
    listed_at="applications:applications",
    name="offer",
    form_template="applications/offer_form.html",
    load=lambda rows: rows.with_terms(),
    begin=_begun,
    above=(("Applications", "applications:applications"),),
    under="application",
)


def offers_of(request: LearnerRequest, application: Application) -> list[Offer]:
    """The states of an application's offer, the newest last."""
    rows: Any = Offer.objects.for_user(request.user).filter(application=application)
    return list(rows.with_terms().order_by("-on", "-pk")[:MOST_STATES])[::-1]


@learner_page
def offers(request: LearnerRequest, application: int) -> HttpResponse:
    """Every state with what it changed, the newest first and with its verdict."""
    row = opened(request, application)
    states = offers_of(request, row)
    newest = states[-1] if states else None
    today = timezone.localdate()
    context = {
        **frame(row, "applications:offers"),
        "newest": newest,
        "states": list(zip(states, revisions([one.terms for one in states]), strict=True))[::-1],
        "standing": stand(newest.terms, user=request.user, asked=request.GET, today=today) if newest else None,
        # A token for each press that can be made.
        "answers": [(stage, fresh_token()) for stage in ANSWERS if newest and stage != row.stage],
    }
    return render(request, "applications/offers.html", context)


@learner_post(page="applications:offers")
def answer_offer(request: LearnerRequest, application: int) -> HttpResponse:
    """Accept or decline, today; said once, however often it is pressed."""
    row = opened(request, application)
    form = AnswerForm(request.POST)
    here = redirect("applications:offers", row.pk)
    if not form.is_valid():
        messages.error(request, "That press did not arrive whole. Nothing was changed; please try again.")
        return here
    given, today = form.cleaned_data, timezone.localdate()
    change, event = answer(row, stage=given["stage"], token=given["token"], on=today, at=timezone.now())
    undo = reverse("applications:take_back_answer", args=[change.pk]) if event else ""
    messages.success(request, in_words(change, event, new=True), extra_tags=undo)
    return here


@learner_post(page="applications:applications")
def take_back_answer(request: LearnerRequest, stage: int) -> HttpResponse:
    """Undo an answer: it goes to the bin, and the application stands where it stood before."""
    rows: Any = StageChange.objects.filter(user=request.user, stage__in=ANSWERS, application__deletion=None)
    row = get_object_or_404(rows.select_related("application"), pk=stage)
    put_away(request, row)
    return redirect("applications:offers", row.application_id)
