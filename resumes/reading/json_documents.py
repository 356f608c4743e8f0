"""One object of JSON out of a file of a stranger, or a sentence that says what is wrong with it. Pure."""

import json
import re
from math import isfinite
from typing import Any, NoReturn

from resumes.reading.files import READ_HERE, UnreadableError

MOST_BYTES = 1_000_000
# Of lists and objects within each other: JSON Resume itself needs five.
MOST_DEPTH = 40
# A surrogate that Python leaves alone has no other half.
LOST = re.compile("[\0\ud800-\udfff]")
TOO_DEEP = "In this JSON file too many brackets stand within each other."


def document_in(data: bytes) -> dict[str, Any]:
    """The object that a file of JSON is. ``UnreadableError`` says what is wrong, and in which line.

    A name that stands twice in one object is refused, as of two values one would be lost without a word. What no
    database and no page can hold (a NUL, half of a character) becomes the sign of a lost letter.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableError(
            f"This JSON file has more than {MOST_BYTES // 1_000_000} MB. A resume has far less: take out pictures."
        )
    try:
        document = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise UnreadableError("This JSON file is not in UTF-8. Save it as UTF-8 and bring that.") from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, character {error.colno}"
        raise UnreadableError(f"This is not JSON: at {where} something else is expected. {READ_HERE}") from error
    except RecursionError as error:
        raise UnreadableError(TOO_DEEP) from error
    except UnreadableError:
        raise
    except ValueError as error:
        # Python's own bound on the digits of a number.
        raise UnreadableError("In this JSON file there is a number of thousands of digits.") from error
    if not isinstance(document, dict):
        raise UnreadableError(f"This JSON is no object with basics and work, as a JSON Resume is. {READ_HERE}")
    whole: dict[str, Any] = _whole(document, 0)
    return whole


def _whole(value: Any, depth: int) -> Any:
    """The value with nothing in its texts that cannot be stored or sent."""
    if depth > MOST_DEPTH:
        raise UnreadableError(TOO_DEEP)
    if isinstance(value, str):
        return LOST.sub("\ufffd", value)
    if isinstance(value, dict):
        return {name: _whole(each, depth + 1) for name, each in value.items()}
    if isinstance(value, list):
        return [_whole(each, depth + 1) for each in value]
    if isinstance(value, float) and not isfinite(value):
        raise UnreadableError("In this JSON file there is a number that is too large for any program.")
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for written, value in pairs:
        name = LOST.sub("\ufffd", written)
        if name in found:
            raise UnreadableError(f"In this JSON file “{name[:60]}” stands twice in one object. Take one of them out.")
        found[name] = value
    return found


def _no_number(name: str) -> NoReturn:
    raise UnreadableError(f"In this JSON file there is {name}, which is no number in JSON.")
