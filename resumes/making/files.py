"""A resume as a file in each format that there is."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from resumes.base.annexes import by_key
from resumes.making.composing import Composed
from resumes.making.showing import MADE_ON, paper_of
from resumes.writing.content import Content, Look, Paper
from resumes.writing.document import TooLongError
from resumes.writing.json_resume import to_json
from resumes.writing.markdown import to_markdown
from resumes.writing.pdf import PdfError, compile_pdf
from resumes.writing.text import to_text


class FileError(Exception):
    """A file could not be made. The message is a sentence for people."""


@dataclass(frozen=True)
class Format:
    name: str
    media_type: str
    write: Callable[[Content, Look, Paper], bytes]


def _pdf(content: Content, look: Look, paper: Paper) -> bytes:
    return compile_pdf(content, look, paper, MADE_ON)


def _docx(content: Content, look: Look, paper: Paper) -> bytes:
    # Loaded with the first such file: the library and lxml take a twentieth of a start.
    from resumes.writing.docx import write_docx

    return write_docx(content, look, paper, MADE_ON)


def _text(content: Content, look: Look, paper: Paper) -> bytes:
    return to_text(content).encode()


def _markdown(content: Content, look: Look, paper: Paper) -> bytes:
    return to_markdown(content).encode()


def _json(content: Content, look: Look, paper: Paper) -> bytes:
    return json.dumps(to_json(content), ensure_ascii=False, indent=2).encode()


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# By the ending of the file's name.
FORMATS = {
    "pdf": Format("PDF", "application/pdf", _pdf),
    "docx": Format("Word", WORD, _docx),
    "txt": Format("Text", "text/plain; charset=utf-8", _text),
    "md": Format("Markdown", "text/markdown; charset=utf-8", _markdown),
    "json": Format("JSON Resume", "application/json", _json),
}


def file_of(composed: Composed, resume: Any, ending: str) -> bytes:
    """The bytes of one of the ``FORMATS``, the same for the same content. Raises ``FileError``."""
    brought = by_key(resume.annexes).get(f"resume:{resume.token}", {})
    content = replace(composed.content(), extra=brought.get("extra", {}))
    try:
        return FORMATS[ending].write(content, Look(resume.look), paper_of(resume, composed))
    except (PdfError, TooLongError) as error:
        raise FileError(str(error)) from error
