import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("curation", "0001_sources_and_seed_records"),
        ("evidence", "0001_skills_and_credentials"),
    ]

    operations = [
        migrations.CreateModel(
            name="ComparisonRow",
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
                ("slug", models.SlugField(help_text="Names the row. It never changes.", max_length=80, unique=True)),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
                ("aspect", models.CharField(max_length=120)),
                ("technical", models.CharField(max_length=200, verbose_name="technical project manager")),
                ("general", models.CharField(max_length=200, verbose_name="general project manager")),
                ("editor_note", models.TextField(blank=True, help_text="For readers: what other evidence adds.")),
                ("note_sources", models.ManyToManyField(blank=True, related_name="+", to="curation.source")),
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
            },
        ),
        migrations.CreateModel(
            name="Duty",
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
                ("slug", models.SlugField(help_text="Names the row. It never changes.", max_length=80, unique=True)),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
                ("title", models.CharField(max_length=120)),
                ("in_practice", models.TextField()),
                ("skills", models.ManyToManyField(blank=True, related_name="duties", to="evidence.skill")),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="curation.source"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "duties",
                "ordering": ("position", "slug"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Milestone",
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
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=100,
                        help_text="Order inside the step, smallest first. Learners' progress does not depend on it.",
                    ),
                ),
                ("title", models.CharField(help_text="Start with a verb: 'Write a risk register'.", max_length=120)),
                (
                    "level",
                    models.CharField(
                        choices=[("entry", "Entry"), ("mid", "Mid"), ("senior", "Senior")],
                        default="entry",
                        max_length=6,
                    ),
                ),
                (
                    "required",
                    models.BooleanField(
                        default=True,
                        help_text="Required milestones fill the ring of their step. Optional ones are counted beside it.",
                    ),
                ),
                (
                    "cost",
                    models.CharField(
                        choices=[("free", "Free"), ("paid", "Paid"), ("mixed", "Free or paid")],
                        default="free",
                        max_length=5,
                    ),
                ),
                (
                    "effort_min",
                    models.PositiveSmallIntegerField(help_text="Hours, working part time.", verbose_name="effort from"),
                ),
                (
                    "effort_max",
                    models.PositiveSmallIntegerField(help_text="Hours, working part time.", verbose_name="effort to"),
                ),
                ("why", models.TextField(help_text="Why this is worth the learner's time, in one or two sentences.")),
                ("published_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version_number", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "credentials",
                    models.ManyToManyField(blank=True, related_name="milestones", to="evidence.credential"),
                ),
                (
                    "prerequisites",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Advice only: nothing is locked.",
                        related_name="leads_to",
                        to="roadmap.milestone",
                    ),
                ),
                ("skills", models.ManyToManyField(blank=True, related_name="milestones", to="evidence.skill")),
            ],
            options={
                "ordering": ("step__number", "position", "slug"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("effort_max__gte", models.F("effort_min")), ("effort_min__gte", 1)),
                        name="roadmap_milestone_effort_ordered",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["entry", "mid", "senior"])),
                        name="roadmap_milestone_level_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cost__in", ["free", "paid", "mixed"])), name="roadmap_milestone_cost_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HowToItem",
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
                    models.SlugField(help_text="Names this row inside its milestone. It never changes.", max_length=80),
                ),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
                ("text", models.CharField(max_length=400)),
                (
                    "milestone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="how", to="roadmap.milestone"
                    ),
                ),
            ],
            options={
                "ordering": ("position", "slug"),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("milestone", "slug"), name="roadmap_howtoitem_once_in_milestone")
                ],
            },
        ),
        migrations.CreateModel(
            name="MilestoneProgress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[("todo", "To do"), ("doing", "Doing"), ("done", "Done"), ("skipped", "Skipped")],
                        default="todo",
                        max_length=7,
                    ),
                ),
                ("started_on", models.DateField(blank=True, null=True)),
                ("finished_on", models.DateField(blank=True, null=True)),
                ("target_on", models.DateField(blank=True, null=True)),
                ("skip_reason", models.CharField(blank=True, max_length=500)),
                ("note", models.CharField(blank=True, help_text="Markdown. Private to the learner.", max_length=20000)),
                (
                    "read_version",
                    models.PositiveIntegerField(
                        default=0,
                        help_text="The number of the milestone's version that the learner finished or has read since.",
                    ),
                ),
                ("began_at", models.DateTimeField(help_text="When the learner first touched this milestone here.")),
                (
                    "milestone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="progress", to="roadmap.milestone"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="milestone_progress",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "learners' progress rows",
                "constraints": [
                    models.UniqueConstraint(fields=("user", "milestone"), name="roadmap_milestoneprogress_once"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["todo", "doing", "done", "skipped"])),
                        name="roadmap_milestoneprogress_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("finished_on__isnull", False), ("state", "done")),
                            models.Q(models.Q(("state", "done"), _negated=True), ("finished_on__isnull", True)),
                            _connector="OR",
                        ),
                        name="roadmap_milestoneprogress_finished_when_done",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("started_on__isnull", True),
                            ("finished_on__isnull", True),
                            ("started_on__lte", models.F("finished_on")),
                            _connector="OR",
                        ),
                        name="roadmap_milestoneprogress_dates_ordered",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "skipped"), models.Q(("skip_reason", ""), _negated=True)),
                            models.Q(models.Q(("state", "skipped"), _negated=True), ("skip_reason", "")),
                            _connector="OR",
                        ),
                        name="roadmap_milestoneprogress_reason_when_skipped",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChecklistTick",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ticked_at", models.DateTimeField()),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="ticks", to="roadmap.howtoitem"
                    ),
                ),
                (
                    "progress",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ticks",
                        to="roadmap.milestoneprogress",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "learners' ticks",
                "constraints": [
                    models.UniqueConstraint(fields=("progress", "item"), name="roadmap_checklisttick_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="MilestoneVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("snapshot", models.JSONField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "milestone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="roadmap.milestone"
                    ),
                ),
            ],
            options={
                "ordering": ("milestone", "number"),
                "constraints": [
                    models.UniqueConstraint(fields=("milestone", "number"), name="roadmap_milestoneversion_once"),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="roadmap_milestoneversion_from_one"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Passage",
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
                    models.SlugField(help_text="Says where it stands. It never changes.", max_length=80, unique=True),
                ),
                ("title", models.CharField(max_length=120)),
                ("text", models.TextField(help_text="One paragraph or entry per line.")),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="curation.source",
                    ),
                ),
            ],
            options={
                "ordering": ("slug",),
            },
        ),
        migrations.CreateModel(
            name="PayFigure",
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
                ("slug", models.SlugField(help_text="Names the row. It never changes.", max_length=80, unique=True)),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
                ("label", models.CharField(max_length=120)),
                ("amount", models.PositiveIntegerField(help_text="A year, in whole units of the currency.")),
                (
                    "amount_to",
                    models.PositiveIntegerField(blank=True, help_text="The upper end, if it is a range.", null=True),
                ),
                ("currency", models.CharField(default="USD", max_length=3)),
                ("as_of", models.CharField(max_length=120)),
                (
                    "headline",
                    models.BooleanField(default=False, help_text="One of the three figures of the home page."),
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
                    models.CheckConstraint(
                        condition=models.Q(("as_of", ""), _negated=True), name="roadmap_payfigure_dated"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amount__gt", 0),
                            models.Q(
                                ("amount_to__isnull", True), ("amount_to__gt", models.F("amount")), _connector="OR"
                            ),
                        ),
                        name="roadmap_payfigure_amounts_ordered",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgressEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("state", "State"),
                            ("dates", "Dates"),
                            ("tick", "Checklist"),
                            ("note", "Note"),
                            ("link", "Proof"),
                        ],
                        max_length=5,
                    ),
                ),
                ("before", models.JSONField(help_text="The changed values as they were.")),
                ("after", models.JSONField(help_text="The changed values as they became.")),
                (
                    "progress",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="events",
                        to="roadmap.milestoneprogress",
                    ),
                ),
                (
                    "undoes",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="undone_by",
                        to="roadmap.progressevent",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="roadmap.milestoneversion",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "learners' changes",
                "ordering": ("pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["state", "dates", "tick", "note", "link"])),
                        name="roadmap_progressevent_kind_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProofHint",
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
                    models.SlugField(help_text="Names this row inside its milestone. It never changes.", max_length=80),
                ),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
                ("text", models.CharField(max_length=400)),
                (
                    "milestone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="proof", to="roadmap.milestone"
                    ),
                ),
            ],
            options={
                "ordering": ("position", "slug"),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("milestone", "slug"), name="roadmap_proofhint_once_in_milestone")
                ],
            },
        ),
        migrations.CreateModel(
            name="ProofLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("url", models.URLField(max_length=500)),
                ("title", models.CharField(blank=True, max_length=120)),
                ("added_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "progress",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="roadmap.milestoneprogress",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "learners' links",
                "ordering": ("added_at", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("progress", "url"),
                        name="roadmap_prooflink_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Resource",
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
                    models.SlugField(help_text="Names this row inside its milestone. It never changes.", max_length=80),
                ),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
                ("name", models.CharField(max_length=120)),
                ("url", models.URLField(max_length=500, verbose_name="address")),
                (
                    "cost",
                    models.CharField(
                        choices=[("free", "Free"), ("paid", "Paid"), ("mixed", "Free or paid")],
                        default="free",
                        max_length=5,
                    ),
                ),
                (
                    "checked_on",
                    models.DateField(
                        blank=True,
                        help_text="The day a curator last opened the link and found it right.",
                        null=True,
                        verbose_name="link opened on",
                    ),
                ),
                (
                    "milestone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="resources", to="roadmap.milestone"
                    ),
                ),
            ],
            options={
                "ordering": ("position", "slug"),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("milestone", "slug"), name="roadmap_resource_once_in_milestone"),
                    models.CheckConstraint(
                        condition=models.Q(("cost__in", ["free", "paid", "mixed"])), name="roadmap_resource_cost_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Role",
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
                ("title", models.CharField(max_length=120)),
                (
                    "family",
                    models.CharField(
                        choices=[("ladder", "Ladder"), ("specialization", "Specialization"), ("adjacent", "Neighbor")],
                        max_length=14,
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("entry", "Entry"),
                            ("mid", "Mid"),
                            ("senior", "Senior"),
                            ("staff", "Staff"),
                            ("principal", "Principal"),
                            ("director", "Director"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(default=100, help_text="Order inside its family, smallest first."),
                ),
                ("years_min", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="years from")),
                ("years_max", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="years to")),
                ("also_called", models.TextField(blank=True, help_text="One entry per line.")),
                ("summary", models.TextField()),
                ("you_own", models.TextField(blank=True, help_text="One entry per line.")),
                (
                    "what_differs",
                    models.TextField(
                        blank=True, help_text="One entry per line.", verbose_name="what differs from a TPM"
                    ),
                ),
                ("good_background", models.CharField(blank=True, max_length=200)),
                ("example_projects", models.TextField(blank=True, help_text="One entry per line.")),
                ("ready_for_next_when", models.TextField(blank=True, help_text="One entry per line.")),
                ("credentials", models.ManyToManyField(blank=True, related_name="roles", to="evidence.credential")),
                ("moves_from", models.ManyToManyField(blank=True, related_name="+", to="roadmap.role")),
                ("moves_to", models.ManyToManyField(blank=True, related_name="+", to="roadmap.role")),
                ("skills", models.ManyToManyField(blank=True, related_name="roles", to="evidence.skill")),
                ("sources", models.ManyToManyField(blank=True, related_name="+", to="curation.source")),
            ],
            options={
                "ordering": ("position", "slug"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("family__in", ["ladder", "specialization", "adjacent"])),
                        name="roadmap_role_family_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["entry", "mid", "senior", "staff", "principal", "director"])),
                        name="roadmap_role_level_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Step",
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
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        help_text="1 to 6: the order of the stations on the line.", unique=True
                    ),
                ),
                ("title", models.CharField(max_length=80)),
                ("tagline", models.CharField(help_text="A few words under the title.", max_length=120)),
                (
                    "summary",
                    models.TextField(
                        help_text="Why this step matters and how to go about it, in two or three sentences."
                    ),
                ),
                ("outcome", models.TextField(help_text="What the learner has when the step is done.")),
            ],
            options={
                "ordering": ("number",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1), ("number__lte", 6)), name="roadmap_step_number_in_range"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="milestone",
            name="step",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="milestones", to="roadmap.step"
            ),
        ),
        migrations.CreateModel(
            name="EmploymentFigure",
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
                ("slug", models.SlugField(help_text="Names the row. It never changes.", max_length=80, unique=True)),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
                (
                    "by",
                    models.CharField(
                        choices=[("year", "Year"), ("sector", "Sector"), ("state", "State")], max_length=6
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("jobs", models.PositiveIntegerField()),
                ("share_percent", models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True)),
                (
                    "median_annual",
                    models.PositiveIntegerField(
                        blank=True, help_text="USD a year.", null=True, verbose_name="median pay"
                    ),
                ),
                ("projected", models.PositiveIntegerField(blank=True, null=True, verbose_name="projected jobs")),
                ("change_percent", models.SmallIntegerField(blank=True, null=True)),
                ("openings_per_year", models.PositiveIntegerField(blank=True, null=True)),
                ("as_of", models.CharField(max_length=120)),
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
                    models.CheckConstraint(
                        condition=models.Q(("as_of", ""), _negated=True), name="roadmap_employmentfigure_dated"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("by__in", ["year", "sector", "state"])),
                        name="roadmap_employmentfigure_by_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MarketFact",
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
                ("slug", models.SlugField(help_text="Names the row. It never changes.", max_length=80, unique=True)),
                ("position", models.PositiveSmallIntegerField(default=100, help_text="Smallest first.")),
                ("text", models.TextField()),
                (
                    "as_of",
                    models.CharField(help_text="The time the fact is about, in the source's words.", max_length=120),
                ),
                ("caution", models.TextField(blank=True, help_text="For readers: how far the fact carries.")),
                ("note_sources", models.ManyToManyField(blank=True, related_name="+", to="curation.source")),
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
                    models.CheckConstraint(
                        condition=models.Q(("as_of", ""), _negated=True), name="roadmap_marketfact_dated"
                    )
                ],
            },
        ),
    ]
