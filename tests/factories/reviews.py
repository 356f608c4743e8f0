"""Links through which somebody reads a resume, and what they said of it."""

import uuid
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from resumes.making.models import Resume
from resumes.review import commenting, linking
from resumes.review.models import ReviewComment, ReviewLink


def make_review_link(
    resume: Resume, *, name: str = "", note: str = "", shows_contact: bool = False, at: datetime | None = None
) -> tuple[str, ReviewLink]:
    """A link's address and its row."""
    made = linking.make_link(
        resume=resume,
        token=uuid.uuid4(),
        name=name,
        note=note,
        shows_contact=shows_contact,
        at=at or timezone.now(),
    )
    return reverse("resumes:reviewer", args=[made.secret]), made.link


def make_comment(link: ReviewLink, **fields: Any) -> ReviewComment:
    """What was said through a link; ``state`` is where it stands by now."""
    said = {"key": "", "about": "", "text": "Shorter, please"} | fields
    heard = commenting.Heard(said["key"], said["text"], commenting.mark(""))
    commenting.save(link.pk, [heard], about={said["key"]: said["about"]}, at=timezone.now())
    row: ReviewComment = ReviewComment.objects.latest("pk")
    if "state" in said:
        ReviewComment.objects.filter(pk=row.pk).update(state=said["state"])
        row.refresh_from_db()
    return row
