"""Steps and milestones."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from keeping.models import Event
from roadmap.models import AIM_TOKEN, Aim, HowToItem, Milestone, ProofHint, Role, Sign, Step
from tests.factories import numbers
from tests.factories.evidence import make_own


def make_step(number: int = 1, **fields: Any) -> Step:
    fields = {
        "slug": f"step-{number}",
        "title": f"Step {number}",
        "tagline": "A tagline",
        "summary": "A summary.",
        "outcome": "An outcome.",
    } | fields
    step, _ = Step.objects.get_or_create(number=number, defaults=fields)
    return step


def make_milestone(*, how: tuple[str, ...] = ("First thing", "Second thing"), **fields: Any) -> Milestone:
    """A published milestone with its checklist, a proof hint and its first recorded version."""
    number = next(numbers)
    fields.setdefault("step", None)
    fields["step"] = fields["step"] or make_step()
    defaults = {
        "slug": f"milestone-{number}",
        "title": f"Milestone {number}",
        "position": number,
        "effort_min": 1,
        "effort_max": 2,
        "why": "Because it helps.",
    }
    milestone = Milestone.objects.create(**(defaults | fields))
    for place, text in enumerate(how, start=1):
        HowToItem.objects.create(milestone=milestone, slug=f"how-{place}", position=place, text=text)
    ProofHint.objects.create(milestone=milestone, slug="proof-1", position=1, text="A document")
    milestone.record_version(at=timezone.now())
    return milestone


def make_sign(milestone: Milestone | None = None, **fields: Any) -> Sign:
    """So many of a fact speak for a milestone, or for each."""
    number = next(numbers)
    defaults = {"slug": f"sign-{number}", "position": number, "fact": "attached-evidence"}
    return Sign.objects.create(milestone=milestone, **(defaults | fields))


def make_role(**fields: Any) -> Role:
    number = next(numbers)
    defaults = {"slug": f"role-{number}", "title": f"Role {number}", "family": "ladder", "level": "mid", "summary": "."}
    return Role.objects.create(**(defaults | fields))


def make_aim(user: User, **fields: Any) -> Any:
    """What a learner is after: nothing in particular, who has no interview ahead and led nothing."""
    fields = {"education": "bachelor", "led": "none"} | fields
    return make_own(Aim, user, token=AIM_TOKEN, **fields)


def progress_events() -> QuerySet[Event]:
    """What the history says of milestones, the oldest first."""
    return Event.objects.filter(subject="roadmap.milestoneprogress").order_by("pk")


def newest_event() -> int:
    """What a page that was opened just now has seen last."""
    event = progress_events().last()
    return event.pk if event else 0
