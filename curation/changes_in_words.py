"""Changes as curators read them: the fields by their names, choices and other rows by what they are called."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from django.contrib import admin
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator, capfirst

from curation.curated_tables import curated_tables, ends_of, link_of, whole_of
from curation.reverting import Key, Net
from curation.unseen import looks, told_apart
from curation.word_by_word import Piece, pieces

# What a row is called by, the first of these columns that it has.
NATURAL = ("title", "name", "label", "text", "term", "aspect", "terms", "slug")
LONGEST_NAME = 60
# Days and moments as Americans write them.
DAY, MOMENT = "M j, Y", "M j, Y, g:i A"
GONE = "a row that is gone"


@dataclass(frozen=True)
class Line:
    """One field, part or kind of links of a row: what it is, the old beside the new, and what puts it back."""

    label: str
    pieces: list[Piece]
    note: str = ""
    chosen: str = ""


def name_of(document: dict[str, Any]) -> str:
    """What a recorded row was called."""
    found = next((document[name] for name in NATURAL if document.get(name)), document.get("id"))
    return Truncator(" ".join(str(found).split())).chars(LONGEST_NAME)


@cache
def kind_of(table: str) -> str:
    """What a row of a table is called, as the page on which it is edited says it."""
    model = curated_tables()[table]
    for desk in admin.site._registry.values():
        for inline in desk.inlines:
            if inline.model is model and inline.verbose_name:
                return str(inline.verbose_name)
    return str(model._meta.verbose_name)


def fields_of(table: str) -> dict[str, Any]:
    """The fields of a table by their columns."""
    return {str(field.column): field for field in curated_tables()[table]._meta.concrete_fields}


class Names:
    """What the rows are called that changed ones point to: one query for each table."""

    def __init__(self, several: Iterable[dict[Key, Net]]) -> None:
        wanted: dict[Any, set[Any]] = defaultdict(set)
        for (table, _), one in (item for nets in several for item in nets.items()):
            fields = fields_of(table)
            for column in one.columns:
                if (field := fields.get(column)) is not None and field.related_model:
                    wanted[field.related_model] |= {(state or {}).get(column) for state in (one.before, one.after)}
        self._found = {model: _called(model, keys - {None}) for model, keys in wanted.items()}

    def of(self, model: Any, key: Any) -> str:
        return self._found.get(model, {}).get(key, GONE)


def _called(model: type[models.Model], keys: set[Any]) -> dict[Any, str]:
    pointing = [field for field in model._meta.concrete_fields if field.related_model]
    # A place is called with the one it lies in, and so is that.
    deeper = [f"{field.name}__{field.name}" for field in pointing if field.related_model is model]
    rows = model._default_manager.filter(pk__in=keys).select_related(*(field.name for field in pointing), *deeper)
    return {row.pk: Truncator(str(row)).chars(LONGEST_NAME) for row in rows}


def lines(nets: dict[Key, Net], names: Names, *, of: tuple[str, ...] = ()) -> list[Line]:
    """What changed, line by line. The fields of rows of the tables ``of`` stand by themselves: the page is theirs."""
    found: list[Line] = []
    links: dict[tuple[str, Any], list[Net]] = defaultdict(list)
    for (table, row), one in nets.items():
        if link_of(table):
            links[table, (one.after or one.before or {}).get(ends_of(link_of(table))[0])].append(one)
        else:
            found += _of_row(table, row, one, names, "" if table in of else _named(table, one))
    for (table, owner), changed in links.items():
        found.append(_of_links(table, owner, changed, names, of))
    return found


def _named(table: str, one: Net) -> str:
    return f"{capfirst(kind_of(table))} “{name_of(one.after or one.before or {})}”"


def _of_row(table: str, row: int, one: Net, names: Names, named: str) -> Iterator[Line]:
    if named and (one.before is None or one.after is None):
        added = one.before is None
        whole = " ".join(text for _, _, text in _values(table, one.after or one.before or {}, names))
        yield Line(named, [Piece("new" if added else "gone", whole)], "added" if added else "deleted", f"{table}:{row}")
        return
    yield from _fields(table, row, one, names, named)


def _values(table: str, document: dict[str, Any], names: Names) -> Iterator[tuple[str, str, str]]:
    for column, field in fields_of(table).items():
        if _shown(table, column) and field.name not in ("slug", "position", "retired_at") and document.get(column):
            yield column, capfirst(str(field.verbose_name)), _text(field, document[column], names)


def _shown(table: str, column: str) -> bool:
    whole = whole_of(table)
    return column != "id" and (whole is None or column != whole[1])


def _fields(table: str, row: int, one: Net, names: Names, named: str) -> Iterator[Line]:
    fields = fields_of(table)
    before, after = one.before or {}, one.after or {}
    for column in one.columns:
        field = fields.get(column)
        was, now = before.get(column), after.get(column)
        if not _shown(table, column) or (was in (None, "") and now in (None, "")):
            continue
        label = capfirst(str(field.verbose_name)) if field is not None else column
        note, marked = "", _marked(_text(field, was, names), _text(field, now, names))
        if column == "retired_at" and one.before and one.after and bool(was) != bool(now):
            label, note, marked = "", "retired" if now else "restored", []
        label = ": ".join(part for part in (named, label) if part) or "This row"
        yield Line(label, marked, note, f"{table}:{row}:{column}" if field is not None and one.before else "")


def _of_links(table: str, owner: Any, changed: list[Net], names: Names, of: tuple[str, ...]) -> Line:
    link = link_of(table)
    source, target = ends_of(link)
    fields = fields_of(table)

    def called(states: Iterable[Any]) -> str:
        return ", ".join(sorted(names.of(fields[target].related_model, state[target]) for state in states if state))

    marked = []
    if come := called(one.after for one in changed):
        marked.append(Piece("new", f"added {come}"))
    if gone := called(one.before for one in changed):
        marked.append(Piece("gone", f"removed {gone}"))
    label = capfirst(str(link.verbose_name))
    if link.model._meta.db_table not in of:
        label = (
            f"{capfirst(kind_of(link.model._meta.db_table))} “{names.of(fields[source].related_model, owner)}”: {label}"
        )
    return Line(label, marked, "", table)


def _text(field: Any, value: Any, names: Names) -> str:
    if value is None or value == "":
        return ""
    if field is None:
        return str(value)
    if field.related_model:
        return names.of(field.related_model, value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.DateTimeField):
        return date_format(timezone.localtime(field.to_python(value)), MOMENT)
    if isinstance(field, models.DateField):
        return date_format(field.to_python(value), DAY)
    if isinstance(field, models.DecimalField):
        return f"{Decimal(value):.{field.decimal_places}f}"
    return str(value)


def _marked(was: str, now: str) -> list[Piece]:
    """Both wordings as one. What looks alike and is not has what tells it apart in words."""
    found = pieces(was, now)
    for place in range(len(found) - 1):
        gone, new = found[place : place + 2]
        if (gone.kind, new.kind) == ("gone", "new") and looks(gone.text) == looks(new.text):
            apart = told_apart(gone.text, new.text)
            found[place : place + 2] = [Piece("gone", apart[0]), Piece("new", apart[1])]
    return found
