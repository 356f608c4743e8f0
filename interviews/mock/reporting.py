"""The report of a mock interview: everything that it shows, gathered in a fixed number of queries."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch

from interviews.bank.models import Category, Competency, Dimension
from interviews.mock import debrief
from interviews.mock.drawing import FOLLOW_UP_SECONDS
from interviews.mock.models import HelperLink, MockInterview, MockNote, MockQuestion, MockScore
from interviews.mock.timing import against_target
from interviews.practice.models import DimensionScore, Grade, ReviewLog
from interviews.stories.models import Story

# Of the things a story is missing for, as many as are named.
MOST_HOLES = 3


@dataclass(frozen=True)
class ScoreRow:
    """One dimension of one question: the learner's score, and those of each who helped, in the order of their links."""

    dimension: Dimension
    mine: int | None
    helpers: list[int | None]


@dataclass
class ReportedQuestion:
    """One question of the run with all that the report shows of it."""

    row: MockQuestion
    reached: bool
    dimensions: list[Dimension]
    grade: str = ""
    scores: list[ScoreRow] = field(default_factory=list)
    notes: list[MockNote] = field(default_factory=list)

    @property
    def is_answered(self) -> bool:
        """Whether there was an answer, spoken or written; the last one may have been ended before."""
        return self.row.answer_seconds is not None or bool(self.row.answer)

    @property
    def points(self) -> list[str]:
        return self.row.question.point_lines

    @property
    def is_retired(self) -> bool:
        return self.row.question.retired_at is not None or self.row.question.category.retired_at is not None

    @property
    def time(self) -> str:
        seconds = self.row.answer_seconds
        return "" if seconds is None else against_target(seconds, target=self.row.question.seconds)

    @property
    def follow_up_time(self) -> str:
        seconds = self.row.follow_up_seconds
        return "" if seconds is None else against_target(seconds, target=FOLLOW_UP_SECONDS)


@dataclass(frozen=True)
class Summary:
    """One dimension over the whole run."""

    dimension: Dimension
    scores: debrief.BothSides


@dataclass(frozen=True)
class Weakest:
    """Where to work next: the dimension, what the next score of it looks like, and the category to practice."""

    summary: Summary
    next_score: int
    looks: str
    category: Category


@dataclass(frozen=True)
class Report:
    questions: list[ReportedQuestion]
    helpers: list[HelperLink]
    summaries: list[Summary]
    weakest: Weakest | None
    holes: list[tuple[Competency, ReportedQuestion]]

    @property
    def reached(self) -> int:
        return sum(one.reached for one in self.questions)

    @property
    def rated(self) -> int:
        return sum(bool(one.row.rating_id) for one in self.questions)

    @property
    def unrated(self) -> list[ReportedQuestion]:
        return [one for one in self.questions if one.is_answered and not one.row.rating_id]


def report_for(mock: MockInterview) -> Report:
    """The report of a run, in at most nine queries, whatever it holds."""
    own = Prefetch("rating__scores", DimensionScore.objects.select_related("dimension"))
    given = Prefetch("scores", MockScore.objects.select_related("dimension").order_by("pk"))
    noted = Prefetch("notes", MockNote.objects.select_related("link").order_by("link"))
    rows = list(mock.questions.select_related("question__category", "rating").prefetch_related(own, given, noted))
    applying = Dimension.objects.by_category(row.question.category_id for row in rows)
    grades = _grades(mock, rows)
    helpers = _helpers(mock, rows)
    questions = [
        ReportedQuestion(
            row=row,
            reached=row.place <= mock.place,
            dimensions=applying[row.question.category_id],
            grade=grades.get(row.place, ""),
            scores=_score_rows(row, helpers),
            notes=list(row.notes.all()),
        )
        for row in rows
    ]
    scored = {score.dimension: score for one in questions for score in one.scores}
    dimensions = sorted(scored, key=lambda dimension: (dimension.position, dimension.slug))
    sides = debrief.by_dimension(
        (
            debrief.Score(one.row.place, score.dimension.pk, value, mine)
            for one in questions
            for score in one.scores
            for mine, values in ((True, [score.mine]), (False, score.helpers))
            for value in values
            if value is not None
        ),
        order=[dimension.pk for dimension in dimensions],
    )
    by_key = {dimension.pk: dimension for dimension in dimensions}
    summaries = [Summary(by_key[both.dimension], both) for both in sides]
    return Report(questions, helpers, summaries, _weakest(summaries, questions), _holes(mock, questions))


def _grades(mock: MockInterview, rows: list[MockQuestion]) -> dict[int, str]:
    """How each rated question went, in words, by place."""
    rated: dict[Any, int] = {(row.question_id, row.rating.at): row.place for row in rows if row.rating}
    logs = ReviewLog.objects.filter(
        card__user=mock.user_id, card__question__in=[key for key, _ in rated], at__in=[at for _, at in rated]
    ).values_list("card__question", "at", "grade")
    return {rated[key, at]: Grade(grade).label for key, at, grade in logs if (key, at) in rated}


def _helpers(mock: MockInterview, rows: list[MockQuestion]) -> list[HelperLink]:
    """Those who helped and said something, in the order in which they were asked."""
    said = {score.link_id for row in rows for score in row.scores.all()}
    said |= {note.link_id for row in rows for note in row.notes.all()}
    return list(mock.helper_links.filter(pk__in=said).order_by("pk"))


def _score_rows(row: MockQuestion, helpers: list[HelperLink]) -> list[ScoreRow]:
    """The dimensions of a question that have a score from anybody, also those that are retired by now."""
    mine = {score.dimension: score.score for score in row.rating.scores.all()} if row.rating else {}
    theirs: dict[Dimension, dict[int, int]] = defaultdict(dict)
    for score in row.scores.all():
        theirs[score.dimension][score.link_id] = score.score
    dimensions = sorted({*mine, *theirs}, key=lambda dimension: (dimension.position, dimension.slug))
    return [
        ScoreRow(
            dimension=dimension,
            mine=mine.get(dimension),
            helpers=[theirs[dimension].get(link.pk) if dimension in theirs else None for link in helpers],
        )
        for dimension in dimensions
    ]


def _weakest(summaries: list[Summary], questions: list[ReportedQuestion]) -> Weakest | None:
    lowest = debrief.weakest(summary.scores for summary in summaries)
    if lowest is None or lowest.next_score is None:
        return None
    summary = next(one for one in summaries if one.scores == lowest)
    question = next(one for one in questions if one.row.place == lowest.weakest_place)
    looks = {3: summary.dimension.score_3, 5: summary.dimension.score_5}[lowest.next_score]
    return Weakest(summary, lowest.next_score, looks, question.row.question.category)


def _holes(mock: MockInterview, questions: list[ReportedQuestion]) -> list[tuple[Competency, ReportedQuestion]]:
    """What the questions ask for and the learner has no story about, with the first question that asks for it."""
    reached = {one.row.question_id: one for one in reversed(questions) if one.reached}
    stories = Story.objects.filter(user=mock.user_id, deletion=None)
    links = Competency.questions.through.objects.filter(
        ~Exists(stories.filter(competencies=OuterRef("competency"))),
        ~Exists(stories.filter(questions=OuterRef("question"))),
        question__in=reached,
        competency__retired_at=None,
    ).select_related("competency")
    found: dict[Competency, ReportedQuestion] = {}
    for link in links.order_by("competency__position", "competency__slug"):
        one = reached[link.question_id]
        if link.competency not in found or one.row.place < found[link.competency].row.place:
            found[link.competency] = one
    return list(found.items())[:MOST_HOLES]
