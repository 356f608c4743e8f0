"""An application with the posting it is for: its header, the words as they were pasted, and the duties."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse

from applications.reading.shapes import EMPLOYMENT_TYPES, PERIODS, REMOTE
from keeping.models import EARLIEST, Own, OwnQuerySet, Parts
from keeping.shapes import NUMBER, TEXT, Shape, list_of
from resumes.models import Resume, SentCopy

QUOTE_LENGTH = 2000
MOST_DUTIES = 200
# As it was pasted, with its markup: far more than a posting, and little beside a whole saved page.
RAW_LENGTH = 1_000_000
LETTER_LENGTH = 10_000

FULL_TIME, PART_TIME, CONTRACT, FIXED_TERM, INTERNSHIP = EMPLOYMENT_TYPES
TYPES_IN_WORDS = {
    FULL_TIME: "Full time",
    PART_TIME: "Part time",
    CONTRACT: "Contract",
    FIXED_TERM: "Fixed term",
    INTERNSHIP: "Internship",
}
REMOTE_IN_WORDS = {"yes": "Remote", "no": "On site", "hybrid": "Hybrid", "unknown": "Not said"}


class Stage(models.TextChoices):
    """How far an application is. The last of them are endings."""

    SAVED = "saved", "Saved"
    APPLIED = "applied", "Applied"
    SCREENING = "screening", "Screening"
    ROUNDS = "rounds", "Interviews"
    OFFER = "offer", "Offer"
    ACCEPTED = "accepted", "Accepted"
    REJECTED = "rejected", "Rejected"
    NO_ANSWER = "no_answer", "No answer"
    WITHDREW = "withdrew", "I withdrew"
    ROLE_CLOSED = "role_closed", "Role closed"
    DECLINED = "declined", "I declined"


GOING_ON = (Stage.SAVED, Stage.APPLIED, Stage.SCREENING, Stage.ROUNDS, Stage.OFFER)
ENDINGS = tuple(stage for stage in Stage if stage not in GOING_ON)


class ApplicationQuerySet(OwnQuerySet):
    def with_stage(self) -> Self:
        """With the ``stage`` each is at, since when (``stage_on``), and the day of the first of each stage it had.

        The stage is that of the latest day; of one day the one that was recorded last (``stages.standing``).
        """
        changes: Any = self.model._meta.get_field("stages").related_model._default_manager
        here = changes.filter(application=OuterRef("pk"), deletion=None).order_by("-on", "-pk")
        return self.annotate(stage=Subquery(here.values("stage")[:1]), stage_on=Subquery(here.values("on")[:1]))


class Application(Own):
    """A job somebody wants, from the posting they saved to how it ended. Its stage is that of its newest change.

    Pay stands as it was written and as it was read: whole figures of ``pay_currency`` (ISO 4217) for a ``pay_period``.
    """

    FIELDS: ClassVar[tuple[str, ...]] = (
        *("title", "employer", "by_agency", "places", "remote", "employment_types"),
        *("pay_words", "pay_least", "pay_most", "pay_currency", "pay_period", "closes_on"),
        *("url", "source", "note", "resume", "letter"),
    )
    SHAPES: ClassVar[dict[str, Shape]] = {"employment_types": list_of(TEXT)}
    LINKS: ClassVar[tuple[str, ...]] = ("sent_copies",)
    PARTS: ClassVar[dict[str, Parts]] = {
        "texts": Parts(("raw", "pasted_on"), place="place", most=1, once=True),
        "duties": Parts(("quote", "task"), place="place", most=MOST_DUTIES),
    }
    CHILDREN: ClassVar[dict[str, tuple[str, str]]] = {
        "requirements": ("requirement", "requirements"),
        "stages": ("stage", "stages"),
        "rounds": ("interview date", "interview dates"),
        "people": ("person", "people"),
        "tasks": ("task", "tasks"),
        "offers": ("offer", "offers"),
    }

    title = models.CharField(max_length=200)
    employer = models.CharField(max_length=160, blank=True)
    by_agency = models.BooleanField("an agency, not the employer itself", default=False)
    places = models.CharField("where the work is", max_length=500, blank=True)
    remote = models.CharField(max_length=8, choices=list(REMOTE_IN_WORDS.items()), default="unknown")
    employment_types = models.JSONField("type", default=list, blank=True, help_text="A list of types.")
    pay_words = models.CharField("pay, as it is written", max_length=500, blank=True)
    pay_least = models.DecimalField("pay, from", max_digits=14, decimal_places=2, null=True, blank=True)
    pay_most = models.DecimalField("pay, to", max_digits=14, decimal_places=2, null=True, blank=True)
    pay_currency = models.CharField("currency of the pay", max_length=3, blank=True)
    pay_period = models.CharField(
        "period of the pay", max_length=5, blank=True, choices=[(one, f"A {one}") for one in PERIODS]
    )
    closes_on = models.DateField("closing date", null=True, blank=True)
    url = models.URLField("link", max_length=500, blank=True)
    source = models.CharField("where I found it", max_length=80, blank=True)
    note = models.CharField(max_length=5000, blank=True)
    resume = models.ForeignKey(
        Resume, null=True, blank=True, on_delete=models.SET_NULL, related_name="applications", verbose_name="my resume"
    )
    letter = models.CharField("cover letter", max_length=LETTER_LENGTH, blank=True)
    sent_copies = models.ManyToManyField(SentCopy, through="ApplicationCopy", blank=True, related_name="applications")

    objects: ClassVar[Any] = ApplicationQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name_plural = "learners' applications"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="applications_application_once"),
            models.CheckConstraint(condition=~Q(title=""), name="applications_application_named"),
            models.CheckConstraint(condition=Q(remote__in=REMOTE), name="applications_application_remote_known"),
            models.CheckConstraint(
                condition=Q(pay_period="") | Q(pay_period__in=PERIODS), name="applications_application_period_known"
            ),
            models.CheckConstraint(
                condition=Q(pay_currency="") | Q(pay_currency__regex="^[A-Z]{3}$"),
                name="applications_application_currency_code",
            ),
            # A figure says of what and for how long.
            models.CheckConstraint(
                condition=Q(pay_least=None, pay_most=None) | (~Q(pay_currency="") & ~Q(pay_period="")),
                name="applications_application_pay_whole",
            ),
            models.CheckConstraint(
                condition=Q(pay_least=None) | Q(pay_most=None) | Q(pay_least__lte=F("pay_most")),
                name="applications_application_pay_ordered",
            ),
            models.CheckConstraint(
                condition=(Q(pay_least=None) | Q(pay_least__gt=0)) & (Q(pay_most=None) | Q(pay_most__gt=0)),
                name="applications_application_pay_positive",
            ),
            models.CheckConstraint(
                condition=Q(closes_on=None) | Q(closes_on__gte=EARLIEST), name="applications_application_not_ancient"
            ),
        )

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.title, self.employer)))

    def get_absolute_url(self) -> str:
        return reverse("applications:application", args=[self.pk])

    @property
    def stage_name(self) -> str:
        """What the stage it is at is called. Loaded ``with_stage``; without any it is saved and no more."""
        return Stage(getattr(self, "stage", None) or Stage.SAVED).label


class PostingText(models.Model):
    """What was pasted, character by character. A trigger keeps it as it is.

    ``sketch`` is what alike texts share many numbers of (``reading.sameness``).
    """

    WRITTEN_ONCE: ClassVar[tuple[str, ...]] = ("raw", "pasted_on", "place", "sketch")
    SHAPES: ClassVar[dict[str, Shape]] = {"sketch": list_of(NUMBER)}

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="texts")
    place = models.PositiveIntegerField()
    raw = models.TextField()
    pasted_on = models.DateField()
    sketch = models.JSONField(default=list)

    class Meta:
        ordering = ("application", "place")
        verbose_name_plural = "postings as learners pasted them"
        constraints = (models.UniqueConstraint(fields=["application", "place"], name="applications_postingtext_once"),)

    def __str__(self) -> str:
        return f"{self.pasted_on}"


class Duty(models.Model):
    """One piece of the work that the posting names; ``task`` is the kind of task (``proof.liking``) or nothing."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="duties")
    place = models.PositiveIntegerField()
    quote = models.CharField(max_length=QUOTE_LENGTH)
    task = models.CharField("kind of task", max_length=30, blank=True)

    class Meta:
        ordering = ("application", "place")
        verbose_name_plural = "duties of learners' postings"
        constraints = (models.UniqueConstraint(fields=["application", "place"], name="applications_duty_once"),)

    def __str__(self) -> str:
        return self.quote


class ApplicationCopy(models.Model):
    """The frozen copy of a resume that went out for an application."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="copy_rows")
    copy = models.ForeignKey(SentCopy, on_delete=models.CASCADE, related_name="application_rows")

    class Meta:
        verbose_name_plural = "copies of resumes by application"
        constraints = (
            models.UniqueConstraint(fields=["application", "copy"], name="applications_applicationcopy_once"),
        )

    def __str__(self) -> str:
        return f"copy {self.copy_id}"
