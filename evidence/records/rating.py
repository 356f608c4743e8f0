"""How well a learner knows skills, in their own words: one at a time, or several at once."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from evidence.catalog.models import Skill
from evidence.records.models import SkillStanding
from keeping.ceilings import refuse_more
from keeping.models import Act, Document, Event
from keeping.verbs import change, event_of


@transaction.atomic
def rate(*, user: User, skill: Skill, values: Document, at: datetime) -> Event | None:
    """Say how well the learner knows a skill (``now``) or wants to (``wanted``). ``None`` if that is what they said."""
    SkillStanding.objects.bulk_create([SkillStanding(user=user, skill=skill, created_at=at)], ignore_conflicts=True)
    row: SkillStanding = SkillStanding.objects.select_for_update().get(user=user, skill=skill)
    return change(row, values=values, seen=row.edition, at=at)


@transaction.atomic
def rate_all(*, user: User, answers: dict[Skill, int], at: datetime) -> int:
    """Say for several skills at once how well the learner knows them. Returns how many of the answers were new."""
    fresh = [SkillStanding(user=user, skill=skill, created_at=at) for skill in answers]
    SkillStanding.objects.bulk_create(fresh, ignore_conflicts=True)
    levels = {skill.pk: level for skill, level in answers.items()}
    rows = SkillStanding.objects.filter(user=user, skill__in=levels).order_by("pk").select_for_update()
    changed = [(row, row.now) for row in rows if row.now != levels[row.skill_id]]
    for row, _ in changed:
        row.now = levels[row.skill_id]
        row.edition += 1
    SkillStanding.objects.bulk_update([row for row, _ in changed], ["now", "edition"])
    Event.objects.bulk_create(
        event_of(row, Act.CHANGED, at, before={"now": before}, after={"now": row.now}) for row, before in changed
    )
    if changed:
        refuse_more(user.pk)
    return len(changed)
