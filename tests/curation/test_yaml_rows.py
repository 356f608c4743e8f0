"""Rows of YAML files as pieces of text: what is the same stays, and what is new reads back as it was meant."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from curation import yaml_rows

TEXT = """\
# About the file.
first:
  # About a.
  - id: a
    name: A   # as it is written

  - {id: b, name: B}
# About the second.
second:
- id: c
  text: >-
    folded
    text
- id: 7
"""
PLAIN = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n"), max_size=60).map(str.strip)


def test_a_file_is_its_pieces():
    for section, ids, indent in (("first", ["a", "b"], 2), ("second", ["c", "7"], 0)):
        found = yaml_rows.blocks(TEXT, section)
        assert (list(found.of), found.indent) == (ids, indent)
        assert found.around(list(found.of.values())) == TEXT
    assert yaml_rows.blocks(TEXT, "first").of["a"] == "  # About a.\n  - id: a\n    name: A   # as it is written\n"
    assert yaml_rows.blocks(TEXT, "first").tail.startswith("# About the second.")
    with pytest.raises(KeyError):
        yaml_rows.blocks(TEXT, "third")


@pytest.mark.parametrize("none", ["rows: []\n", "rows:\n  []\n", "rows: [\n  ]  # None yet.\n", "rows: []"])
def test_an_empty_list_gets_its_first_row_and_a_list_may_lose_its_last(none):
    text = f"# Above.\n{none}" + ("# Below.\nmore:\n- id: c\n" if none.endswith("\n") else "")
    found = yaml_rows.blocks(text, "rows")
    assert (found.of, found.around([])) == ({}, text)
    written = found.around([yaml_rows.block({"id": "a"}, indent=found.indent)])
    below = text.partition("# Below.")[1:]
    assert written == "# Above.\nrows:\n- id: a\n" + "".join(below)
    assert yaml_rows.blocks(written, "rows").around([]) == "# Above.\nrows: []\n" + "".join(below)
    assert yaml.safe_load(yaml_rows.blocks(written, "rows").around([]))["rows"] == []


def test_a_revised_row_keeps_what_is_the_same_as_it_is_written():
    found = yaml_rows.blocks(TEXT, "first")
    row = {"id": "a", "name": "A", "links": ["x", "y"], "rows": [{"id": "k", "text": "one\ntwo"}]}
    assert yaml_rows.revised(found.of["a"], row, same={"id", "name"}, indent=2) == (
        "  # About a.\n  - id: a\n    name: A   # as it is written\n"
        "    links: [x, y]\n    rows:\n      - id: k\n        text: |-\n          one\n          two\n"
    )
    assert (
        yaml_rows.revised(found.of["b"], {"id": "b", "name": "C"}, same={"id"}, indent=2) == "\n  - {id: b, name: C}\n"
    )
    second = yaml_rows.blocks(TEXT, "second")
    assert yaml_rows.revised(second.of["c"], {"id": "c"}, same={"id"}, indent=0) == "- id: c\n"


@given(st.dictionaries(st.sampled_from(["name", "text", "points"]), PLAIN), st.sampled_from([0, 2]))
def test_what_is_written_reads_back(fields, indent):
    row = {"id": "x-1", **fields, "links": ["a"], "rows": [{"id": "r", **fields}], "number": 3, "yes": True}
    assert yaml.safe_load("rows:\n" + yaml_rows.block(row, indent=indent))["rows"] == [row]


def test_what_is_said_twice_is_refused():
    with pytest.raises(yaml.YAMLError, match="the key 'a' is used twice"):
        yaml_rows.read("a: 1\na: 2\n")
