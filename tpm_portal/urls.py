from typing import Any

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path

from tpm_portal import views


def change_password(request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
    return redirect("account_change_password")


# Curators sign in and change their password on our own pages: the admin's let passwords be guessed without any limit.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
admin.site.password_change = change_password  # type: ignore[method-assign,assignment]

urlpatterns = [
    path("", views.home, name="home"),
    path("", include("evidence.urls")),
    path("roadmap/", include("roadmap.urls")),
    path("salaries/", include("salaries.urls")),
    path("interviews/", include("interviews.urls")),
    path("guide/", include("roadmap.guide_urls")),
    path("about-the-data/", include("curation.urls")),
    path("account/", include("accounts.urls")),
    path("admin/", admin.site.urls),
    path("healthz/", views.healthz, name="healthz"),
    path("readyz/", views.readyz, name="readyz"),
    path("favicon.ico", views.favicon),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.site_map, name="sitemap"),
]

handler400 = "tpm_portal.views.bad_request"
handler403 = "tpm_portal.views.permission_denied"
handler404 = "tpm_portal.views.page_not_found"
handler500 = "tpm_portal.views.server_error"
