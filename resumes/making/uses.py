"""Where a piece of evidence is used: the bullets that were drawn from it, and the resumes that show one of them."""

from typing import Any

from django.urls import reverse

from evidence.models import Evidence, PositionKind
from resumes.base.loading import key_of
from resumes.base.models import Bullet, BulletEvidence
from resumes.making.composing import section_key
from resumes.making.deriving import Item, derive, layer_of
from resumes.making.models import Resume
from resumes.writing.content import Kind


def offer_uses(user: Any, piece: Evidence) -> dict[str, Any]:
    """What the page of a piece shows: headings, each with texts and addresses, and the way to one more."""
    here = BulletEvidence.objects.filter(evidence=piece).values("bullet")
    named = ("position", "project__position", "mention")
    bullets = list(Bullet.objects.for_user(user).filter(pk__in=here).select_related(*named))
    resumes = list(Resume.objects.for_user(user).with_layers()) if bullets else []
    add = f"{reverse('resumes:add_bullet')}?evidence={piece.pk}"
    showing = [row for row in resumes if any(shows(row, bullet) for bullet in bullets)]
    return {
        "uses": [
            ("Bullets drawn from it", _linked(bullets), add, "Write a bullet of it"),
            ("Resumes that show it", _linked(showing), reverse("resumes:resumes"), "Your resumes"),
        ]
    }


def _linked(rows: list[Any]) -> list[tuple[str, str]]:
    return [(str(row), row.get_absolute_url()) for row in rows]


def shows(resume: Any, bullet: Bullet) -> bool:
    """Whether a resume shows a bullet: itself, the entry it stands under, and their section."""
    place = _place(bullet)
    if place is None:
        return False
    section, entry = place
    items = [Item(section), Item(entry, section), Item(key_of(bullet), entry)]
    layers = [layer_of(resume.base_lines), layer_of(resume.own_lines)]
    return all(line.shown for line in derive(items, layers))


def _place(bullet: Bullet) -> tuple[str, str] | None:
    """The section and the entry that a bullet stands in, by their keys."""
    project = bullet.project if bullet.project and not bullet.project.in_bin else None
    position = bullet.position or (project.position if project else None)
    if position and not position.in_bin:
        volunteer = position.kind == PositionKind.VOLUNTEER
        return section_key(Kind.VOLUNTEERING if volunteer else Kind.EXPERIENCE), key_of(position)
    if project:
        return section_key(Kind.PROJECTS), key_of(project)
    if bullet.mention and not bullet.mention.in_bin:
        return section_key(Kind(bullet.mention.kind)), key_of(bullet.mention)
    return None
