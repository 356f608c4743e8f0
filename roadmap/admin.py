"""The curator's desk for the roadmap and the guide. Learners' rows are not here."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from curation.admin import CuratedAdmin, CuratedInline, StackedRows
from roadmap.models import (
    ComparisonRow,
    Duty,
    EmploymentFigure,
    HowToItem,
    MarketFact,
    Milestone,
    Passage,
    ProofHint,
    Resource,
    Role,
    Step,
)


@admin.register(Step)
class StepAdmin(CuratedAdmin):
    list_display = ("number", "title", "tagline")
    list_display_links = ("title",)
    search_fields = ("title", "slug", "summary")
    prepopulated_fields = {"slug": ("title",)}


class HowToInline(CuratedInline):
    model = HowToItem
    verbose_name_plural = "how: the checklist"


class ProofInline(CuratedInline):
    model = ProofHint
    verbose_name_plural = "what proves it"


class ResourceInline(StackedRows):
    model = Resource
    fields = (("name", "cost"), ("url", "checked_on"), ("position", "retired"))


@admin.register(Milestone)
class MilestoneAdmin(CuratedAdmin):
    """Saving keeps the old wording as a version, and learners who finished it are shown what changed."""

    list_display = ("title", "step", "position", "required", "level", "cost", "version_number")
    list_editable = ("position",)
    list_filter = ("step", "required", "level", "cost")
    list_select_related = ("step",)
    search_fields = ("title", "slug", "why", "how__text")
    prepopulated_fields = {"slug": ("title",)}
    autocomplete_fields = ("prerequisites", "skills", "credentials")
    inlines = (HowToInline, ProofInline, ResourceInline)

    def record_change(self, obj: Milestone) -> None:
        obj.record_version(at=timezone.now())

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> Any:
        found, _ = super().get_search_results(request, queryset, search_term)
        return found, True


@admin.register(Role)
class RoleAdmin(CuratedAdmin):
    list_display = ("title", "family", "level", "position")
    list_editable = ("position",)
    list_filter = ("family", "level")
    search_fields = ("title", "slug", "also_called")
    prepopulated_fields = {"slug": ("title",)}
    autocomplete_fields = ("skills", "credentials", "moves_from", "moves_to", "sources")


@admin.register(Passage)
class PassageAdmin(CuratedAdmin):
    list_display = ("title", "slug", "source")
    list_select_related = ("source",)
    search_fields = ("title", "slug", "text")
    autocomplete_fields = ("source",)


@admin.register(Duty)
class DutyAdmin(CuratedAdmin):
    list_display = ("title", "position", "source")
    list_editable = ("position",)
    list_select_related = ("source",)
    search_fields = ("title", "slug")
    autocomplete_fields = ("skills", "source")


@admin.register(ComparisonRow, MarketFact)
class NotedRowAdmin(CuratedAdmin):
    list_display = ("__str__", "position", "source")
    list_editable = ("position",)
    list_select_related = ("source",)
    search_fields = ("slug",)
    autocomplete_fields = ("source", "note_sources")


@admin.register(EmploymentFigure)
class FigureAdmin(CuratedAdmin):
    list_display = ("__str__", "as_of", "position", "source")
    list_editable = ("position",)
    list_filter = ("as_of",)
    list_select_related = ("source",)
    search_fields = ("slug",)
    autocomplete_fields = ("source",)
