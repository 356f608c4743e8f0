"""Counting, and what comes next, on plain facts."""

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
    MilestoneFacts,
    ProgressFacts,
    StepProgress,
    next_milestone,
    overall,
    place,
    step_progress,
)

T0 = datetime(2026, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def milestone(key, step=1, required=True, published=T0, retired=None, after=()):
    return MilestoneFacts(key, step, required, published, retired, frozenset(after))


def rows(**states):
    return {int(key[1:]): ProgressFacts(state, T0 + 10 * DAY) for key, state in states.items()}


def test_no_milestones_at_all():
    assert step_progress([], {}) == {}
    assert overall([]) == StepProgress()
    assert overall([]).percent == 0
    assert overall([]).state == NOT_STARTED
    assert overall([]).count == "0 of 0"
    assert next_milestone([], {}) is None


def test_untouched_step_is_not_started():
    figures = step_progress([milestone(1), milestone(2), milestone(3, required=False)], {})[1]
    assert figures == StepProgress(total=2, optional_total=1)
    assert (figures.percent, figures.state, figures.count, figures.open) == (0, NOT_STARTED, "0 of 2", 2)


def test_required_are_counted_and_optional_stand_beside():
    milestones = [milestone(1), milestone(2), milestone(3), milestone(4, required=False)]
    figures = step_progress(milestones, rows(m1=DONE, m2=DOING, m4=DONE))[1]
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
    assert step_progress(milestones, rows(**states))[1].state == expected


def test_skipping_is_settled_but_fills_no_ring():
    figures = step_progress([milestone(1), milestone(2)], rows(m1=DONE, m2=SKIPPED))[1]
    assert (figures.done, figures.skipped, figures.open, figures.percent) == (1, 1, 0, 50)


def test_percent_is_rounded_down_so_that_100_means_all():
    milestones = [milestone(key) for key in range(300)]
    progress = {key: ProgressFacts(DONE, T0) for key in range(299)}
    assert step_progress(milestones, progress)[1].percent == 99


def test_added_after_the_learner_began_is_new_and_not_counted_until_started():
    milestones = [milestone(1), milestone(2, published=T0 + 20 * DAY)]
    assert step_progress(milestones, rows(m1=DONE))[1] == StepProgress(done=1, total=1, new=1)
    assert step_progress(milestones, rows(m1=DONE, m2=DOING))[1] == StepProgress(done=1, total=2, doing=1)
    assert step_progress(milestones, {})[1] == StepProgress(total=2)


def test_retired_later_stays_in_the_count_as_no_longer_asked_for():
    milestones = [milestone(1), milestone(2, retired=T0 + 20 * DAY)]
    figures = step_progress(milestones, rows(m1=DONE))[1]
    assert figures == StepProgress(done=1, total=2, no_longer_asked=1)
    assert figures.state == STEP_DONE


def test_retired_before_the_learner_began_is_not_listed():
    milestones = [milestone(1), milestone(2, retired=T0 + 5 * DAY)]
    assert step_progress(milestones, rows(m1=DONE))[1] == StepProgress(done=1, total=1)
    assert step_progress(milestones, {})[1] == StepProgress(total=1)


def test_published_and_retired_after_the_learner_began_is_not_listed():
    milestones = [milestone(1), milestone(2, published=T0 + 20 * DAY, retired=T0 + 30 * DAY)]
    assert step_progress(milestones, rows(m1=DONE))[1] == StepProgress(done=1, total=1)


def test_done_and_then_retired_still_counts_as_done():
    assert step_progress([milestone(1, retired=T0 + 20 * DAY)], rows(m1=DONE))[1] == StepProgress(done=1, total=1)


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
    assert place(facts, ProgressFacts(state, T0) if state else None, None) == expected


def test_place_of_one_added_meanwhile():
    assert place(milestone(1, published=T0 + DAY), None, T0) == NEW
    assert place(milestone(1, published=T0), None, T0) == TODO


def test_next_is_the_first_required_one_for_a_new_learner():
    milestones = [milestone(1, required=False), milestone(2), milestone(3)]
    found = next_milestone(milestones, {})
    assert (found.key, found.reasons) == (
        2,
        ("required", "nothing has to come before it", "step 1 comes next on the line"),
    )


def test_next_says_that_prerequisites_are_done_and_the_step_is_under_way():
    milestones = [milestone(1), milestone(2, after=[1])]
    found = next_milestone(milestones, rows(m1=DONE))
    assert (found.key, found.reasons) == (
        2,
        ("required", "its prerequisites are done", "step 1 is under way"),
    )


def test_next_prefers_settled_prerequisites_over_position():
    milestones = [milestone(1), milestone(2, after=[1]), milestone(3)]
    assert next_milestone(milestones, rows(m1=DOING)).key == 3


def test_next_prefers_a_step_under_way_over_an_earlier_one():
    milestones = [milestone(1, step=1), milestone(2, step=2), milestone(3, step=2)]
    assert next_milestone(milestones, rows(m2=DONE)).key == 3


def test_skipped_and_retired_prerequisites_do_not_hold_anything_up():
    milestones = [milestone(1), milestone(2, retired=T0), milestone(3, after=[1, 2])]
    assert next_milestone(milestones, rows(m1=SKIPPED)).reasons[1] == "its prerequisites are done"


def test_next_falls_back_to_optional_then_to_what_is_under_way_then_to_nothing():
    milestones = [milestone(1), milestone(2, required=False)]
    assert next_milestone(milestones, rows(m1=DOING)).key == 2
    assert next_milestone(milestones, rows(m1=DOING, m2=DONE)).key == 1
    assert next_milestone(milestones, rows(m1=DONE, m2=DONE)) is None


def test_overall_adds_up_every_figure():
    steps = step_progress([milestone(1), milestone(2, step=2), milestone(3, step=2, required=False)], rows(m1=DONE))
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
    return milestones, {key: ProgressFacts(draw(states), draw(moments)) for key in touched}


@given(roadmaps())
def test_figures_always_add_up(roadmap):
    milestones, progress = roadmap
    for figures in step_progress(milestones, progress).values():
        assert figures.done + figures.skipped + figures.no_longer_asked + figures.open == figures.total
        assert 0 <= figures.doing <= figures.open
        assert 0 <= figures.percent <= 100
        assert (figures.percent == 100) == (figures.done == figures.total > 0)


@given(roadmaps(), st.booleans(), st.integers(0, 7))
def test_adding_and_retiring_later_moves_no_learners_count(roadmap, required, victim):
    milestones, progress = roadmap
    later = T0 + 100 * DAY
    before = step_progress(milestones, progress)
    began = {m.step for m in milestones if m.key in progress}
    edited = [
        MilestoneFacts(m.key, m.step, m.required, m.published_at, m.retired_at or later) if m.key == victim else m
        for m in milestones
    ] + [milestone(99, step, required, later) for step in (1, 2)]
    after = step_progress(edited, progress)
    for step in began:
        for name in ("done", "total", "skipped", "percent", "optional_done", "optional_total"):
            assert getattr(after[step], name) == getattr(before[step], name)


@given(roadmaps())
def test_next_is_always_open_and_published(roadmap):
    milestones, progress = roadmap
    found = next_milestone(milestones, progress)
    open_keys = {
        m.key
        for m in milestones
        if m.retired_at is None and (m.key not in progress or progress[m.key].state in (TODO, DOING))
    }
    assert (found is None and not open_keys) or (found is not None and found.key in open_keys)
