"""A resume as a reviewer reads it: as it stands today, and without contact details unless the learner shows them."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from resumes.making.loading import compose_resume
from resumes.writing.content import Contact, Content
from resumes.writing.document import Document, TooLongError, lay_out


@dataclass(frozen=True)
class Read:
    """The blocks of a resume; or why there are none but its first lines."""

    document: Document
    error: str = ""


def read(resume: Any, *, at: datetime, shows_contact: bool) -> Read:
    """A resume, from ``Resume.objects.with_layers()``, as it stands ``at`` a moment where its learner lives."""
    today = timezone.localdate(at, timezone=ZoneInfo(resume.user.time_zone))
    content = compose_resume(resume, today=today).content()
    if not shows_contact:
        content = replace(content, contact=without_details(content.contact))
    try:
        return Read(lay_out(content))
    except TooLongError as error:
        return Read(lay_out(Content(contact=content.contact)), str(error))


def without_details(contact: Contact) -> Contact:
    """Name and town: nothing by which somebody could be reached or found."""
    place = replace(contact.place, address="", postal_code="")
    return Contact(name=contact.name, place=place)
