"""The stages of one application: what happened when, and the next one."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.guards import LearnerRequest, learner_page
from applications.postings.models import ENDINGS, Stage
from applications.postings.opening import asked_application, frame, opened
from applications.stages.acquaintances import people_of
from applications.stages.models import StageChange
from applications.stages.moving import begin_no_later
from applications.stages.stage_forms import USUALLY_NEXT, StageForm
from applications.stages.timeline import Change, Stay, days_in_words, stays
from keeping.pages import OwnPages, Words

STAGES = OwnPages(
    StageChange,
    StageForm,
    Words(
        "Stages",
        add="Record a stage",
        add_lead="Also one of weeks ago: the history puts itself in order.",
        keep="Record it",
        edit="Put the stage right",
    ),
    section="applications",
    tab="applications",
    listed_at="applications:applications",
    name="stage",
    load=lambda rows: rows.select_related("application"),
    begin=asked_application,
    kept=lambda row: begin_no_later(row, at=timezone.now()),
    above=(("Applications", "applications:applications"),),
    under="application",
)
# As many as anybody records of one application; what is older stays recorded.
MOST_SHOWN = 200


@learner_page
def stages(request: LearnerRequest, application: int) -> HttpResponse:
    """The timeline, the newest first, with a form for the next stage."""
    row = opened(request, application)
    today = timezone.localdate()
    changes: Any = StageChange.objects.for_user(request.user).filter(application=row).order_by("-on", "-pk")
    by_number = {one.pk: one for one in changes[:MOST_SHOWN]}
    lasted = stays((Change(one.stage, one.on, one.pk) for one in by_number.values()), today=today)
    begin = {"application": row.pk, "stage": USUALLY_NEXT.get(row.stage or Stage.SAVED, "")}
    context = {
        **frame(row, "applications:stages"),
        **people_of(row),
        "rows": [(by_number[stay.change.number], _lasted(stay)) for stay in lasted],
        "form": StageForm(None, row=None, user=request.user, today=today, initial=begin),
    }
    return render(request, "applications/stages.html", context)


def _lasted(stay: Stay) -> str:
    """How long it was there, in words. An ending lasts until it is over again."""
    if stay.is_current:
        return "" if stay.change.stage in ENDINGS else f"for {days_in_words(stay.days)} now"
    return days_in_words(stay.days)
