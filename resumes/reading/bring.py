"""A file that somebody brings, whatever it is: what it says, as a proposal."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from resumes.reading.extracting import read_file
from resumes.reading.files import FileKind, FileRead, Reader, UnreadableError, opened
from resumes.reading.json_documents import TOO_DEEP, document_in
from resumes.reading.linkedin import propose_linkedin
from resumes.reading.proposal import Proposal
from resumes.reading.proposing import propose
from resumes.reading.tables import is_table
from resumes.writing.content import Content
from resumes.writing.json_resume import from_json
from resumes.writing.json_shapes import JsonResumeError

NO_CONTENT = "Nothing of a resume was recognized in this file."


class BroughtKind(StrEnum):
    PDF = "PDF"
    DOCX = "Word document"
    JSON_RESUME = "JSON Resume"
    LINKEDIN = "LinkedIn archive"


@dataclass(frozen=True)
class Brought:
    """What a file says. JSON Resume says it itself; of the others ``proposal`` holds what each part was read from."""

    kind: BroughtKind
    name: str
    content: Content
    proposal: Proposal | None = None
    # Of a PDF or Word document what each reader made of it, and which of them the proposal is from.
    read: FileRead | None = None
    by: Reader | None = None
    notes: tuple[str, ...] = ()


def read_brought(data: bytes, name: str) -> Brought:
    """What a file says that somebody brings. ``UnreadableError`` says in a sentence why it is not read.

    What it is is told by what stands in it; ``name`` only names it in what is said.
    """
    text = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if text[:1] in (b"{", b"[") and not text.startswith(b"{\\rtf"):
        return Brought(BroughtKind.JSON_RESUME, name, _json_resume(data))
    if (data.startswith(b"PK") and _has_tables(data)) or is_table(data):
        imported = propose_linkedin(data, name)
        content = imported.proposal.content
        return Brought(BroughtKind.LINKEDIN, name, content, imported.proposal, notes=imported.notes)
    read = read_file(data, name)
    by, proposal = best(read)
    kind = BroughtKind.PDF if read.kind == FileKind.PDF else BroughtKind.DOCX
    notes = read.notes if proposal.sections else (*read.notes, NO_CONTENT)
    return Brought(kind, name, proposal.content, proposal, read, by, notes)


def best(read: FileRead) -> tuple[Reader, Proposal]:
    """The proposal from the reader in whose text most was recognized, and least is left over."""
    proposals = [(reading.reader, propose(_with_margins(reading.lines, reading.margins))) for reading in read.readings]
    return max(proposals, key=lambda one: _recognized(one[1]))


def _with_margins(lines: Sequence[str], margins: Sequence[str]) -> tuple[str, ...]:
    """The lines of the body, behind those at the head of pages where an address stands only there."""
    lost = "@" in " ".join(margins) and "@" not in " ".join(lines)
    return (*margins, *lines) if lost else (*lines, *margins)


def _recognized(proposal: Proposal) -> int:
    contact = proposal.contact
    entries = [one.entry for section in proposal.sections for one in section.entries]
    whole = sum(bool(one.title and one.organization and (one.starts or one.ends)) for one in entries)
    bullets = sum(len(one.bullets) for one in entries)
    return (
        5 * sum(map(bool, (contact.name, contact.email, contact.phone))) + 5 * whole + bullets - len(proposal.leftover)
    )


def _has_tables(data: bytes) -> bool:
    with opened(data) as packed:
        names = packed.namelist()
    return any(name.lower().endswith(".csv") for name in names)


def _json_resume(data: bytes) -> Content:
    document = document_in(data)
    try:
        return from_json(document)
    except JsonResumeError as error:
        raise UnreadableError(str(error)) from error
    except RecursionError as error:
        raise UnreadableError(TOO_DEEP) from error
