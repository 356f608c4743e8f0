"""A step and a milestone as the pages of the roadmap show them, with words and addresses ready-made."""

import math
from dataclasses import dataclass
from datetime import date

from roadmap import progress
from roadmap.line import Leg, Piece, bar, in_counts
from roadmap.models import Cost, MilestoneProgress, State
from roadmap.progress import MilestoneFacts, StepProgress
from roadmap.stops import Listed, Stop

RING = 2 * math.pi * 23  # the circumference of a ring of the radius that the template draws


@dataclass(slots=True)
class Station:
    """A step as one ring on the line. ``leg`` is the way to the next one, if there is one."""

    number: int
    title: str
    tagline: str
    url: str
    figures: StepProgress
    tracked: bool
    leg: Leg | None = None

    @property
    def bar(self) -> list[Piece]:
        return bar(self.figures)

    @property
    def counts(self) -> str:
        """How many milestones, and how many of them are done, required and optional ones."""
        return in_counts(self.figures, tracked=self.tracked)

    @property
    def dash(self) -> str:
        """The filled part of the ring and the rest, in the units of its drawing."""
        return f"{RING * self.figures.percent / 100:.1f} {RING:.1f}"

    @property
    def count(self) -> str:
        figures = self.figures
        if not self.tracked:
            return self.counts
        return f"{figures.count}, {figures.state}"


@dataclass(frozen=True, slots=True)
class Row:
    """A milestone in a list, with its texts and addresses ready-made: hundreds of template tags less per page.

    ``kind`` names the mark that is drawn; ``label`` is the state in words, empty for a visitor. ``counts`` says as what
    it counts, if the roadmap has it differently by now.
    """

    key: int
    slug: str
    title: str
    url: str
    meta: str
    place: str
    kind: str
    label: str
    changed: bool = False
    act: str = ""
    act_label: str = ""
    target_on: date | None = None
    counts: str = ""


PLACE_LABELS: dict[str, str] = {
    **dict(State.choices),
    progress.NEW: "New",
    progress.NO_LONGER_ASKED: "No longer asked for",
}
HAVE = "have"
COST_LABELS: dict[str, str] = {value: label.lower() for value, label in Cost.choices}
NEXT_ACT = {
    progress.TODO: ("start", "Start"),
    progress.NEW: ("start", "Start"),
    progress.DOING: ("done", "Done"),
    progress.SKIPPED: ("todo", "Mark as to do"),
}


def row_of(
    milestone: Listed,
    facts: MilestoneFacts,
    where: str,
    *,
    step: Stop,
    tracked: bool,
    own: MilestoneProgress | None,
    changed: bool,
    have: bool = False,
) -> Row:
    """``facts`` are as the reader counts, ``where`` is its place in their list, ``own`` what they have done with it.

    ``have`` says that what they recorded speaks for it, so that it is asked about and not asked for.
    """
    url = f"{step.url}{milestone.slug}/"
    kind = "required" if facts.required else "optional"
    meta = [
        f"was {kind}" if where == progress.NO_LONGER_ASKED else kind,
        f"{milestone.effort_min} to {milestone.effort_max} hours",
        COST_LABELS[milestone.cost],
    ]
    counts = []
    if facts.step != step.number:
        counts.append(f"in step {facts.step}")
        meta.append(f"now in step {step.number}")
    if facts.required != milestone.required:
        counts.append(kind)
        if facts.retired_at is None:
            meta.append(f"{'required' if milestone.required else 'optional'} for those who begin now")
    label, target_on = PLACE_LABELS[where], None
    if own is not None:
        if own.state == State.DONE:
            label = f"Done on {own.finished_on:%b %-d, %Y}"
        elif own.target_on and own.state != State.SKIPPED:
            target_on = own.target_on
            meta.append(f"target {own.target_on:%b %-d, %Y}")
    act, act_label = NEXT_ACT.get(where, ("", ""))
    if have:
        label, act, act_label = (
            f"{label}. You have this" if where == progress.DOING else "You have this",
            "done",
            "Mark it done",
        )
    return Row(
        key=milestone.pk,
        slug=milestone.slug,
        title=milestone.title,
        url=url,
        meta=", ".join(meta),
        place=where,
        kind=HAVE if have else progress.SKIPPED if where == progress.NO_LONGER_ASKED else where,
        label=label if tracked else "",
        changed=changed,
        act=f"{url}{act}/" if act else "",
        act_label=act_label,
        target_on=target_on,
        counts=" and ".join(counts),
    )
