"""Freezes a resume as it was sent: the bytes of its files, with their hash, the day, the employer and the purpose."""

import uuid
from collections.abc import Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from accounts.models import User
from keeping import verbs
from resumes.making.composing import Composed
from resumes.making.files import FileError, file_of
from resumes.making.models import Resume, SentCopy, SentFile


def files_of(composed: Composed, resume: Any) -> tuple[dict[str, bytes], str]:
    """The files that are kept of a copy, by format, and why one could not be made: whoever sent Word keeps that.

    Raises ``FileError`` if none could.
    """
    files: dict[str, bytes] = {}
    failed: FileError | None = None
    for ending in SentFile.Format.values:
        try:
            files[ending] = file_of(composed, resume, ending)
        except FileError as error:
            failed = failed or error
    if failed and not files:
        raise failed
    return files, str(failed or "")


@transaction.atomic
def mark_as_sent(
    resume: Resume,
    *,
    user: User,
    token: uuid.UUID,
    employer: str,
    purpose: str,
    on: date,
    files: Mapping[str, bytes],
    at: datetime,
) -> tuple[SentCopy, bool]:
    """Freeze the files. Returns the copy, and whether it is new: the same ``token`` again gives the one it made."""
    rows: Any = SentCopy.objects
    made = rows.filter(user=user, token=token).first()
    if made is not None:
        return made, False
    values = {
        "name": resume.name,
        "employer": employer,
        "purpose": purpose,
        "on": on.isoformat(),
        "resume": str(resume.token),
    }
    copy, event = verbs.add(SentCopy, user=user, token=token, values=values, at=at)
    if event is not None:
        SentFile.objects.bulk_create(
            SentFile(user=user, copy=copy, format=name, data=data, sha256=sha256(data).hexdigest())
            for name, data in files.items()
        )
    return copy, event is not None
