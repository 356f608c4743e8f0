"""Skills and credentials, and a learner's own records."""

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

from accounts.models import User
from evidence.models import (
    Credential,
    CredentialFact,
    CredentialFee,
    Education,
    EligibilityPath,
    EligibilityRequirement,
    Evidence,
    ExamDomain,
    HeldCredential,
    Position,
    Project,
    RenewalRule,
    Skill,
    SkillGroup,
    Training,
)
from keeping import verbs
from keeping.models import plain
from tests.factories import NOW, numbers
from tests.factories.curation import make_source


def make_skill(**fields: Any) -> Skill:
    number = next(numbers)
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
    number = next(numbers)
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


def make_own(model: Any, user: User, **fields: Any) -> Any:
    """A learner's own row as a form would have made it, with its event in the history."""
    names = {name for name in fields if name in model.FIELDS}
    values = {name: plain(fields[name]) for name in names} | {
        name: value for name, value in fields.items() if name not in names
    }
    row, _ = verbs.add(model, user=user, token=uuid.uuid4(), values=values, at=NOW)
    return row


def make_project(user: User, **fields: Any) -> Any:
    """A project the learner led for a year in a professional setting."""
    defaults = {
        "title": f"Project {next(numbers)}",
        "starts_on": date(2025, 1, 1),
        "ends_on": date(2025, 12, 31),
        "approach": "hybrid",
    }
    return make_own(Project, user, **(defaults | fields))


def make_evidence(user: User, **fields: Any) -> Any:
    """A piece of evidence; ``skills`` are slugs, ``links`` pairs of address and title, ``project`` a row."""
    defaults = {"happened": f"Something happened, number {next(numbers)}", "on": date(2026, 5, 1)}
    if "links" in fields:
        fields["links"] = [{"url": url, "title": title} for url, title in fields["links"]]
    return make_own(Evidence, user, **(defaults | fields))


def make_education(user: User, **fields: Any) -> Any:
    return make_own(Education, user, **({"level": "bachelor", "finished_on": date(2015, 6, 30)} | fields))


def make_training(user: User, **fields: Any) -> Any:
    defaults = {"title": "A course", "kind": "pm_education", "hours": Decimal(35), "finished_on": date(2024, 3, 31)}
    return make_own(Training, user, **(defaults | fields))


def make_held(user: User, credential: Credential, **fields: Any) -> Any:
    return make_own(HeldCredential, user, **({"credential": credential, "earned_on": date(2024, 6, 1)} | fields))


def make_position(user: User, **fields: Any) -> Any:
    defaults = {"employer": "Harbor Systems", "title": "Project lead", "starts": "2022-03"}
    return make_own(Position, user, **(defaults | fields))


def make_renewal_rule(credential: Credential, **fields: Any) -> RenewalRule:
    defaults = {
        "slug": "renewal",
        "cycle_years": 3,
        "units": 60,
        "unit_name": "PDU",
        "source": make_source(publisher="The rule's publisher"),
        "as_of": "2026",
        "checked_on": date(2026, 11, 23),
    }
    return RenewalRule.objects.create(credential=credential, **(defaults | fields))
