"""A learner's interviews as they stand in a calendar."""

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from accounts.models import User
from interviews.dates.days import LASTS
from interviews.dates.models import Interview
from keeping.dated import Dated, Kind, with_changed_at

KINDS = (Kind.INTERVIEW,)


def dates(users: Collection[User], *, today: date, since: date) -> Iterator[tuple[int, Dated]]:
    """Each with its moment, by the clock of the learner's time zone, if it has an hour."""
    rows = Interview.objects.for_users(users).filter(on__gte=since).select_related("round_type")
    zones = {user.pk: ZoneInfo(user.time_zone) for user in users}
    for row in with_changed_at(rows):
        at = datetime.combine(row.on, row.at, tzinfo=zones[row.user_id]).astimezone(UTC) if row.at else None
        yield (
            row.user_id,
            Dated.of(
                row,
                Kind.INTERVIEW,
                "interview",
                title=f"Interview: {row.company} ({row.round_type})",
                on=row.on,
                at=at,
                ends=at + LASTS if at else None,
                where=row.place,
                note=row.note,
            ),
        )
