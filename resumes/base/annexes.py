"""What documents of elsewhere said of rows beyond what their tables hold: kept, and laid beside them again."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from accounts.models import User
from keeping import verbs
from keeping.declaring import subject_of
from keeping.models import Own
from resumes.base.models import Annex
from resumes.base.recorded import Recorded
from resumes.writing.content import Contact, Entry
from resumes.writing.words import link_of

# Tables that resumes call otherwise.
KEYS = {"heldcredential": "credential"}
# What is laid beside an entry where its table says nothing of it.
BESIDE = ("title", "organization", "place", "text", "url", "level", "score", "words", "roles", "sort")


def keep_annex(row: Own, said: Mapping[str, Any], *, at: datetime) -> None:
    """Keep what a document said of a row beyond its table; once for each row, whatever it says later."""
    user: User = row.user
    values = {"subject": subject_of(row), "row": str(row.token), "said": dict(said)}
    token = uuid.uuid5(row.token, "annex")
    rows: Any = Annex.objects
    if not rows.filter(user=user, token=token).exists():
        verbs.add(Annex, user=user, token=token, values=values, at=at)


def said_of(entry: Entry) -> dict[str, Any]:
    """An entry as an annex keeps it: without its bullets, which are rows of their own."""
    kept = {one.name: getattr(entry, one.name) for one in fields(entry) if one.name not in ("bullets", "key", "kind")}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in kept.items() if value}


def by_key(annexes: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """What is said of each row, by the key that names it in resumes."""
    found = {}
    for annex in annexes:
        model = annex["subject"].rpartition(".")[2]
        found[f"{KEYS.get(model, model)}:{annex['row']}"] = annex["said"]
    return found


def with_annexes(recorded: Recorded, annexes: Iterable[Mapping[str, Any]]) -> Recorded:
    """With what documents of elsewhere said. The table wins wherever it says something itself.

    ``annexes`` have a ``subject``, a ``row`` and what was ``said``.
    """
    said = by_key(annexes)
    entries = tuple(_beside(one, said[one.key]) if one.key in said else one for one in recorded.entries)
    contact = next((one for key, one in said.items() if key.startswith("contact:")), None)
    return replace(
        recorded, entries=entries, contact=_contact(recorded.contact, contact) if contact else recorded.contact
    )


def _beside(entry: Entry, said: Mapping[str, Any]) -> Entry:
    beside: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in said.items()
        if name in BESIDE and value and not getattr(entry, name)
    }
    return replace(
        entry,
        **beside,
        starts=as_said(entry.starts, said.get("starts", "")),
        ends=as_said(entry.ends, said.get("ends", "")),
        extra=said.get("extra", {}),
    )


def _contact(contact: Contact, said: Mapping[str, Any]) -> Contact:
    """With what a document said that the table does not take: unknown parts, and addresses that are none."""
    of = {(one["network"], one["username"]): one for one in said.get("profiles", [])}
    profiles = ((one, of.get((one.network, one.username), {})) for one in contact.profiles)
    return replace(
        contact,
        email=contact.email or ("" if is_email(said.get("email", "")) else said.get("email", "")),
        url=contact.url or ("" if link_of(said.get("url", "")) else said.get("url", "")),
        place=replace(contact.place, extra=said.get("place", {}).get("extra", {})),
        profiles=tuple(
            replace(one, url=one.url or there.get("url", ""), extra=there.get("extra", {})) for one, there in profiles
        ),
        extra=said.get("extra", {}),
    )


def is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= 254


def as_said(here: str, said: str) -> str:
    """A date as it was said while that agrees with what is stored: no more of it than was known."""
    return said if said and (not here or here.startswith(said) or said.startswith(here)) else here
