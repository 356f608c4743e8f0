"""The other question: what would be done in the role, beside what the learner likes to do."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from accounts.guards import LearnerRequest, learner_page, open_page
from applications.postings.duty_forms import DutiesForm, LikingsForm
from applications.postings.models import Application, Liking, PostingText, TaskLiking
from applications.postings.opening import frame, opened
from applications.postings.reading_in import ROLES, read_posting
from applications.postings.taking_in import MADE_WITH
from applications.proof.liking import NAMES, Likes, RatedDuty
from keeping import verbs
from keeping.saving import save

LIKED = dict(Liking.choices)
# Of what says which job it is, as many sentences are shown.
MOST_SENTENCES = 4


@sensitive_post_parameters()
@sensitive_variables()
@learner_page
def duties(request: LearnerRequest, application: int) -> HttpResponse:
    """The duties of a posting by kind of task, how the learner likes them, and what job it is by them."""
    sent = request.POST if request.method == "POST" else None
    row = opened(request, application, sent=sent is not None)
    form = DutiesForm(sent, row=row, user=request.user, today=timezone.localdate())
    if sent is not None and save(request, form, Application, row):
        return redirect("keeping:bin") if row.in_bin else redirect("applications:duties", row.pk)
    ratings = _ratings(request)
    rated = Likes(tuple(RatedDuty(one["quote"], one["task"], ratings.get(one["task"], "")) for one in form.duties))
    text = PostingText.objects.filter(application=row).first()
    role = read_posting(text.raw, pasted_on=text.pasted_on).role if text else None
    context = {
        **frame(row, "applications:duties"),
        "form": form,
        "likes": rated,
        "lines": [(duty, NAMES.get(duty.task, ""), LIKED.get(duty.rating, "")) for duty in rated.duties],
        "role": ROLES.get(role.role, "") if role else "",
        "sentences": [passage.quote for passage in role.passages[:MOST_SENTENCES]] if role else [],
    }
    return render(request, "applications/duties.html", context, status=200 if sent is None else 422)


@open_page
def likings(request: LearnerRequest) -> HttpResponse:
    """Rate the kinds of task, once for all postings."""
    here = _ratings(request)
    sent = request.POST if request.method == "POST" else None
    form = LikingsForm(sent, here=here)
    if sent is not None and form.is_valid():
        changed = form.changed()
        events = [_rate(request, task, liking) for task, liking in changed.items()]
        number = sum(event is not None for event in events)
        said = f"Saved: {number} kind{'' if number == 1 else 's'} of task." if number else "Nothing had changed."
        messages.success(request, said)
        return redirect("applications:likings")
    context = {"section": "applications", "tab": "applications", "form": form}
    return render(request, "applications/likings.html", context, status=200 if sent is None else 422)


def _ratings(request: LearnerRequest) -> dict[str, str]:
    rows: Any = TaskLiking.objects.for_user(request.user)
    return dict(rows.values_list("task", "liking"))


def _rate(request: LearnerRequest, task: str, liking: str) -> Any:
    """What is pressed last is what they say: of two windows that rate one kind, the later one."""
    values, now = {"task": task, "liking": liking}, timezone.now()
    # One row for each kind, whichever window makes it.
    token = uuid.uuid5(MADE_WITH, task)
    seen = _seen(request, token)
    _, event = verbs.add(TaskLiking, user=request.user, token=token, values=values, at=now, seen=seen)
    return event


def _seen(request: LearnerRequest, token: uuid.UUID) -> int:
    rows: Any = TaskLiking.objects.filter(user=request.user, token=token)
    return int(rows.values_list("edition", flat=True).first() or 0)
