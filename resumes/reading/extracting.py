"""Text out of a file, by several readers at once, each in a bounded process of its own.

Pure of database and request, but not of processes and a temporary folder.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from resumes.reading.files import (
    DAMAGED,
    MACROS,
    READERS,
    FileKind,
    FileRead,
    Reader,
    Reading,
    UnreadableError,
    kind_of,
    parts_of,
)

# For all readers together, as they run at the same time.
MOST_SECONDS = 10.0
ROOT = Path(__file__).parent.parent.parent
TOO_LONG = f"It was given {MOST_SECONDS:.0f} seconds and did not come to an end."
STUMBLED = "It could not read this file."
NO_TEXT = (
    "There is no text in this file, only pictures, so no program can read it. "
    "Save it as PDF from the program in which it was written, instead of scanning it."
)
NOTHING = "There is no text in this file."
WITH_MACROS = "There are macros in this file. They are not run: only its text is read."
# A sign that the letters of a font have no names: the reader gives their numbers instead.
UNNAMED = "(cid:"


def read_file(data: bytes, name: str) -> FileRead:
    """A PDF or Word document as all its readers read it. ``UnreadableError`` says why none can.

    ``name`` is kept and judges nothing. It takes as long as the slowest reader, at most ``MOST_SECONDS``.
    """
    kind = kind_of(data)
    readers = [reader for reader in READERS[kind] if reader != Reader.PDFTOTEXT or shutil.which("pdftotext")]
    answers = _ask(readers, data)
    readings = tuple(_reading(reader, answer) for reader, answer in answers.items())
    _refuse_unread(answers, readings)
    return FileRead(
        kind=kind,
        name=name,
        readings=readings,
        pages=max(int(answer.get("pages", 0)) for answer in answers.values()),
        notes=tuple(_notes(kind, data, readings)),
    )


def _refuse_unread(answers: dict[Reader, dict[str, Any]], readings: Iterable[Reading]) -> None:
    refused = [answer["refused"] for answer in answers.values() if "refused" in answer]
    if refused:
        raise UnreadableError(refused[0])
    if any(line.strip() for reading in readings for line in (*reading.lines, *reading.margins)):
        return
    if all(reading.problem for reading in readings):
        slow = any(reading.problem == TOO_LONG for reading in readings)
        raise UnreadableError(f"This file takes too long to read. {TOO_LONG}" if slow else DAMAGED)
    raise UnreadableError(NO_TEXT if any(answer.get("pictures") for answer in answers.values()) else NOTHING)


def _reading(reader: Reader, answer: dict[str, Any]) -> Reading:
    return Reading(
        reader=reader,
        lines=tuple(answer.get("lines", ())),
        margins=tuple(answer.get("margins", ())),
        problem=answer.get("problem", ""),
    )


def _notes(kind: FileKind, data: bytes, readings: tuple[Reading, ...]) -> Iterable[str]:
    if kind == FileKind.DOCX:
        with parts_of(data) as packed:
            if any(name.endswith(MACROS) for name in packed.namelist()):
                yield WITH_MACROS
        if any(reading.margins for reading in readings):
            yield "There is text at the head or foot of the pages, which many programs do not read."
    unread = sorted({reading.reader for reading in readings if UNNAMED in reading.text or "\ufffd" in reading.text})
    if unread:
        yield f"Some letters have no name in this file and are lost to {' and '.join(unread)}."


def _ask(readers: list[Reader], data: bytes) -> dict[Reader, dict[str, Any]]:
    """What each reader answers, or its ``problem``. They run side by side and end together."""
    answers: dict[Reader, dict[str, Any]] = {}
    with TemporaryDirectory() as folder:
        file = Path(folder) / "file"
        file.write_bytes(data)
        running = {reader: _start(reader, file, file.with_name(reader.name)) for reader in readers}
        deadline = time.monotonic() + MOST_SECONDS
        try:
            for reader, process in running.items():
                answers[reader] = _answer(process, file.with_name(reader.name), deadline)
        finally:
            for process in running.values():
                _end(process)
    return answers


def _start(reader: Reader, file: Path, answer: Path) -> subprocess.Popen[bytes]:
    with file.open("rb") as given, answer.open("wb") as written:
        return subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "resumes.reading.worker", reader],
            stdin=given,
            stdout=written,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            # None of the site's settings: who reads a stranger's file has no use for its secrets.
            env={"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8"},
            # What it starts in turn ends with it.
            start_new_session=True,
        )


def _answer(process: subprocess.Popen[bytes], answer: Path, deadline: float) -> dict[str, Any]:
    try:
        code = process.wait(timeout=max(0.0, deadline - time.monotonic()))
    except subprocess.TimeoutExpired:
        return {"problem": TOO_LONG}
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return {"problem": TOO_LONG}
    try:
        said = json.loads(answer.read_bytes()) if code == 0 else {}
    except ValueError:
        said = {}
    return said or {"problem": STUMBLED}


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
