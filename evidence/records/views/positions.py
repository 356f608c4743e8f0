"""Where the learner worked: the list, with promotions together, and what they do to a position."""

from django.db.models import Count, Prefetch, Q
from django.http import HttpResponse
from django.shortcuts import render

from accounts.guards import LearnerRequest, open_page
from evidence.records.forms.positions import PositionForm
from evidence.records.models import Position, Project
from evidence.records.promotions import together
from keeping.pages import OwnPages, Words

# As many as anybody has had: all of them stand on one page.
MOST_SHOWN = 200

POSITIONS = OwnPages(
    Position,
    PositionForm,
    Words(
        "Jobs",
        add="Add a job",
        add_lead="One for each title you had: a promotion is a job of its own, and stands with the others there.",
        edit="Edit the job",
    ),
    section="evidence",
    tab="positions",
    listed_at="evidence:positions",
    name="position",
    form_template="evidence/position_form.html",
)


@open_page
def positions(request: LearnerRequest) -> HttpResponse:
    """All positions, those that go on first; promotions at one employer stand together."""
    rows = (
        Position.objects.for_user(request.user)
        .annotate(pieces=Count("evidence", filter=Q(evidence__deletion=None)))
        .prefetch_related(Prefetch("projects", Project.objects.filter(deletion=None), "listed"))
        .running_first()[:MOST_SHOWN]
    )
    context = {
        "section": "evidence",
        "tab": "positions",
        "employers": [(group[0].employer, group) for group in together(rows)],
    }
    return render(request, "evidence/positions.html", context)
