"""The short form of the benchmark runs, and no page of every day has lost what makes it fast."""

import json
import subprocess
import sys

import pytest

from bench.pages import QUICK
from tests.servers import installed
from tests.site import ROOT

# Other tests run beside it, now beside the page and now beside what it is compared with. Pages that nobody keeps were
# sent a twelfth to a quarter of their target as often.
LEAST = 1 / 3


@pytest.mark.xdist_group("bench")
def test_the_pages_of_every_day_beside_a_bare_page(tmp_path):
    installed("wrk", "wrk")
    figures = tmp_path / "figures.json"
    command = [sys.executable, "-m", "bench", "--quick", "--seconds", "1", "--json", str(figures)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    rows = json.loads(figures.read_text())
    assert {(row["who"], row["address"]) for row in rows} == {
        (who, address) for who, addresses in QUICK.items() for address in addresses
    }
    slow = {(row["who"], row["address"]): row["ratio"] for row in rows if row["ratio"] < LEAST * row["target"]}
    assert (slow, [row["address"] for row in rows if row["bad"]]) == ({}, [])
