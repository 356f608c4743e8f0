"""What programs ask for: whether the site is well, its icon, and what search engines may read."""

from django.conf import settings
from django.contrib.sitemaps.views import sitemap
from django.core.cache import caches
from django.db import connection
from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from accounts.models import OutgoingMail
from accounts.throttle_cache import RedisOrDatabase
from tpm_portal.sitemaps import SITEMAPS


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """For a load balancer: 200 when the database answers, else the 503 of ``server_error``."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """For whoever looks after the site: ``healthz``, and in words what is away that the site can do without."""
    healthz(request)
    lines = ["The database answers."]
    tries = caches["default"]
    if isinstance(tries, RedisOrDatabase):
        away = tries.is_away()
        lines.append("Redis is away: tries are counted in the database, slower." if away else "Redis answers.")
    waiting = OutgoingMail.objects.aggregate(count=Count("pk"), since=Min("made_at"))
    if waiting["count"]:
        lines.append(f"{waiting['count']} mail to be sent, the oldest since {waiting['since']:%Y-%m-%d %H:%M} UTC.")
    response = HttpResponse("\n".join(lines) + "\n", content_type="text/plain")
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
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    return sitemap(request, SITEMAPS)
