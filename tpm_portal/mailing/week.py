"""The weekly digest: what a learner did in the week before a Monday, what comes in that week, and one next step."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.dateformat import format as formatted

from accounts.models import MailKind, User
from applications.postings.models import Application, Stage
from applications.stages.models import StageChange
from evidence.models import Evidence
from interviews.models import Interview, MockInterview, ReviewLog, Story
from keeping.dated import Dated, Kind, dated
from roadmap.models import MilestoneProgress, State
from roadmap.overview import Overview
from tpm_portal.mailing.due import DAY, days_in_words
from tpm_portal.mailing.letters import Letter, Line, Part

WEEK = timedelta(days=7)
# More is on the pages.
MOST_COMING = 12


@dataclass(frozen=True)
class Counted:
    """Something that is counted: what one and several are called, where they are, and the rows of a week."""

    one: str
    several: str
    page: str
    rows: QuerySet[Any]
    distinct: str = "pk"

    def line(self, number: int) -> Line:
        return Line(f"{number} {self.one if number == 1 else self.several}", reverse(self.page))


def _counted(monday: date, zone: ZoneInfo) -> dict[str, Counted]:
    """What people do in a week, by the days where the learner is."""
    days = (monday - WEEK, monday - DAY)
    moments = (datetime.combine(monday - WEEK, time(), zone), datetime.combine(monday, time(), zone))
    made: dict[str, Any] = {"deletion": None, "created_at__gte": moments[0], "created_at__lt": moments[1]}
    ended: dict[str, Any] = {"finished_at__gte": moments[0], "finished_at__lt": moments[1]}
    applied: Any = StageChange.objects.filter(deletion=None, stage=Stage.APPLIED, on__range=days)
    return {
        "milestones": Counted(
            *("milestone done", "milestones done", "roadmap:roadmap"),
            MilestoneProgress.objects.filter(state=State.DONE, finished_on__range=days),
        ),
        "pieces": Counted(
            *("piece of evidence added", "pieces of evidence added", "evidence:pieces"), Evidence.objects.filter(**made)
        ),
        "practiced": Counted(
            *("question practiced", "questions practiced", "interviews:trends"),
            ReviewLog.objects.filter(corrected=False, on__range=days),
            "card",
        ),
        "mocks": Counted(
            *("mock interview finished", "mock interviews finished", "interviews:mocks"),
            MockInterview.objects.filter(deletion=None, **ended),
        ),
        "stories": Counted(*("story written", "stories written", "interviews:stories"), Story.objects.filter(**made)),
        "saved": Counted(*("job saved", "jobs saved", "applications:applications"), Application.objects.filter(**made)),
        "applied": Counted(
            *("application sent", "applications sent", "applications:applications"), applied, "application"
        ),
        "interviews": Counted(
            *("interview held", "interviews held", "interviews:interviews"),
            Interview.objects.filter(deletion=None, on__range=days),
        ),
    }


def done_in_week(user: User, *, monday: date, zone: ZoneInfo) -> list[tuple[Counted, int]]:
    """What there was of it in the week before ``monday``, in one query. What there was none of is left out."""
    counted = _counted(monday, zone)
    numbers = {
        name: Coalesce(
            Subquery(
                one.rows.filter(user=OuterRef("pk"))
                .order_by()
                .values("user")
                .annotate(number=Count(one.distinct, distinct=True))
                .values("number"),
                output_field=IntegerField(),
            ),
            0,
        )
        for name, one in counted.items()
    }
    found = User.objects.filter(pk=user.pk).values_list(*numbers.values()).get()
    return [(one, number) for one, number in zip(counted.values(), found, strict=True) if number]


def digest(
    user: User, *, monday: date, zone: ZoneInfo, today: date, dates: Sequence[Dated] | None = None
) -> tuple[Letter, bool]:
    """The letter, and whether there is anything in it: who did nothing and has no date in sight is left alone.

    ``dates`` are all of theirs from today on, if they are known.
    """
    done = done_in_week(user, monday=monday, zone=zone)
    ahead = dated(user, today=today, since=today) if dates is None else dates
    found = [one for one in ahead if today <= one.on < monday + WEEK]
    # Practice is there on most days, and one of them says so.
    practice = next((one for one in found if one.kind == Kind.REVIEW), None)
    coming = [one for one in found if one.kind != Kind.REVIEW or one is practice]
    number = sum(number for _, number in done)
    letter = Letter(
        kind=MailKind.DIGEST,
        subject=f"Your week: {number} thing{'' if number == 1 else 's'} done, {len(coming)} coming up",
        lead=f"Your week from {formatted(monday - WEEK, 'M j')} to {formatted(monday - DAY, 'M j')}, and what is next.",
        parts=(
            Part("Last week", tuple(one.line(number) for one, number in done), "Nothing recorded."),
            Part("This week", tuple(_coming(coming, today, zone)), "Nothing with a date."),
            Part("One next step", tuple(_next(user)), "Your roadmap is done."),
        ),
    )
    return letter, bool(done or coming)


def _coming(coming: list[Dated], today: date, zone: ZoneInfo) -> Iterator[Line]:
    for one in coming[:MOST_COMING]:
        yield line_of(one, today=today, zone=zone)
    if len(coming) > MOST_COMING:
        yield Line(f"{len(coming) - MOST_COMING} more", reverse("home"))


def line_of(one: Dated, *, today: date, zone: ZoneInfo) -> Line:
    """A date with its day, and its time by the clock where the learner is."""
    day = f"{days_in_words((one.on - today).days)}, {formatted(one.on, 'l, M j')}"
    clock = f", {formatted(one.at.astimezone(zone), 'g:i A T')}" if one.at else ""
    return Line(" ".join(one.title.split()), one.url, day + clock)


def _next(user: User) -> Iterator[Line]:
    overview = Overview(user)
    if overview.next and overview.next_row:
        yield Line(overview.next_row.title, overview.next_row.url, ", and ".join(overview.next.reasons))
