"""Reads Word documents back after LibreOffice has made PDFs of them: ``python -m tests.resumes.check_office``.

It needs LibreOffice Writer (``apt-get install libreoffice-writer-nogui``) and takes about a minute, so it is no part of
the tests. It fails loudly where LibreOffice is missing, and tells every line that does not come back.

Two things are up to the office program and its fonts, and are not held against the document: it may break a line at a
typed hyphen, which pdftotext then drops; and letters that its font has not, such as Vietnamese and Devanagari where
only Liberation is installed, come from another font, piece by piece, and only pdftotext puts them together again.
"""

import io
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

from resumes.writing.document import Document, lay_out
from resumes.writing.docx import write_docx
from tests.resumes.people import generated
from tests.resumes.reading_back import READERS, dates_apart, missing

NUMBERS = range(60)
FROM_ANOTHER_FONT = re.compile("[\u0900-\u097f\u1ea0-\u1ef9]")


def main() -> int:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        print("LibreOffice is not installed, so nothing was checked.", file=sys.stderr)
        return 1
    wrong = left_out = 0
    with tempfile.TemporaryDirectory() as folder:
        files = {number: Path(folder, f"{number}.docx") for number in NUMBERS}
        for number, file in files.items():
            content, look, paper = generated(number)
            data = write_docx(content, look, paper, date(2026, 11, 29))
            file.write_bytes(data)
            wrong += _tell(number, "python-docx", missing(lay_out(content), _words(data)))
        profile = Path(folder, "profile").as_uri()
        subprocess.run(
            [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", folder,
             *map(str, files.values())],
            check=True, capture_output=True, timeout=600,
        )  # fmt: skip
        for number, file in files.items():
            document = lay_out(generated(number)[0])
            data = file.with_suffix(".pdf").read_bytes()
            for name in READERS:
                if name != "pdftotext" and FROM_ANOTHER_FONT.search(_said(document)):
                    left_out += 1
                    continue
                # LibreOffice's own bullet is of a private code point.
                text = READERS[name](data).replace("\uf0b7", " ")
                told = missing(_without_hyphens(document), re.sub(r"-\s*", "", text), name)
                wrong += _tell(number, name, told + dates_apart(document, text))
    print(
        f"{len(NUMBERS)} resumes, read by python-docx, and as LibreOffice's PDF by {', '.join(READERS)}: {wrong} wrong."
    )
    return 1 if wrong else 0


def _without_hyphens(document: Document) -> Document:
    """With the words on both sides of each hyphen as one, as they come back where a line is broken there."""

    def joined(value: Any) -> Any:
        if isinstance(value, str):
            return re.sub(r"-\s*", "", value)
        if isinstance(value, tuple):
            return tuple(map(joined, value))
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{field.name: joined(getattr(value, field.name)) for field in fields(value)})
        return value

    done = joined(document)
    assert isinstance(done, Document)
    return done


def _said(document: Document) -> str:
    return "\n".join(line.text for line in document.lines())


def _words(data: bytes) -> str:
    paragraphs = docx.Document(io.BytesIO(data)).paragraphs
    return "\n".join("".join(node.text or "" for node in one._p.iter(qn("w:t"))) for one in paragraphs)


def _tell(number: int, reader: str, told: list[str]) -> int:
    if told:
        print(f"{number}, {reader}: {'; '.join(told[:3])}")
    return bool(told)


if __name__ == "__main__":
    sys.exit(main())
