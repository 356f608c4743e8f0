"""The one writer: marked as UTF-8, no cell a formula, and every text comes back as it was."""

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from curation.csv_lines import cells_by_line
from curation.csv_writer import guarded, unguarded, written
from curation.unseen import without_unseen

ANYTHING = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=20)
FORMULAS = st.builds(
    "".join, st.tuples(st.sampled_from(["", "'", "''", '"']), st.sampled_from("=+-@\t\r\n\uff1d"), ANYTHING)
)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-1+1", "'-1+1"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\uff1d1", "'\uff1d1"),
        ("'=1", "''=1"),
        # No formulas.
        ("-5", "-5"),
        ("-45.50", "-45.50"),
        ("1+1", "1+1"),
        ("'Twas late", "'Twas late"),
        ('"=1"', '"=1"'),
        (" =1", " =1"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_would_run_stands_behind_an_apostrophe(text, cell):
    assert (guarded(text), unguarded(cell)) == (cell, text)


@given(ANYTHING | FORMULAS)
@example("'-5")
@example("-5\n")
def test_the_guard_comes_off_as_it_was_put_on(text):
    assert unguarded(guarded(text)) == text


def test_a_file_is_marked_as_utf_8_and_has_the_line_ends_of_spreadsheets():
    text = written(("place", "note"), [("Zürich", "=1"), ("a,b", 'say "x"\nand y')])
    assert text == '\ufeffplace,note\r\nZürich,\'=1\r\n"a,b","say ""x""\nand y"\r\n'


@given(st.lists(ANYTHING | FORMULAS, min_size=2, max_size=2))
def test_every_cell_that_goes_out_comes_back(cells):
    text = written(("one", "two"), [cells, ["x", "y"]])
    [_, *rows] = csv.reader(io.StringIO(text, newline=""))
    assert rows == [[guarded(cell) for cell in cells], ["x", "y"]]
    problems = []
    found = dict(cells_by_line(text.removeprefix("\ufeff"), ("one", "two"), problems))
    # Without the space around it, which no table keeps. A row in which nobody sees anything is none.
    first = {name: unguarded(guarded(cell).strip()) for name, cell in zip(("one", "two"), cells, strict=True)}
    wanted = {2: first} if any(without_unseen(guarded(cell)) for cell in cells) else {}
    assert (found, problems) == (wanted | {3: {"one": "x", "two": "y"}}, [])
