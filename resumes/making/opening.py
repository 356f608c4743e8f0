"""What all pages of one resume begin with: the learner's own, or 404, and where the page stands in the frame."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from accounts.guards import LearnerRequest
from resumes.base.questions import LEARNER, ROW, Question
from resumes.making.models import Resume

TO_PRINT = Question(lambda: Resume.objects.to_print().filter(user=LEARNER, deletion=None, pk=ROW))


def with_layers(request: LearnerRequest, resume: int, **along: Any) -> Any:
    """The learner's resume, ready to be composed, or 404; with annotations ``along`` with it."""
    rows = Resume.objects.with_layers().annotate(**along)
    return _theirs(request, get_object_or_404(rows.for_user(request.user), pk=resume))


def to_print(request: LearnerRequest, resume: int) -> Any:
    """The learner's resume, ready to be composed for a file, or 404."""
    found = TO_PRINT.ask(request.user, resume)
    if not found:
        raise Http404
    return _theirs(request, found[0])


def _theirs(request: LearnerRequest, row: Any) -> Any:
    # It is the learner's, who is known.
    row.user = request.user
    return row


def below(resume: Any) -> dict[str, Any]:
    """The frame of a page below that of a resume."""
    return {
        "section": "resume",
        "tab": "resumes",
        "resume": resume,
        "crumbs": [("Resumes", reverse("resumes:resumes")), (resume.name, resume.get_absolute_url())],
    }
