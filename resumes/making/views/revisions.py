"""What a resume was: every save, two of them side by side, and the way back."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.guards import LearnerRequest, learner_page, learner_post
from curation.keys import is_key
from keeping.history import lines_of
from keeping.pages import PER_PAGE
from keeping.saving import say
from resumes.making import revising
from resumes.making.loading import compose_resume
from resumes.making.models import Revision
from resumes.making.opening import below, with_layers


@learner_page
def revisions(request: LearnerRequest, resume: int) -> HttpResponse:
    """Every save, the newest first."""
    row = with_layers(request, resume)
    rows = Revision.objects.filter(resume=row).defer("document", "content")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "resumes/revisions.html", below(row) | {"page": page, "history": lines_of(row)})


@learner_page
def revision(request: LearnerRequest, resume: int, number: int) -> HttpResponse:
    """One save beside another, which ``with`` names, or beside the resume as it is now."""
    row = with_layers(request, resume)
    with_ = request.GET.get("with", "")
    beside = int(with_) if is_key(with_) else number
    saves = {one.number: one for one in revising.saves_of(row, {number, beside}, most=PER_PAGE)}
    if number not in saves:
        raise Http404
    one, other = saves[number], saves.get(beside) if beside != number else None
    then, composed = revising.content_of(one.said), compose_resume(row, today=timezone.localdate())
    right = revising.content_of(other.said) if other else composed.content()
    context = below(row) | {
        "revision": one,
        "other": other,
        "others": sorted((each for each in saves.values() if each != one), key=lambda each: -each.number),
        "rows": revising.side_by_side(then, right),
        "gone": revising.gone_since(then, composed),
    }
    return render(request, "resumes/revision.html", context)


@learner_post(page="resumes:revision")
def restore(request: LearnerRequest, resume: int, number: int) -> HttpResponse:
    """Let the resume say again what it said then."""
    row = with_layers(request, resume)
    one = get_object_or_404(Revision, resume=row, number=number)
    event = revising.restore(one, at=timezone.now())
    say(request, f"It reads again as in revision {number}." if event else "It reads so already.", event)
    return redirect(row)
