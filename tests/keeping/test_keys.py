"""Every row that belongs to a learner says so itself, and they all agree whose they are."""

import uuid

from django.db import connection
from django.db.models import CASCADE
from django.utils import timezone

from accounts.models import User
from interviews.mock import mocking
from interviews.models import Dimension, MockInterview, MockScore, Telling
from keeping import verbs
from keeping.ceilings import EXEMPT
from roadmap import tracking
from roadmap.models import MilestoneProgress
from tests.keys import OF_CURATORS, at_odds, points_between, tables_that_lead_to_a_user
from tests.tpm_portal.test_unchanged_forms import learner, made, world

__all__ = ["learner", "made", "world"]


def test_every_table_of_a_learner_has_the_learners_key():
    # What a reader reported stays with the curators when the reader goes, without a name.
    others = {*EXEMPT, *OF_CURATORS, "curation.Report"}
    tables = [model for model in tables_that_lead_to_a_user() if model._meta.label not in others]
    keys = [model._meta.get_field("user") for model in tables]
    assert {(key.related_model, key.null, key.remote_field.on_delete) for key in keys} == {(User, False, CASCADE)}


def test_a_row_belongs_to_the_learner_whose_row_it_hangs_on(learner, stranger, world):
    now, ended = timezone.now(), MockInterview.objects.exclude(finished_at=None).get()
    scores = dict.fromkeys(Dimension.objects.values_list("pk", flat=True), 4)
    mocking.rate(ended, place=1, token=uuid.uuid4(), grade="fine", scores=scores, at=now)
    milestone = MilestoneProgress.objects.get().milestone
    tracking.tick(user=learner, milestone=milestone, item=milestone.how.first(), ticked=True, at=now)
    verbs.put_in_bin(Telling.objects.first(), at=now)
    tried = {model for model, _ in points_between()}
    assert {model for model in tried if not model._base_manager.filter(user=learner).exists()} == set()
    assert at_odds() == {}
    # What would be found if one strayed.
    MockScore.objects.update(user=stranger)
    assert at_odds() == {"interviews.MockScore.question": 1, "interviews.MockScore.link": 1}


# Indexes of the learner that begin another one, which answers all that they do.
IDLE = """
    SELECT short.indrelid::regclass::text FROM pg_index short JOIN pg_index long USING (indrelid)
    JOIN pg_attribute first ON first.attrelid = short.indrelid AND first.attnum = short.indkey[0]
    WHERE short.indexrelid <> long.indexrelid AND first.attname = 'user_id' AND NOT short.indisunique
    AND num_nulls(short.indpred, short.indexprs, long.indpred, long.indexprs) = 4
    AND long.indkey::text || ' ' LIKE short.indkey::text || ' %'
    AND long.indclass::text || ' ' LIKE short.indclass::text || ' %'
    AND (short.indnatts = 1 OR long.indoption::text || ' ' LIKE short.indoption::text || ' %')
"""


def test_no_index_of_the_learner_is_the_beginning_of_another(db):
    """Each write of a row would keep it up for nothing. Set ``db_index=False`` where a longer one begins with it."""
    with connection.cursor() as cursor:
        cursor.execute(IDLE)
        found = {table for (table,) in cursor.fetchall()}
    # Made by Django and allauth.
    assert found == {"account_emailaddress", "accounts_user_groups", "accounts_user_user_permissions"}
