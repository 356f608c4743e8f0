"""A resume as a file: made when it is asked for, the same bytes for the same content."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.guards import LearnerRequest, learner_page
from resumes.making.downloads import attachment, file_name
from resumes.making.files import FORMATS, FileError, file_of
from resumes.making.loading import compose_resume
from resumes.making.opening import to_print


@learner_page
def file(request: LearnerRequest, resume: int, ending: str) -> HttpResponse:
    """The file of a resume in one of the formats."""
    if ending not in FORMATS:
        raise Http404
    row = to_print(request, resume)
    composed = compose_resume(row, today=timezone.localdate(), to_print=True)
    try:
        data = file_of(composed, row, ending)
    except FileError as error:
        messages.error(request, str(error))
        return redirect(row)
    return attachment(data, FORMATS[ending].media_type, f"{file_name(composed.recorded.contact.name)}.{ending}")
