"""What of the roadmap itself rules can count: evidence that was attached to a milestone, its checklist, its links."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Value
from django.db.models.functions import Coalesce, Concat, Left, NullIf

from curation.addresses import address
from curation.nested import nested
from evidence.records.facts import MOST_ROWS, Ask, Fact, Ground
from evidence.records.models.work import HEADLINE, headline_of
from roadmap.models import ChecklistTick, MilestoneEvidence, ProofLink

# More lines than any learner has ticked of milestones that are still open.
MOST_TICKS = 2 * MOST_ROWS


@dataclass(frozen=True, slots=True)
class AttachedRow:
    milestone: int
    pk: int
    happened: str
    on: date

    def ground(self) -> Ground:
        return Ground(headline_of(self.happened), address("evidence:piece", self.pk), self.on)


@dataclass(frozen=True, slots=True)
class TickRow:
    milestone: int
    step: str
    slug: str
    text: str

    def ground(self) -> Ground:
        return Ground(self.text, f"{address('roadmap:milestone', self.step, self.slug)}#how")


@dataclass(frozen=True, slots=True)
class LinkRow:
    milestone: int
    step: str
    slug: str
    name: str

    def ground(self) -> Ground:
        return Ground(self.name, f"{address('roadmap:milestone', self.step, self.slug)}#links")


def _attached() -> Any:
    rows = MilestoneEvidence.objects.filter(user=OuterRef("pk"), evidence__deletion=None).order_by("-added_at", "-pk")
    return nested(
        rows[:MOST_ROWS],
        AttachedRow,
        milestone=F("milestone_id"),
        pk=F("evidence_id"),
        happened=Left("evidence__happened", 4 * HEADLINE),
        on="evidence__on",
    )


_HERE = {
    "milestone": F("progress__milestone_id"),
    "step": F("progress__milestone__step__slug"),
    "slug": F("progress__milestone__slug"),
}


def _ticked() -> Any:
    rows = ChecklistTick.objects.filter(user=OuterRef("pk"), item__retired_at=None).order_by("-pk")
    return nested(rows[:MOST_TICKS], TickRow, **_HERE, text="item__text")


def _linked() -> Any:
    rows = ProofLink.objects.filter(user=OuterRef("pk"), removed_at=None).order_by("-pk")
    name = Coalesce(NullIf("title", Value("")), Concat("url", Value("")))
    return nested(rows[:MOST_ROWS], LinkRow, **_HERE, name=name)


SOURCES = {"attached": _attached, "ticked": _ticked, "linked": _linked}


def _of_it(row: Any, ask: Ask) -> bool:
    return bool(row.milestone == ask.milestone)


FACTS = {
    "attached-evidence": Fact(
        "attached", "{} piece of evidence you attached to it", "{} pieces of evidence you attached to it", _of_it
    ),
    "proof-links": Fact("linked", "{} link you keep as proof", "{} links you keep as proof", _of_it),
    "whole-checklist": Fact(
        "ticked",
        "every line of its checklist ticked",
        "every line of its checklist ticked",
        _of_it,
        lambda rows, ask: int(0 < ask.lines <= len(rows)),
    ),
}
