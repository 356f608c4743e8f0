"""Requirements as they are read with their applications: values that are set against what a learner can prove."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from applications.postings.models import Requirement, RequirementCredential, RequirementSkill, Said
from applications.postings.requirement_forms import LANGUAGES
from applications.proof.managing import asks_to_manage
from applications.proof.shapes import Demand
from applications.reading.shapes import Alternative
from curation.nested import nested

IN_SHORT = re.compile(r"\(([A-Z][\w+-]{1,11})\)$")


@dataclass(frozen=True)
class Asked:
    """One requirement of an application. Skills and credentials are pairs of slug and name."""

    pk: int
    quote: str
    strength: str
    kind: str
    any_of: bool
    unlisted: list[str]
    level: str
    languages: list[str]
    months: int | None
    within_previous: bool
    percent: int | None
    alternatives: list[dict[str, Any]]
    confirmed: bool
    said: str
    skills: list[dict[str, str]]
    credentials: list[dict[str, str]]

    @property
    def names(self) -> dict[str, str]:
        """What its skills and credentials are called, by slug, and its languages, by code."""
        named = {one["slug"]: in_short(one["name"]) for one in (*self.skills, *self.credentials)}
        return named | {code: LANGUAGES.get(code, code) for code in self.languages}

    @property
    def manages(self) -> bool:
        """Whether its months are those of managing projects or their like. Where it names skills, those say it."""
        return self.kind == "experience" and not self.skills and asks_to_manage(self.quote)

    def demand(self) -> Demand:
        """What it demands, with what the learner says of it."""
        return Demand(
            kind=self.kind,
            strength=self.strength,
            skills=tuple(one["slug"] for one in self.skills),
            credentials=tuple(one["slug"] for one in self.credentials),
            unlisted=tuple(self.unlisted),
            any_of=self.any_of,
            level=self.level,
            languages=tuple(self.languages),
            months=self.months,
            manages=self.manages,
            within_previous=self.within_previous,
            percent=self.percent,
            alternatives=tuple(map(_alternative, self.alternatives)),
            said={Said.YES.value: True, Said.NO.value: False}.get(self.said),
        )


def asked_of(application: str = "pk") -> ArraySubquery:
    """The requirements of each application, in their order, as ``Asked``; ``application`` is the way to its key."""
    rows = Requirement.objects.filter(application=OuterRef(application), deletion=None).order_by("place", "pk")
    skills, credentials = _named(RequirementSkill, "skill"), _named(RequirementCredential, "credential")
    return nested(rows, Asked, skills=skills, credentials=credentials)


def _named(links: Any, to: str) -> ArraySubquery:
    here = links.objects.filter(requirement=OuterRef("pk")).order_by(f"{to}__slug")
    return ArraySubquery(here.values(said=JSONObject(slug=f"{to}__slug", name=f"{to}__name")))


def names_of(rows: Iterable[Asked]) -> dict[str, str]:
    """What all that the rows name is called."""
    return {slug: name for row in rows for slug, name in row.names.items()}


def in_short(name: str) -> str:
    """What people call it: "PMP" of "Project Management Professional (PMP)"."""
    short = IN_SHORT.search(name)
    return short[1] if short else name


def _alternative(said: dict[str, Any]) -> Alternative:
    """What was kept of an alternative; of one that an older version kept, as much as there is."""
    known = {name: said[name] for name in ("quote", "kind", "months", "level", "within_months") if said.get(name)}
    return Alternative(**{"quote": "", **known}, credentials=tuple(said.get("credentials") or ()))
