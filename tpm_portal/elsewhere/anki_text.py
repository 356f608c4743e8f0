"""Anki's "Notes in plain text": rows of fields, with words about the file above them. Pure.

The words stand in lines that begin with ``#``: ``#separator:tab``, ``#html:true``, ``#columns:Front<tab>Back``, and
which column is the guid, the kind of note, the deck and the tags. Later lines that begin so are remarks.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from tpm_portal.elsewhere.plain_html import Plain, has_markup, plain_of, plain_text

MOST_NOTES = 2000
MOST_FIELDS = 60
SEPARATORS = {
    **{"comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":"},
}
SPECIAL = {"guid": "guid", "notetype": "note type", "deck": "deck", "tags": "tags"}
PACKED = "This is a packed deck. In Anki choose File, Export, “Notes in Plain Text (.txt)” and bring that."


class AnkiError(ValueError):
    """Why a text is no list of notes, in a sentence."""


@dataclass(frozen=True)
class Notes:
    """The ``names`` of the fields, and the ``rows``, each with its line in the file and as many cells.

    ``special`` are the places of columns that are about the note. ``left_out``: how many pictures and sounds.
    """

    names: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    special: frozenset[int] = frozenset()
    left_out: int = 0


def read_notes(text: str) -> Notes:
    """The notes that a text has. Raises ``AnkiError``."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    about, first = _about(lines)
    separator = _separator(about.get("separator", ""), lines[first:])
    rows = _rows(lines, first, separator)
    width = max((len(cells) for _, cells in rows), default=0)
    if not width:
        raise AnkiError("There are no notes in it.")
    if width > MOST_FIELDS:
        raise AnkiError(f"There are {width} fields. At most {MOST_FIELDS} are read.")
    html = about.get("html", "").casefold()
    found, left_out = [], 0
    for number, cells in rows:
        plain = [_plain(cell, html) for cell in cells]
        left_out += sum(one.left_out for one in plain)
        padded = (*(one.text for one in plain), *([""] * (width - len(cells))))
        if any(padded):
            found.append((number, padded))
    if not found:
        raise AnkiError("There are no notes with words in it.")
    names, special = _names(about, separator, width)
    return Notes(names, tuple(found), special, left_out)


def _about(lines: list[str]) -> tuple[dict[str, str], int]:
    """What the file says of itself, and the place of the first line that is a note."""
    about: dict[str, str] = {}
    for place, line in enumerate(lines):
        if not line.startswith("#"):
            return about, place
        name, colon, value = line[1:].partition(":")
        if colon:
            about.setdefault(name.strip().casefold(), value)
    return about, len(lines)


def _separator(said: str, lines: list[str]) -> str:
    name = said.strip().casefold()
    if name in SEPARATORS:
        return SEPARATORS[name]
    if len(said.strip("\n")) == 1:
        return said
    first = next((line for line in lines if line.strip()), "")
    return next((one for one in ("\t", "|", ";", ",") if one in first), "\t")


def _rows(lines: list[str], first: int, separator: str) -> list[tuple[int, list[str]]]:
    reader = csv.reader(_notes(lines[first:]), delimiter=separator)
    found: list[tuple[int, list[str]]] = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append((first + reader.line_num, cells))
            if len(found) > MOST_NOTES:
                raise AnkiError(f"There are more than {MOST_NOTES:,} notes. Export one deck at a time.")
    except csv.Error as error:
        raise AnkiError(
            f"Line {first + reader.line_num} cannot be read: a quotation mark is never closed, or a field is too long."
        ) from error
    return found


def _notes(lines: list[str]) -> Iterator[str]:
    """The lines without remarks, which are blank instead, so that the others keep their numbers."""
    inside = False
    for line in lines:
        if line.startswith("#") and not inside:
            yield "\n"
            continue
        inside ^= line.count('"') % 2 == 1
        yield f"{line}\n"


def _plain(cell: str, html: str) -> Plain:
    if html == "true" or (not html and has_markup(cell)):
        return plain_of(cell)
    return plain_text(cell)


def _names(about: dict[str, str], separator: str, width: int) -> tuple[tuple[str, ...], frozenset[int]]:
    said = next(csv.reader(StringIO(about.get("columns", "")), delimiter=separator), [])
    names = [name.strip() for name in said[:width]] + [""] * (width - len(said))
    special = set()
    for name, called in SPECIAL.items():
        place = about.get(f"{name} column", "").strip()
        if place.isascii() and place.isdigit() and 1 <= int(place[:4]) <= width:
            special.add(int(place) - 1)
            names[int(place) - 1] = names[int(place) - 1] or called.capitalize()
    return tuple(name or f"Field {place}" for place, name in enumerate(names, start=1)), frozenset(special)
