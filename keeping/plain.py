"""The form of a plain table: it asks for the table's fields as they are."""

from typing import Any

from django import forms
from django.db import models
from django.db.models import Q
from django.forms.models import fields_for_model

from accounts.fields import DateInput, WebAddressField
from curation.number_fields import DecimalNumberField, WholeNumberField
from keeping.forms import OwnForm
from keeping.models import Own


class PlainForm(OwnForm):
    """A form that asks for the fields of its table as they are, see ``form_of``."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
                model: Any = field.queryset.model
                offered = Q(user=self.user, deletion=None) if issubclass(model, Own) else Q(retired_at=None)
                # What is no longer offered stays where it was chosen.
                field.queryset = model.objects.filter(offered | Q(pk=getattr(self.row, f"{name}_id", None)))


def form_of(model: type[Own]) -> type[OwnForm]:
    """The form of a plain table that asks for nothing but its fields."""
    fields = fields_for_model(model, fields=model.FIELDS, formfield_callback=_form_field)
    return type(f"{model.__name__}Form", (PlainForm,), {name: fields[name] for name in model.FIELDS})


def _form_field(field: Any) -> forms.Field | None:
    """A field of a table as every form of the site asks for one of its kind."""
    match field:
        case models.DateField():
            return field.formfield(widget=DateInput())
        case models.DecimalField():
            return field.formfield(form_class=DecimalNumberField)
        case models.IntegerField():
            return field.formfield(form_class=WholeNumberField)
        case models.URLField():
            return field.formfield(form_class=WebAddressField)
    return field.formfield()  # type: ignore[no-any-return]
