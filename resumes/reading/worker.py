"""Reads one file in a process of its own, with little memory and time: a file of a stranger may be made to take both.

``python -m resumes.reading.worker READER`` takes the file on its input and answers in JSON: ``lines``, ``margins``,
``pages``, ``pictures``, or ``refused`` with a sentence. It knows nothing of the site, no setting and no secret.
"""

import json
import logging
import resource
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from resumes.reading.files import (
    LOCKED,
    MOST_CHARACTERS,
    MOST_PAGES,
    Reader,
    UnreadableError,
    lines_of,
    parts_of,
)

MOST_MEMORY = 1_000_000_000
MOST_CPU_SECONDS = 8
MOST_WRITTEN = 20_000_000
TOO_MANY_PAGES = f"There are more than {MOST_PAGES} pages in this file. That is a book, not a resume."
# Poppler's way to say that there is a password; see its manual.
NOT_PERMITTED = 3


def limit() -> None:
    """Bounds this process and those it starts."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_SECONDS, MOST_CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_WRITTEN, MOST_WRITTEN))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def by_pypdf(data: bytes) -> dict[str, Any]:
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError

    pdf = PdfReader(BytesIO(data))
    # One that only its owner may change opens with an empty password.
    if pdf.is_encrypted and not pdf.decrypt(""):
        raise UnreadableError(LOCKED)
    try:
        pages = len(pdf.pages)
    except FileNotDecryptedError as error:
        raise UnreadableError(LOCKED) from error
    if pages > MOST_PAGES:
        raise UnreadableError(TOO_MANY_PAGES)
    text = "\n".join(_bounded(page.extract_text() for page in pdf.pages))
    pictures = any("/XObject" in (page.get("/Resources") or {}) for page in pdf.pages)
    return {"lines": lines_of(text), "pages": pages, "pictures": pictures}


def by_pdfminer(data: bytes) -> dict[str, Any]:
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams, LTTextContainer
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    def texts() -> Iterator[str]:
        for number, page in enumerate(extract_pages(BytesIO(data), laparams=LAParams()), start=1):
            if number > MOST_PAGES:
                raise UnreadableError(TOO_MANY_PAGES)
            # As its own command writes them: one block after the other, an empty line between them.
            yield "\n".join(block.get_text() for block in page if isinstance(block, LTTextContainer))

    try:
        return {"lines": lines_of("\n".join(_bounded(texts())))}
    except PDFPasswordIncorrect as error:
        raise UnreadableError(LOCKED) from error


def by_pdftotext(data: bytes) -> dict[str, Any]:
    command = ["pdftotext", "-q", "-enc", "UTF-8", "-l", str(MOST_PAGES + 1), "-", "-"]
    # What it is called is ours, what it reads is bounded by the limits of this process.
    done = subprocess.run(command, input=data, capture_output=True, check=False)  # noqa: S603
    if done.returncode in (1, NOT_PERMITTED) and b"/Encrypt" in data:
        raise UnreadableError(LOCKED)
    if done.returncode:
        raise ValueError(done.stderr[:200])
    text = done.stdout.decode(errors="replace")
    if text.count("\f") > MOST_PAGES:
        raise UnreadableError(TOO_MANY_PAGES)
    return {"lines": lines_of(text)}


def by_word(data: bytes) -> dict[str, Any]:
    from resumes.reading.word_text import lines_of_document

    with parts_of(data) as packed:
        lines, margins = lines_of_document(packed)
        pictures = any(name.startswith("word/media/") for name in packed.namelist())
    return {"lines": lines, "margins": margins, "pictures": pictures}


def by_python_docx(data: bytes) -> dict[str, Any]:
    """As most programs that use this library read: the paragraphs and tables of the body in their order."""
    from docx import Document
    from docx.table import Table

    def texts() -> Iterator[str]:
        for block in Document(BytesIO(data)).iter_inner_content():
            if isinstance(block, Table):
                for row in block.rows:
                    # A cell over several columns is given once for each.
                    yield "\t".join(dict.fromkeys(cell.text for cell in row.cells))
            else:
                yield block.text

    return {"lines": lines_of("\n".join(_bounded(texts())))}


def _bounded(texts: Iterator[str]) -> Iterator[str]:
    """The texts, as long as there are not too many characters in them."""
    size = 0
    for text in texts:
        size += len(text)
        yield text
        if size > MOST_CHARACTERS:
            return


HOW = {
    Reader.PYPDF: by_pypdf,
    Reader.PDFMINER: by_pdfminer,
    Reader.PDFTOTEXT: by_pdftotext,
    Reader.WORD: by_word,
    Reader.PYTHON_DOCX: by_python_docx,
}


def main(reader: str) -> None:
    limit()
    # What libraries say of a file may repeat what stands in it.
    logging.disable()
    data = sys.stdin.buffer.read()
    try:
        answer = HOW[Reader(reader)](data)
    except UnreadableError as error:
        answer = {"refused": str(error)}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
