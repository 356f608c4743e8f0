"""Rule R11 over accounts at random: out, wiped, in, out is the same byte for byte, here and in a new account."""

import json

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from keeping.taking import naming
from keeping.taking.bringing import bring, look
from keeping.taking.export import documents
from keeping.taking.merging import wipe
from keeping.taking.reading import read
from keeping.taking.schema import schema
from keeping.taking.tables import hung, pointing
from tests.factories.accounts import make_user
from tests.keeping.taking.accounts import make_rows

pytestmark = pytest.mark.django_db


def exported(user):
    return b"".join(documents(user))


def told_apart(data):
    return data.partition(b'\n"told"')[0]


def rows_of(data):
    return {subject: sorted(map(json.dumps, rows)) for subject, rows in json.loads(data)["tables"].items()}


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(random=st.randoms(use_true_random=True))
def test_out_wiped_in_out_is_the_same_byte_for_byte(seeded, random):
    now = timezone.now()
    with transaction.atomic():
        user, other = make_user(name="Ada", time_zone="Asia/Kolkata"), make_user()
        make_rows(user, random)
        before = exported(user)
        Draft202012Validator(schema()).validate(json.loads(before))

        assert not bring(user, read(before), at=now).did_something
        wipe(user)
        bring(user, read(before), at=now)
        assert exported(user) == before

        # Some of it is gone: that comes back, beside what stayed.
        leaves = [model for model in naming.taken().values() if model not in hung() and not _pointed_to(model)]
        for model in random.sample(leaves, len(leaves) // 2):
            model._base_manager.filter(user=user).order_by("?").first().delete()
        bring(user, read(before), at=now)
        assert rows_of(exported(user)) == rows_of(before)
        assert not look(user, read(before), at=now).result.did_something

        wipe(user)
        bring(other, read(before), at=now)
        assert told_apart(exported(other)) == told_apart(before)
        transaction.set_rollback(True)


def _pointed_to(model):
    return any(field.related_model is model for other in naming.taken().values() for field in pointing(other))
