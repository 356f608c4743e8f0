"""A learner's answer to a question, of the bank or of their own: its versions, and the draft that is being typed."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.views.decorators.debug import sensitive_post_parameters

from accounts.guards import LearnerRequest, learner_page, learner_post, page_of_origin
from accounts.models import User
from evidence.ceilings import FullError
from interviews.bank.models import Dimension, Question
from interviews.bank.speaking import duration, length_in_words
from interviews.practice import answering, practicing
from interviews.practice.comparing import Passage, passages
from interviews.practice.forms.answers import AnswerForm, DraftForm, RateForm
from interviews.practice.models import AnswerVersion, AskedQuestion, Grade

PER_PAGE = 5
PERMISSIONS = "camera=(), geolocation=(), microphone=(self), interest-cohort=()"
# What a question of one's own is aimed at: as most of the bank's.
TARGET = 120


def find(request: LearnerRequest, *, question: str = "", asked: int = 0) -> Question | AskedQuestion:
    """The question that is answered: one of the bank, also if it is no longer asked, or one of the learner's own."""
    row: Question | AskedQuestion
    if question:
        row = get_object_or_404(Question.objects.with_a_page().select_related("category"), slug=question)
    else:
        row = get_object_or_404(AskedQuestion.objects.for_user(request.user).select_related("category"), pk=asked)
    return row


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
        seen = answer.draft_edition if answer else 0
        rated = dimensions_of(row) if dimensions is None else dimensions
        form = AnswerForm(initial={**values, "seen": seen}, dimensions=rated, auto_id="answer_%s")
    return {
        "answer_form": form,
        "newest": newest,
        "newest_length": _length(newest, row) if newest else "",
        "draft_at": answer.draft_at if answer else None,
        "target": target_of(row),
        "target_words": duration(target_of(row)),
        "addresses": addresses(row),
    }


def for_learner(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Keep what a page shows of a learner out of caches, and let the page record and play a spoken answer.

    Other pages have no microphone. A recording is played from memory (``blob:``); nothing may send it to another site.
    """
    if request.user.is_authenticated:
        add_never_cache_headers(response)
        response.headers["Permissions-Policy"] = PERMISSIONS
        response._csp_update = {"media-src": ["blob:"]}  # type: ignore[attr-defined]
    return response


@sensitive_post_parameters()
@learner_page
def answer(request: LearnerRequest, question: str = "", asked: int = 0) -> HttpResponse:
    """All versions of an answer, the newest first, each with what changed; and keeping another one."""
    row = find(request, question=question, asked=asked)
    form = None
    if request.method == "POST":
        form = AnswerForm(request.POST, dimensions=dimensions_of(row), auto_id="answer_%s")
        if form.is_valid():
            kept = answering.keep_version(
                user=request.user,
                row=row,
                values=form.values(),
                seen=form.cleaned_data["seen"],
                at=timezone.now(),
            )
            say_kept(request, kept)
            return redirect(page_of_origin(request, row.get_absolute_url()))
    return _answer_page(request, row, form)


@sensitive_post_parameters()
def _rate(request: LearnerRequest, question: str = "", asked: int = 0) -> HttpResponse:
    """Keep how an answer went, with the text that came along, and go on where the learner came from."""
    row = find(request, question=question, asked=asked)
    form = RateForm(request.POST, dimensions=dimensions_of(row), auto_id="answer_%s")
    if not form.is_valid():
        return _answer_page(request, row, form)
    cleaned = form.cleaned_data
    rated = practicing.rate(
        user=request.user,
        row=row,
        token=cleaned["token"],
        grade=cleaned["grade"],
        scores=form.scores(),
        values=form.values(),
        seen=cleaned["seen"],
        spoken_seconds=cleaned["spoken_seconds"],
        at=timezone.now(),
    )
    back = f"It comes back on {rated.card.due_on:%-d %b %Y}."
    if not rated.new:
        messages.success(request, f"That is recorded already. {back}")
    else:
        text = kept_in_words(rated.kept) + " " if rated.kept and rated.kept.new else ""
        first = "Corrected: " if rated.corrected else ""
        messages.success(request, f"{first}{Grade(cleaned['grade']).label}. {text}{back}")
    return redirect(page_of_origin(request, row.get_absolute_url()))


rate = learner_post(page="interviews:question")(_rate)
asked_rate = learner_post(page="interviews:asked")(_rate)


def dimensions_of(row: Question | AskedQuestion) -> list[Dimension]:
    """What an answer is rated on."""
    return list(Dimension.objects.for_category(row.category_id))


def _answer_page(request: LearnerRequest, row: Question | AskedQuestion, form: AnswerForm | None) -> HttpResponse:
    own = isinstance(row, AskedQuestion)
    above = ("My questions", "interviews:asked_list") if own else ("Interviews", "interviews:bank")
    context = {
        "section": "interviews",
        "tab": "mine" if own else "bank",
        "question": row,
        "crumbs": [(above[0], reverse(above[1])), ("The question", row.get_absolute_url())],
        **answer_context(request.user, row, form),
        **versions_context(request, row),
    }
    return for_learner(request, render(request, "interviews/answer.html", context, status=422 if form else 200))


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
            }
            for version in shown
        ],
    }


@sensitive_post_parameters()
def _keep_draft(request: LearnerRequest, question: str = "", asked: int = 0) -> HttpResponse:
    """Keep what is being typed, and answer in JSON: 409 with both editions if another window has written meanwhile."""
    row = find(request, question=question, asked=asked)
    form = DraftForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"errors": [error for errors in form.errors.values() for error in errors]}, status=422)
    try:
        edition = answering.keep_draft(
            user=request.user,
            row=row,
            values=form.values(),
            seen=form.cleaned_data["seen"],
            keep_other="keep_other" in request.POST,
            at=timezone.now(),
        )
    except answering.WrittenMeanwhileError as other:
        return JsonResponse({"edition": other.edition, "values": other.values}, status=409)
    except FullError as full:
        return JsonResponse({"errors": [str(full)]}, status=422)
    return JsonResponse({"edition": edition})


draft = learner_post(page="interviews:question")(_keep_draft)
asked_draft = learner_post(page="interviews:asked")(_keep_draft)


def say_kept(request: LearnerRequest, kept: answering.Kept) -> None:
    messages.success(request, kept_in_words(kept))


def kept_in_words(kept: answering.Kept) -> str:
    """What became of an answer."""
    text = f"Kept as version {kept.version.number}." if kept.new else f"It is version {kept.version.number} already."
    if kept.meanwhile:
        text += f" Another window had written meanwhile: that is version {kept.meanwhile.number}. Both are kept."
    return text


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
