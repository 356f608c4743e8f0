"""The JSON Schema of the document, worked out from the tables; ``docs/takeout.schema.json`` is what it says now."""

from typing import Any

from django.db.models import CharField, Field, ForeignKey, JSONField, Model

from accounts.models import MailKind
from keeping.taking import naming
from keeping.taking.export import PREFERENCES, SCHEMA
from keeping.taking.kinds import Said, kind_of
from keeping.taking.shapes import shape_of


def schema() -> Said:
    tables = {subject: _table(model) for subject, model in naming.taken().items()}
    mail = {"type": "array", "items": {"enum": MailKind.values}, "description": "What they asked to be written of."}
    account: Said = {name: {"type": "string"} for name in PREFERENCES} | {"mail": mail}
    version = {"name": {"const": SCHEMA["name"]}, "version": {"const": SCHEMA["version"]}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Everything that is kept for one learner",
        "description": "Described in docs/takeout.md. Rows name others by token, by slug, or by a list.",
        **_object({"schema": _object(version), "account": _object(account), "tables": _object(tables)}),
        "properties": {
            "schema": _object(version),
            "account": _object(account),
            "tables": _object(tables),
            "told": {"type": "object", "description": "For you to read. It is not brought back."},
        },
    }


def _object(properties: Said) -> Said:
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }


def _table(model: type[Model]) -> Said:
    fields = sorted(naming.fields(model), key=lambda field: field.name)
    about = f"What makes one of them: {', '.join(naming.named_by(model)) or 'there is one'}."
    return {
        "type": "array",
        "description": f"{str(model._meta.verbose_name_plural).capitalize()}. {about}",
        "items": _object({field.name: _column(field) for field in fields}),
    }


def _column(field: "Field[Any, Any]") -> Said:
    if isinstance(field, ForeignKey):
        return _named(field.related_model, null=field.null)
    if isinstance(field, JSONField):
        return shape_of(field)
    said = kind_of(field).schema
    if isinstance(field, CharField) and field.max_length:
        said = {**said, "maxLength": field.max_length}
    return {**said, "type": [said["type"], "null"]} if field.null else dict(said)


def _named(model: type[Model], *, null: bool) -> Said:
    if len(naming.named_by(model)) == 1:
        kinds = ["string"] if naming.always_one(model) else ["string", "array"]
    else:
        kinds = ["array"]
    kinds += ["null"] if null else []
    return {
        "type": kinds[0] if len(kinds) == 1 else kinds,
        "description": f"{str(model._meta.verbose_name).capitalize()}, by {', '.join(naming.named_by(model))}.",
    }
