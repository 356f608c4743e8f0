"""The entry point for granian: an event loop reads every body to its end, and only then Django's thread is asked.

A body that comes slowly, or never ends, so costs a connection and no page of anybody else. Django runs as it does under
WSGI, in one thread for each process, which keeps one connection to the database and never leaks any. What takes long to
make has another thread, so that no page waits for it.
"""

import asyncio
import gc
import io
import logging
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

from granian.rsgi import HTTPProtocol, ProtocolClosed, ProtocolError, Scope  # type: ignore[attr-defined]

# It sets Django up, without which no model can be imported.
from tpm_portal.wsgi import application as django  # isort: split

from django.conf import settings
from django.db import connections
from django.urls import reverse

from accounts.outbox import postman
from tpm_portal import request_id, warming
from tpm_portal.lean import give_back
from tpm_portal.long_answers import LongAnswer, send
from tpm_portal.one_thread import OneThread
from tpm_portal.receiving import (
    FILE_BYTES,
    FOR_LEARNERS,
    FORM_BYTES,
    LARGE_BYTES_AT_ONCE,
    REFUSED,
    SMALL_BYTES,
    Body,
    announced,
    may_send_file,
    most_bytes,
    most_megabytes,
)
from tpm_portal.stopping import stopping

logger = logging.getLogger(__name__)

# Browsers read an answer only once they have sent everything. So much of what is refused is read for it, and dropped.
DROPPED_BYTES = 4 * FILE_BYTES
DROPPED_SECONDS = 10.0

BASE_ENVIRON: dict[str, Any] = {
    "SCRIPT_NAME": "",
    "wsgi.version": (1, 0),
    "wsgi.errors": sys.stderr,
    "wsgi.input_terminated": True,
    "wsgi.multithread": False,
    "wsgi.multiprocess": True,
    "wsgi.run_once": False,
}


# The collector looks through what is new after so many objects more; through what outlived that after so many times;
# and through all else after so many times of those. What pages in the making hold then, in circles, waits for the last.
LOOKED_THROUGH = (20_000, 10, 3)


class Refused(Exception):  # noqa: N818 (the status of an answer, no fault of ours)
    """The body is not taken, with the status that says why, and whether a learner's would be."""

    def __init__(self, status: int, *, for_learners: bool = False) -> None:
        self.status = status
        self.for_learners = for_learners


class Front:
    """What granian calls with each request."""

    def __init__(self) -> None:
        self.pages = OneThread("pages")
        self.beside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="beside")
        self.large_bytes = 0
        # The file of all claims takes a second once after each change, and is sent only when it is whole.
        self.made_beside = {reverse("salaries:claims_csv")}

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Set the worker up: mail that waited when the last process ended, and less to look through for the collector.

        What is loaded by now stays for good, and a page makes some 10,000 objects that go by themselves. It is not
        looked through once more either: that writes to every object, and what is written to is no longer shared.
        """
        give_back()
        gc.freeze()
        gc.set_threshold(*LOOKED_THROUGH)
        if settings.MAIL_CONFIGURED:
            postman.wake()
        stopping.wait_for_it(loop, settings.PORT)
        self.warming = loop.create_task(self._warm())

    async def _warm(self) -> None:
        """One step after the other, so that each request waits for one of them at most."""
        for step in warming.steps():
            if stopping.begun:
                return
            await self._in_thread(step)
        await self._in_thread(_settle)

    async def __call__(self, scope: Scope, proto: HTTPProtocol) -> None:
        environ = _environ(scope)
        with request_id.named(request_id.number_of(environ, believed=settings.BEHIND_PROXY)):
            stopping.answering += 1
            try:
                await self._take(environ, proto)
            finally:
                stopping.answering -= 1

    async def _take(self, environ: dict[str, Any], proto: HTTPProtocol) -> None:
        body = announced(environ.get("CONTENT_LENGTH"), environ.get("HTTP_TRANSFER_ENCODING"))
        content = b""
        try:
            if body.length:
                content = await self._receive(environ, body, proto)
        except Refused as refusal:
            environ |= {REFUSED: refusal.status, FOR_LEARNERS: refusal.for_learners, "CONTENT_LENGTH": ""}
        except (ProtocolClosed, ProtocolError):
            return  # They went away in the middle of it.
        environ["wsgi.input"] = io.BytesIO(content)
        if environ["PATH_INFO"] in self.made_beside:
            work = partial(_numbered, request_id.current(), _answer_beside, environ, proto)
            await asyncio.get_running_loop().run_in_executor(self.beside, work)
            return
        long = await self._in_thread(_answer, environ, proto)
        if long is not None:
            answer, status, headers = long
            await send(answer, status, headers, proto, self.beside)

    async def _receive(self, environ: dict[str, Any], body: Body, proto: HTTPProtocol) -> bytes:
        """Read a body to its end. Raises ``Refused``."""
        try:
            await self._judge(environ, body)
        except Refused:
            if "HTTP_EXPECT" not in environ:
                await _drop(proto)
            raise
        large = body.length if body.length > SMALL_BYTES else 0
        self.large_bytes += large
        try:
            async with asyncio.timeout(body.seconds):
                content: bytes = await proto()
                return content
        except TimeoutError:
            raise Refused(408) from None
        finally:
            self.large_bytes -= large

    async def _judge(self, environ: dict[str, Any], body: Body) -> None:
        """Raise ``Refused`` if a body is not even to be read."""
        if body.length < 0:
            raise Refused(411)
        if body.length > most_bytes(environ.get("PATH_INFO", "")):
            raise Refused(413)
        if body.length > FORM_BYTES and not await self._in_thread(_may_send_file, environ):
            raise Refused(413, for_learners=most_megabytes(environ.get("PATH_INFO", "")) > 0)
        if body.length > SMALL_BYTES and self.large_bytes + body.length > LARGE_BYTES_AT_ONCE:
            raise Refused(503)

    async def _in_thread(self, work: Callable[..., Any], *args: Any) -> Any:
        return await self.pages.do(partial(_numbered, request_id.current(), work, *args))


def _settle() -> None:
    """Put what the first pages have loaded with what stays for good, and nothing that they have left behind."""
    gc.collect()
    gc.freeze()


def _numbered(number: str, work: Callable[..., Any], *args: Any) -> Any:
    """Do it as part of the request with that number: a thread does not know by itself what it is asked for."""
    with request_id.named(number):
        return work(*args)


async def _drop(proto: HTTPProtocol) -> None:
    """Let the rest of a refused body come in and keep none of it, within limits."""
    left = DROPPED_BYTES
    try:
        async with asyncio.timeout(DROPPED_SECONDS):
            async for chunk in proto:
                left -= len(chunk)
                if left < 0:
                    return
    except TimeoutError:
        return


def _may_send_file(environ: dict[str, Any]) -> bool:
    try:
        return may_send_file(environ)
    except Exception:
        # The database may be away. The page that is asked next says so.
        logger.exception("Whether a file may be sent could not be judged")
        return False


def _answer(environ: dict[str, Any], proto: HTTPProtocol) -> tuple[LongAnswer, int, list[tuple[str, str]]] | None:
    """Let Django make a page and hand it over whole: whoever reads it slowly holds nobody up.

    Gives back what takes long to make, with its status and headers: that is made elsewhere.
    """
    status, headers = 500, []

    def start_response(line: str, given: list[tuple[str, str]], exc_info: Any = None) -> Callable[[bytes], object]:
        nonlocal status, headers
        status, headers = int(line[:3]), given
        return io.BytesIO().write

    response: Iterable[bytes] = django(environ, start_response)
    if stopping.begun:
        headers.append(("Connection", "close"))
    if isinstance(response, LongAnswer):
        return response, status, headers
    try:
        content = b"".join(response)
    finally:
        response.close()  # type: ignore[attr-defined]
    proto.response_bytes(status, headers, content)
    return None


def _answer_beside(environ: dict[str, Any], proto: HTTPProtocol) -> None:
    """The same in the thread that has no connection of its own: it is closed when the answer is made."""
    try:
        _answer(environ, proto)
    finally:
        connections.close_all()


def _environ(scope: Scope) -> dict[str, Any]:
    """The request as WSGI has it (PEP 3333)."""
    server, _, port = scope.server.rpartition(":")
    environ = BASE_ENVIRON | {
        "REQUEST_METHOD": scope.method,
        "PATH_INFO": scope.path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "SERVER_NAME": server.strip("[]"),
        "SERVER_PORT": port,
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "wsgi.url_scheme": scope.scheme,
    }
    for name, value in scope.headers.items():
        if "_" in name:
            continue  # It would pass for the header with a hyphen that a proxy vouches for.
        key = name.upper().replace("-", "_")
        key = key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"
        if key in environ:
            environ[key] += f"; {value}" if key == "HTTP_COOKIE" else f",{value}"
        else:
            environ[key] = value
    environ.setdefault("HTTP_HOST", scope.authority or "")
    return environ


application = Front()
