"""How long the list of contents of a zip is, read from its end alone: unpacking the list makes an object of each entry.

Pure.
"""

import struct
from typing import BinaryIO
from zipfile import BadZipFile

# It stands at the end of a zip, before a comment of at most 64 kB: the size of the list is at 12 bytes.
END, END_BYTES, COMMENT_BYTES = b"PK\x05\x06", 22, 65_535
# Before it, in a zip of 4 GB and more, whose list may be of any size.
LARGE = b"PK\x06\x07"


def size_of_list(file: BinaryIO) -> int:
    """The bytes of the list. Raises ``BadZipFile`` for what has none, and for a zip of 4 GB and more."""
    size = file.seek(0, 2)
    file.seek(max(0, size - END_BYTES - COMMENT_BYTES))
    tail = file.read()
    # The same one of several that ``ZipFile`` takes: one without a comment comes first.
    plain = tail[-END_BYTES:]
    bare = plain.startswith(END) and plain.endswith(b"\x00\x00")
    at = len(tail) - END_BYTES if bare else tail.rfind(END)
    if at < 0 or tail[max(0, at - 20) :].startswith(LARGE):
        raise BadZipFile
    (listed,) = struct.unpack_from("<L", tail, at + 12)
    return int(listed)
