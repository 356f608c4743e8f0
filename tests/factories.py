"""Rows for tests: each factory fills what the test does not care about."""

import uuid
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from django.contrib.auth.models import Permission
from django.utils import timezone

from accounts.models import User
from curation.models import Source
from evidence import keeping
from evidence.forms.own import plain
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
    Project,
    Skill,
    SkillGroup,
    Training,
)
from interviews.models import (
    AskedQuestion,
    Category,
    Competency,
    Dimension,
    Interview,
    MockInterview,
    Question,
    ReviewCard,
    RoundType,
    Story,
    Telling,
)
from roadmap.models import HowToItem, Milestone, ProofHint, Step
from salaries.models import Distribution, Industry, Method, Occupation, Place, SalaryClaim

PASSWORD = "correct horse battery staple"
_numbers = count(1)


def make_user(email: str = "", **fields: Any) -> User:
    return User.objects.create_user(email or f"person{next(_numbers)}@example.org", PASSWORD, **fields)


def staff_with(*names: str) -> User:
    """Somebody who may do at the desk what the permissions say, such as ``"change_question"``, and nothing else."""
    user = make_user(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    assert user.user_permissions.count() == len(names)
    return user


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


def make_occupation(**fields: Any) -> Occupation:
    number = next(_numbers)
    defaults = {
        "slug": f"occupation-{number}",
        "name": f"Occupation {number}",
        "kind": "occupation",
        "description": "Who is counted in it.",
        "position": number,
    }
    return Occupation.objects.create(**(defaults | fields))


def make_place(**fields: Any) -> Place:
    """A country, or with ``parent`` a region in it."""
    number = next(_numbers)
    defaults = {
        "slug": f"place-{number}",
        "code": f"XX-{number}",
        "name": f"Place {number}",
        "kind": "region" if fields.get("parent") else "country",
        "position": number,
    }
    return Place.objects.create(**(defaults | fields))


def make_industry(**fields: Any) -> Industry:
    number = next(_numbers)
    defaults = {"slug": f"industry-{number}", "name": f"Industry {number}", "position": number}
    return Industry.objects.create(**(defaults | fields))


def make_method(**fields: Any) -> Method:
    """How a source came by its figures; the source is a new one unless it is given."""
    fields.setdefault("source", None)
    fields["source"] = fields["source"] or make_source()
    defaults = {
        "slug": fields["source"].slug,
        "basis": "employers",
        "short_name": "the survey",
        "covers": "What employers report.",
        "cautions": "The self-employed are not counted.",
    }
    return Method.objects.create(**(defaults | fields))


def make_distribution(*, figures: dict[str, Any] | None = None, **fields: Any) -> Distribution:
    """A distribution of a new source and occupation in the United States and all industries, as of May 2025.

    ``figures`` are its claims, from statistic to amount: ``{"p50": 100_000}``.
    """
    if "source" not in fields:
        fields["source"] = make_method().source
    if "occupation" not in fields:
        fields["occupation"] = make_occupation()
    if "place" not in fields:
        united_states = {"code": "US", "name": "United States", "kind": "country", "position": 1}
        fields["place"], _ = Place.objects.get_or_create(slug="us", defaults=united_states)
    if "industry" not in fields:
        everything = {"name": "All industries", "position": 1}
        fields["industry"], _ = Industry.objects.get_or_create(slug="all-industries", defaults=everything)
    defaults = {"edition": "An edition", "kind": "base", "currency": "USD", "as_of": "2025-05"}
    distribution = Distribution(**(defaults | fields))
    distribution.slug = distribution.slug or distribution.make_slug()
    distribution.save()
    for position, (statistic, amount) in enumerate((figures or {}).items(), start=1):
        make_claim(distribution=distribution, statistic=statistic, amount=amount, position=position)
    return distribution


def make_claim(**fields: Any) -> SalaryClaim:
    """A median of $100,000 a year unless told otherwise, in a new distribution unless one is given."""
    if "distribution" not in fields:
        fields["distribution"] = make_distribution()
    defaults = {
        "role_as_named": "The role as the source names it",
        "level": "all",
        "level_rule": "" if fields.get("level", "all") == "all" else "The source says so.",
        "statistic": "p50",
        "amount": Decimal(100_000),
        "period": "year",
        "confidence": "high",
        "retrieved_on": date(2026, 11, 23),
        "checked_on": date(2026, 11, 23),
        "review_by": date(2027, 11, 23),
    }
    claim = SalaryClaim(**(defaults | fields))
    claim.amount = Decimal(claim.amount)
    claim.slug = claim.slug or claim.make_slug()
    claim.save()
    return claim


NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


def make_own(model: Any, user: User, **fields: Any) -> Any:
    """A learner's own row as a form would have made it, with its event in the history."""
    names = {name for name in fields if name in model.FIELDS}
    values = {name: plain(fields[name]) for name in names} | {
        name: value for name, value in fields.items() if name not in names
    }
    row, _ = keeping.add(model, user=user, token=uuid.uuid4(), values=values, at=NOW)
    return row


def make_project(user: User, **fields: Any) -> Any:
    """A project the learner led for a year in a professional setting."""
    defaults = {
        "title": f"Project {next(_numbers)}",
        "starts_on": date(2025, 1, 1),
        "ends_on": date(2025, 12, 31),
        "approach": "hybrid",
    }
    return make_own(Project, user, **(defaults | fields))


def make_evidence(user: User, **fields: Any) -> Any:
    """A piece of evidence; ``skills`` are slugs, ``links`` pairs of address and title, ``project`` a row."""
    defaults = {"happened": f"Something happened, number {next(_numbers)}", "on": date(2026, 5, 1)}
    return make_own(Evidence, user, **(defaults | fields))


def make_education(user: User, **fields: Any) -> Any:
    return make_own(Education, user, **({"level": "bachelor", "finished_on": date(2015, 6, 30)} | fields))


def make_training(user: User, **fields: Any) -> Any:
    defaults = {"title": "A course", "kind": "pm_education", "hours": Decimal(35), "finished_on": date(2024, 3, 31)}
    return make_own(Training, user, **(defaults | fields))


def make_held(user: User, credential: Credential, **fields: Any) -> Any:
    return make_own(HeldCredential, user, **({"credential": credential, "earned_on": date(2024, 6, 1)} | fields))


def make_category(**fields: Any) -> Category:
    number = next(_numbers)
    defaults = {
        "slug": f"category-{number}",
        "name": f"Category {number}",
        "tests": "How you do it",
        "assess": "Whether you do it",
        "position": number,
    }
    return Category.objects.create(**(defaults | fields))


def make_question(**fields: Any) -> Question:
    """A published question in a new category unless one is given."""
    number = next(_numbers)
    if "category" not in fields:
        fields["category"] = make_category()
    defaults = {
        "slug": f"q-{number}",
        "text": f"What about number {number}?",
        "level": "mid",
        "points": "The first point\nThe second point",
        "follow_ups": "And then?",
        "position": number,
    }
    return Question.objects.create(**(defaults | fields))


def make_dimension(**fields: Any) -> Dimension:
    """What an answer to every category is rated on."""
    number = next(_numbers)
    defaults = {
        "slug": f"dimension-{number}",
        "name": f"Dimension {number}",
        "looks_for": "What it looks for",
        "score_1": "Weak",
        "score_3": "Solid",
        "score_5": "Outstanding",
        "position": number,
    }
    return Dimension.objects.create(**(defaults | fields))


def make_asked(user: User, **fields: Any) -> Any:
    return make_own(AskedQuestion, user, **({"text": f"Was I asked number {next(_numbers)}?"} | fields))


def make_competency(*, questions: Any = (), **fields: Any) -> Competency:
    number = next(_numbers)
    defaults = {"slug": f"competency-{number}", "name": f"doing thing {number}", "about": "It.", "position": number}
    competency = Competency.objects.create(**(defaults | fields))
    competency.questions.set(questions)
    return competency


def make_interview(user: User, **fields: Any) -> Any:
    if "round_type" not in fields:
        fields["round_type"], _ = RoundType.objects.get_or_create(
            slug="first-call", defaults={"name": "First call", "about": "A recruiter asks."}
        )
    return make_own(Interview, user, **({"company": "Acme", "on": date(2026, 12, 3), "minutes_per_day": 30} | fields))


def make_story(user: User, **fields: Any) -> Any:
    """A rough story; ``skills``, ``competencies`` and ``questions`` are slugs, ``evidence`` keys."""
    return make_own(Story, user, **({"headline": f"Story {next(_numbers)}", "situation": "It was late"} | fields))


def make_telling(story: Any, **fields: Any) -> Any:
    return make_own(Telling, story.user, **({"story": story, "employer": "Acme", "on": date(2026, 5, 1)} | fields))


def make_round(*categories: Category, **fields: Any) -> RoundType:
    """A kind of round that draws on ``categories``, half of it never-seen questions."""
    number = next(_numbers)
    defaults = {"slug": f"round-{number}", "name": f"Round {number}", "about": "Who asks.", "position": number}
    row = RoundType.objects.create(**(defaults | {"new_percent": 50} | fields))
    row.categories.set(categories)
    return row


def make_mock(user: User, *questions: Question, **fields: Any) -> Any:
    """A run at its first question, begun at ``NOW``; the questions are two new ones unless they are given."""
    rows = questions or (make_question(), make_question())
    asked = [{"question": row.slug, "text": row.text, "follow_up": row.follow_ups.split("\n")[0]} for row in rows]
    if "round_type" not in fields:
        fields["round_type"] = make_round(*{row.category for row in rows})
    defaults = {"seed": "amber harbor 42", "minutes": 30, "level": "", "mix": "even", "category": None}
    return make_own(MockInterview, user, **(defaults | fields), questions=asked)


def make_card(user: User, question: Question | None, **fields: Any) -> ReviewCard:
    """A card in the review state, last reviewed five days before ``NOW``; a small ``stability`` is fumbled soon."""
    days = {"due_on": NOW.date(), "last_on": NOW.date() - timedelta(days=5)}
    defaults = {"state": 2, "stability": 5.0, "difficulty": 5.0, **days}
    return ReviewCard.objects.create(user=user, question=question, **(defaults | fields))
