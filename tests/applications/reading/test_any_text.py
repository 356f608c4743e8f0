"""Whatever is pasted is read without an error, in its own words, and quickly."""

import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from applications.reading.reader import read_rows

from .kit import words

WORDS = st.sampled_from(
    [
        *(
            "Requirements",
            "Nice to have",
            "You will",
            "must",
            "5+ years",
            "PMP",
            "or",
            "and",
            ",",
            ";",
            ".",
            "(",
            ")",
            ":",
            "\n",
        ),
        *(
            "\n- ",
            "\n\n",
            "|",
            "\t",
            "Bachelor's degree",
            "Jira",
            "cloud",
            "travel",
            "20%",
            "English",
            "preferred",
            "not required",
        ),
        *(
            "\N{RIGHT-TO-LEFT MARK}",
            "שלום",
            "\N{ZERO WIDTH SPACE}",
            "\x00",
            "İ",
            "E",
            "D",
            "Essential",
            "Desirable",
            "including 3 in",
            "spoken Spanİsh",
        ),
    ]
)


def check(text):
    rows, duties, role = read_rows(text, words())
    for one in (*rows, *duties):
        for passage in (one.passage, *one.also):
            assert text[passage.start : passage.end] == passage.quote
            assert passage.quote.strip()
    for row in rows:
        assert all(alternative.quote in text for alternative in row.alternatives)
    places = sorted((row.passage.start, row.passage.end) for row in rows)
    assert all(one[1] <= two[0] for one, two in pairwise(places))
    assert all(text[passage.start : passage.end] == passage.quote for passage in role.passages)


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text):
    check(text)


@given(st.lists(WORDS, max_size=60).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_any_words_of_postings_are_read(text):
    check(text)


def test_nothing_is_read_out_of_nothing():
    for text in ("", " ", "\n\n", "\x00"):
        assert read_rows(text, words())[:2] == ((), ())


def test_a_language_with_a_letter_that_grows_when_made_small_is_read():
    assert read_rows("Requirements\n- You speak Spanİsh\n", words())[0][0].kind == "other"


def test_a_posting_without_demands_has_no_rows():
    assert read_rows("About us\nWe make boats.\n\nBenefits\n- 25 days of holiday\n\nEnd", words())[0] == ()


def test_a_very_long_posting_takes_a_few_seconds():
    line = "- At least five years of managing software projects with Jira, ideally in banking; PMP or CSM preferred\n"
    prose = "You will lead the project and you have worked with vendors, and nobody knows what comes after this word. "
    for text in (
        "Requirements\n" + line * 4_000,
        prose * 3_000,
        "or " * 60_000,
        "(" * 100_000,
        "a, " * 60_000,
        "5 years " * 30_000,
    ):
        started = time.process_time()
        read_rows(text, words())
        assert time.process_time() - started < 15
