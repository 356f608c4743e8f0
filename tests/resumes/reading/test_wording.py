import pytest

from resumes.reading.wording import Dates, text_of, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("o\ufb03ce", "OFFICE"),
        ("co\u00adoperate", "cooperate"),
        ("PMI\u2011ACP", "PMI-ACP"),
        ("\u201cquoted\u201d", '"quoted"'),
        ("O\u2019Neill", "O'Neill"),
        ("a\u00a0b", "a  b"),
        ("Acme, Inc. · Austin", "Acme Inc Austin"),
        ("https://www.ana.dev/work", "ana.dev/work"),
        ("e\u0301", "é"),
        ("\u202bمحمد\u202c", "محمد"),
        ("محمد", "دمحم"),
        ("(2021)", "2021"),
    ],
)
def test_the_same_words_in_another_spelling(one, other):
    assert words_of(one) == words_of(other) != ()


@pytest.mark.parametrize(
    ("one", "other"), [("PMI-ACP", "PMIACP"), ("C++", "C"), ("C#", "C"), ("38%", "38"), ("a b", "ab"), ("ana", "naa")]
)
def test_other_words(one, other):
    assert words_of(one) != words_of(other)


def test_signs_alone_are_no_words():
    assert words_of("• · | – , \u00ad") == ()


def test_dates_are_found_with_their_place_also_over_a_break():
    text = text_of(["Lead at Acme", "", "Mar 2019 to", "present • in 2021", "Jan 2020"])
    assert text.words == ("lead", "at", "acme", "mar", "2019", "to", "present", "in", "2021", "jan", "2020")
    assert text.dates == (
        Dates("", "2019-03", 3),
        Dates("2019-03", "", 3),
        Dates("", "2021", 8),
        Dates("", "2020-01", 9),
    )
