"""Mock interviews: the list with the form to start one, and a run."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, F
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.debug import sensitive_post_parameters

from accounts.guards import LearnerRequest, learner_page, learner_post, open_page
from interviews.bank.recording import allow_recording
from interviews.bank.speaking import duration
from interviews.mock import mocking
from interviews.mock.drawing import FOLLOW_UP_SECONDS, MARGIN_SECONDS
from interviews.mock.forms.mock import StartForm, StepForm
from interviews.mock.mocking import Became, Phase
from interviews.mock.models import MockInterview, MockQuestion
from interviews.mock.timing import roughly, was_left_open
from interviews.mock.views.helping import links_context
from keeping.ceilings import FullError
from keeping.meanwhile import ChangedMeanwhileError
from keeping.saving import put_away

PER_PAGE = 25
OVER = (
    "The interview has gone on in another window. If this question has no answer yet, this becomes its answer when you "
    "press the button."
)


def own_mocks(request: LearnerRequest) -> Any:
    """The learner's runs that are not in the bin."""
    return MockInterview.objects.for_user(request.user).select_related("round_type")


@sensitive_post_parameters()
@open_page
def mocks(request: LearnerRequest) -> HttpResponse:
    """All runs, those under way first, and the form that starts one."""
    posted = request.POST if request.method == "POST" else None
    named = {name: request.GET[name] for name in StartForm.NAMED if name in request.GET}
    form = StartForm(posted, user=request.user, today=timezone.localdate(), initial=named)
    if posted is not None and form.is_valid():
        try:
            mock, new = mocking.start(
                user=request.user,
                token=form.cleaned_data["token"],
                values=form.values(),
                at=timezone.now(),
                waiting="helped" in request.POST,
            )
        except mocking.NothingToAskError as nothing:
            form.add_error(nothing.field, nothing.message)
        except mocking.BegunOtherwiseError as begun:
            form.add_error(None, _begun_otherwise(begun.run))
            form.be_another()
        else:
            if not new:
                is_ready = mock.phase == Phase.READY
                messages.info(request, "It was set up already." if is_ready else "It had begun already.")
            return redirect("keeping:bin" if mock.in_bin else mock)
    rows = own_mocks(request).annotate(number=Count("questions"), rated=Count("questions__rating"))
    rows = rows.order_by(F("finished_at").desc(nulls_first=True), "-pk")
    context = {
        "section": "interviews",
        "tab": "mock",
        "form": form,
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "follow_up_words": duration(FOLLOW_UP_SECONDS),
        "margin_words": duration(MARGIN_SECONDS),
    }
    return render(request, "interviews/mocks.html", context, status=422 if form.is_bound else 200)


def _begun_otherwise(run: MockInterview) -> SafeString:
    address = reverse("keeping:bin") if run.in_bin else run.get_absolute_url()
    return format_html(
        'This form has begun an interview already, with other settings: <a href="{}">{}</a>. What you chose is still '
        "below; press the button again to begin another one with it.",
        address,
        run,
    )


@learner_page
def mock(request: LearnerRequest, mock: int) -> HttpResponse:
    """The run where it stands, with nothing else on the page."""
    return _run_page(request, get_object_or_404(own_mocks(request), pk=mock))


@learner_post(page="interviews:mock")
def begin(request: LearnerRequest, mock: int) -> HttpResponse:
    """Start the clock of a run that was set up before."""
    return redirect(mocking.begin(get_object_or_404(own_mocks(request), pk=mock), at=timezone.now()))


@sensitive_post_parameters()
@learner_post(page="interviews:mock")
def step(request: LearnerRequest, mock: int) -> HttpResponse:
    """Keep the answer and go on."""
    row = get_object_or_404(own_mocks(request), pk=mock)
    form = _step_form(request)
    if not form.is_valid():
        return _run_page(request, row, form)
    cleaned = form.cleaned_data
    try:
        stepped = mocking.step(row, **cleaned, at=timezone.now())
    except ChangedMeanwhileError as other:
        return _conflict_page(request, row, form, other)
    return _went_on(request, stepped.mock, stepped.became, cleaned) or redirect(stepped.mock)


@sensitive_post_parameters()
@learner_post(page="interviews:mock")
def leave(request: LearnerRequest, mock: int) -> HttpResponse:
    """Keep what is typed, and go to the list: the run waits."""
    row = get_object_or_404(own_mocks(request), pk=mock)
    return _keep_and_go(request, row, reverse("interviews:mocks"), f"It waits for you: {row}.")


@sensitive_post_parameters()
@learner_post(page="interviews:helper_links")
def ask_for_help(request: LearnerRequest, mock: int) -> HttpResponse:
    """Keep what is typed, and go to the links for somebody who helps."""
    row = get_object_or_404(own_mocks(request), pk=mock)
    return _keep_and_go(request, row, reverse("interviews:helper_links", args=[row.pk]), "")


@sensitive_post_parameters()
@learner_page
def end(request: LearnerRequest, mock: int) -> HttpResponse:
    """Ask whether to end the run here. Pressed on the page of the run it keeps what is typed first."""
    row = get_object_or_404(own_mocks(request), pk=mock)
    if row.phase in (Phase.READY, Phase.DONE) and request.method != "POST":
        return redirect(row)
    if request.method == "POST" and "sure" not in request.POST:
        return _keep_and_go(request, row, request.path, "")
    if request.method == "POST":
        form = _step_form(request, seen=0)
        if form.is_valid():
            place, phase = form.cleaned_data["place"], form.cleaned_data["phase"]
            ended = mocking.end(row, place=place, phase=phase, at=timezone.now())
            if ended.mock.phase != Phase.DONE:
                messages.info(request, "The run has gone on since, so it was not ended. This is where it stands.")
            return redirect(ended.mock)
        return redirect(row)
    number = row.questions.count()
    context = {"section": "interviews", "mock": row, "number": number, "left": number - row.place}
    return unkept(render(request, "interviews/mock_end.html", context))


@sensitive_post_parameters()
@learner_post(page="interviews:mock")
def draft(request: LearnerRequest, mock: int) -> HttpResponse:
    """Keep what is being typed, and answer in JSON: 409 with the other text if another window has written meanwhile."""
    row = get_object_or_404(own_mocks(request), pk=mock)
    form = _step_form(request)
    if not form.is_valid():
        return JsonResponse({"errors": [error for errors in form.errors.values() for error in errors]}, status=422)
    try:
        became, edition = mocking.keep_draft(row, **form.cleaned_data)
    except ChangedMeanwhileError as other:
        return JsonResponse({"edition": other.edition, "values": other.there}, status=409)
    except FullError as full:
        return JsonResponse({"errors": [str(full)]}, status=422)
    if became == Became.NOT_TAKEN:
        return JsonResponse({"errors": [OVER]}, status=422)
    return JsonResponse({"edition": edition})


@learner_post(page="interviews:mocks")
def bin_mock(request: LearnerRequest, mock: int) -> HttpResponse:
    put_away(request, get_object_or_404(MockInterview.objects.filter(user=request.user), pk=mock))
    return redirect("interviews:mocks")


def unkept(response: HttpResponse) -> HttpResponse:
    """A page of which no browser keeps a copy."""
    add_never_cache_headers(response)
    return response


def _step_form(request: HttpRequest, **defaults: Any) -> StepForm:
    """What a button of a run sends: its address says for which question and phase, see ``addresses_at``."""
    named = {name: request.GET.get(name, "") for name in ("place", "phase")}
    return StepForm({**defaults, **request.POST.dict(), **named}, auto_id="mock_%s")


def addresses_at(mock: MockInterview, place: int, phase: str) -> dict[str, str]:
    """Where the buttons of a run are sent, each naming where it stood, so that pressing twice changes nothing."""
    return {
        act: f"{reverse(f'interviews:mock_{act}', args=[mock.pk])}?place={place}&phase={phase}"
        for act in ("step", "draft", "help", "leave", "end")
    }


def _run_page(request: LearnerRequest, row: MockInterview, form: StepForm | None = None, **more: Any) -> HttpResponse:
    """The page of a run; with ``form`` that of an answer that was refused, unless the run stands elsewhere."""
    elsewhere = form is not None and (form.data["place"], form.data["phase"]) != (str(row.place), row.phase)
    if form is not None and (elsewhere or row.phase == Phase.DONE) and form.data.get("text", "").strip():
        return _late_page(request, row, form.data["text"])
    if row.phase == Phase.DONE:
        return redirect("interviews:mock_report", row.pk)
    if elsewhere:
        return redirect(row)
    if row.phase == Phase.READY:
        return _ready_page(request, row)
    questions = list(row.questions.select_related("question"))
    question: MockQuestion = questions[row.place - 1]
    following = row.phase == Phase.FOLLOW_UP
    if form is None:
        text = getattr(question, mocking.TEXT[Phase(row.phase)])
        form = StepForm(initial={"seen": question.edition, "text": text}, auto_id="mock_%s")
    last = row.place == len(questions)
    next_up = "the report" if last else f"question {row.place + 1}"
    target = FOLLOW_UP_SECONDS if following else question.question.seconds
    elapsed = max(int((timezone.now() - row.phase_began_at).total_seconds()), 0)
    context = {
        "section": "interviews",
        "mock": row,
        "question": question,
        "following": following,
        "number": len(questions),
        "form": form,
        "addresses": addresses_at(row, row.place, row.phase),
        "next_up": "the follow-up" if question.follow_up and not following else next_up,
        "target": target,
        "target_words": duration(target),
        "elapsed": elapsed,
        "left_open": roughly(elapsed) if was_left_open(elapsed, target=target) else "",
        **more,
    }
    status = 200 if not form.is_bound else 409 if "other" in more else 422
    return allow_recording(request, unkept(render(request, "interviews/mock.html", context, status=status)))


def _ready_page(request: LearnerRequest, row: MockInterview) -> HttpResponse:
    """A run that was set up: links for somebody who helps, and the button that starts its clock."""
    context = {
        "section": "interviews",
        "tab": "mock",
        "crumbs": [("Mock interview", reverse("interviews:mocks"))],
        "mock": row,
        "number": row.questions.count(),
        "links": links_context(row, now=timezone.now()),
    }
    return unkept(render(request, "interviews/mock_ready.html", context))


def _conflict_page(
    request: LearnerRequest, row: MockInterview, form: StepForm, other: ChangedMeanwhileError
) -> HttpResponse:
    """Another window has written this answer: show both, and let the next press replace it, knowing what it does."""
    row.refresh_from_db()
    form.data = {**form.data, "seen": str(other.edition)}
    return _run_page(request, row, form, other=other.there["text"] or "(empty)")


def _late_page(request: LearnerRequest, row: MockInterview, text: str) -> HttpResponse:
    """What was typed for a question that has another answer by now, to copy: it is not taken, and not lost."""
    context = {"section": "interviews", "mock": row, "text": text}
    return unkept(render(request, "interviews/mock_late.html", context, status=409))


def _went_on(request: LearnerRequest, row: MockInterview, became: Became, cleaned: Any) -> HttpResponse | None:
    """Say what became of a text if the run had gone on already."""
    if became == Became.NOT_TAKEN:
        return _late_page(request, row, cleaned["text"])
    if became == Became.FILLED:
        what = "the follow-up of question" if cleaned["phase"] == Phase.FOLLOW_UP else "question"
        messages.info(
            request,
            f"The interview had gone on in another window. What you typed is saved as your answer to {what} "
            f"{cleaned['place']}.",
        )
    return None


def _keep_and_go(request: LearnerRequest, row: MockInterview, where: str, said: str) -> HttpResponse:
    """Keep what is typed, then go somewhere else; the run stays where it is."""
    form = _step_form(request)
    if not form.is_valid():
        return _run_page(request, row, form)
    try:
        became, _ = mocking.keep_draft(row, **form.cleaned_data, pressed=True)
    except ChangedMeanwhileError as other:
        return _conflict_page(request, row, form, other)
    if refused := _went_on(request, row, became, form.cleaned_data):
        return refused
    if said:
        messages.success(request, said)
    return redirect(where)
