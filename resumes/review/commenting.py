"""What reviewers say of a resume, and what the learner makes of it: open points, until they are done."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from keeping import verbs
from keeping.models import Event
from resumes.making.models import Resume
from resumes.review.models import ABOUT_LENGTH, ReviewComment, ReviewLink
from resumes.review.passages import called

State = ReviewComment.State
# Of one resume, with those in the bin; and how often one may be changed: each change is kept.
MOST_COMMENTS = 500
MOST_CHANGES = 20
# What a learner can do with a comment: where it must stand for that, and where it stands then.
MOVES: dict[str, tuple[tuple[str, ...], str]] = {
    "accept": ((State.OPEN,), State.ACCEPTED),
    "decline": ((State.OPEN,), State.DECLINED),
    "settle": ((State.ACCEPTED,), State.SETTLED),
    "reopen": ((State.ACCEPTED, State.DECLINED), State.OPEN),
    "undone": ((State.SETTLED,), State.ACCEPTED),
}
NAMES = {"accept": "Accept", "decline": "Decline", "settle": "Done", "reopen": "Undo", "undone": "Undo"}
# What takes each of them back.
BACK = {"accept": "reopen", "decline": "reopen", "settle": "undone", "undone": "settle"}

MEANWHILE = "This comment was changed in another window since you opened it here. Save again to replace it."
DECIDED = "Your comment has been read meanwhile, so it stays as it was. Save again to add this as another one."
FULL = f"This resume has {MOST_COMMENTS} comments, which is as many as it can take. This one is not saved."
TOO_OFTEN = f"This comment was changed {MOST_CHANGES} times, which is as often as it can be. It stays as it was."


class LinkGoneError(Exception):
    """The link has ended since the page was opened."""


@dataclass(frozen=True)
class Heard:
    """What a reviewer wrote in one box. ``was`` stands for what they had found in it, see ``mark``."""

    key: str
    text: str
    was: str


@dataclass(frozen=True)
class Outcome:
    """What became of several boxes, by key: those that are saved, and why others are not."""

    saved: tuple[str, ...]
    refused: dict[str, str] = field(default_factory=dict)


def mark(text: str) -> str:
    """A short stand-in for a text: equal for equal, without telling it."""
    return sha256(text.encode()).hexdigest()[:16]


def said_through(link: int) -> dict[str, list[ReviewComment]]:
    """What was said through the link of this number, by key, the earliest first.

    Without what was taken back, or deleted by the learner.
    """
    return by_key(_said_through(link))


def _said_through(link: int) -> Any:
    return ReviewComment.objects.filter(link=link, deletion=None).exclude(state=State.TAKEN_BACK).order_by("pk")


def by_key(rows: Iterable[ReviewComment]) -> dict[str, list[ReviewComment]]:
    """Comments by what they are about."""
    found: dict[str, list[ReviewComment]] = {}
    for row in rows:
        found.setdefault(row.key, []).append(row)
    return found


def to_change(said: Iterable[ReviewComment]) -> ReviewComment | None:
    """Of what was said of one thing, what the reviewer can still change: the last, if nobody has decided about it."""
    last = next(iter(reversed(list(said))), None)
    return last if last is not None and last.state == State.OPEN else None


@transaction.atomic
def save(link: int, heard: Iterable[Heard], *, about: Mapping[str, str], at: datetime) -> Outcome:
    """Keep what was written or changed on the page of the link of this number; what is sent again is kept once.

    An emptied box takes its comment back. ``about`` says how everything reads that can be commented on. Raises
    ``LinkGoneError`` if the link has ended meanwhile; nothing is saved then.
    """
    # The resume too, as whoever puts it in the bin does first: then its comments.
    links = ReviewLink.objects.open_at(at).filter(pk=link).select_related("resume", "user")
    locked = links.select_for_update(of=("self", "resume")).first()
    if locked is None:
        raise LinkGoneError
    said = by_key(_said_through(link).select_for_update())
    saved, refused = [], {}
    for one in heard:
        mine = said.get(one.key, [])
        current = to_change(mine)
        if one.text == (current.text if current else "") or any(one.text == row.text for row in mine):
            # Pressed again because the answer never came.
            saved.append(one.key)
        elif mark(current.text if current else "") != one.was:
            refused[one.key] = MEANWHILE if current else DECIDED
        elif current is None:
            if ReviewComment.objects.filter(resume=locked.resume_id).count() >= MOST_COMMENTS:
                refused[one.key] = FULL
                continue
            _add(locked, one, about[one.key], at)
            saved.append(one.key)
        elif not one.text:
            verbs.move(current, state="state", before=State.OPEN, after=State.TAKEN_BACK, at=at)
            saved.append(one.key)
        elif current.edition > MOST_CHANGES:
            refused[one.key] = TOO_OFTEN
        else:
            values = {"text": one.text, "about": about[one.key][:ABOUT_LENGTH]}
            verbs.change(current, values=values, seen=current.edition, at=at)
            saved.append(one.key)
    return Outcome(tuple(saved), refused)


def _add(link: ReviewLink, heard: Heard, about: str, at: datetime) -> None:
    values = {
        "resume": str(link.resume.token),
        "key": heard.key,
        "about": about[:ABOUT_LENGTH],
        "text": heard.text,
        "by": link.name,
    }
    row, _ = verbs.add(ReviewComment, user=link.user, token=uuid.uuid4(), values=values, at=at)
    ReviewComment.objects.filter(pk=row.pk).update(link=link)


def decide(comment: ReviewComment, act: str, *, at: datetime) -> Event | None:
    """Do one of ``MOVES``. ``None`` if the comment does not stand where that begins."""
    before, after = MOVES[act]
    for state in before:
        if event := verbs.move(comment, state="state", before=state, after=after, at=at):
            return event
    return None


@dataclass(frozen=True)
class Said:
    """A comment as its learner sees it. ``changed``: what it is about reads otherwise by now."""

    comment: ReviewComment
    changed: bool

    @property
    def acts(self) -> list[tuple[str, str]]:
        """What can be done with it, each with what its button says."""
        return [(act, NAMES[act]) for act, (before, _) in MOVES.items() if self.comment.state in before]


@dataclass(frozen=True)
class Group:
    """What was said of one thing. ``now`` is how it reads today; ``None`` if it is no longer in the resume."""

    key: str
    now: str | None
    said: tuple[Said, ...]

    @property
    def called(self) -> str:
        return called(self.key)


def groups(rows: Iterable[ReviewComment], now: Mapping[str, str]) -> list[Group]:
    """Comments by what they are about, in the order of the resume; last comes what is no longer in it."""
    said = by_key(rows)
    keys = [*(key for key in now if key in said), *(key for key in said if key not in now)]
    return [
        Group(
            key,
            now.get(key),
            tuple(Said(row, changed=key in now and now[key][:ABOUT_LENGTH] != row.about) for row in said[key]),
        )
        for key in keys
    ]


def comments_on(resume: Resume) -> Any:
    """Every comment that the learner sees, the earliest first."""
    rows: Any = ReviewComment.objects
    return rows.for_user(resume.user).filter(resume=resume).exclude(state=State.TAKEN_BACK).order_by("pk")
