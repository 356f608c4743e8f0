from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from tpm_portal.elsewhere.anki_fields import FIELDS, Card, answer_of, fields_of
from tpm_portal.elsewhere.plain_html import plain_of


def test_the_fields_are_frozen():
    # Anki stops updating notes of a kind to which a field was added, moved or renamed: use the spare one.
    assert ", ".join(FIELDS) == ("Question, My answer, What a good answer covers, Follow-up questions, Link, Spare")


def test_a_card_is_html_that_says_what_was_written():
    card = Card(
        "q-a",
        "Is 1 < 2 & [sound:x.mp3]?",
        "planning",
        "Planning",
        {"text": "<script>alert(1)</script>\nYes"},
        ("Say <why>", "Then how"),
        (),
        "https://example.org/?a=1&b=2",
    )
    assert fields_of(card) == (
        "Is 1 &lt; 2 &amp; &#91;sound:x.mp3]?",
        "&lt;script&gt;alert(1)&lt;/script&gt;<br>Yes",
        "<ul><li>Say &lt;why&gt;</li><li>Then how</li></ul>",
        "",
        '<a href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1&amp;b=2</a>',
        "",
    )


def test_an_answer_in_parts_names_them():
    said = {"text": "", "situation": "S", "task": "", "action": "A\nB", "result": "R"}
    assert answer_of(said) == "<b>Situation</b><br>S<br><br><b>Action</b><br>A<br>B<br><br><b>Result</b><br>R"
    assert answer_of({}) == ""


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append(tag)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=80))
def test_whatever_was_written_is_no_markup_and_is_read_again(text):
    question = fields_of(Card("q", text, "d", "D"))[0]
    tags = Tags()
    tags.feed(question)
    tags.close()
    assert (tags.found, "[" in question, "\\" in question) == ([], False, False)
    if not set("{[") & set(text):
        assert plain_of(question).text.split() == text.split()
