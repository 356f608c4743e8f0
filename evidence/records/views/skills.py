"""Where a learner stands with the skills: rated in place, or all of them in five minutes."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.guards import LearnerRequest, learner_post, open_page, page_of_origin
from evidence.catalog.models import Skill, SkillGroup
from evidence.catalog.models.skills import SkillWeight
from evidence.records import rating, skill_states
from evidence.records.forms.skills import AssessForm, RateForm, StandingFilterForm
from evidence.records.skill_map import area
from evidence.records.slots import aimed_skills
from evidence.records.standings import NOTHING, Stand, load_standings
from keeping.saving import say

END = "end"
# What the role one is after asks for comes first, and is no longer than can be rated in one sitting.
AIMED = "my-role"
MOST_AIMED = 20


@dataclass(frozen=True)
class AimedGroup:
    """The skills of the role that a learner is after, as a group of its own. They are in their groups too."""

    name: str
    listed: list[Skill]
    slug: str = AIMED


@open_page
def my_skills(request: LearnerRequest) -> HttpResponse:
    """All skills by group with the learner's own standing. One at a time opens to be rated: ``?rate=``."""
    groups = _groups()
    form = StandingFilterForm(request.GET, groups=groups)
    form.is_valid()
    chosen = {name: value for name, value in form.cleaned_data.items() if value}
    stands = load_standings(request.user)
    everything = [skill for group in groups for skill in group.listed]
    sections = []
    for group in groups:
        rows = [(skill, stands.get(skill.pk, NOTHING)) for skill in group.listed]
        shown = [(skill, stand) for skill, stand in rows if chosen.get("state", stand.state) == stand.state]
        if shown and chosen.get("group", group.slug) == group.slug:
            sections.append({"group": group, "rows": shown, "said": _said(shown)})
    rating = _open_for_rating(everything, stands, request.GET.get("rate", ""))
    # All open would be thirteen screens on a phone. Open is what the address names, else the group of the skill that is
    # being rated or just was, else the first.
    near = request.GET.get("rate") or request.GET.get("near")
    here = next((skill.group_id for skill in everything if skill.slug == near), None)
    for place, section in enumerate(sections):
        section["open"] = bool(chosen) or (section["group"].pk == here if here else place == 0)
    context = {
        "section": "evidence",
        "tab": "skills",
        "form": form,
        "chosen": chosen,
        "sections": sections,
        "areas": _areas(groups, stands),
        "count": sum(len(section["rows"]) for section in sections),
        "counts": skill_states.counts(stands.get(skill.pk, NOTHING).state for skill in everything),
        "meanings": skill_states.MEANINGS,
        "total": len(everything),
        **rating,
    }
    return render(request, "evidence/skills_mine.html", context)


@learner_post(page="evidence:my_skills", visitors=True)
def rate(request: LearnerRequest, skill: str) -> HttpResponse:
    """Say where one stands with one skill, and where one wants to be. Safe to repeat."""
    rated = get_object_or_404(Skill, slug=skill)
    form = RateForm(request.POST)
    back = page_of_origin(request, f"{reverse('evidence:my_skills')}?near={rated.slug}#{rated.slug}")
    if not form.is_valid():
        raise Http404
    event = rating.rate(user=request.user, skill=rated, values=form.values(), at=timezone.now())
    say(request, f"{rated.name}: saved." if event else f"{rated.name}: that is what you had said.", event)
    return redirect(back)


@open_page
def assess(request: LearnerRequest) -> HttpResponse:
    """One group of skills per page, saved page by page. It opens where the learner stopped."""
    everything = _groups()
    groups = [*_aimed(request.user, everything), *everything]
    stands = load_standings(request.user)
    unanswered = [group for group in groups if not _answered(group, stands)]
    slug = request.GET.get("group", "")
    if slug == END or (not slug and not unanswered):
        return _found(request, everything, unanswered, stands)
    group = next((group for group in groups if group.slug == slug), None) if slug else unanswered[0]
    if group is None:
        raise Http404
    in_sight, folded = _in_sight(group)
    form = AssessForm(
        request.POST if request.method == "POST" else None,
        in_sight=in_sight,
        folded=folded,
        levels={skill: stand.now for skill, stand in stands.items()},
    )
    if request.method == "POST" and form.is_valid():
        if not rating.rate_all(user=request.user, answers=form.answers(), at=timezone.now()):
            messages.info(request, "Nothing had changed.")
        place = groups.index(group)
        later = [other.slug for other in unanswered if groups.index(other) > place]
        return redirect(f"{reverse('evidence:assess')}?group={later[0] if later else END}")
    context = {
        "section": "evidence",
        "tab": "skills",
        "group": group,
        "number": groups.index(group) + 1,
        "groups": [(other, other not in unanswered) for other in groups],
        "form": form,
        "crumbs": [("Skills", reverse("evidence:my_skills"))],
    }
    return render(request, "evidence/assess.html", context, status=422 if form.is_bound else 200)


def _areas(groups: list[Any], stands: dict[int, Stand]) -> list[dict[str, Any]]:
    """The map: each group with its squares, and the same in words."""
    areas = []
    for group in groups:
        rows = [(skill, stands.get(skill.pk, NOTHING)) for skill in group.listed]
        drawn = area([(stand.now, bool(stand.pieces)) for _, stand in rows])
        areas.append({"group": group, "area": drawn, "said": _said(rows)})
    return areas


def _found(request: LearnerRequest, groups: list[Any], unanswered: list[Any], stands: dict[int, Stand]) -> HttpResponse:
    """What the assessment has found so far, in counts that open to the skills behind them."""
    everything = [skill for group in groups for skill in group.listed]
    rows = [(skill, stands.get(skill.pk, NOTHING)) for skill in everything]
    context = {
        "section": "evidence",
        "tab": "skills",
        "counts": skill_states.counts(stand.state for _, stand in rows),
        "total": len(rows),
        "unanswered": unanswered,
        "strong": [skill for skill, stand in rows if stand.mastered],
        "missing": [
            skill
            for skill, stand in rows
            if skill.weight == SkillWeight.EXPECTED and stand.state == skill_states.NOT_YOURS
        ],
        "crumbs": [("Skills", reverse("evidence:my_skills"))],
    }
    return render(request, "evidence/assess_found.html", context)


def _said(rows: list[tuple[Skill, Stand]]) -> str:
    """A group in a few words while it is folded: how many of its skills are where."""
    found = skill_states.counts(stand.state for _, stand in rows)
    return ", ".join(f"{number} {state}" for state, number in found.items() if number)


def _groups() -> list[Any]:
    """The groups that have skills, each with its ``listed`` ones: what is expected of everybody comes first."""
    skills = Skill.objects.published().order_by("-weight", "position", "slug")
    groups = SkillGroup.objects.published().prefetch_related(Prefetch("skills", skills, "listed"))
    return [group for group in groups if group.listed]


def _aimed(user: Any, groups: list[Any]) -> list[Any]:
    """What the role asks for that a learner is after, the most expected first, if they said which."""
    offered = aimed_skills.context(user).get("aimed")
    if offered is None:
        return []
    name, keys = offered
    skills = [skill for group in groups for skill in group.listed if skill.pk in keys]
    skills.sort(key=lambda skill: -skill.weight)
    return [AimedGroup(f"The role you're after: {name}", skills[:MOST_AIMED])] if skills else []


def _in_sight(group: Any) -> tuple[list[Skill], list[Skill]]:
    """The skills to ask for in plain sight, and those that only some employers name, folded.

    A group of nothing else is shown as it is.
    """
    in_sight = [skill for skill in group.listed if skill.weight > SkillWeight.SPECIFIC or group.slug == AIMED]
    return (in_sight, [skill for skill in group.listed if skill not in in_sight]) if in_sight else (group.listed, [])


def _answered(group: Any, stands: dict[int, Stand]) -> bool:
    in_sight, _ = _in_sight(group)
    return all(stands.get(skill.pk, NOTHING).now is not None for skill in in_sight)


def _open_for_rating(skills: list[Skill], stands: dict[int, Stand], slug: str) -> dict[str, Any]:
    """The form of the one skill that is open, if there is such a one."""
    skill = next((skill for skill in skills if skill.slug == slug), None)
    if skill is None:
        return {"rated": None}
    stand = stands.get(skill.pk, NOTHING)
    return {"rated": skill, "rate_form": RateForm(initial={"now": stand.now, "wanted": stand.wanted})}
