"""When what runs by itself was last done to its end, without anything that failed."""

from datetime import datetime

from accounts.models import LastRun

# As they stand in the database.
DAILY, REMINDERS, BACKUP = "daily, all of it", "send_reminders", "backup"


def note(name: str, *, at: datetime) -> None:
    """It is done, at ``at``."""
    LastRun.objects.update_or_create(name=name, defaults={"at": at})


def last_at(name: str) -> datetime | None:
    """When it was last done, ``None`` if never."""
    return LastRun.objects.filter(name=name).values_list("at", flat=True).first()
