"""Every public page, for search engines."""

from __future__ import annotations

from typing import Any

from django.contrib.sitemaps import GenericSitemap, Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from evidence.models import Credential, Skill
from roadmap.models import Milestone, Role, Step


class PageSitemap(Sitemap):  # type: ignore[type-arg]
    def items(self) -> list[str]:
        return [
            "home",
            "roadmap:roadmap",
            "evidence:skills",
            "evidence:credentials",
            "guide:guide",
            "guide:what_is_a_tpm",
            "guide:comparison",
            "guide:roles",
            "guide:job_market",
            "curation:about",
            "curation:sources",
        ]

    def location(self, item: str) -> str:
        return reverse(item)


def _rows(queryset: QuerySet[Any]) -> Sitemap[Any]:
    return GenericSitemap({"queryset": queryset})


SITEMAPS: dict[str, type[Sitemap[Any]] | Sitemap[Any]] = {
    "pages": PageSitemap,
    "steps": _rows(Step.objects.published().order_by("number")),
    "milestones": _rows(Milestone.objects.published().filter(step__retired_at=None).select_related("step").in_order()),
    "skills": _rows(Skill.objects.published().order_by("slug")),
    "credentials": _rows(Credential.objects.published().order_by("slug")),
    "roles": _rows(Role.objects.published().order_by("slug")),
}
