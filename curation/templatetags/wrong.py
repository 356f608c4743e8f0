"""The way from a page, or from a fact on it, to the form that says it looks wrong."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.http import urlencode

from curation.public_pages import is_public, named_by

register = template.Library()


@register.simple_tag(takes_context=True)
def wrong_url(context: template.Context, row: Any = None) -> str:
    """Where it is said of the page, or of one row on it. Empty on a page that content does not stand on.

    The page is named by its path alone: what a reader typed may stand in the rest of its address.
    """
    request = context.get("request")
    match = request.resolver_match if request else None
    if request is None or match is None or not is_public(match.view_name):
        return ""
    asked = {"page": request.path} | ({"row": named_by(row)} if row else {})
    return f"{reverse('curation:looks_wrong')}?{urlencode(asked)}"
