"""A stop that loses nobody: first no one new is let in, then those who are in are answered, and only then it ends.

What the kernel has connected and the server has not yet taken is cut off when a listening socket is closed, and whoever
is cut off does not know whether what they sent was kept. So newcomers are passed over in silence for a moment: they
knock again a second later, and find the next process, or nobody. The server's own way to stop is not taken, as it
closes at once and then waits for connections that only stay open. Linux only; elsewhere the server stops in its way.
Pure: it knows nothing of pages or of the database.
"""

import asyncio
import ctypes
import os
import signal
import socket
import struct
import sys
import threading
import time

# How long those who are in may take to say what they want. The workers are given more, see ``serve``.
SECONDS = 1.0
# How often is looked whether somebody is being answered, and how often nobody was until what was answered is sent.
SECONDS_BETWEEN_LOOKS, QUIET_LOOKS = 0.1, 5

# From <asm-generic/socket.h>, which Python does not name.
SO_ATTACH_FILTER = 26
# A filter of classic BPF over the TCP header (RFC 9293): a SYN without an ACK is dropped, and all else is let through.
# https://www.kernel.org/doc/html/latest/networking/filter.html
FLAGS, SYN, SYN_OR_ACK, EVERYTHING = 13, 0x02, 0x12, 0xFFFFFFFF
NO_NEWCOMERS = (
    (0x30, 0, 0, FLAGS),  # load the byte of the flags
    (0x54, 0, 0, SYN_OR_ACK),  # keep these two
    (0x15, 0, 1, SYN),  # a SYN alone?
    (0x06, 0, 0, 0),  # drop it
    (0x06, 0, 0, EVERYTHING),  # let it through
)


class Stopping:
    """Whether this worker is about to stop, and how many requests it is answering."""

    def __init__(self) -> None:
        self.begun = False
        self.answering = 0

    def wait_for_it(self, loop: asyncio.AbstractEventLoop, port: int) -> None:
        """From now on the signals to stop let those who are in finish first."""
        if sys.platform != "linux":
            return
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._begin, port)

    def _begin(self, port: int) -> None:
        if not self.begun:
            self.begun = True
            pass_newcomers_over(port)
            threading.Thread(target=self._end, name="stopping", daemon=True).start()

    def _end(self) -> None:
        time.sleep(SECONDS)
        quiet = 0
        while quiet < QUIET_LOOKS:
            time.sleep(SECONDS_BETWEEN_LOOKS)
            quiet = 0 if self.answering else quiet + 1
        # Nothing here needs to be put away: what was saved is in the database.
        os._exit(0)


def pass_newcomers_over(port: int) -> int:
    """Let nobody new connect to what this process listens on at ``port``. Says how many sockets that is."""
    program = b"".join(struct.pack("HBBI", *one) for one in NO_NEWCOMERS)
    buffer = ctypes.create_string_buffer(program)
    said = struct.pack("@HP", len(NO_NEWCOMERS), ctypes.addressof(buffer))
    count = 0
    for name in os.listdir("/proc/self/fd"):
        try:
            one = socket.socket(fileno=int(name))
        except OSError:
            continue  # It is a file, or is closed by now.
        try:
            ours = one.family in (socket.AF_INET, socket.AF_INET6) and one.getsockname()[1] == port
            if ours and one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                one.setsockopt(socket.SOL_SOCKET, SO_ATTACH_FILTER, said)
                count += 1
        finally:
            # It is the server's.
            one.detach()
    return count


stopping = Stopping()
