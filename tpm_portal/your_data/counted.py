"""What is kept for a learner, in counts: each line leads to the rows behind it, and every table is in some line."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Model, Value
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from keeping.ceilings import learners_tables
from keeping.models import Deletion, Own


@dataclass(frozen=True)
class Line:
    """Rows of the tables ``of``, what one and several of them are called, and the address at which they are seen."""

    of: tuple[str, ...]
    one: str
    several: str
    at: str = ""


@dataclass(frozen=True)
class Counted:
    """A line with its number, as ``3 projects``, and where it leads."""

    words: str
    url: str


ROOMS: tuple[tuple[str, tuple[Line, ...]], ...] = (
    (
        "Roadmap",
        (
            Line(
                ("roadmap.MilestoneProgress",), "milestone you worked on", "milestones you worked on", "roadmap:roadmap"
            ),
            Line(("roadmap.ProofLink",), "link", "links", "roadmap:roadmap"),
        ),
    ),
    (
        "Evidence",
        (
            Line(("evidence.Evidence",), "thing you did", "things you did", "evidence:pieces"),
            Line(("evidence.Project",), "project", "projects", "evidence:projects"),
            Line(("evidence.Position",), "job", "jobs", "evidence:positions"),
            Line(("evidence.SkillStanding",), "rated skill", "rated skills", "evidence:my_skills"),
            Line(
                ("evidence.Education", "evidence.Training", "evidence.HeldCredential", "evidence.RenewalUnits"),
                "line of background",
                "lines of background",
                "evidence:background",
            ),
        ),
    ),
    (
        "Resume",
        (
            Line(("resumes.Resume",), "resume", "resumes", "resumes:resumes"),
            Line(("resumes.Bullet",), "bullet", "bullets", "resumes:bullets"),
            Line(("resumes.Mention",), "other line", "other lines", "resumes:mentions"),
            Line(("resumes.SentCopy",), "copy you sent", "copies you sent", "resumes:sent"),
        ),
    ),
    (
        "Interviews",
        (
            Line(("interviews.Answer",), "answer", "answers", "interviews:bank"),
            Line(
                ("interviews.AskedQuestion",), "question of your own", "questions of your own", "interviews:asked_list"
            ),
            Line(("interviews.RatedAnswer",), "rating of practice", "ratings of practice", "interviews:practice"),
            Line(("interviews.Interview",), "interview date", "interview dates", "interviews:interviews"),
            Line(("interviews.MockInterview",), "mock interview", "mock interviews", "interviews:mocks"),
            Line(("interviews.Story",), "story", "stories", "interviews:stories"),
        ),
    ),
    (
        "Applications",
        (
            Line(("applications.Application",), "application", "applications", "applications:applications"),
            Line(("applications.Person",), "person", "people", "applications:people"),
            Line(("applications.Task",), "task", "tasks", "applications:tasks"),
            Line(("applications.Offer",), "offer", "offers"),
        ),
    ),
    ("Salaries", (Line(("salaries.KeptNumber",), "saved pay number", "saved pay numbers", "salaries:number"),)),
    ("Reports", (Line(("curation.Report",), "thing that you said looks wrong", "things that you said look wrong"),)),
    (
        "History",
        (
            Line(
                ("keeping.Deletion",), "deleted thing you can restore", "deleted things you can restore", "keeping:bin"
            ),
            Line(("keeping.Event",), "change, with what stood there before", "changes, with what stood there before"),
        ),
    ),
)


def counted(user: User) -> list[tuple[str, list[Counted]]]:
    """What there is by room, without what there is none of. The last line is whatever hangs on the others."""
    numbers = _numbers(user)
    rooms = []
    for name, lines in ROOMS:
        here = [(line, sum(numbers.pop(label, 0) for label in line.of)) for line in lines]
        found = [_said(number, line) for line, number in here if number]
        rooms += [(name, found)] if found else []
    if rest := sum(numbers.values()):
        along = Line((), "entry that belongs to these", "entries that belong to these")
        rooms.append(("And", [_said(rest, along)]))
    return rooms


def _said(number: int, line: Line) -> Counted:
    return Counted(f"{number:,} {line.one if number == 1 else line.several}", reverse(line.at) if line.at else "")


def _numbers(user: User) -> dict[str, int]:
    """How many rows of each table are the learner's, in one query. What is in the bin is counted there alone."""
    first, *others = (_of_table(model, user) for model in learners_tables())
    return dict(first.union(*others, all=True))


def _of_table(model: type[Model], user: User) -> Any:
    rows: Any = model._base_manager.filter(user=user).order_by()
    if issubclass(model, Own):
        rows = rows.filter(deletion=None)
    if model is Deletion:
        rows = Deletion.objects.in_bin(user, now=timezone.now()).order_by()
    # A table without any of theirs has no line.
    return (
        rows.annotate(of_table=Value(model._meta.label))
        .values("of_table")
        .annotate(how_many=Count("pk"))
        .values_list("of_table", "how_many")
    )
