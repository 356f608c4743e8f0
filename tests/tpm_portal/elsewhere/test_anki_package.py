"""Cards go out as a package that Anki opens; read back here as the database that it is."""

import json
import os
import sqlite3
import tempfile
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interviews.models import AnswerVersion, DimensionScore, RatedAnswer
from interviews.practice import answering
from tests.factories.accounts import make_user
from tests.factories.interviews import make_asked, make_card, make_category, make_dimension, make_question
from tpm_portal.elsewhere.anki_cards import best_of, cards_of
from tpm_portal.elsewhere.anki_fields import FIELDS, Card
from tpm_portal.elsewhere.anki_package import KIND, package

AT = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
CARDS = [
    Card("q-one", "What is <Scrum>?", "agile", "Agile", {"text": "A framework\nlight"}, ("Roles", "Events")),
    Card("q-two", "And XP?", "agile", "Agile"),
    Card("0b3f-token", "Late vendor?", "my-own", "My own questions"),
]


def opened(content):
    """The notes of a package by their guid, its decks and its kinds of notes."""
    with ZipFile(BytesIO(content)) as file:
        assert sorted(file.namelist()) == ["collection.anki2", "media"]
        assert json.loads(file.read("media")) == {}
        database = sqlite3.connect(":memory:")
        database.deserialize(file.read("collection.anki2"))
    notes = {guid: fields.split("\x1f") for guid, fields in database.execute("SELECT guid, flds FROM notes")}
    ((models, decks),) = database.execute("SELECT models, decks FROM col")
    cards = database.execute("SELECT count(*), count(DISTINCT nid), count(DISTINCT did) FROM cards").fetchone()
    return notes, json.loads(decks), json.loads(models), cards


def test_a_package_has_a_note_and_a_card_for_each_question_in_a_deck_for_each_category():
    notes, decks, models, cards = opened(package(CARDS, at=AT.timestamp()))
    assert list(notes.values()) == [
        [
            "What is &lt;Scrum&gt;?",
            "A framework<br>light",
            "<ul><li>Roles</li><li>Events</li></ul>",
            *("", "", ""),
        ],
        ["And XP?", "", "", "", "", ""],
        ["Late vendor?", "", "", "", "", ""],
    ]
    assert {deck["name"] for deck in decks.values()} >= {
        "Technical project manager::Agile",
        "Technical project manager::My own questions",
    }
    assert [field["name"] for field in models[str(KIND)]["flds"]] == list(FIELDS)
    assert cards == (3, 3, 2)


def test_a_question_is_the_same_note_whatever_its_words_become_and_whenever_it_goes_out():
    first, *_ = opened(package(CARDS, at=AT.timestamp()))
    changed = [Card("q-one", "What is it?", "other", "Other", {"text": "Better"}), *CARDS[1:]]
    second, *_ = opened(package(changed, at=AT.timestamp() + 86_400))
    assert list(first) == list(second)
    assert len(set(first)) == 3


def test_the_same_cards_at_the_same_moment_are_the_same_collection_and_nothing_is_left_on_the_disk():
    before = set(os.listdir(tempfile.gettempdir()))
    first, second = (package(CARDS, at=AT.timestamp()) for _ in range(2))
    assert opened(first)[0] == opened(second)[0]
    new = set(os.listdir(tempfile.gettempdir())) - before
    assert not [name for name in new if name.startswith("tmp")]


@pytest.mark.parametrize(
    ("scores", "best"),
    [({}, {1: 12, 2: 20}), ({11: 4.5, 12: 2.0}, {1: 11, 2: 20}), ({10: 3.0, 11: 3.0}, {1: 11, 2: 20})],
)
def test_the_best_answer_is_the_one_rated_highest_else_the_newest(scores, best):
    assert best_of([(1, 1, 10), (1, 3, 12), (1, 2, 11), (2, 1, 20)], scores) == best


def answer(user, row, text, seen=0):
    values = dict.fromkeys(answering.FIELDS, "") | {"text": text}
    return answering.keep_version(user=user, row=row, values=values, seen=seen, at=AT)


@pytest.mark.django_db
def test_cards_are_what_somebody_practices_answered_or_asked_and_never_anothers(learner, stranger):
    category = make_category()
    answered, practiced, other = (make_question(category=category) for _ in range(3))
    answer(learner, answered, "Mine")
    answer(stranger, answered, "Theirs")
    answer(stranger, other, "Theirs")
    make_card(learner, practiced)
    own = make_asked(learner, text="Why us?")
    make_asked(stranger, text="Why them?")
    answer(learner, own, "Because")
    found = cards_of(learner, whole_bank=False, address=lambda path: f"https://example.org{path}")
    assert {one.name: one.answer.get("text", "") for one in found} == {
        answered.slug: "Mine",
        practiced.slug: "",
        str(own.token): "Because",
    }
    card = next(one for one in found if one.name == answered.slug)
    assert (card.deck, card.deck_name, card.points) == (category.slug, category.name, tuple(answered.point_lines))
    assert card.link == f"https://example.org{answered.get_absolute_url()}"
    assert {one.name for one in cards_of(learner, whole_bank=True, address=str)} == {
        *(row.slug for row in (answered, practiced, other)),
        str(own.token),
    }


@pytest.mark.django_db
def test_an_answer_that_was_rated_better_goes_out_although_a_newer_one_is_there(learner):
    question, dimension = make_question(), make_dimension()
    first = answer(learner, question, "Good").version
    answer(learner, question, "Newer", seen=1)
    assert cards_of(learner, whole_bank=False, address=str)[0].answer["text"] == "Newer"
    rate(learner, question, first, dimension, 5)
    assert cards_of(learner, whole_bank=False, address=str)[0].answer["text"] == "Good"


def rate(user, question, version, dimension, score):
    rating = RatedAnswer.objects.create(user=user, question=question, version=version, at=AT)
    DimensionScore.objects.create(user=user, rating=rating, dimension=dimension, score=score)


@pytest.mark.django_db
def test_as_many_statements_for_one_card_as_for_twenty():
    numbers = []
    for size in (1, 20):
        user = make_user()
        for _ in range(size):
            answer(user, make_question(), "An answer")
            answer(user, make_asked(user), "Another")
        with CaptureQueriesContext(connection) as queries:
            assert len(cards_of(user, whole_bank=False, address=str)) == 2 * size
        numbers.append(len(queries))
    assert numbers[0] == numbers[1] <= 6
    assert AnswerVersion.objects.count() == 42
