"""What the saved postings ask together and where applications went, worked out once for what a learner has recorded."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from accounts.days import latest_day
from accounts.models import User
from applications.postings.asked import Asked, asked_of, names_of
from applications.postings.models import Application, ApplicationCopy
from applications.proof import demand, leaking
from applications.proof.holding import held
from applications.proof.leaking import Came, Journey
from applications.proof.shapes import MET, Demand, Teaching
from applications.proof.standing import Judge
from applications.stages.models import StageChange
from curation.nested import nested
from keeping.edition import edition_for
from keeping.latest import Latest

# What was worked out is kept in the process for so many learners.
MOST_KEPT = 200


@dataclass(frozen=True)
class Saved:
    """A posting by its key: what it is called, and how many of its required rows are met."""

    name: str
    met: int
    required: int


@dataclass(frozen=True)
class Leaks:
    """How far applications came: all of them, by source, by resume, by what was met, and the days in each stage."""

    everything: leaking.Flow
    by_source: list[leaking.Flow]
    by_resume: list[leaking.Flow]
    by_met: list[leaking.Flow]
    stays: list[leaking.Stay]


@dataclass(frozen=True)
class Demanded:
    """``asked`` by kind of thing, what most ask for first; ``names`` by slug; ``milestones`` those that teach, by slug.

    ``earliest`` has the day on which a credential can be applied for, where the ledger foresees one.
    """

    asked: dict[str, list[demand.Asked]]
    steering: demand.Steering
    postings: dict[str, Saved]
    names: dict[str, str]
    milestones: dict[str, Teaching]
    earliest: dict[str, date]
    leaks: Leaks


_kept: Latest[Demanded] = Latest(MOST_KEPT)


def demanded(user: User, *, today: date, now: datetime) -> Demanded:
    """All of it, worked out anew once the learner has recorded anything, a curator changed anything, or a day began.

    Nothing of somebody who looks as nobody is kept here: their pages are, and they would take the room of learners.
    """
    if user.is_nobody:
        return _work_out(user, today=today, now=now)
    # A database that is made anew gives the same keys to others.
    key, mark = (user.pk, user.date_joined), (edition_for(user), today, latest_day(now))
    found = _kept.get(key, mark)
    if found is None:
        found = _work_out(user, today=today, now=now)
        _kept.put(key, mark, found)
    return found


def _work_out(user: User, *, today: date, now: datetime) -> Demanded:
    stages = StageChange.objects.filter(application=OuterRef("pk"), deletion=None).order_by("pk")
    copies = ApplicationCopy.objects.filter(application=OuterRef("pk"), copy__deletion=None).order_by("pk")
    rows: Any = (
        Application.objects.for_user(user)
        .annotate(
            asked=asked_of(),
            came=nested(stages, Came),
            sent=Coalesce(Subquery(copies.values("copy__name")[:1]), "resume__name", Value("")),
        )
        .order_by("pk")
        .values_list("pk", "title", "employer", "closes_on", "source", "sent", "asked", "came")
    )
    here = held(user, today=today, latest=latest_day(now))
    judge = Judge(here)
    demands: dict[tuple[Any, ...], Demand] = {}
    names: dict[str, str] = {}
    postings, saved, journeys = [], {}, []
    for pk, title, employer, closes_on, source, sent, asked, came in rows:
        stands = tuple((one, judge.stand(one, closes_on=closes_on)) for one in (_demand(row, demands) for row in asked))
        names |= names_of(asked)
        required = [standing.state == MET for one, standing in stands if one.required]
        if asked:
            postings.append(demand.Posting(str(pk), stands))
        saved[str(pk)] = Saved(", ".join(filter(None, (title, employer))), sum(required), len(required))
        journeys.append(Journey(tuple(came), source, sent, sum(required), len(required)))
    return Demanded(
        asked=demand.asked(postings, judge),
        steering=demand.steer(postings, here.milestones),
        postings=saved,
        names=names,
        milestones={one.slug: one for one in here.milestones},
        earliest=dict(here.earliest),
        leaks=Leaks(
            leaking.flow(journeys),
            leaking.by_source(journeys),
            leaking.by_resume(journeys),
            leaking.by_met(journeys),
            leaking.stays(journeys),
        ),
    )


def _demand(row: Asked, known: dict[tuple[Any, ...], Demand]) -> Demand:
    """What a row demands; most postings ask much of the same, which is made once."""
    key = (
        *(row.strength, row.kind, row.any_of, row.level, row.months, row.within_previous, row.percent, row.said),
        *(row.manages, tuple(row.unlisted), tuple(row.languages), repr(row.alternatives)),
        *(tuple(one["slug"] for one in named) for named in (row.skills, row.credentials)),
    )
    if key not in known:
        known[key] = row.demand()
    return known[key]
