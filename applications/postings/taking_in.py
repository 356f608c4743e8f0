"""What a new application begins with."""

import uuid
from datetime import date, datetime
from typing import Any

from applications.postings.models import Stage
from keeping import verbs

# What is made along with an application is named after it, so that the same is not made twice.
MADE_WITH = uuid.UUID("0b2a4f0e-7a3c-5b8e-9a57-5c1f3c2d7e01")


def token_of_beginning(application: Any) -> uuid.UUID:
    """The token of the stage that an application begins with by itself."""
    return uuid.uuid5(MADE_WITH, f"{application.token} saved")


def begin(application: Any, *, at: datetime, today: date) -> None:
    """Give a new application its first stage."""
    stages: Any = application._meta.get_field("stages").related_model
    values = {"application": str(application.token), "stage": Stage.SAVED.value, "on": today.isoformat(), "note": ""}
    verbs.add(stages, user=application.user, token=token_of_beginning(application), values=values, at=at)
