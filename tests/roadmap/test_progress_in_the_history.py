"""What the migration makes of the log that milestones had: what is recorded now, if it is recorded now."""

from hashlib import md5
from importlib import import_module
from uuid import UUID

from django.db import connection

from keeping.models import Event
from roadmap import tracking
from roadmap.history import history
from roadmap.models import MilestoneProgress, ProofLink
from tests.factories import NOW
from tests.factories.evidence import make_evidence
from tests.factories.roadmap import make_milestone, progress_events
from tests.roadmap.as_then import log

migration = import_module("roadmap.migrations.0007_progress_in_the_history")


def everything():
    """The events without their keys, each with what the one says that it undoes."""
    names = ("user", "token", "act", "at", "before", "after", "version", "undoes__act", "undoes__after")
    return list(progress_events().values_list(*names))


def move():
    """Let the migration run on what is recorded. Gives the numbers that the events had."""
    numbers = list(progress_events().values_list("pk", flat=True))
    with log():
        progress_events().delete()
        migration.move(None, type("Editor", (), {"connection": connection}))
    return numbers


def test_every_event_comes_over_as_it_would_be_recorded_today(learner, stranger):
    make_milestone()
    milestone, other = make_milestone(), make_milestone()
    today = NOW.date()
    for user in (learner, stranger):
        act = {"user": user, "milestone": milestone, "at": NOW}
        piece = make_evidence(user)
        tracking.change_state(**act, state="doing", today=today)
        done = tracking.change_state(**act, state="done", today=today)
        tracking.undo(**act, event_id=done.pk)
        tracking.change_state(**(act | {"milestone": other}), state="skipped", today=today, skip_reason="No need")
        tracking.set_dates(**act, started_on=today, finished_on=None, target_on=today)
        for ticked in (True, False):
            tracking.tick(**act, item=milestone.how.last(), ticked=ticked)
        tracking.write_note(**act, note="A note", seen=0)
        for title in ("", "Renamed"):
            tracking.add_link(**act, url="https://example.org/", title=title)
        tracking.remove_link(**act, link_id=ProofLink.objects.latest("pk").pk)
        tracking.attach(**act, piece=piece)
        tracking.detach(**act, piece=piece)
    recorded, others = everything(), Event.objects.count()
    assert len(recorded) == 2 * 13
    numbers = move()
    assert everything() == recorded
    assert list(progress_events().values_list("number_then", flat=True)) == numbers
    assert Event.objects.count() == others


def test_what_is_gone_for_good_keeps_its_events_under_one_name(learner):
    milestone = make_milestone()
    act = {"user": learner, "milestone": milestone, "at": NOW}
    item, piece = milestone.how.first(), make_evidence(learner)
    for on in (True, False):
        tracking.tick(**act, item=item, ticked=on)
        (tracking.attach if on else tracking.detach)(**act, piece=piece)
    said = [entry.text for entry in history(progress_events())]
    gone = {"items": md5(f"roadmap.howtoitem {item.pk}".encode()).hexdigest()}  # noqa: S324 (no secret)
    gone["pieces"] = str(UUID(md5(f"evidence.evidence {piece.pk}".encode()).hexdigest()))  # noqa: S324
    with log():
        progress_events().delete()
        item.delete()
        piece.delete()
        migration.move(None, type("Editor", (), {"connection": connection}))
    assert [(event.before, event.after) for event in progress_events()] == [
        ({field: {gone[field]: not on}}, {field: {gone[field]: on}})
        for on in (True, False)
        for field in ("items", "pieces")
    ]
    assert [entry.text for entry in history(progress_events())] == said
    undone = tracking.undo(**act, event_id=progress_events().last().pk)
    assert (undone.act, MilestoneProgress.objects.get().ticks.count()) == ("piece", 0)
