"""A made-up learner for previews at the desk: somebody under way, of whom nothing is left afterwards."""

import uuid
from typing import Any

from django.utils import timezone

from accounts.models import User
from roadmap import tracking
from roadmap.models import Milestone, State


def learner_under_way(row: Any) -> User:
    """Somebody who finished the first milestone of the roadmap and began the next, and ``row`` if it is one.

    To be called in a transaction that comes to nothing.
    """
    now, today = timezone.now(), timezone.localdate()
    learner = User.objects.create_user(f"{uuid.uuid4()}@preview.invalid", name="Somebody under way")
    states = dict(zip(Milestone.objects.published().in_order()[:2], (State.DONE, State.DOING), strict=False))
    if isinstance(row, Milestone):
        states[row] = State.DOING
    for milestone, state in states.items():
        tracking.change_state(user=learner, milestone=milestone, state=state, today=today, at=now)
    if isinstance(row, Milestone) and (first := row.how.published().order_by("position").first()):
        tracking.tick(user=learner, milestone=row, item=first, ticked=True, at=now)
    return learner
