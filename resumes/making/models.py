"""A resume: a layer over the base of what is recorded; its revisions; and the copies that were sent."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject
from django.urls import reverse

from keeping.models import EARLIEST, Own, OwnQuerySet, Parts
from keeping.shapes import Shape
from resumes.base.models import TEXT_LENGTH, Annex
from resumes.base.shapes import CONTENT, DOCUMENT
from resumes.writing.content import Look, Paper

# Of one resume: more than anybody could show.
MOST_LINES = 1000
MOST_DISMISSED = 500
KEY_LENGTH = 80
POSTING_LENGTH = 20_000

LOOKS = [(Look.CLASSIC.value, "Classic"), (Look.MODERN.value, "Modern"), (Look.COMPACT.value, "Compact")]
PAPERS = [("", "As usual where I live"), (Paper.LETTER.value, "US Letter"), (Paper.A4.value, "A4")]


class ResumeQuerySet(OwnQuerySet):
    def with_layers(self) -> Self:
        """With all that is needed ``to_print`` each, and with what was dismissed, in the same query."""
        dismissed = Dismissal.objects.filter(resume=OuterRef("pk")).order_by("place")
        return (
            self.to_print()
            .select_related("base", "user")
            .annotate(
                dismissed=ArraySubquery(dismissed.values(said=JSONObject(code="code", key="key", reason="reason")))
            )
        )

    def to_print(self) -> Self:
        """With the lines of each and of the resume it is tailored from, in the same query.

        Also with all ``annexes`` of the learner, which belong to rows of the base.
        """
        line = JSONObject(**{name: name for name in ("key", "shown", "rank", "wording", "beneath")})
        lines = ResumeLine.objects.order_by("place")
        return self.annotate(
            own_lines=ArraySubquery(lines.filter(resume=OuterRef("pk")).values(said=line)),
            base_lines=ArraySubquery(lines.filter(resume=OuterRef("base")).values(said=line)),
            annexes=ArraySubquery(
                Annex.objects.filter(user=OuterRef("user"), deletion=None)
                .order_by("pk")
                .values(said_of=JSONObject(subject="subject", row="row", said="said"))
            ),
        )

    def locked(self, pk: int) -> "Resume":
        """One resume with its layers, which nobody else changes until the end of the transaction."""
        # Locked first: a query that had to wait for the lock still sees the lines as they were before.
        self.select_for_update().get(pk=pk)
        found: Resume = self.with_layers().get(pk=pk)
        return found


class Resume(Own):
    """A selection over what is recorded. One with a ``base`` is tailored: it says only what it does otherwise."""

    FIELDS: ClassVar[tuple[str, ...]] = ("name", "base", "purpose", "posting", "look", "paper")
    PARTS: ClassVar[dict[str, Parts]] = {
        "lines": Parts(("key", "shown", "rank", "wording", "beneath"), place="place", most=MOST_LINES),
        "dismissals": Parts(("code", "key", "reason"), place="place", most=MOST_DISMISSED),
    }
    CHILDREN: ClassVar[dict[str, tuple[str, str]]] = {
        "tailored": ("tailored resume", "tailored resumes"),
        "comments": ("comment of a reviewer", "comments of reviewers"),
    }
    NEEDS: ClassVar[tuple[str, ...]] = ("base",)

    name = models.CharField(max_length=120)
    base = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="tailored", verbose_name="tailored from"
    )
    purpose = models.CharField("what it is for", max_length=300, blank=True)
    posting = models.CharField("the posting", max_length=POSTING_LENGTH, blank=True)
    look = models.CharField("layout", max_length=8, choices=LOOKS, default=Look.CLASSIC)
    paper = models.CharField(max_length=6, choices=PAPERS, blank=True)

    objects: ClassVar[Any] = ResumeQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name_plural = "learners' resumes"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="resumes_resume_once"),
            models.CheckConstraint(condition=~Q(name=""), name="resumes_resume_named"),
            models.CheckConstraint(condition=Q(look__in=[look for look, _ in LOOKS]), name="resumes_resume_look_known"),
            models.CheckConstraint(
                condition=Q(paper__in=[paper for paper, _ in PAPERS]), name="resumes_resume_paper_known"
            ),
            models.CheckConstraint(
                condition=Q(base=None) | ~Q(base=models.F("pk")), name="resumes_resume_not_its_own_base"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("resumes:resume", args=[self.pk])


class ResumeLine(models.Model):
    """What a resume does otherwise with one thing of the base, which ``key`` names (``bullet:`` and its token).

    ``None`` in ``shown`` and ``rank``, and an empty ``wording``, leave it as it is beneath; ``beneath`` is what stood
    there when it was worded here.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    resume = models.ForeignKey(Resume, on_delete=models.CASCADE, related_name="lines")
    place = models.PositiveIntegerField()
    key = models.CharField(max_length=KEY_LENGTH)
    shown = models.BooleanField(null=True, blank=True)
    rank = models.PositiveIntegerField(null=True, blank=True)
    wording = models.CharField(max_length=TEXT_LENGTH, blank=True)
    beneath = models.CharField(max_length=TEXT_LENGTH, blank=True)

    class Meta:
        ordering = ("place",)
        verbose_name_plural = "lines of learners' resumes"
        constraints = (models.UniqueConstraint(fields=["resume", "key"], name="resumes_resumeline_once"),)

    def __str__(self) -> str:
        return self.key


class Dismissal(models.Model):
    """Something a check said of a resume that the learner looked at and let stand, with their reason."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    resume = models.ForeignKey(Resume, on_delete=models.CASCADE, related_name="dismissals")
    place = models.PositiveIntegerField()
    code = models.CharField("which check", max_length=30)
    key = models.CharField(max_length=KEY_LENGTH, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("place",)
        verbose_name_plural = "what learners let stand in their resumes"
        constraints = (models.UniqueConstraint(fields=["resume", "code", "key"], name="resumes_dismissal_once"),)

    def __str__(self) -> str:
        return self.code


class Revision(models.Model):
    """A resume as it was when it was saved: its document, and all that it said then."""

    # Not by its number: two copies of a resume both go on with the next one.
    NAMED_BY: ClassVar[tuple[str, ...]] = ("resume", "at")
    SHAPES: ClassVar[dict[str, Shape]] = {"document": DOCUMENT, "content": CONTENT}

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    resume = models.ForeignKey(Resume, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    what = models.CharField(max_length=200, help_text="What was changed, in words.")
    document = models.JSONField()
    content = models.JSONField()

    class Meta:
        ordering = ("-number",)
        verbose_name_plural = "revisions of learners' resumes"
        constraints = (models.UniqueConstraint(fields=["resume", "number"], name="resumes_revision_once"),)

    def __str__(self) -> str:
        return f"{self.number}"


class SentCopy(Own):
    """The exact copy that was sent, with its files. A trigger keeps it as it is, whatever changes around it."""

    WRITTEN_ONCE: ClassVar[tuple[str, ...]] = ("name", "employer", "purpose", "on")
    FIELDS: ClassVar[tuple[str, ...]] = ("name", "employer", "purpose", "on", "resume")
    LISTED_AT: ClassVar[str] = "resumes:sent"

    name = models.CharField(max_length=120)
    employer = models.CharField(max_length=160)
    purpose = models.CharField("what for", max_length=300, blank=True)
    on = models.DateField("sent on")
    resume = models.ForeignKey(Resume, null=True, blank=True, on_delete=models.SET_NULL, related_name="sent_copies")

    class Meta:
        ordering = ("-on", "-pk")
        verbose_name = "sent copy"
        verbose_name_plural = "copies of resumes that learners sent"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="resumes_sentcopy_once"),
            models.CheckConstraint(condition=~Q(employer=""), name="resumes_sentcopy_says_where"),
            models.CheckConstraint(condition=Q(on__gte=EARLIEST), name="resumes_sentcopy_not_ancient"),
        )

    def __str__(self) -> str:
        return f"{self.employer}, {self.on:%b %-d, %Y}"

    def get_absolute_url(self) -> str:
        return reverse("resumes:sent_copy", args=[self.pk])


class SentFile(models.Model):
    """One file of a sent copy: its bytes, and their SHA-256 as hexadecimal digits."""

    class Format(models.TextChoices):
        PDF = "pdf", "PDF"
        DOCX = "docx", "Word"
        TEXT = "txt", "Text"

    WRITTEN_ONCE: ClassVar[tuple[str, ...]] = ("data", "sha256")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    copy = models.ForeignKey(SentCopy, on_delete=models.CASCADE, related_name="files")
    format = models.CharField(max_length=4, choices=Format)
    data = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ("copy", "format")
        verbose_name_plural = "files of copies of resumes that learners sent"
        constraints = (models.UniqueConstraint(fields=["copy", "format"], name="resumes_sentfile_once"),)

    def __str__(self) -> str:
        return self.format
