"""What a learner's figures rest on: taken from the roadmap when they touch it, and left alone by every edit since."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from accounts.models import User
from roadmap.models import CountedMilestone, Milestone, MilestoneProgress
from roadmap.progress import CountedFacts, came_back


@transaction.atomic
def count_in(*, user: User, milestone: Milestone, first: bool, at: datetime) -> None:
    """Take the milestone that a learner touches into their count, unless it is there. ``first``: never touched before.

    The first touch of all takes in the whole roadmap as it is offered, and the first touch of a step takes that step in
    anew, without what is counted in another step under way. A milestone that came back is taken in as it is now.
    """
    rows = {row.milestone_id: row for row in CountedMilestone.objects.filter(user=user).select_related("step")}
    touched = set(MilestoneProgress.objects.for_user(user).values_list("milestone", flat=True)) - {milestone.pk}
    under_way = {row.step_id for key, row in rows.items() if key in touched}
    here = rows.get(milestone.pk)
    offered_since = None if milestone.retired_at or milestone.step.retired_at else milestone.published_at
    keeps = here is not None and not came_back(_facts(here), offered_since) and (not first or here.step_id in under_way)
    wanted = Q() if keeps else Q(pk=milestone.pk)
    if not rows:
        wanted |= Q(pk__in=Milestone.objects.published())
    elif first and not keeps and milestone.step_id not in under_way:
        mine = {key for key, row in rows.items() if row.step_id in under_way}
        wanted |= Q(pk__in=Milestone.objects.published().filter(step=milestone.step)) & ~Q(pk__in=mine)
        CountedMilestone.objects.filter(user=user, step=milestone.step).delete()
    if wanted:
        CountedMilestone.objects.bulk_create(
            [
                CountedMilestone(user=user, milestone=each, step_id=each.step_id, required=each.required, since=at)
                for each in Milestone.objects.filter(wanted).order_by("pk")
            ],
            update_conflicts=True,
            unique_fields=["user", "milestone"],
            update_fields=["step", "required", "since"],
        )


def _facts(row: CountedMilestone) -> CountedFacts:
    return CountedFacts(row.step.number, row.required, row.since, row.step.retired_at is not None)
