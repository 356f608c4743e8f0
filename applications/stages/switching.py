"""The three ways to look at all applications, and the frame that they share."""

from typing import Any

from django.urls import reverse

WAYS = (
    ("Board", "applications:applications"),
    ("Table", "applications:table"),
    ("Calendar", "applications:calendar"),
)


def switch(here: str) -> dict[str, Any]:
    """The context of a page that shows all applications, which is ``here``: the name of its address."""
    return {
        "section": "applications",
        "tab": "applications",
        "ways": [(name, reverse(at), at == here) for name, at in WAYS],
        "save_at": reverse("applications:paste"),
    }
