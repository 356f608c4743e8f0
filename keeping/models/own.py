"""What every row that belongs to one learner has in common."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.urls import reverse

from keeping.models.log import Deletion

# Nothing that anybody records of themselves was before.
EARLIEST = date(1950, 1, 1)

Document = dict[str, Any]


class OwnQuerySet(models.QuerySet[Any]):
    def for_user(self, user: AbstractBaseUser) -> Self:
        """The learner's rows that are not in the bin."""
        return self.filter(user=user, deletion=None)

    def for_users(self, users: Collection[AbstractBaseUser]) -> Self:
        """The same of several learners."""
        return self.filter(user__in=users, deletion=None)

    def to_edit(self, user: AbstractBaseUser, *, sent: bool) -> Self:
        """Those whose form can be opened; once it is ``sent`` also what was put in the bin since: its words stay."""
        return self.filter(user=user) if sent else self.for_user(user)

    def with_named(self) -> Self:
        """With the rows that a document of theirs names."""
        names = [name for name in self.model.FIELDS if self.model._meta.get_field(name).is_relation]
        return self.select_related(*names) if names else self


@dataclass(frozen=True)
class Parts:
    """Rows that are nothing without the one they hang on, in order: what a document says of each."""

    fields: tuple[str, ...]
    # The field that counts them, from 1.
    place: str
    most: int
    # Written with a new row, and left alone from then on.
    once: bool = False


class Own(models.Model):
    """A learner's own row.

    ``token`` comes with the form, so that the same form sent twice makes one row. ``edition`` rises with each change,
    so that of two windows the older never silently wins. A row in the bin keeps everything that hangs on it.
    """

    # What a learner fills in, by name: what a document and the history keep.
    FIELDS: ClassVar[tuple[str, ...]] = ()
    # What only acts of their own move, see ``verbs.move``: no form fills it in, and no undo takes it back.
    STATES: ClassVar[tuple[str, ...]] = ()
    # The rows that it is linked to, many to many.
    LINKS: ClassVar[tuple[str, ...]] = ()
    PARTS: ClassVar[dict[str, Parts]] = {}
    # Own rows that go to the bin and come back with it, by the name of their relation: what one and several are called.
    CHILDREN: ClassVar[dict[str, tuple[str, str]]] = {}
    # The rows it cannot be without although the database could say that there is none.
    NEEDS: ClassVar[tuple[str, ...]] = ()
    # How many of them one learner can keep, with what is in the bin.
    MOST_ROWS: ClassVar[int] = 10_000
    # The address of the list that shows it, if it has no page of its own.
    LISTED_AT: ClassVar[str] = ""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, db_index=False, related_name="+")
    token = models.UUIDField(default=uuid.uuid4, editable=False)
    edition = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(editable=False)
    deletion = models.ForeignKey(Deletion, models.CASCADE, null=True, blank=True, editable=False, related_name="+")

    objects: ClassVar[Any] = OwnQuerySet.as_manager()

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        """Where a learner finds the row again: its place in the list, unless it has a page."""
        return f"{reverse(self.LISTED_AT)}#row-{self.pk}"

    @property
    def in_bin(self) -> bool:
        return self.deletion_id is not None

    def document(self) -> Document:
        """The row as plain values that JSON can hold. It means the same in another database, see ``named_by``."""
        links = {
            name: sorted(map(str, rows.order_by().values_list(named_by(rows.model), flat=True)))
            for name in self.LINKS
            for rows in [getattr(self, name)]
        }
        parts = {
            name: [{field: plain(getattr(part, field)) for field in declared.fields} for part in rows]
            for name, declared in self.PARTS.items()
            for rows in [getattr(self, name).order_by(declared.place).select_related(*_relations(self, name))]
        }
        return {name: self.value(name) for name in self.FIELDS} | links | parts

    def apply(self, document: Document) -> None:
        """Take over the values of a document, or of a part of one. Saves nothing."""
        for name in self.FIELDS:
            if name in document:
                field: Any = self._meta.get_field(name)
                if field.is_relation:
                    self._point(field, document[name])
                    continue
                value = field.to_python(document[name]) if document[name] is not None else None
                if isinstance(value, Decimal):
                    # As the database gives it back, without -0, so that what is the same compares as the same.
                    value = value.quantize(Decimal(1).scaleb(-field.decimal_places)) + 0
                setattr(self, field.attname, value)

    def _point(self, field: Any, name: str | None) -> None:
        """Point to the row that is named. One that is gone for good by now, or somebody else's, is left out.

        So is one in the bin if this row could not be without it: it would be out of sight, and gone along unasked.
        """
        here = getattr(self, field.name) if getattr(self, field.attname) else None
        if plain(here) == name:
            return
        found = rows_named(field.related_model, [name], self.user_id).first() if name is not None else None
        if here is not None and not field.null and isinstance(found, Own) and found.in_bin:
            return
        if found is not None or field.null:
            setattr(self, field.name, found)

    def save_links(self, document: Document) -> None:
        """Write what hangs on the row, if the document says anything of it."""
        for name in self.LINKS:
            if name in document:
                rows = getattr(self, name)
                rows.set(
                    rows_named(rows.model, document[name], self.user_id), through_defaults={"user_id": self.user_id}
                )
        for name in self.PARTS:
            if name in document:
                self._write_parts(name, document[name])

    def links_left(self, document: Document) -> Document:
        """What a document says of links, without what is gone for good."""
        return {
            name: sorted(map(str, rows_named(rows.model, document[name], self.user_id).values_list(by, flat=True)))
            for name in self.LINKS
            if name in document
            for rows in [getattr(self, name)]
            for by in [named_by(rows.model)]
        }

    def _write_parts(self, name: str, said: list[Document]) -> None:
        declared, rows, model = self.PARTS[name], getattr(self, name), getattr(self, name).model
        if declared.once and rows.exists():
            return
        rows.all().delete()
        found: dict[str, dict[str, Any]] = {}
        for field in _relations(self, name):
            related = model._meta.get_field(field).related_model
            named = rows_named(related, [part[field] for part in said], self.user_id)
            found[field] = {plain(row): row for row in named}
        model._default_manager.bulk_create(
            model(
                **{"user_id": self.user_id, rows.field.name: self, declared.place: place},
                **{
                    field: found[field][value] if field in found else value
                    for field, value in part.items()
                    if field in declared.fields
                },
            )
            for place, part in enumerate(said[: declared.most], start=1)
        )

    def value(self, name: str) -> Any:
        """One of its ``FIELDS`` as a document says it."""
        return plain(getattr(self, name))

    @classmethod
    def hanging(cls, document: Document) -> Document:
        """What a document says of links and parts."""
        return {name: value for name, value in document.items() if name in cls.LINKS or name in cls.PARTS}


def named_by(model: type[models.Model]) -> str:
    """What names a row of a table so that it means the same in another database."""
    return "token" if issubclass(model, Own) else "slug"


def plain(value: Any) -> Any:
    """A value as JSON can hold it: days and times by ISO 8601, decimals as text, own rows by token, curated by slug."""
    match value:
        case models.Model():
            return str(getattr(value, named_by(type(value))))
        case date() | time():
            return value.isoformat()
        case Decimal():
            return str(value)
        case _:
            return value


def rows_named(model: Any, names: list[Any], user_id: int) -> Any:
    """The rows that are named, of own rows those of the learner."""
    rows = model._default_manager.filter(**{f"{named_by(model)}__in": names})
    return rows.filter(user=user_id) if issubclass(model, Own) else rows


def _relations(row: Own, name: str) -> list[str]:
    """The fields of its parts that name other rows."""
    meta = getattr(row, name).model._meta
    return [field for field in row.PARTS[name].fields if meta.get_field(field).is_relation]
