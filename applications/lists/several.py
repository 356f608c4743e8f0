"""Several postings at once: read like one that is pasted alone, and saved together or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from applications.lists.planning import named
from applications.lists.splitting import link_in, split_postings
from applications.postings.alike import Before, Posting, all_already_saved
from applications.postings.forms import ApplicationForm
from applications.postings.models import Application
from applications.postings.reading_in import proposed, take_in
from applications.postings.vocabulary import load_vocabulary
from applications.reading.links import same_link
from applications.reading.reading import read
from keeping import verbs
from keeping.models import Document

# Of one paste: more than anybody looks through.
MOST_POSTINGS = 50
FIGURES = ("pay_least", "pay_most", "pay_currency", "pay_period")


@dataclass(frozen=True)
class Found:
    """One of several postings: its text as it was pasted, what is read of it, and what is there of it already."""

    raw: str
    url: str
    values: Document
    rows: int
    duties: int
    before: list[Before] = field(default_factory=list)
    # It stands in the same paste before.
    twice: bool = False

    @property
    def is_new(self) -> bool:
        return not self.twice and not any(one.same for one in self.before)


@dataclass(frozen=True)
class Chosen:
    """A posting that is to be saved, as whoever looked at it calls it."""

    raw: str
    url: str
    title: str
    employer: str


@dataclass
class Kept:
    """The applications that were made, and how many postings were kept before."""

    rows: list[Any] = field(default_factory=list)
    there: int = 0


def find_postings(text: str, *, user: User, today: date) -> list[Found]:
    """The postings of a paste in their order, each read with what the catalog knows today. Nothing is kept."""
    vocabulary = load_vocabulary()
    read_ones = [(raw, link_in(raw), read(raw, vocabulary=vocabulary, pasted_on=today)) for raw in split_postings(text)]
    values = [proposed(reading.header) for _, _, reading in read_ones]
    before = all_already_saved(
        user,
        [
            Posting(url, said.get("title", ""), reading.text, said.get("employer", ""))
            for (_, url, reading), said in zip(read_ones, values, strict=True)
        ],
        today=today,
    )
    seen: set[str] = set()
    found = []
    for (raw, url, reading), said, there in zip(read_ones, values, before, strict=True):
        known_by = {" ".join(raw.split()), *([same_link(url)] if url else [])}
        twice = bool(known_by & seen)
        seen |= known_by
        found.append(Found(raw, url, said, len(reading.rows), len(reading.duties), there, twice))
    return found


@transaction.atomic
def keep_postings(chosen: Sequence[Chosen], *, user: User, today: date, at: datetime) -> Kept:
    """Save postings like one after the other, all of them or none. The same ones again are kept already."""
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    vocabulary = load_vocabulary()
    tokens = dict(Application.objects.filter(user=user).values_list("token", "deletion"))
    binned = {token for token, deletion in tokens.items() if deletion}
    kept = Kept()
    for one in chosen:
        token = named(one.raw, binned)
        if token in tokens:
            kept.there += 1
            continue
        header = read(one.raw, vocabulary=vocabulary, pasted_on=today).header
        values = document_of(one, proposed(header), user=user, today=today)
        row, _ = verbs.add(Application, user=user, token=token, values=values, at=at)
        take_in(row, at=at, today=today)
        tokens[token] = None
        kept.rows.append(row)
    return kept


def document_of(one: Chosen, said: Document, *, user: User, today: date) -> Document:
    """A posting as its form would keep it, with what was read of it. What the form refuses is left out: it is still
    in the words of the posting."""
    data: dict[str, Any] = {"remote": "unknown", **said, "raw": one.raw, "url": one.url}
    form = ApplicationForm(data | {"title": one.title, "employer": one.employer}, row=None, user=user, today=today)
    form.full_clean()
    values = form.values()
    if {*FIGURES} & {*form.errors}:
        # A figure without its currency or its period is none.
        values = {name: value for name, value in values.items() if name not in FIGURES}
    return values
