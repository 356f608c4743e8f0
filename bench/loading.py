"""Asking for one page again and again, by wrk, with as many clients as the targets are set for."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

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
