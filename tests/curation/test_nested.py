"""Rows that come along in the same query arrive as values of a dataclass, of the types that it declares."""

from dataclasses import FrozenInstanceError, dataclass
from datetime import date, datetime
from decimal import Decimal

import pytest
from django.db.models import Count, OuterRef

from accounts.models import User
from curation.nested import nested
from evidence.models import Training
from evidence.records.models.background import TrainingKind
from tests.factories.evidence import make_credential, make_training

KIND = TrainingKind.values[0]


@dataclass(frozen=True, slots=True)
class Course:
    title: str
    hours: Decimal
    finished_on: date
    created_at: datetime
    slug: str | None


@dataclass(frozen=True, slots=True)
class Sum:
    kind: str
    number: int


def courses(user):
    rows = Training.objects.filter(user=OuterRef("pk")).order_by("pk")
    return User.objects.filter(pk=user.pk).annotate(courses=nested(rows, Course, slug="credential__slug")).get().courses


def test_every_value_is_as_its_model_has_it(learner):
    made = [
        make_training(learner, hours=Decimal("12.5"), credential=make_credential()),
        make_training(learner, title="Zoë’s “course”\n{}", hours=Decimal("1234.0"), finished_on=date(2024, 2, 29)),
    ]
    for row in made:
        row.refresh_from_db()
    assert courses(learner) == [
        Course(row.title, row.hours, row.finished_on, row.created_at, row.credential and row.credential.slug)
        for row in made
    ]


def test_a_decimal_keeps_every_digit(learner):
    make_training(learner, hours=Decimal("99999.9"))
    (course,) = courses(learner)
    assert (type(course.hours), str(course.hours)) == (Decimal, "99999.9")


def test_nothing_is_an_empty_list_and_nobody_elses_rows_come_along(learner, stranger):
    make_training(stranger)
    assert courses(learner) == []


def test_expressions_count_too(learner):
    for _ in range(3):
        make_training(learner, kind=KIND)
    rows = Training.objects.filter(user=OuterRef("pk")).order_by().values("kind")
    found = User.objects.filter(pk=learner.pk).values_list(nested(rows, Sum, number=Count("pk")), flat=True).get()
    assert found == [Sum(KIND, 3)]


def test_a_value_cannot_be_changed(learner):
    make_training(learner)
    (course,) = courses(learner)
    with pytest.raises(FrozenInstanceError):
        course.title = "Another"
