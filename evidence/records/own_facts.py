"""What of projects, evidence, education, training and credentials rules can count."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, Model, OuterRef, Q
from django.db.models.functions import Left

from curation.addresses import address
from curation.nested import nested
from evidence.records.facts import MOST_ROWS, Ask, Fact, Ground
from evidence.records.models import (
    Education,
    Evidence,
    EvidenceLink,
    EvidenceSkill,
    HeldCredential,
    Part,
    Position,
    PositionKind,
    Project,
    ProjectKind,
    RenewalUnits,
    SkillStanding,
    Training,
)
from evidence.records.models.background import EducationLevel, TrainingKind
from evidence.records.models.work import HEADLINE, headline_of


@dataclass(frozen=True, slots=True)
class ProjectRow:
    pk: int
    title: str
    kind: str
    part: str
    starts_on: date
    ends_on: date | None
    budget: str
    purpose: str
    confirmer_name: str
    confirmer_contact: str
    shown: bool

    def ground(self) -> Ground:
        return Ground(self.title, address("evidence:project", self.pk), self.ends_on)

    def over(self, day: date) -> bool:
        return self.ends_on is not None and self.ends_on <= day

    def led_and_over(self, day: date) -> bool:
        return self.part == Part.LED and self.over(day)


@dataclass(frozen=True, slots=True)
class PieceRow:
    pk: int
    happened: str
    on: date
    skills: list[str]

    def ground(self) -> Ground:
        return Ground(headline_of(self.happened), address("evidence:piece", self.pk), self.on)


@dataclass(frozen=True, slots=True)
class PositionRow:
    pk: int
    employer: str
    title: str
    kind: str

    def ground(self) -> Ground:
        name = ", ".join(filter(None, (self.title, self.employer))) or "A job"
        return Ground(name, address("evidence:edit_position", self.pk))


def _background(kind: str, row: int) -> str:
    return address("evidence:edit_background", kind, row)


@dataclass(frozen=True, slots=True)
class EducationRow:
    pk: int
    level: str
    title: str
    institution: str
    finished_on: date

    def ground(self) -> Ground:
        name = ", ".join(filter(None, (self.title, self.institution)))
        level = str(EducationLevel(self.level).label)
        return Ground(name or level, _background("education", self.pk), self.finished_on)


@dataclass(frozen=True, slots=True)
class TrainingRow:
    pk: int
    title: str
    kind: str
    hours: Decimal
    finished_on: date

    def ground(self) -> Ground:
        return Ground(self.title, _background("training", self.pk), self.finished_on)


@dataclass(frozen=True, slots=True)
class HeldRow:
    pk: int
    credential: str
    name: str
    earned_on: date

    def ground(self) -> Ground:
        return Ground(self.name, _background("credential", self.pk), self.earned_on)


@dataclass(frozen=True, slots=True)
class UnitsRow:
    pk: int
    what: str
    earned_on: date

    def ground(self) -> Ground:
        return Ground(self.what, _background("units", self.pk), self.earned_on)


@dataclass(frozen=True, slots=True)
class RatedRow:
    slug: str
    name: str

    def ground(self) -> Ground:
        return Ground(self.name, address("evidence:skill", self.slug))


def own_rows(model: type[Model], *order: str, where: Q | None = None, most: int | None = MOST_ROWS) -> Any:
    """The newest of the rows of the user in the query around it, or all (``None``). What is in the bin says nothing."""
    rows = model._default_manager.filter(where or Q(), user=OuterRef("pk"), deletion=None)
    return rows.order_by(*order, "-pk")[:most]


def _projects() -> Any:
    documented = Evidence.objects.filter(
        Exists(EvidenceLink.objects.filter(evidence=OuterRef("pk"))), project=OuterRef("pk"), deletion=None
    )
    return nested(own_rows(Project, "-starts_on"), ProjectRow, shown=Exists(documented))


def _pieces() -> Any:
    skills = EvidenceSkill.objects.filter(evidence=OuterRef("pk")).values("skill__slug")
    return nested(
        own_rows(Evidence, "-on"), PieceRow, happened=Left("happened", 4 * HEADLINE), skills=ArraySubquery(skills)
    )


def _rated() -> Any:
    rows = own_rows(SkillStanding, where=Q(now__isnull=False))
    return nested(rows, RatedRow, slug="skill__slug", name="skill__name")


SOURCES = {
    "projects": _projects,
    "pieces": _pieces,
    "positions": lambda: nested(own_rows(Position, "-starts"), PositionRow),
    "education": lambda: nested(own_rows(Education, "-finished_on"), EducationRow),
    "training": lambda: nested(own_rows(Training, "-finished_on"), TrainingRow),
    "held": lambda: nested(
        own_rows(HeldCredential, "-earned_on"), HeldRow, credential="credential__slug", name="credential__name"
    ),
    "units": lambda: nested(own_rows(RenewalUnits, "-earned_on", where=Q(holding__deletion=None)), UnitsRow),
    "rated": _rated,
}
DEGREES = (EducationLevel.BACHELOR, EducationLevel.MASTER)


def _confirmers(rows: Any, ask: Ask) -> int:
    return len({row.confirmer_name.casefold() for row in rows})


FACTS = {
    "background": Fact("education", "{} entry of your education", "{} entries of your education"),
    "degrees": Fact(
        "education",
        "{} finished degree",
        "{} finished degrees",
        lambda row, ask: row.level in DEGREES and row.finished_on <= ask.day,
    ),
    "masters": Fact(
        "education",
        "{} finished master's degree",
        "{} finished master's degrees",
        lambda row, ask: row.level == EducationLevel.MASTER and row.finished_on <= ask.day,
    ),
    "pm-hours": Fact(
        "training",
        "{} hour of project management training",
        "{} hours of project management training",
        lambda row, ask: row.kind == TrainingKind.PM_EDUCATION and row.finished_on <= ask.day,
        lambda rows, ask: int(sum(row.hours for row in rows)),
    ),
    "credentials": Fact(
        "held",
        "{} credential you hold",
        "{} credentials you hold",
        lambda row, ask: row.credential in ask.which and row.earned_on <= ask.day,
        which="credentials",
    ),
    "renewal-units": Fact("units", "{} entry of renewal units", "{} entries of renewal units"),
    "jobs": Fact("positions", "{} job", "{} jobs"),
    "contracts": Fact(
        "positions",
        "{} contract or internship",
        "{} contracts or internships",
        lambda row, ask: row.kind in (PositionKind.CONTRACT, PositionKind.INTERNSHIP),
    ),
    "contract-projects": Fact(
        "projects",
        "{} contract project that is over",
        "{} contract projects that are over",
        lambda row, ask: row.kind == ProjectKind.CONTRACT and row.over(ask.day),
    ),
    "projects": Fact("projects", "{} project with its dates", "{} projects with their dates"),
    "projects-to-confirm": Fact(
        "projects",
        "{} project you led that somebody can confirm",
        "{} projects you led that somebody can confirm",
        lambda row, ask: row.part == Part.LED and bool(row.confirmer_name),
    ),
    "led-at-work": Fact(
        "projects",
        "{} project you led at work to its end",
        "{} projects you led at work to their end",
        lambda row, ask: row.kind == ProjectKind.JOB and row.led_and_over(ask.day),
    ),
    "own-chartered": Fact(
        "projects",
        "{} project of your own with its purpose written down",
        "{} projects of your own with their purpose written down",
        lambda row, ask: row.kind == ProjectKind.OWN and bool(row.purpose),
    ),
    "own-finished": Fact(
        "projects",
        "{} project of your own that you finished",
        "{} projects of your own that you finished",
        lambda row, ask: row.kind == ProjectKind.OWN and row.led_and_over(ask.day),
    ),
    "volunteer-led": Fact(
        "projects",
        "{} volunteer project you led to its end",
        "{} volunteer projects you led to their end",
        lambda row, ask: row.kind == ProjectKind.VOLUNTEER and row.led_and_over(ask.day),
    ),
    "led-with-budget": Fact(
        "projects",
        "{} project you led with a budget",
        "{} projects you led with a budget",
        lambda row, ask: row.part == Part.LED and bool(row.budget),
    ),
    "documented-projects": Fact(
        "projects",
        "{} project with a document linked to its evidence",
        "{} projects with a document linked to their evidence",
        lambda row, ask: row.shown,
    ),
    "confirmers": Fact(
        "projects",
        "{} person who can confirm what you did",
        "{} people who can confirm what you did",
        lambda row, ask: bool(row.confirmer_name and row.confirmer_contact),
        _confirmers,
    ),
    "evidence-of": Fact(
        "pieces",
        "{} piece of evidence of it",
        "{} pieces of evidence of it",
        lambda row, ask: bool(set(ask.which) & set(row.skills)),
        which="skills",
    ),
    "rated-skills": Fact("rated", "{} skill you rated", "{} skills you rated"),
}
