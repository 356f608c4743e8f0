"""Answers that take long to make: they are made beside the pages, and sent as fast as whoever asked can read.

What is made waits in a file that has no name, so that it is gone with the process whatever happens: a slow reader holds
neither the thread that makes it nor its connection to the database.
"""

import asyncio
import logging
import os
import traceback
from collections.abc import Iterable
from concurrent.futures import Executor
from tempfile import TemporaryFile
from typing import Any

from django.db import connections
from django.http import StreamingHttpResponse
from granian.rsgi import ProtocolClosed, ProtocolError  # type: ignore[attr-defined]

from tpm_portal import request_id

logger = logging.getLogger(__name__)

PIECE = 64 * 1024


class LongAnswer(StreamingHttpResponse):
    """What a view gives for an answer that is made piece by piece, on a connection to the database of its own."""

    def __init__(self, pieces: Iterable[bytes], **kwargs: Any) -> None:
        super().__init__(pieces, **kwargs)
        # It is as small as it gets, and stays in the pieces in which it is made.
        self.headers["Content-Encoding"] = "identity"


class Making:
    """The pieces on their way into a file: how much of it is there, and whether that is all."""

    def __init__(self, file: Any) -> None:
        self.file = file
        self.size = 0
        self.done = False
        self.unwanted = False
        self.request_id = request_id.current()
        self.more = asyncio.Event()
        self.loop = asyncio.get_running_loop()

    def run(self, answer: LongAnswer) -> None:
        """Make all of it, in a thread for this alone."""
        request_id.begin(self.request_id)
        try:
            for piece in answer:
                if self.unwanted:
                    break
                self.file.write(piece)
                self.size += len(piece)
                self._tell()
        except Exception as error:
            # Where it broke, without what the error says, which may be what somebody wrote.
            where = "".join(traceback.format_tb(error.__traceback__))
            logger.error("A long answer broke off (%s)\n%s", type(error).__name__, where)
        finally:
            answer.close()
            connections.close_all()
            self.done = True
            self._tell()

    def _tell(self) -> None:
        self.loop.call_soon_threadsafe(self.more.set)


async def send(answer: LongAnswer, status: int, headers: list[tuple[str, str]], proto: Any, beside: Executor) -> None:
    """Send an answer while it is made.

    One that breaks off ends early, which the server passes on as an end like any other: what is sent has to say itself
    where it ends, as a zip does.
    """
    with TemporaryFile(buffering=0) as file:
        making = Making(file)
        made = making.loop.run_in_executor(beside, making.run, answer)
        try:
            await _sent(making, status, headers, proto)
        except (ProtocolClosed, ProtocolError):
            pass  # They went away in the middle of it.
        finally:
            making.unwanted = True
            await made


async def _sent(making: Making, status: int, headers: list[tuple[str, str]], proto: Any) -> None:
    stream = proto.response_stream(status, headers)
    sent = 0
    while True:
        making.more.clear()
        done = making.done
        while sent < making.size:
            piece = os.pread(making.file.fileno(), min(PIECE, making.size - sent), sent)
            await stream.send_bytes(piece)
            sent += len(piece)
        if done:
            break
        await making.more.wait()
