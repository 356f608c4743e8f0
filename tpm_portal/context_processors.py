"""What every page needs and no view should have to pass."""

from django.conf import settings
from django.http import HttpRequest

from accounts.models import Theme


def site(request: HttpRequest) -> dict[str, str]:
    """The canonical address of this page, without its query, and the reader's theme."""
    theme = request.user.theme if request.user.is_authenticated else request.COOKIES.get("theme", "")
    return {
        "site_url": settings.SITE_URL,
        "canonical_url": settings.SITE_URL + request.path,
        "theme": theme if theme in (Theme.LIGHT, Theme.DARK) else "",
    }
