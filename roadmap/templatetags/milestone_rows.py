"""A milestone's row in a list, rendered once for each set of values it can have.

A full roadmap has 66 rows, and rendering them was most of what the page cost. A row is a plain value that holds
everything its template shows, so equal rows give equal HTML, for every learner alike.
"""

from functools import lru_cache

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from roadmap.rows import Row

register = template.Library()


@register.simple_tag
def milestone_row(row: Row) -> SafeString:
    """The list item of one milestone."""
    return _render(row) if settings.DEBUG else _render_once(row)


def _render(row: Row) -> SafeString:
    return render_to_string("roadmap/_milestone.html", {"row": row})


_render_once = lru_cache(maxsize=4096)(_render)
