"""What the lines of a tracker become: courses with their hours, or things that were done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction
from typing import Any

from applications.lists.cells import NOTE, Cells, Wrong, address, day, read_cells
from applications.lists.sheets import Sheet
from curation.unseen import quoted
from evidence.models import Evidence, Training
from tpm_portal.elsewhere.drafts import EVIDENCE, TRAINING, Draft, Refused, Said, content_of, folded
from tpm_portal.elsewhere.durations import DurationError, hours, in_words

COURSES, PIECES = "courses", "pieces"
EACH, SUM = "each", "sum"
TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Choices:
    """How a tracker is read: what each column is, the form of its days, what plain numbers count, what rows become."""

    columns: tuple[str, ...]
    form: str
    unit: str
    become: str
    kind: str = ""
    together: str = EACH


@dataclass
class Line:
    """A line as far as it can be read: its number in the spreadsheet, its values by field, and what is wrong in it."""

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return str(self.values.get("what", ""))


def read_tracker(sheet: Sheet, choices: Choices, *, latest: date) -> Said:
    """What a tracker says. ``latest`` is the last day on which something can have been."""
    reader = _Reader(sheet.names, choices, latest)
    lines = [reader.read(number, cells) for number, cells in sheet.lines]
    good = [line for line in lines if not line.wrong]
    refused = [Refused(f"Row {line.number}", line.name, tuple(line.wrong)) for line in lines if line.wrong]
    if choices.become == PIECES:
        made = [_piece(line) for line in good]
    else:
        groups: dict[Any, list[Line]] = {}
        for line in good:
            key = (folded(line.name), folded(line.values.get("by"))) if choices.together == SUM else line.number
            groups.setdefault(key, []).append(line)
        made = [_course(group, choices) for group in groups.values()]
    refused += [one for one in made if isinstance(one, Refused)]
    return Said(tuple(one for one in made if isinstance(one, Draft)), tuple(refused))


class _Reader:
    """Reads one line after the other."""

    def __init__(self, names: Sequence[str], choices: Choices, latest: date) -> None:
        self.names = names
        self.choices = choices
        self.latest = latest

    def read(self, number: int, cells: Sequence[str]) -> Line:
        found = read_cells(self.names, self.choices.columns, cells, self._cell)
        self._judge(found)
        return Line(number, {**found.said, NOTE: found.note("\n")}, [str(one) for one in found.wrong])

    def _cell(self, name: str, cell: str) -> Any:
        match name:
            case "on":
                return day(cell, self.choices.form, latest=self.latest)
            case "time":
                try:
                    return hours(cell, self.choices.unit)
                except DurationError as error:
                    raise ValueError(f"{quoted(cell)}: {error}") from error
            case "url":
                return address(cell)
            case "what" if self.choices.become == PIECES:
                return cell
        return " ".join(cell.split())

    def _judge(self, found: Cells) -> None:
        refused = {one.column for one in found.wrong}
        needed = {"what": "it does not say what was done.", "on": "there is no day."}
        if self.choices.become == COURSES:
            needed["time"] = "it does not say how long it took."
        for name, reason in needed.items():
            if name not in found.said and found.of.get(name) not in refused:
                found.wrong.append(Wrong(found.of.get(name, FIELD_NAMES[name]), reason))
        table: Any = Training if self.choices.become == COURSES else Evidence
        for name, column in LIMITED[self.choices.become].items():
            limit = table._meta.get_field(column).max_length
            text = found.said.get(name, "")
            if len(text) > limit:
                found.refuse(name, f"it is longer than {limit:,} characters; it has {len(text):,}.")


FIELD_NAMES = {"what": "What I did", "on": "Day", "time": "Time spent"}
LIMITED: Mapping[str, Mapping[str, str]] = {
    COURSES: {"what": "title", "by": "provider"},
    PIECES: {"what": "happened"},
}


def _piece(line: Line) -> Draft | Refused:
    said, where = line.values, f"Row {line.number}"
    spent = f"Time spent: {in_words(said['time'])}." if "time" in said else ""
    did = "\n".join(filter(None, (said["note"], said.get("by"), said.get("url"), spent)))
    limit: Any = Evidence._meta.get_field("did")
    if len(did) > limit.max_length:
        return Refused(where, said["what"], (f"What else it says is longer than {limit.max_length:,} characters.",))
    return Draft(
        where=where,
        table=EVIDENCE,
        values={"happened": said["what"], "did": did, "on": said["on"].isoformat()},
        content=content_of(said["what"], said["on"], did),
        name=said["what"],
        said=(f"{said['on']:%b %-d, %Y}", *([did] if did else [])),
    )


def _course(lines: list[Line], choices: Choices) -> Draft | Refused:
    first, last = lines[0].values, max(line.values["on"] for line in lines)
    spent = sum((line.values["time"] for line in lines), Fraction())
    saved = (Decimal(spent.numerator) / Decimal(spent.denominator)).quantize(TENTH, ROUND_DOWN)
    where = f"Row {lines[0].number}" if len(lines) == 1 else f"Rows {lines[0].number} to {lines[-1].number}"
    if saved < TENTH:
        return Refused(where, first["what"], (f"{in_words(spent)} is less than a tenth of an hour.",))
    if saved > 10_000:
        return Refused(where, first["what"], ("This is more than 10,000 hours.",))
    by = first.get("by", "")
    values = {
        "title": first["what"],
        "provider": by,
        "kind": choices.kind,
        "hours": str(saved),
        "finished_on": last.isoformat(),
        "credential": None,
        "url": next((line.values["url"] for line in lines if line.values.get("url")), ""),
    }
    summed = choices.together == SUM
    rounded = Fraction(saved) != spent
    content = [[line.values["on"], line.values["time"], line.values["note"]] for line in lines]
    return Draft(
        where=where,
        table=TRAINING,
        values=values,
        content=content_of(first["what"], by, values["url"], *([] if summed else content)),
        name=first["what"],
        said=(
            f"{saved} hours",
            f"{last:%b %-d, %Y}",
            *([by] if by else []),
            *([f"{len(lines)} rows"] if len(lines) > 1 else []),
        ),
        notes=(f"{in_words(spent)}, rounded down: hours have one decimal.",) if rounded else (),
        summed=summed,
    )
