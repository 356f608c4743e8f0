"""Questions the learner was really asked: kept, answered and practiced like those of the bank, and seen by nobody."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.guards import LearnerRequest, learner_page, learner_post, open_page
from interviews.bank.models import Favorite
from interviews.bank.recording import allow_recording
from interviews.practice import asking
from interviews.practice.forms.asked import AskedForm
from interviews.practice.models import AskedQuestion
from interviews.practice.showing import answer_context
from keeping.history import lines_of
from keeping.pages import PER_PAGE, OwnPages, Words

ASKED = OwnPages(
    AskedQuestion,
    AskedForm,
    Words("My questions", add="A question I was asked", edit="Edit a question of mine"),
    section="interviews",
    tab="mine",
    listed_at="interviews:asked_list",
    page_at="interviews:asked",
    name="asked",
)
MOST_FAVORITES = 50


@open_page
def asked_list(request: LearnerRequest) -> HttpResponse:
    """The learner's own questions, the newest first, and the favorites of the bank."""
    rows = AskedQuestion.objects.for_user(request.user).select_related("category")
    favorites = Favorite.objects.filter(user=request.user).select_related("question__category").order_by("-at", "-pk")
    context = {
        "section": "interviews",
        "tab": "mine",
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "favorites": favorites[:MOST_FAVORITES],
    }
    return render(request, "interviews/asked_list.html", context)


@learner_page
def asked(request: LearnerRequest, asked: int) -> HttpResponse:
    row = get_object_or_404(AskedQuestion.objects.for_user(request.user).select_related("category", "became"), pk=asked)
    context = {
        "section": "interviews",
        "tab": "mine",
        "asked": row,
        "crumbs": [("My questions", reverse("interviews:asked_list"))],
        "history": lines_of(row),
        **answer_context(request.user, row),
    }
    return allow_recording(request, render(request, "interviews/asked.html", context))


@learner_post(page="interviews:asked")
def suggest(request: LearnerRequest, asked: int) -> HttpResponse:
    """Offer the question to the curators, or take that back."""
    row = get_object_or_404(AskedQuestion.objects.for_user(request.user), pk=asked)
    if "take_back" in request.POST:
        changed, text = asking.take_back(row, at=timezone.now()), "It is private again."
    else:
        changed = asking.suggest(row, at=timezone.now())
        text = "Suggested. Curators see its text and category, and nothing else."
    row.refresh_from_db()
    messages.success(request, text if changed else f"Nothing changed: {row.get_suggestion_display().lower()}.")
    return redirect(row)
