"""What the draft of a letter is drawn from: confirmed rows that are met, and the learner's bullets that show them."""

from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef

from accounts.models import User
from applications.postings.models import Requirement
from applications.reading.shapes import REQUIRED
from applications.stages.letter import Point, draft
from applications.stages.models import Person
from evidence.models import Evidence
from resumes.base.models import Bullet, BulletEvidence, Contact

# Of a learner's bullets, the newest.
MOST_BULLETS = 500


def drafted(application: Any, user: User) -> str:
    """A draft for an application. Nothing is kept."""
    people: Any = Person.objects.for_user(user).filter(application=application)
    to = people.order_by(F("last_contact_on").desc(nulls_last=True), "pk").values_list("name", flat=True).first()
    name = Contact.objects.for_user(user).values_list("name", flat=True).first()
    return draft(
        title=application.title,
        employer=application.employer,
        to=to or "",
        points=list(_points(application, user)),
        name=name or user.name,
    )


def _points(application: Any, user: User) -> Iterable[Point]:
    """Confirmed required rows whose skills evidence shows, each with a bullet drawn from such evidence, once each."""
    rows: Any = Requirement.objects.for_user(user).filter(application=application, confirmed=True, strength=REQUIRED)
    asked = list(rows.order_by("place", "pk").prefetch_related("skills"))
    wanted = {skill.pk for row in asked for skill in row.skills.all()}
    shown: Any = Evidence.objects.for_user(user).filter(evidence_skills__skill__in=wanted)
    proved = set(shown.values_list("evidence_skills__skill", flat=True))
    here = BulletEvidence.objects.filter(bullet=OuterRef("pk"), evidence__deletion=None)
    proofs = here.filter(evidence__evidence_skills__skill__in=wanted).values("evidence__evidence_skills__skill")
    bullets: Any = Bullet.objects.for_user(user).annotate(shows=ArraySubquery(proofs)).filter(shows__len__gt=0)
    left = list(bullets.order_by("-pk").values_list("text", "shows")[:MOST_BULLETS])
    for row in asked:
        skills = {skill.pk for skill in row.skills.all()}
        if not skills or not (skills & proved if row.any_of else skills <= proved):
            continue
        found = max(left, key=lambda one: len(skills.intersection(one[1])), default=None)
        if found and skills.intersection(found[1]):
            left.remove(found)
            yield Point(row.quote, found[0])
