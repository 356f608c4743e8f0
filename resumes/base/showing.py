"""What the page of a piece of evidence shows of resumes."""

from typing import Any

from django.urls import reverse

from evidence.models import Evidence
from resumes.base.models import Bullet, BulletEvidence


def offer_bullets(user: Any, piece: Evidence) -> dict[str, Any]:
    """The bullets that were drawn from a piece, and the way to write one."""
    rows = Bullet.objects.for_user(user).filter(pk__in=BulletEvidence.objects.filter(evidence=piece).values("bullet"))
    add = f"{reverse('resumes:add_bullet')}?evidence={piece.pk}"
    return {
        "uses": [
            ("Bullets drawn from it", [(str(row), row.get_absolute_url()) for row in rows], add, "Write a bullet of it")
        ]
    }
