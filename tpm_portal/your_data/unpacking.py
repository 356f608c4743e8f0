"""The document in what somebody uploads: our archive, or the file of it alone. Nothing that is packed grows unbounded.

Pure.
"""

import struct
import zlib
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from curation.zip_lists import size_of_list

DOCUMENT = "everything.json"
# Unpacked: many times what nine months of daily use come to.
MOST_MEGABYTES = 64
# Each comma and each bracket is at least one object in memory.
MOST_MARKS = 8_000_000
# Of the list of contents of an archive: ours has some hundred files.
MOST_LISTED = 1024 * 1024
# As everybody packs. What is packed in another way is unpacked whole at once, whatever the bound: 600 bytes are 600 MB.
PACKED_AS = (ZIP_STORED, ZIP_DEFLATED)


class NotOursError(Exception):
    """It is nothing to bring in. The message is a sentence for people."""


def document_in(file: BinaryIO) -> bytes:
    """The document as bytes, within what one process can hold. Raises ``NotOursError``."""
    file.seek(0)
    data = _unpacked(file) if file.read(2) == b"PK" else _plain(file)
    if sum(map(data.count, (b",", b"[", b"{"))) > MOST_MARKS:
        raise NotOursError("The file holds more than the site keeps for one person.")
    return data


def _plain(file: BinaryIO) -> bytes:
    file.seek(0)
    return _bounded(file.read(MOST_MEGABYTES * 1024 * 1024 + 1))


def _unpacked(file: BinaryIO) -> bytes:
    try:
        if size_of_list(file) > MOST_LISTED:
            raise NotOursError("The archive has more files in it than any of ours.")
        with ZipFile(file) as archive:
            # Whoever packs it again puts it into a folder.
            names = [name for name in archive.namelist() if name.rpartition("/")[2] == DOCUMENT]
            if len(names) != 1:
                found = "no" if not names else "more than one"
                raise NotOursError(f"The archive has {found} file called {DOCUMENT}. Was it downloaded from this site?")
            if archive.getinfo(names[0]).compress_type not in PACKED_AS:
                raise NotOursError("The archive is packed in a way that ours is not. Pack it again as a plain zip.")
            with archive.open(names[0]) as entry:
                return _bounded(entry.read(MOST_MEGABYTES * 1024 * 1024 + 1))
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, struct.error):
        raise NotOursError(
            "The archive is broken, or has a password. Download it again, or bring the one before."
        ) from None


def _bounded(data: bytes) -> bytes:
    if len(data) > MOST_MEGABYTES * 1024 * 1024:
        raise NotOursError(f"Unpacked it is more than {MOST_MEGABYTES} MB, which is more than any export of ours.")
    return data
