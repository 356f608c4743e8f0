"""Values that a fault of ours moved: found in the history, offered back, and settled by one press either way."""

from datetime import UTC, date, datetime, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.utils import timezone

from evidence.models import Evidence, Project, Recovery
from keeping import verbs
from keeping.models import Event
from tests.evidence.records.as_then import find
from tests.factories.evidence import make_evidence, make_project, make_skill
from tests.kit import text

take_for_said = import_module("evidence.migrations.0006_whether_a_setting_was_said").take_for_said

OLD = date(2024, 5, 1)
SAVED = datetime(2026, 11, 3, 9, tzinfo=UTC)


def saved(piece, at=SAVED, on=None, **values):
    """Save the form of a piece as it was until then, with today in place of its day."""
    piece.refresh_from_db()
    day = f"{on or at.date():%Y-%m-%d}"
    return verbs.change(piece, values={"on": day, **values}, seen=piece.edition, at=at)


def found():
    find()
    return [(row.subject, row.token, row.field, row.present, row.offered, row.at) for row in Recovery.objects.all()]


# --- Finding ---------------------------------------------------------------------------------------------------


def test_a_day_that_a_saving_moved_is_found_once(learner):
    piece = make_evidence(learner, on=OLD)
    saved(piece)
    expected = [("evidence.evidence", piece.token, "on", "2026-11-03", "2024-05-01", SAVED)]
    assert (found(), found()) == (expected, expected)


def test_a_day_that_moved_along_with_other_words_is_found_too(learner):
    piece = make_evidence(learner, on=OLD)
    saved(piece, happened="With more words")
    assert [row[3:5] for row in found()] == [("2026-11-03", "2024-05-01")]


def test_of_several_savings_the_first_day_is_offered(learner):
    piece = make_evidence(learner, on=OLD)
    for days in (0, 2, 9):
        saved(piece, at=SAVED + timedelta(days=days))
    assert [row[3:] for row in found()] == [("2026-11-12", "2024-05-01", SAVED + timedelta(days=9))]


def test_a_day_that_came_from_elsewhere_meanwhile_is_the_one_offered(learner):
    piece = make_evidence(learner, on=OLD)
    saved(piece)
    # Neither a form nor a history made it: what was there before the last saving is all that is known.
    Evidence.objects.filter(pk=piece.pk).update(on=date(2025, 1, 1))
    saved(piece, at=SAVED + timedelta(days=2))
    assert [row[3:5] for row in found()] == [("2026-11-05", "2025-01-01")]


def test_a_day_that_does_not_stand_there_any_more_is_not_found(learner):
    piece = make_evidence(learner, on=OLD)
    saved(piece)
    Evidence.objects.filter(pk=piece.pk).update(on=date(2025, 1, 1))
    assert found() == []


@pytest.mark.parametrize(("hours", "day"), [(-11, date(2026, 11, 2)), (14, date(2026, 11, 4))])
def test_the_day_is_the_learners_own_wherever_they_were(learner, hours, day):
    piece = make_evidence(learner, on=OLD)
    saved(piece, at=datetime(2026, 11, 3, 10, 30, tzinfo=UTC), on=day)
    assert [row[3] for row in found()] == [f"{day:%Y-%m-%d}"]


def test_what_the_learner_set_or_took_back_is_not_found(learner, stranger):
    by_hand, corrected, undone, forward, gone = (make_evidence(learner, on=OLD) for _ in range(5))
    saved(by_hand, on=date(2025, 1, 1))
    saved(corrected)
    saved(corrected, at=SAVED + timedelta(days=1), on=OLD)
    verbs.undo(user=learner, event=saved(undone), at=SAVED)
    future = make_evidence(learner, on=date(2027, 1, 1))
    saved(future)
    saved(forward, happened="Words", on=OLD)
    saved(gone)
    gone.delete()
    make_evidence(stranger, on=OLD)
    assert found() == []


def changed_kind(project, before, after, **values):
    """Change the kind as the form did until then: what had been guessed came along as an answer."""
    Event.objects.create(
        **{"user": project.user, "subject": "evidence.project", "token": project.token, "act": "changed", "at": SAVED},
        before={"kind": before},
        after={"kind": after, **values},
    )
    Project.objects.filter(pk=project.pk).update(kind=after)


@pytest.mark.parametrize(("before", "after", "present"), [("own", "job", False), ("contract", "study", True)])
def test_a_setting_that_stayed_behind_is_found_and_until_then_stays(learner, before, after, present):
    project = make_project(learner, kind=before)
    changed_kind(project, before, after)
    take_for_said(apps, None)
    project.refresh_from_db()
    assert (project.professional, project.professional_said) == (present, True)
    assert found() == [("evidence.project", project.token, "professional", present, not present, SAVED)]


def test_a_setting_that_was_said_or_fits_is_not_found(learner):
    said = make_project(learner, kind="job", professional=False)
    with_it = make_project(learner, kind="own")
    changed_kind(with_it, "own", "job", professional=False)
    back = make_project(learner, kind="job")
    changed_kind(back, "job", "own")
    changed_kind(back, "own", "contract")
    usual = make_project(learner, kind="job", professional=False)
    changed_kind(usual, "job", "contract")
    fits = make_project(learner, kind="own", professional=False)
    changed_kind(fits, "own", "study")
    assert (found(), {said.professional, with_it.refresh_from_db()}) == ([], {False, None})


def test_the_last_change_of_kind_that_left_a_setting_behind_is_the_one_told(learner):
    """From one kind to another like it, nothing stays behind."""
    project = make_project(learner, kind="own")
    changed_kind(project, "own", "job")
    Event.objects.update(at=SAVED - timedelta(days=1))
    changed_kind(project, "job", "contract")
    assert [row[5] for row in found()] == [SAVED - timedelta(days=1)]


# --- Offering --------------------------------------------------------------------------------------------------


@pytest.fixture
def piece(learner):
    piece = make_evidence(learner, happened="The launch", on=OLD, skills=[make_skill().slug])
    saved(piece)
    find()
    return piece


@pytest.fixture
def project(learner):
    project = make_project(learner, title="The move", kind="own")
    changed_kind(project, "own", "job")
    take_for_said(apps, None)
    find()
    return project


def settle(client, answer, **data):
    recovery = Recovery.objects.get()
    return client.post(f"/evidence/recoveries/{recovery.pk}/settle/", {"answer": answer} | data, follow=True)


def test_a_moved_day_is_offered_where_it_matters_and_put_back_with_one_press(learning, piece):
    said = "On Nov 3, 2026, when this was saved, its day went from May 1, 2024 to Nov 3, 2026."
    for address in ("/evidence/", piece.get_absolute_url()):
        body = text(learning.get(address))
        assert [words in body for words in (said, ">Put May 1, 2024 back<", ">Keep Nov 3, 2026<")] == [True] * 3
    body = text(settle(learning, "take", back="/evidence/"))
    assert ("It is as it was before: The launch." in body, "Put May 1, 2024 back" in body) == (True, False)
    assert Evidence.objects.get().on == OLD
    event = Event.objects.latest("pk")
    assert (event.before, event.after) == ({"on": "2026-11-03"}, {"on": "2024-05-01"})
    assert f'action="/undo/{event.pk}/"' in body
    learning.post(f"/undo/{event.pk}/")
    assert Evidence.objects.get().on == date(2026, 11, 3)
    assert "Put May 1, 2024 back" not in text(learning.get("/evidence/"))


def test_a_day_that_is_right_is_kept_and_not_asked_about_again(learning, piece):
    number = Event.objects.count()
    assert "It stays as it is: The launch." in text(settle(learning, "keep"))
    assert (Evidence.objects.get().on, Event.objects.count()) == (date(2026, 11, 3), number)
    assert "its day went" not in text(learning.get("/evidence/"))
    settle(learning, "take")
    assert Evidence.objects.get().on == date(2026, 11, 3)


def test_what_was_changed_by_hand_since_is_not_offered_and_not_overwritten(learning, piece):
    saved(piece, on=date(2025, 1, 1))
    assert "its day went" not in text(learning.get(piece.get_absolute_url()))
    settle(learning, "take")
    assert Evidence.objects.get().on == date(2025, 1, 1)


def test_what_is_in_the_bin_is_offered_when_it_is_back(learning, piece):
    verbs.put_in_bin(piece, at=timezone.now())
    assert "its day went" not in text(learning.get("/evidence/"))
    verbs.bring_back(piece, at=timezone.now())
    assert "its day went" in text(learning.get("/evidence/"))


def test_a_setting_that_stayed_behind_is_offered_and_follows_the_kind_again(learning, project):
    for address in ("/evidence/projects/", project.get_absolute_url(), "/evidence/credentials/"):
        body = text(learning.get(address))
        assert ("so its months do not count" in body, ">Make it yes<" in body, ">Keep no<" in body) == (True,) * 3
    assert "It is as it was before: The move." in text(settle(learning, "take"))
    project.refresh_from_db()
    assert (project.professional, project.professional_said) == (True, False)
    assert "stayed behind" not in text(learning.get("/evidence/projects/"))


def test_a_setting_that_is_right_is_kept(learning, project):
    settle(learning, "keep")
    project.refresh_from_db()
    assert (project.professional, project.professional_said) == (False, True)
    assert "stayed behind" not in text(learning.get("/evidence/projects/"))


def test_a_setting_that_fits_by_now_is_not_offered(learning, project):
    """The kind was changed back: what was left behind is as usual for it again."""
    Project.objects.update(kind="own")
    assert "stayed behind" not in text(learning.get("/evidence/projects/"))
    settle(learning, "take")
    project.refresh_from_db()
    assert project.professional is False


def test_on_the_page_of_another_piece_nothing_is_offered(learning, learner, piece):
    other = make_evidence(learner, on=OLD)
    assert "its day went" not in text(learning.get(other.get_absolute_url()))


def test_what_is_gone_for_good_is_not_settled(learning, piece):
    recovery = Recovery.objects.get()
    Evidence.objects.all().delete()
    answer = {"answer": "take"}
    assert learning.post(f"/evidence/recoveries/{recovery.pk}/settle/", answer).status_code == 404


def test_at_most_three_are_asked_about_at_once(learning, learner):
    for _ in range(4):
        saved(make_evidence(learner, on=OLD))
    find()
    assert text(learning.get("/evidence/")).count(">Put May 1, 2024 back<") == 3


def test_a_stranger_a_visitor_and_nonsense_settle_nothing(client, stranger, learner, piece):
    address = f"/evidence/recoveries/{Recovery.objects.get().pk}/settle/"
    assert client.post(address, {"answer": "take"}).status_code == 403
    client.force_login(stranger)
    assert client.post(address, {"answer": "take"}).status_code == 404
    client.force_login(learner)
    assert client.post(address, {"answer": "perhaps"}).status_code == 404
    assert client.get(address)["Location"] == "/evidence/"
    assert client.post("/evidence/recoveries/0/settle/", {"answer": "take"}).status_code == 404
    assert (Evidence.objects.get().on, Recovery.objects.get().settled_at) == (date(2026, 11, 3), None)
