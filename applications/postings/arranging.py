"""What a learner does to the requirements of a posting: confirm, split, join, and say what no record can show."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from keeping import verbs
from keeping.models import Event


@transaction.atomic
def confirm(rows: Sequence[Any], *, at: datetime) -> int:
    """Mark rows as looked at. Returns how many were not before."""
    changes = (verbs.press(row, values={"confirmed": True}, at=at) for row in rows)
    return sum(event is not None for event in changes)


def say(row: Any, *, said: str, at: datetime) -> Event | None:
    """Keep what the learner says of a row, one of ``Said``. ``None`` if that is what they had said.

    It is not judged against another window: what is pressed last is what they say.
    """
    return verbs.press(row, values={"said": said, "confirmed": True}, at=at)


def shorten(row: Any, *, quote: str, seen: int, at: datetime) -> Event | None:
    """Let a row say less: the rest has become a row of its own. ``None`` if it says that already.

    Raises ``ChangedMeanwhileError`` if another window has changed it since its edition was ``seen``.
    """
    return verbs.change(row, values={"quote": quote, "confirmed": True, "corrected": True}, seen=seen, at=at)


@transaction.atomic
def join(row: Any, following: Any, *, at: datetime) -> Event | None:
    """Make one row of two that follow each other: the words and ids of both; the second goes to the bin."""
    # Locked, so that what another window says at the same moment is joined too.
    rows = type(row)._default_manager.select_for_update(of=("self",)).filter(pk__in=(row.pk, following.pk))
    row, following = sorted(rows.order_by("pk"), key=lambda one: one.pk != row.pk)
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
    # Marked, so that its words are not left out of the next posting as no requirement.
    verbs.change(following, values={"corrected": True}, seen=following.edition, at=at)
    verbs.put_in_bin(following, at=at)
    return event
