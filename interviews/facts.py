"""What of stories, practice, mock interviews and dates rules can count."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q

from curation.addresses import address
from curation.nested import nested
from evidence.records.facts import MOST_ROWS, Ask, Fact, Ground
from evidence.records.own_facts import own_rows
from interviews.dates.models import Interview
from interviews.mock.models import MockInterview, MockScore
from interviews.practice.models import AskedQuestion, RatedAnswer
from interviews.stories.models import Story

# How far ahead an interview is said to be coming.
AHEAD = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class StoryRow:
    pk: int
    headline: str
    whole: bool

    def ground(self) -> Ground:
        return Ground(self.headline, address("interviews:story", self.pk))


@dataclass(frozen=True, slots=True)
class RatingRow:
    question: str
    text: str
    category: str
    at: datetime

    def ground(self) -> Ground:
        return Ground(self.text, address("interviews:question", self.question), self.at.date())


@dataclass(frozen=True, slots=True)
class MockRow:
    pk: int
    seed: str
    minutes: int
    finished_at: datetime
    scored: bool

    def ground(self) -> Ground:
        name = f"{self.minutes} minutes, {self.seed}"
        return Ground(name, address("interviews:mock_report", self.pk), self.finished_at.date())


@dataclass(frozen=True, slots=True)
class DateRow:
    pk: int
    company: str
    on: date

    def ground(self) -> Ground:
        return Ground(self.company, address("interviews:interview", self.pk), self.on)


@dataclass(frozen=True, slots=True)
class AskedRow:
    pk: int
    text: str
    company: str

    def ground(self) -> Ground:
        return Ground(self.text, address("interviews:asked", self.pk))


def _stories() -> Any:
    whole = ~Q(situation="") & ~Q(task="") & ~Q(action="") & ~Q(result="")
    return nested(own_rows(Story), StoryRow, whole=ExpressionWrapper(whole, BooleanField()))


def _ratings() -> Any:
    rows = RatedAnswer.objects.filter(user=OuterRef("pk"), question__isnull=False).order_by("-pk")[:MOST_ROWS]
    return nested(
        rows, RatingRow, question="question__slug", text="question__text", category="question__category__slug"
    )


def _mocks() -> Any:
    scored = Exists(MockScore.objects.filter(question__mock=OuterRef("pk")))
    return nested(own_rows(MockInterview, where=Q(finished_at__isnull=False)), MockRow, scored=scored)


SOURCES = {
    "stories": _stories,
    "ratings": _ratings,
    "mocks": _mocks,
    "dates": lambda: nested(own_rows(Interview, "-on"), DateRow),
    "asked": lambda: nested(own_rows(AskedQuestion), AskedRow),
}


def _companies(rows: Any, ask: Ask) -> int:
    return len({row.company.casefold() for row in rows})


def _questions(rows: Any, ask: Ask) -> int:
    return len({row.question for row in rows})


def _again(rows: Any, ask: Ask) -> int:
    return sum(number > 1 for number in Counter(row.question for row in rows).values())


FACTS = {
    "stories": Fact(
        "stories",
        "{} story with all four parts",
        "{} stories with all four parts",
        lambda row, ask: row.whole,
    ),
    "rated-questions": Fact(
        "ratings", "{} question you answered and rated", "{} questions you answered and rated", amount=_questions
    ),
    "rated-again": Fact("ratings", "{} of them more than once", "{} of them more than once", amount=_again),
    "rated-in": Fact(
        "ratings",
        "{} question of that kind you answered and rated",
        "{} questions of that kind you answered and rated",
        lambda row, ask: row.category in ask.which,
        _questions,
        which="categories of questions",
    ),
    "mocks": Fact("mocks", "{} finished mock interview", "{} finished mock interviews"),
    "mocks-scored": Fact(
        "mocks",
        "{} mock interview that somebody else scored",
        "{} mock interviews that somebody else scored",
        lambda row, ask: row.scored,
    ),
    "employers-with-rounds": Fact(
        "dates",
        "{} employer whose rounds you recorded",
        "{} employers whose rounds you recorded",
        amount=_companies,
    ),
    "questions-asked": Fact(
        "asked",
        "{} question you were asked, written down",
        "{} questions you were asked, written down",
        lambda row, ask: bool(row.company),
    ),
    "interview-coming": Fact(
        "dates",
        "{} interview in the next two weeks",
        "{} interviews in the next two weeks",
        lambda row, ask: ask.day <= row.on <= ask.day + AHEAD,
    ),
}
