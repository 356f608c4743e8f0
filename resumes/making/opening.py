"""What all pages of one resume begin with: the learner's own, or 404, and where the page stands in the frame."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from accounts.guards import LearnerRequest
from resumes.making.models import Resume


def with_layers(request: LearnerRequest, resume: int, **along: Any) -> Any:
    """The learner's resume, ready to be composed, or 404; with annotations ``along`` with it."""
    return _own(request, Resume.objects.with_layers().annotate(**along), resume)


def to_print(request: LearnerRequest, resume: int) -> Any:
    """The learner's resume, ready to be composed for a file, or 404."""
    return _own(request, Resume.objects.to_print(), resume)


def _own(request: LearnerRequest, rows: Any, resume: int) -> Any:
    row = get_object_or_404(rows.for_user(request.user), pk=resume)
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
