"""A proposed resume out of LinkedIn's own archive, or out of one table of it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from resumes.reading.items import items
from resumes.reading.proposal import Line, Proposal, ProposedEntry, ProposedSection
from resumes.reading.spans import date_in
from resumes.reading.tables import Row, Table, Tables, tables_in
from resumes.writing.content import HEADINGS, Bullet, Contact, Entry, Kind, Place, Profile

SECTIONS = {
    Table.POSITIONS: Kind.EXPERIENCE,
    Table.PROJECTS: Kind.PROJECTS,
    Table.EDUCATION: Kind.EDUCATION,
    Table.CERTIFICATIONS: Kind.CREDENTIALS,
    Table.SKILLS: Kind.SKILLS,
    Table.VOLUNTEERING: Kind.VOLUNTEERING,
    Table.LANGUAGES: Kind.LANGUAGES,
    Table.HONORS: Kind.AWARDS,
    Table.PUBLICATIONS: Kind.PUBLICATIONS,
}
# What a description was typed as is not broken into lines.
NO_WIDTH = 10_000


@dataclass(frozen=True)
class Imported:
    proposal: Proposal
    notes: tuple[str, ...]


def propose_linkedin(data: bytes, name: str) -> Imported:
    """What an archive of LinkedIn, or one file of it, says. ``UnreadableError`` if there is nothing in it."""
    tables = tables_in(data, name)
    reader = _Reader(tables)
    sections = tuple(section for table in SECTIONS if (section := reader.section(table)).entries)
    summary = reader.summary()
    contact, headline, lines = reader.contact()
    proposal = Proposal(contact, headline, lines, (*summary, *sections))
    placed = set(proposal.lines())
    left = tuple(row.line for rows in tables.rows.values() for row in rows if row.line not in placed)
    return Imported(replace(proposal, leftover=left), (*tables.notes, *reader.notes))


class _Reader:
    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.notes: list[str] = []

    def rows(self, table: Table) -> Sequence[Row]:
        return self.tables.rows.get(table, ())

    def section(self, table: Table) -> ProposedSection:
        """The entries of one table; the same one twice is one, with the longer of its texts."""
        kind = SECTIONS[table]
        found: dict[tuple[str, ...], ProposedEntry] = {}
        twice = 0
        for row in self.rows(table):
            entry = ENTRIES[table](self, row)
            if not (entry.title or entry.organization):
                continue
            key = tuple(text.casefold() for text in (entry.title, entry.organization, entry.starts, entry.ends))
            if key in found:
                twice += 1
                other = found[key]
                longer = max(other.entry, entry, key=lambda one: len(one.text) + sum(len(b.text) for b in one.bullets))
                found[key] = ProposedEntry(longer, (*other.lines, row.line))
            else:
                found[key] = ProposedEntry(entry, (row.line,))
        if twice:
            self.notes.append(
                f"{table}: {twice} of the rows stood there twice and {'is' if twice == 1 else 'are'} one."
            )
        return ProposedSection(kind, HEADINGS[kind], entries=tuple(found.values()))

    def summary(self) -> tuple[ProposedSection, ...]:
        row = next((row for row in self.rows(Table.PROFILE) if row["summary"]), None)
        if row is None:
            return ()
        return (ProposedSection(Kind.SUMMARY, HEADINGS[Kind.SUMMARY], (row.line,), row["summary"]),)

    def contact(self) -> tuple[Contact, str, tuple[Line, ...]]:
        profile = next(iter(self.rows(Table.PROFILE)), None)
        emails = sorted(self.rows(Table.EMAILS), key=lambda row: row["primary"].casefold() != "yes")
        phones = [row for row in self.rows(Table.PHONES) if row["number"]]
        used = [*filter(None, [profile]), *emails[:1], *phones[:1]]
        contact = Contact(
            email=emails[0]["email address"] if emails else "",
            phone=phones[0]["number"] if phones else "",
        )
        headline = ""
        if profile:
            headline = profile["headline"]
            urls, profiles = _pages(profile)
            contact = replace(
                contact,
                name=f"{profile['first name']} {profile['last name']}".strip(),
                url=urls[0] if urls else "",
                place=_place(profile),
                profiles=(*profiles, *(Profile(url=url) for url in urls[1:])),
            )
        return contact, headline, tuple(row.line for row in used)

    def date(self, row: Row, column: str) -> str:
        text = row[column]
        date = date_in(text)
        if text and not date:
            self.notes.append(f"{row.line.file}, row {row.line.number}: “{text[:40]}” is no date that is known here.")
        return date

    def during(self, row: Row, first: str = "started on", last: str = "finished on") -> tuple[str, str]:
        return self.date(row, first), self.date(row, last)

    def position(self, row: Row) -> Entry:
        starts, ends = self.during(row)
        text, bullets = _described(row["description"])
        place = row["location"]
        return Entry(Kind.EXPERIENCE, row["title"], row["company name"], place, starts, ends, text, bullets=bullets)

    def volunteering(self, row: Row) -> Entry:
        starts, ends = self.during(row)
        text, bullets = _described(row["description"])
        entry = Entry(Kind.VOLUNTEERING, row["role"], row["company name"], starts=starts, ends=ends, text=text)
        return replace(entry, bullets=bullets, words=tuple(filter(None, [row["cause"]])))

    def project(self, row: Row) -> Entry:
        starts, ends = self.during(row)
        text, bullets = _described(row["description"])
        entry = Entry(Kind.PROJECTS, row["title"], starts=starts, ends=ends, text=text, url=row["url"])
        return replace(entry, bullets=bullets)

    def education(self, row: Row) -> Entry:
        starts, ends = self.during(row, "start date", "end date")
        text = "\n".join(filter(None, [row["notes"], row["activities"]]))
        return Entry(Kind.EDUCATION, row["degree name"], row["school name"], starts=starts, ends=ends, text=text)

    def certification(self, row: Row) -> Entry:
        issued, runs_out = self.during(row)
        more = [f"Expires {row['finished on']}" if runs_out else "", row["license number"]]
        text = "\n".join(filter(None, more))
        return Entry(Kind.CREDENTIALS, row["name"], row["authority"], ends=issued, text=text, url=row["url"])

    def skill(self, row: Row) -> Entry:
        return Entry(Kind.SKILLS, row["name"])

    def language(self, row: Row) -> Entry:
        return Entry(Kind.LANGUAGES, row["name"], level=row["proficiency"])

    def honor(self, row: Row) -> Entry:
        return Entry(Kind.AWARDS, row["title"], ends=self.date(row, "issued on"), text=row["description"])

    def publication(self, row: Row) -> Entry:
        entry = Entry(Kind.PUBLICATIONS, row["name"], row["publisher"], ends=self.date(row, "published on"))
        return replace(entry, text=row["description"], url=row["url"])


ENTRIES: dict[Table, Callable[[_Reader, Row], Entry]] = {
    Table.POSITIONS: _Reader.position,
    Table.PROJECTS: _Reader.project,
    Table.EDUCATION: _Reader.education,
    Table.CERTIFICATIONS: _Reader.certification,
    Table.SKILLS: _Reader.skill,
    Table.VOLUNTEERING: _Reader.volunteering,
    Table.LANGUAGES: _Reader.language,
    Table.HONORS: _Reader.honor,
    Table.PUBLICATIONS: _Reader.publication,
}


def _described(text: str) -> tuple[str, tuple[Bullet, ...]]:
    """A description as text and bullets; LinkedIn keeps them as typed, in one cell."""
    found = items([Line(number, line) for number, line in enumerate(text.splitlines(), start=1)], width=NO_WIDTH)
    said = "\n".join(item.text for item in found if not item.is_bullet)
    return said, tuple(Bullet(item.text) for item in found if item.is_bullet and item.text)


def _place(profile: Row) -> Place:
    """Where somebody lives as LinkedIn says it, "Austin, Texas, United States", and the postal code beside it."""
    city, _, region = profile["geo location"].partition(", ")
    return Place(address=profile["address"], postal_code=profile["zip code"], city=city, region=region)


def _pages(profile: Row) -> tuple[list[str], list[Profile]]:
    """The pages of "[PORTFOLIO:https://ana.example,BLOG:…]" and the names of "[ana,ana2]"."""
    urls = re.findall(r"https?://[^\s,\]]+", profile["websites"])
    names = re.findall(r"[^\s,\[\]]+", profile["twitter handles"])
    return urls, [Profile("Twitter", name, f"https://twitter.com/{name}") for name in names]
