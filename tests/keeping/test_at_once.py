"""Two windows at the very same moment: whoever comes second meets what the first has done, and nothing is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone

from evidence.models import Evidence, Project
from keeping import verbs
from keeping.bin import empty_bin
from keeping.models import Deletion
from tests.factories.accounts import make_user
from tests.factories.evidence import make_evidence, make_project
from tests.factories.interviews import make_story, make_telling
from tests.kit import just_after

pytestmark = pytest.mark.django_db(transaction=True)

NOW = timezone.now()


def change(row, title, seen):
    return verbs.change(row, values={"title": title}, seen=seen, at=NOW)


@pytest.fixture
def project(transactional_db):
    return make_project(make_user(), title="First")


@pytest.fixture
def story(transactional_db):
    return make_story(make_user())


def test_an_undo_never_takes_back_what_another_window_says_meanwhile(project):
    event = change(project, "Second", 1)
    undone = just_after(lambda: change(project, "Third", 2), lambda: verbs.undo(user=project.user, event=event, at=NOW))
    assert (undone, Project.objects.get().title) == (None, "Third")


def test_an_undo_leaves_alone_what_goes_to_the_bin_meanwhile(project):
    event = change(project, "Second", 1)
    undone = just_after(
        lambda: verbs.put_in_bin(project, at=NOW), lambda: verbs.undo(user=project.user, event=event, at=NOW)
    )
    assert (undone, Project.objects.get().title) == (None, "Second")


def test_an_undo_pressed_twice_at_once_is_recorded_once(project):
    event = change(project, "Second", 1)
    press = lambda: verbs.undo(user=project.user, event=event, at=NOW)  # noqa: E731
    assert (just_after(press, press), Project.objects.get().title) == (None, "First")


def test_what_is_brought_back_while_the_bin_is_emptied_stays(project):
    make_evidence(project.user, project=project)
    verbs.put_in_bin(project, at=NOW - timedelta(days=30))
    gone = just_after(lambda: verbs.bring_back(project, at=NOW), lambda: empty_bin(now=NOW))
    assert (gone, Project.objects.count(), Evidence.objects.count()) == (0, 1, 1)


def test_what_is_just_gone_for_good_does_not_come_back(project):
    verbs.put_in_bin(project, at=NOW - timedelta(days=30))
    assert just_after(lambda: empty_bin(now=NOW), lambda: verbs.bring_back(project, at=NOW)) is None
    assert Project.objects.count() == 0


def test_a_part_that_is_deleted_just_before_the_whole_waits_for_it(story):
    telling = make_telling(story)
    just_after(lambda: verbs.put_in_bin(telling, at=NOW), lambda: verbs.put_in_bin(story, at=NOW))
    whole, part = (Deletion.objects.get(token=row.token) for row in (story, telling))
    assert (whole.along, part.waits_for) == (0, whole)


def test_a_part_that_is_brought_back_just_before_the_whole_is_deleted_goes_along(story):
    telling = make_telling(story)
    verbs.put_in_bin(telling, at=NOW)
    just_after(lambda: verbs.bring_back(telling, at=NOW), lambda: verbs.put_in_bin(story, at=NOW))
    telling.refresh_from_db()
    whole, part = (Deletion.objects.get(token=row.token) for row in (story, telling))
    assert (telling.deletion, whole.along, part.waits_for) == (whole, 1, None)


def test_a_part_does_not_come_back_while_the_whole_goes(story):
    telling = make_telling(story)
    verbs.put_in_bin(telling, at=NOW)
    assert just_after(lambda: verbs.put_in_bin(story, at=NOW), lambda: verbs.bring_back(telling, at=NOW)) is None
    telling.refresh_from_db()
    assert telling.in_bin


def test_a_form_that_is_saved_while_its_row_goes_to_the_bin_is_kept_there(project):
    just_after(lambda: verbs.put_in_bin(project, at=NOW), lambda: change(project, "Second", 1))
    kept = Project.objects.get()
    assert (kept.title, kept.in_bin) == ("Second", True)
