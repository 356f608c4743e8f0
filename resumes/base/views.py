"""The pages of what resumes are drawn from: contact, bullets, and mentions."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from accounts.guards import LearnerRequest, open_page
from curation.keys import is_key
from keeping.history import lines_of
from keeping.pages import PER_PAGE, OwnPages, Words
from keeping.saving import save
from resumes.base.forms import BulletForm, ContactForm, MentionForm
from resumes.base.models import CONTACT_TOKEN, Bullet, Contact, Mention


def _begun_with(request: LearnerRequest) -> dict[str, Any]:
    """What the address says of a new bullet: the evidence it is drawn from, and where it stands."""
    pieces = [key for key in request.GET.getlist("evidence") if is_key(key)]
    place = request.GET.get("place", "")
    return ({"evidence": pieces} if pieces else {}) | ({"place": place} if place else {})


BULLETS = OwnPages(
    Bullet,
    BulletForm,
    Words(
        "Bullets",
        add="Write a bullet",
        add_lead="In your own words, with the evidence beside it. It is saved once, and every resume can use it.",
        edit="Edit the bullet",
    ),
    section="resume",
    tab="bullets",
    listed_at="resumes:bullets",
    name="bullet",
    form_template="resumes/bullet_form.html",
    load=lambda rows: rows.with_named().prefetch_related("evidence"),
    begin=_begun_with,
)
MENTIONS = OwnPages(
    Mention,
    MentionForm,
    Words(
        "Other lines",
        lead="Languages, awards, publications, and whatever else a resume names that has no page of its own here.",
        empty="Languages you speak, an award, a talk you gave: add what belongs on your resume.",
        add="Add a line",
        edit="Edit the line",
    ),
    section="resume",
    tab="mentions",
    listed_at="resumes:mentions",
    name="mention",
)


@open_page
def bullets(request: LearnerRequest) -> HttpResponse:
    """All bullets, the newest first, each with where it stands and what proves it."""
    rows = Bullet.objects.for_user(request.user).with_proof().select_related("position", "project", "mention")
    context = {
        "section": "resume",
        "tab": "bullets",
        "page": Paginator(rows.order_by("-pk"), PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "resumes/bullets.html", context)


@sensitive_post_parameters()
@sensitive_variables()
@open_page
def contact(request: LearnerRequest) -> HttpResponse:
    """The one row of contact data: its form, which makes it the first time."""
    rows: Any = Contact.objects
    row = rows.for_user(request.user).first()
    sent = request.POST if request.method == "POST" else None
    begin = {"token": CONTACT_TOKEN, "name": request.user.name, "email": request.user.email}
    form = ContactForm(sent, row=row, user=request.user, today=timezone.localdate(), initial=begin)
    if sent is not None and save(request, form, Contact, row):
        return redirect("resumes:contact")
    context = {"section": "resume", "tab": "contact", "form": form, "history": lines_of(row) if row else []}
    return render(request, "resumes/contact.html", context, status=200 if sent is None else 422)
