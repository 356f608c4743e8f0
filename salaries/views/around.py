"""What stands around the figures of a page: where it is, and its filters."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from salaries.filters import NAMES, Choices
from salaries.models import KeptNumber

# Areas are found by their names and detailed industries from their sector: hundreds of them are no list to choose from.
DEEPEST = {"place": 1, "industry": 0}
INDENT = "\N{EM SPACE}"
ANY_LABELS = {
    "role": "Any role",
    "place": "Any place",
    "industry": "Any industry",
    "year": "All years",
    "kind": "Base and total",
    "currency": "All currencies",
}


def crumbs(here: str = "") -> dict[str, Any]:
    """Where a page stands: under the list, or it is the list itself."""
    above = [("Salaries", reverse("salaries:salaries"))] if here else []
    return {"section": "salaries", "crumbs": above, "here": here}


def select(counted: Choices, name: str) -> dict[str, Any]:
    """One filter as a select: its options in groups, each with the number it would leave."""
    groups: dict[str, list[Any]] = {}
    for option in counted.options[name]:
        if option.depth > DEEPEST.get(name, option.depth) and option.value != getattr(counted.filter, name):
            continue
        # A space, not a dash: typing the first letters finds the option.
        text = f"{INDENT * (option.depth - 1)}{option.label} ({option.count})"
        groups.setdefault(option.group, []).append((option.value, text))
    chosen = getattr(counted.filter, name)
    labels = {"ladder": "Job titles", "occupation": "Official occupations", "group": "Groups in surveys"}
    return {
        "name": name,
        "label": NAMES[name],
        "any": ANY_LABELS[name],
        "chosen": chosen,
        "groups": [(labels.get(group, group), members) for group, members in groups.items()],
    }


def keeps_a_number(request: HttpRequest) -> bool:
    """Whether the learner's own number stands among the figures."""
    return request.user.is_authenticated and bool(KeptNumber.objects.for_user(request.user).exists())
