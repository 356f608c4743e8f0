"""Three questions and what somebody is after: one row for each learner, made by the first save."""

import pytest

from roadmap.models import AIM_TOKEN, Aim
from tests.factories.evidence import make_credential
from tests.factories.roadmap import make_aim, make_role
from tests.forms import forms_of
from tests.kit import unescaped, words

ADDRESS = "/roadmap/aim/"
ANSWERS = {"interview_ahead": "True", "education": "bachelor", "led": "none"}


@pytest.fixture(autouse=True)
def content(db):
    make_credential(slug="capm")
    make_credential(slug="pmp")
    make_role(slug="technical-project-manager")


def form(client, at=ADDRESS):
    return next(one for one in forms_of(client.get(at), at) if "education" in one.typed)


def chosen(row):
    return (row.interview_ahead, row.education, row.led, row.role.slug, row.credential and row.credential.slug)


def test_three_answers_on_today_make_the_row_with_what_is_suggested(learning, learner):
    asked = form(learning, "/")
    assert (asked.action, set(asked.typed)) == (ADDRESS, {"education", "interview_ahead", "led"})
    answer = learning.post(ADDRESS, asked.data(**ANSWERS))
    assert (answer.status_code, answer.url) == (302, "/")
    row = Aim.objects.get()
    assert (row.user, row.token) == (learner, AIM_TOKEN)
    assert chosen(row) == (True, "bachelor", "none", "technical-project-manager", "capm")


def test_what_is_chosen_is_kept_as_chosen_also_none(learning, learner):
    make_aim(learner, role=make_role(slug="scrum-master"), credential=make_credential(slug="psm-i"))
    learning.post(ADDRESS, form(learning).data(credential=""))
    assert chosen(Aim.objects.get()) == (False, "bachelor", "none", "scrum-master", None)


def test_saved_unchanged_nothing_changes_also_with_what_is_no_longer_offered(learning, learner, retired):
    make_aim(
        learner, role=retired(make_role()), credential=retired(make_credential()), interview_ahead=True, led="five"
    )
    was = chosen(Aim.objects.get())
    assert "Nothing had changed." in words(learning.post(ADDRESS, form(learning).data(), follow=True))
    assert chosen(Aim.objects.get()) == was


@pytest.fixture
def retired():
    from django.utils import timezone

    def retired(row):
        row.retired_at = timezone.now()
        row.save()
        return row

    return retired


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("interview_ahead", "perhaps"), ("interview_ahead", ""), ("education", "\x00"), ("led", "9"), ("role", "nobody")],
)
def test_what_is_no_answer_is_named_and_the_rest_stays(learning, field, wrong):
    response = learning.post(ADDRESS, form(learning, "/").data(**(ANSWERS | {field: wrong})))
    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
    assert not Aim.objects.exists()
    if field != "education":
        assert '<option value="bachelor" selected>' in unescaped(response)


def test_two_windows_that_save_first_mean_the_same_row(learning):
    one, other = form(learning, "/"), form(learning, "/")
    learning.post(ADDRESS, one.data(**ANSWERS))
    response = learning.post(ADDRESS, other.data(**(ANSWERS | {"education": "master"})))
    assert (response.status_code, Aim.objects.get().education) == (422, "bachelor")
    assert '<option value="master" selected>' in unescaped(response)


def test_everybody_has_their_own(client, learner, stranger):
    make_aim(stranger, education="master")
    client.force_login(learner)
    client.post(ADDRESS, form(client).data(**ANSWERS))
    assert dict(Aim.objects.values_list("user__email", "education")) == {
        learner.email: "bachelor",
        stranger.email: "master",
    }
    client.logout()
    assert client.get(ADDRESS).context["form"].row is None
