"""Texts of several lines end their lines in one way, whatever a browser makes of them."""

from typing import Any

from django import forms
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Replace


def plain_lines(text: str) -> str:
    """A text with its lines ended as they are stored. Browsers send each end as CRLF."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


class LinesField(forms.CharField):
    """A box of several lines: what comes back unchanged counts as unchanged."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return plain_lines(text) if isinstance(text, str) else text


def mend_line_ends(apps: Any, app_label: str) -> None:
    """For a migration: end the lines of an app's content as its files do.

    Saving without an edit had rewritten them, and a row that then differs from its file counts as edited.
    """
    for model in apps.get_app_config(app_label).get_models():
        if not any(field.name == "retired_at" for field in model._meta.local_fields):
            continue
        texts = [
            field.name
            for field in model._meta.local_fields
            if isinstance(field, models.CharField | models.TextField) and not field.choices
        ]
        for name in texts:
            plain = Replace(Replace(F(name), Value("\r\n"), Value("\n")), Value("\r"), Value("\n"))
            model._default_manager.filter(Q(**{f"{name}__contains": "\r"})).update(**{name: plain})
