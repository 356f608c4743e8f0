"""Where an interview is: what of it leads somewhere, and that nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.dates.places import Part, parts_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("Second floor, 12 Main St.", [Part("Second floor, 12 Main St.")]),
        ("HTTPS://zoom.us/j/1", [Part("HTTPS://zoom.us/j/1", "HTTPS://zoom.us/j/1", "zoom.us")]),
        ("meet.example.com/abc", [Part("meet.example.com/abc", "https://meet.example.com/abc", "meet.example.com")]),
        (
            "(http://a.example/b?c=d), code 7",
            [Part("("), Part("http://a.example/b?c=d", "http://a.example/b?c=d", "a.example"), Part("), code 7")],
        ),
        ("javascript:alert(1)", [Part("javascript:alert(1)")]),
        ("javascript://a.example/%0aalert(1)", [Part("javascript://a.example/%0aalert(1)")]),
        ("data:text/html,x", [Part("data:text/html,x")]),
        ("maria@a.example/b", [Part("maria@a.example/b")]),
        ("http://[oops/x", [Part("http://[oops/x")]),
        ("Suite 3.12/4", [Part("Suite 3.12/4")]),
    ],
)
def test_web_addresses_lead_there_and_nothing_else_does(text, parts):
    assert parts_of(text) == parts


@given(st.text(alphabet=st.sampled_from('ahtps:/.<>"[]?#@ -1\u00e9')) | st.text())
def test_no_word_is_lost_and_every_link_goes_to_the_web(text):
    parts = parts_of(text)
    assert "".join(part.text for part in parts) == text
    assert all(part.url.lower().startswith(("http://", "https://")) for part in parts if part.url)
