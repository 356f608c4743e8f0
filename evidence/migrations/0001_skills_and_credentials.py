import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("curation", "0001_sources_and_seed_records"),
    ]

    operations = [
        migrations.CreateModel(
            name="Sequence",
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
                ("label", models.CharField(max_length=80)),
                ("for_whom", models.CharField(max_length=200)),
                ("why", models.TextField()),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
            ],
            options={
                "ordering": ("position", "slug"),
            },
        ),
        migrations.CreateModel(
            name="Skill",
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
                (
                    "weight",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Specific to an employer, tool or domain"),
                            (2, "Common, and often decisive for a given role"),
                            (3, "Expected of almost every technical project manager"),
                        ],
                        default=2,
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[("entry", "Entry"), ("mid", "Mid"), ("senior", "Senior")],
                        help_text="From which level on an employer expects it.",
                        max_length=6,
                    ),
                ),
                ("description", models.CharField(help_text="What somebody with this skill does.", max_length=300)),
                (
                    "match_note",
                    models.TextField(
                        blank=True,
                        help_text="For curators: when a match term must not be counted. Not shown to readers.",
                    ),
                ),
                (
                    "onet_task_link",
                    models.BooleanField(
                        default=False,
                        help_text="Whether O*NET names it for IT project managers.",
                        verbose_name="in O*NET's task list",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(default=100, help_text="Order inside its group, smallest first."),
                ),
            ],
            options={
                "ordering": ("position", "slug"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("weight__in", [1, 2, 3])), name="evidence_skill_weight_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["entry", "mid", "senior"])), name="evidence_skill_level_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SkillGroup",
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
                ("description", models.CharField(max_length=200)),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
            ],
            options={
                "ordering": ("position", "slug"),
            },
        ),
        migrations.CreateModel(
            name="Credential",
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
                ("name", models.CharField(max_length=120)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("degree", "Degree"),
                            ("certification", "Certification"),
                            ("certificate_program", "Certificate program"),
                        ],
                        max_length=20,
                    ),
                ),
                ("issuer", models.CharField(max_length=120)),
                (
                    "level",
                    models.CharField(choices=[("entry", "Entry"), ("mid", "Mid"), ("senior", "Senior")], max_length=6),
                ),
                (
                    "relevance",
                    models.CharField(
                        choices=[
                            ("core", "Core"),
                            ("recommended", "Recommended"),
                            ("situational", "In some situations"),
                            ("regional", "In some regions"),
                            ("rarely", "Rarely"),
                        ],
                        help_text="For a technical project manager.",
                        max_length=12,
                    ),
                ),
                ("summary", models.TextField(help_text="What it is, in one or two sentences.")),
                ("alternatives", models.TextField(blank=True, help_text="What people do who do not have it.")),
                ("good_for", models.CharField(blank=True, max_length=300)),
                ("less_useful_for", models.CharField(blank=True, max_length=300)),
                (
                    "regions",
                    models.CharField(blank=True, help_text="Where it is asked for, if not everywhere.", max_length=200),
                ),
                (
                    "keywords",
                    models.CharField(
                        blank=True,
                        help_text="How postings write it, separated by commas. Not shown to readers.",
                        max_length=300,
                    ),
                ),
                ("keyword_note", models.TextField(blank=True, help_text="For curators. Not shown to readers.")),
                ("official_url", models.URLField(blank=True, max_length=500, verbose_name="official page")),
                (
                    "official_url_checked_on",
                    models.DateField(
                        blank=True,
                        help_text="The day a curator last opened it.",
                        null=True,
                        verbose_name="official page opened on",
                    ),
                ),
                (
                    "hours_min",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="Hours.", null=True, verbose_name="preparation from"
                    ),
                ),
                (
                    "hours_max",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="Hours.", null=True, verbose_name="preparation to"
                    ),
                ),
                (
                    "eligibility_note",
                    models.TextField(blank=True, help_text="What a reader should know about the rules below."),
                ),
                ("fee_note", models.TextField(blank=True, help_text="What a reader should know about the fees below.")),
                (
                    "exam_note",
                    models.TextField(blank=True, help_text="What a reader should know about the exam facts below."),
                ),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
                (
                    "hours_source",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty if the hours are our own editorial estimate.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="curation.source",
                        verbose_name="source of the preparation hours",
                    ),
                ),
                ("sources", models.ManyToManyField(blank=True, related_name="credentials", to="curation.source")),
            ],
            options={
                "ordering": ("position", "slug"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["degree", "certification", "certificate_program"])),
                        name="evidence_credential_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["entry", "mid", "senior"])),
                        name="evidence_credential_level_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("relevance__in", ["core", "recommended", "situational", "regional", "rarely"])
                        ),
                        name="evidence_credential_relevance_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("hours_max__isnull", True), ("hours_min__isnull", True)),
                            models.Q(("hours_max__gte", models.F("hours_min")), ("hours_min__gte", 1)),
                            _connector="OR",
                        ),
                        name="evidence_credential_hours_ordered",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CredentialFact",
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
                    "kind",
                    models.CharField(
                        choices=[("exam", "Exam"), ("renewal", "Renewal"), ("content", "Content")], max_length=7
                    ),
                ),
                ("label", models.CharField(max_length=80)),
                ("value", models.CharField(max_length=300)),
                (
                    "credential",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="facts", to="evidence.credential"
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
                    models.UniqueConstraint(fields=("credential", "slug"), name="evidence_credentialfact_once"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["exam", "renewal", "content"])),
                        name="evidence_credentialfact_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("as_of", ""), _negated=True), name="evidence_credentialfact_dated"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CredentialFee",
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
                ("name", models.CharField(max_length=120)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=9)),
                ("currency", models.CharField(default="USD", help_text="Three letters, such as USD.", max_length=3)),
                (
                    "credential",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="fees", to="evidence.credential"
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
                    models.UniqueConstraint(fields=("credential", "slug"), name="evidence_credentialfee_once"),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)), name="evidence_credentialfee_amount_positive"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("as_of", ""), _negated=True), name="evidence_credentialfee_dated"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EligibilityPath",
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
                ("label", models.CharField(max_length=120)),
                (
                    "recommended",
                    models.CharField(
                        blank=True, help_text="What the issuer recommends without requiring it.", max_length=200
                    ),
                ),
                (
                    "credential",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="paths", to="evidence.credential"
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
                    models.UniqueConstraint(fields=("slug",), name="evidence_eligibilitypath_slug_once"),
                    models.CheckConstraint(
                        condition=models.Q(("as_of", ""), _negated=True), name="evidence_eligibilitypath_dated"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EligibilityRequirement",
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
                    models.SlugField(help_text="Names this row inside its path. It never changes.", max_length=80),
                ),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("education", "Education"),
                            ("experience", "Experience"),
                            ("training", "Training"),
                            ("holds", "Another credential"),
                            ("flag", "A property of the degree"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "education",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "no completed secondary education"),
                            ("secondary", "a high school diploma, GED or global equivalent"),
                            ("associate", "an associate degree or other two-year qualification"),
                            ("bachelor", "a bachelor's degree or global equivalent (four-year degree)"),
                            ("master", "a master's degree or higher"),
                        ],
                        help_text="At least this.",
                        max_length=10,
                    ),
                ),
                (
                    "experience",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("leading_projects", "leading and directing projects"),
                            ("program_management", "managing programs (groups of related projects)"),
                            ("agile_work", "working on agile teams or with agile methods"),
                            ("construction_work", "working on construction or built-environment projects"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "months",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="Calendar months of the experience.", null=True
                    ),
                ),
                (
                    "within_years",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="Counted back from the day of application.", null=True
                    ),
                ),
                (
                    "non_overlapping",
                    models.BooleanField(
                        default=False, help_text="Whether two projects in the same month count as one month."
                    ),
                ),
                (
                    "training",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("pm_education", "formal project management education"),
                            ("agile_education", "formal training in agile practices"),
                            ("issuer_course", "a course run by the issuer or an authorized trainer"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "hours",
                    models.PositiveSmallIntegerField(blank=True, help_text="Contact hours of the training.", null=True),
                ),
                (
                    "flag",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                "gac_accredited",
                                "a degree from a program accredited by PMI's Global Accreditation Center (GAC)",
                            )
                        ],
                        help_text="For a training: the property that may meet it. For a property: the property itself.",
                        max_length=20,
                    ),
                ),
                ("note", models.CharField(blank=True, help_text="Shown to readers.", max_length=300)),
                (
                    "holds",
                    models.ManyToManyField(
                        blank=True, help_text="One of these must be held.", related_name="+", to="evidence.credential"
                    ),
                ),
                (
                    "path",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requirements",
                        to="evidence.eligibilitypath",
                    ),
                ),
                (
                    "waived_by",
                    models.ManyToManyField(
                        blank=True, help_text="Holding one waives it.", related_name="+", to="evidence.credential"
                    ),
                ),
            ],
            options={
                "ordering": ("position", "slug"),
                "constraints": [
                    models.UniqueConstraint(fields=("path", "slug"), name="evidence_eligibilityrequirement_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("education__in", ["none", "secondary", "associate", "bachelor", "master"]),
                                ("kind", "education"),
                            ),
                            models.Q(
                                (
                                    "experience__in",
                                    ["leading_projects", "program_management", "agile_work", "construction_work"],
                                ),
                                ("kind", "experience"),
                                ("months__gte", 1),
                                ("months__isnull", False),
                            ),
                            models.Q(
                                ("kind", "training"),
                                ("training__in", ["pm_education", "agile_education", "issuer_course"]),
                            ),
                            ("kind", "holds"),
                            models.Q(("flag", "gac_accredited"), ("kind", "flag")),
                            _connector="OR",
                        ),
                        name="evidence_eligibilityrequirement_complete",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ExamDomain",
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
                ("name", models.CharField(max_length=120)),
                ("weight", models.PositiveSmallIntegerField(help_text="Percent of the exam.")),
                (
                    "previous_weight",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="Percent before the outline last changed.", null=True
                    ),
                ),
                ("tasks", models.TextField(blank=True, help_text="One task per line, in our own words.")),
                (
                    "credential",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="domains", to="evidence.credential"
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
                    models.UniqueConstraint(fields=("credential", "slug"), name="evidence_examdomain_once"),
                    models.CheckConstraint(
                        condition=models.Q(("weight__gte", 1), ("weight__lte", 100)),
                        name="evidence_examdomain_weight_percent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("as_of", ""), _negated=True), name="evidence_examdomain_dated"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SequenceItem",
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
                    models.SlugField(help_text="Names this row inside its sequence. It never changes.", max_length=80),
                ),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
                (
                    "credential",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="evidence.credential"
                    ),
                ),
                (
                    "sequence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="items", to="evidence.sequence"
                    ),
                ),
            ],
            options={
                "ordering": ("position", "slug"),
                "constraints": [
                    models.UniqueConstraint(fields=("sequence", "slug"), name="evidence_sequenceitem_once_in_sequence")
                ],
            },
        ),
        migrations.CreateModel(
            name="SkillAlias",
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
                    models.SlugField(help_text="Names this term inside its skill. It never changes.", max_length=80),
                ),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
                ("term", models.CharField(max_length=60)),
                (
                    "case_sensitive",
                    models.BooleanField(
                        default=False,
                        help_text="Match only in exactly this capitalization, because the lowercase word means more.",
                    ),
                ),
                (
                    "skill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="aliases", to="evidence.skill"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "skill aliases",
                "ordering": ("position", "slug"),
                "constraints": [
                    models.UniqueConstraint(fields=("skill", "slug"), name="evidence_skillalias_once_in_skill")
                ],
            },
        ),
        migrations.AddField(
            model_name="skill",
            name="group",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="skills", to="evidence.skillgroup"
            ),
        ),
    ]
