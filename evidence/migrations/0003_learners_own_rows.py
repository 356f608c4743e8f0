import datetime
import uuid
from decimal import Decimal

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("curation", "0002_longer_seed_keys"),
        ("evidence", "0002_one_term_per_skill"),
    ]

    operations = [
        migrations.AddField(
            model_name="eligibilitypath",
            name="version_number",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("edition", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                ("binned_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("happened", models.CharField(max_length=10000, verbose_name="what happened")),
                ("did", models.CharField(blank=True, max_length=10000, verbose_name="what I did")),
                ("result", models.CharField(blank=True, max_length=10000, verbose_name="what came of it")),
                (
                    "amount",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="the number"
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=40, verbose_name="its unit")),
                ("on", models.DateField(verbose_name="when")),
                ("do_not_claim", models.CharField(blank=True, max_length=500, verbose_name="what I must not claim")),
                (
                    "words",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector(
                            "happened", "did", "result", "unit", config="english"
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
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
                "verbose_name_plural": "learners' evidence",
                "ordering": ("-on", "-pk"),
                "indexes": [
                    models.Index(fields=["user", "-on", "-id"], name="evidence_evidence_own"),
                    django.contrib.postgres.indexes.GinIndex(fields=["words"], name="evidence_evidence_words"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("user", "token"), name="evidence_evidence_once"),
                    models.CheckConstraint(
                        condition=models.Q(("happened", ""), _negated=True), name="evidence_evidence_says_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("on__gte", datetime.date(1950, 1, 1))), name="evidence_evidence_not_ancient"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EvidenceSkill",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence_skills",
                        to="evidence.evidence",
                    ),
                ),
                (
                    "skill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="evidence_skills", to="evidence.skill"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "skills shown by learners' evidence",
                "constraints": [
                    models.UniqueConstraint(fields=("evidence", "skill"), name="evidence_evidenceskill_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="evidence",
            name="skills",
            field=models.ManyToManyField(
                blank=True, related_name="+", through="evidence.EvidenceSkill", to="evidence.skill"
            ),
        ),
        migrations.CreateModel(
            name="HeldCredential",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("edition", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                ("binned_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("earned_on", models.DateField(verbose_name="earned on")),
                (
                    "expires_on",
                    models.DateField(
                        blank=True, help_text="The last day. Empty: for good.", null=True, verbose_name="valid until"
                    ),
                ),
                ("number", models.CharField(blank=True, max_length=80, verbose_name="its number")),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="where it can be verified")),
                (
                    "credential",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="held_by", to="evidence.credential"
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
                "verbose_name_plural": "credentials that learners hold",
                "ordering": ("-earned_on", "-pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("user", "token"), name="evidence_heldcredential_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("expires_on", None), ("expires_on__gte", models.F("earned_on")), _connector="OR"
                        ),
                        name="evidence_heldcredential_dates_ordered",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("earned_on__gte", datetime.date(1950, 1, 1))),
                        name="evidence_heldcredential_not_ancient",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "subject",
                    models.CharField(help_text="The table: the name of its model in lower case.", max_length=40),
                ),
                ("row", models.BigIntegerField()),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("added", "Added"),
                            ("changed", "Changed"),
                            ("binned", "Put in the bin"),
                            ("restored", "Brought back"),
                        ],
                        max_length=8,
                    ),
                ),
                ("at", models.DateTimeField()),
                ("before", models.JSONField(default=dict)),
                ("after", models.JSONField(default=dict)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "indexes": [models.Index(fields=["user", "subject", "row"], name="evidence_ownevent_row")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("act__in", ["added", "changed", "binned", "restored"])),
                        name="evidence_ownevent_act_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PathVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("snapshot", models.JSONField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "path",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="evidence.eligibilitypath",
                    ),
                ),
            ],
            options={
                "ordering": ("path", "number"),
                "constraints": [models.UniqueConstraint(fields=("path", "number"), name="evidence_pathversion_once")],
            },
        ),
        migrations.CreateModel(
            name="Project",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("edition", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                ("binned_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("title", models.CharField(max_length=160)),
                ("organization", models.CharField(blank=True, max_length=160)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("job", "Part of a job"),
                            ("contract", "Contract or freelance"),
                            ("volunteer", "Voluntary work"),
                            ("own", "My own project"),
                            ("study", "Part of studies"),
                        ],
                        default="job",
                        max_length=9,
                    ),
                ),
                ("role", models.CharField(blank=True, max_length=120, verbose_name="my role")),
                (
                    "part",
                    models.CharField(
                        choices=[("led", "I led it"), ("took_part", "I took part")], default="led", max_length=9
                    ),
                ),
                (
                    "professional",
                    models.BooleanField(default=True, help_text="Paid or voluntary work for an organization."),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("exact", models.BooleanField(default=False)),
                (
                    "approach",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("predictive", "Predictive (planned up front)"),
                            ("agile", "Agile"),
                            ("hybrid", "Hybrid"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "is_program",
                    models.BooleanField(default=False, verbose_name="a program of several related projects"),
                ),
                (
                    "is_construction",
                    models.BooleanField(default=False, verbose_name="construction or built environment"),
                ),
                (
                    "team_size",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100000),
                        ],
                    ),
                ),
                (
                    "budget",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("to_50k", "Up to 50,000"),
                            ("to_250k", "50,000 to 250,000"),
                            ("to_1m", "250,000 to 1 million"),
                            ("to_10m", "1 to 10 million"),
                            ("over_10m", "More than 10 million"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "hours",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100000),
                        ],
                        verbose_name="hours I spent on it",
                    ),
                ),
                ("purpose", models.CharField(blank=True, max_length=2000, verbose_name="what it was for")),
                (
                    "description",
                    models.CharField(blank=True, max_length=10000, verbose_name="description for an application"),
                ),
                ("confirmer_name", models.CharField(blank=True, max_length=160, verbose_name="who can confirm it")),
                ("confirmer_contact", models.CharField(blank=True, max_length=300, verbose_name="how to reach them")),
                ("confidential", models.BooleanField(default=False, verbose_name="do not name it")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "learners' projects",
                "ordering": ("-starts_on", "-pk"),
                "indexes": [models.Index(fields=["user", "-starts_on", "-id"], name="evidence_project_own")],
                "constraints": [
                    models.UniqueConstraint(fields=("user", "token"), name="evidence_project_once"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["job", "contract", "volunteer", "own", "study"])),
                        name="evidence_project_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("part__in", ["led", "took_part"])), name="evidence_project_part_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("approach__in", ["", "predictive", "agile", "hybrid"])),
                        name="evidence_project_approach_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("budget__in", ["", "to_50k", "to_250k", "to_1m", "to_10m", "over_10m"])),
                        name="evidence_project_budget_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="evidence_project_dates_ordered",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("starts_on__gte", datetime.date(1950, 1, 1))),
                        name="evidence_project_not_ancient",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="evidence",
            name="binned_with",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="evidence.project",
            ),
        ),
        migrations.AddField(
            model_name="evidence",
            name="project",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="evidence",
                to="evidence.project",
            ),
        ),
        migrations.CreateModel(
            name="RenewalRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "retired_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        help_text="Retired content is no longer offered, and stays with the learners who used it.",
                        null=True,
                        verbose_name="retired",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Names this row inside its credential. It never changes.", max_length=80
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
                (
                    "as_of",
                    models.CharField(
                        help_text="The date the source gives for it, in the source's words.", max_length=120
                    ),
                ),
                ("checked_on", models.DateField(help_text="The day somebody last compared this with the source.")),
                (
                    "unconfirmed",
                    models.BooleanField(
                        default=False,
                        help_text="Tick if the source is old, undated or alone, so that readers are told.",
                    ),
                ),
                (
                    "cycle_years",
                    models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)]),
                ),
                ("units", models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)])),
                ("unit_name", models.CharField(help_text="As the issuer calls them, such as PDU.", max_length=20)),
                (
                    "credential",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="renewal_rules",
                        to="evidence.credential",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="curation.source"
                    ),
                ),
            ],
            options={
                "ordering": ("position", "slug"),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("credential", "slug"), name="evidence_renewalrule_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("retired_at", None)),
                        fields=("credential",),
                        name="evidence_renewalrule_one_in_force",
                        violation_error_message="This credential has a renewal rule already. Retire that one first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cycle_years__gt", 0), ("units__gt", 0)),
                        name="evidence_renewalrule_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("as_of", ""), _negated=True), name="evidence_renewalrule_dated"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RenewalUnits",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("edition", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                ("binned_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("what", models.CharField(max_length=200)),
                (
                    "units",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=6,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0.01")),
                            django.core.validators.MaxValueValidator(Decimal("1000")),
                        ],
                    ),
                ),
                ("earned_on", models.DateField(verbose_name="earned on")),
                (
                    "holding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="units", to="evidence.heldcredential"
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
                "verbose_name_plural": "learners' renewal units",
                "ordering": ("-earned_on", "-pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("user", "token"), name="evidence_renewalunits_once"),
                    models.CheckConstraint(condition=models.Q(("units__gt", 0)), name="evidence_renewalunits_positive"),
                    models.CheckConstraint(
                        condition=models.Q(("earned_on__gte", datetime.date(1950, 1, 1))),
                        name="evidence_renewalunits_not_ancient",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RuleRead",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evidence.pathversion"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "rules that learners have read",
                "constraints": [models.UniqueConstraint(fields=("user", "version"), name="evidence_ruleread_once")],
            },
        ),
        migrations.CreateModel(
            name="SkillStanding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("edition", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                ("binned_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "now",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (0, "Not yet"),
                            (1, "Learning it"),
                            (2, "With help"),
                            (3, "On my own"),
                            (4, "I could teach it"),
                        ],
                        null=True,
                    ),
                ),
                (
                    "wanted",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (0, "Not yet"),
                            (1, "Learning it"),
                            (2, "With help"),
                            (3, "On my own"),
                            (4, "I could teach it"),
                        ],
                        null=True,
                    ),
                ),
                (
                    "skill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="standings", to="evidence.skill"
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
                "verbose_name_plural": "learners' skills",
                "constraints": [
                    models.UniqueConstraint(fields=("user", "skill"), name="evidence_skillstanding_once"),
                    models.CheckConstraint(
                        condition=models.Q(("now", None), ("now__in", [0, 1, 2, 3, 4]), _connector="OR"),
                        name="evidence_skillstanding_now_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("wanted", None), ("wanted__in", [0, 1, 2, 3, 4]), _connector="OR"),
                        name="evidence_skillstanding_wanted_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Training",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("edition", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                ("binned_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("title", models.CharField(max_length=160, verbose_name="name of the course")),
                ("provider", models.CharField(blank=True, max_length=160)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pm_education", "formal project management education"),
                            ("agile_education", "formal training in agile practices"),
                            ("issuer_course", "a course run by the issuer or an authorized trainer"),
                        ],
                        max_length=20,
                        verbose_name="what it taught",
                    ),
                ),
                (
                    "hours",
                    models.DecimalField(
                        decimal_places=1,
                        max_digits=6,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0.1")),
                            django.core.validators.MaxValueValidator(Decimal("10000")),
                        ],
                        verbose_name="contact hours",
                    ),
                ),
                ("finished_on", models.DateField(verbose_name="finished on")),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="where the certificate is")),
                (
                    "credential",
                    models.ForeignKey(
                        blank=True,
                        help_text="For a course run by the issuer: the credential it leads to.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="evidence.credential",
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
                "verbose_name_plural": "learners' training",
                "ordering": ("-finished_on", "-pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("user", "token"), name="evidence_training_once"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["pm_education", "agile_education", "issuer_course"])),
                        name="evidence_training_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hours__gt", 0)), name="evidence_training_hours_positive"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("finished_on__gte", datetime.date(1950, 1, 1))),
                        name="evidence_training_not_ancient",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DescriptionLimit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "retired_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        help_text="Retired content is no longer offered, and stays with the learners who used it.",
                        null=True,
                        verbose_name="retired",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Names this row inside its credential. It never changes.", max_length=80
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
                (
                    "as_of",
                    models.CharField(
                        help_text="The date the source gives for it, in the source's words.", max_length=120
                    ),
                ),
                ("checked_on", models.DateField(help_text="The day somebody last compared this with the source.")),
                (
                    "unconfirmed",
                    models.BooleanField(
                        default=False,
                        help_text="Tick if the source is old, undated or alone, so that readers are told.",
                    ),
                ),
                (
                    "least",
                    models.PositiveIntegerField(
                        blank=True, null=True, validators=[django.core.validators.MinValueValidator(1)]
                    ),
                ),
                ("most", models.PositiveIntegerField(validators=[django.core.validators.MinValueValidator(1)])),
                ("unit", models.CharField(choices=[("words", "words"), ("characters", "characters")], max_length=10)),
                (
                    "credential",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="description_limits",
                        to="evidence.credential",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="curation.source"
                    ),
                ),
            ],
            options={
                "ordering": ("position", "slug"),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("credential", "slug"), name="evidence_descriptionlimit_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("retired_at", None)),
                        fields=("credential",),
                        name="evidence_descriptionlimit_one_in_force",
                        violation_error_message="This credential has a limit already. Retire that one first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("most__gt", 0),
                            ("unit__in", ["words", "characters"]),
                            models.Q(("least", None), ("least__lte", models.F("most")), _connector="OR"),
                        ),
                        name="evidence_descriptionlimit_ordered",
                        violation_error_message="The least first, then the most.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("as_of", ""), _negated=True), name="evidence_descriptionlimit_dated"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Education",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("edition", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                ("binned_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("none", "no completed secondary education"),
                            ("secondary", "a high school diploma, GED or global equivalent"),
                            ("associate", "an associate degree or other two-year qualification"),
                            ("bachelor", "a bachelor's degree or global equivalent (four-year degree)"),
                            ("master", "a master's degree or higher"),
                        ],
                        max_length=10,
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=160, verbose_name="what it is")),
                ("institution", models.CharField(blank=True, max_length=160)),
                (
                    "accredited",
                    models.BooleanField(default=False, verbose_name="its program is accredited by PMI's GAC"),
                ),
                (
                    "finished_on",
                    models.DateField(help_text="Or the day you expect to finish.", verbose_name="finished on"),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "learners' education",
                "ordering": ("-finished_on", "-pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("user", "token"), name="evidence_education_once"),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["none", "secondary", "associate", "bachelor", "master"])),
                        name="evidence_education_level_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("finished_on__gte", datetime.date(1950, 1, 1))),
                        name="evidence_education_not_ancient",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EvidenceLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("url", models.URLField(max_length=500, verbose_name="address")),
                ("title", models.CharField(blank=True, max_length=120)),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="links", to="evidence.evidence"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "links of learners' evidence",
                "ordering": ("position",),
                "constraints": [
                    models.UniqueConstraint(fields=("evidence", "position"), name="evidence_evidencelink_once")
                ],
            },
        ),
    ]
