"""A learner with very much, put in at once: for the test and the bench of how the pages bear it."""

import itertools
from datetime import date, timedelta
from typing import Any

from accounts.models import User
from evidence.catalog.models.credentials import Credential
from evidence.models import (
    Education,
    Evidence,
    EvidenceSkill,
    HeldCredential,
    Project,
    Skill,
    SkillStanding,
    Training,
)
from keeping.models import Act, Deletion, Event
from roadmap.models import Milestone, MilestoneEvidence
from tests.factories import NOW

TODAY = NOW.date()


def fill(user: User, *, projects: int, pieces: int) -> None:
    """Give ``user`` so many projects, all counting and overlapping, and pieces with skills, each proving a milestone.

    Of each ten, one is in the bin.
    """
    own = {"user": user, "created_at": NOW}
    works = Project.objects.bulk_create(
        Project(
            **own,
            title=f"Project number {number}",
            starts_on=TODAY - timedelta(days=40 + number * 13),
            ends_on=None if number < 3 else TODAY - timedelta(days=number * 13 - 30),
            approach=("agile", "hybrid", "predictive")[number % 3],
            is_program=number % 2 == 0,
            description="What it was and what I did in it. " * 20,
        )
        for number in range(projects)
    )
    skills = list(Skill.objects.order_by("pk"))
    rows = Evidence.objects.bulk_create(
        Evidence(
            **own,
            happened=f"The launch number {number}\nwith a second line about risks and budgets",
            did="I planned it and ran it with the team. " * 5,
            result="It came a little earlier than planned.",
            amount=number,
            unit="days",
            on=date(2016, 1, 1) + timedelta(days=number % 3600),
            project=works[number % projects],
        )
        for number in range(pieces)
    )
    EvidenceSkill.objects.bulk_create(
        EvidenceSkill(user=piece.user, evidence=piece, skill=skills[(number * 7 + more) % len(skills)])
        for number, piece in enumerate(rows)
        for more in range(3)
    )
    milestones = itertools.cycle(Milestone.objects.published().order_by("pk"))
    # A milestone keeps no more than fifty.
    MilestoneEvidence.objects.bulk_create(
        MilestoneEvidence(user=user, milestone=milestone, evidence=piece, added_at=NOW)
        for piece, milestone in zip(rows[:500], milestones, strict=False)
    )
    SkillStanding.objects.bulk_create(
        SkillStanding(**own, skill=skill, now=number % 5) for number, skill in enumerate(skills)
    )
    Education.objects.create(**own, level="bachelor", finished_on=date(2010, 6, 30))
    Training.objects.create(**own, title="A course", kind="pm_education", hours=35, finished_on=date(2020, 1, 31))
    for slug in ("psm-i", "capm"):
        HeldCredential.objects.create(
            **own, credential=Credential.objects.get(slug=slug), earned_on=date(2025, 1, 1), expires_on=date(2028, 1, 1)
        )
    Event.objects.bulk_create(
        Event(user=user, subject=row._meta.label_lower, token=row.token, act=Act.ADDED, at=NOW, after={"title": "x"})
        for row in (*works, *rows)
    )
    for some in (works, rows):
        _put_in_bin(user, some[9::10])


def _put_in_bin(user: User, rows: list[Any]) -> None:
    for row in rows:
        row.deletion = Deletion(user=user, subject=row._meta.label_lower, token=row.token, name=str(row)[:300], at=NOW)
    Deletion.objects.bulk_create(row.deletion for row in rows)
    for row in rows:
        row.deletion_id = row.deletion.pk
    if rows:
        type(rows[0])._default_manager.bulk_update(rows, ["deletion"])


def addresses(user: User) -> dict[str, str]:
    """Every page of theirs by name."""
    piece = Evidence.objects.for_user(user).latest("pk")
    project = Project.objects.for_user(user).latest("pk")
    ledger = "/evidence/credentials/"
    will = "setting=professional&part=led&approach=agile&starts_on=2026-12-01&months=12"
    return {
        "pieces": "/evidence/",
        "pieces, last page": "/evidence/?page=999",
        "pieces, search": "/evidence/?q=launch+risks",
        "pieces, all filters": f"/evidence/?q=launch&skill=scrum&project={project.pk}&year=2020",
        "add a piece": "/evidence/add/",
        "piece": f"/evidence/{piece.pk}/",
        "edit a piece": f"/evidence/{piece.pk}/edit/",
        "projects": "/evidence/projects/",
        "add a project": "/evidence/projects/add/",
        "project": f"/evidence/projects/{project.pk}/",
        "edit a project": f"/evidence/projects/{project.pk}/edit/",
        "skills": "/evidence/skills/",
        "rate them": "/evidence/skills/assess/?group=end",
        "background": "/evidence/background/",
        "add training": "/evidence/background/add/training/",
        "ledger": ledger,
        "ledger, pmp": f"{ledger}pmp/",
        "ledger, pgmp": f"{ledger}pgmp/",
        "ledger, what if": f"{ledger}pmp/?as_of=2027-06-01&education=secondary",
        "will it count": f"{ledger}will-it-count/?{will}",
        "pack": f"{ledger}pmp/pack/",
        "pack, markdown": f"{ledger}pmp/pack.md",
        "bin": "/bin/",
        "proved by": f"/roadmap/proved-by/{piece.pk}/",
        "perhaps done": "/roadmap/perhaps-done/",
    }
