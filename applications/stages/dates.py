"""What of applications has a day: closing dates, tasks, answers that are wanted, follow-ups and thanks."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from accounts.models import User
from applications.postings.models import GOING_ON, Application, Stage
from applications.stages.following import Cadence, follow_up_on
from applications.stages.following_up import asked_for_due
from applications.stages.models import Person, Task
from curation.nested import nested
from keeping.dated import Dated, Kind, edition_with, with_changed_at
from keeping.models import Event

KINDS = (Kind.CLOSING, Kind.ANSWER, Kind.TASK, Kind.FOLLOW_UP)
FOLLOWING = {
    Stage.SAVED: "Apply, or let it go: {}",
    Stage.OFFER: "Answer the offer, or ask for time: {}",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """The newest state of an offer that wants an answer. ``token`` names it."""

    token: str
    edition: int
    application: int
    answer_by: date
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody who is owed thanks."""

    token: str
    edition: int
    name: str
    referred_on: date
    changed_at: datetime


def dates(users: Collection[User], *, today: date, since: date) -> Iterator[tuple[int, Dated]]:
    rows: Any = Application.objects
    going = with_changed_at(rows.for_users(users).with_stage()).filter(Q(stage=None) | Q(stage__in=GOING_ON))
    by_user: dict[int, dict[int, Any]] = {user.pk: {} for user in users}
    for row in going.order_by("pk"):
        by_user[row.user_id][row.pk] = row
    for learner in _learners(users, today=today, since=since):
        by_key = by_user[learner.pk]
        for found in (
            _closing(by_key, since),
            _answers(learner, by_key),
            _follow_ups(learner, by_key, since),
            _thanks(learner),
        ):
            yield from ((learner.pk, one) for one in found)
    yield from _tasks(users, since)


def _learners(users: Collection[User], *, today: date, since: date) -> Any:
    """The learners with what hangs on no row of its own page, in one query."""
    asked = asked_for_due(today=today)
    offers: Any = Application._meta.get_field("offers").related_model
    own = offers._default_manager.filter(user=OuterRef("pk"), deletion=None)
    newest = offers._default_manager.filter(application=OuterRef("application"), deletion=None).order_by("-on", "-pk")
    wanted = own.filter(pk=Subquery(newest.values("pk")[:1]), answer_by__gte=since)
    helpers = Person.objects.filter(user=OuterRef("pk"), deletion=None, thanked_on=None, referred_on__gte=since)
    # Stages, interviews, people and habits move the day of a follow-up: whatever happens there counts as a change.
    here = Q(subject__startswith="applications.") | Q(subject="interviews.interview")
    events = Event.objects.filter(here, user=OuterRef("pk")).order_by().values("user")
    return User.objects.filter(pk__in=[user.pk for user in users]).annotate(
        going=asked["going"],
        cadences=asked["cadences"],
        wanted=nested(with_changed_at(wanted).order_by("pk"), Wanted),
        helpers=nested(with_changed_at(helpers).order_by("pk"), Helper),
        changes=Coalesce(Subquery(events.annotate(number=Count("pk")).values("number")), 0),
        changed_at=Subquery(events.annotate(last=Max("at")).values("last")),
    )


def _closing(going: dict[int, Any], since: date) -> Iterator[Dated]:
    """Only as long as nobody has applied."""
    for row in going.values():
        if row.closes_on and row.closes_on >= since and row.stage in (None, Stage.SAVED):
            yield Dated.of(
                row,
                Kind.CLOSING,
                "closing",
                title=f"Closes: {row}",
                on=row.closes_on,
            )


def _answers(learner: Any, going: dict[int, Any]) -> Iterator[Dated]:
    """Of each application the newest state of its offer: what was said before does not count any more."""
    for offer in learner.wanted:
        if application := going.get(offer.application):
            yield Dated.of(
                offer,
                Kind.ANSWER,
                "answer",
                title=f"They want an answer: {application}",
                on=offer.answer_by,
                url=reverse("applications:offers", args=[application.pk]),
                changed_at=max(offer.changed_at, application.changed_at),
                edition=edition_with(offer, application),
            )


def _tasks(users: Collection[User], since: date) -> Iterator[tuple[int, Dated]]:
    rows = Task.objects.for_users(users).filter(done_on=None, due_on__gte=since).select_related("application")
    for row in with_changed_at(rows):
        yield (
            row.user_id,
            Dated.of(
                row,
                Kind.TASK,
                "task",
                title=f"{row.what} ({row.application})" if row.application else row.what,
                on=row.due_on,
                edition=edition_with(row, row.application),
                note=row.note,
            ),
        )


def _follow_ups(learner: Any, going: dict[int, Any], since: date) -> Iterator[Dated]:
    """The day from which each application wants one, by the learner's own cadence."""
    cadence = next(iter(learner.cadences), Cadence())
    for one in learner.going:
        on, row = follow_up_on(one, cadence=cadence), going.get(one.pk)
        if on and on >= since and row:
            said = FOLLOWING.get(Stage(one.stage), "Follow up: {}")
            yield Dated.of(
                row,
                Kind.FOLLOW_UP,
                "follow-up",
                title=said.format(row),
                on=on,
                changed_at=learner.changed_at or row.changed_at,
                edition=learner.changes,
            )


def _thanks(learner: Any) -> Iterator[Dated]:
    """Somebody who referred them is owed thanks from that day on, until it is said."""
    for one in learner.helpers:
        yield Dated.of(
            one,
            Kind.FOLLOW_UP,
            "thanks",
            title=f"Say thank you for the referral: {one.name}",
            on=one.referred_on,
            url=reverse("applications:people"),
        )
