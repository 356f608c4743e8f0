"""The question bank and one question: what a visitor finds and reads."""

import html

from interviews.models import Question


def text(response):
    return html.unescape(response.content.decode())


def test_a_question_shows_its_points_rubric_and_follow_ups(client, seeded):
    question = Question.objects.get(slug="q-article-01")
    body = text(client.get("/interviews/q-article-01/"))
    assert f"<h1>{question.text}</h1>" in body
    for part in (*question.points.splitlines(), *question.follow_ups.splitlines()):
        assert f"<li>{part}</li>" in body
