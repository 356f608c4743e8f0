"""What every row that belongs to one learner has in common, and the append-only history of what they did to it."""

import uuid
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models

# What is in the bin can be brought back for so long (rule: nothing is ever lost).
BIN_DAYS = 30

Document = dict[str, Any]


class OwnQuerySet(models.QuerySet[Any]):
    def for_user(self, user: AbstractBaseUser) -> Self:
        """The learner's rows that are not in the bin."""
        return self.filter(user=user, binned_at=None)

    def to_edit(self, user: AbstractBaseUser, *, sent: bool) -> Self:
        """Those whose form can be opened; once it is ``sent`` also what was put in the bin since: its words stay."""
        return self.filter(user=user) if sent else self.for_user(user)

    def in_bin(self, user: AbstractBaseUser, *, now: datetime) -> Self:
        """The learner's rows that can still be brought back, the newest first."""
        return self.filter(user=user, binned_at__gt=now - timedelta(days=BIN_DAYS)).order_by("-binned_at", "-pk")

    def past_recall(self, *, now: datetime) -> Self:
        """Everybody's rows that have been in the bin for more than ``BIN_DAYS`` days."""
        return self.filter(binned_at__lte=now - timedelta(days=BIN_DAYS))


class Own(models.Model):
    """A learner's own row.

    ``token`` comes with the form, so that the same form sent twice makes one row. ``edition`` rises with each change,
    so that of two windows the older never silently wins. A row in the bin keeps everything that hangs on it.
    """

    # What a learner fills in, by name: what a document and the history keep.
    FIELDS: ClassVar[tuple[str, ...]] = ()
    # What only acts of their own move, see ``evidence.keeping.move``: no form fills it in, and no undo takes it back.
    STATES: ClassVar[tuple[str, ...]] = ()

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    token = models.UUIDField(default=uuid.uuid4, editable=False)
    edition = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(editable=False)
    binned_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects: ClassVar[Any] = OwnQuerySet.as_manager()

    class Meta:
        abstract = True

    def document(self) -> Document:
        """The row as plain values that JSON can hold."""
        return {name: _plain(getattr(self, self._meta.get_field(name).attname)) for name in self.FIELDS}  # type: ignore[union-attr]

    def apply(self, document: Document) -> None:
        """Take over the values of a document, or of a part of one. Saves nothing."""
        for name in self.FIELDS:
            if name in document:
                field: Any = self._meta.get_field(name)
                value = field.to_python(document[name]) if document[name] is not None else None
                if isinstance(value, Decimal):
                    # As the database gives it back, without -0, so that what is the same compares as the same.
                    value = value.quantize(Decimal(1).scaleb(-field.decimal_places)) + 0
                setattr(self, field.attname, value)

    def save_links(self, document: Document) -> None:
        """Write what hangs on the row, if the document says anything of it."""


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


class Act(models.TextChoices):
    ADDED = "added", "Added"
    CHANGED = "changed", "Changed"
    BINNED = "binned", "Put in the bin"
    RESTORED = "restored", "Brought back"


class OwnEvent(models.Model):
    """One thing a learner did to one of their rows, or a decision about it. Appended, never changed (rule R3).

    ``before`` and ``after`` hold the values that changed. The row may be gone for good, so it is named, not pointed to.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    subject = models.CharField(max_length=40, help_text="The table: the name of its model in lower case.")
    row = models.BigIntegerField()
    act = models.CharField(max_length=8, choices=Act)
    at = models.DateTimeField()
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)

    class Meta:
        ordering = ("pk",)
        indexes = (models.Index(fields=["user", "subject", "row"], name="evidence_ownevent_row"),)
        constraints = (
            models.CheckConstraint(condition=models.Q(act__in=Act.values), name="evidence_ownevent_act_known"),
        )

    def __str__(self) -> str:
        return f"{self.subject} {self.row}: {self.act}"
