"""What reviewers said, as the page of the resume itself shows it: comments that were accepted are open points."""

from collections import Counter
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce, JSONObject
from django.urls import reverse

from resumes.making.open_points import counted, open_points
from resumes.review.models import ReviewComment

# What is said of comments that wait for the learner, by their state.
WAITING = {
    ReviewComment.State.OPEN.value: "new comment{} on {}",
    ReviewComment.State.ACCEPTED.value: "accepted comment{} on {}",
}


def offer_points() -> dict[str, Any]:
    """Annotations of a resume, see ``resumes.making.slots``."""
    here = ReviewComment.objects.filter(resume=OuterRef("pk"), deletion=None)
    accepted = here.filter(state=ReviewComment.State.ACCEPTED).order_by("pk")
    new = here.filter(state=ReviewComment.State.OPEN).order_by().values("resume").annotate(number=Count("pk"))
    return {
        "open_points": ArraySubquery(accepted.values(said=JSONObject(row="pk", text="text", by="by"))),
        "unread": Coalesce(Subquery(new.values("number")), 0),
    }


def asked_on_today() -> dict[str, Any]:
    """Annotations of a learner, from which ``points_on_today`` says what is open."""
    comments = ReviewComment.objects.filter(
        user=OuterRef("pk"), deletion=None, state__in=WAITING, resume__deletion=None
    ).order_by("resume", "pk")
    said = JSONObject(resume="resume", name="resume__name", state="state")
    return {**counted(), "comments": ArraySubquery(comments.values(said=said))}


def points_on_today(learner: Any) -> list[tuple[str, str]]:
    """What is open on a learner's resumes, and what reviewers' words wait for, with where to go."""
    found = Counter((one["resume"], one["name"], one["state"]) for one in learner.comments)
    return open_points(learner) + [
        (
            f"{number} {WAITING[state].format('' if number == 1 else 's', name)}",
            reverse("resumes:review", args=[resume]),
        )
        for (resume, name, state), number in sorted(found.items())
    ]
