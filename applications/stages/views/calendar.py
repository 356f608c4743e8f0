"""The calendar of all applications: a month as a grid, and the same as a list."""

from collections import defaultdict
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.guards import LearnerRequest, open_page
from applications.postings.models import Application
from applications.stages.days import Entry, entries
from applications.stages.months import Month, month_named, month_of
from applications.stages.switching import switch

# A day of the grid shows so many; the list below has the rest.
MOST_IN_A_DAY = 3


@open_page
def calendar(request: LearnerRequest) -> HttpResponse:
    """The month that is asked for, or this one."""
    today = timezone.localdate()
    asked = request.GET.get("month", "")
    month = month_named(asked) or month_of(today)
    found = entries(request.user, first=month.first, last=month.last)
    by_day: dict[date, list[Entry]] = defaultdict(list)
    for entry in found:
        by_day[entry.on].append(entry)
    context = {
        **switch("applications:calendar"),
        "anything": bool(found) or Application.objects.for_user(request.user).exists(),
        "month": month,
        "is_this_month": month == month_of(today),
        "not_understood": bool(asked) and month_named(asked) is None,
        "today": today,
        "weeks": [[_day(day, month, by_day.get(day, [])) for day in week] for week in month.weeks],
        "days": [(day, by_day[day]) for day in sorted(by_day)],
    }
    return render(request, "applications/calendar.html", context)


def _day(day: date, month: Month, found: list[Entry]) -> dict[str, Any]:
    return {
        "day": day,
        "within": month.first <= day <= month.last,
        "entries": found[:MOST_IN_A_DAY],
        "rest": max(len(found) - MOST_IN_A_DAY, 0),
    }
