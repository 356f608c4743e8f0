"""Constraints that several tables have, each with what is said when it is broken."""

from collections.abc import Sequence
from typing import Any

from django.db.models import CheckConstraint, Q


def one_of(field: str, values: Sequence[Any], name: str, *, called: str = "") -> CheckConstraint:
    """A field has one of some values. ``called`` is what is to be chosen, where that is not *the* and its name."""
    return CheckConstraint(
        condition=Q(**{f"{field}__in": values}),
        name=name,
        violation_error_message=f"Choose {called or f'the {field}'} from the list.",
    )
