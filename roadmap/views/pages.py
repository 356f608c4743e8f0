"""The roadmap, a step, a milestone."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.days import latest_day
from accounts.guards import LearnerRequest, learner_page
from accounts.models import User
from curation.nested import nested
from evidence.ledger.in_words import credentials_in_brief
from evidence.models import Evidence
from evidence.records.forms.pieces import QuickPieceForm
from evidence.records.slots import speaks_for
from evidence.records.standings import NOTHING, load_standings
from keeping.history import events_of
from keeping.models import Event
from roadmap import progress
from roadmap.forms import PIECES_OFFERED, AttachForm, DatesForm, LinkForm, NoteForm, SkipForm
from roadmap.history import history
from roadmap.likely import perhaps_done as likely
from roadmap.models import (
    ChecklistTick,
    Cost,
    Milestone,
    MilestoneEvidence,
    MilestoneProgress,
    ProofLink,
    State,
    Step,
)
from roadmap.models.beside import Item, OwnLink, TickedItem
from roadmap.models.progress import EVIDENCE_PER_MILESTONE
from roadmap.notes import render_note
from roadmap.overview import Overview
from roadmap.rows import Row
from roadmap.slots import roadmap_page

STATES = frozenset(State.values)
# Where a milestone stands that may have been done without the learner having said so.
OPEN = (progress.TODO, progress.NEW, progress.DOING)


class FilterForm(forms.Form):
    state = forms.ChoiceField(choices=State.choices, required=False)


@require_safe
def roadmap(request: HttpRequest) -> HttpResponse:
    """The line and all six steps with their milestones, filtered by state for a learner."""
    form = FilterForm(request.GET)
    state = form.cleaned_data["state"] if form.is_valid() and request.user.is_authenticated else ""
    overview = Overview(request.user)
    sections = []
    for station in overview.stations:
        rows = overview.rows_of(station.number)
        shown = [row for row in rows if not state or _filed_under(row.place) == state]
        if shown or not state:
            sections.append({"station": station, "rows": shown})
    counts = dict.fromkeys(State.values, 0)
    for row in overview.rows.values():
        counts[_filed_under(row.place)] += 1
    context = {
        "section": "roadmap",
        "overview": overview,
        "sections": sections,
        "state": state,
        "filters": [(value, label, counts[value]) for value, label in State.choices],
        "here": f"{request.path}?state={state}" if state else request.path,
        **_next(overview),
        **(roadmap_page.context(request.user) if isinstance(request.user, User) else {}),
    }
    return render(request, "roadmap/roadmap.html", context)


@require_safe
def step(request: HttpRequest, step: str) -> HttpResponse:
    """One station: why, what it leads to, its milestones."""
    current = get_object_or_404(Step, slug=step)
    overview = Overview(request.user)
    context = {
        "section": "roadmap",
        "step": current,
        "overview": overview,
        "station": next((s for s in overview.stations if s.number == current.number), None),
        "rows": overview.rows_of(current.number),
        "here": request.path,
    }
    return render(request, "roadmap/step.html", context)


@require_safe
def milestone(request: HttpRequest, step: str, milestone: str) -> HttpResponse:
    """One milestone: why, how, what proves it, and for a learner everything of their own that hangs on it."""
    shown = _shown(request, milestone)
    if shown.step.slug != step:
        # It has moved. Not for good, as it may move back, and browsers remember what is for good.
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        return redirect(f"{shown.get_absolute_url()}{query}")
    return _page(request, shown)


@learner_page
def perhaps_done(request: LearnerRequest) -> HttpResponse:
    """Milestones whose every skill the learner has shown or rated "On my own": a list to check, nothing is marked."""
    overview = Overview(request.user)
    stands = load_standings(request.user)
    skills: dict[int, dict[int, str]] = {}
    for key, skill, name in Milestone.skills.through.objects.filter(skill__retired_at=None).values_list(
        "milestone", "skill", "skill__name"
    ):
        skills.setdefault(key, {})[skill] = name
    mastered = {skill for skill, stand in stands.items() if stand.mastered}
    open_ = [key for key, row in overview.rows.items() if row.place in OPEN]
    by_skills = {key: _reasons(stands, skills[key]) for key in likely(skills, mastered=mastered, open_=open_)}
    slugs = [overview.rows[key].slug for key in open_]
    spoken_for = _spoken_for(request.user, slugs)
    said = {key: list(filter(None, (by_skills.get(key), spoken_for.get(overview.rows[key].slug)))) for key in open_}
    context = {
        "section": "roadmap",
        "rows": [(overview.rows[key], " and ".join(reasons)) for key, reasons in said.items() if reasons],
        "rated": any(stand.now is not None for stand in stands.values()),
        "crumbs": [("Roadmap", reverse("roadmap:roadmap"))],
    }
    return render(request, "roadmap/perhaps_done.html", context)


def milestone_page(request: HttpRequest, *, slug: str, status: int = 200, **forms: forms.Form) -> HttpResponse:
    """Render a milestone. ``forms`` are bound ones that were refused, so that what was typed is kept."""
    return _page(request, _shown(request, slug), status=status, **forms)


def _shown(request: HttpRequest, slug: str) -> Any:
    rows: Any = Milestone.objects.with_page()
    if isinstance(request.user, User):
        rows = _with_own(rows, request.user)
    return get_object_or_404(rows, slug=slug)


def _page(request: HttpRequest, shown: Any, *, status: int = 200, **forms: forms.Form) -> HttpResponse:
    overview = Overview(request.user)
    context = {
        "section": "roadmap",
        "milestone": shown,
        "overview": overview,
        "row": overview.rows.get(shown.pk),
        "here": shown.get_absolute_url(),
        "crumbs": [
            ("Roadmap", reverse("roadmap:roadmap")),
            (shown.step.title, shown.step.get_absolute_url()),
        ],
        "how": shown.how_items,
        "resources": [(each, Cost(each.cost).label) for each in shown.helping],
        "before": shown.before,
        "builds": [*shown.built_credentials, *shown.built_skills],
        "own": None,
        "changes": overview.changes.get(shown.pk, []),
        **_neighbors(overview, shown),
    }
    if isinstance(request.user, User):
        context |= _own(request.user, shown, overview.progress.get(shown.pk), context["how"], **forms)
    return render(request, "roadmap/milestone.html", context, status=status)


def _with_own(milestones: Any, user: User) -> Any:
    """Milestones with what the learner noted, linked and ticked there, in the same query.

    Also the last event that is in what it read: of what came a moment later, nothing was seen yet.
    """
    own = MilestoneProgress.objects.for_user(user).filter(milestone=OuterRef("pk"))
    token = MilestoneProgress.objects.for_user(user).filter(milestone=OuterRef(OuterRef("pk"))).values("token")
    events = Event.objects.filter(user=user, subject=MilestoneProgress._meta.label_lower, token=Subquery(token))
    mine = {"user": user, "progress__milestone": OuterRef("pk")}
    links = ProofLink.objects.filter(removed_at=None, **mine).order_by("added_at", "pk")
    ticks = ChecklistTick.objects.filter(**mine).order_by("pk")
    item = {"slug": "item__slug", "text": "item__text", "retired_at": "item__retired_at"}
    return milestones.annotate(
        own_note=Coalesce(Subquery(own.values("note")), Value("")),
        own_seen=Coalesce(Subquery(events.order_by("-pk").values("pk")[:1]), 0),
        own_links=nested(links, OwnLink),
        own_ticks=nested(ticks, TickedItem, **item, ticked_text="text"),
    )


def _own(
    user: User, milestone: Any, own: MilestoneProgress | None, how: list[Item], **bound: forms.Form
) -> dict[str, Any]:
    """The learner's own rows on this milestone, and the forms to change them."""
    if own is None and not milestone.is_offered:
        return {}
    state, note, seen = own.state if own else State.TODO, milestone.own_note, milestone.own_seen
    ticked = {tick.item: tick.ticked_text for tick in milestone.own_ticks}
    kept = [tick.as_item() for tick in milestone.own_ticks if tick.retired_at]
    events = events_of(own) if own else []
    credentials = [credential.slug for credential in milestone.built_credentials]
    latest = latest_day(timezone.now())
    return {
        "own": own,
        "tracked": True,
        "ledger": credentials_in_brief(user, credentials, as_of=timezone.localdate(), latest=latest),
        "state": state,
        "state_label": State(state).label,
        "items": [(item, item.pk in ticked, _ticked_as(item, ticked.get(item.pk))) for item in how + kept],
        "ticked": sum(item.pk in ticked for item in how),
        "note_html": render_note(note),
        "links": milestone.own_links,
        **_evidence(user, milestone, **bound),
        "perhaps": _perhaps(user, milestone) if state in OPEN else None,
        "history": history(events),
        "last_event": events[0] if events and events[0].undoes_id is None else None,
        "dates_form": bound.get("dates_form") or DatesForm(own=own, today=timezone.localdate(), seen=seen),
        "note_form": bound.get("note_form") or NoteForm(initial={"note": note, "seen": seen}),
        "link_form": bound.get("link_form") or LinkForm(),
        "skip_form": bound.get("skip_form") or SkipForm(),
        "open_form": next(iter(bound), ""),
    }


def _ticked_as(item: Item, text: str | None) -> str:
    """How a ticked line read when it was ticked, if it reads differently now and that is known."""
    return text if text and text != item.text else ""


def _evidence(user: User, milestone: Milestone, **bound: forms.Form) -> dict[str, Any]:
    """The learner's pieces that prove the milestone, and the two ways to have one more."""
    here = MilestoneEvidence.objects.filter(milestone=milestone, evidence=OuterRef("pk"))
    rows = (
        Evidence.objects.for_user(user)
        .only("pk", "happened", "on")
        .annotate(attached_at=Subquery(here.values("added_at")))
        .order_by(F("attached_at").asc(nulls_last=True), "-on", "-pk")
    )[: EVIDENCE_PER_MILESTONE + PIECES_OFFERED]
    attached = [piece for piece in rows if piece.attached_at]
    offered = [piece for piece in rows if not piece.attached_at][:PIECES_OFFERED]
    attach_form = bound.get("attach_form") or AttachForm(user=user, milestone=milestone, offered=offered)
    return {
        "pieces": attached,
        "attach_form": attach_form,
        "capture_form": bound.get("capture_form") or QuickPieceForm(user=user, today=timezone.localdate()),
    }


def _perhaps(user: User, milestone: Any) -> str | None:
    """Why the milestone has perhaps been done already, or ``None``."""
    skills = {skill.pk: skill.name for skill in milestone.built_skills if skill.retired_at is None}
    stands = load_standings(user)
    mastered = {skill for skill, stand in stands.items() if stand.mastered}
    found = likely({milestone.pk: skills}, mastered=mastered, open_=[milestone.pk])
    reasons = [_reasons(stands, skills)] if found else []
    return " and ".join([*reasons, *_spoken_for(user, [milestone.slug]).values()]) or None


def _spoken_for(user: Any, slugs: Collection[str]) -> dict[str, str]:
    """What all rooms that know something say for milestones being done, by slug."""
    said = speaks_for.context(user, slugs).values()
    return {slug: reason for reasons in said for slug, reason in reasons.items()}


def _reasons(stands: dict[int, Any], skills: dict[int, str]) -> str:
    """What speaks for it, in words: the skills that evidence shows, and those that are rated."""
    shown = [name for key, name in skills.items() if stands.get(key, NOTHING).pieces]
    rated = [name for key, name in skills.items() if not stands.get(key, NOTHING).pieces]
    parts = [f"your evidence shows {_listed(shown)}"] if shown else []
    parts += [f"you rated {_listed(rated)} at least “On my own”"] if rated else []
    return " and ".join(parts)


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _neighbors(overview: Overview, milestone: Milestone) -> dict[str, Row | None]:
    listed = list(overview.rows)
    if milestone.pk not in listed:
        return {"previous": None, "following": None}
    place = listed.index(milestone.pk)
    return {
        "previous": overview.rows[listed[place - 1]] if place else None,
        "following": overview.rows[listed[place + 1]] if place + 1 < len(listed) else None,
    }


def _filed_under(place: str) -> str:
    """The state a listed milestone is filtered and counted under."""
    return place if place in STATES else progress.TODO


def _next(overview: Overview) -> dict[str, Any]:
    if not overview.tracked or overview.next is None:
        return {}
    return {"next_row": overview.rows.get(overview.next.key), "next_reason": overview.next.reasons}
