"""What of postings, stages, people, tasks and offers rules can count."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q

from applications.offers.models import Form, Offer
from applications.postings.models import Application, ApplicationCopy, Requirement, Stage, TaskLiking
from applications.proof.liking import NAMES
from applications.stages.models import Person, StageChange, Task
from curation.addresses import address
from curation.nested import nested
from evidence.records.facts import Ask, Fact, Ground
from evidence.records.own_facts import own_rows


@dataclass(frozen=True, slots=True)
class PostingRow:
    pk: int
    title: str
    employer: str
    applied: bool
    copied: bool
    looked_at: bool

    def ground(self) -> Ground:
        name = ", ".join(filter(None, (self.title, self.employer)))
        return Ground(name, address("applications:application", self.pk))


@dataclass(frozen=True, slots=True)
class PersonRow:
    pk: int
    name: str
    last_contact_on: date | None
    referred_on: date | None

    def ground(self) -> Ground:
        return Ground(self.name, address("applications:edit_person", self.pk), self.last_contact_on)


@dataclass(frozen=True, slots=True)
class TaskRow:
    pk: int
    what: str
    done_on: date

    def ground(self) -> Ground:
        return Ground(self.what, address("applications:edit_task", self.pk), self.done_on)


@dataclass(frozen=True, slots=True)
class OfferRow:
    pk: int
    application: int
    title: str
    form: str
    on: date

    def ground(self) -> Ground:
        return Ground(self.title, address("applications:edit_offer", self.pk), self.on)


@dataclass(frozen=True, slots=True)
class LikingRow:
    task: str

    def ground(self) -> Ground:
        return Ground(NAMES.get(self.task, self.task), address("applications:likings"))


def _postings() -> Any:
    here = {"application": OuterRef("pk")}
    return nested(
        own_rows(Application),
        PostingRow,
        applied=Exists(StageChange.objects.filter(deletion=None, stage=Stage.APPLIED, **here)),
        copied=Exists(ApplicationCopy.objects.filter(copy__deletion=None, **here)),
        looked_at=Exists(Requirement.objects.filter(deletion=None, confirmed=True, **here)),
    )


SOURCES = {
    "postings": _postings,
    "people": lambda: nested(own_rows(Person), PersonRow),
    "tasks done": lambda: nested(own_rows(Task, "-done_on", where=Q(done_on__isnull=False)), TaskRow),
    "offers": lambda: nested(
        own_rows(Offer, "-on", where=Q(application__deletion=None)), OfferRow, title=F("application__title")
    ),
    "likings": lambda: nested(own_rows(TaskLiking), LikingRow),
}


def _negotiated(rows: Any, ask: Ask) -> int:
    """Jobs of which there is more than one state of the offer, the newest of them in writing."""
    states: dict[int, list[OfferRow]] = {}
    for row in rows:
        states.setdefault(row.application, []).append(row)
    return sum(len(found) > 1 and found[0].form == Form.WRITTEN for found in states.values())


FACTS = {
    "postings": Fact("postings", "{} posting you saved", "{} postings you saved"),
    "postings-read": Fact(
        "postings",
        "{} posting whose rows you looked through",
        "{} postings whose rows you looked through",
        lambda row, ask: row.looked_at,
    ),
    "applied": Fact(
        "postings",
        "{} application you sent",
        "{} applications you sent",
        lambda row, ask: row.applied,
    ),
    "applied-with-copy": Fact(
        "postings",
        "{} application sent with a resume saved here",
        "{} applications sent with a resume saved here",
        lambda row, ask: row.applied and row.copied,
    ),
    "people": Fact("people", "{} person you know", "{} people you know"),
    "conversations": Fact(
        "people",
        "{} person you have been in touch with",
        "{} people you have been in touch with",
        lambda row, ask: row.last_contact_on is not None,
    ),
    "referrals": Fact(
        "people",
        "{} person who referred you",
        "{} people who referred you",
        lambda row, ask: row.referred_on is not None,
    ),
    "tasks-done": Fact("tasks done", "{} task of your search you did", "{} tasks of your search you did"),
    "offers": Fact("offers", "{} state of an offer", "{} states of offers"),
    "offers-negotiated": Fact(
        "offers",
        "{} offer that changed and is in writing",
        "{} offers that changed and are in writing",
        amount=_negotiated,
    ),
    "likings": Fact("likings", "{} kind of task you rated", "{} kinds of task you rated"),
}
