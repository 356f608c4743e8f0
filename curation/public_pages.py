"""The pages that anybody can read and that content stands on: what each is about, told from its path alone.

Each app says at the start which of its pages these are. A path of another site, of a learner's own page or of a draft
is none of them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.urls import Resolver404, resolve

from curation.models import Curated


@dataclass(frozen=True)
class Subject:
    """What a page, or one fact on it, is about: how it is called, and its row if it is about one."""

    title: str
    row: Model | None = None

    @property
    def table(self) -> str:
        return self.row._meta.label_lower if self.row else ""

    @property
    def slug(self) -> str:
        return str(getattr(self.row, "slug", ""))


@dataclass(frozen=True)
class Place:
    """A page of ours by its path, and what somebody means on it."""

    path: str
    subject: Subject


@dataclass(frozen=True)
class Listing:
    """A page about many rows, with the table that most of what it says stands in."""

    title: str
    table: type[Model]


@dataclass(frozen=True)
class RowPage:
    """A page about one row of a table, found from the parts of the address."""

    find: Callable[..., Subject | None]
    table: type[Model]


# By the name of an address.
Pages = Mapping[str, Listing | RowPage]

_pages: dict[str, Listing | RowPage] = {}


def offer(pages: Pages) -> None:
    """Say what some pages are about. To be called at the start, in ``AppConfig.ready``; twice is once."""
    _pages.update(pages)


def of_row(rows: Callable[[], Any], **lookups: str) -> RowPage:
    """For a page about one row, found by parts of its address: ``of_row(..., slug="skill")``."""

    def find(**parts: str) -> Subject | None:
        row = rows().filter(**{lookup: parts[part] for lookup, part in lookups.items()}).first()
        return Subject(str(row), row) if row else None

    return RowPage(find, rows().model)


def is_public(view_name: str) -> bool:
    return view_name in _pages


def table_of(view_name: str) -> type[Model] | None:
    """The table that a page stands on, told without a look at its rows."""
    page = _pages.get(view_name)
    return page.table if page else None


def find(path: str, named: str = "") -> Place | None:
    """The page with a path, and the fact on it that is ``named`` as ``named_by`` does. Nothing if it is none of ours.

    A fact that is not known there leaves the page as a whole.
    """
    try:
        match = resolve(path)
    except Resolver404:
        return None
    page = _pages.get(match.view_name)
    if page is None or len(path) > 300:
        return None
    subject = Subject(page.title) if isinstance(page, Listing) else page.find(**match.kwargs)
    if subject is None:
        return None
    row = _fact(named, subject.row)
    return Place(path, Subject(_title(subject, row), row) if row else subject)


def named_by(row: Model) -> str:
    """How a link names a fact on a page: ``evidence.credentialfee:member``."""
    return f"{row._meta.label_lower}:{getattr(row, 'slug', '')}"


def _title(page: Subject, fact: Model) -> str:
    return f"{page.title}: {fact}" if page.row else str(fact)


def _fact(named: str, of: Model | None) -> Model | None:
    """The row that is named, among those that belong to the row of the page if they belong to one."""
    table, _, slug = named.partition(":")
    try:
        model = apps.get_model(table)
    except (ValueError, LookupError):
        return None
    if not issubclass(model, Curated) or not slug or "\x00" in slug:
        return None
    if not any(field.name == "slug" for field in model._meta.concrete_fields):
        return None
    rows: Any = model._default_manager.filter(**{"slug": slug, "retired_at": None})
    owners = [field.name for field in model._meta.concrete_fields if of and field.related_model is type(of)]
    if owners:
        rows = rows.filter(**{owners[0]: of})
    found = list(rows[:2])
    return found[0] if len(found) == 1 else None
