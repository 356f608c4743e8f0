"""What all pages of one application begin with: the learner's own, or 404, and where the page stands in the frame."""

from dataclasses import dataclass
from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from accounts.guards import LearnerRequest
from applications.postings.models import Application
from curation.keys import is_key

# The pages of one application: the name of each and its address.
PAGES = (
    ("Requirements", "applications:application"),
    ("Duties", "applications:duties"),
    ("Posting", "applications:posting"),
    ("Stages and people", "applications:stages"),
    ("Resume and letter", "applications:documents"),
    ("Interviews", "applications:rounds"),
    ("Offers", "applications:offers"),
)


@dataclass(frozen=True)
class Part:
    """One of the pages of an application, and whether it is the one that is shown."""

    name: str
    url: str
    here: bool


def opened(request: LearnerRequest, application: int, *, sent: bool = False, **along: Any) -> Any:
    """The learner's application with its stage, or 404; with annotations ``along`` with it.

    A form that is ``sent`` also finds one that was put in the bin since: what was typed stays.
    """
    rows: Any = Application.objects
    return get_object_or_404(rows.to_edit(request.user, sent=sent).with_stage().annotate(**along), pk=application)


def frame(application: Any, here: str = "") -> dict[str, Any]:
    """The frame of a page of an application; ``here`` is the name of its address, if it is one of ``PAGES``."""
    crumbs = [("Applications", reverse("applications:applications"))]
    return {
        "section": "applications",
        "tab": "applications",
        "application": application,
        "crumbs": crumbs if here else [*crumbs, (str(application), application.get_absolute_url())],
        "parts": [Part(name, reverse(at, args=[application.pk]), at == here) for name, at in PAGES],
    }


def asked_application(request: LearnerRequest) -> dict[str, Any]:
    """What the address says of a new row: the application it belongs to."""
    key = request.GET.get("application", "")
    return {"application": key} if is_key(key) else {}
