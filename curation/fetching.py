"""One request to somebody else's server, with an end to everything: to time, to size, and to where it may lead.

``http.client`` alone counts time anew with every byte, and goes wherever a name leads, into our own network too.
"""

import io
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from http.client import BadStatusLine, HTTPException, HTTPResponse, IncompleteRead
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from time import monotonic
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

import idna

PORTS = {"http": 80, "https": 443}
# Addresses in which one of the older kind stands in the last four bytes.
NAT64 = IPv6Network("64:ff9b::/96")
ADDRESSES_TRIED = 3
# What may stand in an address as it is; ``%`` too, as it was encoded before.
AS_IT_IS = "%/:=&?~+!$,;'@()*[]"


class NoAnswerError(Exception):
    """What was in the way of an answer, in words for a curator."""


class HungUpError(NoAnswerError):
    """The line was cut before there was an answer, as some servers do to requests they do not like."""


@dataclass(frozen=True, slots=True)
class Limits:
    """In seconds and bytes. ``total`` is from the first packet to the last."""

    connect: float = 10
    read: float = 10
    total: float = 30
    size: int = 4096


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    location: str
    retry_after: str
    body: bytes


def plain(address: str) -> str:
    """An address in the letters that a server is asked in, without its fragment. Raises ``NoAnswerError``."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
        if parts.scheme not in PORTS or not host or "@" in parts.netloc:
            raise NoAnswerError("This is not the address of a page on the web.")
        if ":" in host:
            host = f"[{IPv6Address(host.replace('%', ' '))}]"  # of no zone: those are inside
        elif not host.isascii():
            host = idna.encode(host, uts46=True).decode()
        elif quote(host, safe="") != host:
            raise NoAnswerError("There is no such host.")
    except ValueError as error:  # of a port, of an address in brackets, of a name
        raise NoAnswerError("This is not the address of a page on the web.") from error
    where = host if port in (None, PORTS[parts.scheme]) else f"{host}:{port}"
    path, query = (quote(part, safe=AS_IT_IS) for part in (parts.path or "/", parts.query))
    return urlunsplit((parts.scheme, where, path, query, ""))


def is_public(ip: str) -> bool:
    """Whether an address is out in the open, and not of this machine, its network, or a way around into them."""
    one = ip_address(ip.partition("%")[0])
    if isinstance(one, IPv6Address):
        inner = one.ipv4_mapped or one.sixtofour or (one.teredo[1] if one.teredo else None)
        if one in NAT64:
            inner = IPv4Address(int(one) & 0xFFFFFFFF)
        if inner is not None:
            one = inner
    return one.is_global and not one.is_multicast


@dataclass(slots=True)
class Fetcher:
    """``private`` lets it into networks that are not public. ``heard`` says whether anybody has answered at all."""

    agent: str
    limits: Limits = Limits()
    private: bool = False
    clock: Callable[[], float] = monotonic
    heard: bool = False

    def fetch(self, method: str, address: str, *, size: int | None = None) -> Answer:
        """The head of an answer and, for ``GET``, how its body begins. Raises ``NoAnswerError``."""
        parts = urlsplit(plain(address))
        host = parts.hostname or ""
        end = self.clock() + self.limits.total
        line: Any = None
        try:
            line = self._connected(host, parts.port or PORTS[parts.scheme], end)
            if parts.scheme == "https":
                line = _tls().wrap_socket(line, server_hostname=host)
            target = f"{parts.path}?{parts.query}" if parts.query else parts.path
            said = {"Host": parts.netloc, "User-Agent": self.agent, "Accept": "*/*", "Connection": "close"}
            lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in said.items())]
            line.sendall("\r\n".join([*lines, "", ""]).encode("ascii"))
            response = HTTPResponse(_Bounded(line, end, self.limits.read, self.clock), method=method)  # type: ignore[arg-type]
            response.begin()
            self.heard = True
            body = b"" if method == "HEAD" else _beginning(response, self.limits.size if size is None else size)
        except (OSError, HTTPException, ValueError) as error:
            raise _in_words(error) from error
        finally:
            if line is not None:
                line.close()
        headers = response.headers
        return Answer(response.status, _text(headers["Location"]), _text(headers["Retry-After"]), body)

    def _connected(self, host: str, port: int, end: float) -> socket.socket:
        """A line to the first address of a host that takes one: to the very address that was looked at."""
        found = list(dict.fromkeys(str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
        open_to_us = found if self.private else [ip for ip in found if is_public(ip)]
        if not open_to_us:
            raise NoAnswerError("It leads into a private network, where we do not go.")
        failed: OSError = TimeoutError()
        for ip in open_to_us[:ADDRESSES_TRIED]:
            left = end - self.clock()
            if left <= 0:
                break
            try:
                return socket.create_connection((ip, port), timeout=min(self.limits.connect, left))
            except OSError as error:
                failed = error
        raise failed


class _Bounded(io.RawIOBase):
    """What comes over a line until an end, as the socket that ``HTTPResponse`` asks for its file, and as that file."""

    def __init__(self, line: socket.socket, end: float, pause: float, clock: Callable[[], float]) -> None:
        self._line, self._end, self._pause, self._clock = line, end, pause, clock

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(self)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        left = self._end - self._clock()
        if left <= 0:
            raise TimeoutError
        self._line.settimeout(min(self._pause, left))
        return self._line.recv_into(buffer)


def _beginning(response: HTTPResponse, size: int) -> bytes:
    body = response.read(size)
    if len(body) < size and response.length:
        raise IncompleteRead(body, response.length)
    return body


def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()


def _text(header: str | None) -> str:
    """A header as it was meant: some servers put UTF-8 where only Latin letters may stand."""
    return (header or "").encode("latin-1", "replace").decode("utf-8", "replace").strip()


def _in_words(error: Exception) -> NoAnswerError:
    match error:
        case TimeoutError():
            return NoAnswerError("It took too long.")
        case ssl.SSLCertVerificationError():
            return NoAnswerError(f"Its certificate is not good: {error.verify_message}.")
        case ssl.SSLError():
            return NoAnswerError(f"No secure line could be made: {error.reason or 'TLS failed'}.")
        case socket.gaierror() | UnicodeError():  # the latter of a name that cannot be one
            return NoAnswerError("There is no such host.")
        case ConnectionRefusedError():
            return NoAnswerError("Nothing listens there.")
        case ConnectionError():  # also ``RemoteDisconnected``, which is a bad status line too
            return HungUpError("It hung up without an answer.")
        case IncompleteRead():
            return NoAnswerError("Its answer broke off.")
        case BadStatusLine():
            return NoAnswerError("It does not speak HTTP.")
        case OSError():
            return NoAnswerError(f"No line could be made: {error.strerror or type(error).__name__}.")
    return NoAnswerError("Its answer cannot be read.")
