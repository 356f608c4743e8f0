"""Rows back into content files, so that curators' work can go into the repository: seeded anew, it is the same site.

A row that says what its file says is left as it is written there, with its comments. Retired rows go along and say so;
of what belongs to a row only what is offered does.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from curation import yaml_rows
from curation.content_files import (
    RETIRED,
    Children,
    Document,
    Seed,
    SeedError,
    further_documents,
    read_documents,
    short,
)
from curation.defaults import defaults_of
from curation.seeding import document_of, with_everything


@dataclass
class Export:
    """The text of each file, and by file the slugs of its rows that say something else than the file did."""

    texts: dict[Path, str] = field(default_factory=dict)
    changed: dict[Path, list[str]] = field(default_factory=dict)


def export(seeds: Iterable[Seed]) -> Export:
    """The files of all seeds as they would have to be for the tables as they are. Nothing is written.

    Raises ``SeedError`` if a file cannot be read as it is now.
    """
    seeds = list(seeds)
    documents = read_documents(seeds)
    found = Export()
    with _one_moment():
        wanted = {seed: _rows_for_file(seed, documents[seed]) for seed in seeds}
    for seed, (rows, changed) in wanted.items():
        text = found.texts.get(seed.file) or _text_of(seed.file)
        if changed:
            found.texts[seed.file] = seed.dump(rows) if seed.dump else _written(seed, text, rows, documents[seed])
        else:
            found.texts[seed.file] = text
        found.changed.setdefault(seed.file, []).extend(changed)
    return found


@contextmanager
def _one_moment() -> Iterator[None]:
    """All tables as they are at one moment: what is saved meanwhile is in none of the files, not in some of them."""
    # Within a transaction that has begun already it is the caller's to say.
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def _text_of(file: Path) -> str:
    try:
        with file.open(encoding="utf-8", newline="") as text:
            return text.read()
    except (OSError, UnicodeDecodeError) as error:
        raise SeedError(f"{short(file)}: {error}") from error


def _rows_for_file(seed: Seed, before: dict[str, Document]) -> tuple[list[Document], list[str]]:
    """The rows that the file has to have, in their order, and the slugs of those that it does not say so.

    What ``more`` brings by itself stands in the file only where it is said otherwise, or comes in another order.
    """
    further = further_documents(seed)
    rows = {row.slug: _document(seed, row) for row in _in_order(seed, list(before))}
    own = [slug for slug, row in rows.items() if slug not in further or not same(row, further[slug])]
    if seed.ordered and list(rows) != [
        *(slug for slug in own if slug not in further),
        *(slug for slug in further if slug in rows),
    ]:
        own = list(rows)
    changed = [slug for slug in own if slug not in before or not same(rows[slug], before[slug])]
    if seed.ordered and [slug for slug in rows if slug in before] != [slug for slug in before if slug in rows]:
        changed = own
    left_to_more = [slug for slug in further if slug in rows and slug not in own and not same(rows[slug], before[slug])]
    gone = [slug for slug in before if slug not in rows] + left_to_more
    return [{"id": slug, **rows[slug]} for slug in own], [*changed, *gone]


def _in_order(seed: Seed, file: list[str]) -> list[Any]:
    """By their position; where a table has none as the file has them, and then those that are new."""
    place = {slug: number for number, slug in enumerate(file)}
    return sorted(
        with_everything(seed),
        key=lambda row: (row.position if seed.ordered else place.get(row.slug, len(file)), row.slug),
    )


def _document(seed: Seed, row: Any) -> Document:
    """What the row says, and whether it is retired. Its place is that among the others."""
    document = document_of(seed, row) | {RETIRED: row.retired_at is not None}
    document.pop("position", None)
    return document


def same(row: Document, written: Document) -> bool:
    """Whether a row says what its file says, wherever it stands. A file that does not say so offers its rows."""
    said = {name: value for name, value in written.items() if name != "position"}
    return row == {RETIRED: False} | said


# --- YAML -----------------------------------------------------------------------------------------------------------


def _written(seed: Seed, text: str, rows: list[Document], before: dict[str, Document]) -> str:
    """The text of a file with the rows of one section, of which those that say the same stay as they are written."""
    blocks = yaml_rows.blocks(text, seed.section)
    pieces = []
    for row in rows:
        slug = row["id"]
        said, as_it_was = short_row(seed, row), blocks.of.get(slug)
        if as_it_was is None:
            pieces.append(yaml_rows.block(said, indent=blocks.indent))
        elif same({name: row[name] for name in row if name != "id"}, before[slug]):
            pieces.append(as_it_was)
        else:
            unchanged = {"id", *(name for name, value in before[slug].items() if row.get(name) == value)}
            pieces.append(yaml_rows.revised(as_it_was, said, same=unchanged, indent=blocks.indent))
    return blocks.around(pieces)


def short_row(seed: Seed, row: Document) -> Document:
    """A row without what goes without saying: fields that have their default, references to nothing, empty lists."""
    said = _without_defaults(seed, row)
    by_rule = bool(seed.retires and seed.retires(row))
    if said[RETIRED] == by_rule:
        del said[RETIRED]
    for children in seed.children:
        said[children.name] = [_without_defaults(children, child) for child in row[children.name]]
        if not said[children.name]:
            del said[children.name]
    return said


def _without_defaults(of: Seed | Children, row: Document) -> Document:
    defaults = defaults_of(of)
    return {name: value for name, value in row.items() if name not in defaults or value != defaults[name]}
