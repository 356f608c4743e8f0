"""A link for somebody who reads a resume, and what they say of it."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from keeping.models import Own
from resumes.making.models import KEY_LENGTH, Resume

NAME_LENGTH = 80
NOTE_LENGTH = 500
COMMENT_LENGTH = 2000
# What a comment is about, cut: an entry can be as long as a text of it and its head.
ABOUT_LENGTH = 8000


class ReviewLinkQuerySet(models.QuerySet[Any]):
    def open_at(self, now: datetime) -> Self:
        """Those that lead to something: neither expired nor withdrawn, to a resume that is not in the bin."""
        return self.filter(withdrawn_at=None, expires_at__gt=now, resume__deletion=None, resume__user__is_active=True)


class ReviewLink(models.Model):
    """A link for a reviewer. Only a hash of its secret is kept; it expires, and can be withdrawn."""

    NAMED_BY: ClassVar[tuple[str, ...]] = ("resume", "made_at")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    resume = models.ForeignKey(Resume, on_delete=models.CASCADE, related_name="review_links")
    name = models.CharField(max_length=NAME_LENGTH, blank=True, help_text="Who reads, as the learner calls them.")
    note = models.CharField(max_length=NOTE_LENGTH, blank=True, help_text="What the learner asks of them.")
    shows_contact = models.BooleanField(default=False)
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = ReviewLinkQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        verbose_name_plural = "links for learners' reviewers"
        constraints = (
            models.CheckConstraint(condition=Q(expires_at__gt=F("made_at")), name="resumes_reviewlink_expires_later"),
        )

    def __str__(self) -> str:
        return f"link {self.pk}"


class ReviewComment(Own):
    """What a reviewer said of one thing in a resume, which ``key`` names; an empty one stands for all of it.

    ``about`` is how that thing read at the time, and ``by`` who said it, as the learner calls them.
    """

    FIELDS: ClassVar[tuple[str, ...]] = ("resume", "key", "about", "text", "by")
    STATES: ClassVar[tuple[str, ...]] = ("state",)

    class State(models.TextChoices):
        OPEN = "open", "New"
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "Declined"
        SETTLED = "settled", "Done"
        # By the reviewer, before the learner had decided: it is shown to nobody.
        TAKEN_BACK = "taken_back", "Taken back"

    resume = models.ForeignKey(Resume, on_delete=models.CASCADE, related_name="comments")
    # None once it has come into another database.
    link = models.ForeignKey(ReviewLink, null=True, blank=True, on_delete=models.SET_NULL, related_name="comments")
    key = models.CharField("what it is about", max_length=KEY_LENGTH, blank=True)
    about = models.CharField("how that read", max_length=ABOUT_LENGTH, blank=True)
    text = models.CharField("comment", max_length=COMMENT_LENGTH)
    by = models.CharField("from", max_length=NAME_LENGTH, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)

    class Meta:
        ordering = ("pk",)
        verbose_name = "reviewer's comment"
        verbose_name_plural = "learners' comments from reviewers"
        constraints = (
            models.UniqueConstraint(fields=["user", "token"], name="resumes_reviewcomment_once"),
            models.CheckConstraint(condition=~Q(text=""), name="resumes_reviewcomment_says_something"),
            models.CheckConstraint(
                condition=Q(state__in=["open", "accepted", "declined", "settled", "taken_back"]),
                name="resumes_reviewcomment_state_known",
            ),
        )

    def __str__(self) -> str:
        return self.text if len(self.text) <= 120 else f"{self.text[:119].rstrip()}…"

    def get_absolute_url(self) -> str:
        return f"{reverse('resumes:review', args=[self.resume_id])}#comment-{self.pk}"
