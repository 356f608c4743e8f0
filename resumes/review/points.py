"""What reviewers said, as the page of the resume itself shows it: comments that were accepted are open points."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce, JSONObject
from django.urls import reverse

from accounts.models import User
from resumes.review.models import ReviewComment


def offer_points() -> dict[str, Any]:
    """Annotations of a resume, see ``resumes.making.slots``."""
    here = ReviewComment.objects.filter(resume=OuterRef("pk"), deletion=None)
    accepted = here.filter(state=ReviewComment.State.ACCEPTED).order_by("pk")
    new = here.filter(state=ReviewComment.State.OPEN).order_by().values("resume").annotate(number=Count("pk"))
    return {
        "open_points": ArraySubquery(accepted.values(said=JSONObject(row="pk", text="text", by="by"))),
        "unread": Coalesce(Subquery(new.values("number")), 0),
    }


def points_on_today(user: User) -> list[tuple[str, str]]:
    """What reviewers' words are waiting for, by resume, each in words with where to go."""
    states = ReviewComment.State
    waiting = {states.OPEN: "new comment{} on {}", states.ACCEPTED: "accepted comment{} on {}"}
    rows: Any = ReviewComment.objects
    found = (
        rows.for_user(user)
        .filter(state__in=waiting, resume__deletion=None)
        .order_by("resume", "state")
        .values_list("resume", "resume__name", "state")
        .annotate(number=Count("pk"))
    )
    return [
        (
            f"{number} {waiting[states(said)].format('' if number == 1 else 's', name)}",
            reverse("resumes:review", args=[resume]),
        )
        for resume, name, said, number in found
    ]
