import uuid

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("interviews", "0001_bank_and_practice"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="MockInterview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("edition", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                ("binned_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("seed", models.CharField(max_length=40)),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(5),
                            django.core.validators.MaxValueValidator(120),
                        ]
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("entry", "First or second role"),
                            ("mid", "Runs projects independently"),
                            ("senior", "Leads programs or several teams"),
                        ],
                        max_length=6,
                    ),
                ),
                (
                    "mix",
                    models.CharField(
                        choices=[("even", "Every category of the round in turn"), ("free", "As it comes")],
                        default="even",
                        max_length=4,
                    ),
                ),
                (
                    "place",
                    models.PositiveSmallIntegerField(default=1, help_text="The number of the question it stands at."),
                ),
                (
                    "phase",
                    models.CharField(
                        choices=[
                            ("question", "The question"),
                            ("follow_up", "The follow-up"),
                            ("done", "Finished"),
                        ],
                        default="question",
                        max_length=9,
                    ),
                ),
                ("phase_began_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        help_text="This one only.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="interviews.category",
                    ),
                ),
                (
                    "round_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="interviews.roundtype"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "mock interview",
                "verbose_name_plural": "learners' mock interviews",
                "ordering": ("-pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("user", "token"), name="interviews_mockinterview_once"),
                    models.CheckConstraint(
                        condition=models.Q(("phase__in", ["question", "follow_up", "done"])),
                        name="interviews_mockinterview_phase_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("finished_at__isnull", False), ("phase", "done")),
                            models.Q(models.Q(("phase", "done"), _negated=True), ("finished_at__isnull", True)),
                            _connector="OR",
                        ),
                        name="interviews_mockinterview_finished_when_done",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MockQuestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveSmallIntegerField()),
                ("text", models.CharField(max_length=300)),
                ("follow_up", models.CharField(blank=True, max_length=500)),
                ("answer", models.CharField(blank=True, max_length=20000)),
                ("answer_seconds", models.PositiveIntegerField(blank=True, null=True)),
                ("follow_up_answer", models.CharField(blank=True, max_length=20000)),
                ("follow_up_seconds", models.PositiveIntegerField(blank=True, null=True)),
                ("edition", models.PositiveIntegerField(default=0)),
                (
                    "mock",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="questions",
                        to="interviews.mockinterview",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="interviews.question"
                    ),
                ),
                (
                    "rating",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="interviews.ratedanswer",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "questions of learners' mock interviews",
                "ordering": ("mock", "place"),
                "constraints": [
                    models.UniqueConstraint(fields=("mock", "place"), name="interviews_mockquestion_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="HelperLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "name",
                    models.CharField(blank=True, help_text="Who helps, as the learner calls them.", max_length=80),
                ),
                ("secret_hash", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "mock",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="helper_links",
                        to="interviews.mockinterview",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "links for learners' helpers",
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("made_at"))),
                        name="interviews_helperlink_expires_later",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MockScore",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "score",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ]
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "dimension",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="interviews.dimension"
                    ),
                ),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scores",
                        to="interviews.helperlink",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scores",
                        to="interviews.mockquestion",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "scores of learners' mock interviews",
                "constraints": [
                    models.UniqueConstraint(fields=("question", "link", "dimension"), name="interviews_mockscore_once"),
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 1), ("score__lte", 5)),
                        name="interviews_mockscore_in_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MockNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=2000)),
                ("at", models.DateTimeField()),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="interviews.helperlink",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="interviews.mockquestion",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "notes of learners' helpers",
                "constraints": [
                    models.UniqueConstraint(fields=("question", "link"), name="interviews_mocknote_once"),
                ],
            },
        ),
    ]
