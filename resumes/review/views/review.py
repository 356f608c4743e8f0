"""What reviewers said of a resume, for its learner; and the links through which they read it."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from accounts.guards import LearnerRequest, learner_page, learner_post, page_of_origin
from accounts.secret_links import opens_only_here
from keeping.saving import put_away
from resumes.making.models import Resume
from resumes.making.opening import below, with_layers
from resumes.review import commenting, linking
from resumes.review.forms import LinkForm
from resumes.review.models import ReviewComment, ReviewLink
from resumes.review.passages import said_in
from resumes.review.showing import read

State = ReviewComment.State
DONE = {
    "accept": "Accepted: it is an open point of this resume now.",
    "decline": "Declined.",
    "settle": "Done.",
    "reopen": "It is new again.",
    "undone": "It is an open point again.",
}


@sensitive_post_parameters()
@sensitive_variables()
@learner_page
def review(request: LearnerRequest, resume: int) -> HttpResponse:
    """What reviewers said, by what it is about, and the links. A new link shows its secret this once."""
    now = timezone.now()
    row = with_layers(request, resume, links=linking.links_along(now=now))
    form = LinkForm(request.POST) if request.method == "POST" else None
    frame = {
        **below(row),
    }
    if form and form.is_valid():
        try:
            made = linking.make_link(resume=row, at=now, **form.cleaned_data)
        except linking.TooManyLinksError:
            form.add_error(
                None, f"{linking.MOST_OPEN} links are open already. Withdraw one that is not needed, then make another."
            )
        else:
            address = request.build_absolute_uri(reverse("resumes:reviewer", args=[made.secret]))
            is_open = made.link.withdrawn_at is None and made.link.expires_at > now
            only_here = opens_only_here(address)
            context = frame | {"link": made.link, "address": address, "is_open": is_open, "only_here": only_here}
            return render(request, "resumes/review_made.html", context)
    context = frame | _said(row, now) | _links(row, form)
    return render(request, "resumes/review.html", context, status=422 if form else 200)


def _said(row: Any, now: datetime) -> dict[str, Any]:
    comments = list(commenting.comments_on(row))
    # With contact: what is compared are passages, and none of them is of it.
    today = said_in(read(row, at=now, shows_contact=True).document) if comments else {}
    waiting = [one for one in comments if one.state in (State.OPEN, State.ACCEPTED)]
    dealt_with = [one for one in comments if one not in waiting]
    return {
        "waiting": commenting.groups(waiting, today),
        "dealt_with": commenting.groups(dealt_with, today),
        "number_dealt_with": len(dealt_with),
        "number_open": sum(one.state == State.ACCEPTED for one in comments),
        "number_new": sum(one.state == State.OPEN for one in comments),
    }


def _links(row: Any, form: LinkForm | None) -> dict[str, Any]:
    links = linking.links_in(row.links)
    full = sum(link.open for link in links) >= linking.MOST_OPEN
    return {"links": links, "form": form or LinkForm(), "full": full, "most": linking.MOST_OPEN}


@learner_post(page="resumes:review")
def withdraw_link(request: LearnerRequest, resume: int, link: int) -> HttpResponse:
    own = _resumes(request).filter(pk=resume)
    row = get_object_or_404(ReviewLink.objects.filter(resume__in=own), pk=link)
    ended = linking.withdraw(row, at=timezone.now())
    messages.success(
        request,
        "Withdrawn. The link shows nothing any more; what was said through it stays here."
        if ended
        else "This link had ended already.",
    )
    return redirect("resumes:review", resume)


@learner_post(page="resumes:review")
def decide(request: LearnerRequest, resume: int, comment: int, act: str) -> HttpResponse:
    """Accept a comment, decline it, say that it is done, or take that back."""
    if act not in commenting.MOVES:
        raise Http404
    row = _comment(request, resume, comment)
    event = commenting.decide(row, act, at=timezone.now())
    row.refresh_from_db()
    if event:
        back = commenting.BACK.get(act)
        undo = reverse("resumes:decide", args=[resume, comment, back]) if back else ""
        messages.success(request, DONE[act].removesuffix("." if undo else ""), extra_tags=undo)
    else:
        messages.success(request, f"Nothing had changed. It is in the state “{row.get_state_display()}”.")
    return redirect(page_of_origin(request, row.get_absolute_url()))


@learner_post(page="resumes:review")
def bin_comment(request: LearnerRequest, resume: int, comment: int) -> HttpResponse:
    rows = ReviewComment.objects.filter(user=request.user, resume=resume, resume__deletion=None)
    put_away(request, get_object_or_404(rows.exclude(state=State.TAKEN_BACK), pk=comment))
    return redirect("resumes:review", resume)


def _comment(request: LearnerRequest, resume: int, comment: int) -> ReviewComment:
    rows: Any = ReviewComment.objects
    here = rows.for_user(request.user).filter(resume=resume, resume__deletion=None).exclude(state=State.TAKEN_BACK)
    found: ReviewComment = get_object_or_404(here, pk=comment)
    return found


def _resumes(request: LearnerRequest) -> Any:
    rows: Any = Resume.objects
    return rows.for_user(request.user)
