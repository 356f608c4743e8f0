"""A worker holds what it needs: what made a large file is given back, and what stays is not looked through."""

import gc
import subprocess
import sys
import weakref

import pytest

from tpm_portal import rsgi

# A piece of 20 MB makes the allocator keep so much for itself. What lies behind each piece holds it where it is.
SCRIPT = """
import os, sys
from tpm_portal.lean import give_back
if sys.argv[1] == "lean" and not give_back():
    sys.exit("This allocator cannot.")
held = lambda: int(open("/proc/self/statm").read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
bytearray(b"x" * 20_000_000)
before = held()
pieces, behind = zip(*[(bytearray(1_000_000), bytearray(100_000)) for _ in range(40)])
for piece in pieces:
    piece[:] = b"x" * len(piece)
del piece, pieces
print(held() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="it is about the allocator of the GNU C library")
def test_a_large_piece_is_given_back():
    def left(how):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, how], capture_output=True, text=True, check=True, timeout=60
        )
        return float(done.stdout)

    assert left("as it is") > 30
    assert left("lean") < 10


def test_what_the_first_pages_have_loaded_stays_and_what_they_left_behind_in_circles_does_not():
    class Left:
        pass

    left = Left()
    left.itself = left
    gone = weakref.ref(left)
    del left
    kept, before = [{"loaded": []}], gc.get_freeze_count()
    rsgi._settle()
    assert gone() is None
    assert gc.get_freeze_count() > before
    assert not any(one is kept for one in gc.get_objects())
