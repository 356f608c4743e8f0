import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.reading.source import source

texts = st.text(st.sampled_from("ab &<>\n\u00a0—"), max_size=12)


def test_plain_text_is_left_as_it_is():
    text = "  Delivery Manager\n\n\tSalary:  £41,300 &amp; more\n* C++ <100 users> & C#\n"

    read = source(text)

    assert (read.form, read.text) == ("text", text)


def test_line_ends_of_a_browser_are_line_ends():
    assert source("One\r\nTwo").text == "One\nTwo"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<!DOCTYPE html><title>x</title><p>One</p>", "One"),
        ("Ends with <b>bold</b>&nbsp;words", "Ends with bold words"),
        ("One<br>Two", "One\nTwo"),
        ("&lt;p&gt;One &amp;amp; two&lt;/p&gt;", "One & two"),
    ],
)
def test_a_page_or_a_piece_of_one_is_read_as_shown(raw, text):
    read = source(raw)

    assert (read.form, read.text) == ("html", text)


def test_text_that_speaks_of_tags_is_text():
    text = "You know <div> from <section>, and a < b."

    assert source(text).form == "text"


def test_every_text_of_a_document_in_its_order():
    raw = '{"title": "Lead", "id": 7, "lists": [{"text": "You", "content": "<li>plan</li><li>ship</li>"}], "z": "a  b"}'

    read = source(raw)

    assert (read.form, read.text) == ("json", "Lead\nYou\nplan\nship\na b")


def test_a_plain_twin_counts_alone():
    assert source('{"description": "<p>One</p>", "descriptionPlain": "One\\nTwo"}').text == "One\nTwo"


@pytest.mark.parametrize("times", [1, 2, 3])
def test_markup_is_decoded_as_often_as_it_was_escaped(times):
    value = "<p>Planning &amp; shipping</p>"
    for _ in range(times):
        value = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    assert source(json.dumps([value])).text == "Planning & shipping"


def test_a_document_with_raw_line_breaks_is_read():
    assert source('{"text": "One\nTwo"}').text == "One\nTwo"


@pytest.mark.parametrize(
    "raw", ["[" * 100_000, '{"a":' * 100_000, "[Remote] Manager", "{", '{"a": ' + "9" * 5000 + "}"]
)
def test_what_only_begins_like_a_document_is_text(raw):
    read = source(raw)

    assert (read.form, read.text) == ("text", raw)


def test_halves_of_characters_and_nuls_in_a_document_are_marked():
    assert source('["a\\ud800b\\u0000c"]').text == "a\ufffdb\ufffdc"


@given(
    st.recursive(
        texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    )
)
def test_any_document_is_read(document):
    source(json.dumps(document)).text.encode()


@given(st.text(max_size=80))
def test_any_text_is_read(text):
    source(text).text.encode()
