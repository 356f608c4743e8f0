"""The days by which a learner wants to be done with milestones, and the day of an exam."""

import re
from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from accounts.models import User
from keeping.dated import Dated, Kind, with_changed_at
from keeping.models import Event
from roadmap.models import MilestoneProgress, MilestoneVersion, State

KINDS = (Kind.EXAM, Kind.TARGET)
# A milestone that is an exam is done on its day, and no other says so of itself.
EXAM = re.compile(r"\b(pass|take|sit)\b.*\bexam", re.IGNORECASE)


def dates(users: Collection[User], *, today: date, since: date) -> Iterator[tuple[int, Dated]]:
    """The target day of each milestone that is still asked for and neither done nor skipped."""
    rows = MilestoneProgress.objects.filter(
        user__in=users,
        target_on__gte=since,
        state__in=(State.TODO, State.DOING),
        milestone__retired_at=None,
        milestone__step__retired_at=None,
    )
    subject = MilestoneProgress._meta.label_lower
    events = Event.objects.filter(user=OuterRef("user"), subject=subject, token=OuterRef("token")).order_by()
    versions = MilestoneVersion.objects.filter(milestone=OuterRef("milestone")).order_by("-number")
    # No form counts the changes of such a row: its history does.
    changes = Coalesce(Subquery(events.values("token").annotate(number=Count("pk")).values("number")), 0)
    versioned = Coalesce(Subquery(versions.values("number")[:1]), 0)
    found = with_changed_at(rows.annotate(edition=changes + versioned), since="began_at")
    for row in found.select_related("milestone__step").order_by(F("target_on")):
        title = row.milestone.title
        is_exam = EXAM.search(title) is not None
        yield (
            row.user_id,
            Dated.of(
                row,
                Kind.EXAM if is_exam else Kind.TARGET,
                "milestone",
                title=title if is_exam else f"Target date: {title}",
                on=row.target_on,
                url=row.milestone.get_absolute_url(),
            ),
        )
