"""What a learner does to an answer: each verb is one transaction and safe to repeat (rules R3, R4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject

from accounts.models import User
from interviews.bank.models import Question
from interviews.practice.models import Answer, AnswerVersion, AskedQuestion
from keeping.ceilings import refuse_more
from keeping.meanwhile import ChangedMeanwhileError

PARTS = ("situation", "task", "action", "result")
FIELDS = ("text", *PARTS)

Values = Mapping[str, str]


@dataclass(frozen=True)
class Kept:
    """A version, whether it is new, and what another window had left meanwhile, if it had: the version before it."""

    version: AnswerVersion
    new: bool
    meanwhile: AnswerVersion | None = None


def on(row: Question | AskedQuestion) -> dict[str, Any]:
    """The columns by which a learner's row hangs on a question of the bank or on one of their own."""
    return {"question": row, "asked": None} if isinstance(row, Question) else {"question": None, "asked": row}


def looked_up(row: Question | AskedQuestion) -> dict[str, Any]:
    """The one of these columns that finds the row again."""
    return {name: value for name, value in on(row).items() if value}


def find_answer(user: User, row: Question | AskedQuestion) -> tuple[Answer | None, AnswerVersion | None]:
    """A learner's answer with its newest version, if there are any, in one query."""
    fields = JSONObject(**{name: name for name in ("pk", "number", "at", "asked_as", *FIELDS)})
    versions = AnswerVersion.objects.filter(answer=OuterRef("pk")).order_by("-number").values(document=fields)
    answers: Any = Answer.objects.filter(user=user, **looked_up(row)).annotate(newest=Subquery(versions[:1]))
    found = answers.first()
    if found is None or found.newest is None:
        return found, None
    at = datetime.fromisoformat(found.newest["at"])
    return found, AnswerVersion(**found.newest | {"answer": found, "at": at})


def newest(answer: Answer) -> AnswerVersion | None:
    return answer.versions.order_by("-number").first()


def values_of(version: AnswerVersion | None) -> dict[str, str]:
    return {name: getattr(version, name) if version else "" for name in FIELDS}


@transaction.atomic
def keep_draft(
    *, user: User, row: Question | AskedQuestion, values: Values, seen: int, keep_other: bool = False, at: datetime
) -> int:
    """Keep what is being typed. Returns the edition that it now has.

    ``seen`` is the edition as the window knows it. Raises ``ChangedMeanwhileError`` if another has written since, and
    changes nothing. ``keep_other`` makes a version of what another window left before this takes its place.
    """
    answer = _locked(user, row)
    version = newest(answer)
    there = answer.draft or values_of(version)
    if dict(values) == there:
        return answer.edition
    if seen != answer.edition:
        raise ChangedMeanwhileError(edition=answer.edition, there=there)
    if keep_other:
        version = _append(answer, stripped(there), version, at)
    answer.draft = {} if dict(values) == values_of(version) else dict(values)
    _write(answer, at)
    refuse_more(user.pk)
    return answer.edition


@transaction.atomic
def keep_version(*, user: User, row: Question | AskedQuestion, values: Values, seen: int, at: datetime) -> Kept:
    """Append a version, unless the newest says the same already.

    If another window has written since ``seen``, what it left is a version too, so that nothing is lost.
    """
    answer = _locked(user, row)
    version, wanted = newest(answer), stripped(values)
    meanwhile = None
    others = stripped(answer.draft) if answer.draft else {}
    if seen != answer.edition and version and wanted == values_of(version):
        return Kept(version, False)
    if seen != answer.edition and others != wanted:
        meanwhile = _append(answer, others, version, at) if others else version
    before = meanwhile or version
    kept = _append(answer, wanted, before, at)
    assert kept is not None
    if answer.draft or kept != version:
        answer.draft = {}
        _write(answer, at)
    if meanwhile != version or kept != before:
        refuse_more(user.pk)
    return Kept(kept, kept != before, meanwhile if meanwhile != kept else None)


def _append(answer: Answer, values: Values, before: AnswerVersion | None, at: datetime) -> AnswerVersion | None:
    """A version after ``before``, which stays the newest if it says the same already, or if there is nothing to say."""
    if values_of(before) == dict(values) or not any(values.values()):
        return before
    number = before.number + 1 if before else 1
    row = answer.question or answer.asked
    assert row is not None
    return AnswerVersion.objects.create(
        user_id=answer.user_id, answer=answer, number=number, asked_as=row.text, at=at, **values
    )


def stripped(values: Values) -> dict[str, str]:
    """Values as a version holds them."""
    return {name: values.get(name, "").strip() for name in FIELDS}


def _locked(user: User, row: Question | AskedQuestion) -> Answer:
    Answer.objects.bulk_create([Answer(user=user, **on(row))], ignore_conflicts=True)
    found: Answer = Answer.objects.select_for_update().get(user=user, **looked_up(row))
    # As the learner read it, and known already.
    for name, known in looked_up(row).items():
        setattr(found, name, known)
    return found


def _write(answer: Answer, at: datetime) -> None:
    answer.edition += 1
    answer.draft_at = at if answer.draft else None
    answer.save(update_fields=["draft", "edition", "draft_at"])
