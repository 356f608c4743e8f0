"""Addresses of pages, made once in a process: to look one up anew takes longer than to show what it leads to."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.urls import get_script_prefix, reverse


def where() -> tuple[str, str]:
    """What addresses depend on besides their names."""
    return str(settings.ROOT_URLCONF), get_script_prefix()


@lru_cache(maxsize=20_000)
def kept_address(
    name: Any, args: tuple[Any, ...], kwargs: tuple[tuple[str, Any], ...], app: str | None, at: Any
) -> str:
    """As ``reverse`` has it. ``at`` is from ``where``; all values are texts or whole numbers."""
    return reverse(name, args=args, kwargs=dict(kwargs), current_app=app)


def address(name: str, *args: str | int) -> str:
    """Of a page by its name. Raises ``NoReverseMatch`` as ``reverse`` does."""
    return kept_address(name, args, (), None, where())
