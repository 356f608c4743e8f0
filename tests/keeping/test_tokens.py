"""What a visitor is shown holds no token: the words say which form it was."""

import re

import pytest
from django.test import Client

from accounts.models import User
from evidence.models import Evidence

pytestmark = pytest.mark.django_db
ADDRESS = "/evidence/add/"
TOKEN = re.compile(r'<input type="hidden" name="token"([^>]*)>')
PIECE = {"happened": "The launch", "on": "2024-05-01", "seen": "0"}


def test_the_same_words_twice_make_one_row_and_others_make_another(learning, learner):
    for words in ("The launch", "The launch", "The audit"):
        assert learning.post(ADDRESS, PIECE | {"happened": words}).status_code == 302
    assert sorted(Evidence.objects.filter(user=learner).values_list("happened", flat=True)) == [
        "The audit",
        "The launch",
    ]


def test_two_people_with_the_same_words_have_a_row_each(learner, stranger):
    for user in (learner, stranger):
        client = Client()
        client.force_login(user)
        assert client.post(ADDRESS, PIECE).status_code == 302
    assert set(Evidence.objects.values_list("user", flat=True)) == {learner.pk, stranger.pk}


def test_nobody_is_shown_a_token_and_a_learner_is(learning):
    tokens = [TOKEN.findall(each.get(ADDRESS).content.decode()) for each in (Client(), learning)]
    assert ["value=" in one for (one,) in tokens] == [False, True]
    assert not User.objects.filter(email=None).exists()
