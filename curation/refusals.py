"""What the database refused, in the words of the rule that stands against it."""

import re
from collections.abc import Iterable

from django.apps import apps
from django.db import IntegrityError, models

POINTED_AT, THERE_ALREADY = "23503", "23505"
_COLUMNS = re.compile(r"Key \(([a-z_, ]+)\)=")


def reason_of(error: IntegrityError, among: Iterable[type[models.Model]]) -> str:
    """The constraint's own words if it has some; what points to a row or is there already; else the database's."""
    said = getattr(error.__cause__, "diag", None)
    for model in among:
        for constraint in model._meta.constraints:
            own = constraint.violation_error_message != constraint.default_violation_error_message
            if own and constraint.name == getattr(said, "constraint_name", None):
                return str(constraint.get_violation_error_message())
    code = getattr(error.__cause__, "pgcode", None)
    for model in apps.get_models(include_auto_created=True):
        if model._meta.db_table == getattr(said, "table_name", None):
            if code == POINTED_AT:
                return f"Some {model._meta.verbose_name_plural} name a row that would not be there."
            if code == THERE_ALREADY and (columns := _COLUMNS.match(getattr(said, "message_detail", None) or "")):
                called = {field.column: str(field.verbose_name) for field in model._meta.concrete_fields}
                names = " and ".join(called.get(column, column) for column in columns[1].split(", "))
                return f"Among the {model._meta.verbose_name_plural} is one with this {names} already."
    return str(error).splitlines()[0]
