"""Everything of a learner as one document, whatever tables there are."""

import json

from django.db.models import ForeignKey

from keeping.ceilings import learners_tables
from keeping.models import Deletion, Event
from keeping.taking import naming
from keeping.taking.export import documents
from tests.factories.accounts import make_user
from tests.factories.evidence import make_evidence
from tests.tpm_portal.test_unchanged_forms import learner, made, world

__all__ = ["learner", "made", "world"]


def document_of(user):
    return json.loads(b"".join(documents(user)))


def test_every_table_of_learners_is_in_the_document_or_says_why_it_stays():
    stay = {model for model in learners_tables() if model._meta.label_lower not in naming.taken()}
    reasons = {model: getattr(model, "STAYS_HERE", naming.APPS_THAT_STAY.get(model._meta.app_label)) for model in stay}
    told = {model for model in stay if model._meta.label_lower in naming.TOLD}
    assert all(reasons[model] for model in stay - told)
    assert all(model._meta.app_label not in naming.APPS_THAT_STAY for model in naming.taken().values())


def test_whatever_a_row_points_to_has_a_name_without_a_primary_key():
    for model in naming.taken().values():
        for field in naming.fields(model):
            if isinstance(field, ForeignKey):
                there = field.related_model
                assert naming.is_learners(there) or naming.always_one(there), f"{there._meta.label} has no name"
                assert naming.paths(there), f"{model._meta.label}.{field.name}"


def test_a_name_is_that_of_one_row_or_counted(learner, made):
    numbers = naming.repeats(learner.pk)
    for model in naming.taken().values():
        rows = model._default_manager.filter(user=learner).values_list(*("__".join(p) for p in naming.paths(model)))
        read = naming.reader(model)
        names = [json.dumps(read(iter(row), numbers)) for row in rows if row]
        assert len(names) == len(set(names)), model._meta.label


def test_every_row_and_every_column_of_every_table_is_there(learner, made):
    found = document_of(learner)
    for subject, model in naming.taken().items():
        rows = model._default_manager.filter(user=learner)
        assert len(found["tables"][subject]) == rows.count(), subject
        names = {field.name for field in naming.fields(model)}
        assert all(set(row) == names for row in found["tables"][subject]), subject
    preferences = {"name": learner.name, "theme": "system", "time_zone": learner.time_zone}
    assert found["account"] == {**preferences, "mail": []}
    assert found["told"]["email"] == learner.email


def test_it_is_the_same_byte_for_byte_and_has_only_ones_own(learner, made):
    before = b"".join(documents(learner))
    make_evidence(make_user(), happened="Of somebody else")
    assert b"".join(documents(learner)) == before
    assert b"Of somebody else" not in before


def test_second_rows_of_one_name_are_counted(stranger):
    deletion = {"user": stranger, "subject": "evidence.evidence", "token": "0" * 32, "name": "A piece"}
    at = "2026-05-01T10:00:00+00:00"
    first, second = (Deletion.objects.create(at=at, **deletion) for _ in range(2))
    Deletion.objects.create(at="2026-05-02T10:00:00+00:00", waits_for=second, **deletion)
    rows = document_of(stranger)["tables"]["keeping.deletion"]
    token = "00000000-0000-0000-0000-000000000000"
    assert rows[2]["waits_for"] == ["evidence.evidence", token, at, 2]
    assert first.pk < second.pk


def test_numbers_of_before_stay(stranger):
    Event.objects.create(user=stranger, subject="a.b", token="0" * 32, act="x", at="2026-05-01T10:00Z", number_then=7)
    (row,) = document_of(stranger)["tables"]["keeping.event"]
    assert "number_then" not in row
