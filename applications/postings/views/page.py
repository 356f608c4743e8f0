"""The page of one application: what the posting asks, and how the learner stands."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from accounts.guards import LearnerRequest, learner_page
from applications.postings.models import Requirement
from applications.postings.opening import frame, opened
from applications.reading.shapes import PREFERRED, REQUIRED
from keeping.declaring import going_along
from keeping.history import lines_of


@learner_page
def application(request: LearnerRequest, application: int) -> HttpResponse:
    """Each requirement in the words of the posting."""
    row = opened(request, application)
    rows: Any = Requirement.objects.for_user(request.user).filter(application=row).order_by("place", "pk")
    listed = list(rows.prefetch_related("skills", "credentials"))
    context = {
        **frame(row, "applications:application"),
        "groups": [
            (name, [one for one in listed if one.strength == strength])
            for name, strength in (("Required", REQUIRED), ("Preferred", PREFERRED))
        ],
        "unconfirmed": sum(not one.confirmed for one in listed),
        "history": lines_of(row),
        "along": going_along(row),
    }
    return render(request, "applications/application.html", context)
