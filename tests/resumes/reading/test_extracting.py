import os
import signal
import subprocess
import sys
import time
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from resumes.reading import worker
from resumes.reading.extracting import read_file
from resumes.reading.files import READERS, FileKind, Reader, UnreadableError
from tests.factories.resume_files import W, make_docx, make_pdf, paragraph

LINES = ["Ana Diaz", "ana@example.org", "Experience", "Acme, Lead, Mar 2019 - Present", "- Cut costs by 20%"]


def without_empty(reading):
    return [line for line in reading.lines if line]


def locked(data, *, user):
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.encrypt(user_password=user, owner_password="owner", algorithm="AES-256")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_pdf_is_read_by_all_its_readers():
    read = read_file(make_pdf(LINES, ["Page two"]), "old.doc")
    assert (read.kind, read.name, read.pages, read.notes) == (FileKind.PDF, "old.doc", 2, ())
    assert {reading.reader: without_empty(reading) for reading in read.readings} == {
        Reader.PYPDF: [*LINES, "Page two"],
        Reader.PDFMINER: [*LINES, "Page two"],
        Reader.PDFTOTEXT: [*LINES, "Page two"],
    }


def test_without_poppler_the_others_read(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    read = read_file(make_pdf(LINES), "a.pdf")
    assert [reading.reader for reading in read.readings] == [Reader.PYPDF, Reader.PDFMINER]
    assert read.by(Reader.PDFTOTEXT) is None


def test_a_word_document_is_read_whole_and_as_the_library_reads_it():
    body = paragraph("Ana Diaz") + "<w:sdt><w:sdtContent>" + paragraph("Acme") + "</w:sdtContent></w:sdt>"
    table = (
        "<w:tbl><w:tr>" + "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("Lead", "2021")) + "</w:tr></w:tbl>"
    )
    head = f"<w:hdr {W}>{paragraph('ana@example.org')}</w:hdr>"
    read = read_file(make_docx(body + table, parts={"word/header1.xml": head}), "a.docx")
    assert {reading.reader: (reading.lines, reading.margins) for reading in read.readings} == {
        Reader.WORD: (("Ana Diaz", "Acme", "Lead\t2021"), ("ana@example.org",)),
        Reader.PYTHON_DOCX: (("Ana Diaz", "Lead\t2021"), ()),
    }
    assert read.notes == ("There is text at the head or foot of the pages, which many programs do not read.",)


def test_macros_are_not_run_and_that_is_said():
    read = read_file(make_docx(paragraph("Ana"), parts={"word/vbaProject.bin": "x"}), "a.docm")
    assert read.by(Reader.WORD).lines == ("Ana",)
    assert read.notes == ("There are macros in this file. They are not run: only its text is read.",)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (make_pdf(LINES, picture=True), "only pictures"),
        (make_pdf([]), "There is no text in this file"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, "damaged"),
        (make_docx("", parts={"word/media/image1.png": "x"}), "only pictures"),
        (make_docx("<w:p>"), "damaged"),
    ],
    ids=["pictures", "empty page", "noise", "photo", "broken"],
)
def test_what_cannot_be_read_is_said_in_words(data, said):
    with pytest.raises(UnreadableError, match=said):
        read_file(data, "a.pdf")


@pytest.mark.parametrize("reader", [Reader.PYPDF, Reader.PDFMINER, Reader.PDFTOTEXT])
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (locked(make_pdf(LINES), user="secret"), "locked with a password"),
        (make_pdf(*(["x"] for _ in range(31))), "more than 30 pages"),
    ],
    ids=["locked", "31 pages"],
)
def test_each_reader_says_the_same_of_what_is_locked_or_too_long(reader, data, said):
    with pytest.raises(UnreadableError, match=said):
        worker.HOW[reader](data)


@pytest.mark.parametrize(
    ("reader", "data"),
    [
        (Reader.PYPDF, make_pdf(["x" * 200_001])),
        (Reader.WORD, make_docx(paragraph("x" * 200_001))),
        (Reader.PYTHON_DOCX, make_docx(paragraph("x" * 200_001))),
    ],
)
def test_more_text_than_in_any_resume_is_refused(reader, data):
    with pytest.raises(UnreadableError, match=r"more than 200,000 characters"):
        worker.HOW[reader](data)


@pytest.mark.parametrize("reader", [Reader.PYPDF, Reader.PDFMINER, Reader.PDFTOTEXT])
def test_a_file_that_only_its_owner_may_change_is_read(reader):
    lines = worker.HOW[reader](locked(make_pdf(LINES), user=""))["lines"]
    assert [line for line in lines if line] == LINES


def test_what_one_reader_refuses_no_other_lets_through():
    with pytest.raises(UnreadableError, match="locked with a password"):
        read_file(locked(make_pdf(LINES), user="secret"), "a.pdf")


def test_a_reader_is_stopped_when_its_time_is_over(monkeypatch):
    monkeypatch.setattr("resumes.reading.extracting.MOST_SECONDS", 0.0)
    began = time.monotonic()
    with pytest.raises(UnreadableError, match="takes too long"):
        read_file(make_pdf(LINES), "a.pdf")
    assert time.monotonic() - began < 5


def in_bounds(code):
    """How a process ends that does this within the limits of a reader."""
    said = f"from resumes.reading import worker; worker.MOST_CPU_SECONDS = 1; worker.limit(); {code}"
    return subprocess.run([sys.executable, "-c", said], capture_output=True, check=False, timeout=8)


def test_every_reader_has_its_way():
    assert set(worker.HOW) == set(Reader) == {reader for readers in READERS.values() for reader in readers}


def test_a_reader_has_little_memory_and_time():
    assert b"MemoryError" in in_bounds("bytes(2 * worker.MOST_MEMORY)").stderr
    assert in_bounds("[0 for _ in iter(int, 1)]").returncode in (-signal.SIGXCPU, -signal.SIGKILL)


def test_a_reader_knows_no_secret_of_the_site(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "s3cret")
    seen = []
    started = subprocess.Popen.__init__

    def watched(self, *arguments, **options):
        seen.append(options["env"])
        started(self, *arguments, **options)

    monkeypatch.setattr(subprocess.Popen, "__init__", watched)
    read_file(make_docx(paragraph("Ana")), "a.docx")
    assert seen == [{"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}] * 2


def test_the_worker_needs_nothing_of_django():
    code = "import sys, resumes.reading.worker; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_reader_that_stumbles_leaves_the_others():
    answer = dict.fromkeys(Reader, b"")
    assert set(worker.HOW) == set(answer)
    # A Word document that the library does not open: the part that says what is where is not there.
    data = make_docx(paragraph("Ana"), relations="")
    read = read_file(data, "a.docx")
    assert read.by(Reader.WORD).lines == ("Ana",)
    assert read.by(Reader.PYTHON_DOCX).problem == "It could not read this file."
