"""Text, dates and addresses as they stand in a file."""

import pytest

from resumes.writing.words import clean, in_words, link_of, one_line, period, runs, runs_right_to_left


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2021", "2021"), ("2021-03", "Mar 2021"), ("2021-03-05", "Mar 5, 2021"), ("", ""), ("spring", "spring"),
        ("2021-13", "2021-13"), ("٢٠٢١-٠٣", "٢٠٢١-٠٣"),
    ],
)  # fmt: skip
def test_a_date_says_as_much_as_is_known(day, words):
    assert in_words(day) == words


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        ("2022-03", "", "Mar 2022 to present"), ("", "2014", "2014"), ("2014", "2014", "2014"),
        ("2014", "2015-06", "2014 to Jun 2015"), ("", "", ""),
    ],
)  # fmt: skip
def test_a_period(starts, ends, words):
    assert period(starts, ends) == words


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://a.example.org/x?y=1#z", "https://a.example.org/x?y=1#z"), ("a.example.org/x", "https://a.example.org/x"),
        ("javascript:alert(1)", ""), ("file:///etc/passwd", ""), ("mira", ""), ("a b.example.org", ""), ("", ""),
        ("https://example.org/" + "a" * 2000, ""),
    ],
)  # fmt: skip
def test_only_addresses_of_pages_are_followed(text, address):
    assert link_of(text) == address


@pytest.mark.parametrize(
    ("text", "right"), [("مرحبا PMI", True), ("PMI مرحبا", False), ("12, שלום", True), ("12", False), ("", False)]
)
def test_direction_by_the_first_strong_character(text, right):
    assert runs_right_to_left(text) is right


def test_what_does_not_print_is_taken_out():
    assert clean("a\tb\x00c\x1b[0m\ud800d\ufeff\uffffe\u00adf\U0001ffffg\ufdd0h") == "a bc[0mdefgh"
    assert clean("a\r\nb\rc\u2028d\x0be") == "a\nb\nc\nd\ne"
    assert clean("PMI\u2011ACP 2021\u201003") == "PMI-ACP 2021-03"
    assert clean("\u200fمرحبا\u200e \u2067x\u2069") == "\u200fمرحبا\u200e \u2067x\u2069"
    assert clean("Thi\u0323") == "Th\u1ecb"
    assert one_line("  a \n\n  b\r\nc  ") == "a b c"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Ran PMI-ACP, then more", ["PMI-ACP,"]),
        ("worth €2 - 17% below", ["- 17%"]),
        ("pre- and post-launch", ["pre- and", "post-launch"]),
        ("no hyphen", []),
    ],
)
def test_hyphenated_words_stay_whole(text, whole):
    assert [run for run, together in runs(text) if together] == whole
    assert "".join(run for run, _ in runs(text)) == text


@pytest.mark.parametrize("text", ["x" * 10_000, "ab-" * 3000, "-" * 500, "- " * 500, " a  b ", ""])
def test_no_character_is_lost_in_runs(text):
    assert "".join(run for run, _ in runs(text)) == text
    assert all(len(run) <= 60 for run, whole in runs(text) if whole)
