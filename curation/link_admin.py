"""The list of links at the desk: what the checker found of each address, and where it stands."""

from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator

from curation import links
from curation.desk import SOURCES, ReadOnlyAdmin
from curation.desk_pages import edited_at
from curation.link_desk import LinksMixin
from curation.models import LinkCheck
from curation.waiting_links import LookFilter


@admin.register(LinkCheck)
class LinkCheckAdmin(LinksMixin, ReadOnlyAdmin):
    """What links lead to, as ``manage.py check_links`` found it. A link is put right where it stands."""

    group, called = SOURCES, "links"
    about = "Where each address of the content leads, as the checker found it"
    titles, searched = ("address",), True
    list_display = ("short_address", "state", "status", "checked_at", "reached_at", "broken_since")
    list_filter = (LookFilter, "state", "permanent", "checked_at")
    search_fields = ("address", "final_address")
    fields = (
        "open_it",
        "state",
        "status",
        "moved_to",
        "permanent",
        "error",
        *list_display[-3:],
        "stands_in",
        "replace_it",
    )
    readonly_fields = ("open_it", "moved_to", "stands_in", "replace_it")

    @admin.display(description="address", ordering="address")
    def short_address(self, row: LinkCheck) -> str:
        """As much as fits a column; the page of the row has all of it."""
        return Truncator(row.address.partition("://")[2]).chars(24)

    @admin.display(description="address")
    def open_it(self, row: LinkCheck) -> str:
        return _outside(row.address)

    @admin.display(description="leads to", ordering="final_address", empty_value="")
    def moved_to(self, row: LinkCheck) -> str:
        return _outside(row.final_address) if row.final_address else ""

    @admin.display(description="stands in")
    def stands_in(self, row: LinkCheck) -> str:
        """The rows with this link, each leading to the page on which it is edited."""
        found = [(edited_at(one), one._meta.verbose_name, one) for one in links.used_by(row.address, most=10)]
        return format_html_join("", '<p><a href="{}">{}: {}</a></p>', found)


def _outside(address: str) -> str:
    return format_html('<a href="{0}" rel="noopener noreferrer">{0}</a>', address)
