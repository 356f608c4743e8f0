"""A file of each version of the format, as it was then, comes in for ever. Never write one of them anew.

What stood in JSON columns of the first was drawn at random, and no site wrote it. Since such columns have shapes it is
as sites did write it; not another byte was changed."""

import json
from pathlib import Path

import pytest
from django.utils import timezone

from keeping.taking.bringing import bring
from keeping.taking.export import SCHEMA
from keeping.taking.reading import read

FILES = sorted((Path(__file__).parent / "versions").glob("*.json"))


def test_there_is_a_file_of_each_version():
    assert [file.stem for file in FILES] == [str(number) for number in range(1, SCHEMA["version"] + 1)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_of_then_comes_in_whole(seeded, learner, file):
    rows = sum(map(len, json.loads(file.read_bytes())["tables"].values()))
    result = bring(learner, read(file.read_bytes()), at=timezone.now())
    assert result.added.total() + result.same.total() + result.aside.total() == rows
    assert not bring(learner, read(file.read_bytes()), at=timezone.now()).did_something
