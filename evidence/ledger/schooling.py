"""What an application asks about education and training, from the learner's own rows, and what they lack."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.text import capfirst

from evidence.catalog.eligibility import EDUCATION
from evidence.catalog.wording import LEVELS, day_said, hours_said
from evidence.records.models import Education, Training


@dataclass(frozen=True)
class Lack:
    """What an application would still ask for, and the field of the form that has it."""

    words: str
    field: str


@dataclass(frozen=True)
class Line:
    """A degree or a course. ``kind`` and ``row`` name its form, see ``edit_background``."""

    kind: str
    row: Any
    name: str
    facts: tuple[tuple[str, str], ...]
    lacking: tuple[Lack, ...]


def degrees(rows: Iterable[Education], *, as_of: date) -> list[Line]:
    """What is finished, the highest first: an application asks for the school and the year of one."""
    done = [row for row in rows if row.was_over or row.finished_on <= as_of]
    done.sort(key=lambda row: (-EDUCATION.index(row.level), -row.finished_on.toordinal(), row.pk))
    return [
        Line(
            kind="education",
            row=row,
            name=row.title or capfirst(LEVELS[row.level]),
            facts=_said(
                ("Level", capfirst(LEVELS[row.level])),
                ("School", row.institution),
                ("Year", str(row.finished_on.year)),
                ("Program", "Accredited by GAC" if row.accredited else ""),
            ),
            lacking=_lacking(row, {"title": "the name of the degree", "institution": "the school"}),
        )
        for row in done
    ]


def courses(rows: Iterable[Training], *, kinds: Collection[str], credential: str, as_of: date) -> list[Line]:
    """The courses that count for a path, the oldest first."""
    counted = [row for row in rows if row.course().counts(kinds, credential=credential, day=as_of)]
    return [
        Line(
            kind="training",
            row=row,
            name=row.title,
            facts=_said(
                ("Provider", row.provider),
                ("Contact hours", hours_said(row.hours)),
                ("Finished", day_said(row.finished_on)),
                ("Certificate", row.url),
            ),
            lacking=_lacking(row, {"provider": "who ran it"}),
        )
        for row in sorted(counted, key=lambda row: (row.finished_on, row.pk))
    ]


def _said(*facts: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((label, value) for label, value in facts if value)


def _lacking(row: Any, expected: dict[str, str]) -> tuple[Lack, ...]:
    return tuple(Lack(words, name) for name, words in expected.items() if not getattr(row, name))
