"""A learner's answer to a question, of the bank or of their own: its versions, and the draft that is being typed."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from accounts.guards import LearnerRequest, learner_post, open_page, page_of_origin
from interviews.bank.models import Question
from interviews.bank.recording import allow_recording
from interviews.practice import answering, practicing
from interviews.practice.forms.answers import AnswerForm, DraftForm, RateForm
from interviews.practice.models import AskedQuestion, Grade
from interviews.practice.showing import answer_context, dimensions_of, kept_in_words, versions_context
from keeping.ceilings import FullError
from keeping.meanwhile import ChangedMeanwhileError


def find(request: LearnerRequest, *, question: str = "", asked: int = 0) -> Question | AskedQuestion:
    """The question that is answered: one of the bank, also if it is no longer asked, or one of the learner's own."""
    row: Question | AskedQuestion
    if question:
        row = get_object_or_404(Question.objects.with_a_page().select_related("category"), slug=question)
    else:
        row = get_object_or_404(AskedQuestion.objects.for_user(request.user).select_related("category"), pk=asked)
    return row


@sensitive_post_parameters()
@open_page
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
    back = f"It comes back on {rated.card.due_on:%b %-d, %Y}."
    if not rated.new:
        messages.success(request, f"That is recorded already. {back}")
    else:
        text = kept_in_words(rated.kept) + " " if rated.kept and rated.kept.new else ""
        first = "Corrected: " if rated.corrected else ""
        messages.success(request, f"{first}{Grade(cleaned['grade']).label}. {text}{back}")
    return redirect(page_of_origin(request, row.get_absolute_url()))


rate = learner_post(page="interviews:question", visitors=True)(_rate)
asked_rate = learner_post(page="interviews:asked")(_rate)


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
    return allow_recording(request, render(request, "interviews/answer.html", context, status=422 if form else 200))


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
    except ChangedMeanwhileError as other:
        return JsonResponse({"edition": other.edition, "values": other.there}, status=409)
    except FullError as full:
        return JsonResponse({"errors": [str(full)]}, status=422)
    return JsonResponse({"edition": edition})


draft = learner_post(page="interviews:question", visitors=True)(_keep_draft)
asked_draft = learner_post(page="interviews:asked")(_keep_draft)


def say_kept(request: LearnerRequest, kept: answering.Kept) -> None:
    messages.success(request, kept_in_words(kept))
