"""What a test commits is gone for the next, and all content is where it is asked for."""

import pytest

from accounts.models import User
from curation.models import Source
from tests.factories.accounts import make_user


@pytest.mark.parametrize("turn", range(2))
@pytest.mark.django_db(transaction=True)
def test_what_is_committed_meets_no_other_test(turn):
    assert (User.objects.count(), Source.objects.count()) == (0, 0)
    make_user()


@pytest.mark.parametrize("turn", range(2))
@pytest.mark.django_db(transaction=True)
def test_what_is_committed_beside_all_content_meets_no_other_test(seeded, turn):
    assert User.objects.count() == 0
    assert Source.objects.count() > 0
    make_user()
