"""What a learner does in a mock interview: each verb is one transaction and safe to repeat (rules R3, R4)."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db import transaction

from accounts.models import User
from interviews.bank.models import Category, Question, QuestionLevel, RoundType
from interviews.bank.speaking import duration
from interviews.mock import drawing
from interviews.mock.drawing import Candidate
from interviews.mock.models import MockInterview, MockQuestion
from interviews.mock.timing import was_left_open
from interviews.practice import answering, practicing
from keeping import verbs
from keeping.ceilings import refuse_more
from keeping.meanwhile import ChangedMeanwhileError
from keeping.models import Document

Phase = MockInterview.Phase

# Where the text and the time of each phase are kept.
TEXT = {Phase.QUESTION: "answer", Phase.FOLLOW_UP: "follow_up_answer"}
SECONDS = {Phase.QUESTION: "answer_seconds", Phase.FOLLOW_UP: "follow_up_seconds"}
ORDER = list(Phase)


class NothingToAskError(Exception):
    """No question is left for what was chosen. ``field`` is the choice that would have to be another one."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


class BegunOtherwiseError(Exception):
    """The same form has begun a ``run`` with other settings, and its questions are drawn."""

    def __init__(self, run: MockInterview) -> None:
        super().__init__()
        self.run = run


class Became(StrEnum):
    """What became of a press on a button of a run."""

    DONE = "done"
    # The run had gone on already, and nothing was changed: pressed twice, or pressed in an old window.
    PASSED = "passed"
    # The run had gone on, but the answer was empty: it is what came along now.
    FILLED = "filled"
    # The run had gone on, and there is another answer: what came along was not taken.
    NOT_TAKEN = "not taken"


@dataclass(frozen=True)
class Stepped:
    """Where the run stands after a press, and what became of it."""

    mock: MockInterview
    became: Became


@transaction.atomic
def start(
    *, user: User, token: uuid.UUID, values: Document, at: datetime, waiting: bool = False
) -> tuple[MockInterview, bool]:
    """Draw the questions and begin. Returns the run, and whether it is new: the same ``token`` again returns it.

    One that is ``waiting`` begins with ``begin``.

    Raises ``NothingToAskError`` if nothing is left to ask, and ``BegunOtherwiseError`` if the run that the token made
    has other settings; then nothing is stored.
    """
    # Of two presses at the same moment the second waits here, and finds what the first has begun.
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    before: MockInterview | None = MockInterview.objects.filter(user=user, token=token).first()
    if before:
        if before.document() | values != before.document():
            raise BegunOtherwiseError(before)
        return before, False
    questions = _drawn(values)
    run, _ = verbs.add(MockInterview, user=user, token=token, values=values | {"questions": questions}, at=at)
    if waiting:
        run.phase = Phase.READY
        run.save(update_fields=["phase"])
    return run, True


@transaction.atomic
def begin(mock: MockInterview, *, at: datetime) -> MockInterview:
    """Start the clock of a run that waits for it. One that has begun stays as it is."""
    run: MockInterview = _locked(mock)
    if run.phase == Phase.READY:
        run.phase, run.phase_began_at = Phase.QUESTION, at
        run.save(update_fields=["phase", "phase_began_at"])
    return run


@transaction.atomic
def step(mock: MockInterview, *, place: int, phase: str, text: str, seen: int, at: datetime) -> Stepped:
    """Keep the answer and go on: to the follow-up, to the next question, or to the end.

    Raises ``ChangedMeanwhileError`` if another window has written this answer since ``seen``.
    """
    run = _locked(mock)
    if (place, phase) != (run.place, run.phase):
        return Stepped(run, _late(run, place, phase, text.strip()))
    question = run.questions.get(place=place)
    _write(question, phase, text.strip(), seen)
    _stop_the_clock(run, question, at)
    if phase == Phase.QUESTION and question.follow_up:
        run.phase = Phase.FOLLOW_UP
    elif run.questions.filter(place=place + 1).exists():
        run.place, run.phase = place + 1, Phase.QUESTION
    else:
        run.phase, run.finished_at = Phase.DONE, at
    run.phase_began_at = at
    run.save(update_fields=["place", "phase", "phase_began_at", "finished_at"])
    return Stepped(run, Became.DONE)


@transaction.atomic
def keep_draft(
    mock: MockInterview, *, place: int, phase: str, text: str, seen: int, pressed: bool = False
) -> tuple[Became, int]:
    """Keep what is being typed. Returns what became of it, and the edition that it now has.

    If the run has gone on, only a text whose button was ``pressed`` fills an answer that is still empty: it is whole.
    Raises ``ChangedMeanwhileError`` if another window has written since ``seen``, and changes nothing.
    """
    run = _locked(mock)
    if (place, phase) != (run.place, run.phase):
        return _late(run, place, phase, text.strip(), fill=pressed), seen
    question = run.questions.get(place=place)
    _write(question, phase, text, seen)
    return Became.DONE, question.edition


@transaction.atomic
def end(mock: MockInterview, *, place: int, phase: str, at: datetime) -> Stepped:
    """End the run where it stands. What is written so far is the answer; what was not reached was not asked."""
    run = _locked(mock)
    if run.phase == Phase.DONE or (place, phase) != (run.place, run.phase):
        return Stepped(run, Became.PASSED)
    question = run.questions.get(place=place)
    if getattr(question, TEXT[Phase(phase)]).strip():
        _stop_the_clock(run, question, at)
    run.phase, run.finished_at, run.phase_began_at = Phase.DONE, at, at
    run.save(update_fields=["phase", "phase_began_at", "finished_at"])
    return Stepped(run, Became.DONE)


@transaction.atomic
def rate(
    mock: MockInterview, *, place: int, token: uuid.UUID, grade: str, scores: Mapping[int, int], at: datetime
) -> practicing.Rated | None:
    """Keep how an answer of a run went, as practicing it does: what was written becomes a version of the answer.

    Once for each question of a run; ``None`` if it is rated already, but for the form that rated it, sent again.
    """
    question = mock.questions.select_for_update(of=("self",)).select_related("question").get(place=place)
    if question.rating and not practicing.came_with(question.rating, token):
        return None
    seconds = question.answer_seconds
    if seconds is not None and was_left_open(seconds, target=question.question.seconds):
        seconds = None
    rated = practicing.rate(
        user=mock.user,
        row=question.question,
        token=token,
        grade=grade,
        scores=scores,
        values=dict.fromkeys(answering.FIELDS, "") | {"text": question.answer},
        # No edition that a window could know: a draft that waits at the question itself becomes a version of its own.
        seen=-1,
        spoken_seconds=seconds,
        at=at,
    )
    if rated.rating is not None:
        question.rating = rated.rating
        question.save(update_fields=["rating"])
    return rated


def _drawn(values: Document) -> list[dict[str, str]]:
    """The questions of a new run as its document names them, with their words as they are now."""
    offered = Question.objects.published().filter(category__rounds__slug=values["round_type"])
    if values["level"]:
        offered = offered.filter(level=values["level"])
    if values["category"]:
        offered = offered.filter(category__slug=values["category"])
    rows = offered.order_by().values_list("slug", "category__slug", "seconds", "follow_ups")
    candidates = [Candidate(slug, category, seconds, bool(more.strip())) for slug, category, seconds, more in rows]
    even = values["mix"] == MockInterview.Mix.EVEN
    chosen = drawing.draw(candidates, seed=values["seed"], minutes=values["minutes"], even=even)
    if not chosen:
        raise _nothing(values, candidates)
    found = Question.objects.in_bulk([one.slug for one in chosen], field_name="slug")
    return [
        {
            "question": one.slug,
            "text": found[one.slug].text,
            "follow_up": drawing.draw_follow_up(found[one.slug].follow_up_lines, seed=values["seed"], slug=one.slug),
        }
        for one in chosen
    ]


def _nothing(values: Document, candidates: list[Candidate]) -> NothingToAskError:
    """Why nothing is left to ask, and what would help."""
    kind = RoundType.objects.get(slug=values["round_type"])
    category = Category.objects.get(slug=values["category"]) if values["category"] else None
    if candidates:
        shortest = min(one.takes for one in candidates)
        number, noun = len(candidates), "question" if len(candidates) == 1 else "questions"
        return NothingToAskError(
            "minutes",
            f"There is time for no question: of {number} {noun} the shortest takes {duration(shortest)} with its "
            f"follow-up. Give it {-(-shortest // 60)} minutes or more.",
        )
    drawn_on = list(kind.categories.filter(retired_at=None).order_by("position", "slug"))
    if category and category not in drawn_on:
        names = ", ".join(one.name for one in drawn_on)
        return NothingToAskError(
            "category",
            f"A round called {kind.name} asks nothing about {category.name}. "
            + (f"It draws on: {names}. Choose one of these, or another kind of round." if names else "Choose another."),
        )
    about = f"about {category.name}" if category else f"for {kind.name}"
    if values["level"] and _offered_at_any_level(kind, category):
        level = QuestionLevel(values["level"]).label.lower()
        return NothingToAskError("level", f"There is no question {about} at this level ({level}). Choose any level.")
    field, other = ("category", "all of the round") if category else ("round_type", "another kind of round")
    return NothingToAskError(field, f"No question {about} is offered at the moment. Choose {other}.")


def _offered_at_any_level(kind: RoundType, category: Category | None) -> bool:
    offered = Question.objects.published().filter(category__rounds=kind)
    return bool((offered.filter(category=category) if category else offered).exists())


def _locked(mock: MockInterview) -> Any:
    return MockInterview.objects.select_for_update().get(pk=mock.pk)


def _write(question: MockQuestion, phase: str, text: str, seen: int) -> None:
    name = TEXT[Phase(phase)]
    there = getattr(question, name)
    if text == there:
        return
    if seen != question.edition:
        raise ChangedMeanwhileError(edition=question.edition, there={"text": there})
    setattr(question, name, text)
    question.edition += 1
    question.save(update_fields=[name, "edition"])
    refuse_more(question.user_id)


def _stop_the_clock(run: Any, question: MockQuestion, at: datetime) -> None:
    name = SECONDS[Phase(run.phase)]
    setattr(question, name, max(int((at - run.phase_began_at).total_seconds()), 0))
    question.save(update_fields=[name])


def _late(run: Any, place: int, phase: str, text: str, *, fill: bool = True) -> Became:
    """What becomes of a text for a phase at which the run does not stand."""
    if not text:
        return Became.PASSED
    question = run.questions.filter(place=place).first() if phase in TEXT else None
    passed = (place, ORDER.index(Phase(phase))) < (run.place, ORDER.index(run.phase)) if question else False
    if not question or not passed or (phase == Phase.FOLLOW_UP and not question.follow_up):
        return Became.NOT_TAKEN
    there = getattr(question, TEXT[Phase(phase)]).strip()
    if there:
        return Became.PASSED if there == text else Became.NOT_TAKEN
    if not fill:
        return Became.NOT_TAKEN
    _write(question, phase, text, question.edition)
    return Became.FILLED
