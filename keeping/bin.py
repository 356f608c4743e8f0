"""The bin: what a learner deleted in the last days, in one query however many tables there are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from keeping.declaring import along_in_words, kind
from keeping.models import Deletion


@dataclass(frozen=True)
class Binned:
    """A deletion as the page shows it."""

    deletion: Deletion
    kind: str
    along: str


def shown(deletions: Iterable[Deletion]) -> list[Binned]:
    return [Binned(one, kind(one.subject), along_in_words(one.subject, one.along)) for one in deletions]


@transaction.atomic
def empty_bin(*, now: datetime) -> int:
    """Delete for good what has been in the bin for too long, everybody's. Returns the number of rows."""
    # Locked first: what somebody brings back at this moment stays.
    past = Deletion.objects.past_recall(now=now).order_by("pk").select_for_update()
    keys = list(past.values_list("pk", flat=True))
    number, by_table = Deletion.objects.filter(pk__in=keys).delete()
    return int(number - by_table.get(Deletion._meta.label, 0))
