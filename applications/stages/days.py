"""What falls on which day of the calendar: closing dates, interviews, tasks, answers that are wanted, stages."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.urls import reverse

from accounts.models import User
from applications.postings.models import Application
from applications.stages.models import StageChange, Task
from interviews.models import Interview

# Of each kind in one span of days; the table and the lists have them all.
MOST = 200
CLOSES, INTERVIEW, TASK, ANSWER, STAGE = "Closes", "Interview", "Task", "Answer by", "Stage"
KINDS = (INTERVIEW, ANSWER, CLOSES, TASK, STAGE)


@dataclass(frozen=True)
class Entry:
    """Something on a day: its ``kind``, in words what it is, the address where it is, and when if it has a time."""

    on: date
    kind: str
    text: str
    url: str
    at: time | None = None

    @property
    def place(self) -> tuple[date, int, time, str]:
        """Where it stands among the others: by day, what others wait for first, and by the clock."""
        return self.on, KINDS.index(self.kind), self.at or time.max, self.text


def entries(user: User, *, first: date, last: date) -> list[Entry]:
    """Everything from the first day to the last, in order; of each kind the ``MOST`` of the earliest days."""
    return sorted(_all(user, (first, last)), key=lambda one: one.place)


def _all(user: User, days: tuple[date, date]) -> Iterator[Entry]:
    offers: Any = Application._meta.get_field("offers").related_model
    applications: Any = Application.objects
    for row in _within(applications.for_user(user), "closes_on", days):
        yield Entry(row.closes_on, CLOSES, str(row), row.get_absolute_url())
    for row in _within(Interview.objects.for_user(user), "on", days):
        yield Entry(row.on, INTERVIEW, str(row.application or row.company), row.get_absolute_url(), row.at)
    for row in _within(Task.objects.for_user(user).filter(done_on=None), "due_on", days):
        yield Entry(row.due_on, TASK, row.what, row.get_absolute_url())
    for row in _within(offers.objects.for_user(user), "answer_by", days):
        yield Entry(row.answer_by, ANSWER, str(row.application), row.application.get_absolute_url())
    for row in _within(StageChange.objects.for_user(user), "on", days):
        where = reverse("applications:stages", args=[row.application_id])
        yield Entry(row.on, STAGE, f"{row.get_stage_display()}: {row.application}", f"{where}#row-{row.pk}")


def _within(rows: Any, day: str, days: tuple[date, date]) -> Any:
    """The rows of these days with the application that each belongs to."""
    if rows.model is not Application:
        rows = rows.select_related("application")
    return rows.filter(**{f"{day}__range": days}).order_by(day, "pk")[:MOST]
