"""The six steps and their milestones, from their file."""

from pathlib import Path

from django.utils import timezone

from curation.content_files import Children, Seed
from roadmap.models import HowToItem, Milestone, ProofHint, Resource, Sign, Step
from roadmap.seed_guide import SEEDS as GUIDE_SEEDS

DATA = Path(__file__).parent / "data"


def _keep_version(milestone: Milestone) -> None:
    milestone.record_version(at=timezone.now())


SEEDS = [
    *GUIDE_SEEDS,
    Seed(
        file=DATA / "steps.yaml",
        section="steps",
        model=Step,
        fields=("number", "title", "tagline", "summary", "outcome"),
    ),
    Seed(
        file=DATA / "steps.yaml",
        section="milestones",
        model=Milestone,
        fields=("title", "level", "required", "cost", "effort_min", "effort_max", "why"),
        references=("step",),
        links=("prerequisites", "skills", "credentials"),
        children=(
            Children("how", HowToItem, "milestone", ("text",)),
            Children("proof", ProofHint, "milestone", ("text",)),
            Children("resources", Resource, "milestone", ("name", "url", "cost", "checked_on")),
        ),
        ordered=True,
        after=_keep_version,
    ),
    Seed(
        file=DATA / "signs.yaml",
        section="signs",
        model=Sign,
        fields=("means", "way", "fact", "at_least", "which"),
        references=("milestone",),
        ordered=True,
    ),
]
