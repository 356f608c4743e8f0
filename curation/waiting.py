"""What waits at the desk: each table says what of it somebody should look at, and all of it is counted at once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.contrib.admin import AdminSite
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import reverse

from curation.counting import counted

# More are not told apart: nobody looks at them in a day, and a count stays cheap however large a table is.
MOST_COUNTED = 999


@dataclass(frozen=True)
class Waits:
    """Rows that wait, and the filters by which the list of their table shows just these.

    ``first`` is the column of the list whose smallest values are the most urgent, if one is. What waits and is no row
    of a table stands on a ``page`` of a ``desk``, and whoever may look at the table of that desk is told of it.
    """

    label: str
    about: str
    rows: QuerySet[Any, Any]
    filters: dict[str, str]
    first: str = ""
    page: str = ""
    desk: type[Model] | None = None

    @property
    def model(self) -> type[Model]:
        return self.desk or self.rows.model


@dataclass(frozen=True)
class Line:
    """What the first page says of it, with the address of the list."""

    label: str
    about: str
    number: int
    url: str

    @property
    def count(self) -> str:
        return f"{self.number:,}" if self.number <= MOST_COUNTED else f"more than {MOST_COUNTED:,}"


_offers: list[Callable[[date], Iterable[Waits]]] = []


def offer(offered: Callable[[date], Iterable[Waits]]) -> Callable[[date], Iterable[Waits]]:
    """Have the first page count what this gives for a day. To be called once, where the table has its desk."""
    if offered not in _offers:
        _offers.append(offered)
    return offered


def all_that_waits(today: date) -> list[Waits]:
    return [one for offered in _offers for one in offered(today)]


def lines(site: AdminSite, request: HttpRequest, *, today: date) -> list[Line]:
    """What waits for whoever asks, of the tables that they may look at, in one query. Nothing that is at zero."""
    desks: dict[Any, Any] = site._registry
    asked = [one for one in all_that_waits(today) if desks[one.model].has_view_permission(request)]

    def shown(one: Waits) -> QuerySet[Any, Any]:
        if one.page:
            return one.rows
        listed = desks[one.model].get_queryset(request).order_by().values("pk")
        return one.rows.filter(pk__in=listed).values("pk")

    numbers = counted([shown(one) for one in asked], most=MOST_COUNTED + 1)
    found = zip(asked, numbers, strict=True)
    return [Line(one.label, one.about, number, address(site, one)) for one, number in found if number]


def address(site: AdminSite, one: Waits) -> str:
    """Of the list with just the rows that wait, the most urgent first, or of the page that shows them."""
    if one.page:
        return reverse(f"admin:{one.page}", current_app=site.name)
    meta = one.model._meta
    listing = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist", current_app=site.name)
    # The column with the ticks, which Django puts before the others, is number 0.
    order = {"o": str(list(site._registry[one.model].list_display).index(one.first) + 1)} if one.first else {}
    return f"{listing}?{urlencode(one.filters | order)}"
