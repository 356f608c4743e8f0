"""Taking a row out of what is offered and back: a page that says whom it touches, a press, a line of history."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import ForeignObjectRel, Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from curation.models import Curated

# Fewer people than this could be told apart.
FEWEST_SHOWN = 5


def at_most_named(number: int) -> str:
    """A count of learners as curators see it."""
    return str(number) if number >= FEWEST_SHOWN else f"fewer than {FEWEST_SHOWN}"


def touched(row: Model) -> list[str]:
    """What points to a row, by kind and number; of learners' rows no number that could tell them apart.

    A single learner may have many rows, so that it is learners who are counted.
    """
    pointing: dict[type[Model], Q] = {}
    for relation in row._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel) and not relation.related_model._meta.auto_created:
            model = relation.related_model
            pointing[model] = pointing.get(model, Q()) | Q(**{relation.field.name: row})
    lines = []
    for model, condition in pointing.items():
        rows = model._default_manager.filter(condition).order_by()
        kind, learner = model._meta.verbose_name_plural, _learner_of(model)
        if not rows.exists():
            continue
        if issubclass(model, Curated):
            number = rows.values("pk").distinct().count()
            lines.append(f"{number} {kind if number > 1 else model._meta.verbose_name}")
        elif learner:
            lines.append(f"{kind} of {at_most_named(rows.values(learner).distinct().count())} people")
        else:
            lines.append(f"{at_most_named(rows.count())} {kind}")
    return sorted(lines)


def _learner_of(model: type[Model]) -> str:
    """The way from a row to the learner whose it is: its own column, or one of the row that it is part of."""
    if any(field.name == "user" for field in model._meta.fields):
        return "user"
    for field in model._meta.fields:
        whole = field.related_model if field.many_to_one else None
        if whole is not None and any(column.name == "user" for column in whole._meta.fields):
            return f"{field.name}__user"
    return ""


def is_draft(row: Model) -> bool:
    """Whether a row has never been offered, which some tables know of."""
    return bool(getattr(row, "draft", False))


class RetiringMixin(admin.ModelAdmin):  # type: ignore[type-arg]
    """The button of a change page, what it leads to, and the same for several rows of the list."""

    actions: tuple[str, ...] = ("retire", "bring_back")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never: learners' rows may point to it, and what a file seeds would come back at the next start."""
        return False

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        act = path("<int:pk>/retire/", self.admin_site.admin_view(self.retire_view), name=f"{name}_retire")
        return [act, *super().get_urls()]

    def retire_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask, saying what is touched; at a press retire the row, or bring back a retired one."""
        row = self.get_object(request, str(pk))
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))  # type: ignore[attr-defined, no-any-return]
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        page = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[pk])
        if request.method == "POST":
            reason = self.in_the_way(row)
            if request.POST.get("act") == "bring_back" and reason:
                messages.error(request, reason)
                return redirect(page)
            if request.POST.get("act") == "bring_back":
                said = "is published" if is_draft(row) else "is offered again"
                done = self.offer_again(request, row)
            else:
                done, said = self.take_out(request, row), "is retired. Learners keep what they did with it"
            messages.success(request, f"“{row}” {said}.") if done else messages.info(request, "It was so already.")
            return redirect(page)
        context = {
            **self.admin_site.each_context(request),
            "title": f"{'Publish' if is_draft(row) else 'Bring back' if row.retired_at else 'Retire'} “{row}”",
            "opts": self.opts,
            "object": row,
            "object_url": page,
            "list_url": f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist",
            "touched": touched(row),
        }
        return TemplateResponse(request, "admin/curation/retire.html", context)

    def take_out(self, request: HttpRequest, row: Any) -> bool:
        """Retire one row with its line of history. Whether that changed anything."""
        if row.retired_at is not None:
            return False
        row.retire(at=timezone.now())
        self.log_change(request, row, "Retired.")
        return True

    def offer_again(self, request: HttpRequest, row: Any) -> bool:
        """Bring one row back with its line of history. Whether that changed anything."""
        if row.retired_at is None:
            return False
        if self.in_the_way(row):
            return False
        said = "Published." if is_draft(row) else "Brought back."
        row.bring_back(at=timezone.now())
        self.log_change(request, row, said)
        return True

    def in_the_way(self, row: Any) -> str:
        """Why a row cannot be offered yet, or nothing."""
        return ""

    @admin.action(description="Retire: no longer offer the selected rows", permissions=["change"])
    def retire(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        number = sum(self.take_out(request, row) for row in queryset)
        messages.success(request, f"{number} retired. Learners keep what they did with them.")

    @admin.action(description="Bring back: offer the selected rows again", permissions=["change"])
    def bring_back(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        for row in queryset:
            if reason := self.in_the_way(row):
                messages.error(request, f"“{row}”: {reason}")
        number = sum(self.offer_again(request, row) for row in queryset)
        messages.success(request, f"{number} offered again.")
