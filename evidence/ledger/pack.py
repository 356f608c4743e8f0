"""What an application asks for, from a learner's projects and courses: as values for a page, and as Markdown."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.views.decorators.debug import sensitive_variables

from evidence.catalog.models import DescriptionLimit
from evidence.catalog.months import Span
from evidence.catalog.worth import text_length
from evidence.ledger.assessing import Counting
from evidence.ledger.schooling import Lack, Line
from evidence.records.models import Project


@dataclass(frozen=True)
class PackRow:
    """One project that counts. ``touched`` are its months inside the window, ``added`` those not counted before it.

    ``lacks`` is what an application would still ask for.
    """

    project: Any
    sorts: tuple[str, ...]
    counted: Span
    touched: int
    added: int
    lacks: tuple[Lack, ...]

    @property
    def lacking(self) -> tuple[str, ...]:
        return tuple(lack.words for lack in self.lacks)

    @property
    def name(self) -> str:
        name: str = self.project.public_name
        return name

    @property
    def organization(self) -> str:
        """An organization may give away what must not be named."""
        return "Not named: confidential" if self.project.confidential else self.project.organization

    @property
    def confirmer(self) -> str:
        return ", ".join(filter(None, [self.project.confirmer_name, self.project.confirmer_contact]))

    @cached_property
    def length(self) -> str:
        words, characters = text_length(self.project.description)
        return f"{_number(words, 'word')}, {_number(characters, 'character')}"

    @property
    def months_counted(self) -> str:
        return f"{_month(self.counted.first)} to {_month(self.counted.last)}, {_number(self.touched, 'month')}"


def pack_rows(
    countings: Iterable[Counting], projects: Iterable[Project], limit: DescriptionLimit | None, *, as_of: date
) -> list[PackRow]:
    """The projects that count inside a window, each once, in the order of their start."""
    by_key = {project.pk: project for project in projects}
    found: dict[int, PackRow] = {}
    for counting in countings:
        for share in counting.shares:
            key = share.work.key
            if key in found:
                before = found[key]
                found[key] = PackRow(
                    before.project,
                    (*before.sorts, counting.sort),
                    min(before.counted, _inside(counting, before.project, as_of)),
                    max(before.touched, share.touched),
                    max(before.added, share.added),
                    before.lacks,
                )
            elif key in by_key:
                project = by_key[key]
                inside = _inside(counting, project, as_of)
                lacks = tuple(_lacking(project, limit))
                found[key] = PackRow(project, (counting.sort,), inside, share.touched, share.added, lacks)
    return sorted(found.values(), key=lambda row: (row.project.starts_on, row.project.pk))


def needed_and_spare(rows: Iterable[PackRow]) -> tuple[list[PackRow], list[PackRow]]:
    """The rows that add a month of their own, and those that an application can do without."""
    needed: list[PackRow] = []
    others: list[PackRow] = []
    for row in rows:
        (needed if row.added else others).append(row)
    return needed, others


def _inside(counting: Counting, project: Project, as_of: date) -> Span:
    ends_on = min(project.ends_on or as_of, counting.within.last)
    return Span(max(project.starts_on, counting.within.first), ends_on)


def _lacking(project: Project, limit: DescriptionLimit | None) -> Iterable[Lack]:
    expected = {
        "role": "your role",
        "organization": "the organization",
        "approach": "the approach",
        "hours": "the hours",
        "description": "a description",
        "confirmer_name": "somebody who can confirm it",
    }
    yield from (Lack(words, name) for name, words in expected.items() if not getattr(project, name))
    if project.confirmer_name and not project.confirmer_contact:
        yield Lack("how to reach the person who can confirm it", "confirmer_contact")
    if limit and project.description:
        words, characters = text_length(project.description)
        length = words if limit.unit == "words" else characters
        if length > limit.most:
            yield Lack(f"a shorter description: {length} {limit.unit}, and {limit.most} are allowed", "description")
        elif limit.least and length < limit.least:
            words_said = f"a longer description: {length} {limit.unit}, and at least {limit.least} are asked for"
            yield Lack(words_said, "description")


@sensitive_variables()
def pack_markdown(
    *,
    title: str,
    lines: Iterable[str],
    missing: Iterable[str],
    schooling: Iterable[tuple[str, Iterable[Line]]],
    rows: Iterable[PackRow],
    spare: Iterable[PackRow],
    sorts: dict[str, str],
) -> str:
    """The pack as one Markdown text. ``lines`` come first, one paragraph each; ``spare`` rows last, a line each.

    ``schooling`` are headings with the degrees or courses under them.
    """
    parts = [f"# {_escape(title)}", *map(_escape, lines)]
    if lacking := "\n".join(f"- {_escape(item)}" for item in missing):
        parts.append(f"Still missing:\n\n{lacking}")
    for heading, lines_of_one in schooling:
        parts.append(f"## {heading}")
        for line in lines_of_one:
            parts.append(f"### {_escape(_one_line(line.name))}")
            lacks = ", ".join(lack.words for lack in line.lacking)
            parts.append("\n".join(_facts([*line.facts, ("Still missing", lacks)])))
    for number, row in enumerate(rows, start=1):
        project = row.project
        facts = [
            ("From", _dates(project)),
            ("Counted", row.months_counted),
            ("New months", str(row.added)),
            ("Counts for", ", ".join(sorts[sort] for sort in row.sorts)),
            ("Hours", str(project.hours or "")),
            ("My role", project.role),
            ("Organization", row.organization),
            ("Approach", str(project.get_approach_display()) if project.approach else ""),
            ("Confirmed by (private)", row.confirmer),
            ("Still missing", ", ".join(row.lacking)),
        ]
        parts.append(f"## {number}. {_escape(_one_line(row.name))}")
        parts.append("\n".join(_facts(facts)))
        if project.description:
            parts.append(f"Description ({row.length}):")
            parts.append(_escape(project.description))
    if others := [f"- {_escape(_one_line(row.name))}: {row.months_counted}" for row in spare]:
        parts.append("## Projects that add no month of their own")
        parts.append("\n".join(others))
    return "\n\n".join(parts) + "\n"


def _facts(facts: Iterable[tuple[str, str]]) -> list[str]:
    return [f"- {label}: {_escape(_one_line(value))}" for label, value in facts if value]


def _dates(project: Project) -> str:
    pattern = "%B %-d, %Y" if project.exact else "%B %Y"
    ends = format(project.ends_on, pattern) if project.ends_on else "today"
    return f"{format(project.starts_on, pattern)} to {ends}"


def _month(day: date) -> str:
    return f"{day:%b %Y}"


def _number(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _escape(text: str) -> str:
    """Plain text that Markdown shows as it is."""
    text = re.sub(r"([\\`*_\[\]<>#|~&])", r"\\\1", text)
    # What would begin a list or underline a heading.
    return re.sub(r"(?m)^(\s*\d*)([-+=.)])", r"\1\\\2", text)
