"""Answers to several questions at once: the newest of each, and the first to those that were just added."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from accounts.models import User
from interviews.bank.models import Question
from interviews.practice.answering import FIELDS
from interviews.practice.models import Answer, AnswerVersion, AskedQuestion
from keeping.ceilings import refuse_more


@transaction.atomic
def keep_first_answers(said: Mapping[AskedQuestion, str], *, user: User, at: datetime) -> None:
    """Keep the first version of an answer to each question of the learner's own, none of which has one yet."""
    if not said:
        return
    answers = Answer.objects.bulk_create(Answer(user=user, asked=row, edition=1) for row in said)
    AnswerVersion.objects.bulk_create(
        AnswerVersion(user=user, answer=answer, number=1, asked_as=row.text, text=text, at=at)
        for answer, (row, text) in zip(answers, said.items(), strict=True)
    )
    refuse_more(user.pk)


def answers_of(user: User, rows: Iterable[Question | AskedQuestion]) -> dict[tuple[type, int], str]:
    """The newest answer to each question that has one, by its table and key; of four parts, one under the other."""
    here: dict[type, list[int]] = {Question: [], AskedQuestion: []}
    for row in rows:
        here[type(row)].append(row.pk)
    on = Q(answer__question__in=here[Question]) | Q(answer__asked__in=here[AskedQuestion])
    versions: Any = AnswerVersion.objects.filter(on, user=user).select_related("answer")
    return {
        (Question, one.answer.question_id)
        if one.answer.question_id
        else (AskedQuestion, one.answer.asked_id): "\n".join(
            text for text in (getattr(one, name) for name in FIELDS) if text
        )
        for one in versions.order_by("answer", "-number").distinct("answer")
    }
