"""Links at the desk: what each led to, beside its box; by host; and one address replaced wherever it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2s
from itertools import chain
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from curation import facts, link_rules, links
from curation.changes import Batch, recorded_as
from curation.desk_pages import desk_row, edited_at
from curation.models import LinkCheck

PER_PAGE = 100
# Of the rows in which an address stands so many are shown; the rest is counted.
SHOWN = 200


def note_links(several: Iterable[forms.BaseForm]) -> None:
    """Say under each box with an address what it led to, of forms that begin with one. One query, or none."""
    by_model: dict[type[Model], list[str]] = {}
    for field in links.link_fields():
        by_model.setdefault(field.model, []).append(field.name)
    boxes = [
        (form.fields[name], str(form.initial.get(name) or ""))
        for form in several
        if isinstance(form, forms.ModelForm)
        for name in by_model.get(type(form.instance), ())
        if name in form.fields
    ]
    elsewhere = [(box, address) for box, address in boxes if address.startswith(("http://", "https://"))]
    said = links.at_the_desk([address for _, address in elsewhere]) if elsewhere else {}
    for box, address in elsewhere:
        box.help_text = format_html("{} <strong>{}</strong>", box.help_text, said[address])


class ReplaceForm(forms.Form):
    """One address for another. Both are as they are stored: nothing is added or taken away."""

    address = forms.CharField(label="Address now", max_length=500)
    new = forms.URLField(label="New address", max_length=500, assume_scheme="https")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        new = cleaned.get("new", "")
        if new and not new.startswith(("http://", "https://")):
            self.add_error("new", "An address begins with https:// or http://.")
        if new and new == cleaned.get("address"):
            self.add_error("new", "This is the address it has.")
        return cleaned


@dataclass(frozen=True)
class Standing:
    """The rows in which an address stands, by field. ``seen`` tells whether they are still the same ones."""

    places: list[tuple[Any, list[Any]]]

    @classmethod
    def of(cls, address: str, *, held: bool = False) -> "Standing":
        """``held`` until the end of the transaction."""
        found = ((field, rows.order_by("pk")) for field, rows in links.standing_in(address))
        return cls([(field, list(rows.select_for_update(of=("self",)) if held else rows)) for field, rows in found])

    def __iter__(self) -> Iterator[Any]:
        return chain.from_iterable(rows for _, rows in self.places)

    @property
    def seen(self) -> str:
        return blake2s(repr([facts.key_of(row) for row in self]).encode(), digest_size=8).hexdigest()

    def refusals(self, new: str) -> list[str]:
        """What the tables themselves have against the new address."""
        said = []
        for field, rows in self.places:
            if rows:
                try:
                    field.clean(new, rows[0])
                except ValidationError as error:
                    said += [f"{rows[0]._meta.verbose_name}: {one}" for one in error.messages]
        return said


class LinksMixin(admin.ModelAdmin):  # type: ignore[type-arg]
    """The pages at the desk of the links."""

    def get_urls(self) -> list[URLPattern]:
        own = [
            path("hosts/", self.admin_site.admin_view(self.hosts_view), name="curation_linkcheck_hosts"),
            path("replace/", self.admin_site.admin_view(self.replace_view), name="curation_linkcheck_replace"),
        ]
        return [*own, *super().get_urls()]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """Without the way to replace it, for whoever may not."""
        fields = list(super().get_fields(request, obj))
        return fields if _may_replace(request) else [name for name in fields if name != "replace_it"]

    def hosts_view(self, request: HttpRequest) -> HttpResponse:
        """Every host that content links to, those with the most to mend first; or the links to one of them."""
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        if not self.has_view_permission(request):
            raise PermissionDenied
        known = {row.address: row for row in LinkCheck.objects.all()}
        linked = sorted(links.addresses())
        context: dict[str, Any] = {}
        if "host" in request.GET:
            name = request.GET["host"]
            here = [address for address in linked if link_rules.host(address) == name]
            if not here:
                raise Http404
            page = Paginator(here, PER_PAGE).get_page(request.GET.get("page"))
            lines = [
                (address, known.get(address), links.said_of(known.get(address)), replace_at(address))
                for address in page
            ]
            context |= {"host": name, "lines": lines}
        else:
            checked = ((one, known.get(one)) for one in linked)
            states = ((one, row.state if row else None, bool(row and row.reached_at)) for one, row in checked)
            hosts: Any = link_rules.by_host(states)
            page = Paginator(hosts, PER_PAGE).get_page(request.GET.get("page"))
        context |= {"page": page, "asked": f"{urlencode({'host': context['host']})}&" if "host" in context else ""}
        title = f"Links to {context['host']}" if "host" in context else "Links by host"
        return self._page(request, "admin/curation/hosts.html", title, context)

    def replace_view(self, request: HttpRequest) -> HttpResponse:
        """One address for another: first every row in which it stands, then one act."""
        if not _may_replace(request):
            raise PermissionDenied
        if request.method != "POST":
            # What stands in the address is no choice yet.
            form = ReplaceForm(initial={"address": request.GET.get("address", ""), "new": request.GET.get("new", "")})
            return self._replace_page(request, form)
        form = ReplaceForm(request.POST)
        if not form.is_valid():
            return self._replace_page(request, form, status=422)
        address, new = form.cleaned_data["address"], form.cleaned_data["new"]
        with transaction.atomic():
            standing = Standing.of(address, held=True)
            problems = self._problems(request, standing, new)
            if "seen" in request.POST and not problems and request.POST["seen"] != standing.seen:
                problems = ["It stands in other rows than this page showed. Look at them again, then replace it."]
            if problems or "seen" not in request.POST:
                return self._replace_page(request, form, standing, problems, status=422 if problems else 200)
            number = self._replace(request, standing, address, new)
        messages.success(request, f"Replaced in {number} row{'' if number == 1 else 's'}.")
        return HttpResponseRedirect(replace_at(new))

    def _problems(self, request: HttpRequest, standing: Standing, new: str) -> list[str]:
        if not any(standing):
            return ["No row has this address."]
        others = sorted(
            {str(type(row)._meta.verbose_name_plural) for row in standing if not facts.may_change(request, type(row))}
        )
        refused = [f"You may not change these rows: {', '.join(others)}."] if others else []
        return refused or standing.refusals(new)

    def _replace(self, request: HttpRequest, standing: Standing, address: str, new: str) -> int:
        """One act. What a table does after each change, such as keep a version, it does here too."""
        what = f"Replaced {address} by {new}"
        with recorded_as(user_id=request.user.pk, what=what, kind=Batch.Kind.BULK):
            number = 0
            for field, rows in standing.places:
                keys = [row.pk for row in rows]
                number += field.model._default_manager.filter(pk__in=keys).update(**{field.name: new})
            wholes = {(type(whole), whole.pk): whole for whole in map(desk_row, standing) if whole is not None}
            for (model, _), whole in wholes.items():
                # As it is stored now, and not as it was read before.
                getattr(self.admin_site._registry[model], "record_change", lambda row: None)(
                    model._default_manager.get(pk=whole.pk)
                )
        return number

    def _replace_page(
        self,
        request: HttpRequest,
        form: ReplaceForm,
        standing: Standing | None = None,
        problems: Iterable[str] = (),
        *,
        status: int = 200,
    ) -> HttpResponse:
        address = str(form["address"].value() or "")
        if standing is None:
            standing = Standing.of(address) if address and "\x00" not in address else Standing([])
        rows = list(standing)
        context = {
            "form": form,
            "new": form.cleaned_data.get("new", "") if form.is_bound and form.is_valid() else "",
            "now": address,
            "rows": [(row, row._meta.verbose_name, edited_at(row)) for row in rows[:SHOWN]],
            "more": max(0, len(rows) - SHOWN),
            "number": len(rows),
            "seen": standing.seen,
            "problems": list(problems),
        }
        return self._page(
            request, "admin/curation/replace.html", "Replace an address everywhere", context, status=status
        )

    def _page(
        self, request: HttpRequest, template: str, title: str, context: dict[str, Any], *, status: int = 200
    ) -> HttpResponse:
        common = {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "list_url": "admin:curation_linkcheck_changelist",
            "may_replace": _may_replace(request),
        }
        return TemplateResponse(request, template, {**common, **context}, status=status)

    @admin.display(description="put it right")
    def replace_it(self, row: LinkCheck) -> str:
        """The way to replace it, with where it leads if it has moved for good."""
        new = row.final_address if row.permanent else ""
        return format_html('<a href="{}">Replace this address everywhere</a>', replace_at(row.address, new))


def _may_replace(request: HttpRequest) -> bool:
    return request.user.has_perm("curation.change_linkcheck")


def replace_at(address: str, new: str = "") -> str:
    asked = {"address": address} | ({"new": new} if new else {})
    return f"{reverse('admin:curation_linkcheck_replace')}?{urlencode(asked)}"
