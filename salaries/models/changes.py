"""What changed in the salary tables, by whom, and in which import: written by the database itself."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection, models, transaction


class ImportBatch(models.Model):
    """One file of claims that a curator loaded, as one act that can be undone."""

    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    file_name = models.CharField(max_length=200)
    created = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("-pk",)
        verbose_name_plural = "import batches"

    def __str__(self) -> str:
        return f"{self.file_name} ({self.created} created, {self.updated} updated)"


class Change(models.Model):
    """One row of a salary table as it was before and after. A trigger appends it; nothing changes or deletes it."""

    table = models.CharField(max_length=60)
    row = models.BigIntegerField(help_text="The primary key, of a row that may be gone by now.")
    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", db_constraint=False
    )
    batch = models.ForeignKey(
        ImportBatch, null=True, on_delete=models.PROTECT, related_name="changes", db_constraint=False
    )
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        ordering = ("-pk",)
        indexes = (models.Index(fields=["table", "row"], name="salaries_change_row"),)

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


SET = "SELECT set_config('salaries.user_id', %s, true), set_config('salaries.batch_id', %s, true)"


@contextmanager
def recorded_as(*, user_id: int | None, batch_id: int | None = None) -> Iterator[None]:
    """Say who is behind the changes inside, in one transaction. Without it a change has no name: seeding, a shell."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT current_setting('salaries.user_id', true), current_setting('salaries.batch_id', true)"
            )
            before = cursor.fetchone()
            cursor.execute(SET, [str(user_id or ""), str(batch_id or "")])
        yield
        # The transaction may be part of a longer one, whose later changes are not theirs.
        with connection.cursor() as cursor:
            cursor.execute(SET, [value or "" for value in before])
