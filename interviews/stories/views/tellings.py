"""To whom a story was told: logged, with a warning before it is told twice at one employer."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from accounts.guards import LearnerRequest, learner_page, learner_post, open_page
from interviews.stories.forms import TellingForm
from interviews.stories.models import Story, Telling
from keeping.history import lines_of
from keeping.saving import put_away, save

PER_PAGE = 25


@open_page
def told(request: LearnerRequest) -> HttpResponse:
    """Every telling of every story, the newest first."""
    rows = Telling.objects.for_user(request.user).filter(story__deletion=None).select_related("story", "interview")
    context = {
        "section": "interviews",
        "tab": "stories",
        "crumbs": [("Stories", reverse("interviews:stories"))],
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "interviews/told.html", context)


@sensitive_post_parameters()
@learner_page
def add_telling(request: LearnerRequest, story: int) -> HttpResponse:
    return _form_page(request, get_object_or_404(Story.objects.for_user(request.user), pk=story), None)


@sensitive_post_parameters()
@learner_page
def edit_telling(request: LearnerRequest, story: int, telling: int) -> HttpResponse:
    own = Story.objects.to_edit(request.user, sent=request.method == "POST").filter(pk=story)
    rows = Telling.objects.to_edit(request.user, sent=request.method == "POST").filter(story__in=own)
    row = get_object_or_404(rows.select_related("story", "interview"), pk=telling)
    return _form_page(request, row.story, row)


@learner_post(page="interviews:edit_telling")
def bin_telling(request: LearnerRequest, story: int, telling: int) -> HttpResponse:
    row = get_object_or_404(_tellings(request, story), pk=telling)
    put_away(request, row)
    return redirect(row.story)


def _tellings(request: LearnerRequest, story: int) -> Any:
    own = Story.objects.for_user(request.user).filter(pk=story)
    return Telling.objects.filter(user=request.user, story__in=own).select_related("story", "interview")


def _form_page(request: LearnerRequest, story: Story, row: Telling | None) -> HttpResponse:
    posted = request.POST if request.method == "POST" else None
    form = TellingForm(posted, story=story, user=request.user, row=row, today=timezone.localdate())
    if posted is not None and (kept := save(request, form, Telling, row)):
        return redirect("keeping:bin" if kept.in_bin else story)
    context = {
        "section": "interviews",
        "tab": "stories",
        "form": form,
        "story": story,
        "row": row,
        "crumbs": [("Stories", reverse("interviews:stories")), (str(story), story.get_absolute_url())],
        "history": lines_of(row) if row else [],
    }
    return render(request, "interviews/telling_form.html", context, status=422 if form.is_bound else 200)
