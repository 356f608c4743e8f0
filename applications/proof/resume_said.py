"""Loads what one resume says, in one query beside what has been loaded already."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef
from django.db.models.functions import JSONObject

from accounts.models import User
from applications.proof.own_rows import OwnRows
from applications.proof.saying import said_by
from applications.proof.shapes import Resume as Said
from curation.nested import nested
from evidence.models import EvidenceSkill, PositionKind, Skill, SkillAlias
from resumes.base.models import Bullet
from resumes.base.recorded import Recorded, Sentence
from resumes.making.composing import compose
from resumes.making.deriving import layer_of
from resumes.making.models import Resume
from resumes.writing.content import Entry, Kind


@dataclass(frozen=True, slots=True)
class BulletRow:
    token: str
    text: str
    position_id: int | None
    project_id: int | None
    mention_id: int | None


@dataclass(frozen=True, slots=True)
class SkillRow:
    """A skill that the learner's evidence shows, with what it is called."""

    slug: str
    name: str
    terms: list[dict[str, Any]]


def load_said(user: User, resume: int, own: OwnRows, *, today: date) -> Said | None:
    """What a resume of the learner's says of their ``own`` rows; ``None`` if they have no such resume.

    A project that is told under its position, or by a bullet, is said as well.
    """
    shown = EvidenceSkill.objects.filter(user=user, skill=OuterRef("pk"), evidence__deletion=None)
    terms = SkillAlias.objects.published().filter(skill=OuterRef("pk")).order_by("position", "slug")
    found: Any = (
        Resume.objects.for_user(user)
        .to_print()
        .annotate(
            bullet_rows=nested(Bullet.objects.filter(user=user, deletion=None).order_by("pk"), BulletRow),
            skill_rows=nested(
                Skill.objects.filter(Exists(shown)).order_by("slug"),
                SkillRow,
                terms=ArraySubquery(terms.values(said=JSONObject(term="term", exact="case_sensitive"))),
            ),
        )
        .filter(pk=resume)
        .first()
    )
    if found is None:
        return None
    layers = [layer_of(lines) for lines in (found.base_lines, found.own_lines)]
    called = {
        row.slug: ((row.name, False), *((one["term"], one["exact"]) for one in row.terms)) for row in found.skill_rows
    }
    said = said_by(compose(_recorded(own, found.bullet_rows, found.skill_rows, today), layers), called)
    return Said(said.skills, said.rows | _told_projects(own, found.bullet_rows, said.rows))


def _recorded(own: OwnRows, bullets: list[BulletRow], skills: list[SkillRow], today: date) -> Recorded:
    """The learner's rows as resumes take them (``resumes.base.loading``), as far as a row can be said or not."""
    positions = {row.id: f"position:{row.token}" for row in own.positions}
    projects = {row.id: positions.get(row.position_id or 0, f"project:{row.token}") for row in own.projects}
    mentions = {row.id: f"mention:{row.token}" for row in own.mentions}
    entries = [
        *(Entry(_kind(row.kind), title=row.title, key=positions[row.id], text=row.summary) for row in own.positions),
        *(Entry(Kind.PROJECTS, title=row.title, key=f"project:{row.token}") for row in own.projects),
        *(Entry(Kind.EDUCATION, title=row.title, key=f"education:{row.token}") for row in own.degrees),
        *(Entry(Kind.CREDENTIALS, title=row.title, key=f"credential:{row.token}") for row in own.credentials),
        *(Entry(Kind.SKILLS, title=row.name, key=f"skill:{row.slug}") for row in skills),
        *(Entry(Kind(row.kind), title=row.title, key=mentions[row.id], text=row.text) for row in own.mentions),
    ]
    hidden = [f"project:{row.token}" for row in own.projects if row.position_id in positions]
    hidden += [f"education:{row.token}" for row in own.degrees if row.level == "none"]
    hidden += [f"credential:{row.token}" for row in own.credentials if row.expires_on and row.expires_on < today]
    sentences = (
        Sentence(
            f"bullet:{row.token}",
            row.text,
            positions.get(row.position_id or 0)
            or projects.get(row.project_id or 0)
            or mentions.get(row.mention_id or 0, ""),
        )
        for row in bullets
    )
    return Recorded(entries=tuple(entries), sentences=tuple(sentences), usually_hidden=frozenset(hidden))


def _kind(kind: str) -> Kind:
    return Kind.VOLUNTEERING if kind == PositionKind.VOLUNTEER else Kind.EXPERIENCE


def _told_projects(own: OwnRows, bullets: list[BulletRow], said: frozenset[str]) -> set[str]:
    positions = {row.id for row in own.positions if f"position:{row.token}" in said}
    told = {row.project_id for row in bullets if f"bullet:{row.token}" in said}
    return {f"project:{row.token}" for row in own.projects if row.position_id in positions or row.id in told}
