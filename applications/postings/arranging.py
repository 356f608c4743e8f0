"""What a learner does to the requirements of a posting: confirm, split, join, and say what no record can show."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from applications.postings.models import Requirement
from keeping import verbs
from keeping.models import Event


@transaction.atomic
def confirm(rows: Sequence[Any], *, at: datetime) -> int:
    """Mark rows as looked at. Returns how many were not before."""
    changes = (verbs.change(row, values={"confirmed": True}, seen=row.edition, at=at) for row in rows)
    return sum(event is not None for event in changes)


def say(row: Any, *, said: str, at: datetime) -> Event | None:
    """Keep what the learner says of a row, one of ``Said``. ``None`` if that is what they had said.

    It is not judged against another window: what is pressed last is what they say.
    """
    return verbs.change(row, values={"said": said, "confirmed": True}, seen=row.edition, at=at)


@transaction.atomic
def split(row: Any, *, first: str, second: str, token: uuid.UUID, at: datetime) -> Any:
    """Make two rows of one: the first keeps all that was read of it, the second stands behind it with its own words.

    Returns the second one. The same ``token`` again returns what was made.
    """
    document = row.document()
    made = Requirement.objects.filter(user=row.user_id, token=token).first()
    if made is not None:
        return made
    values = {name: document[name] for name in ("application", "strength", "kind", "skills", "credentials")}
    values |= {"quote": second, "place": row.place + 1, "confirmed": True, "corrected": True}
    verbs.change(row, values={"quote": first, "confirmed": True, "corrected": True}, seen=row.edition, at=at)
    made, _ = verbs.add(Requirement, user=row.user, token=token, values=values, at=at)
    return made


@transaction.atomic
def join(row: Any, following: Any, *, at: datetime) -> Event | None:
    """Make one row of two that follow each other: the words and ids of both; the second goes to the bin."""
    here, there = row.document(), following.document()
    values = {
        "quote": f"{here['quote']} {there['quote']}"[:2000],
        "skills": sorted({*here["skills"], *there["skills"]}),
        "credentials": sorted({*here["credentials"], *there["credentials"]}),
        "unlisted": list(dict.fromkeys((*here["unlisted"], *there["unlisted"]))),
        "languages": list(dict.fromkeys((*here["languages"], *there["languages"]))),
        "months": max(filter(None, (here["months"], there["months"])), default=here["months"]),
        "level": here["level"] or there["level"],
        "percent": here["percent"] if here["percent"] is not None else there["percent"],
        "alternatives": [*here["alternatives"], *there["alternatives"]],
        "confirmed": True,
        "corrected": True,
    }
    event = verbs.change(row, values=values, seen=row.edition, at=at)
    verbs.put_in_bin(following, at=at)
    return event
