"""The order of the roadmap by the jobs a learner wants, and the switch for it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from applications.demand.loading import Demanded, demanded
from applications.stages.models import HABITS_TOKEN, Habits
from curation.prepared import prepared
from keeping import verbs
from keeping.models import Event

# On the roadmap, and of what one milestone helps with.
MOST_SHOWN, MOST_NAMED = 5, 3


@dataclass(frozen=True)
class Way:
    """A milestone in the order of what it unlocks, with its reason."""

    title: str
    url: str
    reason: str


def ways(found: Demanded) -> list[Way]:
    """The milestones that would meet a required row, those that open most postings first."""
    lines = []
    for unlock in found.steering.milestones:
        milestone = found.milestones[unlock.milestone]
        helps = len({key for key, _ in unlock.rows})
        parts = []
        if unlock.opens:
            parts.append(f"opens {_postings(len(unlock.opens))}")
        if helps > len(unlock.opens):
            parts.append(f"helps with {_postings(helps)}")
        named = [found.names.get(one.gain.slug, one.gain.slug) for one in unlock.because]
        why = ", ".join(named[:MOST_NAMED]) + (
            f" and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else ""
        )
        url = reverse("roadmap:milestone", args=[milestone.step, milestone.slug])
        lines.append(Way(milestone.title, url, f"{' and '.join(parts).capitalize()}: {why}."))
    return lines


def _postings(number: int) -> str:
    return f"{number} of your postings" if number > 1 else "1 of your postings"


def steers(user: User) -> bool:
    return bool(_steering(user))


@prepared
def _steering(user: User) -> Any:
    rows: Any = Habits.objects
    return rows.for_user(user).filter(steers=True).values_list("pk")


def set_steering(user: User, *, steers: bool, at: datetime) -> Event | None:
    """Switch it on or off. ``None`` if it is so already. What is pressed last holds."""
    rows: Any = Habits.objects.filter(user=user)
    row = rows.first()
    if row is None:
        return verbs.add(Habits, user=user, token=HABITS_TOKEN, values={"steers": steers}, at=at)[1]
    return verbs.press(row, values={"steers": steers}, at=at)


def offer_order(user: User) -> dict[str, Any]:
    """For the roadmap: the milestones by the jobs the learner wants, if they want that and there are enough jobs."""
    if not steers(user):
        return {}
    found = demanded(user, today=timezone.localdate(), now=timezone.now())
    if not found.steering.enough:
        return {}
    return {"wanted_first": ways(found)[:MOST_SHOWN], "wanted_at": reverse("applications:demand")}
