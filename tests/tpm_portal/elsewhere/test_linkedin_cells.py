import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_portal.elsewhere.linkedin_cells import COLUMNS, MOST_BYTES, Cells, CellsError, read, written

TEXT = st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
CELLS = st.sampled_from(sorted(COLUMNS)).flatmap(
    lambda table: st.builds(
        Cells,
        st.just(table),
        TEXT,
        st.integers(1, 10**9 - 1),
        st.dictionaries(st.sampled_from(COLUMNS[table]), TEXT),
    )
)


@given(st.lists(CELLS, max_size=6))
def test_rows_come_back_as_they_went(rows):
    assert read(written(rows)) == tuple(rows)


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "null", "1", '"x"', "[1]", "[[]]", "[" * 100_000),
        *(
            json.dumps([row])
            for row in (
                ["Nothing", "a", 1, {}],
                ["Skills", "a", 1, {"title": "x"}],
                ["Skills", "a", 1, {"name": 1}],
                ["Skills", "a", True, {"name": "x"}],
                ["Skills", "a", 0, {"name": "x"}],
                ["Skills", "a", 1, {"name": "\0"}],
                ["Skills", "a", 1, {"name": "\ud800"}],
                ["Skills", "a", 1, ["name"]],
                ["Skills", 7, 1, {"name": "x"}],
                [["Skills"], "a", 1, {"name": "x"}],
                ["Skills", "a", 1, {"name": "x"}, "more"],
            )
        ),
        '[["Skills", "a", 1, {"name": "\0"}]]',
        " " * (MOST_BYTES + 1),
    ],
)
def test_what_was_tampered_with_is_refused(text):
    with pytest.raises(CellsError):
        read(text)


def test_more_than_goes_to_the_browser_and_back_is_said():
    with pytest.raises(CellsError) as error:
        written([Cells("Skills", "a", 1, {"name": "x" * MOST_BYTES})])
    assert str(error.value) == "There are more than 1,000,000 bytes in its tables. That is more than a career."


@given(st.recursive(st.none() | st.integers() | st.text(), lambda one: st.lists(one) | st.dictionaries(st.text(), one)))
def test_any_json_is_rows_or_refused(document):
    try:
        read(json.dumps(document))
    except CellsError:
        return
    assert document == []
