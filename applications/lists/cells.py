"""The cells of a line of anybody's list: each as the column that it was chosen to be, or why it cannot be read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from accounts.fields import WebAddressField
from applications.lists.dates import FORMS, read_day
from curation.unseen import quoted
from keeping.models import EARLIEST

NOTE = "note"
URL = WebAddressField()


@dataclass(frozen=True)
class Wrong:
    """Why the cell of a column is not taken."""

    column: str
    reason: str

    def __str__(self) -> str:
        return f"{self.column}: {self.reason}"


@dataclass
class Cells:
    """What a line says: values by field, the cells of its columns of notes by their names, and what is not taken.

    ``of`` are the names of the columns by field.
    """

    of: dict[str, str]
    said: dict[str, Any] = field(default_factory=dict)
    notes: list[tuple[str, str]] = field(default_factory=list)
    wrong: list[Wrong] = field(default_factory=list)

    def refuse(self, name: str, reason: str) -> None:
        """Say why a field is not taken, under the name of its column."""
        self.wrong.append(Wrong(self.of.get(name, name), reason))

    def note(self, between: str) -> str:
        """What stands in columns of notes; of several each with the name of its column."""
        return between.join(f"{name}: {cell}" if len(self.notes) > 1 else cell for name, cell in self.notes)


def read_cells(
    names: Sequence[str], columns: Sequence[str], cells: Sequence[str], value: Callable[[str, str], Any]
) -> Cells:
    """The cells of a line whose columns are called ``names`` and were chosen to be the fields ``columns``, or nothing.

    ``value`` gives what a cell means for a field, and raises ``ValueError`` with the reason where it means nothing.
    """
    found = Cells({name: names[place] for place, name in enumerate(columns) if name})
    for place, (name, cell) in enumerate(zip(columns, cells, strict=True)):
        if not name or not cell:
            continue
        if name == NOTE:
            found.notes.append((names[place], cell))
            continue
        try:
            found.said[name] = value(name, cell)
        except ValueError as error:
            found.refuse(name, str(error))
    return found


def day(cell: str, form: str, *, latest: date | None) -> date:
    """A day in the chosen form, not after ``latest``, if that is one. Raises ``ValueError`` with the reason."""
    found = read_day(cell, form) if form else None
    if found is None:
        chosen = FORMS.get(form, "no form was chosen").partition(":")[0].lower()
        raise ValueError(f"{quoted(cell)} is no day in the chosen form ({chosen}).")
    if found < EARLIEST:
        raise ValueError(f"{found:%b %-d, %Y} is before {EARLIEST.year}.")
    if latest is not None and found > latest:
        raise ValueError(f"{found:%b %-d, %Y} is in the future.")
    return found


def address(cell: str) -> str:
    """An address on the web as a row keeps it. Raises ``ValueError`` with the reason."""
    try:
        return str(URL.clean(cell))
    except ValidationError as error:
        raise ValueError(f"{quoted(cell)} is no web address that can be saved.") from error
