"""Rows for tests: each factory fills what the test does not care about."""

from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from django.utils import timezone

from accounts.models import User
from curation.models import Source
from evidence.models import (
    Credential,
    CredentialFact,
    CredentialFee,
    EligibilityPath,
    EligibilityRequirement,
    ExamDomain,
    Skill,
    SkillGroup,
)
from roadmap.models import HowToItem, Milestone, ProofHint, Step

PASSWORD = "correct horse battery staple"
_numbers = count(1)


def make_user(email: str = "", **fields: Any) -> User:
    return User.objects.create_user(email or f"person{next(_numbers)}@example.org", PASSWORD, **fields)


def make_step(number: int = 1, **fields: Any) -> Step:
    fields = {
        "slug": f"step-{number}",
        "title": f"Step {number}",
        "tagline": "A tagline",
        "summary": "A summary.",
        "outcome": "An outcome.",
    } | fields
    step, _ = Step.objects.get_or_create(number=number, defaults=fields)
    return step


def make_milestone(*, how: tuple[str, ...] = ("First thing", "Second thing"), **fields: Any) -> Milestone:
    """A published milestone with its checklist, a proof hint and its first recorded version."""
    number = next(_numbers)
    fields.setdefault("step", None)
    fields["step"] = fields["step"] or make_step()
    defaults = {
        "slug": f"milestone-{number}",
        "title": f"Milestone {number}",
        "position": number,
        "effort_min": 1,
        "effort_max": 2,
        "why": "Because it helps.",
    }
    milestone = Milestone.objects.create(**(defaults | fields))
    for place, text in enumerate(how, start=1):
        HowToItem.objects.create(milestone=milestone, slug=f"how-{place}", position=place, text=text)
    ProofHint.objects.create(milestone=milestone, slug="proof-1", position=1, text="A document")
    milestone.record_version(at=timezone.now())
    return milestone


def make_source(**fields: Any) -> Source:
    number = next(_numbers)
    defaults = {
        "slug": f"source-{number}",
        "name": f"Report {number}",
        "publisher": "A publisher",
        "date": "May 2025",
        "kind": "official",
        "confidence": "high",
        "used_for": "tests",
        "checked_on": date(2026, 11, 23),
    }
    return Source.objects.create(**(defaults | fields))


def make_skill(**fields: Any) -> Skill:
    number = next(_numbers)
    group, _ = SkillGroup.objects.get_or_create(slug="group", defaults={"name": "Group", "description": "A group."})
    defaults = {
        "slug": f"skill-{number}",
        "name": f"Skill {number}",
        "group": group,
        "weight": 2,
        "level": "entry",
        "description": "Does it.",
        "position": number,
    }
    return Skill.objects.create(**(defaults | fields))


def make_credential(**fields: Any) -> Credential:
    """A credential with one path, one fee, one fact and one exam domain, each with a source."""
    number = next(_numbers)
    defaults = {
        "slug": f"credential-{number}",
        "name": f"Credential {number}",
        "kind": "certification",
        "issuer": "An issuer",
        "level": "entry",
        "relevance": "core",
        "summary": "What it is.",
        "position": number,
    }
    credential = Credential.objects.create(**(defaults | fields))
    sourced = {
        "credential": credential,
        "source": make_source(),
        "as_of": "May 2025",
        "checked_on": date(2026, 11, 23),
    }
    path = EligibilityPath.objects.create(slug=f"path-{number}", label="One way", **sourced)
    EligibilityRequirement.objects.create(
        path=path, slug="experience", kind="experience", experience="leading_projects", months=36, within_years=8
    )
    CredentialFee.objects.create(slug="fee", name="Exam", amount=Decimal("675"), **sourced)
    CredentialFact.objects.create(slug="time", kind="exam", label="Time", value="240 minutes", **sourced)
    ExamDomain.objects.create(slug="people", name="People", weight=33, **sourced)
    return credential
