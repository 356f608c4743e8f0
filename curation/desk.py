"""What every desk of the admin keeps to, whatever is looked after there.

Saving without an edit is no edit. An address finds rows by nothing but the filters that the list offers. Two windows
never overwrite each other without a word.
"""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.exceptions import DisallowedModelAdminLookup
from django.contrib.admin.options import BaseModelAdmin, IncorrectLookupParameters
from django.contrib.admin.utils import get_fields_from_path, unquote
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import transaction
from django.db.models import Field, TextField
from django.http import HttpRequest, HttpResponse

from curation import meanwhile, typed
from curation.boxes import PLAIN, ChosenOne, ChosenSeveral, TallBox
from curation.keys import is_key
from curation.lines import LinesField
from curation.models import Curated
from curation.standing_in import saves

# What a change page says of the row as it was opened, and what is kept at a request.
OPENED = "_opened"
FORMSETS = "_desk_formsets"
UNCHANGED = "_desk_unchanged"

# What the tables are to a coach, in the order of the first page.
ROADMAP, CREDENTIALS, INTERVIEWS, SALARIES = "Roadmap", "Credentials", "Interviews", "Salaries"
GUIDE, SOURCES, READERS, ACCOUNTS = "Guide", "Sources", "Readers and history", "Accounts"
# Where a desk stands that names no group: none should, and none is lost.
OTHER = "Other"
GROUPS = (ROADMAP, CREDENTIALS, INTERVIEWS, SALARIES, GUIDE, SOURCES, READERS, ACCOUNTS, OTHER)


class Boxes(BaseModelAdmin):  # type: ignore[type-arg]
    """The boxes of a form: for rows and for inlines."""

    def formfield_for_dbfield(self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any) -> Any:
        if isinstance(db_field, TextField) and not db_field.choices:
            kwargs.setdefault("form_class", LinesField)
            kwargs.setdefault("widget", TallBox)
            kwargs.setdefault("help_text", f"{db_field.help_text} {PLAIN}".strip())
        if db_field.name in self.get_autocomplete_fields(request):
            chosen = ChosenSeveral if db_field.many_to_many else ChosenOne
            kwargs.setdefault("widget", chosen(db_field, self.admin_site, using=kwargs.get("using")))
        box = super().formfield_for_dbfield(db_field, request, **kwargs)
        if box is not None and isinstance(box.widget, RelatedFieldWidgetWrapper):
            # Beside a choice they would make, change and delete what other rows rest on too.
            box.widget.can_add_related = box.widget.can_change_related = box.widget.can_delete_related = False
        return box


class Desk(Boxes, admin.ModelAdmin):  # type: ignore[type-arg]
    change_form_template = "admin/curation/change_form.html"
    # Where the table stands on the first page, smallest first in its group, and what a coach finds in it.
    group: str = OTHER
    place_in_group: int = 5
    about: str = ""
    # Where the rows are called something else than by their model.
    called: str = ""
    # What names a row among what a search found, if it is more than the first text of the list.
    titles: tuple[str, ...] = ()
    # Lookups that links of ours use and that stand in no filter.
    linked_lookups: tuple[str, ...] = ()

    @property
    def searched(self) -> bool:
        """Whether the search over everything looks through the table: what is content, and nothing of people."""
        return issubclass(self.model, Curated)

    def called_at_the_desk(self) -> str:
        return self.called or str(self.opts.verbose_name_plural)

    # --- What an address may ask -------------------------------------------------------------------------------

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest | None = None) -> bool:
        """Only what the list offers as a filter, and not every column and relation, as Django does."""
        if lookup in self.linked_lookups:
            return True
        if self.date_hierarchy and lookup in {f"{self.date_hierarchy}__{part}" for part in ("year", "month", "day")}:
            return True
        assert request is not None
        return any(lookup in self._parameters(one, request) for one in self.get_list_filter(request))

    def _parameters(self, list_filter: Any, request: HttpRequest) -> list[str]:
        """What a filter reads from the address: the same for everybody, so each is made once, with what it offers."""
        if isinstance(list_filter, type) and issubclass(list_filter, admin.SimpleListFilter):
            return [str(list_filter.parameter_name)]
        known: dict[Any, list[str]] = self.__dict__.setdefault("_read_by_filters", {})
        if list_filter not in known:
            path, make = list_filter if isinstance(list_filter, tuple) else (list_filter, admin.FieldListFilter.create)
            field = get_fields_from_path(self.model, path)[-1]
            made = make(field, request, {}, self.model, self, field_path=path)
            known[list_filter] = made.expected_parameters()
        return known[list_filter]

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """The list that the address asks for. What cannot be asked leads back to the whole list."""
        try:
            return super().get_changelist_instance(request)
        except (ValueError, OverflowError, DisallowedModelAdminLookup) as error:
            raise IncorrectLookupParameters from error

    # --- Saving without an edit --------------------------------------------------------------------------------

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change or form.has_changed():
            super().save_model(request, obj, form, change)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        if message:
            return super().log_change(request, obj, message)
        setattr(request, UNCHANGED, True)
        return None

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        response = super().response_change(request, obj)
        if getattr(request, UNCHANGED, False):
            list(messages.get_messages(request))  # what was said of a change
            messages.info(request, "Nothing had changed, so nothing was saved.")
        return response

    def in_words(self, fields: list[tuple[str, str]], *, look_up: bool) -> list[tuple[str, str]]:
        """What was typed, for whoever has to sign in before it can be saved."""
        return typed.in_words(self, fields, look_up=look_up)

    # --- Two windows -------------------------------------------------------------------------------------------

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """Two who save at once do so one after the other, so that the second is judged by what the first left."""
        if not saves(request) or object_id is None or not is_key(unquote(object_id)):
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            # Not in the order of the list, which may join a table where the row has none: that cannot be locked.
            here = self.model._default_manager.filter(pk=unquote(object_id)).order_by()
            list(here.select_for_update().values_list("pk"))
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        if not saves(request) or obj is None:
            return form
        return meanwhile.judging(form, request.POST.get(OPENED, ""), lambda: getattr(request, FORMSETS, []), obj)

    def _create_formsets(self, request: HttpRequest, obj: Any, change: bool) -> Any:
        formsets, inlines = super()._create_formsets(request, obj, change)  # type: ignore[misc]
        setattr(request, FORMSETS, formsets)
        return formsets, inlines

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if context["original"] is not None:
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            context["opened"] = meanwhile.written(meanwhile.marks(context["adminform"].form, formsets))
        return super().render_change_form(request, context, *args, **kwargs)

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> Any:
        """A row of the list is judged by what the list showed, not by what is stored now."""
        return meanwhile.remembering(super().get_changelist_form(request, **kwargs), self.list_editable)


class ReadOnlyAdmin(Desk):
    """What the site keeps by itself, to be looked at."""

    list_per_page = 50

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
