"""An application is marked as applied, with the resume that went out: frozen now, or a copy that is kept already."""

import uuid
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from applications.postings.models import Application
from keeping import verbs
from keeping.models import Event
from resumes.making import sending
from resumes.models import Resume, SentCopy

# So much the name of whom a copy went to may have.
EMPLOYER_LENGTH = int(SentCopy._meta.get_field("employer").max_length or 0)
# Of the applications that one copy went out for.
MOST_SHOWN = 20


@transaction.atomic
def freeze(
    resume: Resume,
    application: Any,
    *,
    user: User,
    token: uuid.UUID,
    on: date,
    files: Mapping[str, bytes],
    at: datetime,
) -> tuple[SentCopy, bool]:
    """Keep a copy of a resume as it goes out for an application, and link it.

    Returns it, and whether it is new: the same ``token`` with the same resume gives the copy that was made.
    """
    copy, new = sending.mark_as_sent(
        resume,
        user=user,
        token=uuid.uuid5(token, str(resume.token)),
        employer=(application.employer or application.title)[:EMPLOYER_LENGTH],
        purpose=application.title,
        on=on,
        files=files,
        at=at,
    )
    link(application, copy, at=at)
    return copy, new


@transaction.atomic
def link(application: Any, copy: SentCopy, *, at: datetime) -> Event | None:
    """Say that a copy went out for an application. ``None`` if that was said already."""
    return _change_copies(application, add={str(copy.token)}, take=set(), at=at)


@transaction.atomic
def unlink(application: Any, copy: SentCopy, *, at: datetime) -> Event | None:
    """Say that a copy did not go out for it after all; the copy stays. ``None`` if it was not linked."""
    return _change_copies(application, add=set(), take={str(copy.token)}, at=at)


def _change_copies(application: Any, *, add: set[str], take: set[str], at: datetime) -> Event | None:
    # Locked, so that what another window links at the same moment stays linked.
    locked = Application.objects.select_for_update().get(pk=application.pk)
    here = set(map(str, locked.sent_copies.values_list("token", flat=True)))
    values = {"sent_copies": sorted((here | add) - take)}
    return verbs.change(locked, values=values, seen=locked.edition, at=at)


def offer_sent_for(user: Any, copy: SentCopy) -> dict[str, Any]:
    """The applications that a copy went out for, see ``resumes.making.slots``."""
    rows: Any = Application.objects
    found = rows.for_user(user).filter(copy_rows__copy=copy).order_by("-pk")[:MOST_SHOWN]
    return {"sent_for": [(str(row), row.get_absolute_url()) for row in found]}
