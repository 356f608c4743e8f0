"""For the migrations of the apps above: what hangs on a learner's row gets the learner's key itself."""

# ruff: noqa: S608 (the names of tables and columns are literals of the migrations)

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.migrations.operations.base import Operation


def filled_from(parent: str, *, app: str, model: str, field: str, parent_app: str = "") -> list[Operation]:
    """The key is that of the row of ``parent``, of the same ``app`` if no other is said, to which the ``field`` points."""
    fill = (
        f"UPDATE {app}_{model} r SET user_id = p.user_id FROM {parent_app or app}_{parent} p WHERE p.id = r.{field}_id; "
        # A table cannot be altered while checks of its rows are waiting.
        "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED"
    )
    return [
        migrations.AddField(model, "user", _key(null=True)),
        migrations.RunSQL(fill, migrations.RunSQL.noop),
        migrations.AlterField(model, "user", _key()),
    ]


def _key(*, null: bool = False) -> models.ForeignKey:
    return models.ForeignKey(
        null=null,
        on_delete=django.db.models.deletion.CASCADE,
        related_name="+",
        to=settings.AUTH_USER_MODEL,
    )
