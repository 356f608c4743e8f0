"""The steps of the roadmap and their milestones in order, as light as a page of all of them needs it."""

from datetime import datetime
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Count, ExpressionWrapper, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from accounts.models import User
from curation.nested import nested
from curation.prepared import prepared
from keeping.edition import of_both
from roadmap.having import Rule
from roadmap.models import HowToItem, Milestone, Sign, Step


class Stop(NamedTuple):
    """A step as the line needs it, with its address."""

    pk: int
    slug: str
    title: str
    tagline: str
    number: int
    retired_at: datetime | None
    url: str


class Listed(NamedTuple):
    """A milestone as the lists need it."""

    step_id: int
    pk: int
    slug: str
    title: str
    required: bool
    cost: str
    effort_min: int
    effort_max: int
    published_at: datetime
    retired_at: datetime | None
    version_number: int


class Beside(NamedTuple):
    """What decides about a milestone beside its own words: what comes before it, its checklist's length, its signs.

    ``edition`` is what state the content and the reader's rows are in.
    """

    prerequisites: list[int]
    lines: int
    rules: list[Rule]
    edition: str


NOTHING = Beside([], 0, [], "")


def load_stops(user: User | None = None) -> tuple[dict[int, Stop], list[Listed], dict[int, Beside]]:
    """All steps by their key, and all of their milestones, in order; for a ``user`` also what decides about each."""
    rows = _of_visitors() if user is None else _of_learner(user)
    steps: dict[int, Stop] = {}
    milestones = []
    beside = {}
    width = len(Stop._fields) - 1
    last = width + len(Listed._fields)
    for row in rows:
        if row[0] not in steps:
            steps[row[0]] = Stop._make((*row[:width], reverse("roadmap:step", args=[row[1]])))
        if row[width]:  # A step that has no milestones yet comes as one row without any.
            here = Listed._make(row[width:last])
            milestones.append(here)
            if user is not None:
                beside[here.pk] = Beside._make(row[last:])
    return steps, milestones, beside


@prepared
def _of_visitors() -> Any:
    return _listed()


@prepared
def _of_learner(user: User) -> Any:
    """With what decides about each beside."""
    here = OuterRef("milestones__pk")
    through = Milestone.prerequisites.through.objects
    lines = HowToItem.objects.published().filter(milestone=here).order_by().values("milestone")
    signs = Sign.objects.published().filter(Q(milestone=here) | Q(milestone=None)).order_by("position", "slug")
    return _listed().annotate(
        before=ArraySubquery(through.filter(from_milestone=here).values("to_milestone")),
        lines=Coalesce(Subquery(lines.annotate(number=Count("pk")).values("number")), 0),
        rules=nested(signs, Rule, general=ExpressionWrapper(Q(milestone=None), BooleanField())),
        edition=of_both(user),
    )


def _listed() -> Any:
    return Step.objects.order_by("number", "milestones__position", "milestones__slug").values_list(
        *Stop._fields[:-1], *(f"milestones__{name}" for name in Listed._fields)
    )
