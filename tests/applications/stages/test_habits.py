"""After how many days a learner follows up: one row for each, made by the first save."""

import pytest

from applications.stages.models import HABITS_TOKEN, Habits
from tests.factories.applications import make_habits
from tests.forms import forms_of
from tests.kit import unescaped, words

ADDRESS = "/applications/habits/"


def form(client):
    return next(one for one in forms_of(client.get(ADDRESS), ADDRESS) if "applied" in one.typed)


def test_the_form_begins_with_what_is_usual_and_keeps_what_suits(learning, learner):
    begun = form(learning)
    assert {name: value for name, value in begun.fields if name in begun.typed} == {
        **{"saved": "7", "applied": "7", "screening": "5", "rounds": "5", "offer": "3"},
    }
    assert "Saved: How I follow up." in words(
        learning.post(ADDRESS, begun.data(applied="10", steers="on"), follow=True)
    )
    row = Habits.objects.get()
    assert (row.user, row.token, row.applied, row.saved, row.steers) == (learner, HABITS_TOKEN, 10, 7, True)
    assert "Nothing had changed." in words(learning.post(ADDRESS, form(learning).data(), follow=True))


def test_two_windows_that_save_first_mean_the_same_row(learning, learner):
    one, other = form(learning), form(learning)
    learning.post(ADDRESS, one.data(applied="10"))
    response = learning.post(ADDRESS, other.data(applied="12"), follow=True)
    assert (response.status_code, Habits.objects.get().applied) == (422, 10)
    assert 'value="12"' in unescaped(response)


def test_an_older_window_does_not_win_in_silence(learning, learner):
    make_habits(learner)
    older, newer = form(learning), form(learning)
    learning.post(ADDRESS, newer.data(applied="10"))
    response = learning.post(ADDRESS, older.data(applied="12"))
    assert (response.status_code, Habits.objects.get().applied) == (422, 10)
    assert "This was changed in another window" in unescaped(response)
    assert 'value="12"' in unescaped(response)


@pytest.mark.parametrize("days", ["0", "366", "-1", "soon", "1.5", "", "\x00"])
def test_days_that_are_none_are_named_and_stay_as_typed(learning, days):
    response = learning.post(ADDRESS, form(learning).data(applied=days))
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["applied"])
    assert not Habits.objects.exists()


def test_everybody_has_habits_of_their_own(client, learner, stranger):
    make_habits(stranger, applied=30)
    client.force_login(learner)
    assert dict(form(client).fields)["applied"] == "7"
    client.post(ADDRESS, form(client).data(applied="9"))
    assert dict(Habits.objects.values_list("user__email", "applied")) == {learner.email: 9, stranger.email: 30}
    client.logout()
    assert dict(form(client).fields)["applied"] == "7"
    client.force_login(learner)
    assert client.put(ADDRESS).status_code == 405
