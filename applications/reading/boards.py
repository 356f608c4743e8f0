"""What the JSON of a job board says of its one job: Greenhouse, Lever, Ashby, SmartRecruiters,
and others by name. Pure."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from applications.reading.countries import country_of
from applications.reading.job_posting import header_of, nodes_in
from applications.reading.pay_words import WORDS
from applications.reading.places import places_in
from applications.reading.shapes import Found, Header, Pay
from applications.reading.stated import as_list, day_of, interval, number, pay_of, pays_in_words, types_of, words

Job = Mapping[str, Any]
LISTS = ("jobs", "postings", "results", "content", "data", "offers", "positions", "job", "posting", "result")
TITLES = ("title", "jobTitle", "job_title", "text", "name", "position", "positionTitle", "full_title")
EMPLOYERS = (
    "company_name",
    "companyName",
    "company",
    "organizationName",
    "organization",
    "hiringOrganization",
    "employer",
    "employerName",
    "boardName",
)
DEADLINES = (
    "application_deadline",
    "applicationDeadline",
    "validThrough",
    "closing_date",
    "closingDate",
    "closeDate",
    "deadline",
    "expires_at",
    "closes_at",
    "closesAt",
    "closing_at",
    "closing_date",
    "expirationDate",
    "endDate",
    "apply_by",
    "applyBy",
)
TYPES = (
    "employmentType",
    "employment_type",
    "typeOfEmployment",
    "jobType",
    "job_type",
    "contractType",
    "contract_type",
    "commitment",
    "type",
    "schedule",
    "timeType",
)
PLACES = ("location", "secondaryLocations", "locations", "jobLocation", "job_location", "allLocations", "city")
WAYS = {
    "remote": "yes",
    "fullyremote": "yes",
    "hybrid": "hybrid",
    "onsite": "no",
    "inoffice": "no",
    "office": "no",
    "inperson": "no",
}


def read_board(document: object) -> Header:
    """The header of the one job that a document is about; an empty one where it is about none or several."""
    job = _only_job(document)
    if not job:
        return Header()
    from_schema = header_of([node for node in nodes_in(job) if "@type" in node]) if "@type" in job else Header()
    if from_schema.title:
        return from_schema
    places, way = _places(job)
    country = country_of(", ".join([*places, {"US": "USA"}.get(said := words(job.get("country")), said)]))
    pay, pay_words = _pay(job, country)
    title = next(filter(None, (words(job.get(name)) for name in TITLES)), "")
    employer = next(filter(None, (words(job.get(name)) for name in EMPLOYERS)), "")
    closes = next(filter(None, (day_of(job.get(name)) for name in DEADLINES)), None)
    return Header(
        title=Found(title) if title else None,
        employer=Found(employer) if employer and "://" not in employer else None,
        places=tuple(map(Found, places)),
        remote=Found(way),
        employment_types=types_of(_types(job)),
        pay=pay,
        pay_words=pay_words,
        closes_on=closes,
    )


def _only_job(document: object) -> Job | None:
    """The one job: itself, or alone in a list, or in the list that a board wraps around its jobs."""
    for _ in range(3):
        if isinstance(document, list):
            if len(document) != 1:
                return None
            document = document[0]
        if not isinstance(document, dict):
            return None
        if (
            any(isinstance(document.get(name), str) for name in TITLES if name != "name")
            or "jobAd" in document
            or "@type" in document
        ):
            return document
        inner = next((document[name] for name in LISTS if isinstance(document.get(name), list | dict)), None)
        if inner is None:
            return document if isinstance(document.get("name"), str) else None
        document = inner
    return document if isinstance(document, dict) else None


def _record(job: Job, name: str) -> Job:
    found = job.get(name)
    return found if isinstance(found, dict) else {}


def _metadata(job: Job) -> dict[str, str]:
    """The fields that an employer added on Greenhouse, by their name in small letters."""
    records = [record for record in as_list(job.get("metadata")) if isinstance(record, dict)]
    return {words(record.get("name")).lower(): words(record.get("value")) for record in records}


def _types(job: Job) -> list[str]:
    categories = _record(job, "categories")
    said = [words(job.get(name)) for name in TYPES] + [words(categories.get("commitment"))]
    # SmartRecruiters names the kind by an id, and another beside it.
    said += [words(_record(job, name).get("id")).replace("_", " ") for name in TYPES]
    said += [
        value for name, value in _metadata(job).items() if re.search(r"employment|time type|job type|contract", name)
    ]
    # "FullTime" is two words.
    return [re.sub(r"(?<=[a-z])(?=[A-Z])", " ", value) for value in said if value]


def _places(job: Job) -> tuple[list[str], str]:
    """The places, and one of ``REMOTE``."""
    categories = _record(job, "categories")
    lines: list[str] = []
    said = ""
    for record in (job, categories):
        for name in PLACES:
            for item in as_list(record.get(name)):
                lines.append(_line(item))
                if isinstance(item, dict):
                    said = said or (
                        "remote" if item.get("remote") is True else "hybrid" if item.get("hybrid") is True else ""
                    )
    found = [places_in(line, is_labeled=True) for line in lines if line]
    whole = [full for name in PLACES for item in as_list(job.get(name)) if (full := _whole(item))]
    names = whole or list(dict.fromkeys(name for places in found for name in places.names))
    names = [name for name in names if not any(name != other and other.startswith(f"{name}, ") for other in names)]
    metadata = _metadata(job)
    ways = [
        words(job.get(name))
        for name in ("workplaceType", "workplace_type", "workplace", "remoteType", "remote_type", "work_model")
    ]
    ways += [
        value
        for name, value in metadata.items()
        if re.search(r"workplace|remote|work (?:model|type|arrangement)", name)
    ]
    way = next((WAYS[key] for key in (re.sub(r"[^a-z]", "", value.lower()) for value in ways) if key in WAYS), "")
    is_remote = any(job.get(name) is True for name in ("isRemote", "remote", "is_remote", "telecommuting"))
    way = way or WAYS.get(said, "") or ("yes" if is_remote else "") or _way_of(" ".join(places.way for places in found))
    return names, way or "unknown"


def _way_of(said: str) -> str:
    low = said.lower()
    return "hybrid" if "hybrid" in low else "yes" if "remote" in low else ""


def _whole(item: object) -> str:
    """A place that is written out beside its parts."""
    return words(item.get("fullLocation") or item.get("location_str")) if isinstance(item, dict) else ""


def _line(item: object) -> str:
    if isinstance(item, dict):
        if full := words(
            item.get("fullLocation") or item.get("location_str") or item.get("name") or item.get("location")
        ):
            return full
        parts = [words(item.get(name)) for name in ("city", "region", "state", "country")]
        return next(filter(None, parts), "")
    return words(item)


def _pay(job: Job, country: str) -> tuple[tuple[Pay, ...], str]:
    ranges = [pay for pay in (*_greenhouse(job), *_lever(job), *_ashby(job), *_plain(job, country)) if pay]
    if ranges:
        return tuple(dict.fromkeys(ranges)), ""
    compensation = job.get("compensation")
    said = words(job.get("salaryDescription") or job.get("salary") or job.get("salary_range") or "") or (
        words(compensation.get("compensationTierSummary") or "")
        if isinstance(compensation, dict)
        else words(compensation)
    )
    return pays_in_words(said, country) if said else ((), "")


def _greenhouse(job: Job) -> list[Pay | None]:
    """In cents, with no period said; one range for each region."""
    found: list[Pay | None] = []
    for record in as_list(job.get("pay_input_ranges")):
        if isinstance(record, dict) and not _is_other(words(record.get("title"))):
            least, most = number(record.get("min_cents")), number(record.get("max_cents"))
            low, high = (value / Decimal(100) if value else None for value in (least, most))
            period = interval(record.get("title")) or interval(record.get("interval"))
            found.append(pay_of(low, high, words(record.get("currency_type")).upper(), period))
    return found


def _lever(job: Job) -> list[Pay | None]:
    found: list[Pay | None] = []
    for record in as_list(job.get("salaryRange")):
        if isinstance(record, dict):
            currency = words(record.get("currency")).upper()
            found.append(pay_of(record.get("min"), record.get("max"), currency, interval(record.get("interval"))))
    return found


def _ashby(job: Job) -> list[Pay | None]:
    """Parts of several kinds, of which equity may stand first."""
    compensation = job.get("compensation")
    if not isinstance(compensation, dict):
        return []
    tiers = [tier for tier in as_list(compensation.get("compensationTiers")) if isinstance(tier, dict)]
    parts = [part for tier in tiers for part in as_list(tier.get("components"))] or as_list(
        compensation.get("summaryComponents")
    )
    return [
        pay_of(
            part.get("minValue"),
            part.get("maxValue"),
            words(part.get("currencyCode")).upper(),
            interval(part.get("interval")),
        )
        for part in parts
        if isinstance(part, dict) and words(part.get("compensationType")).lower() in ("salary", "hourly", "base")
    ]


def _plain(job: Job, country: str) -> list[Pay | None]:
    """A record of least and most, as SmartRecruiters, Workable and others have it."""
    found: list[Pay | None] = []
    for name in ("compensation", "salary", "salary_range", "pay"):
        record = job.get(name)
        if not isinstance(record, dict):
            continue
        least = record.get("min", record.get("salary_from", record.get("from")))
        most = record.get("max", record.get("salary_to", record.get("to")))
        currency = words(record.get("currency") or record.get("salary_currency")).upper()
        period = interval(record.get("period") or record.get("interval") or record.get("unit"))
        found.append(pay_of(least, most, currency, period))
    return found


def _is_other(title: str) -> bool:
    """Whether a range is headed as bonus, equity or what is on target."""
    found = WORDS.search(title)
    return found is not None and found.lastgroup == "other"
