"""What readers say looks wrong: taken in once, answered or closed by a curator, and told once to whoever asked."""

import uuid
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q, QuerySet
from django.template.loader import render_to_string

from curation.models import Report, ReportState
from curation.public_pages import Place

SAID = ("page", "table", "slug", "what", "instead", "email")


class ElsewhereError(Exception):
    """Somebody else has dealt with the report meanwhile, and otherwise."""


@transaction.atomic
def known(*, token: uuid.UUID, place: Place, what: str, instead: str, email: str) -> Report | None:
    """The report that such a form has made already, with its words; nothing if there is none yet.

    The same form with other words is an edit (rule R4) as long as nobody has dealt with it; after that it is another
    report. The same words in a second form are the same report.
    """
    said = _said(place, what=what, instead=instead, email=email)
    before = Report.objects.select_for_update(of=("self",)).order_by().filter(token=token).first()
    if before and {name: getattr(before, name) for name in SAID} == said:
        return before
    if before is None or before.state != ReportState.OPEN:
        return Report.objects.filter(state=ReportState.OPEN, **said).first()
    for name, value in said.items():
        setattr(before, name, value)
    before.title = _title(place)
    before.save(update_fields=[*SAID, "title"])
    return before


def take_in(
    *, token: uuid.UUID, place: Place, what: str, instead: str = "", email: str = "", user: Any = None, at: datetime
) -> Report:
    """Keep a new report, once for each token."""
    values = {**_said(place, what=what, instead=instead, email=email), "title": _title(place), "user": user, "at": at}
    report, made = Report.objects.get_or_create(token=token, defaults=values)
    if not made and report.state != ReportState.OPEN:
        # The form of a report that was closed meanwhile says something else now.
        return Report.objects.create(token=uuid.uuid4(), **values)
    return report


def _said(place: Place, *, what: str, instead: str, email: str) -> dict[str, str]:
    subject = place.subject
    words = {"what": what, "instead": instead, "email": email}
    return {"page": place.path, "table": subject.table, "slug": subject.slug, **words}


def _title(place: Place) -> str:
    return place.subject.title[:300]


@transaction.atomic
def answer(report: Report, *, text: str, by: Any, at: datetime) -> bool:
    """Answer a report and close it; whoever left an address is told once of each answer. Whether it changed anything.

    Raises ``ElsewhereError`` if it was closed meanwhile in another way.
    """
    row = _locked(report)
    if row.state != ReportState.OPEN:
        return _as_it_is(row, row.state == ReportState.ANSWERED and row.answer == text)
    if row.email and settings.MAIL_CONFIGURED and (row.told_at is None or row.answer != text):
        _tell(row, text)
        row.told_at = at
    row.answer, row.state, row.closed_by, row.closed_at = text, ReportState.ANSWERED, by, at
    row.save(update_fields=["answer", "state", "closed_by", "closed_at", "told_at"])
    return True


@transaction.atomic
def close(report: Report, *, by: Any, at: datetime) -> bool:
    """Close a report without an answer. Whether that changed anything; raises as ``answer`` does."""
    row = _locked(report)
    if row.state != ReportState.OPEN:
        return _as_it_is(row, row.state == ReportState.CLOSED)
    row.state, row.closed_by, row.closed_at = ReportState.CLOSED, by, at
    row.save(update_fields=["state", "closed_by", "closed_at"])
    return True


@transaction.atomic
def reopen(report: Report) -> bool:
    """Have a report wait again; its answer stays to be changed. Whether that changed anything."""
    row = _locked(report)
    if row.state == ReportState.OPEN:
        return False
    row.state, row.closed_by, row.closed_at = ReportState.OPEN, None, None
    row.save(update_fields=["state", "closed_by", "closed_at"])
    return True


def open_about(row: Any) -> QuerySet[Report]:
    """The reports that wait and are about a row, or about a fact on its page."""
    about = Q(table=row._meta.label_lower, slug=getattr(row, "slug", ""))
    path = row.get_absolute_url().partition("?")[0] if hasattr(row, "get_absolute_url") else ""
    # The part of a page that belongs to a row is told by its table.
    if path and "#" not in row.get_absolute_url():
        about |= Q(page=path)
    return Report.objects.filter(about, state=ReportState.OPEN)


def _locked(report: Report) -> Report:
    # The order of the list is by what cannot be locked with it.
    return Report.objects.select_for_update(of=("self",)).order_by().get(pk=report.pk)


def _as_it_is(row: Report, so: bool) -> bool:
    if so:
        return False
    raise ElsewhereError(str(row.get_state_display()).lower())


def _tell(report: Report, text: str) -> None:
    context = {"report": report, "answer": text, "site": settings.SITE_URL}
    subject = " ".join(render_to_string("curation/mail/report_answered_subject.txt", context).split())
    body = render_to_string("curation/mail/report_answered_message.txt", context)
    send_mail(f"{settings.ACCOUNT_EMAIL_SUBJECT_PREFIX}{subject}", body, None, [report.email])
