"""The admin as one desk: its tables by what they are to a coach, what waits on its first page, one search."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, resolve, reverse
from django.utils import timezone
from django.utils.text import capfirst, slugify

from curation import desk_search, public_pages, waiting
from curation.desk import GROUPS
from curation.desk_pages import edited_at
from curation.desk_words import LONGEST, words
from curation.differing import differing
from curation.keys import is_key


class DeskSite(AdminSite):
    site_header = site_title = "TPM Portal content"
    index_title = "Today at the desk"

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """The tables in the groups that their desks name, each with what it is for.

        Each group is what Django's own templates take for an app.
        """
        groups: dict[str, list[tuple[Any, dict[str, Any]]]] = {name: [] for name in GROUPS}
        order = list(self._registry)
        for app in self._build_app_dict(request, app_label).values():
            for entry in app["models"]:
                desk: Any = self._registry[entry["model"]]
                shown = {**entry, "name": capfirst(desk.called_at_the_desk()), "about": desk.about}
                groups[desk.group].append(((desk.place_in_group, order.index(entry["model"])), shown))
        return [
            {
                "name": name,
                "app_label": slugify(name),
                "app_url": f"{reverse('admin:index', current_app=self.name)}#{slugify(name)}",
                "has_module_perms": True,
                "models": [entry for _, entry in sorted(entries, key=lambda one: one[0])],
            }
            for name, entries in groups.items()
            if entries
        ]

    def get_urls(self) -> list[Any]:
        return [
            path("edit/", self.admin_view(self.edit_page), name="edit_page"),
            path("differing/", self.admin_view(self.differing), name="differing"),
            path("search/", self.admin_view(self.search), name="search"),
            *super().get_urls(),
        ]

    def search(self, request: HttpRequest) -> HttpResponse:
        """What has all words that are typed, by kind; with ``in`` the pages of one kind."""
        typed, only, number = (request.GET.get(name, "") for name in ("q", "in", "page"))
        page = min(int(number), desk_search.MOST_PAGES) if is_key(number) else 1
        kinds = desk_search.find(self, request, typed, only=only, page=page)
        looked_for = words(typed)
        context = {
            **self.each_context(request),
            "title": f"Found for “{typed[:LONGEST]}”" if looked_for else "Search",
            "typed": typed[:LONGEST],
            "looked_for": looked_for,
            "shortened": len(typed) > LONGEST or len(set(typed.split())) > len(looked_for),
            "kinds": kinds,
            "only": only,
            "only_name": kinds[0].name if only and kinds else "nothing",
            "page": page,
            "most_pages": desk_search.MOST_PAGES,
        }
        return TemplateResponse(request, "admin/search.html", context)

    def differing(self, request: HttpRequest) -> HttpResponse:
        """Rows that differ from their files, by table. All rows are compared, which is too much for the first page."""
        lines = []
        for desk in desk_search.searched(self, request):
            if number := len(differing(desk.model)):
                page = reverse(f"admin:{desk.opts.app_label}_{desk.opts.model_name}_changelist")
                lines.append(waiting.Line(desk.called_at_the_desk(), "", number, f"{page}?file=differs"))
        context = {**self.each_context(request), "title": "Rows that differ from their files", "lines": lines}
        return TemplateResponse(request, "admin/differing.html", context)

    def edit_page(self, request: HttpRequest) -> HttpResponse:
        """Lead from a page of the site to its row, or to the list of what it says where that is many rows."""
        page = request.GET.get("page", "")
        place = public_pages.find(page)
        table = public_pages.table_of(resolve(page).view_name) if place else None
        if place is None or table is None:
            raise Http404
        row_url = edited_at(place.subject.row) if place.subject.row else ""
        return redirect(row_url or f"admin:{table._meta.app_label}_{table._meta.model_name}_changelist")

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        lines = waiting.lines(self, request, today=timezone.localdate())
        return super().index(request, {**(extra_context or {}), "waiting": lines})
