"""The real page of a row as a draft would make it, from a transaction that comes to nothing.

The draft goes through its form as if it were published, the page is made, and all of it is taken back: the row, its
versions, and the learner who was made up to look at it. What is kept between requests keeps nothing of it.
"""

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core import signing
from django.db import DatabaseError, connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse

from curation import standing_in
from curation.differing import Difference, between, seed_of
from curation.draft import Draft
from curation.publishing import desk_of, problems_of, refusal_of
from curation.seeding import document_of, with_everything
from curation.shelving import nothing_kept
from curation.standing_in import DRAFTING, FOR_SHOW, SAVED

VISITOR, LEARNER = "visitor", "learner"
# A colleague looks within a week.
LINK_HOLDS = timedelta(days=7)
SALT = "curation.preview"
# The first thing on a page stays the link that skips to its content.
BODY = re.compile(r"<body\b[^>]*>(?:\s*<a class=\"skip-link\"[^>]*>[^<]*</a>)?")
# A page that is only looked at sends nothing: no form of it, and no script.
POLICY = {"form-action": ["'none'"], "connect-src": ["'none'"]}

_learners: list[Callable[[Any], Any]] = []


def offer_learner(make: Callable[[Any], Any]) -> None:
    """Say who makes up the learner who looks at a row. To be called at the start, in ``AppConfig.ready``."""
    _learners[:] = [make]


@dataclass
class Preview:
    """A page, or why there is none, with what the draft changes."""

    page: HttpResponse | None = None
    problems: list[str] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)


class NotShownError(Exception):
    """Why a draft cannot be looked at, as the sentences of its first argument."""


def preview(draft: Draft, request: HttpRequest, *, seen_by: str) -> Preview:
    """The page as ``seen_by`` sees it. Nothing is left of it afterwards."""
    found = Preview()
    try:
        with nothing_kept(), transaction.atomic():
            _fill(found, draft, request, seen_by)
            transaction.set_rollback(True)
    except NotShownError as error:
        found.problems = list(error.args[0])
    except DatabaseError as error:
        found.problems = [refusal_of(error)]
    return found


def _fill(found: Preview, draft: Draft, request: HttpRequest, seen_by: str) -> None:
    before = _document(draft, draft.row)
    row = _applied(draft)
    seed = seed_of(draft.model)
    if seed is not None and before is not None and (after := _document(draft, row.pk)) is not None:
        found.differences = list(between(seed, after, before))
    row = draft.model._default_manager.get(pk=row.pk)
    if getattr(row, "retired_at", None) is not None:
        raise NotShownError([f"“{row}” is not offered, so that nobody sees its page."])
    address = getattr(row, "get_absolute_url", lambda: "")()
    if not address:
        raise NotShownError([f"A {draft.kind} has no page of its own."])
    found.page = _page(request, address, _learners[0](row) if seen_by == LEARNER else AnonymousUser())


def _document(draft: Draft, key: int | None) -> Any:
    seed = seed_of(draft.model)
    row = with_everything(seed).filter(pk=key).first() if seed and key is not None else None
    return document_of(seed, row) if seed and row else None


def _applied(draft: Draft) -> Any:
    """The row with the draft saved into it."""
    desk = desk_of(draft)
    marks = {FOR_SHOW: True, DRAFTING: True}
    sent = draft.as_sent()
    posted = standing_in.posted(draft.by or AnonymousUser(), sent, **marks)
    posted.POST, _ = desk.sent_now(posted, draft)
    response = desk.changeform_view(posted, None if draft.row is None else str(draft.row))
    row, said = getattr(posted, SAVED, None), posted._messages.errors
    if row is None or said:
        raise NotShownError(said or list(problems_of(response)) or ["The row is gone."])
    connection.check_constraints()
    return row


def _page(request: HttpRequest, address: str, user: Any) -> HttpResponse:
    visit = standing_in.looking(request, address, user)
    view, arguments, named = visit.resolver_match
    try:
        page: HttpResponse = view(visit, *arguments, **named)
    except Http404 as error:
        raise NotShownError(["Nobody sees its page as the draft has it."]) from error
    if hasattr(page, "render"):
        page.render()
    if page.status_code != 200:
        raise NotShownError(["Nobody sees its page as the draft has it."])
    return page


# --- What is sent --------------------------------------------------------------------------------------------------


def answer(draft: Draft, request: HttpRequest, *, at_desk: bool) -> HttpResponse:
    """The page with a bar on top that says what it is, for nobody to keep and for no search engine."""
    seen_by = LEARNER if request.GET.get("as") == LEARNER else VISITOR
    found = preview(draft, request, seen_by=seen_by)
    context = {
        "draft": draft,
        "at_desk": at_desk,
        "seen_by": seen_by,
        "differences": found.differences,
        "problems": found.problems,
        "here": request.path,
    }
    if found.page is None:
        html = str(render_to_string("curation/no_preview.html", context, request))
    else:
        bar = render_to_string("curation/_preview_bar.html", context, request)
        html = BODY.sub(lambda body: body[0] + bar, found.page.content.decode(), count=1)
    response = HttpResponse(html)
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "no-referrer"
    response._csp_replace = POLICY  # type: ignore[attr-defined]
    return response


# --- The secret address --------------------------------------------------------------------------------------------


def make_link(draft: Draft, *, at: datetime) -> None:
    """A new address for somebody without an account. One that was given out before leads nowhere from now on."""
    Draft.objects.open().filter(pk=draft.pk).update(link=uuid.uuid4(), link_until=at + LINK_HOLDS)


def address_of(draft: Draft) -> str:
    return reverse("curation:preview", args=[signing.Signer(salt=SALT).sign(str(draft.link))])


def behind(secret: str, *, at: datetime) -> Draft | None:
    """The draft that a secret address leads to while it holds."""
    try:
        link = uuid.UUID(signing.Signer(salt=SALT).unsign(secret))
    except (signing.BadSignature, ValueError):
        return None
    return Draft.objects.open().filter(link=link, link_until__gt=at).select_related("by").first()
