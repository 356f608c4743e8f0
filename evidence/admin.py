"""The curator's desk for skills and credentials."""

from django.contrib import admin

from curation.admin import CuratedAdmin, CuratedInline
from evidence.models import (
    Credential,
    CredentialFact,
    CredentialFee,
    EligibilityPath,
    EligibilityRequirement,
    ExamDomain,
    Sequence,
    SequenceItem,
    Skill,
    SkillAlias,
    SkillGroup,
)


@admin.register(SkillGroup)
class SkillGroupAdmin(CuratedAdmin):
    list_display = ("name", "position")
    list_editable = ("position",)
    search_fields = ("name", "slug")
    prepopulated_fields = {"slug": ("name",)}


class SkillAliasInline(CuratedInline):
    model = SkillAlias


@admin.register(Skill)
class SkillAdmin(CuratedAdmin):
    list_display = ("name", "group", "weight", "level", "position")
    list_editable = ("position",)
    list_filter = ("group", "weight", "level")
    list_select_related = ("group",)
    search_fields = ("name", "slug", "aliases__term")
    prepopulated_fields = {"slug": ("name",)}
    inlines = (SkillAliasInline,)


class SourcedInline(CuratedInline):
    autocomplete_fields = ("source",)


class FeeInline(SourcedInline):
    model = CredentialFee


class FactInline(SourcedInline):
    model = CredentialFact


class DomainInline(SourcedInline):
    model = ExamDomain


@admin.register(Credential)
class CredentialAdmin(CuratedAdmin):
    list_display = ("name", "issuer", "kind", "level", "relevance", "official_url_checked_on", "position")
    list_editable = ("position",)
    list_filter = ("kind", "level", "relevance")
    search_fields = ("name", "slug", "issuer", "keywords")
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("sources", "hours_source")
    inlines = (FeeInline, FactInline, DomainInline)


class RequirementInline(admin.StackedInline):  # type: ignore[type-arg]
    model = EligibilityRequirement
    form = CuratedInline.form
    formset = CuratedInline.formset
    exclude = ("slug",)
    extra = 0
    autocomplete_fields = ("waived_by", "holds")

    def has_delete_permission(self, request: object, obj: object = None) -> bool:
        return False


@admin.register(EligibilityPath)
class EligibilityPathAdmin(CuratedAdmin):
    list_display = ("label", "credential", "source", "checked_on", "unconfirmed")
    list_filter = ("credential", "unconfirmed", "checked_on")
    list_select_related = ("credential", "source")
    search_fields = ("label", "slug", "credential__name")
    autocomplete_fields = ("credential", "source")
    inlines = (RequirementInline,)


class SequenceItemInline(CuratedInline):
    model = SequenceItem
    autocomplete_fields = ("credential",)


@admin.register(Sequence)
class SequenceAdmin(CuratedAdmin):
    list_display = ("label", "for_whom", "position")
    search_fields = ("label", "slug")
    prepopulated_fields = {"slug": ("label",)}
    inlines = (SequenceItemInline,)
