"""What is uploaded is unpacked within bounds, and what is no archive of ours is refused in words."""

import io
import tracemalloc
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_portal.your_data import unpacking
from tpm_portal.your_data.unpacking import NotOursError, document_in


def zip_of(**files):
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return made


def refused(file):
    with pytest.raises(NotOursError) as error:
        document_in(file)
    return str(error.value)


def test_the_document_is_found_alone_in_an_archive_and_in_a_folder_of_one():
    assert document_in(io.BytesIO(b'{"a": 1}')) == b'{"a": 1}'
    assert document_in(zip_of(README_txt="Hello", everything_json='{"a": 1}')) == b'{"a": 1}'
    assert document_in(zip_of(tpm__everything_json='{"a": 1}')) == b'{"a": 1}'


def test_a_bomb_is_never_unpacked_beyond_the_bound(monkeypatch):
    monkeypatch.setattr(unpacking, "MOST_MEGABYTES", 1)
    bomb = zip_of(everything_json=b" " * (1024 * 1024 + 1))
    assert bomb.getbuffer().nbytes < 5000
    assert refused(bomb) == "Unpacked it is more than 1 MB, which is more than any export of ours."
    assert refused(io.BytesIO(b" " * (1024 * 1024 + 1))).startswith("Unpacked it is more than 1 MB")
    assert len(document_in(zip_of(everything_json=b" " * 1024 * 1024))) == 1024 * 1024


@pytest.mark.parametrize("packed_as", [ZIP_BZIP2, ZIP_LZMA])
def test_a_bomb_packed_in_a_way_without_a_bound_is_not_unpacked_at_all(packed_as):
    bomb = io.BytesIO()
    with ZipFile(bomb, "w", packed_as) as archive, archive.open("everything.json", "w") as entry:
        for _ in range(80):
            entry.write(b" " * 1024 * 1024)
    tracemalloc.start()
    said = refused(bomb)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert said == "The archive is packed in a way that ours is not. Pack it again as a plain zip."
    assert most < 1024 * 1024


def test_the_size_of_the_list_is_read_where_the_unpacker_reads_it(monkeypatch):
    monkeypatch.setattr(unpacking, "MOST_LISTED", 1000)
    many = bytearray(zip_of(everything_json="{}", **{f"a{number}": "" for number in range(100)}).getvalue())
    # What looks like the end within the end says that the list is empty.
    many[-18:-14], many[-6:-2] = b"PK\x05\x06", bytes(4)
    assert refused(io.BytesIO(many)) == "The archive has more files in it than any of ours."


def test_millions_of_objects_and_of_files_are_refused_before_they_are_read(monkeypatch):
    monkeypatch.setattr(unpacking, "MOST_MARKS", 100)
    assert refused(io.BytesIO(b"[" + b"[]," * 100 + b"1]")) == "The file holds more than the site keeps for one person."
    monkeypatch.setattr(unpacking, "MOST_LISTED", 1000)
    many = zip_of(everything_json="{}", **{f"a{number}": "" for number in range(100)})
    assert refused(many) == "The archive has more files in it than any of ours."


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (zip_of(other_json="{}"), "The archive has no file called everything.json."),
        (zip_of(a__everything_json="{}", b__everything_json="{}"), "more than one file called everything.json"),
        (io.BytesIO(b"PK\x03\x04 and nothing of a zip"), "The archive is broken, or has a password."),
        (io.BytesIO(zip_of(everything_json="{}" * 900).getvalue()[:-30]), "The archive is broken"),
    ],
)
def test_what_is_no_archive_of_ours_says_why(file, words):
    assert words in refused(file)


@given(st.binary(max_size=400), st.booleans())
def test_whatever_is_sent_is_read_or_refused(data, packed):
    file = io.BytesIO((b"PK" if packed else b"") + data)
    try:
        found = document_in(file)
    except NotOursError:
        return
    assert found == file.getvalue()


@given(st.integers(0, 600), st.integers(0, 255))
def test_an_archive_with_one_byte_changed_is_read_right_or_refused(place, byte):
    whole = bytearray(zip_of(everything_json='{"a": "' + "text" * 40 + '"}').getvalue())
    if place < len(whole):
        whole[place] = byte
    try:
        found = document_in(io.BytesIO(whole))
    except NotOursError:
        return
    assert found == b'{"a": "' + b"text" * 40 + b'"}' or whole[:2] != b"PK"
