import os
import re
from io import BytesIO
from zipfile import ZIP_BZIP2, ZipFile

import pytest

from resumes.reading import files
from resumes.reading.files import FileKind, UnreadableError, kind_of, lines_of, part, parts_of
from tests.factories.resume_files import make_docx, make_pdf, make_zip, paragraph

READ = "PDF and Word (.docx) resumes"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (make_pdf(["Ana"]), FileKind.PDF),
        (b"\xef\xbb\xbf\r\n" + make_pdf(["Ana"]), FileKind.PDF),
        (make_docx(paragraph("Ana")), FileKind.DOCX),
        (make_docx(paragraph("Ana"), main="word/document2.xml"), FileKind.DOCX),
    ],
)
def test_the_kind_is_told_by_what_stands_in_it(data, kind):
    assert kind_of(data) == kind


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "This file is empty."),
        (b"\0\0\r\n \0", "This file is empty."),
        (b"hello", f"This is no file of a kind that is read. {READ}"),
        (bytes(range(256)) * 9, f"This is no file of a kind that is read. {READ}"),
        (b"{\\rtf1 Ana}", "This is an RTF file. Save it as .docx or PDF"),
        (files.OLE + bytes(600), "This is a file of an old Word (.doc). Save it as .docx"),
        (files.OLE + "EncryptedPackage".encode("utf-16-le"), "This file is locked with a password."),
        (make_zip({"mimetype": "application/vnd.oasis.opendocument.text"}), "This is a file of LibreOffice (.odt)."),
        (make_zip({"xl/workbook.xml": ""}), "This is a spreadsheet or a presentation."),
        (make_zip({"Index/Document.iwa": ""}), "This is a file of Apple's Pages."),
        (make_zip({"a.txt": "Ana"}), "This is a packed folder without a resume that is known here."),
        (b"PK\x03\x04 and then nothing", "This file is damaged"),
        (make_docx(paragraph("Ana"))[:-40], "This file is damaged"),
        (b"%PDF-" + bytes(files.MOST_BYTES), "This file has more than 10 MB. Take large pictures out of it"),
        (b"x" * (files.MOST_BYTES + 1), f"This file has more than 10 MB. {READ}"),
    ],
)
def test_what_is_not_read_is_refused_with_what_to_do(data, said):
    with pytest.raises(UnreadableError, match=f"^{re.escape(said)}"):
        kind_of(data)


def test_a_file_that_unpacks_to_too_much_is_not_unpacked():
    bomb = make_zip({"word/document.xml": bytes(3_000_000)})
    # What it says of its size, in the table of contents.
    bomb = bomb.replace((3_000_000).to_bytes(4, "little"), (files.MOST_UNPACKED + 1).to_bytes(4, "little"))
    assert len(bomb) < 10_000
    with pytest.raises(UnreadableError, match="more than 60 MB"):
        kind_of(bomb)


def test_a_part_that_lies_about_its_size_gives_no_more_than_it_said():
    honest = make_zip({"a": bytes(1_000_000)})
    lying = honest.replace((1_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lying != honest
    with parts_of(lying) as packed, pytest.raises(UnreadableError, match="damaged"):
        part(packed, "a")


def test_what_is_packed_in_a_way_without_a_bound_is_not_unpacked():
    bomb = BytesIO()
    with ZipFile(bomb, "w", ZIP_BZIP2) as packed:
        packed.writestr("word/document.xml", b" " * 1024)
    for read in (files.opened, kind_of):
        with pytest.raises(UnreadableError, match="damaged"):
            read(bomb.getvalue())


def test_thousands_of_parts_are_refused():
    with pytest.raises(UnreadableError, match="more than 2,000 parts"):
        kind_of(make_zip({str(number): "" for number in range(2_001)}))


def test_a_locked_part_says_that_there_is_a_password():
    plain = make_zip({"word/document.xml": "Ana"})
    # The bit that says so, in the local head and in the table of contents.
    locked = bytearray(plain)
    locked[6] |= 1
    locked[plain.index(b"PK\x01\x02") + 8] |= 1
    with parts_of(bytes(locked)) as packed, pytest.raises(UnreadableError, match="password"):
        part(packed, "word/document.xml")


def test_a_part_that_is_not_there_is_nothing():
    with parts_of(make_zip({"a": "1"})) as packed:
        assert isinstance(packed, ZipFile)
        assert part(packed, "b") == b""


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        ("a\r\nb\rc\fd\n\n", ("a", "b", "c", "d")),
        ("a  \n\n b", ("a", "", " b")),
        ("a\tb\x07\x1b", ("a\tb",)),
        ("Ti\0le", ("Ti\ufffdle",)),
        ("half \ud83d", ("half ?",)),
        ("é العربية", ("é العربية",)),
    ],
)
def test_lines_are_clean(text, lines):
    assert lines_of(text) == lines


def test_random_bytes_of_any_beginning_are_refused_in_words():
    for beginning in (b"", b"PK\x03\x04", b"PK\x05\x06", b"{", b"\x1f\x8b"):
        with pytest.raises(UnreadableError):
            kind_of(beginning + os.urandom(300))
