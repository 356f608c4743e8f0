"""A publish that would move a learner's figure says so first, in bands, and happens at the second press."""

from dataclasses import replace

import pytest
from django.utils import timezone

import curation.moving
from curation import publishing
from curation.draft import Draft
from evidence.ledger.moving import STANDING
from evidence.models import EligibilityPath
from roadmap import moving, tracking
from roadmap.models import Milestone
from tests.curation.test_admin import url
from tests.curation.test_drafting import KEEP
from tests.factories.accounts import make_user
from tests.factories.evidence import make_credential, make_project
from tests.factories.roadmap import make_milestone
from tests.kit import text
from tests.sending import sent

pytestmark = pytest.mark.django_db
FORM = "eligibilitypath_form"
MORE = {"requirements-0-months": "6"}


@pytest.fixture
def path():
    path = make_credential().paths.get()
    path.record_version(at=timezone.now())
    return path


def months(path):
    return path.requirements.get().months


@pytest.mark.parametrize(("learners", "number"), [(1, "fewer than 5"), (5, "5 to 9")])
def test_a_rule_that_moves_where_learners_stand_is_published_at_the_second_press(curating, path, learners, number):
    for _ in range(learners):
        make_project(make_user())
    first = curating.post(url(path), sent(curating.get(url(path)), FORM, **MORE))
    assert f"Where they stand in the ledger would change for {number} people." in text(first)
    assert "Nothing was published yet." in text(first)
    assert (months(path), EligibilityPath.objects.get().version_number) == (36, 1)
    second = curating.post(url(path), sent(first, FORM), follow=True)
    assert "was changed successfully" in text(second)
    assert "would change" not in text(second)
    assert (months(path), EligibilityPath.objects.get().version_number) == (6, 2)


def test_what_moves_nobody_is_published_at_once(curating, path):
    make_user()
    assert curating.post(url(path), sent(curating.get(url(path)), FORM, **MORE)).status_code == 302
    assert months(path) == 6


def test_what_no_figure_rests_on_costs_no_look_at_any_learner(curating, path, monkeypatch):
    looked = []
    measure = replace(STANDING, figures=lambda row: looked.append(row) or {})
    monkeypatch.setitem(curation.moving._measures, STANDING.name, measure)
    for changes, looks in (({"position": "7"}, 0), (MORE, 2)):
        assert curating.post(url(path), sent(curating.get(url(path)), FORM, **changes)).status_code == 302
        assert len(looked) == looks


def test_a_draft_that_would_move_a_figure_waits_for_a_press_in_its_form(curating, curator, path):
    make_project(make_user())
    curating.post(url(path), sent(curating.get(url(path)), FORM, **KEEP, **MORE))
    draft = Draft.objects.get()
    says = "Where they stand in the ledger would change for fewer than 5 people."
    assert says in publishing.publish(draft.pk, user=curator).problems
    assert (months(path), Draft.objects.get().closed_at) == (36, None)
    first = curating.post(url(path), sent(curating.get(draft.form_url), FORM))
    assert says in text(first)
    assert curating.post(url(path), sent(first, FORM)).status_code == 302
    assert (months(path), Draft.objects.get().outcome) == (6, "published")


def test_no_edit_moves_the_counts_of_the_roadmap_and_the_measure_would_tell(curating, learner):
    milestone, other = make_milestone(), make_milestone()
    now, today = timezone.now(), timezone.localdate()
    tracking.change_state(user=learner, milestone=milestone, state="done", today=today, at=now)
    before = moving.counts(other)
    assert before == {learner.pk: ((1, "1 of 2"),)}
    data = sent(curating.get(url(other)), "milestone_form")
    data.pop("required")
    assert curating.post(url(other), data).status_code == 302
    other.refresh_from_db()
    assert (other.required, moving.counts(other)) == (False, before)
    # As if the count of a learner did not stand still.
    learner.counted_milestones.filter(milestone=other).update(required=False)
    assert moving.counts(other) == {learner.pk: ((1, "1 of 1"),)}
    assert moving.rests_on(Milestone, None) is None
