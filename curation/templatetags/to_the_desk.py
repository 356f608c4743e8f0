"""The way from a page of the site to the desk, for staff alone."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django import template
from django.contrib import admin
from django.urls import reverse

from curation.public_pages import table_of

register = template.Library()


@dataclass(frozen=True)
class ToTheDesk:
    """Where the desk is, and where what this page says is edited: empty if the reader may not change that."""

    url: str
    edit_url: str


@register.simple_tag(takes_context=True)
def to_the_desk(context: template.Context) -> ToTheDesk | None:
    """Nothing for anybody who is not of the staff. No row is asked for: a page takes what it takes for others."""
    request = context.get("request")
    if request is None or not (request.user.is_active and request.user.is_staff):
        return None
    match = request.resolver_match
    table = table_of(match.view_name) if match else None
    desk = admin.site._registry.get(table) if table else None
    edit = f"{reverse('admin:edit_page')}?{urlencode({'page': request.path})}"
    return ToTheDesk(reverse("admin:index"), edit if desk and desk.has_change_permission(request) else "")
