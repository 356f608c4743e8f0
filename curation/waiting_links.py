"""What waits among the sources and the links that the checker followed."""

from datetime import date
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from curation import link_rules, links, waiting
from curation.models import Confidence, LinkCheck, Source


class LookFilter(admin.SimpleListFilter):
    """Links that a person has to look at."""

    title = "to look at"
    parameter_name = "look"
    chosen: ClassVar = {
        "broken": ("Broken", Q(state__in=link_rules.BROKEN)),
        "never": ("Never opened by the checker", Q(reached_at=None) & ~Q(state__in=link_rules.BROKEN)),
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(value, title) for value, (title, _) in self.chosen.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value() or ""
        return queryset.filter(self.chosen[value][1]) if value in self.chosen else queryset


@waiting.offer
def sources_and_links(today: date) -> list[waiting.Waits]:
    looked = {value: LinkCheck.objects.filter(condition) for value, (_, condition) in LookFilter.chosen.items()}
    return [
        waiting.Waits(
            label="broken links",
            about="Gone or out of reach: put them right where they stand",
            rows=looked["broken"],
            filters={"look": "broken"},
            first="broken_since",
        ),
        waiting.Waits(
            label="links that were never opened",
            about="Their hosts turn programs away: open them yourself",
            rows=looked["never"],
            filters={"look": "never"},
        ),
        waiting.Waits(
            label="links that nobody tried yet",
            about="The checker has not come to them: open them, or have it run",
            rows=links.untried(),
            filters={},
            page="curation_linkcheck_hosts",
            desk=LinkCheck,
        ),
        waiting.Waits(
            label="sources of low confidence",
            about="Undated, promotional or unconfirmed: find a better one",
            rows=Source.objects.published().filter(confidence=Confidence.LOW),
            filters={"retired": "no", "confidence__exact": Confidence.LOW.value},
        ),
    ]
