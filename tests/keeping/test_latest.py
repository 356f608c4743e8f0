"""What was worked out is found while it is true, takes no room once it is over, and the longest unasked goes first."""

from hypothesis import given
from hypothesis import strategies as st

from keeping.latest import Latest


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.integers(0, 2), st.booleans())))
def test_as_a_list_of_all_that_was_ever_put_would_say(acts):
    latest, there = Latest(3), []
    for number, (key, mark, putting) in enumerate(acts):
        if putting:
            latest.put(key, mark, number)
            there = [*[one for one in there if one[0] != key][-2:], (key, mark, number)]
        else:
            found = [one for one in there if one[:2] == (key, mark)]
            assert latest.get(key, mark) == (found[0][2] if found else None)
            there = [one for one in there if one not in found] + found
        assert len(latest) == len(there) <= 3


def test_what_was_asked_for_stays_longer():
    latest = Latest(3)
    for key in "abc":
        latest.put(key, 0, key)
    assert latest.get("a", 0) == "a"
    latest.put("d", 0, "d")
    assert [latest.get(key, 0) for key in "abcd"] == ["a", None, "c", "d"]
