"""What the public page of a skill shows a learner of their own."""

from typing import Any

from accounts.models import User
from evidence.catalog.models import Skill
from evidence.records import skill_states
from evidence.records.forms.skills import RateForm
from evidence.records.standings import NOTHING, load_standings


def offer_standing(user: Any, skill: Skill) -> dict[str, Any]:
    """Where the reader stands with the skill: nothing for a visitor."""
    if not isinstance(user, User):
        return {}
    stand = load_standings(user).get(skill.pk, NOTHING)
    return {
        "stand": stand,
        "meaning": skill_states.MEANINGS[stand.state],
        "rate_form": RateForm(initial={"now": stand.now, "wanted": stand.wanted}),
    }
