"""What a page says of its job as schema.org's JobPosting in JSON-LD. Pure.

Nobody writes it the same way: every field may be a text, a record, a list or a reference, and one bad block is no
reason to lose the others.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from applications.reading.countries import country_of
from applications.reading.markup import Page, decoded
from applications.reading.places import places_in
from applications.reading.shapes import Found, Header, Pay
from applications.reading.stated import as_list, day_of, interval, pay_of, pays_in_words, types_of, words

Node = Mapping[str, Any]
# A comma before a bracket, and the comment or CDATA signs that old pages put around a script.
LAST_COMMA = re.compile(r",(?=\s*[}\]])")
WRAPPING = re.compile(
    r"\A\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*\Z", re.DOTALL
)
ADDRESS = ("addressLocality", "addressRegion", "addressCountry")
MOST_NODES = 5000


def read_job_posting(page: Page) -> Header:
    """The header of the one job that a page is about; an empty one where it is about none or several."""
    nodes: list[Node] = []
    for kind, script in page.scripts:
        if kind.partition(";")[0].strip().lower() == "application/ld+json":
            nodes.extend(_nodes(_document(script)))
    return header_of(nodes, page)


def header_of(nodes: list[Node], page: Page | None = None) -> Header:
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    jobs = [node for node in nodes if _is_job(node)]
    if len(jobs) > 1 and page:
        jobs = [job for job in jobs if words(job.get("title")) in page.heads]
    if len(jobs) != 1:
        return Header()
    job = _resolved(jobs[0], by_id)
    title, employer = words(job.get("title")), words(job.get("hiringOrganization"))
    places = _places(job, by_id)
    country = country_of(", ".join([*places, *_countries(job, by_id)]))
    pay, pay_words = _pay(job, country)
    is_remote = "TELECOMMUTE" in words(job.get("jobLocationType")).upper()
    return Header(
        title=Found(title) if title else None,
        employer=Found(employer) if employer and not re.match(r"https?://|confidential", employer, re.I) else None,
        places=tuple(map(Found, places)),
        remote=Found("yes") if is_remote else Found("unknown"),
        employment_types=types_of([words(item) for item in as_list(job.get("employmentType"))]),
        pay=pay,
        pay_words=pay_words,
        closes_on=day_of(job.get("validThrough")),
    )


def nodes_in(document: object) -> list[Node]:
    """Every record of a document, those inside others too."""
    return list(_nodes(document))


def _document(script: str) -> object:
    """What one block says; nothing where it cannot be read."""
    text = WRAPPING.sub("", script)
    for attempt in (text, LAST_COMMA.sub("", text), decoded(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(document: object) -> Iterator[Node]:
    todo, seen = [document], 0
    while todo and seen < MOST_NODES:
        node = todo.pop()
        seen += 1
        if isinstance(node, dict):
            yield node
        if isinstance(node, dict | list):
            todo.extend(reversed(list(node.values()) if isinstance(node, dict) else node))


def _is_job(node: Node) -> bool:
    kinds = [kind.rpartition("/")[2].rpartition(":")[2] for kind in as_list(node.get("@type")) if isinstance(kind, str)]
    return "JobPosting" in kinds


def _resolved(node: Node, by_id: Mapping[str, Node]) -> dict[str, Any]:
    return {key: _followed(value, by_id) for key, value in node.items()}


def _followed(value: object, by_id: Mapping[str, Node]) -> object:
    """A reference as what it refers to."""
    if isinstance(value, list):
        return [_followed(item, by_id) for item in value]
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and not value.get("name"):
        return by_id.get(value["@id"], value)
    return value


def _places(job: Node, by_id: Mapping[str, Node]) -> list[str]:
    found: list[str] = []
    for item in as_list(job.get("jobLocation")) or as_list(job.get("applicantLocationRequirements")):
        found.extend(_place(item, by_id))
    return list(dict.fromkeys(found))


def _place(item: object, by_id: Mapping[str, Node]) -> list[str]:
    if isinstance(item, str):
        return list(places_in(words(item), is_labeled=True).names)
    if not isinstance(item, dict):
        return []
    address = _followed(item.get("address"), by_id)
    if isinstance(address, list):
        address = address[0] if address else None
    if isinstance(address, str):
        return list(places_in(words(address), is_labeled=True).names)
    record = address if isinstance(address, dict) else item
    parts = [words(record.get(name)) for name in ADDRESS]
    # "Austin, TX" in one field says it all; else the narrowest that is said.
    name = next(filter(None, parts), "") or (words(item) if not isinstance(address, dict) else "")
    return [name] if name and not re.match(r"(?:remote|anywhere)\b", name, re.I) else []


def _countries(job: Node, by_id: Mapping[str, Node]) -> Iterator[str]:
    for item in as_list(job.get("jobLocation")):
        address = _followed(item.get("address"), by_id) if isinstance(item, dict) else None
        if isinstance(address, dict):
            region, country = words(address.get("addressRegion")), words(address.get("addressCountry"))
            yield {"US": "USA", "GB": "UK", "IN": "India", "CA": "Canada", "AU": "Australia"}.get(country, country)
            yield f"Xx, {region}"


def _pay(job: Node, country: str) -> tuple[tuple[Pay, ...], str]:
    """Every range of ``baseSalary``, and its words where none could be read."""
    ranges: dict[Pay, None] = {}
    unread = ""
    for item in as_list(job.get("baseSalary")):
        found, said = _salary(item, words(job.get("salaryCurrency")).upper(), country)
        ranges.update(dict.fromkeys(found))
        unread = unread or said
    return tuple(ranges), "" if ranges else unread


def _salary(item: object, currency: str, country: str) -> tuple[tuple[Pay, ...], str]:
    if isinstance(item, str):
        return pays_in_words(words(item), country)
    record = item if isinstance(item, dict) else {"value": item}
    currency = words(record.get("currency") or record.get("currencyCode")).upper() or currency
    value = record.get("value")
    found: list[Pay] = []
    for inner in as_list(value) or [{}]:
        amounts = inner if isinstance(inner, dict) else {"value": inner}
        period = interval(amounts.get("unitText") or record.get("unitText") or record.get("duration"))
        single = amounts.get("value")
        least = amounts.get("minValue", record.get("minValue"))
        most = amounts.get("maxValue", record.get("maxValue"))
        if least is None and most is None:
            if isinstance(single, str) and not re.fullmatch(r"[\d.,\s]+", single):
                words_read = pays_in_words(f"{single} {currency} {period and 'per ' + period}", country)
                if not words_read[0]:
                    return words_read[0], words(single)
                found.extend(words_read[0])
                continue
            least = most = single
        if pay := pay_of(least, most, currency, period):
            found.append(pay)
    return tuple(found), ""
