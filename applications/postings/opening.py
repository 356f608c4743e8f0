"""What all pages of one application begin with: the learner's own, or 404, and where the page stands in the frame."""

from dataclasses import dataclass
from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import NoReverseMatch, reverse

from accounts.guards import LearnerRequest
from applications.postings.models import Application

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
        "parts": [Part(name, url, at == here) for name, at in PAGES if (url := address_of(at, application.pk))],
    }


def address_of(name: str, application: int) -> str:
    """The address of a page of an application; empty where there is no such page yet."""
    try:
        return reverse(name, args=[application])
    except NoReverseMatch:
        return ""
