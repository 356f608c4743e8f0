"""What a request may send: how many bytes, in which time, and who may send a file. Judged before any of it is read."""

import io
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from curation.file_at_desk import all_files
from curation.loading import MEGABYTES
from resumes.reading.tables import MOST_MEGABYTES

# The key of a request's environment with the status it is refused with. Names of headers begin otherwise.
REFUSED = "tpm_portal.refused"
# And the one that says that it was too large for a visitor, and is not for a learner.
FOR_LEARNERS = "tpm_portal.for_learners"

FORM_BYTES = settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0
FILE_BYTES = MEGABYTES * 1024 * 1024 + FORM_BYTES
# All that somebody has kept, packed: years of daily use, with the resumes that were sent.
ARCHIVE_MEGABYTES = 32
ARCHIVE_BYTES = ARCHIVE_MEGABYTES * 1024 * 1024 + FORM_BYTES
# LinkedIn puts pictures and films beside its tables.
LINKEDIN_MEGABYTES = MOST_MEGABYTES
# The pages that take more than others, in megabytes.
LARGER = {"your_data_bring": ARCHIVE_MEGABYTES, "from_linkedin": LINKEDIN_MEGABYTES}
# The pages to which learners bring a file of their own.
LEARNERS_FILES = (
    *("resumes:bring", "applications:lists", "applications:many"),
    *("from_tracker", "from_anki"),
    *LARGER,
)
# What almost every form of ours stays below: it is taken whatever else comes in.
SMALL_BYTES = 64 * 1024
# How much more than that one process holds of bodies that are still coming in.
LARGE_BYTES_AT_ONCE = 64 * 1024 * 1024
# A body has this long, and longer for what it announces: 25 kB/s are a phone at the edge of its cell.
BASE_SECONDS = 30.0
BYTES_A_SECOND = 25_000


@dataclass(frozen=True)
class Body:
    """What the headers say about a body. ``length`` is -1 if they do not say how long it is."""

    length: int

    @property
    def seconds(self) -> float:
        """How long it may take to arrive."""
        return BASE_SECONDS + self.length / BYTES_A_SECOND


def announced(length: str | None, transfer_encoding: str | None) -> Body:
    """Read the two headers that say how a body ends."""
    if transfer_encoding is not None:
        return Body(-1)
    # The server has refused whatever is no number.
    return Body(int(length) if length else 0)


def most_bytes(path: str) -> int:
    """How many bytes a request to a page may have, at the very most."""
    larger = {reverse(page): megabytes for page, megabytes in LARGER.items()}
    return larger[path] * 1024 * 1024 + FORM_BYTES if path in larger else FILE_BYTES


def most_megabytes(path: str) -> int:
    """How large a file may be that a learner brings to a page; nothing where none is taken."""
    return (most_bytes(path) - FORM_BYTES) // 1024**2 if path in map(reverse, LEARNERS_FILES) else 0


def may_send_file(environ: dict[str, Any]) -> bool:
    """Whether whoever asks may bring a file here: curators to the imports of their tables, learners to theirs."""
    request = WSGIRequest({**environ, "wsgi.input": io.BytesIO(), "CONTENT_LENGTH": ""})
    SessionMiddleware(_nothing).process_request(request)
    AuthenticationMiddleware(_nothing).process_request(request)
    if request.path in map(reverse, LEARNERS_FILES):
        return request.user.is_authenticated
    for file in all_files():
        if request.path == file.address("import"):
            return admin.site.has_permission(request) and file.may_be_taken(request)
    return False


def _nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse()
