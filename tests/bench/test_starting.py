"""The benchmarks start a site of their own, and so must load before Django is set up."""

import subprocess
import sys

import pytest

from tests.site import ROOT


@pytest.mark.parametrize("module", ["bench", "bench.cold", "bench.memory", "bench.plans", "bench.shape"])
def test_each_says_what_it_is_for(module):
    asked = [sys.executable, "-m", module, "--help"]
    said = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert said.startswith("usage: python -m bench")
