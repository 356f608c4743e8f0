from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpm_portal.elsewhere.plain_html import Plain, has_markup, plain_of, plain_text


@pytest.mark.parametrize(
    ("field", "text", "left_out"),
    [
        ("What is <b>Scrum</b>?", "What is Scrum?", 0),
        ("One<br>two<div>three</div><div>four</div>five", "One\ntwo\nthree\nfour\nfive", 0),
        ("<ul><li>A</li><li>B &amp; C</li></ul>after", "- A\n- B & C\nafter", 0),
        ('<img src="a.png">Look<audio src="b"></audio>', "Look", 2),
        ("Say it [sound:a b.mp3]now", "Say it now", 1),
        ("{{c1::Sprint}} and {{c12::Scrum::a framework}}", "Sprint and Scrum", 0),
        ("<style>.a { color: red }</style>Text<script>alert(1)</script>", "Text", 0),
        ("A&nbsp;B&lt;script&gt;", "A B<script>", 0),
        ("<table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table>", "A B\nC", 0),
        ("", "", 0),
        ("a < b and <3", "a < b and <3", 0),
    ],
)
def test_a_field_is_text_with_its_lines_and_lists(field, text, left_out):
    assert plain_of(field) == Plain(text, left_out)


def test_a_field_that_is_text_already_stays_but_for_gaps_and_sounds():
    assert plain_text("a <b> {{c1::c}}[sound:x.mp3]\r\n\r\n\r\nd") == Plain("a <b> c\n\nd", 1)


@pytest.mark.parametrize(
    ("field", "markup"), [("a<br>b", True), ("&nbsp;", True), ("a < b > c", False), ("R&D", False)]
)
def test_markup_is_seen_where_nobody_says_whether_there_is_any(field, markup):
    assert has_markup(field) is markup


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_what_is_escaped_comes_back_as_it_was(text):
    # Without what means something in a field of Anki.
    text = " ".join(text.replace("{", "").replace("[", "").split())
    assert plain_of(escape(text)).text == text


@given(st.text(max_size=200))
def test_any_text_is_read(field):
    assert "\r" not in plain_of(field).text
