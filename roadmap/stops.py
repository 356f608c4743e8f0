"""The steps of the roadmap and their milestones in order, as light as a page of all of them needs it."""

from datetime import datetime
from typing import NamedTuple

from django.urls import reverse

from roadmap.models import Step


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


def load_stops() -> tuple[dict[int, Stop], list[Listed]]:
    """All steps by their key, and all of their milestones, in order."""
    rows = Step.objects.order_by("number", "milestones__position", "milestones__slug").values_list(
        *Stop._fields[:-1], *(f"milestones__{name}" for name in Listed._fields)
    )
    steps: dict[int, Stop] = {}
    milestones = []
    width = len(Stop._fields) - 1
    for row in rows:
        if row[0] not in steps:
            steps[row[0]] = Stop._make((*row[:width], reverse("roadmap:step", args=[row[1]])))
        if row[width]:  # A step that has no milestones yet comes as one row without any.
            milestones.append(Listed._make(row[width:]))
    return steps, milestones
