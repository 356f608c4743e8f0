"""Whether what a document says in a JSON column has the shape that the pages of this site can read."""

from functools import cache
from typing import Any

from django.db.models import BinaryField, Field, ForeignKey, JSONField, Model

from keeping.models import Own
from keeping.shapes import Shape, list_of, or_none
from keeping.taking import naming
from keeping.taking.kinds import kind_of

NAMED: Shape = {"type": "string", "maxLength": 300}
ANYTHING: Shape = {}
WORDS = {
    "array": "a list",
    "object": "an object",
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "nothing",
}
# Only what needs no further package.
FORMATTED = {"date": "a day such as 2026-05-01", "uuid": "a UUID"}


@cache
def shape_of(field: "Field[Any, Any]") -> Shape:
    """That of a JSON column: declared, or that of what it begins with."""
    declared: Shape | None = getattr(field.model, "SHAPES", {}).get(field.name)
    if declared is not None:
        return declared
    kind = type(field.get_default()) if field.has_default() else None
    return {} if kind is None else {"type": "array" if kind is list else "object"}


def misfit(field: "Field[Any, Any]", value: Any) -> str:
    """What is wrong with the shape of a value of a JSON column, as it goes on after its place; empty if nothing is."""
    return _misfit(_checker(field), value)


def event_misfit(model: type[Model], value: Any) -> str:
    """The same for what the history of a row of a table says of it, before or after."""
    return _misfit(_event_checker(model), value)


@cache
def _checker(field: "Field[Any, Any]") -> Any:
    return _checker_of(shape_of(field))


@cache
def _event_checker(model: type[Model]) -> Any:
    return _checker_of(event_shape(model))


def _checker_of(shape: Shape) -> Any:
    # Loaded when somebody brings something back, and not by a start.
    from jsonschema import Draft202012Validator, FormatChecker

    return Draft202012Validator(shape, format_checker=FormatChecker(tuple(FORMATTED)))


@cache
def event_shape(model: type[Model]) -> Shape:
    """What the history says of rows of a table: columns, links and parts, each by name. Names of earlier are let be."""
    found = {field.name: _said_in_events(field) for field in naming.fields(model)}
    if issubclass(model, Own):
        found |= {name: list_of(NAMED) for name in model.LINKS}
        found |= {name: list_of(_part(model, name)) for name in model.PARTS}
    return {"type": "object", "properties": found | getattr(model, "EVENT_SHAPES", {})}


def _said_in_events(field: Any) -> Shape:
    if isinstance(field, JSONField):
        return or_none(shape_of(field))
    if isinstance(field, ForeignKey):
        return or_none(NAMED)
    if isinstance(field, BinaryField):
        return ANYTHING
    said = {name: value for name, value in kind_of(field).schema.items() if name != "maxLength"}
    return or_none(said)


def _part(model: type[Own], name: str) -> Shape:
    part = model._meta.get_field(name).related_model
    fields = [part._meta.get_field(one) for one in model.PARTS[name].fields]  # type: ignore[union-attr]
    needed = sorted(field.name for field in fields if field.is_relation)
    return {
        "type": "object",
        "properties": {field.name: _said_in_events(field) for field in fields},
        "required": needed,
    }


def _misfit(checker: Any, value: Any) -> str:
    from jsonschema.exceptions import best_match

    wrong = best_match(checker.iter_errors(value))
    if wrong is None:
        return ""
    place = "".join(
        f", “{str(step)[:60]}”" if isinstance(step, str) else f", {step + 1}" for step in wrong.absolute_path
    )
    return f"isn't in the shape this site keeps{place}: {_should(wrong)}"


def _should(wrong: Any) -> str:
    """What is asked for, without what stands there: that may be long."""
    asked = wrong.validator_value
    match wrong.validator:
        case "type":
            kinds = [asked] if isinstance(asked, str) else asked
            return f"it should be {' or '.join(WORDS[kind] for kind in kinds)}"
        case "required":
            missing = next((name for name in asked if name not in wrong.instance), "")
            return f"“{missing}” is missing"
        case "additionalProperties":
            return "it has something that this site does not know"
        case "maxLength" | "maxItems":
            return f"it is longer than {asked:,}"
        case "format":
            return f"it should be {FORMATTED[asked]}"
        case "enum":
            return f"it should be one of {', '.join(map(str, asked))}"
    return "it is nothing that this site writes there"
