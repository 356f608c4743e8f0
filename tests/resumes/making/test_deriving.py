"""How a resume is derived: layer over layer, each case with what it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumes.making.deriving import (
    Change,
    Item,
    Orphan,
    derive,
    folded,
    in_order,
    layer_of,
    lines_of,
    moved,
    orphans,
)

A, B, C = Item("a", text="Led a"), Item("b", text="Led b"), Item("c", text="Led c")
HIDDEN = Item("h", text="Old", shown=False)


def said(items, *layers):
    """The keys in order with what each says; in brackets what is left out, with a star what is worded at the top."""
    found = []
    for line in derive(items, layers):
        text = f"{line.item.key}={line.text}{'*' if line.own else ''}{'!' if line.changed_beneath else ''}"
        found.append(text if line.shown else f"[{text}]")
    return " ".join(found)


def worded(text, beneath):
    return Change(wording=text, beneath=beneath)


CASES = {
    "nothing said": ([A, B], [{}], "a=Led a b=Led b"),
    "no layer at all": ([A, B], [], "a=Led a b=Led b"),
    "left out": ([A, B], [{"a": Change(shown=False)}], "[a=Led a] b=Led b"),
    "usually hidden": ([A, HIDDEN], [{}], "a=Led a [h=Old]"),
    "usually hidden, shown": ([A, HIDDEN], [{"h": Change(shown=True)}], "a=Led a h=Old"),
    "worded here": ([A, B], [{"a": worded("Ran a", "Led a")}], "a=Ran a* b=Led b"),
    "changed beneath": ([Item("a", text="Led all")], [{}], "a=Led all"),
    "changed beneath an own wording": ([Item("a", text="Led all")], [{"a": worded("Ran a", "Led a")}], "a=Ran a*!"),
    "changed beneath and back": ([A], [{"a": worded("Ran a", "Led a")}], "a=Ran a*"),
    "worded as beneath": ([A], [{"a": worded("Led a", "Led a")}], "a=Led a*"),
    "reordered": (
        [A, B, C],
        [{"c": Change(rank=1), "a": Change(rank=2), "b": Change(rank=3)}],
        "c=Led c a=Led a b=Led b",
    ),
    "reordered in part": ([A, B, C], [{"c": Change(rank=1), "a": Change(rank=2)}], "c=Led c a=Led a b=Led b"),
    "new at the end": ([A, B, C], [{"b": Change(rank=1), "a": Change(rank=2)}], "b=Led b c=Led c a=Led a"),
    "new at the front": ([C, A, B], [{"b": Change(rank=1), "a": Change(rank=2)}], "c=Led c b=Led b a=Led a"),
    "ranked, then gone": ([A, B], [{"c": Change(rank=1), "b": Change(rank=2), "a": Change(rank=3)}], "b=Led b a=Led a"),
    "same rank twice": ([A, B], [{"b": Change(rank=1), "a": Change(rank=1)}], "a=Led a b=Led b"),
    "gone beneath": ([B], [{"a": worded("Ran a", "Led a")}], "b=Led b"),
    "back again": ([A, B], [{"a": worded("Ran a", "Led a")}], "a=Ran a* b=Led b"),
    "tailored, nothing said": ([A], [{"a": worded("Ran a", "Led a")}, {}], "a=Ran a"),
    "tailored, worded": ([A], [{"a": worded("Ran a", "Led a")}, {"a": worded("Drove a", "Ran a")}], "a=Drove a*"),
    "tailored, base worded anew": (
        [A],
        [{"a": worded("Steered a", "Led a")}, {"a": worded("Drove a", "Ran a")}],
        "a=Drove a*!",
    ),
    "tailored, base lets go of its wording": ([A], [{}, {"a": worded("Drove a", "Ran a")}], "a=Drove a*!"),
    "tailored, base leaves it out": ([A, B], [{"a": Change(shown=False)}, {}], "[a=Led a] b=Led b"),
    "tailored, shown though the base leaves it out": (
        [A, B],
        [{"a": Change(shown=False)}, {"a": Change(shown=True)}],
        "a=Led a b=Led b",
    ),
    "tailored, left out though the base shows it": (
        [HIDDEN],
        [{"h": Change(shown=True)}, {"h": Change(shown=False)}],
        "[h=Old]",
    ),
    "tailored, base reordered": (
        [A, B],
        [{"b": Change(rank=1), "a": Change(rank=2)}, {}],
        "b=Led b a=Led a",
    ),
    "tailored, both reordered": (
        [A, B, C],
        [{"b": Change(rank=1), "a": Change(rank=2), "c": Change(rank=3)}, {"c": Change(rank=1), "b": Change(rank=2)}],
        "c=Led c b=Led b a=Led a",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_a_resume_says(case):
    items, layers, text = CASES[case]
    assert said(items, *layers) == text


def test_there_are_as_many_cases_as_were_asked_for():
    assert len(CASES) >= 25


def test_a_line_says_what_lies_beneath_and_what_did():
    (line,) = derive([Item("a", text="Led all")], [{"a": worded("Ran a", "Led a")}])
    assert (line.text, line.beneath, line.was, line.decided) == ("Ran a", "Led all", "Led a", False)
    (line,) = derive([A], [{"a": Change(shown=True)}])
    assert (line.beneath, line.was, line.decided) == ("Led a", "", True)


def test_groups_keep_their_own_order():
    items = [Item("s"), Item("t"), Item("x", "s"), Item("y", "t"), Item("z", "s")]
    layer = {"z": Change(rank=1), "x": Change(rank=2), "t": Change(rank=1), "s": Change(rank=2)}
    assert [line.item.key for line in derive(items, [layer])] == ["t", "s", "z", "x", "y"]


def test_an_own_wording_whose_bullet_is_gone_is_found():
    layer = {"a": worded("Ran a", "Led a"), "b": Change(shown=False), "c": worded("Ran c", "Led c")}
    assert orphans([C], layer) == [Orphan("a", "Ran a", "Led a")]


@pytest.mark.parametrize(
    ("key", "before", "order"),
    [("a", "c", "bac"), ("c", "b", "acb"), ("a", "b", "abc"), ("a", "", "bca"), ("c", "a", "cab"), ("a", "a", "abc")],
)
def test_one_moves_to_before_another_or_to_the_end(key, before, order):
    assert "".join(moved("abc", key, before)) == order


keys = st.text("abcdefg", min_size=1, max_size=1)
changes = st.builds(
    Change,
    shown=st.none() | st.booleans(),
    rank=st.none() | st.integers(1, 7),
    wording=st.sampled_from(["", "x", "y"]),
    beneath=st.sampled_from(["", "x"]),
)
layers = st.dictionaries(keys, changes)


@given(st.lists(keys, unique=True), layers)
def test_an_order_has_every_key_once(there, layer):
    assert sorted(in_order(there, layer)) == sorted(there)


@given(st.lists(keys, unique=True), st.data())
def test_a_full_order_is_kept_whatever_lies_beneath(there, data):
    wanted = data.draw(st.permutations(there))
    layer = {key: Change(rank=rank) for rank, key in enumerate(wanted)}
    assert in_order(there, layer) == wanted


@given(st.lists(keys, unique=True, min_size=1), st.data())
def test_what_is_new_comes_right_after_what_it_comes_after_beneath(there, data):
    new = data.draw(st.sampled_from(there))
    rest = [key for key in there if key != new]
    wanted = data.draw(st.permutations(rest))
    found = in_order(there, {key: Change(rank=rank) for rank, key in enumerate(wanted)})
    place = there.index(new)
    assert found.index(new) == (found.index(there[place - 1]) + 1 if place else 0)


@given(layers)
def test_a_layer_survives_its_document_but_for_what_says_nothing(layer):
    assert layer_of(lines_of(layer)) == {key: change for key, change in layer.items() if not change.empty}


@given(st.lists(keys, unique=True), layers, layers)
def test_two_layers_as_one_show_and_say_the_same(there, lower, upper):
    items = [Item(key, text=key) for key in there]
    apart = {line.item.key: (line.shown, line.text) for line in derive(items, [lower, upper])}
    assert {line.item.key: (line.shown, line.text) for line in derive(items, [folded(lower, upper)])} == apart
