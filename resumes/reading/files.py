"""Which kinds of files are read, how much of them, and what is said of all others. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from curation.zip_lists import size_of_list

# Of the file as it comes, and of all that a packed one holds.
MOST_BYTES = 10_000_000
MOST_UNPACKED = 60_000_000
MOST_PARTS = 2_000
# Of the list of contents: each of its entries becomes an object before any can be counted.
MOST_LISTED = 1024 * 1024
MOST_PAGES = 30
MOST_CHARACTERS = 200_000
READ_HERE = "PDF and Word (.docx) resumes, JSON Resume files and LinkedIn's own archive are read here."
LOCKED = "This file is locked with a password. Save a copy without a password and bring that."
DAMAGED = "This file is damaged: it cannot be opened. Save it anew and bring that."
TOO_MUCH_TEXT = f"There are more than {MOST_CHARACTERS:,} characters in this file. That is a book, not a resume."
# Where a PDF says that it is one; some programs write something before it.
HEAD = 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MACROS = "vbaProject.bin"


class FileKind(StrEnum):
    PDF = "PDF"
    DOCX = "Word document"


class Reader(StrEnum):
    """Programs that turn a file into text. ``WORD`` reads all that Word shows, as this site does it."""

    PYPDF = "pypdf"
    PDFMINER = "pdfminer.six"
    PDFTOTEXT = "pdftotext"
    WORD = "the whole document"
    PYTHON_DOCX = "python-docx"


READERS = {
    FileKind.PDF: (Reader.PYPDF, Reader.PDFMINER, Reader.PDFTOTEXT),
    FileKind.DOCX: (Reader.WORD, Reader.PYTHON_DOCX),
}


class UnreadableError(ValueError):
    """Why a file is not read, in a sentence for whoever brought it."""


@dataclass(frozen=True)
class Reading:
    """What one reader made of a file: its lines, empty ones too, or why there are none."""

    reader: Reader
    lines: tuple[str, ...] = ()
    # What stands at the head and foot of each page. Only a Word document tells it from the rest.
    margins: tuple[str, ...] = ()
    problem: str = ""

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@dataclass(frozen=True)
class FileRead:
    """A file as its readers read it; at least one of them did."""

    kind: FileKind
    name: str
    readings: tuple[Reading, ...]
    # Unknown for a Word document: it is Word that breaks it into pages.
    pages: int = 0
    notes: tuple[str, ...] = ()

    def by(self, reader: Reader) -> Reading | None:
        return next((reading for reading in self.readings if reading.reader == reader), None)


def kind_of(data: bytes) -> FileKind:
    """What a file is by what stands in it, whatever it is called. ``UnreadableError`` for what is not read."""
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableError("This file is empty.")
    if len(data) > MOST_BYTES:
        raise UnreadableError(f"This file has more than {MOST_BYTES // 1_000_000} MB. {_smaller(data)}")
    if b"%PDF-" in data[:HEAD]:
        return FileKind.PDF
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableError(LOCKED)
        raise UnreadableError(f"This is a file of an old Word (.doc). Save it as .docx and bring that. {READ_HERE}")
    if data.startswith(b"{\\rtf"):
        raise UnreadableError(f"This is an RTF file. Save it as .docx or PDF and bring that. {READ_HERE}")
    if data.startswith(b"PK"):
        return _packed(data)
    raise UnreadableError(f"This is no file of a kind that is read. {READ_HERE}")


def parts_of(data: bytes) -> ZipFile:
    """A packed file, after a look at what it says of itself. ``UnreadableError`` if it is damaged or too big."""
    packed = opened(data)
    parts = packed.infolist()
    if len(parts) > MOST_PARTS:
        raise UnreadableError(f"There are more than {MOST_PARTS:,} parts in this file. Save it anew and bring that.")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise UnreadableError(
            f"Unpacked this file has more than {MOST_UNPACKED // 1_000_000} MB. Take large pictures out of it."
        )
    return packed


def opened(data: bytes | BinaryIO) -> ZipFile:
    """A packed file, however much is in it. ``UnreadableError`` if it is damaged."""
    file = BytesIO(data) if isinstance(data, bytes) else data
    try:
        if size_of_list(file) > MOST_LISTED:
            raise UnreadableError("There are more files in this archive than in any that is read here.")
        packed = ZipFile(file)
    except UnreadableError:
        raise
    # What is no zip inside raises whatever it stumbles over.
    except (BadZipFile, ValueError, OverflowError, NotImplementedError, OSError, EOFError) as error:
        raise UnreadableError(DAMAGED) from error
    # Other ways, in which no program packs documents, are unpacked whole, whatever the bound: 600 bytes are 600 MB.
    if any(one.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for one in packed.infolist()):
        raise UnreadableError(DAMAGED)
    return packed


def part(packed: ZipFile, name: str | ZipInfo) -> bytes:
    """One part of a packed file, nothing if it is not there. ``UnreadableError`` if it is damaged or locked."""
    try:
        # Never more than the table of contents says, which has been looked at.
        return packed.read(name)
    except KeyError:
        return b""
    except RuntimeError as error:
        raise UnreadableError(LOCKED if "password" in str(error) else DAMAGED) from error
    except Exception as error:
        # Each way of packing has errors of its own for what it cannot unpack.
        raise UnreadableError(DAMAGED) from error


def _packed(data: bytes) -> FileKind:
    with parts_of(data) as packed:
        names = set(packed.namelist())
        if "word/document.xml" in names or ("[Content_Types].xml" in names and any(_of_word(name) for name in names)):
            return FileKind.DOCX
        if any(name.startswith(("xl/", "ppt/")) for name in names):
            what = "This is a spreadsheet or a presentation."
        elif b"opendocument" in (part(packed, "mimetype") if "mimetype" in names else b""):
            what = "This is a file of LibreOffice (.odt). Save it as .docx or PDF and bring that."
        elif any(name.endswith(".iwa") for name in names):
            what = "This is a file of Apple's Pages. Export it as PDF or Word and bring that."
        else:
            what = "This is a packed folder without a resume that is known here."
    raise UnreadableError(f"{what} {READ_HERE}")


def _of_word(name: str) -> bool:
    return name.startswith("word/document") and name.endswith(".xml")


def _smaller(data: bytes) -> str:
    if b"%PDF-" in data[:HEAD] or data.startswith(b"PK"):
        return "Take large pictures out of it, or save it for the screen instead of for print."
    return READ_HERE


def lines_of(text: str) -> tuple[str, ...]:
    """A text by lines as every reader gives them: no characters of control but tabs, no spaces at the end of a line.

    A page begins on a line of its own. A NUL, which stands where a letter has no name, becomes the sign of a lost one.
    ``UnreadableError`` if there is more text than in any resume.
    """
    if len(text) > MOST_CHARACTERS:
        raise UnreadableError(TOO_MUCH_TEXT)
    text = text.replace("\0", "\ufffd")
    lines = [_printable(line) for line in text.splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    return tuple(lines)


def _printable(line: str) -> str:
    # Half of a character outside the first plane, which some files write alone, cannot be stored or sent.
    whole = line.encode("utf-8", errors="replace").decode()
    return "".join(letter for letter in whole if letter >= " " or letter == "\t").rstrip()
