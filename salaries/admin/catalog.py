"""What pay is reported for, and how the sources came by it."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from curation.admin import CuratedAdmin
from curation.desk import SALARIES
from salaries.models import Industry, Method, Occupation, Place


@admin.register(Occupation)
class OccupationAdmin(CuratedAdmin):
    group, place_in_group = SALARIES, 3
    about = "The jobs that pay is reported for"
    list_display = ("name", "code", "kind", "core", "position")
    list_editable = ("position",)
    list_filter = ("kind", "core")
    search_fields = ("name", "slug", "code")
    prepopulated_fields = {"slug": ("name",)}


@admin.register(Place)
class PlaceAdmin(CuratedAdmin):
    group, place_in_group = SALARIES, 4
    about = "Countries, states and cities where pay was measured"
    list_display = ("name", "code", "kind", "parent", "position")
    list_editable = ("position",)
    list_filter = ("kind",)
    search_fields = ("name", "official_name", "also", "slug", "code")
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("parent",)

    def get_queryset(self, request: HttpRequest) -> Any:
        """With what names them: a place is called with the one it lies in, and so is that."""
        return super().get_queryset(request).select_related("parent__parent")


@admin.register(Industry)
class IndustryAdmin(CuratedAdmin):
    group, place_in_group = SALARIES, 5
    about = "The industries that sources tell apart"
    list_display = ("name", "code", "parent", "position")
    list_editable = ("position",)
    list_select_related = ("parent",)
    search_fields = ("name", "slug", "code")
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("parent",)


@admin.register(Method)
class MethodAdmin(CuratedAdmin):
    group, place_in_group = SALARIES, 6
    about = "How each source came by its figures"
    list_display = ("short_name", "source", "basis")
    list_filter = ("basis",)
    list_select_related = ("source",)
    search_fields = ("short_name", "slug", "source__publisher")
    prepopulated_fields = {"slug": ("short_name",)}
    autocomplete_fields = ("source",)
