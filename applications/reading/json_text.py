"""The texts of a JSON document, as docs/postings.md section 1 has them. Pure."""

import json
import re
from collections.abc import Iterator

from applications.reading.markup import clean, decoded, read_page

ESCAPED_TAG = re.compile(r"&(?:amp;)*+lt;")
MARKED_UP = re.compile(r"<\w|&\w+;")
# So often is one text escaped anew by the programs it went through, at most.
ESCAPES = 6


def as_json(raw: str) -> dict[str, object] | list[object] | None:
    """The document, where it is one that holds anything but a lone value; ``None`` else."""
    if raw.lstrip()[:1] not in ("{", "["):
        return None
    try:
        document = json.loads(raw, strict=False)
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, dict | list) else None


def text_of_json(document: object) -> str:
    """Every text of a document in the order of the file, markup as a browser would show it."""
    return "\n".join(text_of_value(value) for value in _texts(document))


def text_of_value(value: str) -> str:
    value = clean(value)
    for _ in range(ESCAPES):
        if not ESCAPED_TAG.search(value):
            break
        value = decoded(value)
    if MARKED_UP.search(value):
        return read_page(value).text
    return "\n".join(" ".join(line.split()) for line in value.splitlines())


def _texts(document: object) -> Iterator[str]:
    """A key gives way to its twin that ends in Plain."""
    todo = [document]
    while todo:
        node = todo.pop()
        if isinstance(node, str):
            yield node
        elif isinstance(node, list):
            todo.extend(reversed(node))
        elif isinstance(node, dict):
            todo.extend(reversed([value for key, value in node.items() if f"{key}Plain" not in node]))
