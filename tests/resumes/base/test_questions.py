"""A question that is put into words once gives each learner what the query itself would have given."""

import pytest
from django.db.models import F

from resumes.base.models import Bullet, Contact
from resumes.base.questions import LEARNER, ROW, Question
from tests.factories.evidence import make_credential, make_evidence, make_held
from tests.factories.resumes import make_bullet, make_contact


@pytest.fixture
def asked():
    """How often a query was put into words."""
    return []


@pytest.fixture
def question(asked):
    return Question(lambda: asked.append(1) or Bullet.objects.for_user(LEARNER).with_proof())


def test_each_learner_is_answered_with_their_own_rows_in_the_same_words(learner, stranger, question, asked):
    assert question.ask(learner) == []
    mine, second = make_bullet(learner), make_bullet(learner)
    theirs = make_bullet(stranger)
    assert (question.ask(learner), question.ask(stranger)) == ([mine, second], [theirs])
    assert asked == [1]


def test_what_a_query_lays_beside_a_row_comes_as_the_query_gives_it(learner, question):
    make_bullet(learner, evidence=[make_evidence(learner, amount="40.5", unit="%")])
    (row,), (same,) = question.ask(learner), Bullet.objects.for_user(learner).with_proof()
    assert row.proof == same.proof
    assert (row.proof[0]["amount"], row.proof[0]["unit"]) == (40.5, "%")
    held = make_held(learner, make_credential(name="PMP"))
    named = Question(lambda: type(held).objects.for_user(LEARNER).annotate(called=F("credential__name")))
    assert [(one, one.called) for one in named.ask(learner)] == [(held, "PMP")]


def test_a_column_is_read_as_its_field_reads_it(learner):
    profiles = [{"network": "GitHub", "username": "ada", "url": ""}]
    make_contact(learner, profiles=profiles)
    (row,) = Question(lambda: Contact.objects.for_user(LEARNER)).ask(learner)
    assert row.profiles == profiles


def test_one_row_alone_can_be_asked_for(learner, stranger):
    one = Question(lambda: Bullet.objects.for_user(LEARNER).filter(pk=ROW))
    mine, _, theirs = make_bullet(learner), make_bullet(learner), make_bullet(stranger)
    assert one.ask(learner, mine.pk) == [mine]
    assert (one.ask(learner, theirs.pk), one.ask(learner)) == ([], [])
