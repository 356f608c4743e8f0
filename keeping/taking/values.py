"""One value of a document and the same in the database, checked on the way: whoever wrote the file may be anybody."""

import json
from base64 import b64decode
from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import BinaryField, Field, ForeignKey, JSONField, UUIDField
from django.utils.timezone import is_aware

from keeping.taking.kinds import kind_of
from keeping.taking.naming import plain
from keeping.taking.shapes import misfit, shape_of

DEEPEST = 60


class WrongValueError(Exception):
    """What is wrong with a value, as it goes on after its place: ``is not a day``."""


def stored(field: "Field[Any, Any]", value: Any) -> Any:
    """A value of a document as the database takes it. Raises ``WrongValueError``."""
    if isinstance(field, JSONField):
        return _json(field, value)
    if value is None:
        if field.null:
            return None
        raise WrongValueError("is empty, and must not be")
    kind = kind_of(field)
    if type(value) not in kind.types:
        raise WrongValueError(f"is not {kind.words}")
    try:
        return _parsed(field, value)
    except (ValidationError, ValueError, ArithmeticError) as error:
        said = " ".join(error.messages) if isinstance(error, ValidationError) else ""
        raise WrongValueError(f"is not {kind.words}, or one that is not taken here. {said}".rstrip(". ")) from error


def _parsed(field: Any, value: Any) -> Any:
    if isinstance(field, BinaryField):
        return b64decode(value, validate=True)
    if isinstance(field, UUIDField):
        return UUID(value)
    if isinstance(value, str) and not _can_be_stored(value):
        raise ValueError
    found = field.to_python(value)
    # The first and the last year cannot be said in every time zone.
    if isinstance(found, datetime) and not (is_aware(found) and MINYEAR < found.year < MAXYEAR):
        raise ValueError
    if isinstance(found, Decimal):
        if not found.is_finite():
            raise ValueError
        found = found.quantize(Decimal(1).scaleb(-field.decimal_places)) + 0
    field.run_validators(found)
    return found


def _can_be_stored(value: str) -> bool:
    return "\0" not in value and _is_unicode(value)


def _is_unicode(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _json(field: Any, value: Any) -> Any:
    if value is None and not field.null and shape_of(field):
        raise WrongValueError("is empty, and must not be")
    if not can_be_kept(value):
        raise WrongValueError("cannot be kept as it is")
    if wrong := misfit(field, value):
        raise WrongValueError(wrong)
    try:
        # Django's own word for a value that is empty says nothing of a list.
        if value:
            field.run_validators(value)
    except ValidationError as error:
        raise WrongValueError(f"is not taken here. {' '.join(error.messages)}".rstrip(". ")) from error
    return value


def can_be_kept(value: Any) -> bool:
    """Whether the database takes it as JSON, and what reads it comes to its end."""
    if depth(value) > DEEPEST:
        return False
    text = json.dumps(value, ensure_ascii=False)
    return _is_unicode(text) and "\\u0000" not in text


def depth(value: Any) -> int:
    """How many lists and objects stand in one another, and what stands in the innermost; past ``DEEPEST`` just more."""
    found, here = 0, [value]
    while here and found <= DEEPEST:
        found += 1
        here = [one for outer in here if isinstance(outer, list | dict) for one in _inside(outer)]
    return found


def _inside(outer: list[Any] | dict[str, Any]) -> Iterable[Any]:
    return outer.values() if isinstance(outer, dict) else outer


def said(field: "Field[Any, Any]", value: Any) -> Any:
    """A value of a document as this site would say it: ``7.5`` of two places is ``7.50``."""
    return name_said(value) if isinstance(field, ForeignKey) else plain(stored(field, value))


def name_said(value: Any) -> Any:
    """What names another row: a text, a number, nothing, or a list of such."""
    if isinstance(value, list):
        return [name_said(one) for one in value]
    if value is None or type(value) in (int, str):
        if isinstance(value, str) and not _can_be_stored(value):
            raise WrongValueError("does not name a row")
        return value
    raise WrongValueError("does not name a row")
