"""What the database refuses in content is said in a whole sentence, found by rule in every curated table."""

import re

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import CheckConstraint, UniqueConstraint

from curation.models import Curated
from curation.refusals import reason_of
from tests.factories.roadmap import make_milestone

SENTENCE = re.compile(r"[A-Z][^.!?\n]{8,}.*[.!?]")


def constraints():
    for model in apps.get_models():
        if issubclass(model, Curated):
            yield from model._meta.constraints


def says_by_itself(constraint):
    """Django makes a sentence of the fields of a plain one: “Question with this slug already exists.”"""
    return isinstance(constraint, UniqueConstraint) and constraint.fields and constraint.condition is None


def test_every_constraint_of_content_speaks_in_a_sentence():
    own = [
        one
        for one in constraints()
        if one.violation_error_message != one.default_violation_error_message or not says_by_itself(one)
    ]
    dumb = [one.name for one in own if not SENTENCE.fullmatch(str(one.get_violation_error_message()))]
    assert dumb == []
    assert len([one for one in own if isinstance(one, CheckConstraint)]) > 40


def test_what_the_database_finds_there_already_is_said_in_words_too(db):
    """As when a button is pressed twice: the form of each looked before the other had saved."""
    milestone = make_milestone(how=("First",))
    said = []
    for row in (milestone.how.get(), milestone):
        row.pk = None
        with pytest.raises(IntegrityError) as refused, transaction.atomic():
            row.save(force_insert=True)
        said.append(reason_of(refused.value, [type(row)]))
    assert said == [
        "Among the checklist items is one with this milestone and slug already.",
        "Among the milestones is one with this slug already.",
    ]


def test_a_form_shows_the_sentence(db):
    milestone = make_milestone()
    milestone.effort_min, milestone.effort_max = 9, 2
    with pytest.raises(ValidationError) as refused:
        milestone.full_clean()
    assert refused.value.messages == ["Give the hours from and to, the smaller first, and at least one."]
