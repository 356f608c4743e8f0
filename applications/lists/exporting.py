"""What goes out: every application as one line, and every stage with its day as a proof of what was done."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Min, Prefetch, Q
from django.utils import timezone

from accounts.models import User
from applications.lists.columns import APPLICATIONS, HISTORY
from applications.postings.models import Application, Stage
from applications.postings.models.applications import REMOTE_IN_WORDS, TYPES_IN_WORDS
from applications.stages.models import StageChange
from resumes.models import SentCopy

Table = tuple[tuple[str, ...], list[tuple[str, ...]]]


def applications_table(user: User) -> Table:
    """All applications that are not in the bin, the newest first, with all that is said of each."""
    rows: Any = Application.objects.for_user(user).with_stage()
    here = Q(stages__deletion=None)
    rows = rows.annotate(
        saved_on=Min("stages__on", filter=here & Q(stages__stage=Stage.SAVED)),
        applied_on=Min("stages__on", filter=here & Q(stages__stage=Stage.APPLIED)),
    )
    copies = Prefetch("sent_copies", SentCopy.objects.filter(deletion=None), "copies")
    rows = rows.select_related("resume").prefetch_related(copies).order_by("-created_at", "-pk")
    return APPLICATIONS, [_line(row) for row in rows]


def _line(row: Any) -> tuple[str, ...]:
    resume = row.resume if row.resume and not row.resume.in_bin else None
    return (
        *(row.title, row.employer, "yes" if row.by_agency else ""),
        *(row.stage_name, _day(row.stage_on), _day(row.saved_on), _day(row.applied_on), row.places),
        "" if row.remote == "unknown" else REMOTE_IN_WORDS[row.remote],
        ", ".join(TYPES_IN_WORDS.get(one, one) for one in row.employment_types),
        *(row.pay_words, _figure(row.pay_least), _figure(row.pay_most), row.pay_currency, row.pay_period),
        *(_day(row.closes_on), row.url, row.source, row.note),
        *(str(resume or ""), "; ".join(map(str, row.copies)), row.letter),
    )


def changes_of(user: User, *, since: date | None, until: date | None, stage: str) -> Any:
    """The changes of stage of a learner's applications in a period, both days with it, in the order they happened.

    ``stage`` is the one that is asked for, or nothing for all of them.
    """
    rows: Any = StageChange.objects.for_user(user).order_by("on", "pk")
    if since:
        rows = rows.filter(on__gte=since)
    if until:
        rows = rows.filter(on__lte=until)
    if stage:
        rows = rows.filter(stage=stage)
    return rows.select_related("application")


def history_table(changes: Iterable[Any]) -> Table:
    """Changes of stage as lines: what happened on which day, and when that was recorded."""
    return HISTORY, [
        (
            *(_day(one.on), one.get_stage_display(), one.application.title, one.application.employer),
            *(one.application.url, one.note, _moment(one.created_at), "yes" if one.edition > 1 else ""),
        )
        for one in changes
    ]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _moment(at: datetime) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M %z}"


def _figure(value: Any) -> str:
    return "" if value is None else f"{value:f}"
