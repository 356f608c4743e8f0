"""Where one learner stands with the skills: two queries, then the rules of ``evidence.skill_states``."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max

from accounts.models import User
from evidence import skill_states
from evidence.models import EvidenceSkill, Grip, SkillStanding


@dataclass(frozen=True, slots=True)
class Stand:
    """A learner and one skill: their own ratings, and what of their evidence shows it."""

    now: int | None = None
    wanted: int | None = None
    pieces: int = 0
    newest: date | None = None

    @property
    def state(self) -> str:
        return skill_states.state(pieces=self.pieces, now=self.now)

    @property
    def mastered(self) -> bool:
        return skill_states.mastered(pieces=self.pieces, now=self.now)

    @property
    def now_label(self) -> str:
        return "" if self.now is None else str(Grip(self.now).label)

    @property
    def wanted_label(self) -> str:
        return "" if self.wanted is None else str(Grip(self.wanted).label)


NOTHING = Stand()


def load_standings(user: User) -> dict[int, Stand]:
    """By the key of the skill, for those that the learner has rated or shown. What is in the bin shows nothing."""
    rated = {
        skill: (now, wanted)
        for skill, now, wanted in SkillStanding.objects.for_user(user).values_list("skill", "now", "wanted")
    }
    shown = {
        skill: (number, newest)
        for skill, number, newest in EvidenceSkill.objects.filter(evidence__user=user, evidence__binned_at=None)
        .order_by()
        .values_list("skill")
        .annotate(number=Count("pk"), newest=Max("evidence__on"))
    }
    return {skill: Stand(*rated.get(skill, (None, None)), *shown.get(skill, (0, None))) for skill in {*rated, *shown}}
