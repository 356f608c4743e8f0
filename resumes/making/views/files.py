"""A resume as a file: made when it is asked for, the same bytes for the same content."""

import re
import unicodedata

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header

from accounts.guards import LearnerRequest, learner_page
from resumes.making.files import FORMATS, FileError, file_of
from resumes.making.loading import compose_resume
from resumes.making.views.resumes import with_layers


@learner_page
def file(request: LearnerRequest, resume: int, ending: str) -> HttpResponse:
    """The file of a resume in one of the formats."""
    if ending not in FORMATS:
        raise Http404
    row = with_layers(request, resume)
    composed = compose_resume(row, today=timezone.localdate())
    try:
        data = file_of(composed, row, ending)
    except FileError as error:
        messages.error(request, str(error))
        return redirect(row)
    return attachment(data, FORMATS[ending].media_type, f"{file_name(composed.recorded.contact.name)}.{ending}")


def attachment(data: bytes, media_type: str, name: str) -> HttpResponse:
    """A file to keep."""
    response = HttpResponse(data, content_type=media_type)
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


def file_name(name: str) -> str:
    """What somebody's resume is called: in plain letters as far as a name has any, which every program takes."""
    plain = unicodedata.normalize("NFKD", name)
    found = re.findall(r"[A-Za-z0-9]+", re.sub(r"[\u0300-\u036f]", "", plain)) or re.findall(r"\w+", name)
    return "-".join([*found, "resume"])
