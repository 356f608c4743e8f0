"""What somebody brought waits in the database between the look and the yes: one document for each, for a day."""

import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from accounts.models import User
from keeping.models import Brought

KEPT_FOR = timedelta(days=1)


@dataclass(frozen=True)
class Waiting:
    name: str
    at: datetime
    digest: str
    document: bytes


def put(user: User, *, name: str, document: bytes, at: datetime) -> Waiting:
    """Have a document wait, in place of the one before."""
    found = Waiting(name.replace("\x00", "")[-200:], at, sha256(document).hexdigest(), document)
    values = {"name": found.name, "packed": zlib.compress(document, 6), "digest": found.digest, "at": at}
    Brought.objects.update_or_create(user=user, defaults=values)
    return found


def find(user: User, *, now: datetime) -> Waiting | None:
    row = Brought.objects.filter(user=user, at__gt=now - KEPT_FOR).first()
    return Waiting(row.name, row.at, row.digest, zlib.decompress(row.packed)) if row else None


def about(user: User, *, now: datetime) -> Brought | None:
    """The same without the document."""
    row: Brought | None = Brought.objects.filter(user=user, at__gt=now - KEPT_FOR).defer("packed").first()
    return row


def forget(user: User) -> None:
    Brought.objects.filter(user=user).delete()


def forget_old(now: datetime) -> int:
    """What nobody said yes to for a day. Gives back how many."""
    number, _ = Brought.objects.filter(at__lte=now - KEPT_FOR).delete()
    return int(number)
