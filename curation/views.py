"""How the site knows what it says: about the data, and the list of sources."""

from django.db.models import Count, Max, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from curation.models import Source, SourceKind


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What a source, a date and a check mean here."""
    kinds = {
        row["kind"]: row["number"] for row in Source.objects.published().values("kind").annotate(number=Count("pk"))
    }
    context = {
        "kinds": [(label, kinds[value]) for value, label in SourceKind.choices if value in kinds],
        "total": sum(kinds.values()),
        **Source.objects.published().aggregate(first_check=Min("checked_on"), last_check=Max("checked_on")),
    }
    return render(request, "curation/about.html", context)


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Every source on one page, so that a fact anywhere can link to its line."""
    context = {
        "sources": Source.objects.order_by("publisher", "name"),
        "crumbs": [("About the data", reverse("curation:about"))],
    }
    return render(request, "curation/sources.html", context)
