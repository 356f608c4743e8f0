"""Loads what a learner recorded as everything that their resumes can say."""

import uuid
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, JSONObject

from evidence.models import (
    Education,
    EvidenceSkill,
    Grip,
    HeldCredential,
    Position,
    PositionKind,
    Project,
    Skill,
    SkillAlias,
    SkillStanding,
)
from evidence.records.promotions import together
from keeping.models import Own
from resumes.base.models import Bullet, Contact, Mention
from resumes.base.questions import LEARNER, Question
from resumes.base.recorded import Proof, Recorded, Sentence
from resumes.writing import content
from resumes.writing.content import Entry, Kind

# What a degree is called that the learner gave no name: a rule's words for its level are no title.
LEVELS = {
    "secondary": "Secondary education",
    "associate": "Two-year degree",
    "bachelor": "Bachelor's degree",
    "master": "Master's degree",
}
# A skill that nothing shows yet is offered from here on, and shown only if the learner says so.
FROM = Grip.ALONE


def load_recorded(user: AbstractBaseUser, *, today: date, all_terms: bool = False, to_print: bool = False) -> Recorded:
    """Everything at once, in one query for each table.

    ``all_terms``: with what each skill is called, also of those that the learner does not have. ``to_print``: only what
    a file can say, in half the time, without proof and without what skills are called.
    """
    contact = next(iter(CONTACT.ask(user)), None)
    positions = [row for group in together(POSITIONS.ask(user)) for row in group]
    projects: list[Project] = PROJECTS.ask(user)
    shown_positions = {row.pk: key_of(row) for row in positions}
    at_position = {row.pk: shown_positions[row.position_id] for row in projects if row.position_id in shown_positions}
    education = EDUCATION.ask(user)
    held = HELD.ask(user)
    known = (SKILLS if to_print else EVERY_TERM if all_terms else TERMS).ask(user)
    skills = [row for row in known if _has(row)]
    mentions = MENTIONS.ask(user)
    hidden = {
        *(key_of(row) for row in projects if row.pk in at_position),
        *(key_of(row) for row in education if row.level not in LEVELS),
        *(key_of(row) for row in held if row.expires_on and row.expires_on < today),
        *(f"skill:{row.slug}" for row in skills if not row.pieces),
    }
    places = {("position_id", pk): key for pk, key in shown_positions.items()}
    places |= {("project_id", row.pk): at_position.get(row.pk, key_of(row)) for row in projects}
    places |= {("mention_id", row.pk): key_of(row) for row in mentions}
    return Recorded(
        contact=_contact(contact),
        entries=(
            *map(_position, positions),
            *map(_project, projects),
            *(_education(row, today) for row in education),
            *map(_held, held),
            *(Entry(Kind.SKILLS, title=row.name, key=f"skill:{row.slug}") for row in skills),
            *map(_mention, mentions),
        ),
        sentences=tuple(_sentence(row, places) for row in (BULLETS if to_print else PROVED_BULLETS).ask(user)),
        usually_hidden=frozenset(hidden),
        worked=_worked(projects, shown_positions),
        terms={} if to_print else {f"skill:{row.slug}": _terms(row) for row in known if row.retired_at is None},
    )


def key_of(row: Own) -> str:
    """How a resume names a row: by its table and token, so that it means the same in another database."""
    return f"{NAMES[type(row)]}:{row.token}"


NAMES: dict[type[Own], str] = {
    Position: "position",
    Project: "project",
    Education: "education",
    HeldCredential: "credential",
    Mention: "mention",
    Bullet: "bullet",
}


def row_of(user: AbstractBaseUser, key: str) -> Any:
    """The learner's row that a key names, in the bin or not, or ``None``."""
    name, _, token = key.partition(":")
    model: Any = next((model for model, called in NAMES.items() if called == name), None)
    try:
        return model.objects.filter(user=user, token=uuid.UUID(token)).first() if model else None
    except ValueError:
        return None


def _worked(projects: Iterable[Project], positions: dict[int, str]) -> dict[str, tuple[date, date | None]]:
    """From when to when the projects at each position ran, by its key; no end if one still runs."""
    spans: dict[str, tuple[date, date | None]] = {}
    for row in projects:
        if key := positions.get(row.position_id or 0):
            begun, ended = spans.get(key, (row.starts_on, date.min))
            last = None if row.ends_on is None or ended is None else max(ended, row.ends_on)
            spans[key] = (min(begun, row.starts_on), last)
    return spans


def _skills(*, every: bool = False) -> Any:
    """The skills that a learner has, or ``every`` one.

    Those that most evidence shows come first, then those that the learner knows best.
    """
    shown = EvidenceSkill.objects.filter(user=LEARNER, evidence__deletion=None).order_by()
    said = SkillStanding.objects.filter(user=LEARNER, deletion=None)
    number = shown.filter(skill=OuterRef("pk")).values("skill").annotate(number=Count("pk")).values("number")
    rows = (
        Skill.objects.only("slug", "name", "retired_at")
        .annotate(
            pieces=Coalesce(Subquery(number), 0),
            now=Coalesce(Subquery(said.filter(skill=OuterRef("pk")).values("now")), 0),
        )
        .order_by("-pieces", "-now", "name", "pk")
    )
    # Asked like this, the database looks at the learner's rows and not at those of every skill.
    theirs = Q(pk__in=shown.values("skill")) | Q(pk__in=said.filter(now__gte=FROM).values("skill"))
    return rows if every else rows.filter(theirs)


def _with_terms(skills: Any) -> Any:
    terms = SkillAlias.objects.published().filter(skill=OuterRef("pk")).order_by("position", "slug")
    return skills.annotate(terms=ArraySubquery(terms.values(said=JSONObject(term="term", exact="case_sensitive"))))


def _of(model: type[Own]) -> Any:
    rows: Any = model._default_manager
    return rows.for_user(LEARNER)


CONTACT = Question(lambda: _of(Contact).order_by("pk")[:1])
POSITIONS = Question(lambda: _of(Position).running_first())
PROJECTS = Question(lambda: _of(Project).running_first())
EDUCATION = Question(lambda: _of(Education))
HELD = Question(
    lambda: _of(HeldCredential).annotate(
        called=Coalesce(F("credential__name"), F("name")), issued_by=Coalesce(F("credential__issuer"), F("issuer"))
    )
)
SKILLS = Question(_skills)
TERMS = Question(lambda: _with_terms(_skills()))
EVERY_TERM = Question(lambda: _with_terms(_skills(every=True)))
MENTIONS = Question(lambda: _of(Mention))
BULLETS = Question(lambda: _of(Bullet))
PROVED_BULLETS = Question(lambda: _of(Bullet).with_proof())


def _has(row: Any) -> bool:
    """Whether evidence shows a skill, or the learner says they have it."""
    return bool(row.pieces or row.now >= FROM)


def _terms(row: Any) -> tuple[tuple[str, bool], ...]:
    return ((row.name, False), *((one["term"], one["exact"]) for one in row.terms))


def _contact(row: Contact | None) -> content.Contact:
    if row is None:
        return content.Contact()
    return content.Contact(
        name=row.name,
        email=row.email,
        phone=row.phone,
        url=row.url,
        place=content.Place(row.address, row.postal_code, row.city, row.region, row.country_code),
        profiles=tuple(content.Profile(one["network"], one["username"], one["url"]) for one in row.profiles),
    )


def _position(row: Position) -> Entry:
    return Entry(
        Kind.VOLUNTEERING if row.kind == PositionKind.VOLUNTEER else Kind.EXPERIENCE,
        title=row.title,
        organization=row.employer,
        place=row.place,
        starts=row.starts,
        ends=row.ends,
        text=row.summary,
        url=row.url,
        key=key_of(row),
    )


def _project(row: Project) -> Entry:
    """A project that must not be named is told without its organization too."""
    starts, ends = (_day(day, exact=row.exact) for day in (row.starts_on, row.ends_on))
    return Entry(
        Kind.PROJECTS,
        title=row.public_name,
        organization="" if row.confidential else row.organization,
        starts=starts,
        ends=ends,
        text="" if row.confidential else row.purpose,
        roles=(row.role,) if row.role else (),
        key=key_of(row),
    )


def _day(day: date | None, *, exact: bool) -> str:
    return "" if day is None else day.isoformat() if exact else f"{day:%Y-%m}"


def _education(row: Education, today: date) -> Entry:
    finished = row.finished_on <= today
    return Entry(
        Kind.EDUCATION,
        title=row.title or LEVELS.get(row.level, ""),
        organization=row.institution,
        ends=f"{row.finished_on:%Y-%m}",
        text="" if finished else "Expected; not finished yet.",
        key=key_of(row),
    )


def _held(row: Any) -> Entry:
    return Entry(
        Kind.CREDENTIALS,
        title=row.called,
        organization=row.issued_by,
        ends=row.earned_on.isoformat(),
        url=row.url,
        key=key_of(row),
    )


def _mention(row: Mention) -> Entry:
    return Entry(
        Kind(row.kind),
        title=row.title,
        organization=row.organization,
        place=row.place,
        starts=row.starts,
        ends=row.ends,
        text=row.text,
        url=row.url,
        level=row.level,
        score=row.score,
        words=tuple(row.words),
        roles=tuple(row.roles),
        sort=row.sort,
        key=key_of(row),
    )


def _sentence(row: Any, places: dict[tuple[str, int], str]) -> Sentence:
    place = next(
        (places[name, pk] for name in PLACES if (pk := getattr(row, name)) is not None and (name, pk) in places), ""
    )
    return Sentence(key_of(row), row.text, place, tuple(map(_proof, getattr(row, "proof", ()))), row.pk)


PLACES = ("position_id", "project_id", "mention_id")


def _proof(said: dict[str, Any]) -> Proof:
    amount = "" if said["amount"] is None else f"{Decimal(str(said['amount'])).normalize():,f}"
    headline = said["happened"].strip().partition("\n")[0]
    return Proof(said["key"], headline, amount, said["unit"], said["do_not_claim"])
