"""What the database refuses: above all a rule, fee or fact without source, date and check (R6)."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction
from django.db.models import ProtectedError
from django.db.utils import IntegrityError
from django.utils import timezone

from curation.models import Source
from evidence.models import (
    CredentialFact,
    CredentialFee,
    EligibilityPath,
    EligibilityRequirement,
    ExamDomain,
    SkillAlias,
)
from tests.factories.curation import make_source
from tests.factories.evidence import make_credential, make_skill

SOURCED = {
    EligibilityPath: {"slug": "p", "label": "A path"},
    CredentialFee: {"slug": "f", "name": "Exam", "amount": Decimal("1")},
    CredentialFact: {"slug": "t", "kind": "exam", "label": "Time", "value": "1 minute"},
    ExamDomain: {"slug": "d", "name": "People", "weight": 1},
}


def refuses(model, **fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.create(**fields)


@pytest.mark.parametrize("missing", [{"source": None}, {"as_of": ""}, {"checked_on": None}])
@pytest.mark.parametrize("model", SOURCED, ids=lambda model: model.__name__)
def test_a_sourced_row_needs_source_date_and_check(db, model, missing):
    credential = make_credential()
    whole = {
        "credential": credential,
        "source": make_source(),
        "as_of": "2026",
        "checked_on": date(2026, 11, 23),
        **SOURCED[model],
    }
    refuses(model, **(whole | missing))
    model.objects.create(**whole)


@pytest.mark.parametrize("empty", ["publisher", "name", "date"])
def test_a_source_needs_its_name_publisher_and_date(db, empty):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_source(**{empty: ""})


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "education"},
        {"kind": "education", "education": "doctor"},
        {"kind": "experience", "experience": "leading_projects"},
        {"kind": "experience", "months": 3},
        {"kind": "training"},
        {"kind": "flag"},
        {"kind": "luck"},
    ],
)
def test_an_incomplete_requirement_is_refused(db, fields):
    make_credential()
    refuses(EligibilityRequirement, path=EligibilityPath.objects.get(), slug="x", **fields)


def test_nonsense_amounts_and_shares_are_refused(db):
    credential = make_credential()
    rest = {"credential": credential, "source": Source.objects.get(), "as_of": "2026", "checked_on": date(2026, 1, 1)}
    refuses(CredentialFee, slug="a", name="A", amount=Decimal("0"), **rest)
    refuses(ExamDomain, slug="a", name="A", weight=101, **rest)
    for hours in (
        {"hours_min": 5},
        {"hours_max": 5},
        {"hours_min": 6, "hours_max": 5},
        {"hours_min": 0, "hours_max": 5},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            make_credential(**hours)
    for unknown in ({"kind": "diploma"}, {"level": "expert"}, {"relevance": "always"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            make_credential(**unknown)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_source(kind="rumor")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_source(confidence="certain")
    refuses(CredentialFact, slug="a", kind="rumor", label="A", value="B", **rest)


@pytest.mark.parametrize("fields", [{"weight": 4}, {"level": "expert"}])
def test_a_skill_of_unknown_weight_or_level_is_refused(db, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_skill(**fields)


def test_a_term_is_kept_once_in_a_skill(db):
    skill = make_skill()
    SkillAlias.objects.create(skill=skill, slug="scrum", term="scrum")
    refuses(SkillAlias, skill=skill, slug="scrum", term="Scrum")
    SkillAlias.objects.create(skill=make_skill(), slug="scrum", term="scrum")
    refuses(SkillAlias, skill=skill, slug="another", term="scrum")
    SkillAlias.objects.create(skill=skill, slug="former", term="scrum", retired_at=timezone.now())


def test_what_others_point_to_is_protected(db):
    credential = make_credential()
    for row in (Source.objects.get(), credential):
        with pytest.raises(ProtectedError):
            row.delete()
