"""What stands beside Today: what the learner is after, and what they have recorded, as pictures."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from accounts.models import User
from applications.stages.following_up import asked_for_due
from curation.nested import nested
from curation.prepared import Fixed, prepared
from evidence.catalog.eligibility import EDUCATION
from evidence.ledger.in_words import CredentialInBrief, credentials_in_brief
from evidence.models import Education, Evidence, Project
from interviews.practice.fortnight import Fortnight
from interviews.practice.showing import asked_for_fortnight, fortnight_of
from interviews.stories.grid import Grid
from interviews.stories.showing import asked_for_grid, grid_of
from keeping.segments import Bar, Part, bar
from resumes.review.points import asked_on_today
from roadmap.aiming import NOT_LED, first_aim
from roadmap.models import Aim
from roadmap.progress import StepProgress
from roadmap.rows import Station


@dataclass(frozen=True, slots=True)
class AimedAt:
    """What the learner is after, and their three answers."""

    interview_ahead: bool
    education: str
    led: str
    role: str
    credential: str


@dataclass(frozen=True, slots=True)
class LastPiece:
    """The evidence recorded last."""

    pk: int
    happened: str
    on: date

    @property
    def url(self) -> str:
        return reverse("evidence:piece", args=[self.pk])


@dataclass(frozen=True)
class Move:
    """One thing to record first: what the link says, where it leads, and why."""

    name: str
    url: str
    why: str


@dataclass(frozen=True)
class Beside:
    """``aim`` is ``None`` for who has not said yet. Pictures without anything in them are left out."""

    aim: AimedAt | None
    why: str
    credential: CredentialInBrief | None
    moves: tuple[Move, ...]
    # Whether what was answered is not recorded yet: then the ledger has nothing to say of it.
    waits: bool
    roadmap: Bar
    grid: Grid | None
    fortnight: Fortnight | None
    last: LastPiece | None


def load_learner(user: User, *, today: date) -> Any:
    """The learner with all that several rooms ask of them for Today, in one query."""
    return _asked_of(user, Fixed(today))[0]


@prepared
def _asked_of(user: User, fixed: Fixed) -> Any:
    today = fixed.day
    aims = Aim.objects.filter(user=OuterRef("pk"), deletion=None)
    educations = Education.objects.filter(user=OuterRef("pk"), deletion=None).order_by("pk")
    pieces = Evidence.objects.filter(user=OuterRef("pk"), deletion=None).order_by("-pk")[:1]
    recorded = {
        "aims": nested(
            aims, AimedAt, role=Coalesce("role__title", Value("")), credential=Coalesce("credential__slug", Value(""))
        ),
        "last_piece": nested(pieces, LastPiece),
        "educations": ArraySubquery(educations.values("level")),
        "has_projects": Exists(Project.objects.filter(user=OuterRef("pk"), deletion=None)),
    }
    asked = (asked_for_due(today=today), asked_on_today(), asked_for_grid(), asked_for_fortnight(today=today))
    found: Any = User.objects.filter(pk=user.pk)
    for annotations in (*asked, recorded):
        found = found.annotate(**annotations)
    return found


def beside(learner: Any, stations: Iterable[Station], *, has_interview: bool, today: date, latest: date) -> Beside:
    """What stands beside Today for a learner of ``load_learner``; up to three queries more for the credential."""
    aim: AimedAt | None = next(iter(learner.aims), None)
    briefs = (
        credentials_in_brief(learner, [aim.credential], as_of=today, latest=latest) if aim and aim.credential else []
    )
    grid, practice = grid_of(learner), fortnight_of(learner, today=today)
    return Beside(
        aim=aim,
        why=_why(aim),
        credential=next(iter(briefs), None),
        moves=tuple(_moves(learner, aim, has_interview=has_interview)),
        waits=aim is not None
        and (aim.education != "none" or aim.led != NOT_LED)
        and not (learner.educations or learner.has_projects),
        roadmap=bar([_step(station.title, station.figures) for station in stations]),
        grid=grid if grid.covered else None,
        fortnight=practice if practice.total else None,
        last=next(iter(learner.last_piece), None),
    )


def _why(aim: AimedAt | None) -> str:
    """Why a credential was suggested, as long as it is the one that was."""
    first = first_aim(aim.education, aim.led) if aim else None
    return first.reason if first and aim and aim.credential == first.credential else ""


def _moves(learner: Any, aim: AimedAt | None, *, has_interview: bool) -> Iterable[Move]:
    """What the answers lead to, as long as it is not recorded."""
    if aim is None:
        return
    if aim.interview_ahead and not has_interview:
        yield Move(
            "Add your interview", reverse("interviews:add_interview"), "With its day and round you get a practice plan."
        )
    if aim.education != "none" and not learner.educations:
        address = reverse("evidence:add_background", args=["education"])
        yield Move("Add your education", address, "It decides how much experience a credential asks for.")
    if aim.led != NOT_LED and not learner.has_projects:
        yield Move(
            "Add the projects you led", reverse("evidence:add_project"), "Each month counts toward a credential, once."
        )


def _step(title: str, figures: StepProgress) -> Part:
    share = Decimal(figures.done) / figures.total if figures.total else Decimal(0)
    state = "met" if share == 1 else "missing"
    return Part(words=f"{title}: {figures.count}", share=share, state=state)


def answers_begun(learner: Any, *, has_interview: bool) -> dict[str, Any]:
    """What the three questions begin with for a learner of ``load_learner``: what they have recorded already."""
    begun: dict[str, Any] = {"interview_ahead": True} if has_interview else {}
    if learner.educations:
        begun["education"] = max(learner.educations, key=EDUCATION.index)
    return begun
