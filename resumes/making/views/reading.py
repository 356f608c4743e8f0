"""What a machine reads: the file as it is made is read back, and the page shows what came of it, line by line."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from accounts.guards import LearnerRequest, learner_page
from resumes.making.files import FileError, file_of
from resumes.making.loading import compose_resume
from resumes.making.opening import below, with_layers
from resumes.reading.checking import check
from resumes.reading.extracting import read_file
from resumes.reading.files import UnreadableError
from resumes.reading.telling import summary

READ = {"pdf": "PDF", "docx": "Word"}


@sensitive_variables()
@learner_page
def read(request: LearnerRequest, resume: int) -> HttpResponse:
    """The PDF, or with ``?file=docx`` the Word file, as several programs read it."""
    row = with_layers(request, resume)
    composed = compose_resume(row, today=timezone.localdate())
    ending = "docx" if request.GET.get("file") == "docx" else "pdf"
    context = {
        **below(row),
        "ending": ending,
        "files": READ.items(),
    }
    try:
        found = read_file(file_of(composed, row, ending), f"resume.{ending}")
    except (FileError, UnreadableError) as error:
        return render(request, "resumes/read.html", context | {"error": str(error)})
    checked = check(composed.content(), found.readings)
    context |= {
        "said": summary(checked),
        "readers": checked.readers,
        "rows": [
            (finding.fact, finding.is_read(), [(reader, finding.by[reader]) for reader in checked.readers])
            for finding in checked.findings
        ],
        "readings": found.readings,
    }
    return render(request, "resumes/read.html", context)
