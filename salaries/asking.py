"""What somebody asks of pay: a role and a place as people call it, and the places that may be meant."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.urls import reverse

from salaries.finding import Finder, Known
from salaries.models import Distribution, Place, Statistic
from salaries.shelving import SALARIES, SalaryShelf
from salaries.states import BY

# The roles that there are figures of by state and area, the one a technical project manager is most likely in first.
ROLES = ("13-1082", "15-1299", "11-3021")
# What people call the work. Nobody publishes wages of it alone: it stands for the first of those roles.
TPM, TPM_NAME = "tpm", "Technical project manager"
EVERYWHERE = "us"
SLUG = re.compile(r"[-\w]{1,60}", re.ASCII)


class AskForm(forms.Form):
    """The shape of a question. What makes no sense falls back to what is asked most often."""

    where = forms.CharField(max_length=80, required=False)
    what = forms.SlugField(max_length=60, required=False)
    by = forms.ChoiceField(choices=list(BY.items()), required=False)


@dataclass(frozen=True)
class Asked:
    """A question: ``what`` as it was chosen, ``role`` the one that there are figures of."""

    where: str
    what: str
    role: str
    by: str
    # The roles to choose from, by slug and name.
    roles: Sequence[tuple[str, str]]

    @property
    def role_name(self) -> str:
        return dict(self.roles).get(self.role, "this role")


def asked_of(data: QueryDict, shelf: SalaryShelf) -> Asked:
    """The question of a query, with the roles that a shelf offers."""
    form = AskForm(data)
    form.is_valid()
    roles = _roles_on(shelf)
    first = next((slug for slug, _ in roles), "")
    chosen = form.cleaned_data.get("what", "")
    what = chosen if chosen in dict(roles) else TPM
    role = first if what == TPM else what
    by = form.cleaned_data.get("by") or Statistic.P50
    return Asked(form.cleaned_data.get("where", ""), what, role, by, with_tpm(roles))


def with_tpm(roles: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Roles to choose from, by slug and name, with the one that people look for in front of those it stands for."""
    return [(TPM, TPM_NAME), *roles] if roles else []


def _roles_on(shelf: SalaryShelf) -> list[tuple[str, str]]:
    names = {option.value: option.label for option in shelf.options["role"]}
    return [(slug, names[slug]) for slug in ROLES if slug in names]


@dataclass(frozen=True)
class Search:
    """The answer to a place: the ``address`` of the one that is meant, else those that may be, each with its own.

    ``missing`` is a place that is known and has no figures of the role.
    """

    address: str
    found: Sequence[tuple[Known, str]]
    missing: Known | None


def searched(asked: Asked, finder: Finder) -> Search:
    """Look for the place of a question, in one query."""
    meant = finder.chosen(asked.where)
    found = [meant] if meant else finder.nearest(asked.where)
    there = _with_pay(asked.role, [one.slug for one in found])
    addresses = [(one, address_of(asked.role, one.slug)) for one in found if one.slug in there]
    if meant:
        return Search(addresses[0][1] if addresses else "", (), None if addresses else meant)
    return Search("", addresses, None)


def straight_to(data: QueryDict) -> str:
    """The page of a query that names a role and a place and nothing else, as the door of the home page does.

    Empty if it is another query, or if there are no figures; then it is a filter like any other.
    """
    if set(data) != {"role", "place"}:
        return ""
    role, place = str(data["role"]), str(data["place"])
    if not (SLUG.fullmatch(role) and SLUG.fullmatch(place)):
        return ""
    return address_of(role, place) if _with_pay(role, [place]) else ""


def _with_pay(role: str, places: Sequence[str]) -> set[str]:
    """Those of some places that have figures of a role, all industries together."""
    rows: Any = Distribution.objects.published().filter(occupation__slug=role, industry__slug="all-industries")
    return set(rows.filter(place__slug__in=places).values_list("place__slug", flat=True))


def address_of(role: str, place: str) -> str:
    """The page of a role in a place, all industries together."""
    return reverse("salaries:distribution", args=[role, place, "all-industries"])


def suggested(text: str) -> list[dict[str, str]]:
    """Places for a text that is being typed: ``name`` as it finds the place, ``also`` why it is there if not by it."""
    if "\x00" in text or not 2 <= len(text.strip()) <= 80:
        return []
    found = SALARIES.newest().finder.find(text)
    typed = text.strip().casefold()
    return [
        {"name": name, "also": "" if typed in name.casefold() else text.strip()}
        for name in (label(one.place) for one in found)
    ]


def label(place: Known) -> str:
    """A place as it is told from others of its name: ``Portland, Maine``."""
    return f"{place.name}, {place.within}" if place.within else place.name


def place_named(text: str, *, also: Place | None = None) -> Place | None:
    """The place of a slug or a name, with the two around it; ``also`` is one that counts if it is no longer offered."""
    if also and text in (also.slug, str(also)):
        return also
    known = SALARIES.newest().finder.chosen(text)
    places: Any = Place.objects.published().select_related("parent__parent")
    return places.filter(slug=known.slug).first() if known else None


def near_names(text: str) -> tuple[list[str], bool]:
    """The names of up to five places that may be meant, and whether they are called just so."""
    finder = SALARIES.newest().finder
    near = finder.nearest(text, most=5)
    return [label(place) for place in near], bool(near) and finder.is_called(text)
