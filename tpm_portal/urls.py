from typing import Any

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.views import shortcut
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path

from curation.keys import is_key
from tpm_portal.views import machines
from tpm_portal.views.home import home
from tpm_portal.views.privacy import privacy


def change_password(request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
    return redirect("account_change_password")


def view_on_site(request: HttpRequest, content_type_id: str, object_id: str) -> HttpResponse:
    """Lead from a row of the desk to its page. Django's own says of any row, learners' too, whether it is there."""
    models = ContentType.objects.get_for_models(*admin.site._registry).values()
    if not (is_key(content_type_id) and is_key(object_id) and int(content_type_id) in {one.pk for one in models}):
        raise Http404
    return shortcut(request, int(content_type_id), object_id)


# Curators sign in and change their password on our own pages: the admin's let passwords be guessed without any limit.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
admin.site.password_change = change_password  # type: ignore[method-assign,assignment]

urlpatterns = [
    path("", home, name="home"),
    path("privacy/", privacy, name="privacy"),
    path("start/", include("tpm_portal.doors.urls")),
    path("", include("keeping.urls")),
    path("", include("evidence.urls")),
    path("roadmap/", include("roadmap.urls")),
    path("salaries/", include("salaries.urls")),
    path("interviews/", include("interviews.urls")),
    path("resumes/", include("resumes.urls")),
    path("applications/", include("applications.urls")),
    path("guide/", include("roadmap.guide_urls")),
    path("about-the-data/", include("curation.urls")),
    path("account/calendar/", include("tpm_portal.calendar.urls")),
    path("account/data/from/", include("tpm_portal.elsewhere.urls")),
    path("account/", include("accounts.urls")),
    path("account/", include("tpm_portal.your_data.urls")),
    path("", include("tpm_portal.mailing.urls")),
    path("admin/r/<path:content_type_id>/<path:object_id>/", admin.site.admin_view(view_on_site)),
    path("admin/", admin.site.urls),
    path("healthz/", machines.healthz, name="healthz"),
    path("readyz/", machines.readyz, name="readyz"),
    path("favicon.ico", machines.favicon),
    path("robots.txt", machines.robots, name="robots"),
    path("sitemap.xml", machines.site_map, name="sitemap"),
]

handler400 = "tpm_portal.views.errors.bad_request"
handler403 = "tpm_portal.views.errors.permission_denied"
handler404 = "tpm_portal.views.errors.page_not_found"
handler500 = "tpm_portal.views.errors.server_error"
