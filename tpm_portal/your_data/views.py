"""What is kept for a learner, and taking it out."""

from typing import cast

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from accounts.guards import LearnerRequest, learner_page
from tpm_portal.long_answers import LongAnswer
from tpm_portal.your_data.archive import archive, name_of
from tpm_portal.your_data.counted import counted

FRAME = {"section": "account", "tab": "data"}


@require_safe
@learner_page
def your_data(request: LearnerRequest) -> HttpResponse:
    """What is in the account by room, and the doors out and in."""
    context = {"rooms": counted(request.user), "name": name_of(request.user, timezone.now())}
    return render(request, "tpm_portal/your_data.html", FRAME | context)


@require_safe
@learner_page
def everything(request: LearnerRequest) -> HttpResponse:
    """All of it as one archive, which is made while it is sent."""
    now, user = timezone.now(), request.user
    pieces = archive(user, at=now) if request.method == "GET" else iter(())
    response = LongAnswer(pieces, content_type="application/zip")
    response.headers["Content-Disposition"] = content_disposition_header(True, name_of(user, now)) or "attachment"
    return cast("HttpResponse", response)
