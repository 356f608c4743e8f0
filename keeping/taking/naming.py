"""What a row is called in a document, so that it is found again in another database: never by its primary key.

A row of a learner is named by its ``token``, a curated one by its ``slug``; without one it is named by what makes it
the only one of its kind: the fields of its unique constraint, or what the table declares as ``NAMED_BY``.
"""

from base64 import b64encode
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db.models import BinaryField, Field, ForeignKey, Model, UniqueConstraint, Window
from django.db.models.functions import RowNumber

from keeping.ceilings import learners_tables
from keeping.models import plain as as_plain

# Their rows are a learner's, and stay here. A table of ours says so itself, by ``STAYS_HERE`` with the reason.
APPS_THAT_STAY = {
    "account": "the address is how somebody signs in here",
    "mfa": "keys to sign in with are of no use elsewhere, and must not lie in a file",
    "socialaccount": "keys to sign in with are of no use elsewhere, and must not lie in a file",
    "usersessions": "where somebody is signed in right now",
    "sessions": "where somebody is signed in right now",
}
# What was sent to those who run the site: it can be read in the document, and stays theirs to answer.
TOLD = ("curation.report",)

Path = tuple[str, ...]
Repeats = dict[type[Model], dict[int, int]]
Reader = Callable[[Iterator[Any], Repeats], Any]


@cache
def taken() -> dict[str, type[Model]]:
    """Every table that goes into a document, by its name there. A new one is among them without a word."""
    return {model._meta.label_lower: model for model in sorted(learners_tables(), key=_label) if not _stays(model)}


def _label(model: type[Model]) -> str:
    return model._meta.label_lower


def _stays(model: type[Model]) -> bool:
    app, label = model._meta.app_label, model._meta.label_lower
    return app in APPS_THAT_STAY or label in TOLD or hasattr(model, "STAYS_HERE")


@cache
def fields(model: type[Model]) -> tuple["Field[Any, Any]", ...]:
    """What a document says of a row: all that is stored but its key, whose it is, what is worked out, and people here.

    A table can leave out more, by ``FIELDS_THAT_STAY``.
    """
    stay = getattr(model, "FIELDS_THAT_STAY", ())
    return tuple(
        field
        for field in model._meta.concrete_fields
        if not field.primary_key and not field.generated and field.name not in stay and not _is_user(field)
    )


def _is_user(field: "Field[Any, Any]") -> bool:
    return field.is_relation and field.related_model is apps.get_model(settings.AUTH_USER_MODEL)


@cache
def named_by(model: type[Model]) -> tuple[str, ...]:
    """The fields that name a row, those of other rows that it belongs to among them. None for what is one for each."""
    if hasattr(model, "NAMED_BY"):
        return tuple(model.NAMED_BY)
    unique = _unique(model)
    if ("token",) in unique:
        return ("token",)
    meta = model._meta
    if not is_learners(model) and any(field.name == "slug" and field.unique for field in meta.concrete_fields):
        return ("slug",)
    if unique:
        # What one of several columns holds is named by all of them.
        first = unique[0]
        all_needed = any(meta.get_field(name).null for name in first)
        return tuple(dict.fromkeys(name for names in unique for name in names)) if all_needed else first
    if any(_is_user(field) and field.unique for field in meta.concrete_fields):
        return ()
    return tuple(
        field.name for field in fields(model) if not isinstance(field, BinaryField) and field.related_model is not model
    )


def _unique(model: type[Model]) -> list[tuple[str, ...]]:
    """The fields of each unique constraint that always holds, without whose row it is."""
    return [
        tuple(name for name in constraint.fields if name != "user")
        for constraint in model._meta.constraints
        if isinstance(constraint, UniqueConstraint) and constraint.fields and constraint.condition is None
    ]


@cache
def always_one(model: type[Model]) -> bool:
    """Whether the database refuses a second row of the same name. Else they are counted."""
    names = named_by(model)
    is_slug = names == ("slug",) and not is_learners(model)
    is_one_for_each = names == () and any(_is_user(field) and field.unique for field in model._meta.concrete_fields)
    return is_slug or is_one_for_each or any(set(unique) <= set(names) for unique in _unique(model))


def is_learners(model: type[Model]) -> bool:
    return model in learners_tables()


@cache
def paths(model: type[Model]) -> tuple[Path, ...]:
    """The columns that make up the name of a row, through the rows that it is named by.

    Where the name can be that of several rows, their own key is the last: they are counted by it, see ``repeats``.
    """
    named = tuple(path for name in named_by(model) for path in paths_of(model, name))
    return named if always_one(model) else (*named, ("pk",))


def paths_of(model: type[Model], name: str) -> tuple[Path, ...]:
    """The columns to read for what a document says of one field."""
    field: Any = model._meta.get_field(name)
    if not isinstance(field, ForeignKey):
        return ((name,),)
    return tuple((name, *path) for path in paths(field.related_model))


@cache
def reader(model: type[Model]) -> Reader:
    """What makes the name of a row of the values of its ``paths``, taken one after the other.

    A name of one part is that part alone, one of several is a list, and the second and later rows of the same name have
    their number as one more. Of a row that is not there it is ``None``.
    """
    parts = [reader_of(model, name) for name in named_by(model)]
    counted = not always_one(model)

    def read(values: Iterator[Any], repeats: Repeats) -> Any:
        found = [part(values, repeats) for part in parts]
        if counted and (number := repeats.get(model, {}).get(next(values))):
            return [*found, number]
        if found and all(part is None for part in found):
            return None
        return found[0] if len(found) == 1 else found

    return read


@cache
def reader_of(model: type[Model], name: str) -> Reader:
    """The same for what a document says of one field."""
    field: Any = model._meta.get_field(name)
    if isinstance(field, ForeignKey):
        return reader(field.related_model)
    return lambda values, _: plain(next(values))


def plain(value: Any) -> Any:
    """A value as JSON can hold it, see ``keeping.models.plain``; files are written as Base64."""
    match value:
        case None | bool() | int() | str() | float() | list() | dict():
            return value
        case UUID():
            return str(value)
        case memoryview() | bytes():
            return b64encode(value).decode()
        case _:
            return as_plain(value)


def repeats(user_id: int) -> Repeats:
    """Which rows of a learner are the second and later of their name, in the order in which they were made."""
    found: Repeats = {}
    for model in taken().values():
        if not always_one(model):
            names = [model._meta.get_field(name).attname for name in named_by(model)]  # type: ignore[union-attr]
            numbered = model._default_manager.filter(user=user_id).annotate(
                counted_number=Window(RowNumber(), partition_by=names, order_by="pk")
            )
            found[model] = dict(numbered.filter(counted_number__gt=1).order_by().values_list("pk", "counted_number"))
    return found
