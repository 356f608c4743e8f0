"""Keeps what somebody ticked of a file, and starts a resume that reads as it did."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from keeping import verbs
from keeping.models import Document, Own, plain
from resumes.base.annexes import keep_annex
from resumes.base.loading import key_of, load_recorded, row_of
from resumes.base.models import CONTACT_TOKEN, Bullet, Contact
from resumes.bringing.forms import ProposalForm, alike, contact_of, entry_of
from resumes.bringing.rows import NOUNS, SHOWN, keep_entry, web_address
from resumes.making.composing import HEADLINE, SUMMARY, section_key
from resumes.making.deriving import Change, layer_of, lines_of
from resumes.making.models import Resume
from resumes.making.revising import keep_revision
from resumes.reading.json_documents import document_in
from resumes.writing import content
from resumes.writing.content import HEADINGS, Entry, Kind

ADDRESS_LIMITS = {"address": 300, "postal_code": 20}


@dataclass
class Kept:
    """How many of each were kept, by what one and several are called, and the resume that was started."""

    numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    resume: Resume | None = None

    def count(self, words: tuple[str, str]) -> None:
        self.numbers[words] = self.numbers.get(words, 0) + 1

    @property
    def in_words(self) -> str:
        return ", ".join(f"{number} {words[number != 1]}" for words, number in self.numbers.items())


@transaction.atomic
def keep_brought(form: ProposalForm, *, user: User, today: date, at: datetime) -> Kept:
    """Keep what is ticked in a valid form. The same form again keeps nothing twice."""
    kept = Kept()
    if form.contact.cleaned_data["keep"]:
        _keep_contact(form.contact.cleaned_data, user=user, at=at)
        kept.count(("set of contact data", "sets of contact data"))
    here = {alike(entry): entry.key for entry in load_recorded(user, today=today).entries}
    keys: list[str] = []
    new: list[str] = []
    for line in form.entries:
        said = line.cleaned_data
        read = _read(said)
        if not said["keep"]:
            keys.append(here.get(alike(read), ""))
            continue
        entry = replace(read, kind=Kind(said["kind"]), **{name: said[name] for name in SHOWN})
        row = keep_entry(entry, read, said["token"], user=user, today=today, at=at)
        keys.append(key_of(row))
        new.append(key_of(row))
        kept.count(NOUNS[type(row)])
    for bullet in form.bullets:
        said = bullet.cleaned_data
        if said["keep"]:
            place = row_of(user, keys[said["of"]]) if said["of"] < len(keys) else None
            verbs.add(Bullet, user=user, token=said["token"], values=_bullet(said["text"], place), at=at)
            kept.count(("bullet", "bullets"))
    if form.top.cleaned_data["apart"]:
        _leave_out(new, user=user, at=at)
    if form.top.cleaned_data["make"]:
        kept.resume = _start(form.top.cleaned_data, keys, user=user, today=today, at=at)
    return kept


def _leave_out(keys: Sequence[str], *, user: User, at: datetime) -> None:
    """Leave what is new out of the resumes that were there before: those tailored from one show what that shows."""
    rows: Any = Resume.objects
    for resume in rows.for_user(user).filter(base=None).with_layers():
        layer = layer_of(resume.own_lines)
        if unsaid := [key for key in keys if key not in layer]:
            lines = lines_of(layer | {key: Change(shown=False) for key in unsaid})
            verbs.change(resume, values={"lines": lines}, seen=resume.edition, at=at)
            keep_revision(resume, what="Left out what was brought in", at=at)


def _read(said: dict[str, Any]) -> Entry:
    """What the file said, of which not all is shown in the form."""
    try:
        return entry_of(said["said"])
    except ValueError:
        return Entry(Kind(said["kind"]))


def _bullet(text: str, row: Own | None) -> Document:
    """A bullet where it stands: under a position, a project, or a mention."""
    places: Document = {"position": None, "project": None, "mention": None}
    name = row._meta.model_name if row else None
    if row and name in places:
        places[str(name)] = plain(row)
    return {"text": text, **places}


def _keep_contact(said: dict[str, Any], *, user: User, at: datetime) -> None:
    try:
        read, as_read = contact_of(said["said"]), document_in(said["said"].encode())
    except ValueError:
        read, as_read = content.Contact(), {}
    values: Document = {name: said[name] for name in ("name", "email", "phone", "city", "region")}
    for name, limit in ADDRESS_LIMITS.items():
        values[name] = text if len(text := getattr(read.place, name)) <= limit else ""
    code = read.place.country_code.upper()
    values |= {
        "country_code": code if len(code) == 2 and code.isascii() and code.isalpha() else "",
        "url": web_address(read.url),
        "profiles": [
            {"network": one.network[:60], "username": one.username[:120], "url": web_address(one.url)}
            for one in read.profiles[:10]
        ],
    }
    rows: Any = Contact.objects
    row = rows.filter(user=user).first()
    if row is None:
        row, _ = verbs.add(Contact, user=user, token=CONTACT_TOKEN, values=values, at=at)
    else:
        verbs.change(row, values=values, seen=row.edition, at=at)
    keep_annex(row, as_read, at=at)


def _start(said: dict[str, Any], keys: Sequence[str], *, user: User, today: date, at: datetime) -> Resume:
    """A resume that shows what the file did, in its order, with its headline and summary, and nothing else."""
    brought = list(dict.fromkeys(filter(None, keys)))
    try:
        about = document_in((said["said"] or "{}").encode())
        order = [Kind(kind) for kind in about.get("order", [])]
    except (ValueError, AttributeError, TypeError):
        about, order = {}, []
    changes: dict[str, Change] = {}
    if said["headline"]:
        changes[HEADLINE] = Change(wording=said["headline"])
    if said["summary"]:
        changes[SUMMARY] = Change(wording=said["summary"])
    rest = [kind for kind in HEADINGS if kind not in order]
    changes |= {section_key(kind): Change(rank=rank) for rank, kind in enumerate([*order, *rest], start=1) if order}
    entries = load_recorded(user, today=today).entries
    for entry in entries:
        rank = brought.index(entry.key) + 1 if entry.key in brought else None
        changes[entry.key] = Change(shown=entry.key in brought, rank=rank)
    values = {"name": said["name"], "lines": lines_of(changes)}
    resume, event = verbs.add(Resume, user=user, token=said["token"], values=values, at=at)
    if event:
        keep_revision(resume, what="Brought in", at=at)
        if extra := about.get("extra"):
            keep_annex(resume, {"extra": extra}, at=at)
    return resume
