"""The curator's desk for skills and credentials."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from curation.admin import CuratedAdmin, CuratedInline, PartForm, StackedRows, refuse_other_currency
from curation.desk import CREDENTIALS, ROADMAP
from curation.number_fields import AmountField
from evidence.catalog.models import (
    Credential,
    CredentialFact,
    CredentialFee,
    DescriptionLimit,
    EligibilityPath,
    EligibilityRequirement,
    ExamDomain,
    PathVersion,
    RenewalRule,
    Sequence,
    SequenceItem,
    Skill,
    SkillAlias,
    SkillGroup,
)


@admin.register(SkillGroup)
class SkillGroupAdmin(CuratedAdmin):
    group, place_in_group = ROADMAP, 4
    about = "The headings that skills stand under"
    list_display = ("name", "position")
    list_editable = ("position",)
    search_fields = ("name", "slug")
    prepopulated_fields = {"slug": ("name",)}


class SkillAliasInline(CuratedInline):
    model = SkillAlias


@admin.register(Skill)
class SkillAdmin(CuratedAdmin):
    group, place_in_group = ROADMAP, 3
    about = "What postings ask for, with the words they use for it"
    list_display = ("name", "group", "weight", "level", "position")
    list_editable = ("position",)
    list_filter = ("group", "weight", "level")
    list_select_related = ("group",)
    search_fields = ("name", "slug", "aliases__term")
    prepopulated_fields = {"slug": ("name",)}
    inlines = (SkillAliasInline,)


class SourcedInline(StackedRows):
    """What is said first, then where it is from and when somebody looked."""

    autocomplete_fields = ("source",)
    says: tuple[tuple[str, ...], ...]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[tuple[str, ...], ...]:
        return (*self.says, ("source", "as_of"), ("checked_on", "unconfirmed"), ("position", "retired"))


class FeeForm(PartForm):
    class Meta:
        field_classes = {"amount": AmountField}

    def clean(self) -> dict[str, Any] | None:
        refuse_other_currency(self, self.cleaned_data.get("currency", ""))
        return super().clean()


class FeeInline(SourcedInline):
    model = CredentialFee
    says = (("amount", "currency", "name"),)
    form = FeeForm


class FactInline(SourcedInline):
    model = CredentialFact
    says = (("value", "kind", "label"),)


class DomainInline(SourcedInline):
    model = ExamDomain
    says = (("weight", "previous_weight", "name"), ("tasks",))


class RenewalRuleInline(SourcedInline):
    model = RenewalRule
    says = (("units", "unit_name", "cycle_years"),)


class DescriptionLimitInline(SourcedInline):
    model = DescriptionLimit
    says = (("most", "least", "unit"),)


@admin.register(Credential)
class CredentialAdmin(CuratedAdmin):
    group, place_in_group = CREDENTIALS, 1
    about = "Degrees and certifications with their fees, exams and renewals"
    list_display = ("name", "issuer", "kind", "level", "relevance", "official_url_checked_on", "position")
    list_editable = ("position",)
    list_filter = ("kind", "level", "relevance")
    search_fields = ("name", "slug", "issuer", "keywords")
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("sources", "hours_source")
    inlines = (FeeInline, FactInline, DomainInline, RenewalRuleInline, DescriptionLimitInline)


class RequirementInline(StackedRows):
    model = EligibilityRequirement
    autocomplete_fields = ("waived_by", "holds")


class PathVersionInline(admin.TabularInline):  # type: ignore[type-arg]
    """The wordings so far, to read only: learners' results name them."""

    model = PathVersion
    template = CuratedInline.template
    fields = readonly_fields = ("number", "recorded_at", "snapshot")
    extra = 0
    ordering = ("-number",)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(EligibilityPath)
class EligibilityPathAdmin(CuratedAdmin):
    group, place_in_group = CREDENTIALS, 2
    about = "Who may take a credential: what each way in asks for"
    titles = ("credential__name", "label")
    list_display = ("label", "credential", "source", "checked_on", "unconfirmed")
    list_filter = ("credential", "unconfirmed", "checked_on")
    list_select_related = ("credential", "source")
    search_fields = ("label", "slug", "credential__name")
    autocomplete_fields = ("credential", "source")
    inlines = (RequirementInline, PathVersionInline)

    def record_change(self, obj: EligibilityPath) -> None:
        obj.record_version(at=timezone.now())


class SequenceItemInline(CuratedInline):
    model = SequenceItem
    autocomplete_fields = ("credential",)


@admin.register(Sequence)
class SequenceAdmin(CuratedAdmin):
    group, place_in_group = CREDENTIALS, 3
    about = "In which order to take credentials, by where somebody starts"
    called = "suggested orders"
    list_display = ("label", "for_whom", "position")
    search_fields = ("label", "slug")
    prepopulated_fields = {"slug": ("label",)}
    inlines = (SequenceItemInline,)
