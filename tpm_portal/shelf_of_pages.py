"""Pages ready to be sent: as many as fit, and those that nobody asked for the longest time go first. Pure."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from threading import Lock


@dataclass(frozen=True)
class ReadyPage:
    """A page as it is kept, by encoding (``br``, ``gzip``, or empty for its own), and until when it is as it should be.

    ``route`` is the name of its address. A page that is in part new each time it is sent has no body: in its ``parts``
    packed texts and names of what comes after them take turns.
    """

    headers: tuple[tuple[str, str], ...]
    etag: str
    bodies: dict[str, bytes]
    until: float
    route: str = ""
    parts: tuple[bytes, ...] = ()

    @property
    def size(self) -> int:
        return sum(map(len, self.bodies.values())) + sum(map(len, self.parts)) + 500


class Pages:
    """What is kept of one edition of the content. Whatever is of another edition is gone with the first look at it."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._edition = ""
        self._pages: OrderedDict[Hashable, ReadyPage] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def get(self, edition: str, key: Hashable, *, now: float) -> ReadyPage | None:
        """The page, unless it is of another edition or its time is over."""
        with self._lock:
            self._turn_to(edition)
            page = self._pages.get(key)
            if page is None:
                return None
            if not now < page.until:
                self._drop(key)
                return None
            self._pages.move_to_end(key)
            return page

    def put(self, edition: str, key: Hashable, page: ReadyPage, *, now: float) -> None:
        """Keep it, unless it is larger than a tenth of everything or the edition is not the one in force any more.

        Pages whose time is over make room, those first that nobody asked for the longest time, up to one that is still
        good: what is asked for once, by machines mostly, so stays no longer than it can be sent.
        """
        with self._lock:
            if edition != self._edition:
                return
            self._drop(key)
            while self._pages and not now < (oldest := next(iter(self._pages.items())))[1].until:
                self._drop(oldest[0])
            if page.size * 10 > self._most:
                return
            self._pages[key] = page
            self._bytes += page.size
            while self._bytes > self._most:
                self._drop(next(iter(self._pages)))

    @property
    def bytes(self) -> int:
        return self._bytes

    def __len__(self) -> int:
        return len(self._pages)

    def _turn_to(self, edition: str) -> None:
        if edition != self._edition:
            self._pages.clear()
            self._bytes, self._edition = 0, edition

    def _drop(self, key: Hashable) -> None:
        page = self._pages.pop(key, None)
        if page is not None:
            self._bytes -= page.size


def best_encoding(accepted: str, *, among: tuple[str, ...] = ("br", "gzip")) -> str:
    """The best of what the header says that a browser takes: ``br``, ``gzip`` or nothing."""
    refused: set[str] = set()
    named: set[str] = set()
    for one in accepted.lower().split(","):
        name, _, rest = one.strip().partition(";")
        quality = rest.strip().replace(" ", "")
        (refused if quality in ("q=0", "q=0.0", "q=0.00", "q=0.000") else named).add(name.strip())
    return next((name for name in among if name in named - refused), "")


def matches(header: str, etag: str) -> bool:
    """Whether a browser has the page by what ``If-None-Match`` says (RFC 9110, weak comparison)."""
    wanted = etag.removeprefix("W/")
    return header.strip() == "*" or wanted in (one.strip().removeprefix("W/") for one in header.split(","))
