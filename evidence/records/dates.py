"""The days of a learner's background that are still to come: what runs out, and what will be finished."""

from collections.abc import Collection, Iterator
from datetime import date

from accounts.models import User
from evidence.records.models.background import Education, HeldCredential
from keeping.dated import Dated, Kind, with_changed_at

KINDS = (Kind.EXPIRY, Kind.TARGET)


def dates(users: Collection[User], *, today: date, since: date) -> Iterator[tuple[int, Dated]]:
    """The last day of each credential, and the day each education is expected to end."""
    held = HeldCredential.objects.for_users(users).filter(expires_on__gte=since).select_related("credential")
    for row in with_changed_at(held):
        yield (
            row.user_id,
            Dated.of(
                row,
                Kind.EXPIRY,
                "expiry",
                title=f"Last day of your {row}",
                on=row.expires_on,
            ),
        )
    studies = Education.objects.for_users(users).filter(was_over=False, finished_on__gte=max(since, today))
    for row in with_changed_at(studies):
        yield (
            row.user_id,
            Dated.of(
                row,
                Kind.TARGET,
                "education",
                title=f"Expected to finish: {row}",
                on=row.finished_on,
            ),
        )
