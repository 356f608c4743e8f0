"""What every page needs and no view should have to pass."""

from django.conf import settings
from django.http import HttpRequest

from accounts.models import Theme


def site(request: HttpRequest) -> dict[str, str]:
    """The canonical address of this page, without its query, and the reader's theme."""
    return {
        "site_url": settings.SITE_URL,
        "canonical_url": settings.SITE_URL + request.path,
        "theme": _known(request.user.theme) if request.user.is_authenticated else remembered_theme(request),
    }


def remembered_theme(request: HttpRequest) -> str:
    """The theme last chosen in this browser, for pages that are shown without asking the database who it is."""
    return _known(request.COOKIES.get("theme", ""))


def _known(theme: str) -> str:
    return theme if theme in (Theme.LIGHT, Theme.DARK) else ""
