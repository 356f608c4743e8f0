"""Whether links lead to a page: asked politely, one request at a time of each host, and as ``robots.txt`` allows."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from queue import SimpleQueue
from threading import Event, Lock
from time import monotonic
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from django.utils import timezone

from curation.fetching import Answer, Fetcher, HungUpError, NoAnswerError, plain
from curation.link_rules import BUSY, FAILING, FOR_GOOD, REDIRECTS, TURNED_AWAY, seconds_to_wait, state_of

HOPS = 5
TRIES = 3
FIRST_WAIT, LONGEST_WAIT = 2.0, 60.0
LONGEST_CRAWL_DELAY = 30.0
# As much of ``robots.txt`` as RFC 9309 asks to read.
ROBOTS_SIZE = 500 * 1024


@dataclass(frozen=True, slots=True)
class Found:
    """What a link led to. ``final`` is where, if somewhere else; ``busy`` that its host wants to be left alone."""

    state: str
    status: int | None = None
    final: str = ""
    permanent: bool = False
    error: str = ""
    busy: bool = False


@dataclass
class Turns:
    """One request at a time of each host, whoever asks, and a pause after it."""

    wait: Callable[[float], object]
    clock: Callable[[], float] = monotonic
    _locks: dict[str, Lock] = field(default_factory=dict)
    _free: dict[str, float] = field(default_factory=dict)
    _door: Lock = field(default_factory=Lock)

    @contextmanager
    def at(self, host: str, *, pause: float) -> Iterator[None]:
        with self._door:
            lock = self._locks.setdefault(host, Lock())
        with lock:
            left = self._free.get(host, 0.0) - self.clock()
            if left > 0:
                self.wait(left)
            try:
                yield
            finally:
                self._free[host] = self.clock() + pause


class Checker:
    """``wait`` is what pauses are made with, ``now`` what a time in ``Retry-After`` is held against."""

    def __init__(
        self,
        fetcher: Fetcher,
        *,
        pause: float,
        wait: Callable[[float], object],
        now: Callable[[], datetime] = timezone.now,
    ) -> None:
        self.fetcher, self.pause, self.wait, self.now = fetcher, pause, wait, now
        self.turns = Turns(wait)
        self._robots: dict[str, RobotFileParser | NoAnswerError] = {}

    def check(self, address: str) -> Found:
        """Follow a link to its end. Nothing that a server does raises."""
        final, permanent = "", False
        try:
            here = plain(address)
            seen = {here}
            while True:
                if not self._rules(here).can_fetch(self.fetcher.agent, here):
                    return Found(TURNED_AWAY, final=final, permanent=permanent, error="robots.txt asks us not to.")
                answer = self._answer(here)
                if answer.status not in REDIRECTS or not answer.location:
                    state = state_of(answer.status, moved_for_good=permanent)
                    return Found(state, answer.status, final, permanent, busy=answer.status in BUSY)
                here = plain(_joined(here, answer.location))
                permanent = answer.status in FOR_GOOD and (permanent or not final)
                final = here
                if here in seen:
                    raise NoAnswerError("It leads in a circle.")
                if len(seen) > HOPS:
                    raise NoAnswerError(f"It leads on more than {HOPS} times.")
                seen.add(here)
        except NoAnswerError as error:
            return Found(FAILING, final=final, permanent=permanent, error=str(error))

    def _answer(self, address: str) -> Answer:
        """By its head alone, or where that is refused, by how its body begins."""
        try:
            answer = self._patiently("HEAD", address)
        except HungUpError:
            return self._patiently("GET", address)
        return answer if answer.status < 400 or answer.status in BUSY else self._patiently("GET", address)

    def _patiently(self, method: str, address: str, *, size: int | None = None, pause: float | None = None) -> Answer:
        """The answer, asked for again after a while from whoever is busy, unless the while is too long."""
        host = urlsplit(address).hostname or ""
        for number in range(1, TRIES + 1):
            with self.turns.at(host, pause=self._pause(address) if pause is None else pause):
                answer = self.fetcher.fetch(method, address, size=size)
            if answer.status not in BUSY or number == TRIES:
                break
            asked = seconds_to_wait(answer.retry_after, now=self.now())
            after = FIRST_WAIT * 2 ** (number - 1) if asked is None else asked
            if after > LONGEST_WAIT:
                break
            self.wait(after)
        return answer

    # --- robots.txt --------------------------------------------------------------------------------------------

    def _rules(self, address: str) -> RobotFileParser:
        origin = _origin(address)
        if origin not in self._robots:
            try:
                self._robots[origin] = self._read(f"{origin}/robots.txt")
            except NoAnswerError as error:
                # A host that is away costs one wait, and not one for each of its links.
                self._robots[origin] = error
        rules = self._robots[origin]
        if isinstance(rules, NoAnswerError):
            raise rules
        return rules

    def _read(self, address: str) -> RobotFileParser:
        """What a site asks of programs: everything is allowed where there is no such file, nothing while it fails."""
        rules = RobotFileParser(address)
        for _ in range(HOPS + 1):
            answer = self._patiently("GET", address, size=ROBOTS_SIZE, pause=self.pause)
            if answer.status not in REDIRECTS or not answer.location:
                break
            address = plain(_joined(address, answer.location))
        text = answer.body.decode("utf-8-sig", "replace") if 200 <= answer.status < 300 else ""
        if answer.status in BUSY or answer.status >= 500:
            text = "User-agent: *\nDisallow: /"
        rules.parse(text.splitlines())
        return rules

    def _pause(self, address: str) -> float:
        delay = float(self._rules(address).crawl_delay(self.fetcher.agent) or 0)
        return max(self.pause, min(delay, LONGEST_CRAWL_DELAY))


def check_all(
    addresses: list[str], *, checker: Checker, workers: int, stop: Event
) -> Iterator[tuple[str, Found | None]]:
    """Each link with what it led to as soon as that is known, or nothing if its host wants to be left alone today.

    The links of a host stay in their order, and so do the hosts. ``stop`` ends everything after the requests under way;
    it is set when nobody takes what is found any more.
    """
    hosts: dict[str, list[str]] = {}
    for address in addresses:
        hosts.setdefault(host_of(address), []).append(address)
    found: SimpleQueue[tuple[str, Found | None] | Exception | None] = SimpleQueue()

    def ask(links: list[str]) -> None:
        try:
            busy = False
            for link in links:
                if stop.is_set():
                    break
                one = None if busy else checker.check(link)
                # A pause that was cut short is no reason to say anything of a link.
                if stop.is_set():
                    break
                busy = one is None or one.busy
                found.put((link, one))
            found.put(None)
        except Exception as error:  # ours, for whoever waits in the queue
            found.put(error)

    with _pool(workers, stop) as submit:
        for links in hosts.values():
            submit(ask, links)
        waiting = len(hosts)
        while waiting:
            match found.get():
                case None:
                    waiting -= 1
                case Exception() as error:
                    raise error
                case one:
                    yield one


@contextmanager
def _pool(workers: int, stop: Event) -> Iterator[Callable[..., object]]:
    pool = ThreadPoolExecutor(workers, thread_name_prefix="links")
    try:
        yield pool.submit
    finally:
        stop.set()
        pool.shutdown(cancel_futures=True)


def _joined(here: str, location: str) -> str:
    try:
        return urljoin(here, location)
    except ValueError as error:
        raise NoAnswerError("It leads to something that is no address.") from error


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def host_of(address: str) -> str:
    try:
        return urlsplit(plain(address)).hostname or ""
    except NoAnswerError:
        return ""
