"""A learner accepts or declines an offer: one press, which is a stage of its application."""

import uuid
from datetime import date, datetime
from typing import Any

from django.db import transaction

from applications.postings.models import Application
from applications.stages.models import StageChange
from keeping import verbs
from keeping.models import Event


@transaction.atomic
def answer(
    application: Any, *, stage: str, token: uuid.UUID, on: date, at: datetime
) -> tuple[StageChange, Event | None]:
    """Record that it was accepted or declined. Returns the stage with the event, or ``None`` if that was so already.

    The same ``token`` again is the same press; so is another one while it stands at that stage.
    """
    # Two windows that press at the same moment come one after the other.
    Application.objects.select_for_update().get(pk=application.pk)
    changes: Any = StageChange.objects
    here = changes.for_user(application.user).filter(application=application).order_by("-on", "-pk").first()
    if here is not None and here.stage == stage:
        return here, None
    values = {"application": str(application.token), "stage": stage, "on": on.isoformat(), "note": ""}
    return verbs.add(StageChange, user=application.user, token=token, values=values, at=at)
