"""One question of the bank for each day: the same for everybody, another one tomorrow."""

from datetime import date
from typing import Any

from django.db.models import Q

from interviews.bank.models import Dimension, Question, RubricScore

# Prime, and no divisor of a bank's size for long: neighbors in the bank do not follow each other.
STRIDE = 7919


def question_of_the_day(day: date) -> dict[str, Any]:
    """The question with the rubric for it, in four queries; empty while there is no question."""
    questions = Question.objects.published()
    number = questions.count()
    if not number:
        return {}
    question = questions.with_card().order_by("slug")[day.toordinal() * STRIDE % number]
    everywhere_or_here = Q(applies_to=None) | Q(applies_to=question.category_id)
    return {
        "question": question,
        "number": number,
        "dimensions": Dimension.objects.published().filter(everywhere_or_here).distinct(),
        "scale": RubricScore.objects.published(),
    }
