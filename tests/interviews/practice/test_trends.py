"""Trends: the right points, the right words, and only from one's own ratings."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from interviews.models import DimensionScore, RatedAnswer
from interviews.practice import trends
from interviews.practice.trends import Rated
from tests.factories.interviews import make_category, make_dimension, make_question
from tests.kit import unescaped

TODAY = date(2026, 11, 25)
PAGE = "/interviews/practice/trends/"


def answers(category, *scores, first=0):
    return [Rated(TODAY + timedelta(days=first + place), category, {"Structure": s}) for place, s in enumerate(scores)]


# --- Arithmetic ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scores", "before", "lately", "direction"),
    [
        ((3,), None, 3, ""),
        ((2, 4), 2, 4, "improved"),
        ((1, 2, 4), 2, 4, "improved"),
        ((1, 1, 2, 2, 2, 4, 4, 4), 2, 4, "improved"),
        ((4, 4, 4, 2, 2, 2), 4, 2, "fell"),
        ((3, 3, 3, 3, 3, 4), 3, 10 / 3, "steady"),
        ((3, 4, 3, 4), 3.5, 3.5, "steady"),
        # From half a score on it is a change.
        ((3, 3, 3, 4), 3, 3.5, "improved"),
        ((4, 3, 3, 3), 3.5, 3, "fell"),
    ],
)
def test_the_last_answers_are_compared_with_as_many_before(scores, before, lately, direction):
    (trend,) = trends.by_category(answers("Risk", *scores))
    assert (trend.before, trend.lately, trend.direction) == (before, lately, direction)


def test_points_go_from_left_to_right_and_from_bottom_to_top():
    (trend,) = trends.by_category(answers("Risk", 1, 3, 5))
    assert trend.path == "6,54 120,30 234,6"
    assert [(point.on, point.score) for point in trend.points] == [
        (TODAY, 1),
        (TODAY + timedelta(days=1), 3),
        (TODAY + timedelta(days=2), 5),
    ]
    (single,) = trends.by_category(answers("Risk", 3))
    assert single.path == "120,30"


def test_a_category_is_rated_by_the_mean_of_an_answers_scores_and_each_dimension_by_its_own():
    rated = [Rated(TODAY, "Risk", {"Structure": 2, "Evidence": 5}), Rated(TODAY, "Agile", {})]
    assert [(trend.name, trend.lately) for trend in trends.by_category(rated)] == [("Risk", 3.5)]
    assert [(trend.name, trend.lately) for trend in trends.by_dimension(rated)] == [("Evidence", 5), ("Structure", 2)]


def test_words_say_what_improved_what_fell_and_what_was_left_alone():
    rated = [*answers("Estimates", 2, 2, 4, 4), *answers("Agile", 5, 3), *answers("Risk", 3)]
    practiced = {
        "Risk": TODAY - timedelta(days=21),
        "Agile": TODAY - timedelta(days=20),
        "Leadership": TODAY - timedelta(days=40),
    }
    assert trends.in_words(trends.by_category(rated), practiced, today=TODAY) == [
        "Your answers on agile fell: 5.0 before, 3.0 lately.",
        "Your answers on estimates improved: 2.0 before, 4.0 lately.",
        "Leadership has not been practiced for 5 weeks.",
        "Risk has not been practiced for 3 weeks.",
    ]
    assert trends.in_words([], {}, today=TODAY) == []


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(1, 5)), min_size=1, max_size=50))
def test_every_point_is_inside_the_picture_whatever_the_order(rows):
    rated = [Rated(TODAY + timedelta(days=day), "Risk", {"Structure": score}) for day, score in rows]
    (trend,) = trends.by_category(rated)
    assert len(trend.points) == len(rows)
    assert all(6 <= point.x <= 234 and 6 <= point.y <= 54 for point in trend.points)
    assert [point.x for point in trend.points] == sorted(point.x for point in trend.points)
    assert trend.last_on == max(answer.on for answer in rated)


# --- The page --------------------------------------------------------------------------------------------------


def rated(user, category, score, days_ago, dimension):
    row = RatedAnswer.objects.create(
        user=user, question=make_question(category=category), at=timezone.now() - timedelta(days=days_ago)
    )
    DimensionScore.objects.create(user=user, rating=row, dimension=dimension, score=score)


def test_the_page_shows_words_figures_and_pictures_of_ones_own(learning, learner, stranger):
    category, dimension = make_category(name="Estimates"), make_dimension(name="Structure")
    for days_ago, score in ((50, 2), (40, 2), (30, 4), (29, 4)):
        rated(learner, category, score, days_ago, dimension)
    rated(stranger, make_category(name="A secret"), 1, 1, dimension)
    body = unescaped(learning.get(PAGE))
    assert "Your answers on estimates improved: 2.0 before, 4.0 lately." in body
    assert "Estimates has not been practiced for 4 weeks." in body
    assert (body.count("<polyline"), body.count('role="img"')) == (2, 2)
    assert "+2.0, improved" in body
    assert "secret" not in body


def test_without_a_score_it_says_once_what_is_missing(learning, learner):
    for _ in range(2):
        RatedAnswer.objects.create(user=learner, question=make_question(), at=timezone.now())
    body = unescaped(learning.get(PAGE))
    assert body.count("You said how 2 answers went. Score one on the rubric when you practice") == 1
    assert "rated answer" not in body
    assert "By dimension" not in body
    rated(learner, make_category(), 3, 1, make_dimension())
    assert "From 1 answer you scored on the rubric." in unescaped(learning.get(PAGE))


def test_an_empty_page_leads_to_practice(learning):
    assert "Nothing rated yet" in unescaped(learning.get(PAGE))


def test_a_visitor_is_led_to_practice(client, db):
    assert "Nothing rated yet" in unescaped(client.get(PAGE))


# The session and the user are two of each.
@pytest.mark.parametrize("number", [1, 3])
def test_query_count(learning, learner, django_assert_num_queries, number):
    for _ in range(number):
        rated(learner, make_category(), 3, 1, make_dimension())
    with django_assert_num_queries(5):
        assert learning.get(PAGE).status_code == 200
