"""How the site knows what it says: about the data, and the list of sources."""

from django.core.paginator import Paginator
from django.db.models import Count, Max, Min
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from curation import previewing
from curation.forms import SourceFilterForm
from curation.link_rules import untried
from curation.links import checked, reach_of
from curation.models import Source, SourceKind
from curation.name_order import in_name_order

PER_PAGE = 50


@require_safe
def preview(request: HttpRequest, secret: str) -> HttpResponse:
    """What somebody at the desk shows before it is published, to whoever has its address."""
    draft = previewing.behind(secret, at=timezone.now())
    if draft is None:
        raise Http404
    return previewing.answer(draft, request, at_desk=False)


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
    """Every source by publisher, filtered by kind. Opens at the page of one source if that is asked for."""
    form = SourceFilterForm(request.GET)
    form.is_valid()
    chosen = form.cleaned_data  # what is right counts, also beside something that is wrong
    rows = Source.objects.annotate(**checked("url")).order_by(in_name_order("publisher"), in_name_order("name"), "slug")
    if chosen.get("kind"):
        rows = rows.filter(kind=chosen["kind"])
    number = chosen.get("page") or 1
    if chosen.get("source"):
        slugs = list(rows.values_list("slug", flat=True))
        number = slugs.index(chosen["source"]) // PER_PAGE + 1 if chosen["source"] in slugs else 1
    page = Paginator(rows, PER_PAGE).get_page(number)
    listed = [(source, reach_of(source)) for source in page]
    context = {
        "form": form,
        "kind": chosen.get("kind"),
        "page": page,
        "listed": listed,
        "untried": untried(reached for source, reached in listed if source.url),
        "crumbs": [("About the data", reverse("curation:about"))],
    }
    return render(request, "curation/sources.html", context)
