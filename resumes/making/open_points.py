"""What resumes say elsewhere: what is open on them, and which milestones they speak for."""

from collections.abc import Collection
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from accounts.models import User
from resumes.base.advice import has_number
from resumes.base.models import Bullet, BulletEvidence
from resumes.making.composing import SUMMARY
from resumes.making.models import Resume, ResumeLine

# As the milestone asks for: so many achievements, so many of them with a number.
BANK, WITH_NUMBER = 15, 10
# What makes a first whole resume: bullets that stand under something.
MASTER = 10
# The milestones that bullets speak for, and those that resumes do.
OF_BULLETS = frozenset({"resume-evidence-bank", "resume-master"})
OF_RESUMES = frozenset({"resume-master", "resume-summary", "resume-tailor-one"})
SPOKEN_FOR = OF_BULLETS | OF_RESUMES


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


def offer_spoken_for(user: Any, slugs: Collection[str]) -> dict[str, Any]:
    """What a learner's resumes say for milestones of the fourth step, of those that are asked about.

    It asks the database only for what one of them could rest on.
    """
    asked = SPOKEN_FOR.intersection(slugs)
    if not asked or not isinstance(user, User):
        return {}
    said: dict[str, str] = {}
    placed = 0
    if asked & OF_BULLETS:
        bullets = list(Bullet.objects.for_user(user).only("text", "position", "project", "mention"))
        placed = sum(map(_placed, bullets))
        numbered = sum(has_number(row.text) for row in bullets)
        if len(bullets) >= BANK and numbered >= WITH_NUMBER:
            said["resume-evidence-bank"] = f"you wrote {len(bullets)} bullets, {numbered} of them with a number"
    for resume in _resumes(user) if asked & OF_RESUMES else ():
        if resume.base_id is None and placed >= MASTER:
            said["resume-master"] = f"“{resume.name}” can show {placed} bullets"
        if resume.summed_up:
            said["resume-summary"] = f"“{resume.name}” has a summary"
        if resume.base_id and resume.own:
            said["resume-tailor-one"] = f"you tailored “{resume.name}”"
    return {"spoken_for": {slug: reason for slug, reason in said.items() if slug in asked}}


def _resumes(user: User) -> Any:
    return Resume.objects.for_user(user).annotate(
        summed_up=Exists(ResumeLine.objects.filter(Q(resume=OuterRef("pk")), key=SUMMARY).exclude(wording="")),
        own=Exists(ResumeLine.objects.filter(resume=OuterRef("pk"))),
    )


def _placed(row: Bullet) -> bool:
    return bool(row.position_id or row.project_id or row.mention_id)
