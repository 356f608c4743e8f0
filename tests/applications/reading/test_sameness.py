import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.reading.sameness import (
    LINK,
    TEXT,
    Same,
    Saved,
    employer_name,
    find_same,
    is_same_text,
    likeness,
    same_employer,
    sketch_of,
)


def text_of_words(seed, count=400):
    draw = random.Random(seed)  # noqa: S311
    return " ".join("".join(draw.choices("abcdefghij", k=draw.randint(2, 9))) for _ in range(count))


POSTING = text_of_words(1)
OTHER = text_of_words(2)
AROUND = "Share\nShow more options\nEasy Apply\n" + POSTING + "\nSet alert for similar jobs\nSee who they hired\n"
TEXTS = {"a": POSTING, "b": OTHER}


def found(*, link="", title="", text=POSTING, saved):
    return find_same(link=link, title=title, text=text, saved=saved, text_of=TEXTS.__getitem__)


def test_a_posting_is_saved_already_by_its_link():
    saved = [Saved("a", link="https://larkmoor.example/jobs/17"), Saved("b", link="https://larkmoor.example/jobs/18")]

    assert found(link="http://www.larkmoor.example/jobs/17/?utm_source=x", text="", saved=saved) == (Same("a", LINK),)


def test_a_posting_is_saved_already_by_its_text_and_what_a_site_sets_around_it():
    saved = [Saved("a", sketch=sketch_of(POSTING)), Saved("b", sketch=sketch_of(OTHER))]

    assert found(text=AROUND, saved=saved) == (Same("a", TEXT),)


def test_another_title_over_the_same_text_is_another_job():
    saved = [Saved("a", title="C++ Lead", sketch=sketch_of(POSTING))]

    assert found(title="C# Lead", saved=saved) == ()
    assert found(title="c++ lead", saved=saved) == (Same("a", TEXT),)


def test_a_text_that_shares_its_last_third_only_is_another_posting():
    words = POSTING.split()
    half = " ".join(OTHER.split()[:270] + words[270:])

    assert not is_same_text(POSTING, half)
    assert not is_same_text(POSTING, " ".join(words[:150]))
    assert not is_same_text(POSTING, "")


def test_texts_that_are_not_alike_are_never_read_whole():
    saved = [Saved(f"none {number}", sketch=sketch_of(text_of_words(number))) for number in range(10, 30)]

    assert found(saved=saved) == ()


def test_of_five_hundred_long_postings_only_the_alike_one_is_read():
    asked = []
    long = text_of_words(5, 60_000)
    saved = [Saved(str(number), sketch=sketch_of(text_of_words(number, 500))) for number in range(500)]
    saved.append(Saved("long", sketch=sketch_of(long)))

    same = find_same(link="", title="", text=long, saved=saved, text_of=lambda key: asked.append(key) or long)

    assert same == (Same("long", TEXT),)
    assert asked == ["long"]


@given(
    st.lists(st.sampled_from("abcdefgh"), max_size=40).map(" ".join),
    st.lists(st.sampled_from("abcdefgh"), max_size=40).map(" ".join),
)
def test_likeness_is_the_same_from_both_sides_and_whole_for_one_text(one, two):
    assert likeness(sketch_of(one), sketch_of(two)) == likeness(sketch_of(two), sketch_of(one))
    assert likeness(sketch_of(one), sketch_of(one)) == (1 if one else 0)
    assert is_same_text(one, one) == bool(one)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Larkmoor Mills, Inc.", "larkmoor mills"),
        ("LARKMOOR MILLS LLC", "larkmoor mills"),
        ("Larkmoor Mills L.L.C.", "larkmoor mills"),
        ("The Larkmoor Mills Company", "larkmoor mills"),
        ("Larkmoor Weberei GmbH & Co. KG", "larkmoor weberei"),
        ("Larkmoor Sp. z o.o.", "larkmoor"),
        ("Lark & Moor", "lark and moor"),
        ("Lark\u2019s Moor Ltd", "larks moor"),
        ("Larkmoor Pvt. Ltd.", "larkmoor"),
        ("Limited", "limited"),
        ("C++ Works", "c++ works"),
        ("", ""),
    ],
)
def test_an_employer_is_called_by_what_sets_it_apart(written, name):
    assert employer_name(written) == name


def test_the_same_employer_is_found_under_every_form_of_its_name():
    names = ["Larkmoor Mills Inc.", "larkmoor mills", "Larkmor Mills", "Larkmoor Hills", "Larkmoor", "Mills", ""]
    saved = [Saved(name, employer=name) for name in names]

    assert same_employer("Larkmoor Mills GmbH", saved) == ("Larkmoor Mills Inc.", "larkmoor mills", "Larkmor Mills")
    assert same_employer("", saved) == ()


@pytest.mark.parametrize(
    ("one", "two"),
    [("Works of C++ Ltd", "Works of C# Ltd"), ("Larkmoor Mill 17", "Larkmoor Mill 18"), ("Acme", "Acne")],
)
def test_names_that_a_sign_sets_apart_are_two(one, two):
    assert same_employer(one, [Saved("x", employer=two)]) == ()
