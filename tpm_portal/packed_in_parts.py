"""A page that is packed once although some of it is new each time it is sent. Pure.

A gzip file (RFC 1952) is a run of blocks (RFC 1951). A text that was flushed ends at a whole byte, so what is new can
stand between two of them as a block that is not packed at all. What comes later may point back over it, by so and so
many bytes: while packing, as many zeros hold its place. Of what has another length each time nothing can be said
beforehand, so nothing points back over that.
"""

import secrets
import zlib
from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest

LEVEL = 6
# Plain DEFLATE, with the largest window.
RAW = -zlib.MAX_WBITS
# No more blocks.
LAST = b"\x03\x00"
# A gzip file with a name in it, of no known time and system.
HEAD = b"\x1f\x8b\x08\x08\x00\x00\x00\x00\x00\xff"
# As Django's middleware does: how long a page is tells nobody how well a guess was packed (BREACH).
MOST_RANDOM_BYTES = 100


def pack(texts: Sequence[bytes], lengths: Iterable[int | None]) -> tuple[bytes, ...]:
    """Each text packed. Between two of them comes something of so many bytes, ``None`` if that is not known.

    No text has a NUL in it, which is what holds the place of what comes between.
    """
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, RAW)
    packed = []
    for text, length in zip(texts, (*lengths, 0), strict=True):
        forgotten = zlib.Z_FULL_FLUSH if length is None else zlib.Z_SYNC_FLUSH
        packed.append(packer.compress(text) + packer.flush(forgotten))
        if length:
            packer.compress(bytes(length))
            packer.flush(zlib.Z_SYNC_FLUSH)
    return tuple(packed)


def fill(packed: Sequence[bytes], between: Iterable[bytes]) -> bytes:
    """The blocks of the whole page: the packed texts with what is new between them, each of the length it had to be."""
    blocks = zip_longest(packed, map(_as_it_is, between), fillvalue=b"")
    return b"".join((*chain.from_iterable(blocks), LAST))


def unpacked(blocks: bytes) -> bytes:
    """The page itself."""
    return zlib.decompress(blocks, RAW)


def as_gzip(blocks: bytes) -> bytes:
    """The page as a browser takes it."""
    page = unpacked(blocks)
    name = b"a" * secrets.randbelow(MOST_RANDOM_BYTES)
    ends = zlib.crc32(page).to_bytes(4, "little") + (len(page) & 0xFFFFFFFF).to_bytes(4, "little")
    return b"".join((HEAD, name, b"\x00", blocks, ends))


def _as_it_is(new: bytes) -> bytes:
    length = len(new)
    return b"\x00" + length.to_bytes(2, "little") + (length ^ 0xFFFF).to_bytes(2, "little") + new
