"""The shipped competencies: every question about something that happened is answered by some kind of story."""

import re

from interviews.models import Competency, Question

ASKS_FOR_THE_PAST = re.compile(
    r"^(Tell me about (a|an|the)\b|Describe (a|the|someone)\b"
    r"|Give me an example|Walk me through a time)|from something you have worked on|Give me an example"
)
# Of the kinds of questions that stories answer.
CATEGORIES = ("behavioral", "execution", "stakeholder", "risk", "leadership")


def test_every_question_about_the_past_belongs_to_a_competency(seeded):
    questions = Question.objects.filter(category__slug__in=CATEGORIES)
    past = [question for question in questions if ASKS_FOR_THE_PAST.search(question.text)]
    assert len(past) == 18
    alone = Question.objects.filter(competencies=None)
    assert [question.slug for question in past if question in alone] == []


def test_each_has_words_and_at_least_two_questions(seeded):
    competencies = Competency.objects.all()
    assert len(competencies) == 20
    for competency in competencies:
        assert competency.questions.count() > 1, competency
        # It completes "no story for ...".
        assert re.match(r"[a-z]", competency.name), competency
        assert competency.about.endswith(".")
