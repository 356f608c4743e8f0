"""A list comes in: all that is new of it in one transaction, and all of it out again with one press."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import CharField, Count, Max
from django.db.models.functions import Cast, Substr

from accounts.models import User
from applications.lists.lines import Line
from applications.lists.planning import BROUGHT_IN, Plan, plan
from applications.postings.models import Application
from applications.stages.models import StageChange
from keeping.many import add_all, put_all_in_bin


@dataclass(frozen=True)
class LastIn:
    """The applications that came in together last and are not in the bin: how many, when, and the key of one."""

    number: int
    at: datetime
    key: int


@transaction.atomic
def bring_in(
    lines: list[Line], *, user: User, without_cells: bool, today: date, at: datetime
) -> tuple[Plan, list[Any]]:
    """Keep what is new of a list, or nothing if anything of it cannot be kept. Returns what became of its lines.

    The same list again is all there already. Two presses at the same moment come one after the other.
    """
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    found = plan(lines, user=user, without_cells=without_cells)
    said = {token: line.values for token, line in found.new}
    rows = add_all(Application, user=user, said=said, at=at, under={})
    changes = {}
    for token, line in found.new:
        for number, one in enumerate(line.changes):
            named = uuid.uuid5(BROUGHT_IN, f"{token} {number}")
            on = (one.on or today).isoformat()
            changes[named] = {"application": str(token), "stage": one.stage, "on": on, "note": one.note}
    add_all(StageChange, user=user, said=changes, at=at, under={})
    return found, rows


def _brought_in() -> Any:
    """Applications that came in together with others: their names are of version 5, those of forms are random."""
    rows: Any = Application.objects
    return rows.annotate(version=Substr(Cast("token", CharField()), 15, 1)).filter(version="5")


def last_in(user: User) -> LastIn | None:
    """What came in last of what is not in the bin again."""
    rows = _brought_in().filter(user=user, deletion=None).order_by()
    last = rows.values("created_at").annotate(number=Count("pk"), key=Max("pk")).order_by("-created_at").first()
    return LastIn(last["number"], last["created_at"], last["key"]) if last else None


def came_with(user: User, application: int) -> list[Any] | None:
    """The applications that came in together with one, itself too, as far as they are not in the bin.

    ``None`` if there is no such application, or it came in alone by a form.
    """
    rows = _brought_in().filter(user=user)
    one = rows.filter(pk=application).first()
    return list(rows.filter(created_at=one.created_at, deletion=None).order_by("pk")) if one else None


def take_back(user: User, application: int, *, at: datetime) -> int | None:
    """Put all that came in together with an application in the bin. Returns how many; ``None``: see ``came_with``."""
    rows = came_with(user, application)
    return None if rows is None else put_all_in_bin(rows, at=at)
