"""The page that a review link leads to, which needs no account."""

import re
from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from accounts.secret_links import send_no_address
from resumes.making.composing import HEADLINE
from resumes.review import commenting, linking
from resumes.review.forms import TEXT, WAS, CommentsForm, typed
from resumes.review.passages import WHOLE, said_in, with_boxes
from resumes.review.showing import Read, read

NUMBER = re.compile(r"[0-9]{1,4}")


@sensitive_post_parameters()
@sensitive_variables()
@never_cache
def reviewer(request: HttpRequest, secret: str) -> HttpResponse:
    """One resume to whoever holds an open link, and nothing else; comments come back.

    Any other link answers 404 with the same page, whatever the reason, with what was typed on it.
    """
    if request.method not in ("GET", "HEAD", "POST"):
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    now = timezone.now()
    opened = linking.find_open(secret, now=now)
    if opened is None:
        return _gone(request)
    shown = read(opened.resume, at=now, shows_contact=opened.shows_contact)
    about = said_in(shown.document)
    sent = request.POST if request.method == "POST" else None
    form = CommentsForm(sent, about=about, said=commenting.said_through(opened.link))
    if sent is None:
        return _page(request, opened, shown, form, now=now)
    form.is_valid()
    heard = form.heard()
    try:
        outcome = commenting.save(opened.link, heard, about=about, at=now)
    except commenting.LinkGoneError:
        return _gone(request)
    if form.errors or outcome.refused:
        form.take(outcome, heard, commenting.said_through(opened.link))
        lost = typed(request.POST, but=form.fields)
        return _page(request, opened, shown, form, now=now, saved=outcome.saved, lost=lost, status=422)
    number = len(outcome.saved)
    first = f"#{form.boxes[outcome.saved[0]].anchor}" if number else ""
    return send_no_address(redirect(f"{request.path}?saved={number}{first}"))


def press_again(request: HttpRequest) -> HttpResponse:
    """Nothing is saved: the browser's token is not the form's. What was typed is on this page, to be sent again."""
    ours = [(name, value) for name, value in request.POST.items() if name.startswith((TEXT, WAS))]
    context = {"typed": typed(request.POST), "fields": ours, "for_anybody": True}
    return send_no_address(render(request, "resumes/reviewer_again.html", context, status=403))


def _page(
    request: HttpRequest,
    opened: linking.Opened,
    shown: Read,
    form: CommentsForm,
    *,
    now: datetime,
    saved: tuple[str, ...] = (),
    lost: list[tuple[str, str]] | None = None,
    status: int = 200,
) -> HttpResponse:
    boxes = form.boxes
    number = request.GET.get("saved", "")
    context = {
        "document": shown.document,
        "error": shown.error,
        "note": opened.note,
        "days_left": linking.days_left(opened.expires_at - now),
        "form": form,
        "boxes": boxes,
        "whole": boxes[WHOLE],
        "headline": boxes.get(HEADLINE),
        "chapters": with_boxes(shown.document, boxes),
        "saved": len(saved) if status != 200 else int(number) if NUMBER.fullmatch(number) else None,
        "lost": lost,
        "for_anybody": True,
    }
    return send_no_address(render(request, "resumes/reviewer.html", context, status=status))


def _gone(request: HttpRequest) -> HttpResponse:
    return send_no_address(render(request, "resumes/reviewer_gone.html", {"typed": typed(request.POST)}, status=404))
