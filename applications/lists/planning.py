"""Which lines of a list are new, and which say of an application that is there already. Nothing is kept here."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from accounts.models import User
from applications.lists.lines import Line
from applications.postings.models import Application
from applications.reading.links import same_link
from applications.reading.sameness import employer_name, words_of

# Applications that come in are named by what their line says (UUID version 5), so that none comes in twice.
BROUGHT_IN = uuid.UUID("6d0a2c52-3f2a-5c43-9d6e-0f4a6c1b7e33")


@dataclass(frozen=True)
class Same:
    """The application, or the line of the same list, that a line says again."""

    name: str
    url: str = ""
    by: str = ""


@dataclass
class Plan:
    """What becomes of each line: ``new`` ones with their tokens, those ``there`` already, and those that are left."""

    new: list[tuple[uuid.UUID, Line]] = field(default_factory=list)
    there: list[tuple[Line, Same]] = field(default_factory=list)
    left: list[Line] = field(default_factory=list)
    # Lines that come in without some of their cells.
    without: list[Line] = field(default_factory=list)


def plan(lines: list[Line], *, user: User, without_cells: bool) -> Plan:
    """What would become of the lines of a list. ``without_cells``: a line comes in also without what is wrong in it."""
    known = _Known(user)
    found = Plan()
    for line in lines:
        if line.wrong and (not without_cells or not line.values.get("title")):
            found.left.append(line)
        elif same := known.same(line):
            found.there.append((line, same))
        else:
            found.new.append((known.add(line), line))
            if line.wrong:
                found.without.append(line)
    return found


class _Known:
    """The applications of a learner that are not in the bin, by what they are known again, and the lines so far."""

    def __init__(self, user: User) -> None:
        self.by_token: dict[uuid.UUID, Same] = {}
        self.by_link: dict[str, Same] = {}
        self.by_name: dict[tuple[str, str], list[tuple[str, Same]]] = {}
        self.binned: set[uuid.UUID] = set()
        rows: Any = Application.objects.filter(user=user).order_by("pk")
        for row in rows.only("pk", "token", "title", "employer", "url", "deletion_id"):
            if row.in_bin:
                self.binned.add(row.token)
            else:
                same = Same(str(row), reverse("applications:application", args=[row.pk]))
                self._add(row.token, row.title, row.employer, row.url, same)

    def same(self, line: Line) -> Same | None:
        title, employer, url = (line.values.get(name, "") for name in ("title", "employer", "url"))
        link = same_link(url) if url else ""
        if found := self.by_token.get(self._token(line)):
            return Same(found.name, found.url, "all of it")
        if found := self.by_link.get(link):
            return Same(found.name, found.url, "the link")
        for other, found in self.by_name.get(_name(title, employer), []) if employer else []:
            # Two links that differ are two postings.
            if not (link and other):
                return Same(found.name, found.url, "title and employer")
        return None

    def add(self, line: Line) -> uuid.UUID:
        token = self._token(line)
        title, employer, url = (line.values.get(name, "") for name in ("title", "employer", "url"))
        self._add(token, title, employer, url, Same(f"row {line.number} of this list"))
        return token

    def _add(self, token: uuid.UUID, title: str, employer: str, url: str, same: Same) -> None:
        link = same_link(url) if url else ""
        self.by_token[token] = same
        if link:
            self.by_link.setdefault(link, same)
        self.by_name.setdefault(_name(title, employer), []).append((link, same))

    def _token(self, line: Line) -> uuid.UUID:
        return named(line.content, self.binned)


def named(content: str, binned: Collection[uuid.UUID]) -> uuid.UUID:
    """The token of what is brought in, by what it says. What was put in the bin stays there, and makes another one."""
    token, number = uuid.uuid5(BROUGHT_IN, content), 0
    while token in binned:
        number += 1
        token = uuid.uuid5(BROUGHT_IN, f"{content} {number}")
    return token


def _name(title: str, employer: str) -> tuple[str, str]:
    return " ".join(words_of(title)), employer_name(employer)
