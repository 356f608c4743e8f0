"""The tables of learners' own rows as they declare themselves: how each is named, and what comes along with it."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import Count, Model, OuterRef, Subquery

from keeping.models import Own


@dataclass(frozen=True)
class Child:
    """Own rows that go along with the one they belong to, which ``field`` points to."""

    model: Any
    field: str
    # Whether such a row can be there without the one it belongs to.
    stands_alone: bool
    words: tuple[str, str]


@cache
def tables() -> dict[str, type[Own]]:
    """Every table of learners' own rows, by its name in the history."""
    found = [model for model in apps.get_models() if issubclass(model, Own) and not model._meta.proxy]
    return {model._meta.label_lower: model for model in found}


def table(subject: str) -> Any:
    return tables()[subject]


def subject_of(row: Model) -> str:
    """The table of a row as the history names it, also of one that is no own row."""
    return str((row._meta.concrete_model or type(row))._meta.label_lower)


def children(model: type[Own]) -> list[Child]:
    found = []
    for name, words in model.CHILDREN.items():
        relation: Any = model._meta.get_field(name)
        model_there, field = relation.related_model, relation.field
        found.append(Child(model_there, field.name, field.null and field.name not in model_there.NEEDS, words))
    return found


def needed(model: type[Own]) -> list[tuple[Any, str]]:
    """The tables with a row without which one of this cannot be, each with the field that points there."""
    found = [(parent, child) for parent in tables().values() for child in children(parent)]
    return [(parent, child.field) for parent, child in found if child.model is model and not child.stands_alone]


def kind(subject: str) -> str:
    """What a row of the table is called."""
    name = str(table(subject)._meta.verbose_name)
    return name[:1].upper() + name[1:]


def along_in_words(subject: str, number: int) -> str:
    """What went along, as ``with 2 pieces of evidence``, or nothing."""
    words = [child.words for child in children(table(subject))]
    one, several = words[0] if len(words) == 1 else ("entry that belongs to it", "entries that belong to it")
    return f"with {number} {one if number == 1 else several}" if number else ""


def going_along(row: Own) -> str:
    """What would go to the bin with a row, such as ``with 2 pieces of evidence``, or nothing."""
    counted = [
        Subquery(
            child.model.objects.filter(deletion=None, **{child.field: OuterRef("pk")})
            .order_by()
            .values(child.field)
            .annotate(number=Count("pk"))
            .values("number")
        )
        for child in children(type(row))
    ]
    if not counted:
        return ""
    numbers = type(row)._default_manager.filter(pk=row.pk).values_list(*counted).get()
    return along_in_words(subject_of(row), sum(filter(None, numbers)))
