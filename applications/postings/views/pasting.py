"""A posting comes in: pasted, by hand, or with a bookmark. What is read of it is proposed, and nothing is kept yet."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from accounts.guards import LearnerRequest, open_page
from applications.postings.alike import already_saved
from applications.postings.forms import PasteForm
from applications.postings.reading_in import proposed, read_posting, words_read
from applications.postings.views.saving import APPLICATIONS

FRAME = {"section": "applications", "tab": "paste"}


@sensitive_post_parameters()
@sensitive_variables()
@open_page
def paste(request: LearnerRequest) -> HttpResponse:
    """Paste a posting; then see what was read of it. Nothing is kept before it is saved there."""
    sent = request.method == "POST"
    form = PasteForm(request.POST if sent else None)
    if not sent or not form.is_valid():
        return render(request, "applications/paste.html", FRAME | {"form": form}, status=422 if sent else 200)
    raw, url = form.cleaned_data["raw"], form.cleaned_data["url"]
    reading = read_posting(raw, pasted_on=timezone.localdate())
    initial = proposed(reading.header) | {"raw": raw, "url": url}
    shown = {
        "form_read": True,
        "cut": reading.cut,
        "read": words_read(reading.header),
        "rows": len(reading.rows),
        "duties": len(reading.duties),
        "alike": already_saved(
            request.user,
            **{"url": url, "title": initial.get("title", ""), "text": reading.text},
            **{"employer": initial.get("employer", ""), "today": timezone.localdate()},
        ),
    }
    return APPLICATIONS.proposed(request, initial, **shown)


@open_page
def bookmark(request: LearnerRequest) -> HttpResponse:
    """A bookmark that opens our form with what is selected on another page."""
    address = request.build_absolute_uri(reverse("applications:paste"))
    return render(request, "applications/bookmark.html", FRAME | {"address": address})
