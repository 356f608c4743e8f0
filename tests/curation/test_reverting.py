"""What changes come to, and what takes them back."""

from dataclasses import dataclass
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from curation.reverting import Net, in_order, net, without


@dataclass
class Recorded:
    table: str
    row: int
    before: Any
    after: Any


def test_several_changes_of_a_row_come_to_one():
    changes = [Recorded("t", 1, {"a": 1}, {"a": 2}), Recorded("t", 2, None, {"a": 9}), Recorded("t", 1, {"a": 2}, None)]
    assert net(changes) == {("t", 1): Net({"a": 1}, None), ("t", 2): Net(None, {"a": 9})}


def test_a_row_that_is_as_it_was_is_left_out():
    assert net([Recorded("t", 1, None, {"a": 1}), Recorded("t", 1, {"a": 1}, None)]) == {}
    assert net([Recorded("t", 1, {"a": 1}, {"a": 2}), Recorded("t", 1, {"a": 2}, {"a": 1})]) == {}


def test_of_a_row_only_one_column_goes_back_and_none_of_a_row_that_was_not_there():
    nets = {("t", 1): Net({"a": 1, "b": 1}, {"a": 2, "b": 2}), ("t", 2): Net(None, {"a": 1})}
    assert without(nets, {("t", 1): "b", ("t", 2): "b"}) == {("t", 1): {"id": 1, "b": 1}}
    assert without(nets, {}) == {("t", 1): {"a": 1, "b": 1}, ("t", 2): None}


def test_who_leaves_a_condition_goes_before_who_meets_it():
    documents = [{"id": 1, "h": True, "r": None}, {"id": 2, "h": False, "r": None}, {"id": 3, "h": True, "r": "now"}]
    assert in_order(documents, [{"h": True, "r": None}]) == [documents[1:], documents[:1]]
    assert in_order(documents, []) == [documents]
    assert in_order([], []) == []


STATES = st.none() | st.fixed_dictionaries({"a": st.integers(0, 2)})


@given(st.lists(st.tuples(st.integers(1, 2), STATES), max_size=8))
def test_taking_back_all_changes_gives_the_first_state(steps):
    """Against the slow way: each change by itself, the newest first."""
    rows: dict[int, Any] = {1: {"a": 0}}
    changes = []
    for row, state in steps:
        changes.append(Recorded("t", row, rows.get(row), state))
        rows[row] = state
    wanted = {key: one.before for key, one in net(changes).items()}
    back = {("t", row): state for row, state in rows.items()} | wanted
    for change in reversed(changes):
        rows[change.row] = change.before
    assert back == {("t", row): state for row, state in rows.items()}
