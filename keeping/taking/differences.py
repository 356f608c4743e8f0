"""What a comparison of a document with what is here has found, and which of two rows that differ is the newer."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count

from django.db.models import Max, Model

from accounts.models import User
from keeping.models import Document, Event
from keeping.taking.aside import Aside
from keeping.taking.export import text
from keeping.taking.tables import Hanging, has_history, others, secret, subject_of, written_once

HERE, THERE = "here", "there"
Key = tuple[str, str]


@dataclass(eq=False)
class Difference:
    """A row that is here and in the document, and says something else there. ``newer`` is which of the two."""

    model: type[Model]
    pk: int
    here: Document
    there: Document
    # What hangs on it, where that differs: the rows here with their keys, and those of the document.
    hanging: dict[Hanging, tuple[list[tuple[int, Document]], list[Document]]] = field(default_factory=dict)
    # Two rows that are one by what they are about, and were made apart.
    made_apart: bool = False
    newer: str = HERE

    @property
    def key(self) -> str:
        """What a form calls it: the same as long as both rows are what they are."""
        rows = [self.model._meta.label_lower, self.pk, self.here, self.there]
        return sha256(text(rows).encode()).hexdigest()[:20]

    @property
    def columns(self) -> list[str]:
        """The columns that differ."""
        return [name for name in self.here if name not in ignored(self.model) and self.here[name] != self.there[name]]


@dataclass
class Comparison:
    user: User
    # By table and name, the key of each row here, and a number below zero for each new one.
    names: dict[type[Model], dict[str, int]] = field(default_factory=dict)
    new: dict[type[Model], list[tuple[int, Document]]] = field(default_factory=dict)
    same: Counter[type[Model]] = field(default_factory=Counter)
    differs: dict[tuple[type[Model], int], Difference] = field(default_factory=dict)
    aside: Aside = field(default_factory=Aside)
    # The document's tokens of rows that have another one here.
    tokens: dict[str, str] = field(default_factory=dict)
    # The events of the document that are new, by the row they are of; and all of them.
    last_there: dict[Key, str] = field(default_factory=dict)
    # The rows of which something happened here that the document does not know.
    only_here: set[Key] = field(default_factory=set)
    numbers: Iterator[int] = field(default_factory=lambda: count(-1, -1))


def ignored(model: type[Model]) -> set[str]:
    """Columns that make no difference: how often a row was changed, and what stays as it is here."""
    kept = {"edition", "created_at", *written_once(model), *(other.counts for other in others(model))}
    found = secret(model)
    return kept | ({found.name} if found else set()) | ({"token"} if has_history(model) else set())


def judge(found: Comparison) -> None:
    """Say which of two is newer: by the last thing that happened to the row, else by what the rows themselves tell."""
    for _, event in found.new.get(Event, []):
        key = (event["subject"], event["token"])
        found.last_there[key] = max(event["at"], found.last_there.get(key, ""))
    keys = {(subject_of(one.model()), one.here["token"]) for one in found.differs.values() if has_history(one.model)}
    here: dict[Key, str] = {}
    if keys:
        events = Event.objects.filter(user=found.user, token__in={token for _, token in keys})
        last = events.values_list("subject", "token").annotate(last=Max("at")).order_by()
        here = {(subject, str(token)): at.isoformat() for subject, token, at in last}
    apart = set(found.tokens.values())
    for one in found.differs.values():
        key = (subject_of(one.model()), str(one.here.get("token")))
        one.made_apart = key[1] in apart
        # What is new in the document happened after all that is here, or before.
        happened = (found.last_there.get(key, ""), here.get(key, ""))
        if has_history(one.model) and any(happened):
            one.newer = THERE if happened[0] > happened[1] else HERE
        else:
            one.newer = THERE if _weight(one.there) > _weight(one.here) else HERE


def _weight(row: Document) -> tuple[int, str, int]:
    """Of two rows without a history the newer has more of it: changes, a later moment, more that was marked."""
    moments = [value for value in row.values() if isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\dT", value)]
    return row.get("edition", 0), max(moments, default=""), sum(value is True for value in row.values())
