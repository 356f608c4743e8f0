"""An application moves to another stage today, a move is taken back, and what happened before it was saved."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from applications.postings.models import Application, Stage
from applications.postings.taking_in import token_of_beginning
from applications.stages.models import StageChange
from applications.stages.timeline import day_of_move
from keeping import verbs
from keeping.models import Event


@dataclass(frozen=True)
class Moved:
    """What came of a press: the change it made, now or when it was pressed before; none if there was nothing to do."""

    change: StageChange | None
    event: Event | None


@transaction.atomic
def move(application: Any, *, stage: str, token: uuid.UUID, today: date, at: datetime) -> Moved:
    """Record that an application comes to a stage today. Safe to repeat by ``token``.

    The stage that it is at by then is not recorded again. Raises ``ChangedMeanwhileError`` if what the token recorded
    was changed since.
    """
    # Two windows that press at the same moment come one after the other.
    Application.objects.select_for_update().get(pk=application.pk)
    made: Any = StageChange.objects.filter(user=application.user_id, token=token).first()
    if made:
        event = verbs.change(made, values={"stage": stage}, seen=verbs.FIRST_EDITION, at=at)
        made.refresh_from_db()
        return Moved(made, event)
    changes: Any = StageChange.objects
    here = changes.for_user(application.user).filter(application=application).order_by("-on", "-pk").first()
    if stage == (here.stage if here else Stage.SAVED):
        return Moved(None, None)
    on = day_of_move(here.on if here else None, today=today)
    values = {"application": str(application.token), "stage": stage, "on": on.isoformat(), "note": ""}
    change, event = verbs.add(StageChange, user=application.user, token=token, values=values, at=at)
    return Moved(change, event)


def take_back(change: Any, *, at: datetime) -> tuple[Event | None, Any]:
    """Put a change in the bin. Returns the event, ``None`` if it is there already, and the application as it stands."""
    event = verbs.put_in_bin(change, at=at)
    rows: Any = Application.objects
    return event, rows.with_stage().get(pk=change.application_id)


@transaction.atomic
def begin_no_later(change: Any, *, at: datetime) -> Event | None:
    """Let an application that stands where it began by itself begin on the day of ``change``.

    Somebody who saves a posting today and applied for it last week has recorded all of it today: that it is saved here
    since today is nothing they said, and does not stand above what they say. ``None`` if it does not.
    """
    changes: Any = StageChange.objects.for_user(change.user).filter(application=change.application_id)
    here = changes.select_for_update().order_by("-on", "-pk").first()
    if change.in_bin or here.pk == change.pk or here.token != token_of_beginning(change.application):
        return None
    if here.stage != Stage.SAVED:
        return None
    return verbs.change(here, values={"on": change.on.isoformat()}, seen=here.edition, at=at)
