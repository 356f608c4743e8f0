"""Finds in the history which values of learners' rows a fault of ours moved, so that they can be offered back.

Two are known. Until now the form of a piece of evidence showed today in place of its day, so every saving moved the day
to that of the saving. And a project whose kind was changed kept the professional setting that had been guessed from the
kind before. Nothing is changed here: ``evidence.recovering`` asks the learner.
"""

from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

AT_ONCE = 500
# Of the learner's day we know that it is not further from UTC than this.
WEST, EAST = timedelta(hours=12), timedelta(hours=14)
PROFESSIONAL = ("job", "contract", "volunteer")


def find(apps: Any, schema_editor: Any) -> None:
    recoveries = apps.get_model("evidence", "Recovery").objects
    found = []
    for one in [*_moved_days(apps), *_settings_left_behind(apps)]:
        found.append(recoveries.model(**one))
        if len(found) == AT_ONCE:
            recoveries.bulk_create(found, ignore_conflicts=True)
            found = []
    recoveries.bulk_create(found, ignore_conflicts=True)


def _moved_days(apps: Any) -> Any:
    """Pieces whose day last went from an older one to that of the saving, and stands there still."""
    events = apps.get_model("evidence", "OwnEvent").objects.filter(
        subject="evidence", act="changed", after__has_key="on", before__has_key="on"
    )
    days = apps.get_model("evidence", "Evidence").objects
    for row, changes in groupby(events.order_by("row", "pk").iterator(AT_ONCE), key=lambda event: event.row):
        moved: dict[str, Any] = {}
        for event in changes:
            was, became = event.before["on"], event.after["on"]
            saved = (event.at - WEST).date() <= date.fromisoformat(became) <= (event.at + EAST).date()
            if not saved or was >= became:
                # The learner set a day, or took a saving back.
                moved = {}
            elif moved and moved["present"] == was:
                moved |= {"present": became, "at": event.at}
            else:
                moved = {"user_id": event.user_id, "present": became, "offered": was, "at": event.at}
        if moved and days.filter(pk=row, user=moved["user_id"], on=moved["present"]).exists():
            yield moved | {"subject": "evidence", "row": row, "field": "on"}


def _settings_left_behind(apps: Any) -> Any:
    """Projects whose setting is that of a kind they had before."""
    usually = Q(kind__in=PROFESSIONAL)
    projects = apps.get_model("evidence", "Project").objects.filter(
        (usually & Q(professional=False)) | (~usually & Q(professional=True))
    )
    events = apps.get_model("evidence", "OwnEvent").objects.filter(subject="project")
    for project in projects.iterator(AT_ONCE):
        left: dict[str, Any] = {}
        for event in events.filter(user=project.user_id, row=project.pk).order_by("pk"):
            if "professional" in event.after:
                # Said, or guessed, with this very change.
                left = {}
            elif "kind" in event.after and event.act == "changed":
                guessed = (event.before["kind"] in PROFESSIONAL) == project.professional
                other = (event.after["kind"] in PROFESSIONAL) != project.professional
                left = {"at": event.at} if guessed and other else left
        if left:
            yield left | {
                "user_id": project.user_id,
                "subject": "project",
                "row": project.pk,
                "field": "professional",
                "present": project.professional,
                "offered": not project.professional,
            }


class Migration(migrations.Migration):
    dependencies = [
        ("evidence", "0006_whether_a_setting_was_said"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Recovery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "subject",
                    models.CharField(help_text="The table: the name of its model in lower case.", max_length=40),
                ),
                ("row", models.BigIntegerField()),
                ("field", models.CharField(max_length=40)),
                ("present", models.JSONField()),
                ("offered", models.JSONField()),
                ("at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(on_delete=models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={
                "verbose_name_plural": "values to give back to learners",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("user", "subject", "row", "field"), name="evidence_recovery_once")
                ],
            },
        ),
        migrations.RunPython(find, migrations.RunPython.noop, elidable=True),
    ]
