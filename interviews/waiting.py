"""What waits at the desk of the question bank."""

from datetime import date
from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from curation import waiting
from curation.used import FEWEST_SHOWN
from interviews.bank.models import Question
from interviews.practice.models import Answer, AskedQuestion, Suggestion


def waiting_suggestions() -> QuerySet[Suggestion]:
    return Suggestion.objects.filter(suggestion=AskedQuestion.Suggestion.WAITING, deletion=None)


def practiced_by_few() -> QuerySet[Question]:
    """Offered questions that fewer people answered than may be told apart: nobody learns which of these nobody did."""
    many = Answer.objects.order_by().values("question").annotate(people=Count("pk"))
    return Question.objects.published().exclude(pk__in=many.filter(people__gte=FEWEST_SHOWN).values("question"))


class PracticeFilter(admin.SimpleListFilter):
    title = "practice"
    parameter_name = "practice"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("few", f"Offered, practiced by fewer than {FEWEST_SHOWN} people")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(pk__in=practiced_by_few()) if self.value() == "few" else queryset


@waiting.offer
def questions(today: date) -> list[waiting.Waits]:
    return [
        waiting.Waits(
            label="questions that learners suggest",
            about="Take them into the bank, or decline them: whoever offered one is told",
            rows=waiting_suggestions(),
            filters={},
        ),
        waiting.Waits(
            label=f"questions that fewer than {FEWEST_SHOWN} people practiced",
            about="Worth another look: unclear, or hard to find",
            rows=practiced_by_few(),
            filters={"practice": "few"},
        ),
    ]
