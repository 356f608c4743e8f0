"""A page that is packed once comes out whole, whatever is put in the gaps of it."""

import gzip
import hashlib
import subprocess
import zlib

from hypothesis import given
from hypothesis import strategies as st

from tpm_portal.packed_in_parts import MOST_RANDOM_BYTES, as_gzip, fill, pack, unpacked

WORDS = ("<li class=", "evidence", " and the same again ", "ä", "\n")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map(lambda words: "".join(words).encode())
# What is new is of any bytes, NULs too; its length is either always the same or not known.
GAPS = st.lists(st.tuples(TEXTS, st.binary(max_size=80), st.booleans()), max_size=8)


def joined(texts, between):
    return b"".join(part for pair in zip(texts, (*between, b""), strict=True) for part in pair)


@given(TEXTS, GAPS)
def test_it_is_the_page_for_whoever_unpacks_it(first, gaps):
    texts, between = [first, *(text for text, _, _ in gaps)], [new for _, new, _ in gaps]
    lengths = [len(new) if known else None for _, new, known in gaps]
    packed = pack(texts, lengths)
    for fresh in (between, [new[::-1] for new in between]):
        blocks = fill(packed, fresh)
        assert unpacked(blocks) == joined(texts, fresh)
        assert gzip.decompress(as_gzip(blocks)) == joined(texts, fresh)
    # Where the length is not said beforehand, it may be another each time.
    other = [new if known else new + b"more" for _, new, known in gaps]
    assert gzip.decompress(as_gzip(fill(packed, other))) == joined(texts, other)


def test_what_repeats_on_both_sides_of_a_gap_is_packed_once():
    text = b"".join(hashlib.sha256(bytes([number])).hexdigest().encode() for number in range(60))
    alone = len(pack([text], [])[0])
    assert sum(map(len, pack([text] * 5, [64] * 4))) < alone * 1.25
    # Over what has another length each time nothing can point back.
    assert sum(map(len, pack([text] * 5, [None] * 4))) > alone * 4


def test_how_long_it_is_tells_nobody_how_well_it_was_packed():
    blocks = fill(pack([b"the same"], []), [])
    lengths = {len(as_gzip(blocks)) for _ in range(200)}
    assert len(lengths) > 50
    assert max(lengths) - min(lengths) < MOST_RANDOM_BYTES


def test_other_readers_of_gzip_take_it():
    page = b"<p>" + bytes(range(1, 256)) * 300
    whole = as_gzip(fill(pack([page, page], [3]), [b"new"]))
    # A browser unpacks while it receives.
    stream, received = zlib.decompressobj(16 + zlib.MAX_WBITS), b""
    for at in range(0, len(whole), 7):
        received += stream.decompress(whole[at : at + 7])
    assert stream.eof
    assert received == page + b"new" + page
    told = subprocess.run(["gzip", "-dc"], input=whole, capture_output=True, check=True)
    assert (told.stdout, told.stderr) == (received, b"")
