"""The roadmap, a step, a milestone."""

from collections import Counter
from dataclasses import replace
from typing import Any

from django import forms
from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.days import latest_day
from accounts.models import User
from accounts.nameless import reader
from curation.link_rules import untried
from curation.links import reach_of
from curation.nested import nested
from curation.prepared import Word, prepared
from evidence.ledger.in_words import credentials_in_brief
from evidence.models import Evidence
from evidence.records.forms.pieces import QuickPieceForm
from keeping.history import events_of
from keeping.models import Event
from roadmap import progress
from roadmap.asking import SKILLS, asked_about, perhaps
from roadmap.forms import PIECES_OFFERED, AttachForm, DatesForm, DoneForm, LinkForm, NoteForm, SkipForm
from roadmap.history import history
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
from roadmap.models.beside import Help, Item, OwnLink, TickedItem
from roadmap.models.progress import EVIDENCE_PER_MILESTONE
from roadmap.notes import render_note
from roadmap.overview import Overview
from roadmap.rows import HAVE, Row
from roadmap.slots import roadmap_page

STATES = frozenset(State.values)


class FilterForm(forms.Form):
    state = forms.ChoiceField(choices=State.choices, required=False)
    view = forms.ChoiceField(choices=[("map", "Map")], required=False)


@require_safe
def roadmap(request: HttpRequest) -> HttpResponse:
    """The line and all six steps with their milestones, filtered by state for a learner."""
    form = FilterForm(request.GET)
    state = form.cleaned_data["state"] if form.is_valid() and request.user.is_authenticated else ""
    overview = Overview(request.user)
    as_map = form.is_valid() and form.cleaned_data["view"] == "map"
    sections = []
    for station in overview.stations:
        rows = overview.rows_of(station.number)
        shown = [row for row in rows if not state or _filed_under(row.place) == state]
        if shown or not state:
            first = overview.next_of(station.number) if not as_map else None
            sections.append(
                {"station": station, "rows": shown if as_map or state else _with_one_start(shown), "next": first}
            )
    counts = dict.fromkeys(State.values, 0)
    for row in overview.rows.values():
        counts[_filed_under(row.place)] += 1
    context = {
        "section": "roadmap",
        "overview": overview,
        "sections": sections,
        "state": state,
        "filters": [(value, label, counts[value]) for value, label in State.choices],
        "as_map": as_map,
        "kinds": _kinds(overview) if as_map else [],
        "here": f"{request.path}?state={state}" if state else request.path,
        **_next(overview),
        **asked_about(overview),
        **(_wanted(request.user, overview) if isinstance(request.user, User) and not as_map else {}),
    }
    return render(request, "roadmap/roadmap.html", context)


def _with_one_start(rows: list[Row]) -> list[Row]:
    """Without the button that starts one, which stands once for each step."""
    return [replace(row, act="", act_label="") if row.act_label == "Start" else row for row in rows]


def _kinds(overview: Overview) -> list[tuple[str, str, int]]:
    """The shapes on the map with their words, and of how many milestones each is."""
    counts = Counter(row.kind for row in overview.rows.values())
    words = {**dict(State.choices), progress.NEW: "New", HAVE: "You have this"}
    return [(kind, str(label), counts[kind]) for kind, label in words.items() if counts[kind]]


def _wanted(user: User, overview: Overview) -> dict[str, Any]:
    """What rooms above add, without milestones that the learner seems to have."""
    added = roadmap_page.context(user)
    had = {overview.rows[key].url for key in overview.have if key in overview.rows}
    if "wanted_first" in added:
        added["wanted_first"] = [way for way in added["wanted_first"] if way.url not in had]
    return added


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


def milestone_page(request: HttpRequest, *, slug: str, status: int = 200, **forms: forms.Form) -> HttpResponse:
    """Render a milestone. ``forms`` are bound ones that were refused, so that what was typed is kept."""
    return _page(request, _shown(request, slug), status=status, **forms)


def _shown(request: HttpRequest, slug: str) -> Any:
    found = _with_page(reader(request.user), Word(slug))
    if not found:
        raise Http404("No milestone is called that.")
    return found[0]


@prepared
def _with_page(user: User, slug: Word) -> Any:
    rows: Any = Milestone.objects.with_page()
    return _with_own(rows, user).filter(slug=slug)


def _page(request: HttpRequest, shown: Any, *, status: int = 200, **forms: forms.Form) -> HttpResponse:
    overview = Overview(request.user, also=SKILLS)
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
        **_helping(shown.helping),
        "before": shown.before,
        "builds": [*shown.built_credentials, *shown.built_skills],
        "own": None,
        "changes": overview.changes.get(shown.pk, []),
        **_neighbors(overview, shown),
    }
    context |= _own(reader(request.user), shown, overview, context["how"], **forms)
    return render(request, "roadmap/milestone.html", context, status=status)


def _helping(resources: list[Help]) -> dict[str, Any]:
    """The pages that help, with when each was last reached, and how many links nobody has tried if that is all."""
    listed = [(each, Cost(each.cost).label, reach_of(each, opened=each.checked_on)) for each in resources]
    return {"resources": listed, "untried": untried(reached for each, _, reached in listed if not each.is_here)}


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


def _own(user: User, milestone: Any, overview: Overview, how: list[Item], **bound: forms.Form) -> dict[str, Any]:
    """The learner's own rows on this milestone, and the forms to change them."""
    own = overview.progress.get(milestone.pk)
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
        "ledger": credentials_in_brief(user, credentials, as_of=timezone.localdate(), latest=latest)
        if overview.tracked
        else [],
        "state": state,
        "state_label": State(state).label,
        "items": [(item, item.pk in ticked, _ticked_as(item, ticked.get(item.pk))) for item in how + kept],
        "ticked": sum(item.pk in ticked for item in how),
        "note_html": render_note(note),
        "links": milestone.own_links,
        **_evidence(user, milestone, **bound),
        **_known(milestone, overview, state),
        "history": history(events),
        "last_event": events[0] if events and events[0].undoes_id is None else None,
        "done_form": bound.get("done_form") or DoneForm(own=own, today=timezone.localdate()),
        "dates_form": bound.get("dates_form") or DatesForm(own=own, today=timezone.localdate(), seen=seen),
        "note_form": bound.get("note_form") or NoteForm(initial={"note": note, "seen": seen}),
        "link_form": bound.get("link_form") or LinkForm(),
        "skip_form": bound.get("skip_form") or SkipForm(),
        "open_form": next(iter(bound), ""),
    }


def _known(milestone: Any, overview: Overview, state: str) -> dict[str, Any]:
    """What speaks for it being done, while it is open; of what is done, what comes next."""
    if state not in progress.OPEN or not overview.tracked:
        return {"have": None, "perhaps": None, **(_next(overview) if state == State.DONE else {})}
    speaks = overview.speaks.get(milestone.pk)
    return {"have": speaks, "perhaps": None if speaks else perhaps(overview, milestone)}


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
    return {"next_row": overview.next_row, "next_reason": overview.next.reasons}
