"""The curator's desk for the roadmap and the guide. Learners' rows are not here."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from curation.admin import CuratedAdmin, CuratedInline, PartForm, StackedRows
from curation.desk import GUIDE, ROADMAP
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
    Sign,
    Step,
)
from roadmap.models.signs import offered_facts


@admin.register(Step)
class StepAdmin(CuratedAdmin):
    group, place_in_group = ROADMAP, 2
    about = "The six steps from the first credential to the signed offer"
    list_display = ("number", "title", "tagline")
    list_display_links = ("title",)
    search_fields = ("title", "slug", "summary")
    prepopulated_fields = {"slug": ("title",)}


class HowToInline(CuratedInline):
    model = HowToItem
    verbose_name_plural = "how: the checklist"


class ProofInline(CuratedInline):
    model = ProofHint
    verbose_name = "proof"
    verbose_name_plural = "what proves it"


class ResourceInline(StackedRows):
    model = Resource
    fields = (("name", "cost"), ("url", "checked_on"), ("position", "retired"))


class SignForm(PartForm):
    """A curator chooses among what rooms count."""

    fact = forms.ChoiceField(label="What is counted", choices=offered_facts)


class SignInline(StackedRows):
    model = Sign
    form = SignForm
    fields = (("means", "way"), "fact", ("at_least", "which"), ("position", "retired"))
    verbose_name_plural = "when it may be done already, or comes first"


@admin.register(Milestone)
class MilestoneAdmin(CuratedAdmin):
    """Saving keeps the old wording as a version, and learners who finished it are shown what changed."""

    group, place_in_group = ROADMAP, 1
    about = "What a learner ticks off: why, how, what proves it, and what to read"
    list_display = ("title", "step", "position", "required", "level", "cost", "version_number")
    list_editable = ("position",)
    list_filter = ("step", "required", "level", "cost")
    list_select_related = ("step",)
    search_fields = ("title", "slug", "why", "how__text")
    prepopulated_fields = {"slug": ("title",)}
    autocomplete_fields = ("prerequisites", "skills", "credentials")
    inlines = (HowToInline, ProofInline, ResourceInline, SignInline)

    def record_change(self, obj: Milestone) -> None:
        obj.record_version(at=timezone.now())

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> Any:
        found, _ = super().get_search_results(request, queryset, search_term)
        return found, True


class WholeSignForm(forms.ModelForm):  # type: ignore[type-arg]
    fact = forms.ChoiceField(label="What is counted", choices=offered_facts)


@admin.register(Sign)
class SignAdmin(CuratedAdmin):
    """Which rows speak for which milestone. Learners are asked; nothing is ever marked."""

    group, place_in_group = ROADMAP, 5
    about = "Which rows of a learner speak for a milestone: they are asked, nothing is ever marked"
    form = WholeSignForm
    list_display = ("__str__", "milestone", "means")
    list_filter = ("means", "milestone__step", "fact")
    list_select_related = ("milestone",)
    search_fields = ("slug", "fact", "milestone__title")
    autocomplete_fields = ("milestone",)


@admin.register(Role)
class RoleAdmin(CuratedAdmin):
    group, place_in_group = GUIDE, 1
    about = "The jobs around a technical project manager: what each owns and where it leads"
    list_display = ("title", "family", "level", "position")
    list_editable = ("position",)
    list_filter = ("family", "level")
    search_fields = ("title", "slug", "also_called")
    prepopulated_fields = {"slug": ("title",)}
    autocomplete_fields = ("skills", "credentials", "moves_from", "moves_to", "sources")


@admin.register(Passage)
class PassageAdmin(CuratedAdmin):
    group, place_in_group = GUIDE, 2
    about = "The texts of the guide pages"
    list_display = ("title", "slug", "source")
    list_select_related = ("source",)
    search_fields = ("title", "slug", "text")
    autocomplete_fields = ("source",)


@admin.register(Duty)
class DutyAdmin(CuratedAdmin):
    group, place_in_group = GUIDE, 3
    about = "What a technical project manager does all week"
    list_display = ("title", "position", "source")
    list_editable = ("position",)
    list_select_related = ("source",)
    search_fields = ("title", "slug")
    autocomplete_fields = ("skills", "source")


class NotedRowAdmin(CuratedAdmin):
    list_display = ("__str__", "position", "source")
    list_editable = ("position",)
    list_select_related = ("source",)
    search_fields = ("slug",)
    autocomplete_fields = ("source", "note_sources")


@admin.register(ComparisonRow)
class ComparisonAdmin(NotedRowAdmin):
    group, place_in_group = GUIDE, 4
    about = "How a technical project manager differs from a general one, line by line"


@admin.register(MarketFact)
class MarketFactAdmin(NotedRowAdmin):
    group, place_in_group = GUIDE, 5
    about = "What the job market looks like, each fact with its source"


@admin.register(EmploymentFigure)
class FigureAdmin(CuratedAdmin):
    group, place_in_group = GUIDE, 6
    about = "How many people work in the job, by year, sector and state"
    list_display = ("__str__", "as_of", "position", "source")
    list_editable = ("position",)
    list_filter = ("as_of",)
    list_select_related = ("source",)
    search_fields = ("slug",)
    autocomplete_fields = ("source",)
