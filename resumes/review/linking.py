"""A link for somebody who reads a resume: it is made once for each form, expires, and can be withdrawn."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import transaction
from django.db.models import Case, Count, F, OuterRef, Q, Value, When
from django.db.models.functions import JSONObject

from accounts.secret_links import hash_of, secret_of
from keeping.ceilings import refuse_more
from resumes.making.models import Resume
from resumes.review.models import ReviewComment, ReviewLink

SALT = "resumes.review.linking"
LIFE = timedelta(days=14)
# So many links of one resume may be open at a time.
MOST_OPEN = 5
# So many are listed; those that are open come first.
MOST_SHOWN = 20


class TooManyLinksError(Exception):
    """``MOST_OPEN`` links are open already."""


@dataclass(frozen=True)
class Made:
    """A link with its secret, which is known only now."""

    link: ReviewLink
    secret: str


@transaction.atomic
def make_link(*, resume: Resume, token: uuid.UUID, name: str, note: str, shows_contact: bool, at: datetime) -> Made:
    """Open a link for ``LIFE``. The same ``token`` again gives the link that it made, whatever became of it.

    What the form says otherwise by then holds from now on. Raises ``TooManyLinksError`` if ``MOST_OPEN`` are open.
    """
    Resume.objects.select_for_update().get(pk=resume.pk)
    secret = secret_of(salt=SALT, row=resume.pk, token=token)
    said = {"name": name, "note": note, "shows_contact": shows_contact}
    made = ReviewLink.objects.filter(secret_hash=hash_of(secret)).first()
    if made is not None:
        ReviewLink.objects.filter(pk=made.pk).update(**said)
        made.refresh_from_db()
        return Made(made, secret)
    if ReviewLink.objects.open_at(at).filter(resume=resume).count() >= MOST_OPEN:
        raise TooManyLinksError
    link = ReviewLink.objects.create(
        user_id=resume.user_id, resume=resume, secret_hash=hash_of(secret), made_at=at, expires_at=at + LIFE, **said
    )
    refuse_more(resume.user_id)
    return Made(link, secret)


@transaction.atomic
def withdraw(link: ReviewLink, *, at: datetime) -> bool:
    """End a link. Returns whether it was still to end."""
    return ReviewLink.objects.filter(pk=link.pk, withdrawn_at=None, expires_at__gt=at).update(withdrawn_at=at) > 0


@dataclass(frozen=True)
class LinkRow:
    """A link as its learner sees it, with how many comments came through it."""

    row: int
    name: str
    shows_contact: bool
    expires_at: datetime
    withdrawn_at: datetime | None
    open: bool
    comments: int


def links_along(*, now: datetime) -> Any:
    """An annotation of resumes: their links, the open ones first, then the newest. See ``links_in``."""
    there = Q(comments__deletion=None) & ~Q(comments__state=ReviewComment.State.TAKEN_BACK)
    links = ReviewLink.objects.filter(resume=OuterRef("pk")).annotate(
        is_open=Case(When(withdrawn_at=None, expires_at__gt=now, then=Value(True)), default=Value(False)),
        said=Count("comments", filter=there),
    )
    values = ("name", "shows_contact", "expires_at", "withdrawn_at")
    told = JSONObject(row="pk", open="is_open", comments="said", **{name: name for name in values})
    return ArraySubquery(links.order_by("-is_open", "-pk").values(told=told)[:MOST_SHOWN])


def links_in(told: Iterable[dict[str, Any]]) -> list[LinkRow]:
    """What the annotation says."""
    times = ("expires_at", "withdrawn_at")
    return [
        LinkRow(**(one | {name: datetime.fromisoformat(one[name]) if one[name] else None for name in times}))
        for one in told
    ]


@dataclass(frozen=True)
class Opened:
    """What an open link leads to: the number of the link, what it says, and its resume, ready to be composed."""

    link: int
    note: str
    shows_contact: bool
    expires_at: datetime
    resume: Any


def find_open(secret: str, *, now: datetime) -> Opened | None:
    """What a link leads to, or ``None``, whatever the reason."""
    rows: Any = Resume.objects
    shared: Any = ReviewLink.objects
    said = ("pk", "note", "shows_contact", "expires_at")
    row = (
        rows.filter(review_links__in=shared.open_at(now).filter(secret_hash=hash_of(secret)))
        .with_layers()
        .select_related("user", "base")
        .annotate(**{f"link_{name}": F(f"review_links__{name}") for name in said})
        .first()
    )
    return Opened(row.link_pk, row.link_note, row.link_shows_contact, row.link_expires_at, row) if row else None


def days_left(left: timedelta) -> str:
    """As ``13 days``; what is under two days in hours, what is under an hour is said so."""
    hours = max(int(left.total_seconds()), 0) // 3600
    if hours >= 48:
        return f"{hours // 24} days"
    return f"{hours} hour{'' if hours == 1 else 's'}" if hours else "less than an hour"
