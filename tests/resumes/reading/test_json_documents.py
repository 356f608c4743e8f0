import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumes.reading.files import UnreadableError
from resumes.reading.json_documents import MOST_BYTES, MOST_DEPTH, document_in

TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=9)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(TEXT, inside, max_size=3),
    max_leaves=9,
)


@settings(max_examples=40)
@given(st.dictionaries(TEXT, ANYTHING, max_size=5))
def test_what_is_an_object_is_read_as_it_is(document):
    assert document_in(json.dumps(document).encode()) == document


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "at line 1, character 1"),
        (b'{\n  "basics": {,}\n}', "at line 2, character 14"),
        (b"{'a': 1}", "at line 1, character 2"),
        (b"[]", "no object with basics"),
        (b"3", "no object with basics"),
        (b'{"a": {"b": 1, "c": 2, "b": 3}}', "“b” stands twice"),
        (b'{"a": ' + b"9" * 5_000 + b"}", "thousands of digits"),
        (b'{"a": NaN}', "NaN, which is no number"),
        (b'{"a": -Infinity}', "-Infinity, which is no number"),
        (b'{"a": "\xff"}', "not in UTF-8"),
        ('{"a": 1}'.encode("utf-16"), "not in UTF-8"),
        (b'{"a":' + b"[" * 200_000, "within each other"),
        (b'{"a":' + b"[" * (MOST_DEPTH + 1) + b"]" * (MOST_DEPTH + 1) + b"}", "within each other"),
        (b'{"a": 1e400}', "a number that is too large"),
        (b'{"a": {"\\u0000": 1, "\\ufffd": 2}}', "stands twice"),
        (b'{"a":' * 100_000, "within each other"),
        (b'{"a": "' + b"x" * MOST_BYTES + b'"}', "more than 1 MB"),
        (b'{"a": "\0"}', "at line 1"),
    ],
)
def test_what_is_wrong_is_said_in_words(data, said):
    with pytest.raises(UnreadableError, match=said):
        document_in(data)


def test_brackets_within_each_other_are_read_up_to_the_bound():
    deep = b"[" * MOST_DEPTH + b"]" * MOST_DEPTH
    assert json.dumps(document_in(b'{"a":' + deep + b"}")["a"]).encode() == deep


def test_what_no_database_and_no_page_holds_becomes_the_sign_of_a_lost_letter():
    said = rb'{"a\u0000": ["x\u0000y\ud800", {"b": "\udc00 \ud83d\ude00"}]}'
    assert document_in(said) == {"a\ufffd": ["x\ufffdy\ufffd", {"b": "\ufffd \U0001f600"}]}
