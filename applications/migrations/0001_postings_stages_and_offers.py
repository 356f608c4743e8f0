"""Applications with their postings, requirements, stages, people, tasks and offers."""

import datetime
import uuid
from decimal import Decimal

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("evidence", "0013_where_a_learner_worked"),
        ("keeping", "0002_numbers_of_the_log_of_milestones"),
        ("resumes", "0004_reviews_by_others"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Application",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("edition", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                ("title", models.CharField(max_length=200)),
                ("employer", models.CharField(blank=True, max_length=160)),
                ("by_agency", models.BooleanField(default=False, verbose_name="an agency, not the employer itself")),
                ("places", models.CharField(blank=True, max_length=500, verbose_name="where the work is")),
                (
                    "remote",
                    models.CharField(
                        choices=[("yes", "Remote"), ("no", "On site"), ("hybrid", "Hybrid"), ("unknown", "Not said")],
                        default="unknown",
                        max_length=8,
                    ),
                ),
                (
                    "employment_types",
                    models.JSONField(blank=True, default=list, help_text="A list of types.", verbose_name="type"),
                ),
                ("pay_words", models.CharField(blank=True, max_length=500, verbose_name="pay, as it is written")),
                (
                    "pay_least",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="pay, from"
                    ),
                ),
                (
                    "pay_most",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="pay, to"),
                ),
                ("pay_currency", models.CharField(blank=True, max_length=3, verbose_name="currency of the pay")),
                (
                    "pay_period",
                    models.CharField(
                        blank=True,
                        choices=[("hour", "A hour"), ("day", "A day"), ("month", "A month"), ("year", "A year")],
                        max_length=5,
                        verbose_name="period of the pay",
                    ),
                ),
                ("closes_on", models.DateField(blank=True, null=True, verbose_name="closing date")),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="link")),
                ("source", models.CharField(blank=True, max_length=80, verbose_name="where I found it")),
                ("note", models.CharField(blank=True, max_length=5000)),
                ("letter", models.CharField(blank=True, max_length=10000, verbose_name="cover letter")),
                (
                    "deletion",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="keeping.deletion",
                    ),
                ),
                (
                    "resume",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="applications",
                        to="resumes.resume",
                        verbose_name="my resume",
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
                "verbose_name_plural": "learners' applications",
                "ordering": ("-created_at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="ApplicationCopy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="copy_rows",
                        to="applications.application",
                    ),
                ),
                (
                    "copy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="application_rows",
                        to="resumes.sentcopy",
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
                "verbose_name_plural": "copies of resumes by application",
            },
        ),
        migrations.AddField(
            model_name="application",
            name="sent_copies",
            field=models.ManyToManyField(
                blank=True, related_name="applications", through="applications.ApplicationCopy", to="resumes.sentcopy"
            ),
        ),
        migrations.CreateModel(
            name="Duty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveIntegerField()),
                ("quote", models.CharField(max_length=2000)),
                ("task", models.CharField(blank=True, max_length=30, verbose_name="kind of task")),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="duties",
                        to="applications.application",
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
                "verbose_name_plural": "duties of learners' postings",
                "ordering": ("application", "place"),
            },
        ),
        migrations.CreateModel(
            name="Habits",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("edition", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                (
                    "saved",
                    models.PositiveSmallIntegerField(
                        default=7,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(365),
                        ],
                        verbose_name="days to apply",
                    ),
                ),
                (
                    "applied",
                    models.PositiveSmallIntegerField(
                        default=7,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(365),
                        ],
                        verbose_name="days without an answer",
                    ),
                ),
                (
                    "screening",
                    models.PositiveSmallIntegerField(
                        default=5,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(365),
                        ],
                        verbose_name="days after a screening",
                    ),
                ),
                (
                    "rounds",
                    models.PositiveSmallIntegerField(
                        default=5,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(365),
                        ],
                        verbose_name="days after an interview",
                    ),
                ),
                (
                    "offer",
                    models.PositiveSmallIntegerField(
                        default=3,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(365),
                        ],
                        verbose_name="days with an offer",
                    ),
                ),
                ("steers", models.BooleanField(default=False, verbose_name="the roadmap goes by the jobs I want")),
                (
                    "deletion",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="keeping.deletion",
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
                "verbose_name_plural": "habits of learners who apply",
            },
        ),
        migrations.CreateModel(
            name="Offer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("edition", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                (
                    "form",
                    models.CharField(
                        choices=[("advertised", "Advertised"), ("verbal", "Said"), ("written", "In writing")],
                        max_length=10,
                        verbose_name="how it was made",
                    ),
                ),
                ("on", models.DateField(verbose_name="when")),
                ("currency", models.CharField(max_length=3)),
                (
                    "base",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=14,
                        validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                        verbose_name="base pay",
                    ),
                ),
                (
                    "period",
                    models.CharField(
                        choices=[("hour", "A hour"), ("day", "A day"), ("month", "A month"), ("year", "A year")],
                        default="year",
                        max_length=5,
                    ),
                ),
                (
                    "bonus",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="bonus a year",
                    ),
                ),
                ("benefits", models.CharField(blank=True, max_length=2000)),
                (
                    "days_off",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(366)],
                        verbose_name="paid days off a year",
                    ),
                ),
                ("answer_by", models.DateField(blank=True, null=True, verbose_name="they want an answer by")),
                ("note", models.CharField(blank=True, max_length=2000)),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="offers",
                        to="applications.application",
                    ),
                ),
                (
                    "deletion",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="keeping.deletion",
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
                "verbose_name_plural": "offers to learners",
                "ordering": ("application", "on", "pk"),
            },
        ),
        migrations.CreateModel(
            name="OfferEquity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("amount", models.DecimalField(decimal_places=2, max_digits=14)),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="equity", to="applications.offer"
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
                "verbose_name_plural": "equity of offers by year",
                "ordering": ("offer", "year"),
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("edition", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                ("name", models.CharField(max_length=160)),
                (
                    "what",
                    models.CharField(
                        blank=True,
                        help_text="Recruiter, hiring manager, friend.",
                        max_length=160,
                        verbose_name="who they are",
                    ),
                ),
                ("known_from", models.CharField(blank=True, max_length=160, verbose_name="where I know them from")),
                ("reach", models.CharField(blank=True, max_length=300, verbose_name="how to reach them")),
                ("last_contact_on", models.DateField(blank=True, null=True, verbose_name="last contact")),
                ("referred_on", models.DateField(blank=True, null=True, verbose_name="referred me on")),
                ("thanked_on", models.DateField(blank=True, null=True, verbose_name="thanked on")),
                ("note", models.CharField(blank=True, max_length=2000)),
                (
                    "application",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="people",
                        to="applications.application",
                    ),
                ),
                (
                    "deletion",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="keeping.deletion",
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
                "verbose_name_plural": "people whom learners know",
                "ordering": ("name", "pk"),
            },
        ),
        migrations.CreateModel(
            name="PostingText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveIntegerField()),
                ("raw", models.TextField()),
                ("pasted_on", models.DateField()),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="texts", to="applications.application"
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
                "verbose_name_plural": "postings as learners pasted them",
                "ordering": ("application", "place"),
            },
        ),
        migrations.CreateModel(
            name="Requirement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("edition", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                ("place", models.PositiveIntegerField(default=0)),
                ("quote", models.CharField(max_length=2000, verbose_name="in the words of the posting")),
                (
                    "strength",
                    models.CharField(
                        choices=[("required", "Required"), ("preferred", "Preferred")], default="required", max_length=9
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("experience", "Months or years of experience"),
                            ("skill", "Skill or knowledge"),
                            ("credential", "Credential"),
                            ("degree", "Degree or schooling"),
                            ("language", "Language"),
                            ("clearance", "Clearance"),
                            ("travel", "Travel or relocation"),
                            ("other", "Something else"),
                        ],
                        default="other",
                        max_length=10,
                    ),
                ),
                ("any_of", models.BooleanField(default=False, verbose_name="one of them is enough")),
                (
                    "unlisted",
                    models.JSONField(blank=True, default=list, verbose_name="credentials that this site does not list"),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("secondary", "High school"),
                            ("associate", "Associate degree"),
                            ("bachelor", "Bachelor's degree"),
                            ("master", "Master's degree or more"),
                        ],
                        max_length=9,
                        verbose_name="schooling",
                    ),
                ),
                ("languages", models.JSONField(blank=True, default=list, help_text="A list of codes by ISO 639-1.")),
                (
                    "months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, validators=[django.core.validators.MaxValueValidator(720)]
                    ),
                ),
                (
                    "within_previous",
                    models.BooleanField(default=False, verbose_name="its months are part of those of the row before"),
                ),
                (
                    "percent",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="percent of travel",
                    ),
                ),
                ("alternatives", models.JSONField(blank=True, default=list, verbose_name="what else would do")),
                ("confirmed", models.BooleanField(default=False, verbose_name="looked at")),
                ("corrected", models.BooleanField(default=False)),
                (
                    "said",
                    models.CharField(
                        blank=True,
                        choices=[("", "Nothing yet"), ("yes", "I have this"), ("no", "I do not have this")],
                        max_length=3,
                        verbose_name="what I say of it",
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="requirements",
                        to="applications.application",
                    ),
                ),
                (
                    "deletion",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="keeping.deletion",
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
                "verbose_name_plural": "requirements of learners' postings",
                "ordering": ("application", "place", "pk"),
            },
        ),
        migrations.CreateModel(
            name="RequirementCredential",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "credential",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evidence.credential"
                    ),
                ),
                (
                    "requirement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="credential_rows",
                        to="applications.requirement",
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
                "verbose_name_plural": "credentials of requirements",
            },
        ),
        migrations.AddField(
            model_name="requirement",
            name="credentials",
            field=models.ManyToManyField(
                blank=True, related_name="+", through="applications.RequirementCredential", to="evidence.credential"
            ),
        ),
        migrations.CreateModel(
            name="RequirementSkill",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "requirement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="skill_rows",
                        to="applications.requirement",
                    ),
                ),
                (
                    "skill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evidence.skill"
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
                "verbose_name_plural": "skills of requirements",
            },
        ),
        migrations.AddField(
            model_name="requirement",
            name="skills",
            field=models.ManyToManyField(
                blank=True, related_name="+", through="applications.RequirementSkill", to="evidence.skill"
            ),
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("edition", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                ("name", models.CharField(max_length=80)),
                ("query", models.CharField(blank=True, max_length=500, verbose_name="filters and order")),
                (
                    "deletion",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="keeping.deletion",
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
                "verbose_name_plural": "saved views of learners' applications",
                "ordering": ("name", "pk"),
            },
        ),
        migrations.CreateModel(
            name="StageChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("edition", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("saved", "Saved"),
                            ("applied", "Applied"),
                            ("screening", "Screening"),
                            ("rounds", "Interviews"),
                            ("offer", "Offer"),
                            ("accepted", "Accepted"),
                            ("rejected", "Rejected"),
                            ("no_answer", "No answer"),
                            ("withdrew", "I withdrew"),
                            ("role_closed", "Role closed"),
                            ("declined", "I declined"),
                        ],
                        max_length=11,
                    ),
                ),
                ("on", models.DateField(verbose_name="when")),
                ("note", models.CharField(blank=True, max_length=2000)),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stages",
                        to="applications.application",
                    ),
                ),
                (
                    "deletion",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="keeping.deletion",
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
                "verbose_name": "stage",
                "verbose_name_plural": "stages of learners' applications",
                "ordering": ("application", "on", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("edition", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                ("what", models.CharField(max_length=200)),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="to be done by")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("note", models.CharField(blank=True, max_length=2000)),
                (
                    "application",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="tasks",
                        to="applications.application",
                    ),
                ),
                (
                    "deletion",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="keeping.deletion",
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
                "verbose_name_plural": "tasks of learners' applications",
                "ordering": ("due_on", "pk"),
            },
        ),
        migrations.CreateModel(
            name="TaskLiking",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("edition", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                ("task", models.CharField(max_length=30, verbose_name="kind of task")),
                (
                    "liking",
                    models.CharField(
                        choices=[("energizes", "Energizes me"), ("fine", "Is fine"), ("drains", "Drains me")],
                        max_length=9,
                    ),
                ),
                (
                    "deletion",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="keeping.deletion",
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
                "verbose_name_plural": "how learners like kinds of tasks",
                "ordering": ("task",),
            },
        ),
        migrations.AddConstraint(
            model_name="applicationcopy",
            constraint=models.UniqueConstraint(
                fields=("application", "copy"), name="applications_applicationcopy_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.UniqueConstraint(fields=("user", "token"), name="applications_application_once"),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True), name="applications_application_named"
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(("remote__in", ("yes", "no", "hybrid", "unknown"))),
                name="applications_application_remote_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("pay_period", ""), ("pay_period__in", ("hour", "day", "month", "year")), _connector="OR"
                ),
                name="applications_application_period_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(("pay_currency", ""), ("pay_currency__regex", "^[A-Z]{3}$"), _connector="OR"),
                name="applications_application_currency_code",
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("pay_least", None), ("pay_most", None)),
                    models.Q(
                        models.Q(("pay_currency", ""), _negated=True), models.Q(("pay_period", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="applications_application_pay_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("pay_least", None), ("pay_most", None), ("pay_least__lte", models.F("pay_most")), _connector="OR"
                ),
                name="applications_application_pay_ordered",
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("pay_least", None), ("pay_least__gt", 0), _connector="OR"),
                    models.Q(("pay_most", None), ("pay_most__gt", 0), _connector="OR"),
                ),
                name="applications_application_pay_positive",
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(("closes_on", None), ("closes_on__gte", datetime.date(1950, 1, 1)), _connector="OR"),
                name="applications_application_not_ancient",
            ),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.UniqueConstraint(fields=("application", "place"), name="applications_duty_once"),
        ),
        migrations.AddConstraint(
            model_name="habits",
            constraint=models.UniqueConstraint(fields=("user", "token"), name="applications_habits_once"),
        ),
        migrations.AddConstraint(
            model_name="habits",
            constraint=models.UniqueConstraint(fields=("user",), name="applications_habits_one_for_each"),
        ),
        migrations.AddConstraint(
            model_name="habits",
            constraint=models.CheckConstraint(
                condition=models.Q(("saved__gte", 1), ("saved__lte", 365)), name="applications_habits_saved_days"
            ),
        ),
        migrations.AddConstraint(
            model_name="habits",
            constraint=models.CheckConstraint(
                condition=models.Q(("applied__gte", 1), ("applied__lte", 365)), name="applications_habits_applied_days"
            ),
        ),
        migrations.AddConstraint(
            model_name="habits",
            constraint=models.CheckConstraint(
                condition=models.Q(("screening__gte", 1), ("screening__lte", 365)),
                name="applications_habits_screening_days",
            ),
        ),
        migrations.AddConstraint(
            model_name="habits",
            constraint=models.CheckConstraint(
                condition=models.Q(("rounds__gte", 1), ("rounds__lte", 365)), name="applications_habits_rounds_days"
            ),
        ),
        migrations.AddConstraint(
            model_name="habits",
            constraint=models.CheckConstraint(
                condition=models.Q(("offer__gte", 1), ("offer__lte", 365)), name="applications_habits_offer_days"
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.UniqueConstraint(fields=("user", "token"), name="applications_offer_once"),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(("form__in", ["advertised", "verbal", "written"])),
                name="applications_offer_form_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(("period__in", ("hour", "day", "month", "year"))),
                name="applications_offer_period_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(("currency__regex", "^[A-Z]{3}$")), name="applications_offer_currency_code"
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(("base__gt", 0)), name="applications_offer_base_positive"
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(("bonus", None), ("bonus__gte", 0), _connector="OR"), name="applications_offer_bonus"
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(("on__gte", datetime.date(1950, 1, 1))), name="applications_offer_not_ancient"
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(("answer_by", None), ("answer_by__gte", datetime.date(1950, 1, 1)), _connector="OR"),
                name="applications_offer_answer_not_ancient",
            ),
        ),
        migrations.AddConstraint(
            model_name="offerequity",
            constraint=models.UniqueConstraint(fields=("offer", "year"), name="applications_offerequity_once"),
        ),
        migrations.AddConstraint(
            model_name="offerequity",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gte", 0)), name="applications_offerequity_positive"
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.UniqueConstraint(fields=("user", "token"), name="applications_person_once"),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="applications_person_named"
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("last_contact_on", None), ("last_contact_on__gte", datetime.date(1950, 1, 1)), _connector="OR"
                ),
                name="applications_person_last_contact_not_ancient",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("referred_on", None), ("referred_on__gte", datetime.date(1950, 1, 1)), _connector="OR"
                ),
                name="applications_person_referred_not_ancient",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("thanked_on", None), ("thanked_on__gte", datetime.date(1950, 1, 1)), _connector="OR"
                ),
                name="applications_person_thanked_not_ancient",
            ),
        ),
        migrations.AddConstraint(
            model_name="postingtext",
            constraint=models.UniqueConstraint(fields=("application", "place"), name="applications_postingtext_once"),
        ),
        migrations.AddConstraint(
            model_name="requirementcredential",
            constraint=models.UniqueConstraint(
                fields=("requirement", "credential"), name="applications_requirementcredential_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="requirementskill",
            constraint=models.UniqueConstraint(
                fields=("requirement", "skill"), name="applications_requirementskill_once"
            ),
        ),
        migrations.AddIndex(
            model_name="requirement",
            index=models.Index(
                condition=models.Q(("corrected", True)), fields=["user", "quote"], name="applications_requirement_right"
            ),
        ),
        migrations.AddConstraint(
            model_name="requirement",
            constraint=models.UniqueConstraint(fields=("user", "token"), name="applications_requirement_once"),
        ),
        migrations.AddConstraint(
            model_name="requirement",
            constraint=models.CheckConstraint(
                condition=models.Q(("quote", ""), _negated=True), name="applications_requirement_worded"
            ),
        ),
        migrations.AddConstraint(
            model_name="requirement",
            constraint=models.CheckConstraint(
                condition=models.Q(("strength__in", ["required", "preferred"])),
                name="applications_requirement_strength_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="requirement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ("clearance", "credential", "degree", "language", "experience", "travel", "skill", "other"),
                    )
                ),
                name="applications_requirement_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="requirement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("level", ""), ("level__in", ("secondary", "associate", "bachelor", "master")), _connector="OR"
                ),
                name="applications_requirement_level_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="requirement",
            constraint=models.CheckConstraint(
                condition=models.Q(("percent", None), ("percent__lte", 100), _connector="OR"),
                name="applications_requirement_percent",
            ),
        ),
        migrations.AddConstraint(
            model_name="requirement",
            constraint=models.CheckConstraint(
                condition=models.Q(("said__in", ["", "yes", "no"])), name="applications_requirement_said_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="savedview",
            constraint=models.UniqueConstraint(fields=("user", "token"), name="applications_savedview_once"),
        ),
        migrations.AddConstraint(
            model_name="savedview",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="applications_savedview_named"
            ),
        ),
        migrations.AddIndex(
            model_name="stagechange",
            index=models.Index(fields=["application", "-on", "-id"], name="applications_stagechange_last"),
        ),
        migrations.AddConstraint(
            model_name="stagechange",
            constraint=models.UniqueConstraint(fields=("user", "token"), name="applications_stagechange_once"),
        ),
        migrations.AddConstraint(
            model_name="stagechange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "stage__in",
                        [
                            "saved",
                            "applied",
                            "screening",
                            "rounds",
                            "offer",
                            "accepted",
                            "rejected",
                            "no_answer",
                            "withdrew",
                            "role_closed",
                            "declined",
                        ],
                    )
                ),
                name="applications_stagechange_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="stagechange",
            constraint=models.CheckConstraint(
                condition=models.Q(("on__gte", datetime.date(1950, 1, 1))), name="applications_stagechange_not_ancient"
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.UniqueConstraint(fields=("user", "token"), name="applications_task_once"),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(("what", ""), _negated=True), name="applications_task_named"
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_on", None), ("due_on__gte", datetime.date(1950, 1, 1)), _connector="OR"),
                name="applications_task_due_not_ancient",
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.CheckConstraint(
                condition=models.Q(("done_on", None), ("done_on__gte", datetime.date(1950, 1, 1)), _connector="OR"),
                name="applications_task_done_not_ancient",
            ),
        ),
        migrations.AddConstraint(
            model_name="taskliking",
            constraint=models.UniqueConstraint(fields=("user", "token"), name="applications_taskliking_once"),
        ),
        migrations.AddConstraint(
            model_name="taskliking",
            constraint=models.UniqueConstraint(fields=("user", "task"), name="applications_taskliking_one_for_each"),
        ),
        migrations.AddConstraint(
            model_name="taskliking",
            constraint=models.CheckConstraint(
                condition=models.Q(("liking__in", ["energizes", "fine", "drains"])),
                name="applications_taskliking_known",
            ),
        ),
    ]
