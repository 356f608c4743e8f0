"""Every public page, for search engines, at the address that ``SITE_URL`` gives it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import GenericSitemap, Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from evidence.models import Credential, Skill
from interviews.models import Question
from roadmap.models import Milestone, Role, Step
from salaries.models import Distribution


class AtSiteUrl:
    """The same scheme and host as the canonical links, whatever name the request came in by."""

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.SITE_URL).netloc


class PageSitemap(AtSiteUrl, Sitemap):  # type: ignore[type-arg]
    def items(self) -> list[str]:
        return [
            "home",
            "start:interview",
            "start:eligible",
            "start:pay",
            "privacy",
            "roadmap:roadmap",
            "evidence:skills",
            "evidence:credentials",
            "evidence:will_it_count",
            "guide:guide",
            "guide:what_is_a_tpm",
            "guide:comparison",
            "guide:roles",
            "guide:job_market",
            "interviews:bank",
            "salaries:salaries",
            "salaries:why",
            "salaries:compare",
            "salaries:number",
            "salaries:data",
            "curation:about",
            "curation:sources",
        ]

    def location(self, item: str) -> str:
        return reverse(item)


class RowSitemap(AtSiteUrl, GenericSitemap):  # type: ignore[type-arg]
    pass


def _rows(queryset: QuerySet[Any]) -> Sitemap[Any]:
    return RowSitemap({"queryset": queryset})


SITEMAPS: dict[str, type[Sitemap[Any]] | Sitemap[Any]] = {
    "pages": PageSitemap,
    "steps": _rows(Step.objects.published().order_by("number")),
    "milestones": _rows(Milestone.objects.published().filter(step__retired_at=None).select_related("step").in_order()),
    "skills": _rows(Skill.objects.published().order_by("slug")),
    "credentials": _rows(Credential.objects.published().order_by("slug")),
    "questions": _rows(Question.objects.published().in_order()),
    "pay": _rows(
        Distribution.objects.published()
        .order_by("occupation_id", "place_id", "industry_id")
        .distinct("occupation_id", "place_id", "industry_id")
        .select_related("occupation", "place", "industry")
    ),
    "roles": _rows(Role.objects.published().order_by("slug")),
}
