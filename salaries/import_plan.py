"""What loading a file of claims would change, judged against the database: the preview and the load both follow it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from curation.cells import in_words, named
from curation.csv_lines import Problem
from curation.nearness import Names
from curation.row_states import OFFERED, notes, remark, state_of
from curation.table_plan import Changing, named_rows
from curation.unseen import doubts, in_sight, told_apart
from salaries.claims_file import EDITION, ERROR, EXPORTED, PEOPLE
from salaries.import_conflicts import conflicts
from salaries.import_lines import TEXTS, ClaimLine, Read, read_text
from salaries.import_stored import CATALOG, Stored, stored_for
from salaries.models import Distribution

FIRST_DAY = re.compile("[0-9]{4}-[0-9]{2}-01")


@dataclass(frozen=True)
class Entry:
    """A row that changes something. ``was`` holds the stored values of a claim, or of a new claim's distribution."""

    line: ClaimLine
    new: bool
    was: dict[str, str]
    state: str

    @property
    def remark(self) -> str:
        """What to say of a claim that is not offered."""
        return remark(self.state, new=self.new)

    @property
    def differences(self) -> list[tuple[str, str, str]]:
        """The columns that change, with what they were and will be."""
        return [
            (name, self.was[name], self.line.values[name])
            for name in EXPORTED
            if name in self.was and self.was[name] != self.line.values[name]
        ]

    @property
    def shown(self) -> list[tuple[str, str, str]]:
        """The same with what nobody sees in words."""
        return [(name, *told_apart(was, will)) for name, was, will in self.differences]

    @property
    def words(self) -> dict[str, str]:
        """All that the row says, as a page shows it."""
        return {name: in_sight(value) for name, value in self.line.values.items()}


@dataclass
class Plan(Changing):
    """What loading a file would do."""

    problems: list[Problem]
    stored: Stored
    entries: list[Entry] = field(default_factory=list)
    unchanged: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def warnings(self) -> dict[int, list[str]]:
        """What to look at before loading, by line."""
        said = {entry.line.number: _to_look_at(entry) for entry in self.entries}
        return {line: sentences for line, sentences in said.items() if sentences}


def _to_look_at(entry: Entry) -> list[str]:
    values = entry.line.values
    said = [f"{name}: {sentence}" for name in TEXTS for sentence in doubts(entry.was.get(name, ""), values[name])]
    if entry.new and FIRST_DAY.fullmatch(values["as_of"]):
        month = values["as_of"][:7]
        said.append(f"as_of: this is one day. If the source says the month, write {month}.")
    return said


def plan(text: str, other_files: Mapping[tuple[str, ...], str] | None = None) -> Plan:
    """Judge a file against the database and say what loading it would change. Changes nothing.

    ``other_files`` says by their columns what to say of files that are taken for this one.
    """
    return judged(understood(text, other_files))


def understood(text: str, other_files: Mapping[tuple[str, ...], str] | None = None) -> Read:
    """The rows of a file with the names that stand in the database, where a spreadsheet has made something of them."""
    read = read_text(text, other_files)
    names = {name: named_rows(model)[1] for name, model in CATALOG.items()}
    read.lines = [_with_names(line, names) for line in read.lines]
    return _with_months(read)


def _with_names(line: ClaimLine, names: dict[str, Names]) -> ClaimLine:
    values, wrong = dict(line.values), dict(line.wrong)
    for name in CATALOG:
        if name not in wrong:
            try:
                [values[name]] = named(names[name], [values[name]])
            except ValueError as error:
                wrong[name] = str(error)
    return replace(line, values=values, wrong=wrong)


def _with_months(read: Read) -> Read:
    """A month that a spreadsheet turned into its first day is the month again, if that is what is stored."""
    months = {
        line.number: replace(line, values=line.values | {"as_of": line.values["as_of"][:7]})
        for line in read.lines
        if line.known and FIRST_DAY.fullmatch(line.values["as_of"])
    }
    first_days = {line.distribution for line in read.lines if line.number in months}
    named = first_days | {line.distribution for line in months.values()}
    stored = set(Distribution.objects.filter(slug__in=named).values_list("slug", flat=True)) if months else set()
    lines = []
    turned = 0
    for line in read.lines:
        month = months.get(line.number)
        if month and month.distribution in stored and line.distribution not in stored:
            turned += 1
            line = month
        lines.append(line)
    read.lines = lines
    if turned:
        read.notes.append(
            f"In {turned} row{'s' if turned > 1 else ''} as_of is the first day of a month that is stored as a month. "
            "Spreadsheets make it so. It was read as the month."
        )
    return read


def judged(read: Read) -> Plan:
    """The same for a file that was read already."""
    stored = stored_for(read.lines)
    lines = [_without_what_stands(_completed(line, stored), stored) for line in read.lines]
    known = [line for line in lines if line.known]
    problems = [
        *read.problems,
        *(Problem(line.number, " ".join(in_words(line.wrong)), line.name) for line in lines if line.wrong),
        *conflicts(known, stored),
    ]
    result = Plan(sorted(problems, key=lambda problem: problem.line), stored, notes=read.notes)
    kept = []
    for line in lines:
        distribution = stored.distributions.get(line.distribution)
        claim = stored.claims.get((line.distribution, line.claim))
        hidden = any(row is not None and row["retired_at"] is not None for row in (distribution, claim))
        has = state_of(hidden=hidden) if claim or hidden else line.state or OFFERED
        if claim is not None and line.known and line.state not in ("", has):
            kept.append((line.name, has, line.state))
        if claim is not None and claim["values"] == line.values:
            result.unchanged += 1
            continue
        if line.wrong:
            continue
        frame = {name: distribution["values"][name] for name in (*EDITION, *PEOPLE)} if distribution else {}
        result.entries.append(Entry(line, claim is None, frame if claim is None else claim["values"], has))
    result.notes += notes((entry.state for entry in result.entries if entry.new), kept)
    return result


def _completed(line: ClaimLine, stored: Stored) -> ClaimLine:
    """With what columns that the file does not have would say: what is stored, or nothing."""
    distribution = stored.distributions.get(line.distribution, {}).get("values", {}) if line.known else {}
    claim = stored.claims.get((line.distribution, line.claim), {}).get("values", {}) if line.known else {}
    said = {name: distribution.get(name, "") for name in PEOPLE} | {ERROR: claim.get(ERROR, "")}
    return replace(line, values={**said, **line.values})


def _without_what_stands(line: ClaimLine, stored: Stored) -> ClaimLine:
    """What stands in the database just so is not judged again."""
    claim = stored.claims.get((line.distribution, line.claim)) if line.wrong and line.known else None
    if claim is None:
        return line
    wrong = {name: why for name, why in line.wrong.items() if claim["values"].get(name) != line.values.get(name)}
    return replace(line, wrong=wrong)
