"""One search over everything at the desk: titles, texts, sources, addresses, amounts, of rows and of their parts.

What is looked through is found by rule among the tables that have a desk, and all of it is asked for in one query.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, DecimalField, F, Func, Model, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce
from django.http import HttpRequest
from django.urls import reverse

from curation.desk_words import Piece, around, best, pieces, spellings, words
from curation.models import Curated, Source

# Of each kind so many are shown at first, and of one kind so many on a page.
SHOWN, A_PAGE = 5, 50
# Nobody goes through more pages than these.
MOST_PAGES = 40


@dataclass(frozen=True)
class Found:
    title: list[Piece]
    part: list[Piece]
    url: str


@dataclass(frozen=True)
class Kind:
    """What was found in one table. ``more`` says that there is more of it."""

    key: str
    name: str
    rows: list[Found]
    more: bool


class Lines(Func):
    """Texts one under the other, without those that are empty."""

    function = "concat_ws"
    output_field = TextField()

    def __init__(self, *parts: Any) -> None:
        super().__init__(Value("\n"), *parts)


class Joined(Func):
    """An array of texts as one text."""

    function = "array_to_string"
    output_field = TextField()

    def __init__(self, array: Any) -> None:
        super().__init__(array, Value("\n"))


def searched(site: AdminSite, request: HttpRequest) -> Iterator[Any]:
    """The desks of content that somebody may look at."""
    for group in site.get_app_list(request):
        for table in group["models"]:
            desk: Any = site._registry[table["model"]]
            if desk.searched and desk.has_view_or_change_permission(request):
                yield desk


def find(site: AdminSite, request: HttpRequest, typed: str, *, only: str = "", page: int = 1) -> list[Kind]:
    """By kind what has all words: the first few of each, or a page of the one kind that is asked for."""
    looked_for = words(typed)
    desks = [desk for desk in searched(site, request) if only in ("", desk.opts.label_lower)]
    if not looked_for or not desks:
        return []
    size = A_PAGE if only else SHOWN
    first = (page - 1) * size
    # One more than is shown says whether there is more.
    queries = [_of(desk, looked_for)[first : first + size + 1] for desk in desks]
    rows: dict[str, list[Any]] = {}
    for row in queries[0].union(*queries[1:], all=True) if len(queries) > 1 else queries[0]:
        rows.setdefault(row["kind_here"], []).append(row)
    return [
        Kind(
            key=desk.opts.label_lower,
            name=desk.called_at_the_desk(),
            rows=[_shown(desk, row, looked_for) for row in rows[desk.opts.label_lower][:size]],
            more=len(rows[desk.opts.label_lower]) > size,
        )
        for desk in desks
        if desk.opts.label_lower in rows
    ]


def _of(desk: Any, looked_for: Sequence[str]) -> QuerySet[Any, Any]:
    rows = desk.model._default_manager.annotate(
        kind_here=Value(desk.opts.label_lower, output_field=TextField()),
        key_here=F("pk"),
        title_here=Lines(*(_text(path) for path in titles(desk))),
        text_here=Lines(*(_text(path) for path in texts(desk.model)), *_of_parts(desk)),
    )
    for word in looked_for:
        asked = Q()
        for way in spellings(word):
            asked |= Q(title_here__icontains=way) | Q(text_here__icontains=way)
        rows = rows.filter(asked)
    return rows.order_by("pk").values("kind_here", "key_here", "title_here", "text_here")  # type: ignore[no-any-return]


def titles(desk: Any) -> tuple[str, ...]:
    """What names a row in a list: the columns that its desk says, or the first text of the list."""
    if desk.titles:
        return tuple(desk.titles)
    fields = {field.name: field for field in desk.model._meta.concrete_fields}
    named = [name for name in desk.list_display if _is_text(fields.get(name))]
    return (named or list(desk.search_fields))[0:1]  # type: ignore[return-value]


def texts(model: type[Model]) -> list[str]:
    """The columns in which something is written, an amount stands, or a source is named."""
    found = []
    for field in model._meta.concrete_fields:
        if _is_text(field) or isinstance(field, DecimalField):
            found.append(field.name)
        elif field.related_model is Source:
            found += [f"{field.name}__publisher", f"{field.name}__name"]
    # An address is shown only if nothing else has the words.
    return sorted(found, key=lambda name: name == "slug")


def _of_parts(desk: Any) -> Iterator[Any]:
    """The texts of what is edited with a row, but for what has a desk of its own."""
    for inline in desk.inlines:
        if issubclass(inline.model, Curated) and not desk.admin_site.is_registered(inline.model):
            link = next(field.name for field in inline.model._meta.fields if field.related_model is desk.model)
            parts = inline.model._default_manager.filter(**{link: OuterRef("pk")}).order_by("pk")
            lines = parts.annotate(line=Lines(*(_text(path) for path in texts(inline.model)))).values("line")
            yield Joined(ArraySubquery(lines))


def _text(path: str) -> Any:
    return Coalesce(Cast(path, TextField()), Value(""), output_field=TextField())


def _shown(desk: Any, row: dict[str, Any], looked_for: Sequence[str]) -> Found:
    title = " · ".join(line for line in row["title_here"].split("\n") if line)
    lines = [line for line in row["text_here"].split("\n") if line and line not in title]
    page = reverse(f"admin:{desk.opts.app_label}_{desk.opts.model_name}_change", args=[row["key_here"]])
    return Found(pieces(title, looked_for), around(best(lines, looked_for, title), looked_for), page)


def _is_text(field: Any) -> bool:
    """Whether something is written there, and not chosen."""
    return isinstance(field, CharField | TextField) and not field.choices
