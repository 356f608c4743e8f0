"""Pages on which a learner can record a spoken answer, which never leaves the browser."""

from django.http import HttpRequest, HttpResponse

PERMISSIONS = "camera=(), geolocation=(), microphone=(self), interest-cohort=()"


def allow_recording(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Let a page record and play a spoken answer.

    Other pages have no microphone. A recording is played from memory (``blob:``); nothing may send it to another site.
    """
    response.headers["Permissions-Policy"] = PERMISSIONS
    response._csp_update = {"media-src": ["blob:"]}  # type: ignore[attr-defined]
    return response
