"""The verbs: exact effect, one event each, safe to repeat, and undone without loss."""

from datetime import UTC, date, datetime

import pytest
from django.db import transaction
from django.db.models import ProtectedError
from django.db.utils import IntegrityError

from keeping.ceilings import kept_for
from keeping.meanwhile import ChangedMeanwhileError
from keeping.models import Event
from roadmap import tracking
from roadmap.history import describe
from roadmap.models import ChecklistTick, CountedMilestone, MilestoneProgress, ProofLink, State
from roadmap.models.progress import LINKS_PER_MILESTONE
from tests.factories.accounts import make_user
from tests.factories.roadmap import make_milestone, newest_event, progress_events
from tests.kit import at_once

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
TODAY = date(2026, 11, 24)


@pytest.fixture
def user(db):
    return make_user()


@pytest.fixture
def milestone(db):
    return make_milestone()


def change(user, milestone, state, **kwargs):
    return tracking.change_state(user=user, milestone=milestone, state=state, today=TODAY, at=NOW, **kwargs)


def row(user):
    return MilestoneProgress.objects.get(user=user)


def values(user):
    own = row(user)
    return (own.state, own.started_on, own.finished_on, own.target_on, own.skip_reason, own.note)


def test_start_sets_the_day_and_appends_one_event_with_the_version(user, milestone):
    event = change(user, milestone, State.DOING)
    assert values(user) == ("doing", TODAY, None, None, "", "")
    assert (event.act, event.at, event.version) == ("state", NOW, 1)
    assert event.before == {
        "state": "todo",
        "started_on": None,
        "finished_on": None,
        "skip_reason": "",
        "read_version": 0,
    }
    assert event.after == event.before | {"state": "doing", "started_on": "2026-11-24"}


@pytest.mark.parametrize("state", [State.DOING, State.DONE])
def test_the_same_state_twice_is_recorded_once(user, milestone, state):
    assert change(user, milestone, state) is not None
    assert change(user, milestone, state) is None
    assert progress_events().count() == 1


def test_todo_without_a_change_records_nothing(user, milestone):
    assert change(user, milestone, State.TODO) is None
    assert progress_events().count() == 0


@pytest.mark.parametrize(
    "act",
    [
        lambda who, what: change(who, what, State.TODO),
        lambda who, what: tracking.write_note(user=who, milestone=what, note="", seen=0, at=NOW),
        lambda who, what: tracking.set_dates(
            user=who, milestone=what, started_on=None, finished_on=None, target_on=None, at=NOW
        ),
        lambda who, what: tracking.tick(user=who, milestone=what, item=what.how.first(), ticked=False, at=NOW),
    ],
    ids=["to do", "an empty note", "no dates", "an unticked line"],
)
def test_what_changes_nothing_begins_nothing(user, milestone, act):
    assert act(user, milestone) is None
    assert not MilestoneProgress.objects.exists()
    assert not CountedMilestone.objects.exists()


def test_done_keeps_the_start_and_remembers_the_version_read(user, milestone):
    change(user, milestone, State.DOING)
    change(user, milestone, State.DONE)
    assert values(user) == ("done", TODAY, TODAY, None, "", "")
    assert row(user).read_version == 1


def test_done_with_a_start_that_is_ahead_of_today(user, milestone):
    MilestoneProgress.objects.create(
        user=user, milestone=milestone, state="doing", started_on=date(2026, 11, 25), began_at=NOW
    )
    change(user, milestone, State.DONE)
    assert row(user).finished_on == date(2026, 11, 25)


def test_skip_needs_its_reason_and_put_back_clears_it(user, milestone):
    change(user, milestone, State.SKIPPED, skip_reason="I hold a degree")
    assert values(user) == ("skipped", None, None, None, "I hold a degree", "")
    change(user, milestone, State.TODO)
    assert values(user) == ("todo", None, None, None, "", "")
    assert progress_events().count() == 2


def test_dates_of_something_done_before_joining_make_it_done(user, milestone):
    tracking.set_dates(
        user=user,
        milestone=milestone,
        started_on=date(2019, 1, 5),
        finished_on=date(2019, 6, 1),
        target_on=None,
        at=NOW,
    )
    assert values(user) == ("done", date(2019, 1, 5), date(2019, 6, 1), None, "", "")


@pytest.mark.parametrize(("started", "expected"), [(date(2026, 1, 1), State.DOING), (None, State.TODO)])
def test_taking_the_finish_away_reopens(user, milestone, started, expected):
    change(user, milestone, State.DONE)
    tracking.set_dates(user=user, milestone=milestone, started_on=started, finished_on=None, target_on=None, at=NOW)
    assert (row(user).state, row(user).finished_on) == (expected, None)


def test_a_target_alone_changes_no_state_and_the_same_dates_twice_record_once(user, milestone):
    dates = {"started_on": None, "finished_on": None, "target_on": date(2027, 1, 1)}
    assert tracking.set_dates(user=user, milestone=milestone, at=NOW, **dates) is not None
    assert tracking.set_dates(user=user, milestone=milestone, at=NOW, **dates) is None
    assert (row(user).state, row(user).target_on) == ("todo", date(2027, 1, 1))


def test_tick_and_untick(user, milestone):
    first, second = milestone.how.all()
    for item in (first, second, first):
        tracking.tick(user=user, milestone=milestone, item=item, ticked=True, at=NOW)
    assert ChecklistTick.objects.count() == 2
    assert progress_events().count() == 2
    tracking.tick(user=user, milestone=milestone, item=first, ticked=False, at=NOW)
    assert [tick.item for tick in ChecklistTick.objects.all()] == [second]


def test_a_line_of_another_milestone_cannot_be_ticked(user, milestone):
    other = make_milestone().how.first()
    with pytest.raises(ValueError, match="another milestone"):
        tracking.tick(user=user, milestone=milestone, item=other, ticked=True, at=NOW)


def write(user, milestone, text, seen=None):
    seen = newest_event() if seen is None else seen
    return tracking.write_note(user=user, milestone=milestone, note=text, seen=seen, at=NOW)


def test_note_is_kept_and_what_it_replaced_stays_in_the_history(user, milestone):
    write(user, milestone, "First")
    event = write(user, milestone, "Second")
    assert row(user).note == "Second"
    assert (event.before, event.after) == ({"note": "First"}, {"note": "Second"})
    assert write(user, milestone, "Second") is None


def test_the_older_of_two_tabs_never_silently_wins(user, milestone):
    event = write(user, milestone, "From the first tab")
    with pytest.raises(ChangedMeanwhileError) as changed:
        write(user, milestone, "From the second tab", seen=0)
    assert (changed.value.edition, changed.value.there) == (event.pk, {"note": "From the first tab"})
    assert row(user).note == "From the first tab"
    assert write(user, milestone, "From the second tab", seen=changed.value.edition) is not None


def test_what_another_window_did_to_something_else_stands_in_nobodys_way(user, milestone):
    write(user, milestone, "A note")
    dates = {"started_on": None, "finished_on": None, "target_on": date(2027, 1, 1)}
    seen = tracking.set_dates(user=user, milestone=milestone, at=NOW, seen=newest_event(), **dates).pk
    tracking.tick(user=user, milestone=milestone, item=milestone.how.first(), ticked=True, at=NOW)
    tracking.add_link(user=user, milestone=milestone, url="https://example.org/", title="", at=NOW)
    change(user, milestone, State.SKIPPED, skip_reason="It says all dates, and changes none")
    assert write(user, milestone, "Another note", seen=seen) is not None
    days = {"user": user, "milestone": milestone, "at": NOW, "seen": seen}
    assert tracking.set_dates(**days, **dates | {"target_on": date(2028, 1, 1)}) is not None
    with pytest.raises(ChangedMeanwhileError) as changed:
        tracking.set_dates(**days, **dates)
    stored = dates | {"target_on": "2028-01-01"}
    assert (changed.value.edition, changed.value.there) == (newest_event(), stored)


def test_an_event_of_another_milestone_was_not_seen_here(user, milestone):
    write(user, milestone, "Mine")
    foreign = change(user, make_milestone(), State.DOING)
    for seen in (foreign.pk, foreign.pk + 1, 10**15):
        with pytest.raises(ChangedMeanwhileError):
            write(user, milestone, "From a window that saw nothing", seen=seen)


def test_links_are_kept_once_removed_softly_and_limited(user, milestone):
    add = {"user": user, "milestone": milestone, "title": "", "at": NOW}
    tracking.add_link(url="https://example.org/1", **add)
    assert tracking.add_link(url="https://example.org/1", **add) is None
    link = ProofLink.objects.get()
    tracking.remove_link(user=user, milestone=milestone, link_id=link.pk, at=NOW)
    assert tracking.remove_link(user=user, milestone=milestone, link_id=link.pk, at=NOW) is None
    assert ProofLink.objects.get().removed_at == NOW
    for number in range(LINKS_PER_MILESTONE):
        tracking.add_link(url=f"https://example.org/{number}", **add)
    with pytest.raises(tracking.TooManyLinksError):
        tracking.add_link(url="https://example.org/more", **add)


def test_the_same_address_under_another_name_is_renamed_and_can_be_undone(user, milestone):
    add = {"user": user, "milestone": milestone, "url": "https://example.org/1", "at": NOW}
    tracking.add_link(title="The bord", **add)
    assert tracking.add_link(title="", **add) is None

    def titles():
        return list(ProofLink.objects.filter(removed_at=None).values_list("title", flat=True))

    event = tracking.add_link(title="The board", **add)
    assert (titles(), describe(event)) == (["The board"], "Proof renamed")
    undone = tracking.undo(user=user, milestone=milestone, event_id=event.pk, at=NOW)
    assert titles() == ["The bord"]
    tracking.undo(user=user, milestone=milestone, event_id=undone.pk, at=NOW)
    assert titles() == ["The board"]


def test_a_stranger_cannot_remove_or_undo(user, milestone):
    event = tracking.add_link(user=user, milestone=milestone, url="https://example.org/1", title="", at=NOW)
    stranger = make_user()
    with pytest.raises(ProofLink.DoesNotExist):
        tracking.remove_link(user=stranger, milestone=milestone, link_id=ProofLink.objects.get().pk, at=NOW)
    with pytest.raises(Event.DoesNotExist):
        tracking.undo(user=stranger, milestone=milestone, event_id=event.pk, at=NOW)


def test_undo_restores_every_kind_of_change(user, milestone):
    item = milestone.how.first()
    acts = [
        lambda: change(user, milestone, State.DOING),
        lambda: tracking.set_dates(
            user=user,
            milestone=milestone,
            started_on=TODAY,
            finished_on=None,
            target_on=date(2027, 1, 1),
            at=NOW,
        ),
        lambda: tracking.tick(user=user, milestone=milestone, item=item, ticked=True, at=NOW),
        lambda: write(user, milestone, "A note"),
        lambda: tracking.add_link(user=user, milestone=milestone, url="https://example.org/", title="", at=NOW),
        lambda: tracking.remove_link(
            user=user, milestone=milestone, link_id=ProofLink.objects.get(removed_at=None).pk, at=NOW
        ),
        lambda: change(user, milestone, State.DONE),
        lambda: change(user, milestone, State.SKIPPED, skip_reason="No"),
    ]

    def everything():
        if not MilestoneProgress.objects.exists():
            return ("todo", None, None, None, "", ""), set(), set()
        kept = set(ProofLink.objects.filter(removed_at=None).values_list("url", flat=True))
        return values(user), set(ChecklistTick.objects.values_list("item_id", flat=True)), kept

    for act in acts:
        before = everything()
        event = act()
        assert everything() != before
        undone = tracking.undo(user=user, milestone=milestone, event_id=event.pk, at=NOW)
        assert everything() == before
        assert (undone.undoes, undone.before, undone.after) == (event, event.after, event.before)
        assert act() is not None


def test_what_is_gone_for_good_is_left_out_of_an_undo(user, milestone):
    item = milestone.how.first()
    tracking.tick(user=user, milestone=milestone, item=item, ticked=True, at=NOW)
    event = tracking.tick(user=user, milestone=milestone, item=item, ticked=False, at=NOW)
    item.delete()
    undone = tracking.undo(user=user, milestone=milestone, event_id=event.pk, at=NOW)
    assert (describe(undone), ChecklistTick.objects.count()) == ("Undone: checked an item on the checklist", 0)


def test_what_somebody_keeps_here_counts_once_toward_their_ceiling(user, milestone):
    change(user, milestone, State.DOING)
    link = {"user": user, "milestone": milestone, "url": "https://example.org/", "title": "", "at": NOW}
    rows = kept_for(user.pk)[0]
    tracking.add_link(**link)
    tracking.tick(user=user, milestone=milestone, item=milestone.how.first(), ticked=True, at=NOW)
    write(user, milestone, "A note")
    # Three events, a link and a tick.
    assert kept_for(user.pk)[0] == rows + 5


def test_undo_twice_is_recorded_once_and_an_older_change_is_not_undone(user, milestone):
    first = change(user, milestone, State.DOING)
    second = change(user, milestone, State.DONE)
    assert tracking.undo(user=user, milestone=milestone, event_id=first.pk, at=NOW) is None
    assert tracking.undo(user=user, milestone=milestone, event_id=second.pk, at=NOW) is not None
    assert tracking.undo(user=user, milestone=milestone, event_id=second.pk, at=NOW) is None
    assert row(user).state == "doing"
    assert progress_events().count() == 3


def test_events_carry_the_version_in_force(user, milestone):
    change(user, milestone, State.DOING)
    milestone.why = "Another reason."
    milestone.save()
    milestone.record_version(at=NOW)
    change(user, milestone, State.DONE)
    assert [event.version for event in progress_events()] == [1, 2]
    assert row(user).read_version == 2


def test_what_learners_rows_point_to_cannot_be_deleted(user, milestone):
    item = milestone.how.first()
    tracking.tick(user=user, milestone=milestone, item=item, ticked=True, at=NOW)
    for target in (item, milestone):
        with pytest.raises(ProtectedError):
            target.delete()


def test_deleting_the_learner_takes_only_their_rows(user, milestone):
    stranger = make_user()
    for person in (user, stranger):
        event = change(person, milestone, State.DONE)
        tracking.undo(user=person, milestone=milestone, event_id=event.pk, at=NOW)
    user.delete()
    assert [own.user for own in MilestoneProgress.objects.all()] == [stranger]
    assert progress_events().count() == 2


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "elsewhr"},
        {"state": "done"},
        {"state": "doing", "finished_on": TODAY},
        {"state": "skipped"},
        {"state": "todo", "skip_reason": "No"},
        {"state": "done", "started_on": date(2026, 2, 2), "finished_on": date(2026, 2, 1)},
    ],
)
def test_the_database_refuses_nonsense(user, milestone, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        MilestoneProgress.objects.create(user=user, milestone=milestone, began_at=NOW, **fields)


@pytest.mark.django_db(transaction=True)
def test_eight_clients_pressing_done_at_once_leave_one_row_and_one_event():
    user, milestone = make_user(), make_milestone()
    results = at_once(*[lambda: change(user, milestone, State.DONE)] * 8)
    assert [result for result in results if isinstance(result, Exception)] == []
    assert [event is not None for event in sorted(results, key=lambda event: event is None)] == [True] + [False] * 7
    assert MilestoneProgress.objects.count() == 1
    assert progress_events().count() == 1
