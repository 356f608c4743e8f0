"""Public pages on skills and credentials."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.sharing import same_for_learners
from curation.link_rules import untried
from curation.links import checked, reach_of
from evidence.catalog.models import (
    Credential,
    CredentialFact,
    CredentialFee,
    EligibilityPath,
    EligibilityRequirement,
    ExamDomain,
    Sequence,
    SequenceItem,
    Skill,
    SkillAlias,
    SkillGroup,
)
from evidence.catalog.models.credentials import CredentialKind, Relevance
from evidence.catalog.models.skills import SkillLevel, SkillWeight
from evidence.catalog.slots import skill_page
from evidence.catalog.wording import experience_at_a_glance, requirement_sentence

FILTER = forms.Select(attrs={"class": "form-select"})


class SkillFilterForm(forms.Form):
    group = forms.ChoiceField(required=False, label="Group", widget=FILTER)
    level = forms.ChoiceField(
        choices=[("", "Any level"), *SkillLevel.choices], required=False, label="Level", widget=FILTER
    )
    weight = forms.TypedChoiceField(
        choices=[("", "Any importance"), *reversed(SkillWeight.choices)],
        coerce=int,
        empty_value=None,
        required=False,
        label="Importance",
        widget=FILTER,
    )

    def __init__(self, data: QueryDict, *, groups: Iterable[SkillGroup]) -> None:
        super().__init__(data)
        field = self.fields["group"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Any group"), *((group.slug, group.name) for group in groups)]


@same_for_learners()
@require_safe
def skills(request: HttpRequest) -> HttpResponse:
    """All skills by group, filtered by group, level and importance."""
    groups: list[Any] = list(SkillGroup.objects.published())
    form = SkillFilterForm(request.GET, groups=groups)
    chosen = {name: value for name, value in form.cleaned_data.items() if value} if form.is_valid() else {}
    wanted = [group for group in groups if chosen.get("group", group.slug) == group.slug]
    narrowed = Skill.objects.published().filter(**{name: chosen[name] for name in chosen if name != "group"})
    prefetch_related_objects(wanted, Prefetch("skills", narrowed, to_attr="shown"))
    listed = [group for group in wanted if group.shown]
    context = {
        "section": "skills",
        "groups": listed,
        "form": form,
        "chosen": chosen,
        "count": sum(len(group.shown) for group in listed),
    }
    return render(request, "evidence/skills.html", context)


@require_safe
def skill(request: HttpRequest, skill: str) -> HttpResponse:
    """One skill: what it means, how postings write it, and which milestones build it."""
    queryset = Skill.objects.select_related("group").prefetch_related(
        Prefetch("aliases", SkillAlias.objects.published())
    )
    shown = get_object_or_404(queryset, slug=skill)
    context = {
        "section": "skills",
        "skill": shown,
        "crumbs": [("Skills", reverse("evidence:skills"))],
        "milestones": _milestones(shown),
        "neighbors": shown.group.skills.published().exclude(pk=shown.pk),
        **skill_page.context(request.user, shown),
    }
    return render(request, "evidence/skill.html", context)


@same_for_learners()
@require_safe
def credentials(request: HttpRequest) -> HttpResponse:
    """All credentials by relevance, and suggested orders to take them in."""
    requirements = EligibilityRequirement.objects.published()
    paths = EligibilityPath.objects.published().prefetch_related(Prefetch("requirements", requirements))
    groups: dict[str, list[tuple[Credential, str]]] = {label: [] for label in Relevance.labels}
    for credential in Credential.objects.published().prefetch_related(Prefetch("paths", paths)):
        groups[credential.get_relevance_display()].append((credential, _requirements_at_a_glance(credential)))
    items = SequenceItem.objects.published().select_related("credential")
    context = {
        "section": "credentials",
        "groups": [(label, members) for label, members in groups.items() if members],
        "sequences": Sequence.objects.published().prefetch_related(Prefetch("items", items)),
    }
    return render(request, "evidence/credentials.html", context)


@same_for_learners()
@require_safe
def credential(request: HttpRequest, credential: str) -> HttpResponse:
    """One credential: what it is, the rules, the exam, the fees, and which milestones build it."""
    requirements = EligibilityRequirement.objects.published().prefetch_related("waived_by", "holds")
    paths = EligibilityPath.objects.published().select_related("source")
    queryset = (
        Credential.objects.annotate(**checked("official_url"))
        .select_related("hours_source")
        .prefetch_related(
            Prefetch("fees", CredentialFee.objects.published().select_related("source")),
            Prefetch("facts", CredentialFact.objects.published().select_related("source")),
            Prefetch("domains", ExamDomain.objects.published().select_related("source")),
            Prefetch("paths", paths.prefetch_related(Prefetch("requirements", requirements))),
            "sources",
        )
    )
    shown = get_object_or_404(queryset, slug=credential)
    facts = list(shown.facts.all())
    kinds = CredentialFact.Kind
    context = {
        "section": "credentials",
        "credential": shown,
        "crumbs": [("Credentials", reverse("evidence:credentials"))],
        "paths": [
            (path, [_sentence(requirement) for requirement in path.requirements.all()]) for path in shown.paths.all()
        ],
        "exam": [fact for fact in facts if fact.kind == kinds.EXAM],
        "course": [fact for fact in facts if fact.kind == kinds.CONTENT],
        "renewal": [fact for fact in facts if fact.kind == kinds.RENEWAL],
        "milestones": _milestones(shown),
        "reached": (reached := reach_of(shown, opened=shown.official_url_checked_on)),
        "untried": untried([reached]),
    }
    return render(request, "evidence/credential.html", context)


def _milestones(row: Any) -> Any:
    """The published milestones that build a skill or credential.

    The relation is defined by the roadmap, a floor above; from here it is only read through its reverse name.
    """
    return row.milestones.published().select_related("step")


def _requirements_at_a_glance(credential: Credential) -> str:
    """In a few words what the paths ask for, or nothing where we know of none."""
    paths = [list(path.requirements.all()) for path in credential.paths.all()]
    if credential.kind == CredentialKind.DEGREE:
        return ""
    if any(not requirements for requirements in paths):
        return "open to anyone"
    return experience_at_a_glance(
        [[requirement.months for requirement in requirements if requirement.months] for requirements in paths]
    )


def _sentence(requirement: EligibilityRequirement) -> str:
    return requirement_sentence(
        kind=requirement.kind,
        education=requirement.get_education_display() if requirement.education else "",
        experience=requirement.get_experience_display() if requirement.experience else "",
        months=requirement.months,
        within_years=requirement.within_years,
        non_overlapping=requirement.non_overlapping,
        training=requirement.get_training_display() if requirement.training else "",
        hours=requirement.hours,
        flag=requirement.get_flag_display() if requirement.flag else "",
        waived_by=[held.name for held in requirement.waived_by.all()],
        holds=[held.name for held in requirement.holds.all()],
        note=requirement.note,
    )
