"""Who runs the site, and what it does with what people tell it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts import nameless
from accounts.sharing import same_for_learners
from keeping.models import BIN_DAYS
from tpm_portal.doors.typed_before import COOKIE, HOURS


@same_for_learners()
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    shown, leads = settings.CONTACT
    context = {
        "contact": shown,
        "contact_url": leads,
        "mail": settings.MAIL_CONFIGURED,
        "bin_days": BIN_DAYS,
        "session_days": settings.SESSION_COOKIE_AGE // (60 * 60 * 24),
        "session_cookie": settings.SESSION_COOKIE_NAME,
        "csrf_cookie": settings.CSRF_COOKIE_NAME,
        "known_cookie": settings.KNOWN_COOKIE_NAME,
        "first_cookie": f"{nameless.COOKIE}…",
        "written_cookie": settings.WRITTEN_COOKIE_NAME if settings.REPLICAS else "",
        "nameless_days": nameless.DAYS_KEPT,
        "typed_cookie": COOKIE,
        "typed_hours": HOURS,
    }
    return render(request, "tpm_portal/privacy.html", context)
