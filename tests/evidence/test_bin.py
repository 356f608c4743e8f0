"""The bin: everything that was deleted, page by page, and the way back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from evidence import keeping
from evidence.models import OwnEvent, Project
from tests.evidence.records.test_background import make_units
from tests.factories.evidence import (
    make_credential,
    make_education,
    make_evidence,
    make_held,
    make_project,
    make_training,
)
from tests.kit import words

BIN = "/evidence/bin/"


def delete(row, at=None):
    keeping.put_in_bin(row, at=at or timezone.now())
    return row


def test_an_empty_bin_says_what_it_is_for(learning):
    assert "The bin is empty" in words(learning.get(BIN))


def test_everything_deleted_is_listed_the_newest_first_with_its_last_day(learning, learner, stranger):
    now = timezone.now()
    make_project(learner)
    delete(make_project(stranger))
    delete(make_project(learner), at=now - timedelta(days=30))
    held = make_held(learner, make_credential())
    rows = [
        delete(row, at=now - timedelta(hours=hour))
        for hour, row in enumerate(
            [
                make_project(learner, title="نقل النظام"),
                make_evidence(learner),
                make_education(learner),
                make_training(learner),
                make_units(held),
                make_held(learner, make_credential()),
            ]
        )
    ]
    response = learning.get(BIN)
    assert [binned.row for binned in response.context["page"]] == rows
    body = words(response)
    assert '<strong dir="auto">نقل النظام</strong>' in body
    assert f"Until {timezone.localtime(now + timedelta(days=30)):%-d %b %Y}." in body


def test_the_bin_is_paged(learning, learner):
    for _ in range(26):
        delete(make_project(learner))
    assert len(learning.get(BIN).context["page"]) == 25
    assert len(learning.get(f"{BIN}?page=2").context["page"]) == 1
    for odd in ("x", "%00", "9" * 5000):
        assert learning.get(f"{BIN}?page={odd}").status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_query_count(learning, learner, django_assert_num_queries, number):
    with django_assert_num_queries(3):
        learning.get(BIN)
    for _ in range(number):
        held = make_held(learner, make_credential())
        for row in (
            make_units(held),
            make_held(learner, make_credential()),
            make_training(learner),
            make_education(learner),
            make_evidence(learner),
            make_project(learner),
        ):
            delete(row)
    with django_assert_num_queries(9):
        assert learning.get(BIN).status_code == 200


def test_what_has_been_there_for_thirty_days_does_not_come_back(learning, learner):
    project = delete(make_project(learner), at=timezone.now() - timedelta(days=30))
    assert learning.post(f"{BIN}project/{project.pk}/restore/").status_code == 404
    project.refresh_from_db()
    assert project.binned_at is not None


@pytest.mark.parametrize("place", ["nothing/1/restore/", "user/1/restore/", f"project/{10**30}/restore/"])
def test_what_does_not_exist_does_not_come_back(learning, place):
    assert learning.post(f"{BIN}{place}").status_code == 404


def test_nothing_is_undone_once_the_row_is_in_the_bin(learning, learner):
    project = make_project(learner, title="Old")
    keeping.change(project, values={"title": "New"}, seen=1, at=timezone.now())
    event = OwnEvent.objects.latest("pk")
    delete(project)
    learning.post(f"/evidence/undo/{event.pk}/")
    assert "Nothing to undo" in words(learning.get(BIN))
    assert Project.objects.get().title == "New"


@pytest.mark.parametrize("back", ["//elsewhere.example/", "https://elsewhere.example/", "\x00", "javascript:alert(1)"])
def test_nobody_is_led_elsewhere(learning, learner, back):
    project = delete(make_project(learner))
    assert learning.post(f"{BIN}project/{project.pk}/restore/", {"back": back}).url == BIN


def test_a_visitor_signs_in_first(client, db):
    assert client.get(BIN).url == f"/account/login/?next={BIN}"
    for act in (f"{BIN}project/1/restore/", "/evidence/undo/1/"):
        assert client.post(act).url == f"/account/login/?next={BIN}"
        assert client.get(act).url == BIN
        assert client.put(act).status_code == 405
