"""Every public page, for search engines, at the address that ``SITE_URL`` gives it."""

from __future__ import annotations

from functools import cached_property
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


class PaySitemap(AtSiteUrl, Sitemap):  # type: ignore[type-arg]
    """Nine tenths of all addresses, so they are put together from three names each, without a row or a search."""

    def items(self) -> list[tuple[str, str, str]]:
        named = Distribution.objects.published().order_by("occupation_id", "place_id", "industry_id")
        named = named.distinct("occupation_id", "place_id", "industry_id")
        return list(named.values_list("occupation__slug", "place__slug", "industry__slug"))

    def location(self, item: tuple[str, str, str]) -> str:
        return self._pattern.format(*item)

    @cached_property
    def _pattern(self) -> str:
        return reverse("salaries:distribution", args=["role", "place", "industry"]).replace(
            "role/place/industry", "{}/{}/{}"
        )


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
    "pay": PaySitemap,
    "roles": _rows(Role.objects.published().order_by("slug")),
}
