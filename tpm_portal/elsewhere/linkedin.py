"""What LinkedIn's own archive becomes: jobs, degrees, credentials and projects. What has no honest place is named."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, BinaryIO

from curation.folding import fold
from evidence.catalog.partial_dates import ends_before, first_day, last_day, words_of
from evidence.models import Credential, Education, HeldCredential, Position, PositionKind, Project, Skill
from keeping.models import EARLIEST
from resumes.bringing.degrees import level_of
from resumes.bringing.rows import web_address
from resumes.reading.spans import date_in
from resumes.reading.tables import Table, tables_in
from tpm_portal.elsewhere.drafts import EDUCATION, HELD, POSITION, PROJECT, Draft, Refused, Said, content_of, folded
from tpm_portal.elsewhere.linkedin_cells import COLUMNS, Cells

MOST_YEARS_AHEAD = 50


@dataclass(frozen=True)
class Catalog:
    """Credentials by the names they go by, and the slugs and names of skills by the terms for them."""

    credentials: Mapping[str, str]
    skills: Mapping[str, tuple[str, str]]


@dataclass
class Claimed:
    """Skills that somebody listed: those of our list by slug, and all others by name."""

    listed: dict[str, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)


def cells_in(data: bytes | BinaryIO, name: str) -> tuple[tuple[Cells, ...], tuple[str, ...]]:
    """The rows of an archive, or of one file of it, and remarks on it. Raises ``UnreadableError``."""
    tables = tables_in(data, name)
    found = []
    for table, columns in COLUMNS.items():
        for row in tables.rows.get(Table(table), ()):
            said = {column: row[column] for column in columns if row[column]}
            if said:
                # A name may have marks that turn the rest of a line around.
                found.append(Cells(table, _plain_name(row.line.file), row.line.number, said))
    return tuple(found), tables.notes


def load_catalog() -> Catalog:
    """What the catalog has, in three queries."""
    credentials: dict[str, str] = {}
    for slug, name in Credential.objects.filter(retired_at=None).values_list("slug", "name"):
        short = re.search(r"\(([^)]*)\)", name)
        for called in (name, name.partition("(")[0], short[1] if short else ""):
            if fold(called):
                credentials.setdefault(fold(called), slug)
    skills: dict[str, tuple[str, str]] = {}
    rows: Any = Skill.objects.published().prefetch_related("aliases")
    for skill in rows:
        for term in (skill.name, *(alias.term for alias in skill.aliases.all() if alias.retired_at is None)):
            skills.setdefault(folded(term), (skill.slug, skill.name))
    return Catalog(credentials, skills)


def skills_in(rows: Iterable[Cells], catalog: Catalog) -> Claimed:
    """The skills that the archive lists. How well somebody knows them it does not say, and so they do not come in."""
    claimed = Claimed()
    for one in rows:
        if one.table == "Skills" and one["name"]:
            if found := catalog.skills.get(folded(one["name"])):
                claimed.listed[found[0]] = found[1]
            elif one["name"] not in claimed.others:
                claimed.others.append(one["name"])
    return claimed


def read_archive(rows: Sequence[Cells], catalog: Catalog, *, part: str, kind: str, today: date) -> Said:
    """What the rows say. ``part`` and ``kind`` are of all projects: the archive does not know them."""
    reader = _Reader(catalog, part, kind, today)
    made = [made for one in rows if (made := reader.read(one)) is not None]
    drafts: dict[tuple[Any, ...], Draft] = {}
    twice = 0
    for draft in made:
        if isinstance(draft, Draft):
            key = (draft.table, draft.key)
            twice += key in drafts
            longer = max(drafts.get(key, draft), draft, key=_length)
            drafts[key] = longer
    remarks = []
    if twice:
        remarks.append(f"{twice:,} of the rows stood there twice and {'is' if twice == 1 else 'are'} one.")
    refused = tuple(one for one in made if isinstance(one, Refused))
    return Said(tuple(drafts.values()), refused, tuple(remarks))


def _length(draft: Draft) -> int:
    return sum(len(str(value)) for value in draft.values.values())


def _plain_name(file: str) -> str:
    return "".join(letter for letter in file if letter.isprintable())[-80:] or "a file without a name"


class _Reader:
    def __init__(self, catalog: Catalog, part: str, kind: str, today: date) -> None:
        self.catalog = catalog
        self.part = part
        self.kind = kind
        self.today = today
        self.reasons: list[str] = []
        self.notes: list[str] = []

    def read(self, row: Cells) -> Draft | Refused | None:
        """The draft of a row, or why there is none. ``None`` for a row that is nothing of the kind."""
        self.reasons, self.notes = [], []
        draft = READERS[row.table](self, row) if row.table in READERS else None
        if draft is None or not draft.name:
            return None
        if self.reasons:
            return Refused(row.where, draft.name, tuple(self.reasons))
        return replace(draft, notes=tuple(self.notes))

    def when(self, row: Cells, column: str) -> str:
        text = row[column]
        found = date_in(text)
        if text and not found:
            self.reasons.append(f"“{text[:40]}” is no date that is known here.")
        if found and first_day(found) < EARLIEST:
            self.reasons.append(f"{words_of(found)} is before {EARLIEST.year}.")
        return found

    def past(self, row: Cells, column: str) -> str:
        found = self.when(row, column)
        if found and first_day(found) > self.today:
            self.reasons.append(f"{words_of(found)} is in the future.")
        return found

    def fits(self, table: Any, name: str, text: str, what: str) -> str:
        """A text that the field takes. A longer one is a reason against the row."""
        limit = table._meta.get_field(name).max_length
        if len(text) > limit:
            self.reasons.append(f"{what} is longer than {limit:,} characters; it has {len(text):,}.")
        return text

    def without(self, table: Any, name: str, text: str, what: str) -> str:
        """A text, or nothing where the field does not take it all: the row can be without it."""
        limit = table._meta.get_field(name).max_length
        if len(text) <= limit:
            return text
        self.notes.append(f"Without {what}: it has {len(text):,} characters, and {limit:,} fit.")
        return ""

    def page(self, text: str) -> str:
        address = web_address(text) if text else ""
        if text and not address:
            self.notes.append(f"Without its link: “{text[:60]}” is no web address that can be saved.")
        return address

    def position(self, row: Cells) -> Draft:
        starts, ends = self.past(row, "started on"), self.past(row, "finished on")
        voluntary = row.table == "Volunteering"
        title = row["role"] if voluntary else row["title"]
        summary = "\n".join(filter(None, (row["cause"], row["description"])))
        if ends_before(starts, ends):
            self.reasons.append("It ends before it begins.")
        values: dict[str, Any] = {
            "employer": self.fits(Position, "employer", row["company name"], "The employer"),
            "title": self.fits(Position, "title", title, "The title"),
            "place": self.without(Position, "place", row["location"], "where it was"),
            "kind": (PositionKind.VOLUNTEER if voluntary else PositionKind.JOB).value,
            "starts": starts,
            "ends": ends,
            "summary": self.without(Position, "summary", summary, "its description"),
            "url": "",
        }
        name = ", ".join(filter(None, (title, row["company name"])))
        until = words_of(ends) if ends else "present" if starts else ""
        when = f"{words_of(starts)} to {until}" if starts else until
        return _draft(row, POSITION, values, name, when, values["place"], values["summary"])

    def education(self, row: Cells) -> Draft:
        ends = self.when(row, "end date")
        degree, school = row["degree name"], row["school name"]
        level = level_of(degree)
        day = last_day(ends) if ends else None
        if not degree:
            self.reasons.append("It names no degree. Courses belong to training, with their hours.")
        elif not level:
            self.reasons.append("We cannot tell the level of this degree. Add it in Background, where you choose it.")
        if not ends and not row["end date"]:
            self.reasons.append("It does not say when it was finished.")
        if day and day.year > self.today.year + MOST_YEARS_AHEAD:
            self.reasons.append(f"{words_of(ends)} is too far ahead.")
        values: dict[str, Any] = {
            "level": level,
            "title": self.fits(Education, "title", degree, "The degree"),
            "institution": self.fits(Education, "institution", school, "The school"),
            "accredited": False,
            "finished_on": day.isoformat() if day else None,
            "was_over": bool(day and day <= self.today),
        }
        self._say_the_last_day(ends, day)
        name = ", ".join(filter(None, (degree, school)))
        return _draft(row, EDUCATION, values, name, f"finished {day:%b %-d, %Y}" if day else "")

    def credential(self, row: Cells) -> Draft:
        earned, expires = self.past(row, "started on"), self.when(row, "finished on")
        name = row["name"]
        slug = self.catalog.credentials.get(fold(name))
        # In the month that goes on it was earned by today.
        day = min(last_day(earned), self.today) if earned else None
        until = last_day(expires) if expires else None
        if not earned and not row["started on"]:
            self.reasons.append("It does not say when it was earned.")
        if day and until and until < day:
            self.reasons.append("It ran out before it was earned.")
        if until and until.year > self.today.year + MOST_YEARS_AHEAD:
            self.reasons.append(f"{words_of(expires)} is too far ahead.")
        values: dict[str, Any] = {
            "credential": slug,
            "name": "" if slug else self.fits(HeldCredential, "name", name, "Its name"),
            "issuer": "" if slug else self.without(HeldCredential, "issuer", row["authority"], "who issued it"),
            "earned_on": day.isoformat() if day else None,
            "expires_on": until.isoformat() if until else None,
            "number": self.without(HeldCredential, "number", row["license number"], "its number"),
            "url": self.page(row["url"]),
        }
        self._say_the_last_day(earned, day)
        known = "a credential of our list" if slug else "another credential, by its name"
        said = f"earned {day:%b %-d, %Y}" if day else ""
        ends = f"valid until {until:%b %-d, %Y}" if until else ""
        return _draft(row, HELD, values, name, known, said, ends, values["number"])

    def project(self, row: Cells) -> Draft:
        starts, ends = self.past(row, "started on"), self.past(row, "finished on")
        if not starts and not row["started on"]:
            self.reasons.append("It does not say when it began.")
        for each in (starts, ends):
            if each and each.count("-") == 0:
                self.reasons.append(f"Of {each} no month is known, and months of projects count. Add it by hand.")
        if ends_before(starts, ends):
            self.reasons.append("It ends before it begins.")
        exact = starts.count("-") == 2 and ends.count("-") in (0, 2)
        until = min(last_day(ends), self.today) if ends and exact else last_day(ends) if ends else None
        description = "\n\n".join(filter(None, (row["description"], row["url"])))
        values: dict[str, Any] = {
            "title": self.fits(Project, "title", row["title"], "The title"),
            "kind": self.kind,
            "part": self.part,
            "starts_on": first_day(starts).isoformat() if starts else None,
            "ends_on": until.isoformat() if until else None,
            "exact": exact,
            "description": self.without(Project, "description", description, "its description"),
        }
        when = f"{words_of(starts)} to {words_of(ends)}" if ends else f"since {words_of(starts)}" if starts else ""
        return _draft(row, PROJECT, values, row["title"], when, values["description"])

    def _say_the_last_day(self, partial: str, day: date | None) -> None:
        if day and partial.count("-") < 2:
            self.notes.append(f"Of {words_of(partial)} the day is not known: {day:%b %-d, %Y} is its last.")


READERS: "Mapping[str, Callable[[_Reader, Cells], Draft]]" = {
    "Positions": _Reader.position,
    "Volunteering": _Reader.position,
    "Education": _Reader.education,
    "Certifications": _Reader.credential,
    "Projects": _Reader.project,
}


def _draft(row: Cells, table: str, values: Mapping[str, Any], name: str, *said: str) -> Draft:
    # Named by what the file says, not by what is made of it today or chosen for all.
    return Draft(row.where, table, values, content_of(row.table, dict(row.said)), name, tuple(filter(None, said)))
