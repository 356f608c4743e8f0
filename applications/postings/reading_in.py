"""From a posting as it was read to an application's form, its requirements and its duties."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from applications.postings.models import PostingText, Requirement
from applications.postings.models.applications import MOST_DUTIES, QUOTE_LENGTH
from applications.postings.taking_in import MADE_WITH, begin
from applications.postings.vocabulary import load_vocabulary
from applications.proof.liking import kind_of
from applications.reading.reading import read
from applications.reading.sameness import sketch_of
from applications.reading.shapes import Header, Reading, Row
from keeping.many import add_all
from keeping.models import Document

# Of one posting: more than any asks.
MOST_ROWS = 200
ROLES = {
    "technical_project_manager": "Technical project manager",
    "technical_program_manager": "Technical program manager",
    "it_project_manager": "IT project manager",
    "scrum_master": "Scrum master",
    "product_manager": "Product manager",
    "engineering_manager": "Engineering manager",
}


def read_posting(raw: str, *, pasted_on: date) -> Reading:
    """A posting as the reader reads it with what the catalog knows today."""
    return read(raw, vocabulary=load_vocabulary(), pasted_on=pasted_on)


def proposed(header: Header) -> Document:
    """What the header proposes for the form of an application, by field. What could not be read is not there."""
    values: Document = {
        "title": header.title.value[:200] if header.title else "",
        "employer": header.employer.value[:160] if header.employer else "",
        "by_agency": header.employer_is_agency,
        "places": "; ".join(place.value for place in header.places)[:500],
        "remote": header.remote.value,
        "employment_types": [one.value for one in header.employment_types],
        "closes_on": header.closes_on,
        "pay_words": _pay_words(header)[:500],
    }
    if header.pay:
        first = header.pay[0]
        values |= {
            "pay_least": first.least,
            "pay_most": first.most,
            "pay_currency": first.currency,
            "pay_period": first.period,
        }
    return {name: value for name, value in values.items() if value not in ("", None, [])}


def _pay_words(header: Header) -> str:
    """Every range as it is written, or what is said of pay where no figure could be read."""
    written = [pay.quote for pay in header.pay if pay.quote]
    return "; ".join(dict.fromkeys(written)) or header.pay_words


def words_read(header: Header) -> list[tuple[str, str]]:
    """From which words of the posting each field was read: its label and the words, for whoever checks it."""
    found = [
        ("Job title", header.title.quote if header.title else None),
        ("Employer", header.employer.quote if header.employer else None),
        *(("Where", place.quote) for place in header.places),
        ("On site or remote", header.remote.quote),
        *(("Type", one.quote) for one in header.employment_types),
        *(("Pay", pay.quote) for pay in header.pay),
        ("Pay, as it is written", header.pay_words or None),
        ("Closing date", header.closes_on_quote),
    ]
    return [(label, quote) for label, quote in dict.fromkeys(found) if quote]


def duties_in(raw: str, *, pasted_on: date) -> list[Document]:
    """The duties of a posting as it was pasted, each with its kind of task."""
    found = read_posting(raw, pasted_on=pasted_on).duties[:MOST_DUTIES]
    quotes = [duty.passage.quote[:QUOTE_LENGTH] for duty in found]
    return [{"quote": quote, "task": kind_of(quote)} for quote in quotes]


def take_in(application: Any, *, at: datetime, today: date) -> None:
    """Give a new application its first stage, and the requirements that its posting is read to have.

    What the learner put right in an earlier posting is taken over where the same words stand again, and what they
    deleted there as no requirement is left out.
    """
    begin(application, at=at, today=today)
    text = application.texts.first()
    if text:
        reading = read_posting(text.raw, pasted_on=text.pasted_on)
        PostingText.objects.filter(pk=text.pk).update(sketch=list(sketch_of(reading.text)))
        add_requirements(application, reading.rows, at=at)


def add_requirements(application: Any, rows: Sequence[Row], *, at: datetime) -> None:
    """Keep the rows of a posting as requirements, each as the learner put the same words right before."""
    user = application.user
    documents = [document_of(row, place) for place, row in enumerate(rows[:MOST_ROWS], start=1)]
    quotes = [one["quote"] for one in documents]
    earlier: Any = Requirement.objects.filter(user=user, quote__in=quotes).exclude(application=application)
    right = {
        one.quote: one.document() for one in earlier.filter(deletion=None, corrected=True).order_by("pk").with_named()
    }
    # By itself, not along with its application.
    subject = Requirement._meta.label_lower
    binned = earlier.filter(deletion__subject=subject, deletion__restored_at=None, corrected=False)
    dropped = set(binned.values_list("quote", flat=True))
    kept: dict[uuid.UUID, Document] = {}
    for document in documents:
        if document["quote"] in dropped and document["quote"] not in right:
            continue
        if corrected := right.get(document["quote"]):
            same = ("place", "application", "confirmed", "corrected", "said")
            document |= {name: value for name, value in corrected.items() if name not in same}
        kept[uuid.uuid5(MADE_WITH, f"{application.token} {document['place']}")] = document
    add_all(Requirement, user=user, said=kept, at=at, under={"application": application})


def document_of(row: Row, place: int) -> Document:
    """A row as it was read, as the document of a requirement."""
    return {
        "place": place * 10,
        "quote": row.passage.quote[:QUOTE_LENGTH],
        "strength": row.strength,
        "kind": row.kind,
        "any_of": row.any_of,
        "unlisted": [name[:120] for name in row.unlisted],
        "level": row.level,
        "languages": list(row.languages),
        "months": row.months,
        "within_previous": row.within_previous,
        "percent": row.percent,
        "alternatives": [
            {
                "quote": other.quote[:QUOTE_LENGTH],
                "kind": other.kind,
                "months": other.months,
                "level": other.level,
                "credentials": list(other.credentials),
                "within_months": other.within_months,
            }
            for other in row.alternatives
        ],
        "confirmed": False,
        "corrected": False,
        "said": "",
        "skills": list(row.skills),
        "credentials": list(row.credentials),
    }
