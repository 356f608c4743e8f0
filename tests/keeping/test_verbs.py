"""The verbs on a learner's own rows: one event each, safe to repeat, and nothing is lost."""

import uuid
from datetime import date, timedelta
from decimal import Decimal

import pytest

from evidence.models import Evidence, Project
from evidence.records import rating
from keeping import verbs
from keeping.bin import empty_bin
from keeping.history import events_of
from keeping.meanwhile import ChangedMeanwhileError
from keeping.models import Deletion, Event
from tests.evidence.records.test_background import make_units
from tests.factories import NOW
from tests.factories.accounts import make_user
from tests.factories.evidence import make_credential, make_evidence, make_held, make_project, make_skill
from tests.factories.interviews import make_story
from tests.kit import at_once

LATER = NOW + timedelta(hours=1)


def acts(row):
    return [event.act for event in reversed(events_of(row))]


VALUES = {"title": "Move", "starts_on": "2025-01-01"}


def send(learner, token, at=LATER, seen=0, **values):
    return verbs.add(Project, user=learner, token=token, values=VALUES | values, at=at, seen=seen)


def test_the_same_form_twice_makes_one_row(learner):
    token = uuid.uuid4()
    first, second = send(learner, token, at=NOW), send(learner, token)
    assert (first[1].act, second[1], first[0]) == ("added", None, second[0])
    assert acts(first[0]) == ["added"]


def test_the_same_form_with_other_words_is_a_change_of_its_row(learner):
    token = uuid.uuid4()
    row, _ = send(learner, token, at=NOW)
    kept, event = send(learner, token, title="Move of the lab")
    assert (kept, kept.title, kept.edition, event.act) == (row, "Move of the lab", 2, "changed")
    assert (event.before, event.after, event.at) == ({"title": "Move"}, {"title": "Move of the lab"}, LATER)
    assert send(learner, token, title="Move of the lab")[1] is None
    assert verbs.undo(user=learner, event=event, at=LATER) is not None


def test_the_same_form_never_silently_replaces_what_another_window_changed(learner):
    token = uuid.uuid4()
    row, _ = send(learner, token, at=NOW)
    verbs.change(row, values={"title": "Elsewhere"}, seen=1, at=LATER)
    with pytest.raises(ChangedMeanwhileError) as changed:
        send(learner, token, title="Here")
    assert (changed.value.edition, changed.value.there) == (2, Project.objects.get().document())
    assert changed.value.row.title == "Elsewhere"
    assert send(learner, token, title="Elsewhere")[1] is None
    kept, event = send(learner, token, title="Here", seen=2)
    assert (kept.title, event.before) == ("Here", {"title": "Elsewhere"})


def test_the_same_form_with_other_words_is_kept_also_in_the_bin(learner):
    token = uuid.uuid4()
    row, _ = send(learner, token, at=NOW)
    verbs.put_in_bin(row, at=NOW)
    assert send(learner, token)[1] is None
    kept, event = send(learner, token, title="Corrected")
    assert (kept.title, kept.deletion.at, event.act) == ("Corrected", NOW, "changed")


def test_the_same_form_makes_another_row_once_what_it_made_is_gone_for_good(learner):
    token = uuid.uuid4()
    row, _ = send(learner, token, at=NOW)
    verbs.put_in_bin(row, at=NOW)
    empty_bin(now=NOW + timedelta(days=30))
    again, event = send(learner, token)
    assert (event.act, event.after, acts(again)) == ("added", again.document(), ["added", "binned", "added"])
    assert send(learner, token)[1] is None


def test_nothing_less_than_nothing_is_nothing(learner):
    piece = make_evidence(learner, amount=Decimal("0.00"))
    assert verbs.change(piece, values={"amount": "-0.00"}, seen=1, at=LATER) is None


@pytest.mark.django_db(transaction=True)
def test_the_same_form_with_other_words_at_the_same_moment_loses_neither():
    user, token = make_user(), uuid.uuid4()
    at_once(*(lambda title=title: send(user, token, title=title) for title in ("One", "Other")))
    row = Project.objects.get()
    added, changed = reversed(events_of(row))
    assert (added.act, changed.act, row.edition) == ("added", "changed", 2)
    assert {added.after["title"], changed.after["title"]} == {"One", "Other"}
    assert row.title == changed.after["title"]


def test_two_learners_may_send_the_same_token(learner, stranger):
    token = uuid.uuid4()
    for user in (learner, stranger):
        assert send(user, token)[1].act == "added"
    assert Project.objects.count() == 2


def test_a_change_is_recorded_with_what_was_and_is(learner):
    project = make_project(learner, title="Old", hours=10)
    event = verbs.change(project, values={"title": "New", "hours": 10}, seen=1, at=LATER)
    assert (event.before, event.after, event.at) == ({"title": "Old"}, {"title": "New"}, LATER)
    project.refresh_from_db()
    assert (project.title, project.edition) == ("New", 2)
    assert verbs.change(project, values={"title": "New"}, seen=1, at=LATER) is None


def test_the_older_window_never_silently_wins(learner):
    project = make_project(learner, title="Old")
    verbs.change(project, values={"title": "New"}, seen=1, at=LATER)
    with pytest.raises(ChangedMeanwhileError):
        verbs.change(project, values={"title": "Newer"}, seen=1, at=LATER)
    assert Project.objects.get().title == "New"


def test_a_change_is_undone_once_and_only_while_it_is_the_last(learner):
    skill, other = make_skill(), make_skill()
    piece = make_evidence(
        learner, skills=[skill.slug], links=[["https://example.org/", "Demo"]], amount=Decimal("2.50")
    )
    values = {"happened": "Else", "skills": [other.slug], "links": [], "amount": None}
    event = verbs.change(piece, values=values, seen=1, at=LATER)
    assert sorted(event.before) == ["amount", "happened", "links", "skills"]
    assert verbs.undo(user=learner, event=event, at=LATER) is not None
    piece = Evidence.objects.get()
    links = [{"url": "https://example.org/", "title": "Demo"}]
    assert (piece.document()["skills"], piece.document()["links"]) == ([skill.slug], links)
    assert piece.amount == Decimal("2.50")
    assert verbs.undo(user=learner, event=event, at=LATER) is None
    assert acts(piece) == ["added", "changed", "changed"]


def test_an_undo_links_nothing_that_is_gone_for_good(learner):
    gone, left = make_evidence(learner), make_evidence(learner)
    story = make_story(learner)
    for seen, pieces in enumerate([[gone, left], []], start=1):
        event = verbs.change(story, values={"evidence": [str(piece.token) for piece in pieces]}, seen=seen, at=NOW)
    gone.delete()
    assert verbs.undo(user=learner, event=event, at=LATER).after == {"evidence": [str(left.token)]}
    event = verbs.change(story, values={"evidence": []}, seen=4, at=LATER)
    left.delete()
    assert verbs.undo(user=learner, event=event, at=LATER) is None


def test_an_undo_puts_nothing_out_of_sight(learner):
    """Units would go along for good with a credential that was put in the bin without them."""
    first, second = (make_held(learner, make_credential()) for _ in range(2))
    units = make_units(first)
    event = verbs.change(units, values={"holding": str(second.token), "what": "Another"}, seen=1, at=NOW)
    verbs.put_in_bin(first, at=NOW)
    assert verbs.undo(user=learner, event=event, at=LATER).after == {"what": "A talk"}
    units.refresh_from_db()
    assert (units.holding, units.what) == (second, "A talk")


def test_a_project_takes_its_evidence_to_the_bin_and_back(learner):
    project = make_project(learner)
    inside, alone = make_evidence(learner, project=project), make_evidence(learner)
    before = make_evidence(learner, project=project)
    verbs.put_in_bin(before, at=NOW)
    assert verbs.put_in_bin(project, at=LATER) is not None
    assert verbs.put_in_bin(project, at=LATER) is None
    assert list(Evidence.objects.for_user(learner)) == [alone]
    assert [(row.token, row.along) for row in Deletion.objects.in_bin(learner, now=LATER)] == [
        (project.token, 1),
        (before.token, 0),
    ]
    assert verbs.bring_back(project, at=LATER) is not None
    assert verbs.bring_back(project, at=LATER) is None
    assert set(Evidence.objects.for_user(learner)) == {inside, alone}
    inside.refresh_from_db()
    assert (inside.project, inside.deletion, acts(inside)) == (project, None, ["added", "binned", "restored"])


def test_after_thirty_days_it_is_gone_for_good(learner, stranger):
    kept = make_project(stranger)
    project = make_project(learner)
    make_evidence(learner, project=project)
    verbs.put_in_bin(project, at=NOW)
    last = NOW + timedelta(days=30)
    assert Deletion.objects.in_bin(learner, now=last - timedelta(seconds=1)).count() == 1
    assert empty_bin(now=last - timedelta(seconds=1)) == 0
    assert list(Deletion.objects.in_bin(learner, now=last)) == []
    assert empty_bin(now=last) == 2
    assert (list(Project.objects.all()), Evidence.objects.count()) == ([kept], 0)
    events = Event.objects.filter(user=learner, subject="evidence.project")
    assert [event.act for event in events] == ["added", "binned"]


def test_evidence_never_hangs_on_somebody_elses_project(learner):
    foreign = make_project(make_user())
    assert make_evidence(learner, project=foreign).project is None


def test_rating_a_skill_is_kept_once_with_its_history(learner):
    skill = make_skill()
    assert rating.rate(user=learner, skill=skill, values={"now": 2}, at=NOW) is not None
    assert rating.rate(user=learner, skill=skill, values={"now": 2}, at=LATER) is None
    event = rating.rate(user=learner, skill=skill, values={"wanted": 3}, at=LATER)
    assert (event.before, event.after) == ({"wanted": None}, {"wanted": 3})


def test_a_date_is_kept_as_a_date(learner):
    project = make_project(learner)
    assert Project.objects.get() == project
    assert Project.objects.get().starts_on == date(2025, 1, 1)
    assert project.document()["starts_on"] == "2025-01-01"
