"""A learner's own rows as far as requirements ask about them, as values, in one query, without what is in the bin."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, Model, OuterRef, Value
from django.db.models.functions import Coalesce, Left

from accounts.models import User
from curation.nested import nested
from evidence.models import (
    Education,
    Evidence,
    EvidenceSkill,
    HeldCredential,
    Position,
    Project,
    SkillStanding,
    Training,
)
from interviews.models import Story
from interviews.stories.models import StoryEvidence, StorySkill
from resumes.base.models import Mention

# Of a longer text only its beginning is shown.
TITLE_LENGTH = 120


@dataclass(frozen=True, slots=True)
class ProjectRow:
    id: int
    token: str
    title: str
    part: str
    professional: bool
    starts_on: date
    ends_on: date | None
    position_id: int | None
    skills: list[str]


@dataclass(frozen=True, slots=True)
class PositionRow:
    id: int
    token: str
    title: str
    employer: str
    kind: str
    starts: str
    ends: str
    summary: str


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A piece that shows any skill."""

    id: int
    token: str
    title: str
    skills: list[str]


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story that shows any skill; ``backed`` if evidence stands behind it."""

    id: int
    token: str
    title: str
    skills: list[str]
    backed: bool


@dataclass(frozen=True, slots=True)
class RatingRow:
    slug: str
    now: int | None


@dataclass(frozen=True, slots=True)
class DegreeRow:
    id: int
    token: str
    level: str
    title: str
    finished_on: date
    was_over: bool


@dataclass(frozen=True, slots=True)
class CredentialRow:
    """A held credential; ``slug`` is empty if the catalog does not know it."""

    id: int
    token: str
    slug: str
    title: str
    earned_on: date
    expires_on: date | None


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A course of an issuer, which leads to a credential."""

    id: int
    token: str
    title: str
    slug: str
    finished_on: date


@dataclass(frozen=True, slots=True)
class MentionRow:
    id: int
    token: str
    kind: str
    title: str
    ends: str
    text: str


@dataclass(frozen=True)
class OwnRows:
    projects: list[ProjectRow]
    positions: list[PositionRow]
    evidence: list[EvidenceRow]
    stories: list[StoryRow]
    ratings: list[RatingRow]
    degrees: list[DegreeRow]
    credentials: list[CredentialRow]
    courses: list[CourseRow]
    mentions: list[MentionRow]


def load_own_rows(user: User) -> OwnRows:
    """All of them; no more queries for more rows."""
    if user.is_nobody:
        return OwnRows(**{field.name: [] for field in fields(OwnRows)})
    rows = (
        User.objects.filter(pk=user.pk)
        .values_list(
            nested(_own(Project), ProjectRow, skills=_of_project()),
            nested(_own(Position), PositionRow),
            nested(
                _own(Evidence).filter(Exists(EvidenceSkill.objects.filter(evidence=OuterRef("pk")))),
                EvidenceRow,
                title=Left("happened", TITLE_LENGTH),
                skills=_slugs(EvidenceSkill.objects.filter(evidence=OuterRef("pk"))),
            ),
            nested(
                _own(Story).filter(Exists(StorySkill.objects.filter(story=OuterRef("pk")))),
                StoryRow,
                title="headline",
                skills=_slugs(StorySkill.objects.filter(story=OuterRef("pk"))),
                backed=Exists(StoryEvidence.objects.filter(story=OuterRef("pk"), evidence__deletion=None)),
            ),
            nested(_own(SkillStanding), RatingRow, slug="skill__slug"),
            nested(_own(Education), DegreeRow),
            nested(
                _own(HeldCredential),
                CredentialRow,
                slug=Coalesce("credential__slug", Value("")),
                title=Coalesce("credential__name", F("name")),
            ),
            nested(_own(Training).exclude(credential=None), CourseRow, slug="credential__slug"),
            nested(_own(Mention), MentionRow),
        )
        .get()
    )
    return OwnRows(*rows)


def _own(model: type[Model]) -> Any:
    return model._default_manager.filter(user=OuterRef("pk"), deletion=None).order_by("pk")


def _of_project() -> ArraySubquery:
    """The skills that the evidence of a project shows."""
    return _slugs(EvidenceSkill.objects.filter(evidence__project=OuterRef("pk"), evidence__deletion=None))


def _slugs(rows: Any) -> ArraySubquery:
    return ArraySubquery(rows.order_by("skill__slug").values("skill__slug").distinct())
