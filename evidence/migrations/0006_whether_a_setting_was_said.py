"""Whether the learner said that a project is professional, or its kind does.

It was not kept until now. What is as usual for the kind is taken for unsaid: it follows the kind from now on. What is
not was said, or stayed behind when the kind was changed; it stays as it is, and ``0007`` offers the latter back.
"""

from typing import Any

from django.db import migrations, models
from django.db.models import Q

USUALLY = Q(kind__in=["job", "contract", "volunteer"])


def take_for_said(apps: Any, schema_editor: Any) -> None:
    projects = apps.get_model("evidence", "Project").objects
    projects.filter((USUALLY & Q(professional=False)) | (~USUALLY & Q(professional=True))).update(
        professional_said=True
    )


class Migration(migrations.Migration):
    dependencies = [("evidence", "0005_plain_line_ends")]

    operations = [
        migrations.AlterField(
            "project",
            "professional",
            models.BooleanField(
                "professional setting", default=True, help_text="Paid or voluntary work for an organization."
            ),
        ),
        migrations.AddField(
            "project",
            "professional_said",
            models.BooleanField(
                "who says whether it is professional",
                default=False,
                help_text="Whether the learner said so. Else it is as usual for the kind, whatever the kind becomes.",
            ),
        ),
        migrations.RunPython(take_for_said, migrations.RunPython.noop, elidable=True),
    ]
