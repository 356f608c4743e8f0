"""Near misses: what may be meant by a name that is not known."""

import pytest

from curation.cells import in_words, named, one_of, whole_number
from curation.nearness import Names

PLACES = Names(
    ["gb", "us", "ae", "us-ny", "ge"],
    {
        "gb": ["United Kingdom", "GB"],
        "us": ["United States", "US"],
        "ae": ["United Arab Emirates"],
        "us-ny": ["New York"],
    },
)


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("uk", "gb"),
        ("UK", "gb"),
        ("usa", "us"),
        ("united kingdom", "gb"),
        ("New  York", "us-ny"),
        ("us_ny", "us-ny"),
        ("us\u2011ny", "us-ny"),
        ("us-nyc", "us-ny"),
        ("atlantis", ""),
        ("", ""),
        ("\u200b", ""),
    ],
)
def test_the_nearest_names_are_offered(word, near):
    assert PLACES.near(word) == near


def test_one_word_of_a_name_is_near_enough():
    assert Names(["arn-hays", "bls", "hays-uk"]).near("hays") == "hays-uk or arn-hays"


def test_an_unknown_name_is_refused_with_an_offer():
    assert named(PLACES, ["gb", "us"]) == ["gb", "us"]
    for texts, sentence in (
        (["uk"], "there is no 'uk': gb?"),
        (["atlantis"], "there is no 'atlantis'"),
        (["uk", "us", "atlantis"], "there is no 'uk' (gb?), no 'atlantis'"),
    ):
        with pytest.raises(ValueError) as refused:
            named(PLACES, texts)
        assert str(refused.value) == sentence


def test_what_excel_took_for_a_month_is_the_one_name_it_can_have_been():
    names = Names(["11-3021", "11-9041", "13-1082"])
    assert named(names, ["Nov-21", "Nov-41", "13-1082"]) == ["11-3021", "11-9041", "13-1082"]
    with pytest.raises(ValueError):
        named(Names(["11-3021", "11-9021"]), ["Nov-21"])
    assert named(Names(["11-3021", "Nov-21"]), ["Nov-21"]) == ["Nov-21"]


def test_values_and_whole_numbers_are_understood_or_refused_in_words():
    assert one_of(["entry", "mid"], "Mid") == "mid"
    assert [whole_number(text) for text in ("120", "120.0", "1,200", " 7 ")] == [120, 120, 1200, 7]
    for act, sentence in (
        (lambda: one_of(["entry", "mid"], "boss"), "'boss' is not one of entry, mid"),
        (lambda: whole_number("120.5"), "'120.5' is not a whole number"),
        (lambda: whole_number("many"), "'many' is not a whole number"),
    ):
        with pytest.raises(ValueError) as refused:
            act()
        assert str(refused.value) == sentence


def test_missing_cells_are_named_together_and_questions_keep_their_mark():
    missing = "this is missing"
    assert in_words({"a": missing}) == ["a: this is missing."]
    assert in_words({"a": missing, "b": "there is no 'uk': gb?", "c": missing}) == [
        "a, c: these are missing.",
        "b: there is no 'uk': gb?",
    ]
