"""People whom a learner knows at employers or who open doors there, and the thanks that are owed."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.guards import LearnerRequest, learner_post, open_page, page_of_origin
from applications.postings.models import Application
from applications.postings.opening import asked_application
from applications.stages.acquaintances import add_person_at, in_order
from applications.stages.forms import PersonForm
from applications.stages.models import Person
from keeping import verbs
from keeping.pages import PER_PAGE, OwnPages, Words
from keeping.saving import say

PEOPLE = OwnPages(
    Person,
    PersonForm,
    Words(
        "People",
        add="Add somebody",
        add_lead="A recruiter, a hiring manager, a friend who put in a word. A name is enough to begin with.",
        edit="Edit",
    ),
    section="applications",
    tab="people",
    listed_at="applications:people",
    name="person",
    begin=asked_application,
)


@open_page
def people(request: LearnerRequest) -> HttpResponse:
    """All people, those who are owed thanks first; with ``application`` in the address those of one application."""
    rows: Any = Person.objects.for_user(request.user)
    application = None
    if asked := asked_application(request):
        application = Application.objects.for_user(request.user).filter(pk=asked["application"]).first()
        rows = rows.filter(application=application) if application else rows
    page = Paginator(in_order(rows).select_related("application"), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "section": "applications",
        "tab": "people",
        "page": page,
        "of": application,
        "add_at": add_person_at(application),
        "back": request.get_full_path(),
    }
    return render(request, "applications/people.html", context)


@learner_post(page="applications:people")
def thank(request: LearnerRequest, person: int) -> HttpResponse:
    """The learner has thanked somebody today."""
    return _today(request, person, "thanked_on", "Thanked today")


@learner_post(page="applications:people")
def contact(request: LearnerRequest, person: int) -> HttpResponse:
    """The learner was in touch with somebody today."""
    return _today(request, person, "last_contact_on", "In touch today")


def _today(request: LearnerRequest, person: int, name: str, said: str) -> HttpResponse:
    row = get_object_or_404(Person.objects.for_user(request.user).with_named(), pk=person)
    values = {name: timezone.localdate().isoformat()}
    event = verbs.press(row, values=values, at=timezone.now())
    say(request, f"{said}: {row}." if event else f"That is noted already: {row}.", event)
    return redirect(page_of_origin(request, reverse("applications:people")))
