"""What a machine reads, in sentences. Pure."""

from collections.abc import Iterator, Sequence

from resumes.reading.checking import Checked, Finding, Status
from resumes.reading.facts import FactKind
from resumes.reading.files import Reader
from resumes.reading.proposal import Proposal
from resumes.writing.content import Entry, Kind

MOST_NAMED = 4
LONGEST_NAMED = 60
NUMBERS = {1: "one", 2: "two", 3: "three"}
COUNTED = {
    FactKind.POSITION: ("position, with employer, title and dates", "positions, each with employer, title and dates"),
    FactKind.HEADING: ("heading", "headings in order"),
    FactKind.BULLET: ("bullet", "bullets in order"),
}


def summary(checked: Checked) -> list[str]:
    """What is read by every reader, then what is missing or moved by each of them."""
    return [*_read(checked), *_not_read(checked)]


def recognized(proposal: Proposal) -> list[str]:
    """What was recognized in a file of which nobody has said what stands in it."""
    contact = proposal.contact
    reached = {"name": contact.name, "email": contact.email, "phone": contact.phone}
    said = [f"Recognized: {_and([name for name, text in reached.items() if text])}."] if any(reached.values()) else []
    if lost := [name for name, text in reached.items() if not text]:
        said.append(f"Not recognized: {_and(lost)}.")
    positions = proposal.entries(Kind.EXPERIENCE)
    if whole := sum(map(_is_whole, positions)):
        of = "" if whole == len(positions) else f"{len(positions)} positions, of which "
        said.append(f"{of}{_count(whole, *COUNTED[FactKind.POSITION])}.")
    elif positions:
        said.append(f"{_count(len(positions), 'position', 'positions')}, none with employer, title and dates together.")
    else:
        said.append("No position was recognized.")
    bullets = sum(len(one.entry.bullets) for section in proposal.sections for one in section.entries)
    if bullets:
        said.append(f"{_count(bullets, 'bullet', 'bullets')}.")
    if proposal.sections:
        said.append(f"Sections: {', '.join(section.heading for section in proposal.sections)}.")
    if left := len(proposal.leftover):
        said.append(f"{_count(left, 'line', 'lines')} could not be placed.")
    return said


def _read(checked: Checked) -> Iterator[str]:
    readers = _readers(checked.readers)
    if not checked.readers:
        return
    reached = checked.of(FactKind.NAME, FactKind.EMAIL, FactKind.PHONE)
    if names := [finding.fact.kind.value for finding in reached if finding.is_read()]:
        yield f"{_and(names).capitalize()}, {readers}."
    for kind, (one, many) in COUNTED.items():
        findings = checked.of(kind)
        read = sum(finding.is_read() for finding in findings)
        if read:
            of = "" if read == len(findings) else f" of {len(findings)}"
            yield f"{read}{of} {one if read == 1 and not of else many}, {readers}."


def _not_read(checked: Checked) -> Iterator[str]:
    for reader in checked.readers:
        for status, word in ((Status.MISSING, "Missing"), (Status.MOVED, "Moved")):
            if found := [one for one in checked.findings if one.by[reader].status == status]:
                yield f"{word} in {reader}: {_named(found, reader)}."
    for reader, why in checked.failed.items():
        yield f"{reader} gave nothing. {why}"


def _named(findings: Sequence[Finding], reader: Reader) -> str:
    names = []
    for finding in findings[:MOST_NAMED]:
        text = finding.fact.text
        shown = text if len(text) <= LONGEST_NAMED else f"{text[:LONGEST_NAMED].rstrip()}…"
        why = finding.by[reader].why
        names.append(f"{finding.fact.kind} “{shown}”{f' ({why})' if why else ''}")
    more = len(findings) - len(names)
    return "; ".join([*names, *([f"and {more} more"] if more else [])])


def _readers(readers: Sequence[Reader]) -> str:
    if len(readers) == 1:
        return f"in {readers[0]}"
    return "in both readers" if len(readers) == 2 else f"in all {NUMBERS.get(len(readers), len(readers))} readers"


def _is_whole(entry: Entry) -> bool:
    return bool(entry.title and entry.organization and (entry.starts or entry.ends))


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _and(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
