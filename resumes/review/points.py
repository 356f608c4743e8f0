"""What reviewers said, as the page of the resume itself shows it: comments that were accepted are open points."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce, JSONObject

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
