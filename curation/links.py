"""The links of the content: where they stand, which are due to be checked, what was found, and what pages say of it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db.models import CharField, Exists, OuterRef, QuerySet, Subquery, URLField
from django.utils import timezone

from curation import link_rules
from curation.checking import Found
from curation.models import Curated, LinkCheck

# What ``reach_of`` reads of a row, by what ``checked`` adds to it.
ADDED = {"link_state": "state", "link_checked_at": "checked_at", "link_reached_at": "reached_at"}


def link_fields() -> list[Any]:
    """The fields of all content in which an address stands. A ``url`` of plain text may also be a page of this site."""
    return [
        field
        for model in apps.get_models()
        if issubclass(model, Curated)
        for field in model._meta.concrete_fields
        if isinstance(field, URLField) or (isinstance(field, CharField) and field.name == "url")
    ]


def addresses() -> set[str]:
    """Every address elsewhere that offered content links to, each once."""
    return {address for field in link_fields() for address in _elsewhere(field).distinct()}


def untried() -> QuerySet[Any, Any]:
    """Those that the checker has never followed, each once."""
    first, *others = (
        _elsewhere(field).exclude(Exists(LinkCheck.objects.filter(address=OuterRef(field.name))))
        for field in link_fields()
    )
    return first.union(*others)


def _elsewhere(field: Any) -> QuerySet[Any, Any]:
    """What stands in a field of offered rows and leads to another site."""
    rows: QuerySet[Any, Any] = field.model.objects.published().order_by()
    return rows.filter(**{f"{field.name}__regex": "^https?://"}).values_list(field.name, flat=True)


def used_by(address: str, *, most: int) -> list[Any]:
    """Rows of content that link to an address, so many of each table at most."""
    return [row for _, rows in standing_in(address) for row in rows.filter(retired_at=None)[:most]]


def standing_in(address: str) -> list[tuple[Any, QuerySet[Any]]]:
    """Each field in which an address may stand, with the rows in which it does: retired ones too."""
    return [(field, field.model.objects.filter(**{field.name: address})) for field in link_fields()]


def due(linked: Iterable[str], *, before: datetime | None = None, limit: int | None = None) -> list[str]:
    """Those to be checked, first what never was, then the oldest. ``before`` leaves out what was checked since."""
    known = dict(LinkCheck.objects.values_list("address", "checked_at"))
    never = sorted(address for address in linked if address not in known)
    old = sorted((known[one], one) for one in linked if one in known and (before is None or known[one] < before))
    return [*never, *(address for _, address in old)][:limit]


def record(address: str, found: Found, *, at: datetime) -> None:
    """Keep what a link led to. The day it was last reached, and since when it is broken, outlast later checks."""
    before = LinkCheck.objects.filter(address=address).first()
    good, broken = found.state in link_rules.GOOD, found.state in link_rules.BROKEN
    values = {
        "state": found.state,
        "status": found.status,
        # What is too long for the column is not worth keeping either.
        "final_address": found.final if len(found.final) <= 2000 else "",
        "permanent": found.permanent,
        "error": found.error[:300],
        "checked_at": at,
        "reached_at": at if good else before and before.reached_at,
        "broken_since": ((before and before.broken_since) or at) if broken else None,
    }
    LinkCheck.objects.update_or_create(address=address, defaults=values)


def forget(linked: Iterable[str]) -> int:
    """Drop what is known of addresses that no content links to any more."""
    return LinkCheck.objects.exclude(address__in=list(linked)).delete()[0]


def checked(field: str) -> dict[str, Subquery]:
    """What is known of the address in a field of each row, to be asked for in the row's own query."""
    rows = LinkCheck.objects.filter(address=OuterRef(field))
    return {name: Subquery(rows.values(column)) for name, column in ADDED.items()}


def reach_of(row: Any, *, opened: date | None = None) -> str:
    """What a page says of the link of a row that was asked for with ``checked``. A curator may have ``opened`` it."""
    return _reach(row.link_state, row.link_checked_at, row.link_reached_at, opened)


def reached(linked: Iterable[str]) -> dict[str, str]:
    """What a page says of some addresses, in one query, by address."""
    rows = LinkCheck.objects.filter(address__in=set(linked))
    return {row.address: _reach(row.state, row.checked_at, row.reached_at, None) for row in rows}


def at_the_desk(linked: Iterable[str]) -> dict[str, str]:
    """What a curator is told of some addresses, in one query, by address."""
    rows = {row.address: row for row in LinkCheck.objects.filter(address__in=set(linked))}
    return {address: said_of(rows.get(address)) for address in linked}


def said_of(row: LinkCheck | None) -> str:
    """What a curator is told of an address with this row, or with none."""
    if row is None:
        return link_rules.at_the_desk(None, status=None, tried=None, reached=None, broken=None)
    tried, last, broken = (
        timezone.localdate(at) if at else None for at in (row.checked_at, row.reached_at, row.broken_since)
    )
    return link_rules.at_the_desk(row.state, status=row.status, tried=tried, reached=last, broken=broken)


def _reach(state: str | None, tried_at: datetime | None, reached_at: datetime | None, opened: date | None) -> str:
    tried, last = (timezone.localdate(at) if at else None for at in (tried_at, reached_at))
    return link_rules.reach(state, checked=tried, reached=last, opened=opened)
