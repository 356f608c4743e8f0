"""Interviewer mode: the links that a learner makes, and the page that a link leads to, which needs no account."""

import re
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from accounts.guards import LearnerRequest, learner_page, learner_post, page_of_origin
from accounts.secret_links import opens_only_here, send_no_address
from interviews.bank.models import RubricScore
from interviews.mock import helping
from interviews.mock.forms.helping import NOW, LinkForm, SheetsForm, typed
from interviews.mock.models import HelperLink, MockInterview

PLACES = re.compile(r"[0-9]{1,5}(\.[0-9]{1,5}){0,99}")


def links_context(mock: MockInterview, *, now: datetime, form: LinkForm | None = None) -> dict[str, Any]:
    """What ``interviews/_mock_links.html`` shows, as ``links``."""
    rows = helping.links_of(mock, now=now)
    return {
        "rows": rows,
        "form": form or LinkForm(),
        "full": sum(row.open for row in rows) >= helping.MOST_OPEN,
        "most": helping.MOST_OPEN,
        "action": reverse("interviews:helper_links", args=[mock.pk]),
    }


@learner_page
def helper_links(request: LearnerRequest, mock: int) -> HttpResponse:
    """The links of a run. A new one shows its secret this once: only the same form, sent again, can show it again."""
    row = get_object_or_404(MockInterview.objects.for_user(request.user), pk=mock)
    now = timezone.now()
    form = LinkForm(request.POST) if request.method == "POST" else None
    shared = {"section": "interviews", "tab": "mock", "mock": row, "crumbs": _crumbs(row)}
    if form and form.is_valid():
        try:
            made = helping.make_link(mock=row, token=form.cleaned_data["token"], name=form.cleaned_data["name"], at=now)
        except helping.TooManyLinksError:
            form.add_error(
                None, f"{helping.MOST_OPEN} links are open already. Withdraw one that is not needed, then make another."
            )
        else:
            address = request.build_absolute_uri(reverse("interviews:help", args=[made.secret]))
            is_open = made.link.withdrawn_at is None and made.link.expires_at > now
            only_here = opens_only_here(address)
            context = shared | {"link": made.link, "address": address, "is_open": is_open, "only_here": only_here}
            return render(request, "interviews/help_made.html", context)
    context = shared | {"links": links_context(row, now=now, form=form)}
    return render(request, "interviews/help_links.html", context, status=422 if form else 200)


def _crumbs(mock: MockInterview) -> list[tuple[str, str]]:
    return [("Mock interview", reverse("interviews:mocks")), (str(mock), mock.get_absolute_url())]


@learner_post(page="interviews:helper_links")
def withdraw_link(request: LearnerRequest, mock: int, link: int) -> HttpResponse:
    own = MockInterview.objects.for_user(request.user).filter(pk=mock)
    row = get_object_or_404(HelperLink.objects.filter(mock__in=own), pk=link)
    ended = helping.withdraw(row, at=timezone.now())
    messages.success(
        request,
        "Withdrawn. The link shows nothing any more; what was scored with it stays in your report."
        if ended
        else "This link had ended already.",
    )
    return redirect(page_of_origin(request, reverse("interviews:helper_links", args=[mock])))


@sensitive_post_parameters()
@never_cache
def help_page(request: HttpRequest, secret: str) -> HttpResponse:
    """The questions of one run to whoever holds an open link, and nothing else; scores and notes come back.

    Any other link answers 404 with the same page, whatever the reason, with what was typed on it.
    """
    if request.method not in ("GET", "HEAD", "POST"):
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    now = timezone.now()
    link = helping.find_open(secret, now=now)
    if link is None:
        return _gone(request)
    sheets = helping.sheets(link)
    if request.method != "POST":
        return _page(request, link, SheetsForm(sheets=sheets), now=now, saved=_saved(request.GET.get("saved", "")))
    form = SheetsForm(request.POST, sheets=sheets)
    form.is_valid()
    heard = form.heard()
    try:
        helping.save(link, heard, at=now)
    except helping.LinkGoneError:
        return _gone(request)
    saved = {one.sheet.place for one in heard}
    if form.errors:
        form.keep_as_saved(heard)
        lost = typed(request.POST, but=form.fields)
        return _page(request, link, form, now=now, saved=saved, lost=lost, status=422)
    query = "?saved=" + ".".join(map(str, sorted(saved))) if saved else ""
    pressed = form.data.get("place", NOW)
    place = pressed if pressed != NOW else str(link.mock.place)
    return send_no_address(redirect(f"{request.path}{query}#question-{place}"))


@never_cache
def help_where(request: HttpRequest, secret: str) -> HttpResponse:
    """Where the run stands, in JSON, for the page that is open; 204 if it stands where ``seen`` says."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    link = helping.find_open(secret, now=timezone.now())
    if link is None:
        return send_no_address(HttpResponse(status=404))
    seen = helping.mark_of(link.mock)
    if request.GET.get("seen") == seen:
        return send_no_address(HttpResponse(status=204))
    where = helping.where(link.mock, link.mock.questions.count())
    return send_no_address(JsonResponse({"seen": seen, "place": helping.place_of(link.mock), "where": where}))


def press_again(request: HttpRequest) -> HttpResponse:
    """Nothing is saved: the browser's token is not the form's. What was typed is on this page, to be sent again."""
    fields = [(name, value) for name, values in request.POST.lists() for value in values if name in _ours(request)]
    context = {"typed": typed(request.POST), "fields": fields, "for_anybody": True}
    return send_no_address(render(request, "interviews/help_again.html", context, status=403))


def _ours(request: HttpRequest) -> set[str]:
    return {name for name in request.POST if name == "place" or name.startswith(("score_", "notes_", "was_"))}


def _page(
    request: HttpRequest,
    link: HelperLink,
    form: SheetsForm,
    *,
    now: datetime,
    saved: set[int],
    lost: list[tuple[str, str]] | None = None,
    status: int = 200,
) -> HttpResponse:
    mock = link.mock
    now_at = helping.place_of(mock)
    rows = [
        {
            "fields": row,
            "sheet": row.sheet,
            "now": row.sheet.place == now_at,
            "open": row.errors or row.sheet.place in saved or row.sheet.place == now_at,
            "state": "Saved just now." if row.sheet.place in saved else row.sheet.saved,
        }
        for row in form.rows
    ]
    context = {
        "where": helping.where(mock, len(rows)),
        "seen": helping.mark_of(mock),
        "time_left": helping.time_left(link.expires_at - now),
        "scale": RubricScore.objects.published(),
        "form": form,
        "rows": rows,
        "lost": lost,
        "for_anybody": True,
    }
    return send_no_address(render(request, "interviews/help.html", context, status=status))


def _gone(request: HttpRequest) -> HttpResponse:
    return send_no_address(render(request, "interviews/help_gone.html", {"typed": typed(request.POST)}, status=404))


def _saved(places: str) -> set[int]:
    """The questions that were saved just now, from the address that the saving redirects to."""
    return {int(place) for place in places.split(".")} if PLACES.fullmatch(places) else set()
