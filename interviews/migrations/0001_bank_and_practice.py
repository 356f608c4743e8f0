import datetime
import uuid

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import interviews.models.bank


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("curation", "0002_longer_seed_keys"),
        ("evidence", "0004_first_versions_of_the_rules"),
    ]

    operations = [
        migrations.CreateModel(
            name="Category",
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
                    models.SlugField(help_text="Part of the address. It never changes.", max_length=80, unique=True),
                ),
                ("name", models.CharField(max_length=80)),
                ("tests", models.CharField(help_text="What these questions test.", max_length=200)),
                (
                    "assess",
                    models.CharField(help_text="What interviewers assess, after the word 'assess'.", max_length=300),
                ),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
            ],
            options={
                "verbose_name_plural": "categories",
                "ordering": ("position", "slug"),
            },
        ),
        migrations.CreateModel(
            name="Word",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(max_length=40, unique=True)),
                ("questions", models.PositiveIntegerField(help_text="How many questions it leads to.")),
            ],
            options={
                "verbose_name_plural": "words of the bank",
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("draft", models.JSONField(default=dict, help_text="What was typed since the last version, by field.")),
                (
                    "draft_edition",
                    models.PositiveIntegerField(
                        default=0,
                        help_text="Rises with each saving of the draft, so that of two windows the older never wins.",
                    ),
                ),
                ("draft_at", models.DateTimeField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "learners' answers",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AnswerVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("text", models.CharField(blank=True, max_length=20000)),
                ("situation", models.CharField(blank=True, max_length=20000)),
                ("task", models.CharField(blank=True, max_length=20000)),
                ("action", models.CharField(blank=True, max_length=20000)),
                ("result", models.CharField(blank=True, max_length=20000)),
                ("at", models.DateTimeField()),
                (
                    "answer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="interviews.answer"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "versions of learners' answers",
                "ordering": ("answer", "number"),
                "constraints": [
                    models.UniqueConstraint(fields=("answer", "number"), name="interviews_answerversion_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="AskedQuestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("edition", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                ("binned_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("text", models.CharField(max_length=300, verbose_name="the question")),
                ("company", models.CharField(blank=True, max_length=120)),
                ("round", models.CharField(blank=True, max_length=120)),
                ("on", models.DateField(blank=True, null=True, verbose_name="when")),
                (
                    "suggestion",
                    models.CharField(
                        choices=[
                            ("none", "Private"),
                            ("waiting", "Suggested"),
                            ("accepted", "Taken into the bank"),
                            ("declined", "Not taken into the bank"),
                        ],
                        default="none",
                        max_length=8,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="interviews.category",
                    ),
                ),
            ],
            options={
                "verbose_name": "question of my own",
                "verbose_name_plural": "learners' own questions",
                "ordering": ("-created_at", "-pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("user", "token"), name="interviews_askedquestion_once"),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="interviews_askedquestion_says_something"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="answer",
            name="asked",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="interviews.askedquestion",
            ),
        ),
        migrations.CreateModel(
            name="Suggestion",
            fields=[],
            options={
                "verbose_name": "suggested question",
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("interviews.askedquestion",),
        ),
        migrations.CreateModel(
            name="Dimension",
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
                ("slug", models.SlugField(help_text="It never changes.", max_length=80, unique=True)),
                ("name", models.CharField(max_length=80)),
                ("looks_for", models.CharField(max_length=200)),
                ("score_1", models.CharField(max_length=200, verbose_name="a 1 looks like")),
                ("score_3", models.CharField(max_length=200, verbose_name="a 3 looks like")),
                ("score_5", models.CharField(max_length=200, verbose_name="a 5 looks like")),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
                (
                    "applies_to",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Empty: to every category.",
                        related_name="dimensions",
                        to="interviews.category",
                    ),
                ),
            ],
            options={
                "ordering": ("position", "slug"),
            },
        ),
        migrations.CreateModel(
            name="PracticeSettings",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "daily_cap",
                    models.PositiveSmallIntegerField(
                        default=5,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(50),
                        ],
                        verbose_name="questions a day",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "learners' practice settings",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("daily_cap__gte", 1), ("daily_cap__lte", 50)),
                        name="interviews_practicesettings_cap_in_range",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Question",
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
                        help_text="Part of the address, such as q-first-90-days. It never changes.",
                        max_length=80,
                        unique=True,
                        validators=[interviews.models.bank.validate_no_fixed_word],
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="question")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("entry", "First or second role"),
                            ("mid", "Runs projects independently"),
                            ("senior", "Leads programs or several teams"),
                        ],
                        max_length=6,
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("original", "Written for this site"),
                            ("article", "From the article"),
                            ("suggested", "Suggested by a learner"),
                        ],
                        default="original",
                        max_length=9,
                    ),
                ),
                ("points", models.TextField(help_text="One per line.", verbose_name="what a good answer covers")),
                (
                    "follow_ups",
                    models.TextField(blank=True, help_text="One per line.", verbose_name="follow-up questions"),
                ),
                (
                    "steps",
                    models.CharField(
                        blank=True,
                        help_text="The roadmap's steps it belongs to, by their slugs. One per line.",
                        max_length=200,
                        validators=[interviews.models.bank.validate_steps],
                    ),
                ),
                (
                    "seconds",
                    models.PositiveSmallIntegerField(
                        default=120,
                        help_text="Seconds a spoken answer should take. An editorial suggestion.",
                        validators=[
                            django.core.validators.MinValueValidator(15),
                            django.core.validators.MaxValueValidator(900),
                        ],
                        verbose_name="target length",
                    ),
                ),
                (
                    "keywords",
                    models.TextField(
                        blank=True,
                        editable=False,
                        help_text="Skills with the words postings use, and the category: for the search.",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
                (
                    "words",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.CombinedSearchVector(
                            django.contrib.postgres.search.CombinedSearchVector(
                                django.contrib.postgres.search.SearchVector("text", config="english", weight="A"),
                                "||",
                                django.contrib.postgres.search.SearchVector("keywords", config="english", weight="B"),
                                django.contrib.postgres.search.SearchConfig("english"),
                            ),
                            "||",
                            django.contrib.postgres.search.SearchVector(
                                "points", "follow_ups", config="english", weight="C"
                            ),
                            django.contrib.postgres.search.SearchConfig("english"),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="questions", to="interviews.category"
                    ),
                ),
                ("skills", models.ManyToManyField(blank=True, related_name="questions", to="evidence.skill")),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        help_text="If it is not our own.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="curation.source",
                    ),
                ),
            ],
            options={
                "ordering": ("category__position", "position", "slug"),
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["words"], name="interviews_question_words"),
                    models.Index(
                        condition=models.Q(("retired_at", None)),
                        fields=["category", "position", "slug", "level", "origin", "steps", "id"],
                        name="interviews_question_bank",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["entry", "mid", "senior"])),
                        name="interviews_question_level_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ["original", "article", "suggested"])),
                        name="interviews_question_origin_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("origin", "article"), _negated=True), ("source__isnull", False), _connector="OR"
                        ),
                        name="interviews_question_article_has_source",
                        violation_error_message="A question from the article names its source.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("seconds__gte", 15), ("seconds__lte", 900)),
                        name="interviews_question_seconds_in_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Favorite",
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
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="interviews.question"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "learners' favorites",
                "constraints": [models.UniqueConstraint(fields=("user", "question"), name="interviews_favorite_once")],
            },
        ),
        migrations.CreateModel(
            name="Competency",
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
                ("slug", models.SlugField(help_text="It never changes.", max_length=80, unique=True)),
                ("name", models.CharField(help_text="As in 'no story for ...'.", max_length=80)),
                ("about", models.CharField(max_length=300)),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
                (
                    "questions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The questions that a story about it answers.",
                        related_name="competencies",
                        to="interviews.question",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "competencies",
                "ordering": ("position", "slug"),
            },
        ),
        migrations.AddField(
            model_name="askedquestion",
            name="became",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="interviews.question",
            ),
        ),
        migrations.AddField(
            model_name="answer",
            name="question",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="interviews.question",
            ),
        ),
        migrations.CreateModel(
            name="RatedAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("spoken_seconds", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("note", models.CharField(blank=True, max_length=2000)),
                ("at", models.DateTimeField()),
                (
                    "asked",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="interviews.askedquestion",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="interviews.question",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="interviews.answerversion",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "ratings of learners' answers",
                "ordering": ("pk",),
                "abstract": False,
                "indexes": [models.Index(fields=["user", "-at"], name="interviews_ratedanswer_own")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("asked__isnull", False), ("question__isnull", True)),
                            models.Q(("asked__isnull", True), ("question__isnull", False)),
                            _connector="OR",
                        ),
                        name="interviews_ratedanswer_on_one",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DimensionScore",
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
                (
                    "dimension",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="interviews.dimension"
                    ),
                ),
                (
                    "rating",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="scores", to="interviews.ratedanswer"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "scores of learners' answers",
                "constraints": [
                    models.UniqueConstraint(fields=("rating", "dimension"), name="interviews_dimensionscore_once"),
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 1), ("score__lte", 5)),
                        name="interviews_dimensionscore_in_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewCard",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.PositiveSmallIntegerField(help_text="1 learning, 2 review, 3 relearning.")),
                ("step", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("stability", models.FloatField(blank=True, null=True)),
                ("difficulty", models.FloatField(blank=True, null=True)),
                ("due", models.DateTimeField()),
                ("last_review", models.DateTimeField(blank=True, null=True)),
                (
                    "lapses",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="How often it was fumbled after it had been known."
                    ),
                ),
                (
                    "asked",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="interviews.askedquestion",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="interviews.question",
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
                "verbose_name_plural": "learners' review cards",
                "abstract": False,
                "indexes": [models.Index(fields=["user", "due"], name="interviews_reviewcard_due")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("asked__isnull", False), ("question__isnull", True)),
                            models.Q(("asked__isnull", True), ("question__isnull", False)),
                            _connector="OR",
                        ),
                        name="interviews_reviewcard_on_one",
                    ),
                    models.UniqueConstraint(fields=("user", "question"), name="interviews_reviewcard_once_question"),
                    models.UniqueConstraint(fields=("user", "asked"), name="interviews_reviewcard_once_asked"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", [1, 2, 3])), name="interviews_reviewcard_state_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewLog",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField()),
                (
                    "grade",
                    models.CharField(
                        choices=[("fumbled", "Fumbled"), ("fine", "Fine"), ("nailed", "Nailed")], max_length=7
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "card",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reviews", to="interviews.reviewcard"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "learners' reviews",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("card", "token"), name="interviews_reviewlog_once"),
                    models.CheckConstraint(
                        condition=models.Q(("grade__in", ["fumbled", "fine", "nailed"])),
                        name="interviews_reviewlog_grade_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoundType",
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
                ("slug", models.SlugField(help_text="It never changes.", max_length=80, unique=True)),
                ("name", models.CharField(max_length=80)),
                ("about", models.CharField(help_text="Who asks, and what they are after.", max_length=300)),
                (
                    "new_percent",
                    models.PositiveSmallIntegerField(
                        default=30,
                        help_text="Percent of a plan for such a round. An editorial suggestion.",
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="share of never-seen questions",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
                ("categories", models.ManyToManyField(related_name="rounds", to="interviews.category")),
            ],
            options={
                "ordering": ("position", "slug"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("new_percent__lte", 100)), name="interviews_roundtype_percent"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Interview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("edition", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                ("binned_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("company", models.CharField(max_length=120)),
                ("on", models.DateField(verbose_name="on")),
                (
                    "minutes_per_day",
                    models.PositiveSmallIntegerField(
                        default=30,
                        validators=[
                            django.core.validators.MinValueValidator(5),
                            django.core.validators.MaxValueValidator(240),
                        ],
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=2000)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "round_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="interviews.roundtype"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "learners' interviews",
                "ordering": ("on", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("user", "token"), name="interviews_interview_once"),
                    models.CheckConstraint(
                        condition=models.Q(("on__gte", datetime.date(1950, 1, 1))),
                        name="interviews_interview_not_ancient",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("minutes_per_day__gte", 5), ("minutes_per_day__lte", 240)),
                        name="interviews_interview_minutes_in_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RubricScore",
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
                ("slug", models.SlugField(help_text="It never changes.", max_length=80, unique=True)),
                (
                    "score",
                    models.PositiveSmallIntegerField(
                        unique=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                    ),
                ),
                ("label", models.CharField(max_length=40)),
                ("description", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ("score",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 1), ("score__lte", 5)), name="interviews_rubricscore_in_range"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Story",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("edition", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                ("binned_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("headline", models.CharField(max_length=120)),
                ("happened_on", models.DateField(blank=True, null=True, verbose_name="when it happened")),
                ("situation", models.CharField(blank=True, max_length=5000)),
                ("task", models.CharField(blank=True, max_length=5000)),
                ("action", models.CharField(blank=True, max_length=5000)),
                ("result", models.CharField(blank=True, max_length=5000)),
                ("reflection", models.CharField(blank=True, max_length=5000, verbose_name="what I learned")),
                ("in_30", models.CharField(blank=True, max_length=5000, verbose_name="in 30 seconds")),
                ("in_90", models.CharField(blank=True, max_length=5000, verbose_name="in 90 seconds")),
                ("in_180", models.CharField(blank=True, max_length=5000, verbose_name="in 3 minutes")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "learners' stories",
                "ordering": ("headline", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("user", "token"), name="interviews_story_once"),
                    models.CheckConstraint(
                        condition=models.Q(("headline", ""), _negated=True), name="interviews_story_named"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("happened_on", None), ("happened_on__gte", datetime.date(1950, 1, 1)), _connector="OR"
                        ),
                        name="interviews_story_not_ancient",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StoryCompetency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "competency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="interviews.competency"
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="interviews.story"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "competencies of learners' stories",
                "constraints": [
                    models.UniqueConstraint(fields=("story", "competency"), name="interviews_storycompetency_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="story",
            name="competencies",
            field=models.ManyToManyField(
                blank=True, related_name="+", through="interviews.StoryCompetency", to="interviews.competency"
            ),
        ),
        migrations.CreateModel(
            name="StoryEvidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="evidence.evidence"
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="interviews.story"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "evidence of learners' stories",
                "constraints": [
                    models.UniqueConstraint(fields=("story", "evidence"), name="interviews_storyevidence_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="story",
            name="evidence",
            field=models.ManyToManyField(
                blank=True, related_name="+", through="interviews.StoryEvidence", to="evidence.evidence"
            ),
        ),
        migrations.CreateModel(
            name="StoryQuestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="interviews.question"
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="interviews.story"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "questions of learners' stories",
                "constraints": [
                    models.UniqueConstraint(fields=("story", "question"), name="interviews_storyquestion_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="story",
            name="questions",
            field=models.ManyToManyField(
                blank=True, related_name="+", through="interviews.StoryQuestion", to="interviews.question"
            ),
        ),
        migrations.CreateModel(
            name="StorySkill",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "skill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evidence.skill"
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="interviews.story"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "skills of learners' stories",
                "constraints": [models.UniqueConstraint(fields=("story", "skill"), name="interviews_storyskill_once")],
            },
        ),
        migrations.AddField(
            model_name="story",
            name="skills",
            field=models.ManyToManyField(
                blank=True, related_name="+", through="interviews.StorySkill", to="evidence.skill"
            ),
        ),
        migrations.CreateModel(
            name="Telling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("edition", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(editable=False)),
                ("binned_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("employer", models.CharField(max_length=120)),
                ("to_whom", models.CharField(blank=True, max_length=160, verbose_name="told to")),
                ("on", models.DateField(verbose_name="on")),
                ("note", models.CharField(blank=True, max_length=500)),
                (
                    "interview",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="tellings",
                        to="interviews.interview",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tellings", to="interviews.story"
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
                "verbose_name_plural": "tellings of learners' stories",
                "ordering": ("-on", "-pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("user", "token"), name="interviews_telling_once"),
                    models.CheckConstraint(
                        condition=models.Q(("employer", ""), _negated=True), name="interviews_telling_says_where"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("on__gte", datetime.date(1950, 1, 1))),
                        name="interviews_telling_not_ancient",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("asked__isnull", False), ("question__isnull", True)),
                    models.Q(("asked__isnull", True), ("question__isnull", False)),
                    _connector="OR",
                ),
                name="interviews_answer_on_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.UniqueConstraint(fields=("user", "question"), name="interviews_answer_once_question"),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.UniqueConstraint(fields=("user", "asked"), name="interviews_answer_once_asked"),
        ),
    ]
