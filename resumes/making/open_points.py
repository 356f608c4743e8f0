"""What is open on what resumes are drawn from."""

from typing import Any

from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from resumes.base.models import Bullet, BulletEvidence


def counted() -> dict[str, Any]:
    """Annotations of a learner: how many of their bullets nothing proves, and how many stand under nothing."""
    proof = Exists(BulletEvidence.objects.filter(bullet=OuterRef("pk"), evidence__deletion=None))
    bullets = Bullet.objects.filter(user=OuterRef("pk"), deletion=None).order_by()
    return {
        "unproved": _number(bullets.filter(~proof)),
        "unplaced": _number(bullets.filter(position=None, project=None, mention=None)),
    }


def _number(rows: Any) -> Coalesce:
    return Coalesce(Subquery(rows.values("user").annotate(number=Count("pk")).values("number")), 0)


def open_points(learner: Any) -> list[tuple[str, str]]:
    """What is open on what resumes are drawn from, each in words with where to go. ``learner`` has been ``counted``."""
    unproved, unplaced = learner.unproved, learner.unplaced
    found = []
    if unproved:
        found.append((f"{unproved} bullet{'' if unproved == 1 else 's'} without evidence", reverse("resumes:bullets")))
    if unplaced:
        said = f"{unplaced} bullet{'' if unplaced == 1 else 's'} without a job or project"
        found.append((said, reverse("resumes:bullets")))
    return found
