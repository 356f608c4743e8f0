"""The claims to take out: JSON in pages and CSV in one piece, with addresses and fields that stay as they are."""

import hashlib
import re
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache, wraps
from gzip import decompress
from io import BytesIO
from typing import cast
from urllib.parse import urlencode
from zlib import compressobj

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.gzip import re_accepts_gzip
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from accounts.sharing import same_for_learners
from curation.csv_writer import lines
from curation.models import Curated
from salaries.filters import EVERYTHING, NAMES, Filter, filter_of, matching
from salaries.models import Distribution, Industry, Occupation, Place, SalaryClaim
from salaries.models.claims import ClaimQuerySet, DistributionQuerySet

PER_PAGE = 500
# How many claims are fetched at a time for a file.
CHUNK = 300
# How many of these files are kept, each of a filter.
FILES = 4
# What tells zlib to write as gzip does.
GZIP = 31
# Counted up when the same rows come out in other bytes.
FORMAT = 3
# A claim's key: the names of its distribution and its own.
KEY = re.compile(r"[-\w]{1,300}/[-\w]{1,60}", re.ASCII)
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
    "relative_error": "Relative standard error of the amount in percent; empty where the source does not say it.",
    "employment": "How many people the source counts in that role, place and industry; empty where it does not say.",
}


@dataclass(frozen=True)
class _Version:
    """What the answers rest on: the recorded changes, and the sources as they stand."""

    changes: str
    changed_at: datetime | None

    @classmethod
    def now(cls) -> "_Version":
        # Changes may be committed in another order than that of their numbers. So the recent ones are counted too: one
        # that turns up late makes another version.
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT max(id), (SELECT count(*) FROM curation_change WHERE id > max(c.id) - 20000), max(at), "
                "(SELECT md5(string_agg(s::text, '' ORDER BY id)) FROM curation_source s) FROM curation_change c"
            )
            last, count, at, sources = cursor.fetchone()
        return cls(f"{last} {count} {sources}", at)

    def etag(self, request: HttpRequest) -> str:
        """Differs whenever the answer does: another address, another change."""
        text = f"{settings.SITE_URL} {request.get_full_path()} {FORMAT} {self.changes}"
        return f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'


def _versioned(view: Callable[[HttpRequest, _Version], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer 304 to whoever has the present version already, after one query; else the view is given it."""

    @require_safe
    @cache_control(public=True, max_age=300)
    @wraps(view)
    def versioned(request: HttpRequest) -> HttpResponse:
        version = _Version.now()
        judged = condition(etag_func=version.etag, last_modified_func=lambda request: version.changed_at)
        answer = judged(lambda request: view(request, version))(request)
        if answer.has_header("Content-Encoding"):
            # The same file in one packing or another.
            answer.headers["ETag"] = f"W/{answer.headers['ETag']}"
        return answer

    return versioned


@same_for_learners()
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


@_versioned
def claims_json(request: HttpRequest, version: _Version) -> HttpResponse:
    """A page of claims in the order of their keys; ``next`` is the address of the following one."""
    wanted, nonsense = _known_filter(request)
    after = request.GET.get("after", "")
    if after and not KEY.fullmatch(after):
        nonsense.append("after")
    if nonsense:
        return _refusal(nonsense)
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
    return JsonResponse({"claims": list(_records(page)), "next": following})


@_versioned
def claims_csv(request: HttpRequest, version: _Version) -> HttpResponse:
    """All claims of a filter, one a line, in the order of their keys."""
    wanted, nonsense = _known_filter(request)
    if nonsense:
        return _refusal(nonsense)
    packed = packed_file(version.changes, wanted)
    response = HttpResponse(
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="tpm-salary-claims.csv"', "Vary": "Accept-Encoding"},
    )
    if re_accepts_gzip.search(request.headers.get("Accept-Encoding", "")):
        response.content = packed
        response.headers["Content-Encoding"] = "gzip"
    else:
        response.content = decompress(packed)
    return response


@lru_cache(maxsize=FILES)
def packed_file(changes: str, wanted: Filter) -> bytes:
    """The file of a filter as gzip, which is kept until other changes are the last: 17,000 lines take a second.

    Ten megabytes are written as they come, a tenth of them stays.
    """
    written, packer = BytesIO(), compressobj(wbits=GZIP)
    # In a transaction it is read where ``changes`` were: a replica could lack the last of them, and that would be kept.
    # Complete before the answer begins: the server would end a stream that breaks off like one that is whole.
    with transaction.atomic(savepoint=False):
        found = cast("Generator[SalaryClaim, None, None]", _claims(matching(wanted)).iterator(chunk_size=CHUNK))
        with closing(found) as claims:
            for line in lines(tuple(FIELDS), ([record[name] for name in FIELDS] for record in _records(claims))):
                written.write(packer.compress(line.encode()))
    written.write(packer.flush())
    return written.getvalue()


def _known_filter(request: HttpRequest) -> tuple[Filter, list[str]]:
    """The filter of a query, and the names of those that cannot be understood or name what nobody knows.

    A mistyped code must not look like a place without figures.
    """
    wanted, _, nonsense = filter_of(request.GET, default=EVERYTHING)
    models: dict[str, type[Curated]] = {"role": Occupation, "place": Place, "industry": Industry}
    unknown = [
        name
        for name, slug in wanted.chosen().items()
        if name in models and not models[name].objects.published().filter(slug=slug).exists()
    ]
    return wanted, [*nonsense, *unknown]


def _claims(distributions: DistributionQuerySet) -> ClaimQuerySet:
    claims: ClaimQuerySet = SalaryClaim.objects.published()
    labels = Prefetch("distribution", queryset=Distribution.objects.all().with_labels())
    return claims.filter(distribution__in=distributions).prefetch_related(labels).order_by("distribution__slug", "slug")


def _records(claims: Iterable[SalaryClaim]) -> Iterator[dict[str, str]]:
    """Each claim with all its fields; what is the same for the claims of a distribution is worked out once."""
    of, frame = None, dict.fromkeys(FIELDS, "")
    for claim in claims:
        row = claim.distribution
        if of != row.pk:
            of = row.pk
            frame |= {
                "role": row.occupation.slug,
                "role_name": str(row.occupation),
                "currency": row.currency,
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
                "employment": "" if row.employment is None else str(row.employment),
            }
        checked_on = claim.checked_on.isoformat()
        yield frame | {
            "key": claim.key,
            "role_as_named": claim.role_as_named,
            "level": claim.level,
            "level_rule": claim.level_rule,
            "statistic": claim.statistic,
            "amount": f"{claim.amount:f}",
            "period": claim.period,
            "retrieved_on": claim.retrieved_on.isoformat(),
            "checked_on": checked_on,
            "review_by": claim.review_by.isoformat(),
            "relative_error": "" if claim.relative_error is None else f"{claim.relative_error:f}",
            "attribution": f"{row.source.publisher}: {row.edition}, as of {row.as_of_text}, checked {checked_on}",
        }


def _refusal(names: list[str]) -> JsonResponse:
    return JsonResponse(
        {"error": f"Not understood or not known: {', '.join(names)}.", "help": reverse("salaries:data")}, status=400
    )
