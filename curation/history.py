"""The history of a curated row: who changed what, when and in which act, and the buttons that put it back."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import F, Max, Model, Q
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from curation.changes import Change
from curation.changes_in_words import Line, Names, lines
from curation.curated_tables import curated_tables, parts_of
from curation.keys import is_key
from curation.putting_back import models_of, put_back
from curation.recorded import RecordedMixin
from curation.reverting import Key, Net, net
from curation.table_loading import RefusedError

ENTRIES_A_PAGE = 20
# Changes of one act have its number, and a change outside of any its own, below nothing.
ACT = Coalesce("batch_id", -F("id"))


@dataclass(frozen=True)
class Entry:
    """What one act did to a row: its first change, and what changed in words."""

    first: Change
    lines: list[Line]
    made: bool


def belonging_to(row: Any) -> Q:
    """The changes of a row, of its parts and of the links of them all."""
    found = Q(table=row._meta.db_table, row=row.pk)
    model: type[Model] = type(row)
    tables = parts_of(model)
    found |= Q(table__in=tables, whole=row.pk)
    for table in tables:
        if further := parts_of(curated_tables()[table]):
            parts = Change.objects.filter(table=table, whole=row.pk).values("row")
            found |= Q(table__in=further, whole__in=parts)
    return found


class HistoryMixin(RecordedMixin):
    """What a row's *History* leads to."""

    def recorded_rows(self, obj: Any) -> Q:
        """Which changes belong to the history of a row."""
        return belonging_to(obj)

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        act = path("<int:pk>/put-back/", self.admin_site.admin_view(self.put_back_view), name=f"{name}_put_back")
        return [act, *super().get_urls()]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Who changed the row, when, and what it was and is: also by an import, a seeding or a shell."""
        obj = self.get_object(request, object_id)
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined, no-any-return]
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        changes = Change.objects.filter(self.recorded_rows(obj))
        acts = changes.annotate(act=ACT).order_by().values("act").annotate(last=Max("pk")).order_by("-last")
        page = Paginator(acts, ENTRIES_A_PAGE).get_page(request.GET.get("page"))
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        context = {
            **self.admin_site.each_context(request),
            "title": f"History of {obj}",
            "opts": self.opts,
            "object": obj,
            "object_url": reverse(f"{name}_change", args=[obj.pk]),
            "list_url": f"{name}_changelist",
            "put_back_url": reverse(f"{name}_put_back", args=[obj.pk]),
            "may_put_back": self.has_change_permission(request, obj),
            "may_see_acts": request.user.has_perm("curation.view_batch"),
            "page": page,
            "entries": self._entries(changes, [row["act"] for row in page], obj),
        }
        return TemplateResponse(request, "admin/curation/history.html", context)

    def _entries(self, changes: Any, acts: list[int], obj: Any) -> list[Entry]:
        found = changes.annotate(act=ACT).filter(act__in=acts).select_related("by", "batch").order_by("pk")
        by_act: dict[int, list[Change]] = {act: [] for act in acts}
        for change in found:
            by_act[change.act].append(change)
        nets = {act: net(group) for act, group in by_act.items()}
        # What one act changed another may change too: the rows they point to are looked up together.
        names = Names(list(nets.values()))
        own = (obj._meta.db_table, obj.pk)
        return [
            Entry(
                by_act[act][0],
                lines(nets[act], names, of=own[:1]),
                made=own in nets[act] and nets[act][own].before is None,
            )
            for act in acts
            if nets[act]
        ]

    def put_back_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Let one field, one part, the links of a kind, or all of a row be as before an act."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        obj = self.get_object(request, str(pk))
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))  # type: ignore[attr-defined, no-any-return]
        if not self.has_change_permission(request, obj):
            raise PermissionDenied
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        history = redirect(f"{name}_history", pk)
        first, chosen = request.POST.get("first", ""), request.POST.get("chosen", "")
        own = Change.objects.filter(self.recorded_rows(obj))
        change = own.filter(pk=first).first() if is_key(first) else None
        if change is None:
            messages.error(request, "Nothing was put back: there is no such change of this row.")
            return history
        nets, columns = self._chosen(own, change, chosen)
        own_key = (obj._meta.db_table, obj.pk)
        if own_key in nets and nets[own_key].before is None:
            # The row itself stays: to retire it is another act.
            del nets[own_key]
        if not nets:
            messages.info(request, "It was so already.")
            return history
        if not all(request.user.has_perm(f"{m._meta.app_label}.change_{m._meta.model_name}") for m in models_of(nets)):
            raise PermissionDenied
        assert request.user.pk is not None
        what = f"Put back {'a field' if columns else 'part' if chosen else 'all'} of {self.opts.verbose_name} “{obj}”"
        try:
            done = put_back(nets, columns=columns, what=what, by_id=request.user.pk, at=timezone.now())
        except RefusedError as refused:
            for reason in refused.reasons:
                messages.error(request, reason)
            return history
        if done:
            messages.success(request, "Put back. It is recorded here, and can be put back in its turn.")
        else:
            messages.info(request, "It was so already.")
        return history

    def _chosen(self, own: Any, change: Change, chosen: str) -> tuple[dict[Key, Net], dict[Key, str]]:
        """The changes to take back: all since the act of ``change``, or of this act what was chosen on the page."""
        if not chosen:
            return net(own.filter(pk__gte=change.pk).order_by("pk")), {}
        act = own.filter(batch=change.batch_id) if change.batch_id else own.filter(pk=change.pk)
        nets = net(act.order_by("pk"))
        table, _, rest = chosen.partition(":")
        row, _, column = rest.partition(":")
        nets = {key: one for key, one in nets.items() if key[0] == table and (not row or str(key[1]) == row)}
        known = {name for one in nets.values() for name in one.columns}
        if not column:
            return nets, {}
        return (nets, dict.fromkeys(nets, column)) if column in known else ({}, {})
