"""What proves a milestone: a learner attaches their evidence to it, from either side."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from accounts.guards import LearnerRequest, learner_page
from evidence.models import Evidence
from evidence.records.forms.pieces import QuickPieceForm
from keeping.saving import in_words, keep, say
from roadmap import tracking
from roadmap.forms import AttachForm
from roadmap.models import Milestone
from roadmap.models.progress import EVIDENCE_PER_MILESTONE
from roadmap.views.acts import back_to, first_act, learner_act, milestone_of
from roadmap.views.pages import milestone_page

FULL = f"A milestone takes up to {EVIDENCE_PER_MILESTONE} pieces of evidence. Detach one first."


@learner_act
def attach(request: LearnerRequest, step: str, milestone: str) -> HttpResponse:
    shown = milestone_of(request, milestone)
    form = AttachForm(request.POST, user=request.user, milestone=shown)
    if form.is_valid():
        try:
            event = tracking.attach(
                user=request.user, milestone=shown, piece=form.cleaned_data["piece"], at=timezone.now()
            )
            return back_to(request, shown, event)
        except tracking.TooMuchEvidenceError:
            form.add_error("piece", FULL)
    return milestone_page(request, slug=milestone, status=422, attach_form=form)


@sensitive_post_parameters()
@first_act
def capture(request: LearnerRequest, step: str, milestone: str) -> HttpResponse:
    """“This proves it”: keep what happened and attach it, both or neither."""
    shown = milestone_of(request, milestone)
    form = QuickPieceForm(request.POST, user=request.user, today=timezone.localdate())
    if form.is_valid():
        now = timezone.now()
        try:
            with transaction.atomic():
                kept = keep(form, Evidence, user=request.user, at=now)
                event = tracking.attach(user=request.user, milestone=shown, piece=kept[0], at=now) if kept else None
            if kept is not None:
                # Sent again: it proves the milestone already, and the piece says whether its words are others now.
                if event is None or kept[0].in_bin:
                    say(request, in_words(*kept, new=True), kept[1])
                return back_to(request, shown, event)
        except tracking.TooMuchEvidenceError:
            form.add_error(None, FULL)
    return milestone_page(request, slug=milestone, status=422, capture_form=form)


@learner_act
def detach(request: LearnerRequest, step: str, milestone: str, piece: int) -> HttpResponse:
    shown = milestone_of(request, milestone)
    row = get_object_or_404(Evidence.objects.filter(user=request.user), pk=piece)
    event = tracking.detach(user=request.user, milestone=shown, piece=row, at=timezone.now())
    return back_to(request, shown, event)


class MilestonesForm(forms.Form):
    """``had`` names those that were ticked when the page was opened, so that only what was changed there changes."""

    milestones = forms.ModelMultipleChoiceField(Milestone.objects.published(), required=False)
    had = forms.RegexField(r"\A(\d{1,9}( \d{1,9})*)?\Z", required=False)


@learner_page
def proved_by(request: LearnerRequest, piece: int) -> HttpResponse:
    """One piece of evidence, and which milestones it proves: those that build its skills come first."""
    shown = get_object_or_404(Evidence.objects.for_user(request.user), pk=piece)
    attached = set(shown.milestone_rows.values_list("milestone", flat=True))
    if request.method == "POST":
        form = MilestonesForm(request.POST)
        if form.is_valid():
            had = {int(key) for key in form.cleaned_data["had"].split()} if "had" in form.data else attached
            return _choose(request, shown, attached, had, set(form.cleaned_data["milestones"]))
        messages.error(request, "One of the milestones is no longer asked for. Nothing was changed; choose again.")
        return redirect("roadmap:proved_by", piece)
    fitting = set(Milestone.objects.filter(skills__in=shown.skills.all()).values_list("pk", flat=True))
    groups: dict[str, list[tuple[Milestone, bool]]] = {"Suggested: milestones that build the same skills": []}
    for milestone in Milestone.objects.published().select_related("step").in_order():
        name = "Suggested: milestones that build the same skills" if milestone.pk in fitting else str(milestone.step)
        groups.setdefault(name, []).append((milestone, milestone.pk in attached))
    context = {
        "section": "roadmap",
        "piece": shown,
        "groups": [(name, members, sum(on for _, on in members)) for name, members in groups.items() if members],
        "had": " ".join(map(str, sorted(attached))),
        "crumbs": [
            ("What I did", reverse("evidence:pieces")),
            (shown.headline, shown.get_absolute_url()),
        ],
    }
    return render(request, "roadmap/proved_by.html", context)


def _choose(
    request: LearnerRequest, piece: Evidence, attached: set[int], had: set[int], ticked: set[Milestone]
) -> HttpResponse:
    """Attach to what was ticked and detach from what was unticked, all or nothing.

    Retired milestones stay as they are, and so does what another window attached or detached since this one showed
    what the piece ``had``.
    """
    chosen = {milestone for milestone in ticked if milestone.pk not in had}
    keys = {milestone.pk for milestone in chosen}
    given_up = Milestone.objects.published().filter(pk__in=(attached & had) - {milestone.pk for milestone in ticked})
    if keys <= attached and not given_up:
        messages.info(request, "Nothing had changed.")
        return redirect(piece)
    now = timezone.now()
    try:
        with transaction.atomic():
            for milestone in chosen:
                tracking.attach(user=request.user, milestone=milestone, piece=piece, at=now)
            for milestone in given_up:
                tracking.detach(user=request.user, milestone=milestone, piece=piece, at=now)
    except tracking.TooMuchEvidenceError:
        messages.error(request, f"Nothing was changed. {FULL}")
        return redirect("roadmap:proved_by", piece.pk)
    number = Milestone.objects.published().filter(evidence_rows__evidence=piece).count()
    messages.success(request, f"Saved: it proves {number} milestone{'' if number == 1 else 's'}.")
    return redirect(piece)
