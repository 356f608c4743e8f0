"""The texts of a JSON document, as docs/postings.md section 1 has them. Pure."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from applications.reading.markup import Page, clean, decoded, read_page
from applications.reading.shapes import Cell, Layout

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


def text_of_json(document: object) -> tuple[str, Layout]:
    """Every text of a document in the order of the file, markup as a browser would show it, and where each starts."""
    texts: list[str] = []
    cells: list[Cell] = []
    starts: list[int] = []
    items: list[int] = []
    length = 0
    for value, is_next in _texts(document):
        page = _read(value)
        text = page.text
        cells += [replace(cell, start=cell.start + length, end=cell.end + length) for cell in page.cells]
        items += [item + length for item in page.items]
        if not is_next:
            starts.append(length)
        texts.append(text)
        length += len(text) + 1
    return "\n".join(texts), Layout(tuple(cells), frozenset(starts), frozenset(items))


def text_of_value(value: str) -> str:
    """One text, markup as a browser would show it."""
    return _read(value).text


def _read(value: str) -> Page:
    value = clean(value)
    for _ in range(ESCAPES):
        if not ESCAPED_TAG.search(value):
            break
        value = decoded(value)
    if MARKED_UP.search(value):
        return read_page(value)
    return Page("\n".join(" ".join(line.split()) for line in value.splitlines()))


def _texts(document: object) -> Iterator[tuple[str, bool]]:
    """Each with whether it follows another of its list. A key gives way to its twin that ends in Plain."""
    todo: list[tuple[object, bool]] = [(document, False)]
    while todo:
        node, is_next = todo.pop()
        if isinstance(node, str):
            yield node, is_next
        elif isinstance(node, list):
            todo.extend([(one, at > 0 and isinstance(one, str)) for at, one in enumerate(node)][::-1])
        elif isinstance(node, dict):
            todo.extend([(value, False) for key, value in node.items() if f"{key}Plain" not in node][::-1])
