"""Somebody helps with a mock interview: a link that expires, and the scores and notes that come through it."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Case, Count, Q, Value, When

from accounts.secret_links import hash_of, secret_of
from interviews.bank.models import Dimension
from interviews.mock.models import HelperLink, MockInterview, MockNote, MockQuestion, MockScore
from keeping.ceilings import refuse_more

SALT = "interviews.mock.helping"
LIFE = timedelta(hours=4)
# So many links of one run may be open at a time.
MOST_OPEN = 5
# So many are listed; those that are open come first.
MOST_SHOWN = 20


class TooManyLinksError(Exception):
    """``MOST_OPEN`` links are open already."""


class LinkGoneError(Exception):
    """The link has ended since the page was opened."""


@dataclass(frozen=True)
class Made:
    """A link with its secret, which is known only now."""

    link: HelperLink
    secret: str
    new: bool


@transaction.atomic
def make_link(*, mock: MockInterview, token: uuid.UUID, name: str, at: datetime) -> Made:
    """Open a link for ``LIFE``. The same ``token`` again gives the link that it made, whatever became of it.

    Another ``name`` by then is what it is called from now on.

    Raises ``TooManyLinksError`` if ``MOST_OPEN`` are open.
    """
    MockInterview.objects.select_for_update().get(pk=mock.pk)
    secret = secret_of(salt=SALT, row=mock.pk, token=token)
    made = HelperLink.objects.filter(secret_hash=hash_of(secret)).first()
    if made is not None:
        if made.name != name:
            made.name = name
            made.save(update_fields=["name"])
        return Made(made, secret, new=False)
    if HelperLink.objects.open_at(at).filter(mock=mock).count() >= MOST_OPEN:
        raise TooManyLinksError
    link = HelperLink.objects.create(
        user_id=mock.user_id, mock=mock, name=name, secret_hash=hash_of(secret), made_at=at, expires_at=at + LIFE
    )
    refuse_more(mock.user_id)
    return Made(link, secret, new=True)


@transaction.atomic
def withdraw(link: HelperLink, *, at: datetime) -> bool:
    """End a link. Returns whether it was still to end."""
    return HelperLink.objects.filter(pk=link.pk, withdrawn_at=None, expires_at__gt=at).update(withdrawn_at=at) > 0


@dataclass(frozen=True)
class LinkRow:
    """A link as its learner sees it."""

    link: HelperLink
    open: bool
    scored: int
    noted: int

    @property
    def used(self) -> str:
        """What came through it, in words."""
        scored = f"scores on {self.scored} question{'s' if self.scored > 1 else ''}" if self.scored else ""
        noted = f"notes on {self.noted} question{'s' if self.noted > 1 else ''}" if self.noted else ""
        return ", ".join(filter(None, [scored, noted])) or "nothing saved with it"


def links_of(mock: MockInterview, *, now: datetime) -> list[LinkRow]:
    """The links of a run, the open ones first, then the newest, each with what came through it."""
    is_open = Case(When(withdrawn_at=None, expires_at__gt=now, then=Value(0)), default=Value(1))
    links = HelperLink.objects.filter(mock=mock).annotate(
        ended=is_open,
        scored=Count("scores__question", distinct=True),
        noted=Count("notes__question", distinct=True),
    )
    return [
        LinkRow(link, open=not link.ended, scored=link.scored, noted=link.noted)
        for link in links.order_by("ended", "-pk")[:MOST_SHOWN]
    ]


def find_open(secret: str, *, now: datetime) -> HelperLink | None:
    """The link with its run, or ``None``, whatever the reason."""
    links = HelperLink.objects.open_at(now).select_related("mock")
    found: HelperLink | None = links.filter(secret_hash=hash_of(secret)).first()
    return found


@dataclass(frozen=True)
class Sheet:
    """One question of a run as its interviewer has it: what it is rated on, and what was saved through one link."""

    question: MockQuestion
    dimensions: tuple[Dimension, ...] = ()
    scores: dict[int, int] = field(default_factory=dict)
    notes: str = ""

    @property
    def place(self) -> int:
        return self.question.place

    @property
    def points(self) -> list[str]:
        return self.question.question.point_lines

    @property
    def saved(self) -> str:
        """What is saved, in words."""
        number = len(self.scores)
        scores = f"{number} score{'s' if number > 1 else ''}" if number else ""
        parts = [part for part in (scores, "notes" if self.notes else "") if part]
        return f"Saved: {' and '.join(parts)}." if parts else "Nothing saved yet."


def sheets(link: HelperLink) -> list[Sheet]:
    """A run's questions in their order, in five queries."""
    questions = list(MockQuestion.objects.filter(mock=link.mock_id).select_related("question").order_by("place"))
    dimensions = Dimension.objects.by_category(row.question.category_id for row in questions)
    scores: dict[int, dict[int, int]] = {}
    for question, dimension, score in link.scores.values_list("question", "dimension", "score"):
        scores.setdefault(question, {})[dimension] = score
    notes = dict(link.notes.values_list("question", "text"))
    return [
        Sheet(
            row,
            tuple(dimensions[row.question.category_id]),
            scores.get(row.pk, {}),
            notes.get(row.pk, ""),
        )
        for row in questions
    ]


@dataclass(frozen=True)
class Heard:
    """What an interviewer says of one question: scores by the keys of the sheet's dimensions, and notes."""

    sheet: Sheet
    scores: dict[int, int]
    notes: str


@transaction.atomic
def save(link: HelperLink, heard: Iterable[Heard], *, at: datetime) -> None:
    """Take over what was said of some questions: of what a sheet asks, what is no longer said is taken away.

    Raises ``LinkGoneError`` if the link has ended meanwhile; nothing is saved then.
    """
    if not HelperLink.objects.open_at(at).filter(pk=link.pk).select_for_update(of=("self",)).exists():
        raise LinkGoneError
    said = list(heard)
    unsaid = Q(pk=None)
    for one in said:
        gone = [dimension.pk for dimension in one.sheet.dimensions if dimension.pk not in one.scores]
        unsaid |= Q(question=one.sheet.question, dimension__in=gone)
    link.scores.filter(unsaid).delete()
    # Who helps has no account: what they give is kept by the learner they help.
    whose = {"user_id": link.user_id, "link": link, "at": at}
    MockScore.objects.bulk_create(
        [
            MockScore(**whose, question=one.sheet.question, dimension_id=dimension, score=score)
            for one in said
            for dimension, score in one.scores.items()
        ],
        update_conflicts=True,
        unique_fields=["question", "link", "dimension"],
        update_fields=["score", "at"],
    )
    link.notes.filter(question__in=[one.sheet.question for one in said if not one.notes.strip()]).delete()
    MockNote.objects.bulk_create(
        [MockNote(**whose, question=one.sheet.question, text=one.notes) for one in said if one.notes.strip()],
        update_conflicts=True,
        unique_fields=["question", "link"],
        update_fields=["text", "at"],
    )
    refuse_more(link.user_id)


def mark_of(mock: MockInterview) -> str:
    """Where a run stands, in short: another one when it has gone on."""
    return f"{mock.place}.{mock.phase}"


def place_of(mock: MockInterview) -> int | None:
    """The question a run stands at, if it is under way."""
    return mock.place if mock.phase in (MockInterview.Phase.QUESTION, MockInterview.Phase.FOLLOW_UP) else None


def where(mock: MockInterview, number: int) -> str:
    """Where a run of ``number`` questions stands, in words."""
    if mock.phase == MockInterview.Phase.READY:
        return "They have not started yet."
    if mock.phase == MockInterview.Phase.DONE:
        return "The interview is finished."
    follow_up = ", the follow-up" if mock.phase == MockInterview.Phase.FOLLOW_UP else ""
    return f"Now: question {mock.place} of {number}{follow_up}."


def time_left(left: timedelta) -> str:
    """As ``3 hours and 52 minutes``; what is under a minute is said so."""
    hours, minutes = divmod(max(int(left.total_seconds()), 0) // 60, 60)
    parts = [
        f"{number} {unit}{'s' if number > 1 else ''}"
        for number, unit in ((hours, "hour"), (minutes, "minute"))
        if number
    ]
    return " and ".join(parts) or "less than a minute"
