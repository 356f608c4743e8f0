"""The page of one application: what the posting asks, and how the learner stands with each of it."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.days import latest_day
from accounts.guards import LearnerRequest, learner_page
from applications.postings.asked import Asked, asked_of, names_of
from applications.postings.opening import frame, opened
from applications.postings.telling import Told, told
from applications.proof.counting import Tally, summary
from applications.proof.holding import held
from applications.proof.standing import Judge
from applications.reading.shapes import PREFERRED, REQUIRED
from keeping.declaring import going_along
from keeping.history import lines_of


@dataclass(frozen=True)
class Line:
    """A requirement with how it stands; ``below`` is the key of the row that it can be joined with, if there is one."""

    row: Asked
    told: Told
    below: int | None


@dataclass(frozen=True)
class Group:
    name: str
    lines: list[Line]
    tally: Tally


@learner_page
def application(request: LearnerRequest, application: int) -> HttpResponse:
    """Each requirement in the words of the posting, with what proves it or what to do about it; in counts above."""
    row = opened(request, application, asked=asked_of())
    today = timezone.localdate()
    here = held(request.user, today=today, latest=latest_day(timezone.now()), resume=row.resume_id)
    judge, names = Judge(here), names_of(row.asked)
    stands = [(one, one.demand()) for one in row.asked]
    judged = [(one, demand, judge.stand(demand, closes_on=row.closes_on)) for one, demand in stands]
    counted = summary([(demand, standing) for _, demand, standing in judged], names)
    milestones = {one.slug: one for one in here.milestones}
    groups = []
    for name, strength, tally in (
        ("Required", REQUIRED, counted.required),
        ("Preferred", PREFERRED, counted.preferred),
    ):
        rows = [(one, standing) for one, _, standing in judged if one.strength == strength]
        lines = [
            Line(
                one,
                told(standing, names=names, milestones=milestones, resume=row.resume_id),
                below=rows[place][0].pk if place < len(rows) else None,
            )
            for place, (one, standing) in enumerate(rows, start=1)
        ]
        groups.append(Group(name, lines, tally))
    context = {
        **frame(row, "applications:application"),
        "groups": groups,
        "summary": counted.in_words(),
        "unconfirmed": sum(not one.confirmed for one in row.asked),
        "history": lines_of(row),
        "along": going_along(row),
        "overdue": row.closes_on is not None and row.closes_on < today,
    }
    return render(request, "applications/application.html", context)
