"""A learner's questions as cards: what they practice or have answered, and their own; each with their best answer."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Avg, Q

from accounts.models import User
from interviews.models import Answer, AnswerVersion, AskedQuestion, Favorite, Question, RatedAnswer, ReviewCard
from interviews.practice.answering import FIELDS
from tpm_portal.elsewhere.anki_fields import Card

OWN = "my-own"
OWN_NAME = "My own questions"


def cards_of(user: User, *, whole_bank: bool, address: Callable[[str], str]) -> list[Card]:
    """The cards of a learner. ``address`` makes a path of this site one for other programs."""
    answers = _answers(user)
    questions: Any = Question.objects.published() if whole_bank else _mine(user)
    asked: Any = AskedQuestion.objects.for_user(user).select_related("category").order_by("created_at", "pk")
    cards = [
        Card(
            name=question.slug,
            question=question.text,
            deck=question.category.slug,
            deck_name=question.category.name,
            answer=answers.get(("question", question.pk), {}),
            points=tuple(question.point_lines),
            follow_ups=tuple(question.follow_up_lines),
            link=address(question.get_absolute_url()),
        )
        for question in questions.select_related("category").in_order()
    ]
    cards += [
        Card(
            name=str(row.token),
            question=row.text,
            deck=row.category.slug if row.category else OWN,
            deck_name=row.category.name if row.category else OWN_NAME,
            answer=answers.get(("asked", row.pk), {}),
            link=address(row.get_absolute_url()),
        )
        for row in asked
    ]
    return cards


def _mine(user: User) -> Any:
    """The questions of the bank that somebody practices, has answered or marked, retired ones too."""
    mine = Q(pk__in=[])
    for table in (ReviewCard, Answer, Favorite):
        rows: Any = table
        mine |= Q(pk__in=rows.objects.filter(user=user, question__isnull=False).values("question"))
    return Question.objects.with_a_page().filter(mine)


def _answers(user: User) -> dict[tuple[str, int], dict[str, str]]:
    """The best answer to each question, by the column and key of that."""
    rated = RatedAnswer.objects.filter(user=user, corrected=False, version__isnull=False).order_by()
    scores: dict[int, float] = {}
    for version, score in rated.annotate(mean=Avg("scores__score")).values_list("version", "mean"):
        if score is not None:
            scores[version] = max(score, scores.get(version, 0))
    versions = AnswerVersion.objects.filter(user=user).order_by()
    best = best_of(versions.values_list("answer", "number", "pk"), scores)
    places = {
        key: ("question", question) if question else ("asked", asked)
        for key, question, asked in Answer.objects.filter(user=user).values_list("pk", "question", "asked")
    }
    found = {}
    for row in versions.filter(pk__in=best.values()).values("answer", *FIELDS):
        found[places[row["answer"]]] = {name: row[name] for name in FIELDS}
    return found


def best_of(versions: Iterable[tuple[int, int, int]], scores: dict[int, float]) -> dict[int, int]:
    """Of each answer the version that was rated highest, else the newest.

    ``versions`` are answer, number and key of each; ``scores`` are means by key. Of two alike the newer is it.
    """
    best: dict[int, tuple[float, int, int]] = {}
    for answer, number, key in versions:
        found = (scores.get(key, 0), number, key)
        best[answer] = max(best.get(answer, found), found)
    return {answer: key for answer, (_, _, key) in best.items()}
