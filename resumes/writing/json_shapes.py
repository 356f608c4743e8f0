"""Takes the parts of a JSON document, and says where one has another shape than it should. Pure."""

from collections.abc import Mapping
from typing import Any


class JsonResumeError(ValueError):
    """A document is not a JSON Resume. ``path`` is where, such as ``work[2].highlights``."""

    def __init__(self, path: str, wanted: str, found: object) -> None:
        self.path = path
        super().__init__(f"{path or 'The document'}: {wanted} belongs here, and there is {_named(found)}.")


def mapping(value: object, path: str) -> Mapping[str, Any]:
    """An object; an empty one for nothing or null. Raises ``JsonResumeError``."""
    if value is None and path:
        return {}
    if not isinstance(value, Mapping):
        raise JsonResumeError(path, "an object", value)
    return value


def mappings(value: object, path: str) -> list[Mapping[str, Any]]:
    """A list of objects, without those that are null. Raises ``JsonResumeError``."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise JsonResumeError(path, "a list", value)
    return [mapping(item, f"{path}[{number}]") for number, item in enumerate(value) if item is not None]


def listed(value: object, path: str) -> list[str]:
    """A list of texts, without those that are empty. Raises ``JsonResumeError``."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise JsonResumeError(path, "a list", value)
    return [said for number, item in enumerate(value) if (said := _text(item, f"{path}[{number}]"))]


def texts(item: Mapping[str, Any], names: Mapping[str, str], path: str) -> dict[str, str]:
    """The texts under some keys, each by the name that ``names`` gives it. Raises ``JsonResumeError``."""
    return {name: _text(item.get(key), f"{path}.{key}") for key, name in names.items()}


def _text(value: object, path: str) -> str:
    """A text; a number is taken for what it looks like, and null for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise JsonResumeError(path, "a text", value)
    return str(value)


def _named(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case str():
            return "a text"
        case int() | float():
            return "a number"
        case list() | tuple():
            return "a list"
        case Mapping():
            return "an object"
    return "something else"
