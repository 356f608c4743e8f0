"""The three-way rule as a pure function, held against what each field and each id alone must come to."""

import functools

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curation.merging import merge

calm = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
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


@calm
@given(documents, documents, documents)
def test_each_field_is_judged_alone(seeded, current, wanted):
    merged = merge(seeded=seeded, current=current, wanted=wanted, lists=["parts"])
    for name in NAMES:
        want, kept = expected(seeded[name], current[name], wanted[name])
        assert (merged.document[name], name in merged.kept) == (want, kept)


@calm
@given(documents, documents, documents)
def test_each_row_inside_is_judged_alone_by_its_id(seeded, current, wanted):
    merged = merge(seeded=seeded, current=current, wanted=wanted, lists=["parts"])
    before, here, file, found = (
        {row["id"]: row for row in document["parts"]} for document in (seeded, current, wanted, merged.document)
    )
    assert len(found) == len(merged.document["parts"])
    if seeded["parts"] == current["parts"]:
        assert merged.document["parts"] == wanted["parts"]
    for key in before.keys() | here.keys() | file.keys():
        if key in file and key in here:
            for name in NAMES:
                was = before[key][name] if key in before else object()
                assert found[key][name] == expected(was, here[key][name], file[key][name])[0]
        elif key in file:
            assert (found.get(key) == file[key]) if key not in before else (key not in found)
        elif key in here:
            assert (key not in found) if here[key] == before.get(key) else (found[key] == here[key])
        else:
            assert key not in found


@calm
@given(documents, documents)
def test_what_nobody_edited_follows_and_what_agrees_is_kept_by_nobody(seeded, wanted):
    assert merge(seeded=seeded, current=seeded, wanted=wanted, lists=["parts"]).document == wanted
    followed = merge(seeded=seeded, current=wanted, wanted=wanted, lists=["parts"])
    assert (followed.document, followed.kept) == (wanted, [])


@calm
@given(documents, documents, documents)
def test_a_second_seeding_of_the_same_file_changes_nothing_more(seeded, current, wanted):
    first = merge(seeded=seeded, current=current, wanted=wanted, lists=["parts"])
    second = merge(seeded=wanted, current=first.document, wanted=wanted, lists=["parts"])
    assert second.document == first.document
    assert bool(second.kept) == (first.document != wanted)


@calm
@given(documents, documents)
def test_all_that_differs_in_a_row_that_a_curator_made_is_theirs(current, wanted):
    merged = merge(seeded=None, current=current, wanted=wanted, lists=["parts"])
    assert merged.document == current
    assert sorted(merged.kept) == sorted(name for name in wanted if wanted[name] != current[name])


def test_a_field_that_is_seeded_only_since_is_no_edit():
    merged = merge(seeded={"title": "a"}, current={"title": "b", "why": ""}, wanted={"title": "c", "why": "d"})
    assert (merged.document, merged.kept) == ({"title": "b", "why": "d"}, ["title"])
