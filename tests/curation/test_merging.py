"""The three-way rule as a pure function, held against what each field and each id alone must come to."""

import functools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curation.merging import merge

NAMES = ("title", "why", "position")
value = st.sampled_from(["a", "b", "c"])
plain = st.fixed_dictionaries(dict.fromkeys(NAMES, value))


def named(ids):
    return st.tuples(*(plain.map(functools.partial(dict, id=key)) for key in ids)).map(list)


rows = st.lists(st.sampled_from(["w", "x", "y", "z"]), unique=True, max_size=4).flatmap(named)
documents = st.builds(lambda row, parts: row | {"parts": parts}, plain, rows)


def expected(seeded, current, wanted):
    """What one field comes to, and whether it stays as a curator left it."""
    edited = current not in (seeded, wanted)
    return (current, True) if edited else (wanted, False)


@given(documents, documents, documents)
def test_each_field_is_judged_alone(seeded, current, wanted):
    merged = merge(seeded=seeded, current=current, wanted=wanted, lists=["parts"])
    for name in NAMES:
        want, kept = expected(seeded[name], current[name], wanted[name])
        assert (merged.document[name], name in merged.kept) == (want, kept)


@given(documents, documents, documents)
def test_each_row_inside_is_judged_alone_by_its_id_and_what_is_kept_is_said(seeded, current, wanted):
    merged = merge(seeded=seeded, current=current, wanted=wanted, lists=["parts"])
    before, here, file, found = (
        {row["id"]: row for row in document["parts"]} for document in (seeded, current, wanted, merged.document)
    )
    assert len(found) == len(merged.document["parts"])
    if seeded["parts"] == current["parts"]:
        assert merged.document["parts"] == wanted["parts"]
    said = set()
    for key in before.keys() | here.keys() | file.keys():
        if key in file and key in here:
            for name in NAMES:
                was = before[key][name] if key in before else object()
                want, kept = expected(was, here[key][name], file[key][name])
                assert found[key][name] == want
                said |= {f"parts {key}: {name}"} if kept else set()
        elif key in file:
            assert (found.get(key) == file[key]) if key not in before else (key not in found)
            said |= {f"parts {key}: retired"} if key in before else set()
        elif key in here:
            assert (key not in found) if here[key] == before.get(key) else (found[key] == here[key])
            if key in found:
                said.add(f"parts {key}: {'edited, and no longer in the file' if key in before else 'added'}")
        else:
            assert key not in found
    if [key for key in found if key in file] != [key for key in file if key in found]:
        said.add("parts: order")
    assert sorted(set(merged.kept) - set(NAMES)) == sorted(said)


@given(documents, documents)
def test_what_nobody_edited_follows_and_what_agrees_is_kept_by_nobody(seeded, wanted):
    assert merge(seeded=seeded, current=seeded, wanted=wanted, lists=["parts"]).document == wanted
    followed = merge(seeded=seeded, current=wanted, wanted=wanted, lists=["parts"])
    assert (followed.document, followed.kept) == (wanted, [])


@given(documents, documents, documents)
def test_a_second_seeding_of_the_same_file_changes_nothing_more(seeded, current, wanted):
    first = merge(seeded=seeded, current=current, wanted=wanted, lists=["parts"])
    second = merge(seeded=wanted, current=first.document, wanted=wanted, lists=["parts"])
    assert second.document == first.document
    assert bool(second.kept) == (first.document != wanted)


@given(documents, documents)
def test_all_that_differs_in_a_row_that_a_curator_made_is_theirs(current, wanted):
    merged = merge(seeded=None, current=current, wanted=wanted, lists=["parts"])
    assert merged.document == current
    assert sorted(merged.kept) == sorted(name for name in wanted if wanted[name] != current[name])


def test_a_field_that_is_seeded_only_since_is_no_edit():
    merged = merge(seeded={"title": "a"}, current={"title": "b", "why": ""}, wanted={"title": "c", "why": "d"})
    assert (merged.document, merged.kept) == ({"title": "b", "why": "d"}, ["title"])


@pytest.mark.parametrize(
    ("seeded", "current", "wanted", "found", "kept"),
    [
        ("wy", "wxy", "wyz", "wxyz", ["parts x: added"]),
        ("wy", "xwy", "zwy", "xzwy", ["parts x: added"]),
        ("wy", "yw", "wzy", "ywz", ["parts: order"]),
        ("wy", "yw", "yw", "yw", []),
        ("wy", "yx", "xyw", "xy", ["parts w: retired"]),
        ("wxy", "yw", "yxw", "yw", ["parts x: retired"]),
    ],
    ids=[
        *("added between", "added first", "moved", "moved as in the file", "taken away"),
        "taken away, and the others moved as in the file",
    ],
)
def test_what_a_curator_moved_stays_moved_and_what_they_added_stays_behind_the_same(
    seeded, current, wanted, found, kept
):
    seeded, current, wanted = ({"parts": [{"id": key} for key in keys]} for keys in (seeded, current, wanted))
    merged = merge(seeded=seeded, current=current, wanted=wanted, lists=["parts"])
    assert ("".join(row["id"] for row in merged.document["parts"]), merged.kept) == (found, kept)


def test_a_field_that_rows_inside_have_no_longer_or_only_since_is_no_edit():
    seeded = {"parts": [{"id": "w", "title": "a", "old": "b"}]}
    current = {"parts": [{"id": "w", "title": "a", "new": ""}]}
    merged = merge(seeded=seeded, current=current, wanted={"parts": []}, lists=["parts"])
    assert (merged.document, merged.kept) == ({"parts": []}, [])
