"""What there is to say about an offer: the learner's own proof and sourced figures, line by line, to print."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.guards import LearnerRequest, learner_page
from applications.offers.own_proof import bullets_of, results_of
from applications.offers.placing import stand
from applications.offers.views.offers import offers_of
from applications.postings.opening import frame, opened


@learner_page
def negotiation(request: LearnerRequest, application: int) -> HttpResponse:
    """Plain lines, each with the row or the source behind it; nothing is written for the learner."""
    row = opened(request, application)
    newest = next(iter(offers_of(request, row)[-1:]), None)
    today = timezone.localdate()
    context = {
        **frame(row),
        "newest": newest,
        "standing": stand(newest.terms, user=request.user, asked=request.GET, today=today) if newest else None,
        "results": results_of(request.user),
        "bullets": bullets_of(request.user, row.resume_id),
        "today": today,
    }
    return render(request, "applications/negotiation.html", context)
