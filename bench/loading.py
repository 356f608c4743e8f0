"""Asking for one page again and again, by wrk, with as many clients as the targets are set for."""

import http.client
import json
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

CLIENTS = 8
# Those of Chromium.
ENCODINGS = "gzip, deflate, br, zstd"


@dataclass(frozen=True)
class Load:
    """What one run found: views a second, and how long a view takes, in milliseconds."""

    views: float
    p50: float
    p95: float
    p99: float
    bad: int


def first(url: str, *, cookie: str = "") -> float:
    """How long the first view takes, in milliseconds; then as many as bring the page to all workers.

    What a page costs once is a figure by itself: in so short a run it would be most of the slowest hundredth, which wrk
    counts for as many views as it held up.
    """
    times = [_asked(url, cookie) for _ in range(3 * CLIENTS)]
    return times[0]


def _asked(url: str, cookie: str) -> float:
    """On a connection of its own: which worker takes it is up to the system."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=30)
    headers = {"Accept-Encoding": ENCODINGS} | ({"Cookie": cookie} if cookie else {})
    begun = time.perf_counter()
    connection.request("GET", f"{parts.path}?{parts.query}".rstrip("?"), headers=headers)
    connection.getresponse().read()
    taken = time.perf_counter() - begun
    connection.close()
    return taken * 1000


def load(url: str, *, cookie: str = "", seconds: int) -> Load:
    """Ask for so long. Raises ``subprocess.CalledProcessError`` if wrk is not there or does not run."""
    headers = ["-H", f"Accept-Encoding: {ENCODINGS}", *(["-H", f"Cookie: {cookie}"] if cookie else [])]
    command = ["wrk", "-t1", f"-c{CLIENTS}", f"-d{seconds}s", "-s", str(Path(__file__).parent / "report.lua")]
    printed = subprocess.run([*command, *headers, url], check=True, capture_output=True, text=True).stdout
    return read(printed.splitlines()[-1])


def read(line: str) -> Load:
    """What ``report.lua`` wrote."""
    found = json.loads(line)
    return Load(
        views=found["requests"] / found["microseconds"] * 1e6,
        **{name: found[name] / 1000 for name in ("p50", "p95", "p99")},
        bad=found["bad"],
    )
