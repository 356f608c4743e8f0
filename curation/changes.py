"""What changed in the curated tables, by whom, and in which act: written by the database itself."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import connection, models, transaction
from django.utils import timezone

LONGEST = 300


class Batch(models.Model):
    """One act of a curator, or one seeding: everything that it changed can be read, and undone, together."""

    class Kind(models.TextChoices):
        EDIT = "edit", "Edit"
        BULK = "bulk", "Several rows at once"
        IMPORT = "import", "Import"
        PUBLISH = "publish", "Publish"
        PUT_BACK = "put_back", "Put back"
        UNDO = "undo", "Undo"
        SEED = "seed", "Seeded from files"

    at = models.DateTimeField("when")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="who",
        help_text="Nobody: a seeding, or somebody whose account is gone.",
    )
    what = models.CharField(max_length=LONGEST, help_text="In words.")
    kind = models.CharField(max_length=10, choices=Kind)
    file_name = models.CharField(max_length=200, blank=True)
    created = models.PositiveIntegerField(default=0, help_text="By an import.")
    updated = models.PositiveIntegerField(default=0, help_text="By an import.")
    undone_at = models.DateTimeField("undone", null=True, blank=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    undoes = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="undone_in")

    class Meta:
        ordering = ("-pk",)
        verbose_name = "act"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=["edit", "bulk", "import", "publish", "put_back", "undo", "seed"]),
                name="curation_batch_kind_known",
            ),
        )

    def __str__(self) -> str:
        return self.what


class Exact(json.JSONDecoder):
    """Amounts as they are stored: to the cent."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "parse_float": Decimal})


class Change(models.Model):
    """One row of a curated table as it was before and after. A trigger appends it; nothing changes or deletes it."""

    table = models.CharField(max_length=60)
    row = models.BigIntegerField(help_text="The primary key, of a row that may be gone by now.")
    whole = models.BigIntegerField(null=True, help_text="The primary key of the row that this one is a part of.")
    at = models.DateTimeField("when", db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_constraint=False,
        verbose_name="who",
    )
    batch = models.ForeignKey(Batch, null=True, on_delete=models.PROTECT, related_name="changes", db_constraint=False)
    before = models.JSONField(null=True, decoder=Exact)
    after = models.JSONField(null=True, decoder=Exact)

    class Meta:
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=["table", "row"], name="curation_change_row"),
            models.Index(
                fields=["table", "whole"], name="curation_change_whole", condition=models.Q(whole__isnull=False)
            ),
        )

    def __str__(self) -> str:
        return f"{self.table} {self.row}"

    @property
    def name(self) -> str:
        """What the row is called, for a reader."""
        return str((self.after or self.before or {}).get("slug", self.row))

    @property
    def differences(self) -> list[tuple[str, object, object]]:
        """The columns that changed, with what they were and are."""
        before, after = self.before or {}, self.after or {}
        return [
            (name, before.get(name), after.get(name))
            for name in sorted(before.keys() | after.keys())
            if before.get(name) != after.get(name)
        ]


READ = "SELECT current_setting('curation.user_id', true), current_setting('curation.batch_id', true)"
SET = "SELECT set_config('curation.user_id', %s, true), set_config('curation.batch_id', %s, true)"
# An act that changed nothing was none. Not by the ORM, which would first look for changes in a query of its own.
FORGET = "DELETE FROM curation_batch b WHERE id = %s AND NOT EXISTS (SELECT FROM curation_change WHERE batch_id = b.id)"
SETTLED = ("what", "kind", "created", "updated")


@contextmanager
def recorded_as(
    *,
    user_id: int | None,
    what: str,
    kind: str,
    at: datetime | None = None,
    file_name: str = "",
    undoes: Batch | None = None,
) -> Iterator[Batch]:
    """Everything that is changed inside is one act of somebody, in one transaction; ``user_id`` is None for a seeding.

    ``what`` says it in words, ``kind`` is one of ``Batch.Kind``, ``at`` is now if nothing is said. Words, kind and the
    counts of an import may be set on the batch inside, once they are known. An act that changes nothing leaves none.
    Without this a change has no name: a shell. One inside another is an act of its own, after which the outer goes on.
    """
    with transaction.atomic():
        batch = Batch.objects.create(
            at=at or timezone.now(),
            by_id=user_id,
            what=what[:LONGEST],
            kind=kind,
            file_name=file_name,
            undoes=undoes,
        )
        said = [getattr(batch, name) for name in SETTLED]
        with connection.cursor() as cursor:
            cursor.execute(READ)
            before = cursor.fetchone()
            cursor.execute(SET, [str(user_id or ""), str(batch.pk)])
        yield batch
        with connection.cursor() as cursor:
            # The transaction may be part of a longer one, whose later changes are not theirs.
            cursor.execute(SET, [value or "" for value in before])
            cursor.execute(FORGET, [batch.pk])
            kept = not cursor.rowcount
        batch.what = batch.what[:LONGEST]
        if kept and said != [getattr(batch, name) for name in SETTLED]:
            batch.save(update_fields=SETTLED)
