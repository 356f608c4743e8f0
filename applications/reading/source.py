"""What was pasted, whatever it is: its text by docs/postings.md section 1, and what its data says. Pure."""

import json
import re
from collections.abc import Iterator

from applications.reading.markup import Page, clean, decoded, read_page
from applications.reading.shapes import Source

ELEMENTS = (
    "a|article|aside|b|blockquote|body|br|button|center|dd|div|dl|dt|em|font|footer|form|h[1-6]|head|header|hr|html|i|img|"
    "label|li|link|main|meta|nav|ol|p|pre|script|section|small|span|strong|style|table|tbody|td|th|title|tr|u|ul"
)
# Text that begins as a page does, or that ends an element somewhere.
BEGINS = re.compile(rf"\s*+<(?:!doctype\b|!--|\?xml\b|(?:{ELEMENTS})[\s/>])", re.IGNORECASE)
ENDS = re.compile(rf"</(?:{ELEMENTS})\s*+>|<br\s*+/?>", re.IGNORECASE)
ESCAPED = re.compile(rf"&lt;/(?:{ELEMENTS})\s*+&gt;", re.IGNORECASE)
ESCAPED_TAG = re.compile(r"&(?:amp;)*+lt;")
MARKED_UP = re.compile(r"<\w|&\w+;")
# So often is one text escaped anew by the programs it went through, at most.
ESCAPES = 6


def source(raw: str) -> Source:
    """The text of what was pasted: plain, a page or a piece of one, or a job board's JSON. Any string will do."""
    raw = clean(raw)
    document = as_json(raw)
    if document is not None:
        return Source("json", text_of_json(document))
    page = as_page(raw)
    if page is not None:
        return Source("html", page.text)
    return Source("text", raw)


def as_json(raw: str) -> dict[str, object] | list[object] | None:
    """The document, where it is one that holds anything but a lone value; ``None`` else."""
    if raw.lstrip()[:1] not in ("{", "["):
        return None
    try:
        document = json.loads(raw, strict=False)
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, dict | list) else None


def as_page(raw: str) -> Page | None:
    """The page, where it is one or a piece of one; ``None`` for plain text."""
    if BEGINS.match(raw) or ENDS.search(raw):
        return read_page(raw)
    if ESCAPED.search(raw):
        return read_page(decoded(raw))
    return None


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
