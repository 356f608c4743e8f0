"""What to read the evening before an interview, on one page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q

from accounts.models import User
from curation.nested import nested
from interviews.bank.models import Dimension
from interviews.dates.models import Interview
from interviews.practice.answering import PARTS
from interviews.practice.candidates import Row, cards_of, in_round, key_of, known, question_of
from interviews.practice.models import Answer, AnswerVersion, ReviewCard
from interviews.practice.plan import why
from interviews.practice.practicing import live
from interviews.stories.models import Story, StoryCompetency, StoryEvidence, StoryQuestion, Telling
from interviews.stories.shortly import Measured, in_lines, number_of
from interviews.stories.told import told_at

# What fits on one page to read the evening before, with the words of an answer.
MOST_ON_BRIEF = 8
MOST_STORIES = 5
# Of which so many are named where only the day itself is planned.
MOST_NAMED = 3
MOST_WORDS = 30
_AMOUNTS = {"amount": "evidence__amount", "unit": "evidence__unit"}
ANSWERED = "answered, never practiced"


@dataclass(frozen=True)
class QuestionInBrief:
    """A question on the brief: why it stands there, and the learner's own newest answer in short."""

    question: Row
    why: str
    answer: str


@dataclass(frozen=True)
class Told:
    """A story to tell in three lines with its number, and when it was told to this employer already."""

    story: Story
    last_told: Telling | None
    lines: list[str]
    number: str


@dataclass(frozen=True)
class Brief:
    questions: list[QuestionInBrief]
    stories: list[Told]
    dimensions: list[Dimension]


def brief_for(user: User, interview: Interview, *, now: datetime) -> Brief:
    """What to read the evening before: what is practiced, weakest first, then what is answered; and the stories."""
    categories = list(interview.round_type.categories.filter(retired_at=None).values_list("pk", flat=True))
    cards: dict[Any, ReviewCard] = {key_of(card): card for card in cards_of(user, categories)}
    by_weakness = sorted(known(cards.values(), on=interview.on, now=now), key=lambda one: one.weakness)
    reasons: dict[Any, str] = {one.key: why(one) for one in by_weakness}
    rows: dict[Any, Row] = {one.key: question_of(cards[one.key]) for one in by_weakness}
    versions = AnswerVersion.objects.filter(answer=OuterRef("pk"))
    written = Answer.objects.filter(in_round(categories), live(), Exists(versions), user=user).defer("draft")
    answers = {
        key_of(answer): answer for answer in written.select_related("question__category", "asked").order_by("pk")
    }
    rows |= {key: question_of(answer) for key, answer in answers.items() if key not in rows}
    shown = list(rows)[:MOST_ON_BRIEF]
    newest = AnswerVersion.objects.filter(answer__in=[answers[key] for key in shown if key in answers])
    texts = {version.answer_id: version for version in newest.order_by("answer", "-number").distinct("answer")}
    dimensions = Dimension.objects.published().filter(Q(applies_to=None) | Q(applies_to__in=categories))
    return Brief(
        questions=[
            QuestionInBrief(
                rows[key], reasons.get(key, ANSWERED), _in_short(texts[answers[key].pk]) if key in answers else ""
            )
            for key in shown
        ],
        stories=_stories(user, interview, categories),
        dimensions=list(dimensions.distinct()),
    )


def headlines_for(user: User, interview: Interview) -> list[str]:
    """What the first stories to tell there are called, in one query."""
    categories = interview.round_type.categories.filter(retired_at=None).values("pk")
    return [story.headline for story in _answering(user, categories)[:MOST_NAMED]]


def _answering(user: User, categories: Any) -> Any:
    """Stories that answer a question of these categories, by the learner's word first, then by competency."""
    said = StoryQuestion.objects.filter(story=OuterRef("pk"), question__category__in=categories)
    shown = StoryCompetency.objects.filter(story=OuterRef("pk"), competency__questions__category__in=categories)
    return (
        Story.objects.for_user(user)
        .annotate(said=Exists(said), shown=Exists(shown))
        .filter(Q(said=True) | Q(shown=True))
        .order_by("-said", "headline_key", "pk")
    )


def _stories(user: User, interview: Interview, categories: Sequence[int]) -> list[Told]:
    """The stories to tell, each with its number and when it was told there already."""
    behind = StoryEvidence.objects.filter(
        story=OuterRef("pk"), evidence__deletion=None, evidence__amount__isnull=False
    ).order_by("-evidence__on", "-evidence")
    measured = _answering(user, categories).annotate(measured=nested(behind, Measured, **_AMOUNTS))
    stories = list(measured[:MOST_STORIES])
    tellings = list(Telling.objects.for_user(user).filter(story__in=stories).order_by("-on", "-pk"))
    there = told_at(interview.company, [one for one in tellings if one.interview_id != interview.pk])
    return [_told(story, next((one for one in there if one.story_id == story.pk), None)) for story in stories]


def _told(story: Any, last_told: Telling | None) -> Told:
    lines = in_lines(in_30=story.in_30, situation=story.situation, action=story.action, result=story.result)
    return Told(story, last_told, lines, number_of(story.measured, result=story.result, lines=lines))


def _in_short(version: AnswerVersion) -> str:
    words = " ".join(getattr(version, name) for name in ("text", *PARTS)).split()
    return " ".join(words[:MOST_WORDS]) + (" …" if len(words) > MOST_WORDS else "")
