"""The claims to take out: JSON in pages and CSV in one piece, with addresses and fields that stay as they are."""

import csv
import hashlib
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from salaries.filters import EVERYTHING, NAMES, asked, matching
from salaries.models import SalaryClaim
from salaries.models.claims import ClaimQuerySet, DistributionQuerySet

PER_PAGE = 500
FIELDS = {
    "key": "The claim's lasting name. It never changes.",
    "role": "Our role or occupation code.",
    "role_name": "Its name.",
    "role_as_named": "The role in the words of the source.",
    "level": "all, entry, mid, senior or experienced.",
    "level_rule": "What made it that level; empty for all levels together.",
    "statistic": "p10, p25, p50, p75, p90, mean, mean_lowest_third, mean_upper_two_thirds, typical, lower, upper "
    "or visa_going_rate.",
    "amount": "As published, a decimal number as text, in whole units of the currency.",
    "currency": "Three letters by ISO 4217.",
    "period": "year, month, day or hour: what the amount is for.",
    "kind": "base or total pay.",
    "place": "Our code of the place.",
    "place_name": "Its name, with what it lies in.",
    "industry": "Our code of the industry.",
    "industry_name": "Its name.",
    "as_of": "The time the figure is about, as exactly as the source says: year, month or day by ISO 8601.",
    "source": "Our name of the source.",
    "publisher": "Who published it.",
    "edition": "The table or issue.",
    "url": "Where it was published; empty where there is no address.",
    "retrieved_on": "The day the figure was taken from the source.",
    "checked_on": "The day somebody last compared it with the source.",
    "review_by": "The day by which it should be compared again.",
    "attribution": "The line to quote with the figure.",
}


def _version(request: HttpRequest) -> tuple[int, datetime | None, str]:
    """What the answers rest on: the last recorded change and the sources as they stand."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(max(id), 0), max(at), (SELECT md5(string_agg(s::text, '' ORDER BY id)) "
            "FROM curation_source s) FROM salaries_change"
        )
        number, at, sources = cursor.fetchone()
    return number, at, sources or ""


def etag(request: HttpRequest) -> str:
    """Differs whenever the answer does: another address, another change."""
    number, _, sources = _version(request)
    text = f"{settings.SITE_URL} {request.get_full_path()} {number} {sources}"
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'


def last_modified(request: HttpRequest) -> datetime | None:
    return _version(request)[1]


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """How to take the data, and what its fields mean."""
    context = {
        "section": "salaries",
        "crumbs": [("Salaries", reverse("salaries:salaries"))],
        "fields": FIELDS.items(),
        "filters": NAMES.items(),
        "per_page": PER_PAGE,
        "claims": SalaryClaim.objects.published().count(),
    }
    return render(request, "salaries/data.html", context)


@require_safe
@cache_control(public=True, max_age=300)
@condition(etag_func=etag, last_modified_func=last_modified)
def claims_json(request: HttpRequest) -> HttpResponse:
    """A page of claims in the order of their keys; ``next`` is the address of the following one."""
    wanted, _, nonsense = asked(request.GET, default=EVERYTHING)
    after = request.GET.get("after", "")
    if nonsense or "\x00" in after or len(after) > 300:
        return _refusal([*nonsense, *(["after"] if "\x00" in after or len(after) > 300 else [])])
    claims = _claims(matching(wanted))
    if after:
        frame, _, own = after.partition("/")
        claims = claims.filter(distribution__slug__gte=frame).exclude(distribution__slug=frame, slug__lte=own)
    page = list(claims[: PER_PAGE + 1])
    more = len(page) > PER_PAGE
    del page[PER_PAGE:]
    following = None
    if more:
        query = urlencode({**{name: getattr(wanted, name) for name in NAMES}, "after": page[-1].key})
        following = f"{settings.SITE_URL}{reverse('salaries:claims_json')}?{query}"
    return JsonResponse({"claims": [_record(claim) for claim in page], "next": following})


@require_safe
@cache_control(public=True, max_age=300)
@condition(etag_func=etag, last_modified_func=last_modified)
def claims_csv(request: HttpRequest) -> HttpResponseBase:
    """All claims of a filter, one a line, in the order of their keys."""
    wanted, _, nonsense = asked(request.GET, default=EVERYTHING)
    if nonsense:
        return _refusal(nonsense)
    response = StreamingHttpResponse(_lines(_claims(matching(wanted))), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="tpm-salary-claims.csv"'
    return response


def _claims(distributions: DistributionQuerySet) -> ClaimQuerySet:
    claims: ClaimQuerySet = SalaryClaim.objects.published()
    return claims.filter(distribution__in=distributions).with_everything().order_by("distribution__slug", "slug")


def _record(claim: SalaryClaim) -> dict[str, str]:
    row = claim.distribution
    return {
        "key": claim.key,
        "role": row.occupation.slug,
        "role_name": str(row.occupation),
        "role_as_named": claim.role_as_named,
        "level": claim.level,
        "level_rule": claim.level_rule,
        "statistic": claim.statistic,
        "amount": f"{claim.amount:f}",
        "currency": row.currency,
        "period": claim.period,
        "kind": row.kind,
        "place": row.place.slug,
        "place_name": str(row.place),
        "industry": row.industry.slug,
        "industry_name": row.industry.name,
        "as_of": row.as_of,
        "source": row.source.slug,
        "publisher": row.source.publisher,
        "edition": row.edition,
        "url": row.url,
        "retrieved_on": claim.retrieved_on.isoformat(),
        "checked_on": claim.checked_on.isoformat(),
        "review_by": claim.review_by.isoformat(),
        "attribution": f"{row.source.publisher}: {row.edition}, as of {row.as_of_text}, "
        f"checked {claim.checked_on.isoformat()}",
    }


class _Echo:
    """A file that hands every line straight back."""

    def write(self, line: str) -> str:
        return line


def _lines(claims: ClaimQuerySet) -> Iterator[str]:
    writer = csv.DictWriter(_Echo(), fieldnames=list(FIELDS), lineterminator="\r\n")
    yield writer.writerow({name: name for name in FIELDS})
    for claim in claims.iterator(chunk_size=1000):
        yield writer.writerow(_record(claim))


def _refusal(names: list[str]) -> JsonResponse:
    return JsonResponse({"error": f"Not understood: {', '.join(names)}.", "help": reverse("salaries:data")}, status=400)
