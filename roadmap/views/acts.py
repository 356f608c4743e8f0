"""What a learner does to a milestone: POST only, then back to the page the press came from."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from accounts.guards import LearnerRequest, learner_post, page_of_origin
from keeping.history import all_events_of
from keeping.meanwhile import ChangedMeanwhileError
from keeping.models import Event
from roadmap import tracking
from roadmap.forms import DatesForm, DoneForm, LinkForm, NoteForm, SkipForm
from roadmap.history import describe
from roadmap.models import Milestone, MilestoneProgress, ProgressAct, ProofLink, State
from roadmap.models.progress import LINKS_PER_MILESTONE
from roadmap.overview import Overview
from roadmap.views.pages import milestone_page

learner_act = learner_post(page="roadmap:milestone")
# What can be pressed on the page of somebody who has nothing yet.
first_act = learner_post(page="roadmap:milestone", visitors=True)
AGAIN = {State.TODO: "to do", State.DOING: "in progress", State.DONE: "done", State.SKIPPED: "skipped"}


@first_act
def start(request: LearnerRequest, step: str, milestone: str) -> HttpResponse:
    return _change_state(request, milestone, State.DOING)


@first_act
def done(request: LearnerRequest, step: str, milestone: str) -> HttpResponse:
    shown = milestone_of(request, milestone)
    own = MilestoneProgress.objects.for_user(request.user).filter(milestone=shown).first()
    form = DoneForm(request.POST, own=own, today=timezone.localdate())
    if not form.is_valid():
        return milestone_page(request, slug=milestone, done_form=form)
    return _change_state(request, milestone, State.DONE, finished_on=form.cleaned_data["finished_on"])


@learner_act
def todo(request: LearnerRequest, step: str, milestone: str) -> HttpResponse:
    return _change_state(request, milestone, State.TODO)


@first_act
def not_now(request: LearnerRequest, step: str, milestone: str) -> HttpResponse:
    """The learner was asked whether they have it already, and does not want to be asked again."""
    return _set_not_now(request, milestone, not_now=True)


@learner_act
def ask_again(request: LearnerRequest, step: str, milestone: str) -> HttpResponse:
    return _set_not_now(request, milestone, not_now=False)


@first_act
def skip(request: LearnerRequest, step: str, milestone: str) -> HttpResponse:
    form = SkipForm(request.POST)
    if not form.is_valid():
        return milestone_page(request, slug=milestone, skip_form=form)
    return _change_state(request, milestone, State.SKIPPED, skip_reason=form.cleaned_data["reason"])


@first_act
def dates(request: LearnerRequest, step: str, milestone: str) -> HttpResponse:
    shown = milestone_of(request, milestone)
    own = MilestoneProgress.objects.for_user(request.user).filter(milestone=shown).first()
    form = DatesForm(request.POST, own=own, today=timezone.localdate())
    if not form.is_valid():
        return milestone_page(request, slug=milestone, dates_form=form)
    try:
        event = tracking.set_dates(user=request.user, milestone=shown, at=timezone.now(), **form.cleaned_data)
    except ChangedMeanwhileError as changed:
        form.keep_what_was_typed_over(changed)
        return milestone_page(request, slug=milestone, dates_form=form)
    return _saved(request, shown, event)


@first_act
def note(request: LearnerRequest, step: str, milestone: str) -> HttpResponse:
    shown = milestone_of(request, milestone)
    form = NoteForm(request.POST)
    if form.is_valid():
        try:
            event = tracking.write_note(
                user=request.user,
                milestone=shown,
                note=form.cleaned_data["note"],
                seen=form.cleaned_data["seen"],
                at=timezone.now(),
            )
        except ChangedMeanwhileError as changed:
            form = NoteForm({"note": form.cleaned_data["note"], "seen": changed.edition})
            form.add_error(
                "note",
                "This note was changed in another window, or by a press here whose answer never came. "
                + (
                    "Above the form is what is stored now. Merge the two here, then save again."
                    if changed.there["note"]
                    else "There is no note now. Save again to save this one."
                ),
            )
        else:
            return _saved(request, shown, event)
    return milestone_page(request, slug=milestone, note_form=form)


@first_act
def tick(request: LearnerRequest, step: str, milestone: str, item: str) -> HttpResponse:
    return _set_tick(request, milestone, item, ticked=True)


@learner_act
def untick(request: LearnerRequest, step: str, milestone: str, item: str) -> HttpResponse:
    return _set_tick(request, milestone, item, ticked=False)


@first_act
def add_link(request: LearnerRequest, step: str, milestone: str) -> HttpResponse:
    shown = milestone_of(request, milestone)
    form = LinkForm(request.POST)
    if form.is_valid():
        try:
            event = tracking.add_link(user=request.user, milestone=shown, at=timezone.now(), **form.cleaned_data)
            if event is None:
                messages.info(request, "This link was already saved.")
            return back_to(request, shown, event)
        except tracking.TooManyLinksError:
            form.add_error("url", f"A milestone takes up to {LINKS_PER_MILESTONE} links. Remove one first.")
    return milestone_page(request, slug=milestone, link_form=form)


@learner_act
def remove_link(request: LearnerRequest, step: str, milestone: str, link: int) -> HttpResponse:
    shown = milestone_of(request, milestone)
    get_object_or_404(ProofLink, pk=link, user=request.user, progress__milestone=shown)
    event = tracking.remove_link(user=request.user, milestone=shown, link_id=link, at=timezone.now())
    return back_to(request, shown, event)


@learner_act
def read(request: LearnerRequest, step: str, milestone: str) -> HttpResponse:
    """The learner has seen what changed in a milestone they finished."""
    shown = milestone_of(request, milestone)
    tracking.mark_read(user=request.user, milestone=shown, at=timezone.now())
    return back_to(request, shown, None)


@learner_act
def undo(request: LearnerRequest, step: str, milestone: str, event: int) -> HttpResponse:
    return _undo(request, milestone, pk=event)


@learner_act
def undo_then(request: LearnerRequest, step: str, milestone: str, event: int) -> HttpResponse:
    """The button of a page that was opened when milestones had a log of their own."""
    return _undo(request, milestone, number_then=event)


def _undo(request: LearnerRequest, slug: str, **named: int) -> HttpResponse:
    shown = milestone_of(request, slug)
    own = get_object_or_404(MilestoneProgress.objects.for_user(request.user), milestone=shown)
    event = get_object_or_404(all_events_of(own), **named)
    undone = tracking.undo(user=request.user, milestone=shown, event_id=event.pk, at=timezone.now())
    if undone is None:
        messages.info(request, f"Nothing to undo: “{shown.title}” has changed since, or it was undone already.")
    else:
        messages.success(request, f"Undone. “{shown.title}” is {_as_it_is(undone)}.")
    return redirect(page_of_origin(request, shown.get_absolute_url()), permanent=False)


def _as_it_is(undone: Event) -> str:
    if undone.act != ProgressAct.STATE:
        return "as it was before"
    return f"{AGAIN.get(undone.after.get('state'), 'as it was')} again"


def _set_not_now(request: LearnerRequest, milestone: str, *, not_now: bool) -> HttpResponse:
    shown = milestone_of(request, milestone)
    event = tracking.say_not_now(user=request.user, milestone=shown, not_now=not_now, at=timezone.now())
    return back_to(request, shown, event)


def _change_state(request: LearnerRequest, milestone: str, state: State, **more: Any) -> HttpResponse:
    shown = milestone_of(request, milestone)
    event = tracking.change_state(
        user=request.user,
        milestone=shown,
        state=state,
        today=timezone.localdate(),
        at=timezone.now(),
        **more,
    )
    return back_to(request, shown, event)


def _saved(request: LearnerRequest, milestone: Milestone, event: Event | None) -> HttpResponse:
    """Back from a form, also if it was sent as it stood there."""
    if event is None:
        messages.info(request, "Nothing had changed.")
    return back_to(request, milestone, event)


def _set_tick(request: LearnerRequest, milestone: str, item: str, *, ticked: bool) -> HttpResponse:
    shown = milestone_of(request, milestone)
    line = get_object_or_404(shown.how.all(), slug=item)
    event = tracking.tick(user=request.user, milestone=shown, item=line, ticked=ticked, at=timezone.now())
    return back_to(request, shown, event)


def milestone_of(request: LearnerRequest, slug: str) -> Milestone:
    """The milestone, if the learner may act on it: a retired one only if they have a row on it."""
    shown: Milestone = get_object_or_404(Milestone.objects.select_related("step"), slug=slug)
    if not shown.is_offered and not MilestoneProgress.objects.for_user(request.user).filter(milestone=shown).exists():
        raise Http404
    return shown


def _what_is_next(request: LearnerRequest) -> str:
    """What comes after it, with the way there."""
    row = Overview(request.user).next_row
    return format_html(' Next: <a href="{}">{}</a>', row.url, row.title) if row else ""


def back_to(request: LearnerRequest, milestone: Milestone, event: Event | None) -> HttpResponse:
    """To the page the press came from, with what happened and an undo for it."""
    if event is not None:
        said = format_html("{}. {}.", milestone.title, describe(event))
        if event.act == ProgressAct.STATE and event.after["state"] == State.DONE:
            said = format_html("{}{}", said, _what_is_next(request))
        messages.success(
            request,
            said,
            extra_tags=reverse(
                "roadmap:undo",
                kwargs={"step": milestone.step.slug, "milestone": milestone.slug, "event": event.pk},
            ),
        )
    return redirect(page_of_origin(request, milestone.get_absolute_url()))
