"""The bank, and a learner's interviews, stories, runs and cards."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from evidence.models import Evidence
from interviews.models import (
    AskedQuestion,
    Category,
    Competency,
    Dimension,
    Interview,
    MockInterview,
    Question,
    ReviewCard,
    RoundType,
    Story,
    Telling,
)
from tests.factories import NOW, numbers
from tests.factories.evidence import make_own


def make_category(**fields: Any) -> Category:
    number = next(numbers)
    defaults = {
        "slug": f"category-{number}",
        "name": f"Category {number}",
        "tests": "How you do it",
        "assess": "Whether you do it",
        "position": number,
    }
    return Category.objects.create(**(defaults | fields))


def make_question(**fields: Any) -> Question:
    """A published question in a new category unless one is given."""
    number = next(numbers)
    if "category" not in fields:
        fields["category"] = make_category()
    defaults = {
        "slug": f"q-{number}",
        "text": f"What about number {number}?",
        "level": "mid",
        "points": "The first point\nThe second point",
        "follow_ups": "And then?",
        "position": number,
    }
    return Question.objects.create(**(defaults | fields))


def make_dimension(**fields: Any) -> Dimension:
    """What an answer to every category is rated on."""
    number = next(numbers)
    defaults = {
        "slug": f"dimension-{number}",
        "name": f"Dimension {number}",
        "looks_for": "What it looks for",
        "score_1": "Weak",
        "score_3": "Solid",
        "score_5": "Outstanding",
        "position": number,
    }
    return Dimension.objects.create(**(defaults | fields))


def make_asked(user: User, **fields: Any) -> Any:
    return make_own(AskedQuestion, user, **({"text": f"Was I asked number {next(numbers)}?"} | fields))


def make_competency(*, questions: Any = (), **fields: Any) -> Competency:
    number = next(numbers)
    defaults = {"slug": f"competency-{number}", "name": f"doing thing {number}", "about": "It.", "position": number}
    competency = Competency.objects.create(**(defaults | fields))
    competency.questions.set(questions)
    return competency


def make_interview(user: User, **fields: Any) -> Any:
    """One in two days unless told otherwise."""
    if "round_type" not in fields:
        fields["round_type"], _ = RoundType.objects.get_or_create(
            slug="first-call", defaults={"name": "First call", "about": "A recruiter asks."}
        )
    defaults = {"company": "Acme", "on": timezone.localdate() + timedelta(days=2), "minutes_per_day": 30}
    return make_own(Interview, user, **(defaults | fields))


def make_story(user: User, **fields: Any) -> Any:
    """A rough story; ``skills``, ``competencies`` and ``questions`` are slugs, ``evidence`` keys."""
    if "evidence" in fields:
        rows = Evidence.objects.filter(pk__in=fields["evidence"])
        fields["evidence"] = sorted(str(token) for token in rows.values_list("token", flat=True))
    return make_own(Story, user, **({"headline": f"Story {next(numbers)}", "situation": "It was late"} | fields))


def make_telling(story: Any, **fields: Any) -> Any:
    return make_own(Telling, story.user, **({"story": story, "employer": "Acme", "on": date(2026, 5, 1)} | fields))


def make_round(*categories: Category, **fields: Any) -> RoundType:
    """A kind of round that draws on ``categories``, half of it never-seen questions."""
    number = next(numbers)
    defaults = {"slug": f"round-{number}", "name": f"Round {number}", "about": "Who asks.", "position": number}
    row = RoundType.objects.create(**(defaults | {"new_percent": 50} | fields))
    row.categories.set(categories)
    return row


def make_mock(user: User, *questions: Question, **fields: Any) -> Any:
    """A run at its first question, begun at ``NOW``; the questions are two new ones unless they are given."""
    rows = questions or (make_question(), make_question())
    asked = [{"question": row.slug, "text": row.text, "follow_up": row.follow_ups.split("\n")[0]} for row in rows]
    if "round_type" not in fields:
        fields["round_type"] = make_round(*{row.category for row in rows})
    defaults = {"seed": "amber harbor 42", "minutes": 30, "level": "", "mix": "even", "category": None}
    return make_own(MockInterview, user, **(defaults | fields), questions=asked)


def make_card(user: User, question: Question | None, **fields: Any) -> ReviewCard:
    """A card in the review state, last reviewed five days before ``NOW``; a small ``stability`` is fumbled soon."""
    days = {"due_on": NOW.date(), "last_on": NOW.date() - timedelta(days=5)}
    defaults = {"state": 2, "stability": 5.0, "difficulty": 5.0, **days}
    return ReviewCard.objects.create(user=user, question=question, **(defaults | fields))
