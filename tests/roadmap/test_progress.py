"""Counting, and what comes next, on plain facts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.progress import (
    DOING,
    DONE,
    NEW,
    NO_LONGER_ASKED,
    NOT_STARTED,
    SKIPPED,
    STEP_DONE,
    TODO,
    UNDER_WAY,
    VISITOR,
    CountedFacts,
    MilestoneFacts,
    NextMilestone,
    Reader,
    StepProgress,
    as_counted,
    next_milestone,
    overall,
    place,
    step_progress,
)

T0 = datetime(2026, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def milestone(key, step=1, required=True, published=T0, retired=None, after=()):
    return MilestoneFacts(key, step, required, published, retired, frozenset(after))


BEGAN = T0 + 10 * DAY


def counted(milestones, *keys, at=BEGAN):
    """What a learner who began at ``at``, and touched the milestones of these keys, counts."""
    return {
        m.key: CountedFacts(m.step, m.required, max(at, m.published_at) if m.key in keys else at)
        for m in milestones
        if m.key in keys or (m.published_at <= at and (m.retired_at is None or at < m.retired_at))
    }


def reader(milestones, **states):
    """A learner who began at ``BEGAN`` and stands so with ``m1``, ``m2`` and so on."""
    states = {int(key[1:]): state for key, state in states.items()}
    return Reader(states, counted(milestones, *states) if states else {})


def test_no_milestones_at_all():
    assert step_progress([], VISITOR) == {}
    assert overall([]) == StepProgress()
    assert overall([]).percent == 0
    assert overall([]).state == NOT_STARTED
    assert overall([]).count == "0 of 0"
    assert next_milestone([], VISITOR) is None


def test_untouched_step_is_not_started():
    figures = step_progress([milestone(1), milestone(2), milestone(3, required=False)], VISITOR)[1]
    assert figures == StepProgress(total=2, optional_total=1)
    assert (figures.percent, figures.state, figures.count, figures.open) == (0, NOT_STARTED, "0 of 2", 2)


def test_required_are_counted_and_optional_stand_beside():
    milestones = [milestone(1), milestone(2), milestone(3), milestone(4, required=False)]
    figures = step_progress(milestones, reader(milestones, m1=DONE, m2=DOING, m4=DONE))[1]
    assert figures == StepProgress(done=1, total=3, doing=1, optional_done=1, optional_total=1)
    assert figures.percent == 33
    assert figures.state == UNDER_WAY


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ({"m1": DONE, "m2": DONE}, STEP_DONE),
        ({"m1": DONE, "m2": SKIPPED}, STEP_DONE),
        ({"m1": SKIPPED, "m2": SKIPPED}, UNDER_WAY),
        ({"m1": DONE}, UNDER_WAY),
        ({"m1": DOING}, UNDER_WAY),
        ({"m1": SKIPPED}, UNDER_WAY),
        ({"m1": TODO}, NOT_STARTED),
        ({"m3": DOING}, UNDER_WAY),
        ({"m3": DONE}, UNDER_WAY),
    ],
)
def test_state_of_a_step(states, expected):
    milestones = [milestone(1), milestone(2), milestone(3, required=False)]
    assert step_progress(milestones, reader(milestones, **states))[1].state == expected


def test_skipping_is_settled_but_fills_no_ring():
    milestones = [milestone(1), milestone(2)]
    figures = step_progress(milestones, reader(milestones, m1=DONE, m2=SKIPPED))[1]
    assert (figures.done, figures.skipped, figures.open, figures.percent) == (1, 1, 0, 50)


def test_percent_is_rounded_down_so_that_100_means_all():
    milestones = [milestone(key) for key in range(300)]
    states = {f"m{key}": DONE for key in range(299)}
    assert step_progress(milestones, reader(milestones, **states))[1].percent == 99


def test_added_after_the_learner_began_is_new_and_not_counted_until_started():
    milestones = [milestone(1), milestone(2, published=T0 + 20 * DAY)]
    assert step_progress(milestones, reader(milestones, m1=DONE))[1] == StepProgress(done=1, total=1, new=1)
    assert step_progress(milestones, reader(milestones, m1=DONE, m2=DOING))[1] == StepProgress(done=1, total=2, doing=1)
    assert step_progress(milestones, VISITOR)[1] == StepProgress(total=2)


def test_retired_later_stays_in_the_count_as_no_longer_asked_for():
    milestones = [milestone(1), milestone(2, retired=T0 + 20 * DAY)]
    figures = step_progress(milestones, reader(milestones, m1=DONE))[1]
    assert figures == StepProgress(done=1, total=2, no_longer_asked=1)
    assert figures.state == STEP_DONE


def test_retired_before_the_learner_began_is_not_listed():
    milestones = [milestone(1), milestone(2, retired=T0 + 5 * DAY)]
    assert step_progress(milestones, reader(milestones, m1=DONE))[1] == StepProgress(done=1, total=1)
    assert step_progress(milestones, VISITOR)[1] == StepProgress(total=1)


def test_published_and_retired_after_the_learner_began_is_not_listed():
    milestones = [milestone(1), milestone(2, published=T0 + 20 * DAY, retired=T0 + 30 * DAY)]
    assert step_progress(milestones, reader(milestones, m1=DONE))[1] == StepProgress(done=1, total=1)


def test_done_and_then_retired_still_counts_as_done():
    milestones = [milestone(1, retired=T0 + 20 * DAY)]
    assert step_progress(milestones, reader(milestones, m1=DONE))[1] == StepProgress(done=1, total=1)


@pytest.mark.parametrize(
    ("state", "retired", "expected"),
    [
        (None, False, TODO),
        (TODO, False, TODO),
        (DOING, False, DOING),
        (DONE, False, DONE),
        (SKIPPED, False, SKIPPED),
        (TODO, True, NO_LONGER_ASKED),
        (DOING, True, NO_LONGER_ASKED),
        (DONE, True, DONE),
        (SKIPPED, True, SKIPPED),
        (None, True, None),
    ],
)
def test_place_in_the_list(state, retired, expected):
    facts = milestone(1, retired=T0 + DAY if retired else None)
    assert place(facts, Reader({1: state}, counted([facts], 1)) if state else VISITOR) == expected


@pytest.mark.parametrize(
    ("published", "retired", "expected"),
    [
        (T0, None, TODO),
        (T0 + 20 * DAY, None, NEW),
        (T0, T0 + 20 * DAY, NO_LONGER_ASKED),
        (T0, T0 + 5 * DAY, None),
        (T0 + 20 * DAY, T0 + 30 * DAY, None),
    ],
)
def test_place_of_one_not_touched(published, retired, expected):
    facts = milestone(1, published=published, retired=retired)
    assert place(facts, Reader({2: DONE}, counted([facts, milestone(2)], 2))) == expected


def test_moved_and_made_optional_it_counts_where_and_as_it_did():
    before = [milestone(1), milestone(2), milestone(3, step=4)]
    learner = reader(before, m1=DONE)
    moved = [milestone(1, required=False), milestone(2, step=4), milestone(3, step=4)]
    after = as_counted(moved, learner)
    assert step_progress(after, learner) == step_progress(before, learner)
    assert step_progress(after, learner)[1] == StepProgress(done=1, total=2)


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ({"m1": DONE}, StepProgress(done=1, total=2, no_longer_asked=1, new=1)),
        ({"m1": DONE, "m2": DOING}, StepProgress(done=1, total=2, no_longer_asked=1, new=1)),
        ({"m1": DONE, "m2": DONE}, StepProgress(done=2, total=2)),
    ],
)
def test_brought_back_it_is_new_and_a_finished_step_stays_finished(states, expected):
    learner = reader([milestone(1), milestone(2)], **states)
    retired = step_progress([milestone(1), milestone(2, retired=T0 + 20 * DAY)], learner)[1]
    back = step_progress([milestone(1), milestone(2, published=T0 + 30 * DAY)], learner)[1]
    assert back == expected
    assert (back.state, back.total, back.done) == (retired.state, retired.total, retired.done)
    assert back.state == STEP_DONE


def test_retired_before_the_learner_began_and_brought_back_it_stands_beside_the_count():
    learner = reader([milestone(1), milestone(2, retired=T0)], m1=DONE)
    back = [milestone(1), milestone(2, published=T0 + 30 * DAY)]
    assert step_progress(back, learner)[1] == StepProgress(done=1, total=1, new=1)
    assert place(back[1], learner) == NEW


def test_of_a_retired_step_what_was_counted_is_no_longer_asked_for():
    milestones = [milestone(1, retired=T0 + 20 * DAY), milestone(2, retired=T0 + 20 * DAY), milestone(3, step=2)]
    learner = reader(milestones, m1=DONE)
    assert step_progress(milestones, learner)[1] == StepProgress(done=1, total=2, no_longer_asked=1)
    assert step_progress(milestones, VISITOR)[1] == StepProgress()


def test_moved_out_of_a_retired_step_it_is_new():
    moved = milestone(2, step=2)
    learner = Reader({1: DONE}, {1: CountedFacts(1, True, BEGAN, True), 2: CountedFacts(1, True, BEGAN, True)})
    assert place(moved, learner) == NEW
    milestones = as_counted([milestone(1, retired=T0 + 20 * DAY), moved], learner)
    assert step_progress(milestones, learner)[1].state == STEP_DONE


def test_next_is_the_first_required_one_for_a_new_learner():
    milestones = [milestone(1, required=False), milestone(2), milestone(3)]
    found = next_milestone(milestones, VISITOR)
    assert (found.key, found.reasons) == (
        2,
        ("it's required", "you can start it now", "step 1 is next"),
    )


def test_next_says_that_prerequisites_are_done_and_the_step_is_under_way():
    milestones = [milestone(1), milestone(2, after=[1])]
    found = next_milestone(milestones, reader(milestones, m1=DONE))
    assert (found.key, found.reasons) == (
        2,
        ("it's required", "what it builds on is behind you", "step 1 is under way"),
    )


def test_next_prefers_settled_prerequisites_over_position():
    milestones = [milestone(1), milestone(2, after=[1]), milestone(3)]
    assert next_milestone(milestones, reader(milestones, m1=DOING)).key == 3


def test_next_prefers_a_step_under_way_over_an_earlier_one():
    milestones = [milestone(1, step=1), milestone(2, step=2), milestone(3, step=2)]
    assert next_milestone(milestones, reader(milestones, m2=DONE)).key == 3


def test_skipped_and_retired_prerequisites_do_not_hold_anything_up():
    milestones = [milestone(1), milestone(2, retired=T0), milestone(3, after=[1, 2])]
    assert next_milestone(milestones, reader(milestones, m1=SKIPPED)).reasons[1] == "what it builds on is behind you"


def test_next_falls_back_to_optional_then_to_what_is_under_way_then_to_nothing():
    milestones = [milestone(1), milestone(2, required=False)]
    assert next_milestone(milestones, reader(milestones, m1=DOING)).key == 2
    assert next_milestone(milestones, reader(milestones, m1=DOING, m2=DONE)).key == 1
    assert next_milestone(milestones, reader(milestones, m1=DONE, m2=DONE)) is None


def test_next_asks_for_nothing_that_is_there_and_nothing_waits_for_it():
    line = [milestone(1), milestone(2, after=[1]), milestone(3)]
    assert next_milestone(line, VISITOR, have=[1]).key == 2
    assert next_milestone(line, VISITOR, have=[1]).reasons[1] == "what it builds on is behind you"
    assert next_milestone(line, VISITOR, have=[1, 2, 3]) is None


def test_next_is_what_comes_first_whatever_it_is_with_its_reason():
    line = [milestone(1), milestone(2, step=5, required=False, after=[1]), milestone(3, step=5)]
    first = {2: "Acme on Friday, in 3 days", 3: "Acme too"}
    assert next_milestone(line, VISITOR, first=first) == NextMilestone(2, ("Acme on Friday, in 3 days",))
    assert next_milestone(line, reader(line, m2=DONE), first=first).key == 3
    started = next_milestone(line, reader(line, m2=DOING), first=first)
    assert started == NextMilestone(2, ("Acme on Friday, in 3 days", "you've started this one"))
    assert next_milestone(line, VISITOR, have=[2, 3], first=first).key == 1


def test_overall_adds_up_every_figure():
    milestones = [milestone(1), milestone(2, step=2), milestone(3, step=2, required=False)]
    steps = step_progress(milestones, reader(milestones, m1=DONE))
    assert overall(steps.values()) == StepProgress(done=1, total=2, optional_total=1)


moments = st.integers(0, 60).map(lambda day: T0 + day * DAY)
states = st.sampled_from([TODO, DOING, DONE, SKIPPED])


@st.composite
def roadmaps(draw):
    milestones = []
    for key in range(draw(st.integers(0, 8))):
        published = draw(moments)
        retired = draw(st.none() | moments.map(lambda moment, start=published: max(moment, start)))
        milestones.append(milestone(key, draw(st.integers(1, 2)), draw(st.booleans()), published, retired))
    touched = draw(st.sets(st.sampled_from([m.key for m in milestones]))) if milestones else set()
    states_of = {key: draw(states) for key in touched}
    return milestones, Reader(states_of, counted(milestones, *touched, at=draw(moments)) if touched else {})


@given(roadmaps())
def test_figures_always_add_up(roadmap):
    for figures in step_progress(*roadmap).values():
        assert figures.done + figures.skipped + figures.no_longer_asked + figures.open == figures.total
        assert 0 <= figures.doing <= figures.open
        assert 0 <= figures.percent <= 100
        assert (figures.percent == 100) == (figures.done == figures.total > 0)


LATER = T0 + 100 * DAY
UNMOVED = ("done", "total", "skipped", "percent", "optional_done", "optional_total")
edits = st.tuples(st.integers(0, 8), st.sampled_from(["retire", "bring back", "move", "require", "add", "step"]))


def edited(milestones, number, key, kind):
    """What one edit of a curator makes of the milestones. Each comes a day after the one before."""
    at = LATER + number * DAY
    if kind == "add":
        return [*milestones, milestone(100 + number, 1 + key % 2, key % 3 > 0, at)]
    changed = []
    for m in milestones:
        if kind == "step" and m.step == 1 + key % 2 and m.retired_at is None:
            m = replace(m, retired_at=at)
        elif m.key == key and kind == "retire":
            m = replace(m, retired_at=m.retired_at or at)
        elif m.key == key and kind == "bring back" and m.retired_at:
            m = replace(m, retired_at=None, published_at=at)
        elif m.key == key and kind == "move":
            m = replace(m, step=3 - m.step)
        elif m.key == key and kind == "require":
            m = replace(m, required=not m.required)
        changed.append(m)
    return changed


@given(roadmaps().filter(lambda roadmap: roadmap[1].counted), st.lists(edits, max_size=6))
def test_no_row_of_edits_moves_a_learners_figures(roadmap, row):
    milestones, learner = roadmap
    before = step_progress(as_counted(milestones, learner), learner)
    for number, (key, kind) in enumerate(row):
        was = step_progress(as_counted(milestones, learner), learner)
        milestones = edited(milestones, number, key, kind)
        after = step_progress(as_counted(milestones, learner), learner)
        for step, figures in before.items():
            assert [getattr(after.get(step, StepProgress()), name) for name in UNMOVED] == [
                getattr(figures, name) for name in UNMOVED
            ]
            assert not (was.get(step, figures).state == STEP_DONE != after.get(step, StepProgress()).state)


@given(roadmaps())
def test_next_is_always_open_and_published(roadmap):
    milestones, learner = roadmap
    found = next_milestone(milestones, learner)
    open_keys = {m.key for m in milestones if m.retired_at is None and learner.states.get(m.key, TODO) in (TODO, DOING)}
    assert (found is None and not open_keys) or (found is not None and found.key in open_keys)
