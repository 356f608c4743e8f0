"""What one line of a file becomes: a position, a degree, a held credential, or a mention."""

import uuid
from datetime import date, datetime
from typing import Any

from accounts.models import User
from curation.folding import fold
from evidence.catalog.partial_dates import is_partial, last_day
from evidence.models import Credential, Education, HeldCredential, Position, PositionKind
from keeping import verbs
from keeping.models import EARLIEST, Document, Own
from resumes.base.annexes import keep_annex, said_of
from resumes.base.models import Mention
from resumes.bringing.degrees import level_of
from resumes.writing.content import Entry, Kind
from resumes.writing.words import link_of

# What the tables hold of an entry; the rest goes into its annex.
HELD: dict[type[Own], set[str]] = {
    Position: {"title", "organization", "place", "starts", "ends", "text", "url"},
    Education: {"title", "organization"},
    HeldCredential: {"ends", "url"},
    Mention: {
        *("title", "organization", "place", "starts", "ends", "text", "url"),
        *("level", "score", "words", "roles", "sort"),
    },
}
# What the form shows of an entry.
SHOWN = ("title", "organization", "place", "starts", "ends", "text")
NOUNS: dict[type[Own], tuple[str, str]] = {
    Position: ("job", "jobs"),
    Education: ("degree", "degrees"),
    HeldCredential: ("credential", "credentials"),
    Mention: ("other line", "other lines"),
}


def keep_entry(entry: Entry, read: Entry, token: uuid.UUID, *, user: User, today: date, at: datetime) -> Own:
    """Keep an entry in the table that it fits, with an annex of what does not fit there.

    ``read`` is what the file said. What was seen in the form and taken away there is not kept.
    """
    model, values = _table_of(entry, today)
    row, _ = verbs.add(model, user=user, token=token, values=values, at=at)
    said = {
        name: value
        for name, value in said_of(read).items()
        if getattr(entry, name) or name not in SHOWN or (name in ("starts", "ends") and not is_partial(value))
    }
    lost = {name for name in said if name not in HELD[model] or _plain(row, name) != said[name]}
    if lost:
        keep_annex(row, said, at=at)
    return row


def _plain(row: Any, name: str) -> Any:
    """What a row has of a field of an entry under the name that the field has there."""
    names = {"organization": {"position": "employer", "education": "institution"}, "text": {"position": "summary"}}
    table = row._meta.model_name
    if table == "heldcredential" and name == "ends":
        return row.earned_on.isoformat()
    return getattr(row, names.get(name, {}).get(table, name))


def _table_of(entry: Entry, today: date) -> tuple[type[Own], Document]:
    if entry.kind in (Kind.EXPERIENCE, Kind.VOLUNTEERING):
        return Position, {
            "employer": entry.organization,
            "title": entry.title,
            "place": entry.place,
            "kind": PositionKind.VOLUNTEER if entry.kind is Kind.VOLUNTEERING else PositionKind.JOB,
            "starts": entry.starts,
            "ends": entry.ends,
            "summary": entry.text[:2000],
            "url": web_address(entry.url),
        }
    ends = last_day(entry.ends) if entry.ends else None
    if ends and ends >= EARLIEST:
        level = level_of(f"{entry.level} {entry.title}") if entry.kind is Kind.EDUCATION else ""
        if level and max(len(entry.title), len(entry.organization)) <= 160:
            return Education, {
                "level": level,
                "title": entry.title,
                "institution": entry.organization,
                "accredited": False,
                "finished_on": ends.isoformat(),
                "was_over": ends <= today,
            }
        held = _credential(entry.title) if entry.kind is Kind.CREDENTIALS and entry.ends.count("-") == 2 else None
        if held and ends <= today:
            return HeldCredential, {
                "credential": held.slug,
                "earned_on": ends.isoformat(),
                "expires_on": None,
                "number": "",
                "url": web_address(entry.url),
            }
    return Mention, {
        "kind": entry.kind.value,
        **{name: getattr(entry, name) for name in ("title", "organization", "place", "starts", "ends", "text")},
        "url": web_address(entry.url),
        "level": entry.level[:160],
        "score": entry.score[:60],
        "sort": entry.sort[:160],
        "words": list(entry.words),
        "roles": list(entry.roles),
    }


def _credential(title: str) -> Any:
    """The credential that a title names, as curators call it."""
    rows = Credential.objects.filter(retired_at=None)
    return next((row for row in rows if fold(row.name) == fold(title)), None)


def web_address(text: str) -> str:
    """An address as the forms of this site keep it, or nothing: what is none stays in the annex."""
    address = link_of(text.strip())
    return address if len(address) <= 500 else ""
