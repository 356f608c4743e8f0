from decimal import Decimal

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("curation", "0001_sources_and_seed_records"),
    ]

    operations = [
        migrations.CreateModel(
            name="Industry",
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
                    models.SlugField(help_text="Part of the address. It never changes.", max_length=60, unique=True),
                ),
                (
                    "code",
                    models.CharField(
                        blank=True, help_text="The code of its classification, such as NAICS 51.", max_length=20
                    ),
                ),
                ("name", models.CharField(max_length=160)),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
            ],
            options={
                "verbose_name_plural": "industries",
                "ordering": ("position", "slug"),
            },
        ),
        migrations.CreateModel(
            name="ImportBatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("file_name", models.CharField(max_length=200)),
                ("created", models.PositiveIntegerField(default=0)),
                ("updated", models.PositiveIntegerField(default=0)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "import batches",
                "ordering": ("-pk",),
            },
        ),
        migrations.CreateModel(
            name="Occupation",
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
                    models.SlugField(help_text="Part of the address. It never changes.", max_length=60, unique=True),
                ),
                (
                    "code",
                    models.CharField(
                        blank=True, help_text="The code of its classification, such as 13-1082.", max_length=20
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ladder", "Job title"),
                            ("occupation", "Occupation in official statistics"),
                            ("group", "Group asked in a survey"),
                        ],
                        max_length=10,
                    ),
                ),
                ("description", models.TextField(help_text="Who is counted in it, and who is not.")),
                (
                    "core",
                    models.BooleanField(
                        default=False,
                        help_text="A technical project manager's number is compared with it unless another is chosen.",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
            ],
            options={
                "ordering": ("position", "slug"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["ladder", "occupation", "group"])),
                        name="salaries_occupation_kind_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Place",
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
                    models.SlugField(help_text="Part of the address. It never changes.", max_length=40, unique=True),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Country by ISO 3166, then the source's own parts.", max_length=40, unique=True
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                (
                    "kind",
                    models.CharField(
                        choices=[("country", "Country"), ("region", "State or region"), ("city", "City or area")],
                        max_length=7,
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="salaries.place",
                    ),
                ),
            ],
            options={
                "ordering": ("position", "slug"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["country", "region", "city"])),
                        name="salaries_place_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "country"), ("parent__isnull", True)),
                            models.Q(models.Q(("kind", "country"), _negated=True), ("parent__isnull", False)),
                            _connector="OR",
                        ),
                        name="salaries_place_nested",
                        violation_error_message="A country stands alone; every other place lies in another one.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("parent", models.F("id")), _negated=True),
                        name="salaries_place_not_in_itself",
                        violation_error_message="A place does not lie in itself.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KeptNumber",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("amount", models.DecimalField(decimal_places=2, max_digits=12)),
                (
                    "currency",
                    models.CharField(
                        max_length=3,
                        validators=[
                            django.core.validators.RegexValidator("^[A-Z]{3}$", "Three capital letters, such as USD.")
                        ],
                    ),
                ),
                (
                    "period",
                    models.CharField(
                        choices=[("year", "a year"), ("month", "a month"), ("day", "a day"), ("hour", "an hour")],
                        max_length=5,
                    ),
                ),
                ("kind", models.CharField(choices=[("base", "Base pay"), ("total", "Total pay")], max_length=5)),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("all", "All levels together"),
                            ("entry", "Entry"),
                            ("mid", "Mid"),
                            ("senior", "Senior"),
                            ("experienced", "Experienced"),
                        ],
                        max_length=12,
                    ),
                ),
                ("kept_at", models.DateTimeField()),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kept_number",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "occupation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="salaries.occupation",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="salaries.place"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)), name="salaries_keptnumber_amount_positive"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("currency__regex", "^[A-Z]{3}$")), name="salaries_keptnumber_currency_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["base", "total"]),
                            ("level__in", ["all", "entry", "mid", "senior", "experienced"]),
                            ("period__in", ["year", "month", "day", "hour"]),
                        ),
                        name="salaries_keptnumber_choices_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Distribution",
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
                        help_text="Made from the fields below. It never changes.", max_length=200, unique=True
                    ),
                ),
                ("edition", models.CharField(help_text="The table or issue of the source.", max_length=200)),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="address of the edition")),
                (
                    "kind",
                    models.CharField(
                        choices=[("base", "Base pay"), ("total", "Total pay")],
                        max_length=5,
                        verbose_name="base or total",
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        help_text="Three letters, such as USD.",
                        max_length=3,
                        validators=[
                            django.core.validators.RegexValidator("^[A-Z]{3}$", "Three capital letters, such as USD.")
                        ],
                    ),
                ),
                (
                    "as_of",
                    models.CharField(
                        help_text="The time the figures are about, as exactly as the source says: 2024, 2024-05 or 2024-05-31.",
                        max_length=10,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
                                "A year, month or day, such as 2024, 2024-05 or 2024-05-31.",
                            )
                        ],
                        verbose_name="as of",
                    ),
                ),
                (
                    "year",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Cast(
                            models.Func("as_of", models.Value("^[0-9]{4}"), function="substring"),
                            models.SmallIntegerField(),
                        ),
                        output_field=models.SmallIntegerField(),
                    ),
                ),
                ("newest", models.BooleanField(default=False, editable=False)),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="distributions", to="curation.source"
                    ),
                ),
                (
                    "industry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="distributions",
                        to="salaries.industry",
                    ),
                ),
                (
                    "occupation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="distributions",
                        to="salaries.occupation",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="distributions", to="salaries.place"
                    ),
                ),
            ],
            options={
                "ordering": ("slug",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("occupation", "place", "industry", "as_of", "source", "kind", "currency"),
                        name="salaries_distribution_once",
                        violation_error_message="This source's distribution for them and this time is there already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["base", "total"])), name="salaries_distribution_kind_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("currency__regex", "^[A-Z]{3}$")),
                        name="salaries_distribution_currency_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("as_of__regex", "^(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")
                        ),
                        name="salaries_distribution_dated",
                        violation_error_message="A year, month or day, such as 2024, 2024-05 or 2024-05-31.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SalaryClaim",
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
                        help_text="Names the claim inside its distribution. It never changes.", max_length=60
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=100, editable=False)),
                ("role_as_named", models.CharField(help_text="The role in the words of the source.", max_length=160)),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("all", "All levels together"),
                            ("entry", "Entry"),
                            ("mid", "Mid"),
                            ("senior", "Senior"),
                            ("experienced", "Experienced"),
                        ],
                        default="all",
                        max_length=12,
                    ),
                ),
                (
                    "level_rule",
                    models.CharField(
                        blank=True,
                        help_text="What made it that level. Needed for every level but all together.",
                        max_length=200,
                    ),
                ),
                (
                    "statistic",
                    models.CharField(
                        choices=[
                            ("p10", "10th percentile"),
                            ("p25", "25th percentile"),
                            ("p50", "Median"),
                            ("p75", "75th percentile"),
                            ("p90", "90th percentile"),
                            ("mean", "Mean"),
                            ("mean_lowest_third", "Mean of the lowest third"),
                            ("mean_upper_two_thirds", "Mean of the upper two thirds"),
                            ("typical", "Typical"),
                            ("lower", "Lower end of a range"),
                            ("upper", "Upper end of a range"),
                            ("visa_going_rate", "Going rate for a visa"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2,
                        help_text="As published.",
                        max_digits=12,
                        validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                    ),
                ),
                (
                    "period",
                    models.CharField(
                        choices=[("year", "a year"), ("month", "a month"), ("day", "a day"), ("hour", "an hour")],
                        default="year",
                        max_length=5,
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        choices=[
                            ("high", "High: official, or confirmed by a second independent source"),
                            ("medium", "Medium: one careful secondary source"),
                            ("low", "Low: undated, promotional or unconfirmed"),
                        ],
                        help_text="For curators. Not shown to readers.",
                        max_length=6,
                    ),
                ),
                ("retrieved_on", models.DateField(help_text="The day the figure was taken from the source.")),
                ("checked_on", models.DateField(help_text="The day somebody last compared it with the source.")),
                ("review_by", models.DateField(help_text="The day by which it should be compared again.")),
                (
                    "headline",
                    models.BooleanField(
                        default=False, help_text="One of the large figures of the site: at most one for each level."
                    ),
                ),
                (
                    "distribution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="claims", to="salaries.distribution"
                    ),
                ),
            ],
            options={
                "verbose_name": "claim",
                "ordering": ("distribution", "position", "slug"),
                "constraints": [
                    models.UniqueConstraint(fields=("distribution", "slug"), name="salaries_salaryclaim_slug_once"),
                    models.UniqueConstraint(
                        fields=("distribution", "level", "statistic", "period"),
                        name="salaries_salaryclaim_once",
                        violation_error_message="This figure is there already: same level, statistic and period.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("headline", True), ("retired_at", None)),
                        fields=("level",),
                        name="salaries_salaryclaim_one_headline_a_level",
                        violation_error_message="Another claim is the large figure of this level. Untick that one first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)),
                        name="salaries_salaryclaim_amount_positive",
                        violation_error_message="An amount is more than nothing.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["all", "entry", "mid", "senior", "experienced"])),
                        name="salaries_salaryclaim_level_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("level", "all"), models.Q(("level_rule", ""), _negated=True), _connector="OR"
                        ),
                        name="salaries_salaryclaim_level_has_a_rule",
                        violation_error_message="Say what made it this level.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "statistic__in",
                                [
                                    "p10",
                                    "p25",
                                    "p50",
                                    "p75",
                                    "p90",
                                    "mean",
                                    "mean_lowest_third",
                                    "mean_upper_two_thirds",
                                    "typical",
                                    "lower",
                                    "upper",
                                    "visa_going_rate",
                                ],
                            )
                        ),
                        name="salaries_salaryclaim_statistic_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("period__in", ["year", "month", "day", "hour"])),
                        name="salaries_salaryclaim_period_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("confidence__in", ["high", "medium", "low"])),
                        name="salaries_salaryclaim_confidence_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("checked_on__gte", models.F("retrieved_on")), ("review_by__gt", models.F("checked_on"))
                        ),
                        name="salaries_salaryclaim_dates_ordered",
                        violation_error_message="First retrieved, then checked, then due for review.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Change",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("table", models.CharField(max_length=60)),
                ("row", models.BigIntegerField(help_text="The primary key, of a row that may be gone by now.")),
                ("at", models.DateTimeField(db_index=True)),
                ("before", models.JSONField(null=True)),
                ("after", models.JSONField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="salaries.importbatch",
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
                "indexes": [models.Index(fields=["table", "row"], name="salaries_change_row")],
            },
        ),
        migrations.CreateModel(
            name="Method",
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
                ("slug", models.SlugField(help_text="The source's own. It never changes.", max_length=80, unique=True)),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("employers", "Survey of employers"),
                            ("vacancies", "Advertised vacancies"),
                            ("members", "Survey that people answered themselves"),
                            ("reports", "Reported by people on a website"),
                            ("recruiter", "Recruiter's figures"),
                            ("outlook", "Public job guide"),
                            ("legal", "Legal minimum"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "short_name",
                    models.CharField(help_text="How a sentence names the source, such as 'the Bureau'.", max_length=60),
                ),
                ("covers", models.TextField(help_text="What the figures are. One sentence per line.")),
                ("cautions", models.TextField(help_text="What they are not. One sentence per line.")),
                (
                    "source",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pay_method", to="curation.source"
                    ),
                ),
            ],
            options={
                "ordering": ("slug",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "basis__in",
                                ["employers", "vacancies", "members", "reports", "recruiter", "outlook", "legal"],
                            )
                        ),
                        name="salaries_method_basis_known",
                    )
                ],
            },
        ),
    ]
