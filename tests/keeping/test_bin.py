"""The bin: everything that was deleted, page by page, and the way back."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from evidence.models import Project, RenewalUnits
from interviews.models import Telling
from keeping import verbs
from keeping.history import events_of
from keeping.models import Event
from resumes.making.models import Resume
from tests.evidence.records.test_background import make_units
from tests.factories.evidence import (
    make_credential,
    make_education,
    make_evidence,
    make_held,
    make_project,
    make_training,
)
from tests.factories.interviews import make_asked, make_interview, make_mock, make_story, make_telling
from tests.factories.keeping import restore_address
from tests.factories.resumes import make_resume
from tests.kit import words

BIN = "/bin/"


def delete(row, at=None):
    verbs.put_in_bin(row, at=at or timezone.now())
    return row


def test_an_empty_bin_says_what_it_is_for(learning):
    assert "Nothing deleted" in words(learning.get(BIN))


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
    assert [binned.token for binned in response.context["page"]] == [row.token for row in rows]
    body = words(response)
    assert '<strong dir="auto">نقل النظام</strong>' in body
    assert f"Until {timezone.localtime(now + timedelta(days=30)):%b %-d, %Y}." in body


def test_the_bin_is_paged(learning, learner):
    for _ in range(26):
        delete(make_project(learner))
    assert len(learning.get(BIN).context["page"]) == 25
    assert len(learning.get(f"{BIN}?page=2").context["page"]) == 1
    for odd in ("x", "%00", "9" * 5000):
        assert learning.get(f"{BIN}?page={odd}").status_code == 200


def one_of_each_kind(user):
    held = make_held(user, make_credential())
    return (
        make_units(held),
        make_held(user, make_credential()),
        make_training(user),
        make_education(user),
        make_evidence(user),
        make_project(user),
        make_telling(make_story(user)),
        make_story(user),
        make_interview(user),
        make_asked(user),
        make_mock(user),
    )


@pytest.mark.parametrize("number", [1, 3])
def test_query_count(learning, learner, django_assert_num_queries, number):
    with django_assert_num_queries(3):
        learning.get(BIN)
    for _ in range(number):
        delete(make_project(learner))
    with django_assert_num_queries(4):
        assert len(learning.get(BIN).context["page"]) == number


def test_eleven_kinds_are_as_many_queries_as_one(learning, learner, django_assert_num_queries):
    rows = one_of_each_kind(learner)
    assert len({type(row) for row in rows}) == 11
    for row in rows:
        delete(row)
    with django_assert_num_queries(4):
        assert len(learning.get(BIN).context["page"]) == 11


def test_what_has_been_there_for_thirty_days_does_not_come_back(learning, learner):
    project = delete(make_project(learner), at=timezone.now() - timedelta(days=30))
    assert learning.post(restore_address(project)).status_code == 404
    project.refresh_from_db()
    assert project.deletion is not None


@pytest.mark.parametrize("place", ["0/restore/", f"{10**30}/restore/"])
def test_what_does_not_exist_does_not_come_back(learning, place):
    assert learning.post(f"{BIN}{place}").status_code == 404


def test_nothing_is_undone_once_the_row_is_in_the_bin(learning, learner):
    project = make_project(learner, title="Old")
    verbs.change(project, values={"title": "New"}, seen=1, at=timezone.now())
    event = Event.objects.latest("pk")
    delete(project)
    learning.post(f"/undo/{event.pk}/")
    assert "Nothing to undo" in words(learning.get(BIN))
    assert Project.objects.get().title == "New"


def test_an_event_of_another_kind_of_row_is_not_undone_here(learning, learner):
    event = Event.objects.create(
        user=learner, subject="interviews.reviewcard", token=uuid.uuid4(), act="rated", at=timezone.now()
    )
    for address in (f"/undo/{event.pk}/", f"/evidence/undo/{event.pk}/"):
        assert learning.post(address).status_code == 404


@pytest.mark.parametrize("back", ["//elsewhere.example/", "https://elsewhere.example/", "\x00", "javascript:alert(1)"])
def test_nobody_is_led_elsewhere(learning, learner, back):
    project = delete(make_project(learner))
    assert learning.post(restore_address(project), {"back": back}).url == BIN


def test_a_visitor_signs_in_first(client, db):
    assert client.get(BIN).url == f"/account/login/?next={BIN}"
    for act in (f"{BIN}1/restore/", "/undo/1/"):
        assert client.post(act).url == f"/account/login/?next={BIN}"
        assert client.get(act).url == BIN
        assert client.put(act).status_code == 405


def test_the_old_addresses_still_lead_here(learning, learner, stranger):
    old = "/evidence/"
    project = make_project(learner, title="Old")
    verbs.change(project, values={"title": "New"}, seen=1, at=timezone.now())
    undo, restore = f"{old}undo/{Event.objects.latest('pk').pk}/", f"{old}bin/project/{project.pk}/restore/"
    assert [learning.get(address).url for address in (f"{old}bin/", undo, restore)] == [BIN] * 3
    assert learning.post(undo).url == BIN
    assert Project.objects.get().title == "Old"
    delete(project)
    for expected in ("Restored: Old.", "Nothing to restore: Old."):
        assert learning.post(restore).url == BIN
        assert expected in words(learning.get(BIN))
    assert list(Project.objects.for_user(learner)) == [project]
    foreign = delete(make_project(stranger))
    for place in (f"nothing/{project.pk}", f"project/{10**30}", f"project/{foreign.pk}"):
        assert learning.post(f"{old}bin/{place}/restore/").status_code == 404
    assert list(Project.objects.for_user(stranger)) == []


def test_what_belongs_to_something_in_the_bin_waits_for_it(learning, learner):
    held = make_held(learner, make_credential(name="The credential"))
    units, along = make_units(held, what="Deleted before"), make_units(held)
    delete(units)
    delete(held)
    assert [(one.token, one.along) for one in learning.get(BIN).context["page"]] == [(held.token, 1)]
    learning.post(restore_address(units))
    assert "Restore The credential first: Deleted before is part of it." in words(learning.get(BIN))
    assert events_of(along)[0].act == "binned"
    learning.post(restore_address(held))
    assert [one.token for one in learning.get(BIN).context["page"]] == [units.token]
    assert [event.act for event in events_of(along)] == ["restored", "binned", "added"]
    learning.post(restore_address(units))
    assert set(RenewalUnits.objects.for_user(learner)) == {units, along}


def test_a_story_takes_its_tellings_along(learning, learner):
    story = make_story(learner, headline="The launch")
    telling = make_telling(story)
    delete(story)
    body = words(learning.get(BIN))
    assert [one.token for one in learning.get(BIN).context["page"]] == [story.token]
    assert "Story, with 1 telling. Until" in body
    assert list(Telling.objects.for_user(learner)) == []
    learning.post(restore_address(story))
    assert list(Telling.objects.for_user(learner)) == [telling]
    assert [event.act for event in events_of(telling)] == ["restored", "binned", "added"]


def test_a_resume_takes_those_along_that_are_tailored_from_it(learning, learner):
    base = make_resume(learner, name="All I did")
    before, along = (make_resume(learner, name=name, base=base) for name in ("Deleted before", "For Acme"))
    delete(before)
    delete(base)
    assert [(one.token, one.along) for one in learning.get(BIN).context["page"]] == [(base.token, 1)]
    assert "Resume, with 1 entry that belongs to it. Until" in words(learning.get(BIN))
    for waits in (before, along):
        learning.post(restore_address(waits) if waits == before else f"{BIN}{along.pk}/restore/")
        waits.refresh_from_db()
        assert waits.in_bin
    assert "Restore All I did first: Deleted before is part of it." in words(learning.get(BIN))
    learning.post(restore_address(base))
    assert [one.token for one in learning.get(BIN).context["page"]] == [before.token]
    for row in (base, along):
        assert [event.act for event in events_of(row)] == ["restored", "binned", "added"]
    learning.post(restore_address(before))
    assert set(Resume.objects.for_user(learner)) == {base, before, along}
    assert [row.base for row in Resume.objects.order_by("pk")] == [None, base, base]
