"""How the tables of a document hang together: what comes first, what goes with what, and what else must be single."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import CharField, Field, ForeignKey, IntegerField, Model, Q, UniqueConstraint, UUIDField

from keeping.declaring import subject_of as _subject_of
from keeping.models import Document, Own
from keeping.taking import naming
from keeping.taking.export import text

__all__ = ["Hanging", "Other", "hanging", "others", "pointing", "secret", "subject_of", "topological"]

subject_of = _subject_of


@cache
def pointing(model: type[Model]) -> tuple["ForeignKey[Any, Any]", ...]:
    """The columns that name other rows, a learner's or curated ones."""
    return tuple(field for field in naming.fields(model) if isinstance(field, ForeignKey))


@cache
def topological() -> tuple[type[Model], ...]:
    """The tables, each after those that its rows point to."""
    found: dict[type[Model], None] = {}

    def visit(model: type[Model]) -> None:
        if model in found or model not in naming.taken().values():
            return
        for field in pointing(model):
            if field.related_model is not model:
                visit(field.related_model)
        found[model] = None

    for model in naming.taken().values():
        visit(model)
    return tuple(found)


@dataclass(frozen=True)
class Hanging:
    """A table of links or parts, which are nothing without the own row that ``field`` points to, and change with it."""

    model: Any
    field: str
    # What the own row calls them.
    name: str


@cache
def hanging(model: type[Model]) -> tuple[Hanging, ...]:
    """What hangs on the rows of a table. Not what is written once with it, nor what other rows point to."""
    found: list[Hanging] = []
    if not issubclass(model, Own):
        return ()
    for name in model.LINKS:
        field: Any = model._meta.get_field(name)
        found.append(Hanging(field.remote_field.through, field.m2m_field_name(), name))
    for name, declared in model.PARTS.items():
        relation: Any = model._meta.get_field(name)
        if not declared.once and not _pointed_to(relation.related_model):
            found.append(Hanging(relation.related_model, relation.field.name, name))
    return tuple(found)


@cache
def hung() -> dict[type[Model], tuple[type[Model], Hanging]]:
    """The tables of what hangs on another one's rows, each with that."""
    return {one.model: (model, one) for model in naming.taken().values() for one in hanging(model)}


def _pointed_to(model: type[Model]) -> bool:
    return any(field.related_model is model for other in naming.taken().values() for field in pointing(other))


@dataclass(frozen=True)
class Other:
    """A unique constraint beside the name. ``condition`` says for which rows it holds, by what stands in a column."""

    names: tuple[str, ...]
    condition: tuple[tuple[str, Any], ...] = ()
    # The column that only counts, which can be another number.
    counts: str = ""

    def key(self, row: Document) -> str:
        """What must be single of a row as a document says it; empty if the rule does not hold for it."""
        parts = [row[name] for name in self.names]
        if any(part is None for part in parts) or any(row[name] != value for name, value in self.condition):
            return ""
        return text(parts)


@cache
def others(model: type[Model]) -> tuple[Other, ...]:
    """What else must be single among the rows of a learner."""
    return tuple(_others(model))


def _others(model: type[Model]) -> Iterator[Other]:
    named = naming.named_by(model)
    for constraint in model._meta.constraints:
        if not isinstance(constraint, UniqueConstraint):
            continue
        names = tuple(name for name in constraint.fields if name != "user")
        if set(names) == set(named) and constraint.condition is None:
            continue
        counts = next((name for name in names if name not in named and _counts(model._meta.get_field(name))), "")
        yield Other(names, _condition(constraint.condition), counts)
    for field in naming.fields(model):
        if isinstance(field, ForeignKey) and field.unique:
            yield Other((field.name,))


def _counts(field: Any) -> bool:
    return isinstance(field, IntegerField)


def _condition(condition: Q | None) -> tuple[tuple[str, Any], ...]:
    if condition is None:
        return ()
    assert condition.connector == Q.AND, "A condition is that columns equal something."
    pairs = [child for child in condition.children if isinstance(child, tuple)]
    assert len(pairs) == len(condition.children), "No condition stands in another."
    return tuple((name, naming.plain(value)) for name, value in pairs)


@cache
def secret(model: type[Model]) -> "Field[Any, Any] | None":
    """The column that must be single among everybody's rows, such as the hash that a link is looked up by."""
    for field in naming.fields(model):
        if field.unique and not field.is_relation and isinstance(field, CharField | UUIDField):
            return field
    return None


@cache
def has_history(model: type[Model]) -> bool:
    """Whether the log names rows of the table by their ``token``."""
    return issubclass(model, Own) or naming.named_by(model) == ("token",)


@cache
def written_once(model: type[Model]) -> tuple[str, ...]:
    """The columns that the database lets nobody change."""
    return tuple(getattr(model, "WRITTEN_ONCE", ()))
