"""An offer among the sourced figures of a place: its base among base pay, what it adds up to among total pay."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.http import QueryDict

from applications.offers.terms import Terms, for_a
from salaries import pay
from salaries.beside import Beside, newest_around, places_with, set_beside
from salaries.forms import AboutForm
from salaries.models import KeptNumber, Kind, Level, Place
from salaries.placing import Number
from salaries.reading import claims_of
from salaries.standing import in_place

WHERE = ("place", "occupation", "level")
FIRST = "us"


@dataclass(frozen=True)
class Placed:
    """One of an offer's numbers beside the figures; ``of`` says what it is made of."""

    kind: str
    amount: str
    of: str
    beside: Beside

    @property
    def verdict(self) -> str:
        """What the nearest figures say that are not old, or the nearest ones at all, if there are any."""
        rows = self.beside.placed
        chosen = next((row for row in rows if not row.age.old), rows[0] if rows else None)
        return chosen.sentence if chosen else ""


@dataclass(frozen=True)
class Standing:
    """An offer beside the figures of ``place``; if it has none in the currency, ``elsewhere`` is where there are."""

    form: AboutForm
    place: Place
    placed: list[Placed]
    elsewhere: list[Place]

    @property
    def where(self) -> str:
        """The place after "for", with what it lies in."""
        return in_place(str(self.place))

    @property
    def groups(self) -> list[Any]:
        return [group for one in self.placed for group in one.beside.groups]

    @property
    def rows(self) -> list[Any]:
        return [row for one in self.placed for row in one.beside.placed]


def numbers(terms: Terms) -> list[tuple[Number, str]]:
    """The base as it was said, and the pay of the first year if they said more than a base; what each is made of."""
    base = Number(terms.base, terms.currency, terms.period, Kind.BASE)
    more = [
        (name, amount)
        for name, amount in (("bonus", terms.bonus), ("equity of the first year", next(iter(terms.equity), None)))
        if amount
    ]
    if not more:
        return [(base, "base pay")]
    first_year = pay.yearly(terms.base, terms.period) + sum(amount for _, amount in more)
    by = f", the base at {pay.RULES[terms.period]}" if terms.period in pay.RULES else ""
    *names, last = ("base", *(name for name, _ in more))
    of = f"{', '.join(names)} and {last}{by}"
    return [(base, "base pay"), (Number(first_year, terms.currency, "year", Kind.TOTAL), of)]


def stand(terms: Terms, *, user: AbstractBaseUser, asked: QueryDict, today: date) -> Standing | None:
    """Set an offer beside the figures of the place, role and level that ``asked`` names, or of the kept number.

    ``None`` while no place is known at all.
    """
    form, place, about = _where(user, asked)
    if place is None:
        return None
    rows = newest_around(place, about["occupation"])
    claims = claims_of(rows)
    placed: list[Placed] = []
    for number, of in numbers(terms):
        alike = [row for row in rows if row.kind == number.kind]
        ids = {row.pk for row in alike}
        figures = [claim for claim in claims if claim.distribution_id in ids]
        beside = set_beside(number, alike, figures, level=about["level"], today=today)
        amount = number.amount if number.kind == Kind.BASE else pay.whole(number.amount)
        placed.append(Placed(number.kind, for_a(amount, number.currency, number.period), of, beside))
    standing = Standing(form, place, placed, [])
    for place_of_group, group in enumerate(standing.groups, start=1):
        group.number = place_of_group
    if not standing.rows:
        base, _ = numbers(terms)[0]
        return Standing(form, place, placed, places_with(base))
    return standing


def _where(user: AbstractBaseUser, asked: QueryDict) -> tuple[AboutForm, Any, dict[str, Any]]:
    """The form with the place, and role and level; what is wrong in it is said, and the rest still counts."""
    if any(name in asked for name in WHERE):
        form = AboutForm({"place": FIRST, "level": Level.ALL} | {name: asked[name] for name in WHERE if name in asked})
        form.is_valid()
        given = form.cleaned_data
        place = given.get("place") or _first()
        return form, place, {"occupation": given.get("occupation"), "level": given.get("level") or Level.ALL}
    numbers_kept: Any = KeptNumber.objects
    kept = numbers_kept.for_user(user).select_related("place__parent__parent", "occupation").first()
    if kept is None:
        return AboutForm(initial={"place": FIRST}), _first(), {"occupation": None, "level": Level.ALL}
    initial = {"place": kept.place.slug, "occupation": kept.occupation and kept.occupation.slug, "level": kept.level}
    form = AboutForm(initial=initial, kept=kept)
    return form, kept.place, {"occupation": kept.occupation, "level": kept.level}


def _first() -> Place | None:
    """The whole country, or whatever comes first."""
    places = Place.objects.published().select_related("parent__parent")
    return places.filter(slug=FIRST).first() or places.first()
