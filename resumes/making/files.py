"""A resume as a file in each format that there is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from resumes.making.composing import Composed
from resumes.making.showing import MADE_ON, paper_of
from resumes.writing.content import Content, Look, Paper
from resumes.writing.pdf import compile_pdf


@dataclass(frozen=True)
class Format:
    name: str
    media_type: str
    write: Callable[[Content, Look, Paper], bytes]


def _pdf(content: Content, look: Look, paper: Paper) -> bytes:
    return compile_pdf(content, look, paper, MADE_ON).data


# By the ending of the file's name.
FORMATS = {
    "pdf": Format("PDF", "application/pdf", _pdf),
}


def file_of(composed: Composed, resume: Any, ending: str) -> bytes:
    """The bytes of one of the ``FORMATS``. Raises ``PdfError`` if the pages cannot be set."""
    return FORMATS[ending].write(composed.content(), Look(resume.look), paper_of(resume, composed))
