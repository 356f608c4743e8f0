"""What pages show of a learner's answer: the form, its versions, and where its acts are sent."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, OuterRef
from django.urls import reverse

from accounts.guards import LearnerRequest
from accounts.models import User
from curation.nested import nested
from interviews.bank.models import Dimension, Question
from interviews.bank.speaking import duration, length_in_words
from interviews.practice import answering
from interviews.practice.comparing import Passage, passages
from interviews.practice.forms.answers import AnswerForm
from interviews.practice.fortnight import DAYS, Fortnight, fortnight
from interviews.practice.models import TARGET, AnswerVersion, AskedQuestion, ReviewLog
from keeping.tokens import new_token

PER_PAGE = 5


def answer_context(
    user: Any,
    row: Question | AskedQuestion,
    form: AnswerForm | None = None,
    *,
    dimensions: list[Dimension] | None = None,
) -> dict[str, Any]:
    """What ``interviews/_answer.html`` shows: nothing of anybody's for a visitor."""
    if not isinstance(user, User):
        return {}
    answer, newest = answering.find_answer(user, row)
    if form is None:
        values = (answer.draft if answer else None) or answering.values_of(newest)
        seen = answer.edition if answer else 0
        rated = dimensions_of(row) if dimensions is None else dimensions
        form = AnswerForm(
            initial={**values, "seen": seen, "token": new_token(user)}, dimensions=rated, auto_id="answer_%s"
        )
    return {
        "answer_form": form,
        "newest": newest,
        "newest_length": _length(newest, row) if newest else "",
        "asked_as": asked_otherwise(newest, row) if newest else "",
        "draft_at": answer.draft_at if answer else None,
        "target": target_of(row),
        "target_words": duration(target_of(row)),
        "addresses": addresses(row),
    }


def addresses(row: Question | AskedQuestion) -> dict[str, str]:
    """Where the acts on an answer are sent."""
    own = isinstance(row, AskedQuestion)
    arguments = [row.pk if isinstance(row, AskedQuestion) else row.slug]
    return {
        act: reverse(f"interviews:{'asked_' if own else ''}{act}", args=arguments)
        for act in ("answer", "draft", "rate")
    }


def target_of(row: Question | AskedQuestion) -> int:
    return row.seconds if isinstance(row, Question) else TARGET


def dimensions_of(row: Question | AskedQuestion) -> list[Dimension]:
    """What an answer is rated on."""
    return list(Dimension.objects.for_category(row.category_id))


def versions_context(request: LearnerRequest, row: Question | AskedQuestion) -> dict[str, Any]:
    """A page of versions, each with the one before it."""
    versions = AnswerVersion.objects.filter(
        answer__user=request.user, **{f"answer__{name}": value for name, value in answering.looked_up(row).items()}
    )
    page = Paginator(versions.order_by("-number"), PER_PAGE).get_page(request.GET.get("page"))
    shown = list(page)
    before: dict[int, AnswerVersion] = {version.number: version for version in shown}
    if shown and shown[-1].number > 1:
        before[shown[-1].number - 1] = versions.get(number=shown[-1].number - 1)
    return {
        "page": page,
        "versions": [
            {
                "version": version,
                "parts": _parts(version, before.get(version.number - 1)),
                "length": _length(version, row),
                "asked_as": asked_otherwise(version, row),
            }
            for version in shown
        ],
    }


def kept_in_words(kept: answering.Kept) -> str:
    """What became of an answer."""
    text = (
        f"Saved as version {kept.version.number}."
        if kept.new
        else f"It's already saved as version {kept.version.number}."
    )
    if kept.meanwhile:
        text += f" Another window saved version {kept.meanwhile.number} in the meantime. You have both."
    return text


def asked_otherwise(version: AnswerVersion, row: Question | AskedQuestion) -> str:
    """The wording that a version answers, if it is known and the question reads otherwise today."""
    return "" if version.asked_as == row.text else version.asked_as


def _length(version: AnswerVersion, row: Question | AskedQuestion) -> str:
    return length_in_words(" ".join(answering.values_of(version).values()), target=target_of(row))


def _parts(version: AnswerVersion, before: AnswerVersion | None) -> list[tuple[str, list[Passage]]]:
    """The parts of a version that hold something, by name, with what changed in each since the one before."""
    old, new = answering.values_of(before), answering.values_of(version)
    named = {"text": ""} | {name: name.capitalize() for name in answering.PARTS}
    return [
        (label, passages(old[name] if before else new[name], new[name]))
        for name, label in named.items()
        if old[name] or new[name]
    ]


def offer_answer(user: Any, question: Question, dimensions: list[Dimension]) -> dict[str, Any]:
    """What a question's own page shows of the reader's answer."""
    return answer_context(user, question, dimensions=dimensions)


def last_fortnight(user: User, *, today: date) -> Fortnight:
    """How many questions a learner practiced on each of the last 14 days, in one query. Twice on one day is once."""
    if user.is_nobody:
        return fortnight({}, today=today)
    return fortnight_of(User.objects.annotate(**asked_for_fortnight(today=today)).get(pk=user.pk), today=today)


def asked_for_fortnight(*, today: date) -> dict[str, Any]:
    """Annotations of a learner, from which ``fortnight_of`` makes the picture."""
    reviews = ReviewLog.objects.filter(user=OuterRef("pk"), on__gt=today - timedelta(days=DAYS), on__lte=today)
    days = reviews.order_by("on").values("on").annotate(number=Count("card", distinct=True))
    return {"practiced": nested(days, PracticedDay)}


def fortnight_of(learner: Any, *, today: date) -> Fortnight:
    return fortnight({day.on: day.number for day in learner.practiced}, today=today)


@dataclass(frozen=True, slots=True)
class PracticedDay:
    on: date
    number: int
