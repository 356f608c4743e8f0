"""What programs ask for: whether the site is well, its icon, and what search engines may read."""

from django.conf import settings
from django.contrib.sitemaps.views import sitemap
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from tpm_portal import readiness
from tpm_portal.sitemaps import SITEMAPS


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Whether this process answers, whatever the database does: one that does not is worth a restart."""
    response = HttpResponse("ok", content_type="text/plain; charset=utf-8")
    add_never_cache_headers(response)
    return response


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """For a load balancer and whoever looks after the site: a line for each part, 503 if a needed one fails.

    ``?only=database`` asks for one alone, as pages do before they send a form.
    """
    only = request.GET.get("only", "")
    parts = readiness.ask({only: readiness.PARTS[only]} if only in readiness.PARTS else readiness.PARTS)
    failed = any(part.state == readiness.FAIL for part in parts)
    lines = [f"{part.name}: {part.state}. {part.said}\n" for part in parts]
    response = HttpResponse("".join(lines), content_type="text/plain; charset=utf-8", status=503 if failed else 200)
    if failed:
        response["Retry-After"] = "10"
    add_never_cache_headers(response)
    return response


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For pages that name no icon of their own, the admin's among them."""
    return redirect(static("img/favicon.svg"))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        "Disallow: /account/",
        "Disallow: /admin/",
        f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    return sitemap(request, SITEMAPS)
