"""Memory that is free goes back to the system at once, instead of waiting in a worker for the next file as large.

Pure: it knows nothing of pages or of the database.
"""

import ctypes
import sys

# Of malloc in the GNU C library, see mallopt(3). Left alone it keeps more for itself after each large piece.
TRIM_THRESHOLD, MMAP_THRESHOLD, ARENA_MAX = -1, -3, -8
BYTES = 256 * 1024
# One for the loop and one for the pages.
ARENAS = 2


def give_back() -> bool:
    """Have this process give back what it does not need. Says whether its allocator can: others than glibc's cannot."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt is None:
        return False
    wanted = {TRIM_THRESHOLD: BYTES, MMAP_THRESHOLD: BYTES, ARENA_MAX: ARENAS}
    return sum(int(mallopt(option, value)) for option, value in wanted.items()) == len(wanted)
