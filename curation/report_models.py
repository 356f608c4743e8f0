"""What readers say looks wrong: for curators' eyes alone, and never more than words."""

from django.conf import settings
from django.db import models
from django.db.models import Case, Q, Value, When

LONGEST_WHAT, LONGEST_INSTEAD = 4000, 2000


class ReportState(models.TextChoices):
    OPEN = "open", "Open"
    ANSWERED = "answered", "Answered"
    CLOSED = "closed", "Closed without an answer"


class Report(models.Model):
    """Somebody says that a page or a fact on it looks wrong. Its row is named by table and slug, beside the page."""

    token = models.UUIDField(unique=True, editable=False)
    page = models.CharField(max_length=300, blank=True, help_text="The path of the page it was said of.")
    table = models.CharField(max_length=80, blank=True, help_text="The model of the row, as 'app.model'.")
    slug = models.CharField(max_length=80, blank=True)
    title = models.CharField("about", max_length=300, help_text="What the page or the fact was called then.")
    what = models.TextField("what looks wrong", max_length=LONGEST_WHAT)
    instead = models.TextField("what it should say", max_length=LONGEST_INSTEAD, blank=True)
    email = models.EmailField("address for an answer", blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField("said")
    state = models.CharField(max_length=8, choices=ReportState, default=ReportState.OPEN)
    answer = models.TextField(max_length=LONGEST_WHAT, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    closed_at = models.DateTimeField("closed", null=True)
    told_at = models.DateTimeField(null=True, help_text="When the answer was mailed to whoever asked for one.")

    class Meta:
        verbose_name = "reader's report"
        # What waits comes first, row by row.
        ordering = (
            Case(When(state="open", then=Value(0)), default=Value(1)),
            *("table", "page", "slug", "-at"),
        )
        indexes = (models.Index(fields=["table", "slug"], name="curation_report_of_row"),)
        constraints = (
            models.CheckConstraint(condition=Q(state__in=ReportState.values), name="curation_report_state_known"),
            models.CheckConstraint(condition=~Q(what=""), name="curation_report_says_something"),
            models.CheckConstraint(
                condition=Q(state="open", closed_at=None) | (~Q(state="open") & Q(closed_at__isnull=False)),
                name="curation_report_closed_when_not_open",
            ),
            models.CheckConstraint(condition=~Q(state="answered") | ~Q(answer=""), name="curation_report_answered"),
        )

    def __str__(self) -> str:
        return self.title
