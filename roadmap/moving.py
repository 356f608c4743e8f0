"""The counts of the roadmap, for curators who are about to publish: no edit moves them (R1), and this would tell."""

from collections.abc import Hashable, Mapping
from typing import Any

from django.db.models import Max, Model

from accounts.models import User
from curation.moving import MOST_LEARNERS, Measure
from roadmap.models import Milestone, MilestoneProgress, Step
from roadmap.overview import Overview

MATTERS: dict[type[Model], tuple[str, ...]] = {
    Milestone: ("step_id", "required", "retired_at", "published_at"),
    Step: ("number", "retired_at"),
}


def rests_on(table: type[Model], key: int | None) -> Hashable:
    return table._default_manager.filter(pk=key).values_list(*MATTERS[table]).first()


def counts(row: Any) -> Mapping[int, Hashable]:
    """How many required milestones each learner under way has done, and of how many, by step."""
    touched = MilestoneProgress.objects.values("user").annotate(last=Max("pk")).order_by("-last")
    learners = User.objects.in_bulk([one["user"] for one in touched[:MOST_LEARNERS]])
    return {
        key: tuple((step, figures.count) for step, figures in sorted(Overview(learner).figures.items()))
        for key, learner in learners.items()
    }


COUNTED = Measure("The count of required milestones", tuple(MATTERS), rests_on, counts)
