"""Those who read and write while parts of the site are killed, and what they remember of it."""

import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.site import Browser

PUBLIC = ("/", "/roadmap/", "/skills/", "/interviews/", "/salaries/", "/credentials/")
# How long somebody waits who has seen an error.
PAUSE = 0.05


@dataclass
class Told:
    """What happened while one part was killed: by everybody, in seconds of one clock."""

    reads: int = 0
    writes: int = 0
    repeated: int = 0
    read_errors: list[float] = field(default_factory=list)
    write_errors: list[float] = field(default_factory=list)
    unseen: int = 0
    slowest: float = 0.0

    @property
    def window(self) -> float:
        """From the first error to the last."""
        errors = [*self.read_errors, *self.write_errors]
        return max(errors) - min(errors) if errors else 0.0


class People:
    """A crowd in threads. What they tell goes to ``told``, which the bench exchanges for each part."""

    def __init__(self, port: int, *, readers: int, writers: int) -> None:
        self.port = port
        self.told = Told()
        self.acknowledged: dict[str, str] = {}
        self.tried: set[str] = set()
        self.enough = threading.Event()
        self._lock = threading.Lock()
        self._threads = [threading.Thread(target=self._read) for _ in range(readers)]
        for number in range(writers):
            learner = Browser(port)
            learner.sign_up(f"shape{number}@example.org")
            self._threads.append(threading.Thread(target=self._write, args=(learner, number)))

    @contextmanager
    def busy(self) -> Iterator[None]:
        for thread in self._threads:
            thread.start()
        try:
            yield
        finally:
            self.enough.set()
            for thread in self._threads:
                thread.join(60)

    def _read(self) -> None:
        visitor = Browser(self.port)
        number = 0
        while not self.enough.is_set():
            number += 1
            # Of each three one is asked for by an address of its own, which is not kept ready-made.
            address = PUBLIC[number % len(PUBLIC)] + (f"?asked={uuid.uuid4().hex[:8]}" if number % 3 == 0 else "")
            self._ask(visitor, address, {200}, "read")

    def _write(self, learner: Browser, number: int) -> None:
        while not self.enough.is_set():
            token = str(uuid.uuid4())
            words = f"shape {number} {token}"
            self.tried.add(token)
            fields = {"token": token, "seen": "0", "happened": words, "on": "2026-05-01"}
            # As a page does that did not come: the same form with the same token, until it is answered.
            tries = 0
            while not self._ask(learner, "/evidence/add/", {302}, "write", fields):
                tries += 1
                if self.enough.is_set():
                    return
            with self._lock:
                self.acknowledged[token] = words
                self.told.repeated += tries
            while not self._ask(learner, "/evidence/", {200}, "read"):
                if self.enough.is_set():
                    return
            if words not in learner.body:
                with self._lock:
                    self.told.unseen += 1

    def _ask(
        self, who: Browser, address: str, right: set[int], kind: str, fields: dict[str, str] | None = None
    ) -> bool:
        began = time.monotonic()
        status = who.status(address, fields)
        took = time.monotonic() - began
        # Whoever is sent to sign in has not been answered.
        fine = status in right and "/account/" not in (who.location if status == 302 else "")
        with self._lock:
            told = self.told
            if kind == "read":
                told.reads += 1
            else:
                told.writes += 1
            told.slowest = max(told.slowest, took)
            if not fine:
                (told.read_errors if kind == "read" else told.write_errors).append(time.monotonic())
        if not fine:
            self.enough.wait(PAUSE)
        return fine
