"""Anki: cards go out, and notes come in as questions of one's own."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from accounts.guards import LearnerRequest, learner_page, learner_post
from applications.lists.sheets import MOST_BYTES, Sheet
from tpm_portal.elsewhere.anki_cards import cards_of
from tpm_portal.elsewhere.anki_drafts import read_deck
from tpm_portal.elsewhere.anki_package import package
from tpm_portal.elsewhere.anki_text import AnkiError, Notes, read_notes
from tpm_portal.elsewhere.forms import AnkiFileForm, AnkiForm, CardsForm
from tpm_portal.elsewhere.looking import CHANGED, FRAME, crumbs, found, keep
from tpm_portal.elsewhere.views.tracker import NOT_WHOLE

NAME = "Anki"


@sensitive_post_parameters()
@sensitive_variables()
@learner_page
def anki(request: LearnerRequest) -> HttpResponse:
    """Bring notes, or take cards; then say what the fields of the notes are."""
    sent = request.method == "POST"
    form = AnkiFileForm(request.POST, request.FILES) if sent else AnkiFileForm()
    if sent and form.is_valid():
        try:
            notes = read_notes(form.said)
        except AnkiError as error:
            form.add_error("file" if form.cleaned_data["file"] else "text", str(error))
        else:
            return _matched(request, _form({"text": form.said}, notes), notes, first=True)
    context = {"form": form, "cards": CardsForm(), "crumbs": crumbs()}
    return render(request, "tpm_portal/elsewhere/anki.html", FRAME | context, status=422 if sent else 200)


@sensitive_post_parameters()
@sensitive_variables()
@learner_post(page="from_anki")
def read(request: LearnerRequest) -> HttpResponse:
    """Look at notes as they are matched now, or bring them in as they were looked at."""
    text = request.POST.get("text", "")
    if not text.strip() or "\x00" in text or len(text.encode("utf-8", "replace")) > MOST_BYTES * 2:
        messages.error(request, NOT_WHOLE)
        return redirect("from_anki")
    try:
        notes = read_notes(text)
    except AnkiError as error:
        messages.error(request, str(error))
        return redirect("from_anki")
    form = _form(request.POST.dict(), notes)
    if "keep" in request.POST and form.is_valid():
        if form.cleaned_data["seen"] == form.digest:
            said = read_deck(notes, form.chosen, category=form.category_slug)
            return keep(request, said.drafts, len(said.refused))
        form.add_error(None, CHANGED)
    return _matched(request, form, notes)


def _form(data: dict[str, Any], notes: Notes) -> AnkiForm:
    sheet = Sheet(list(notes.names), [(number, list(cells)) for number, cells in notes.rows])
    return AnkiForm(data, sheet, notes.special)


@sensitive_variables()
def _matched(request: LearnerRequest, form: AnkiForm, notes: Notes, *, first: bool = False) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "first": first, "number": len(notes.rows)}
    context |= {"crumbs": crumbs((NAME, "from_anki")), "of": "note"}
    valid = form.is_valid()
    if valid or CHANGED in form.non_field_errors():
        said = read_deck(notes, form.chosen, category=form.category_slug)
        same = form.cleaned_data["seen"] == form.digest
        context |= found(said, user=request.user, data=request.POST if same else None) | {"digest": form.digest}
    return render(request, "tpm_portal/elsewhere/anki_read.html", FRAME | context, status=200 if valid else 422)


@learner_page
def cards(request: LearnerRequest) -> HttpResponse:
    """The learner's questions as a package for Anki."""
    if request.method == "POST":
        return HttpResponseNotAllowed(["GET", "HEAD"])
    now = timezone.now()
    found = cards_of(request.user, whole_bank=request.GET.get("which") == "all", address=request.build_absolute_uri)
    if not found:
        messages.success(request, "There are no cards yet: practice a question, or choose the whole bank.")
        return redirect("from_anki")
    response = HttpResponse(package(found, at=now.timestamp()), content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="interview-questions-{timezone.localdate()}.apkg"'
    return response
