"""Rule R1 by figures: whatever curators do to the roadmap, no learner's count moves."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db.models import ProtectedError

from roadmap import tracking
from roadmap.models import CountedMilestone, Milestone, MilestoneProgress, Step
from roadmap.overview import Overview
from roadmap.progress import DONE, NEW, NO_LONGER_ASKED, STEP_DONE, TODO, UNDER_WAY, StepProgress
from tests.factories.roadmap import make_milestone, make_step

NOW = datetime(2030, 11, 24, 12, tzinfo=UTC)
TODAY = date(2030, 11, 24)
LATER = NOW + timedelta(days=1)


@pytest.fixture
def roadmap(db):
    """Two steps with three milestones each; the third is optional."""
    steps = [make_step(1), make_step(2)]
    return [make_milestone(step=step, required=place < 2) for step in steps for place in range(3)]


def put(user, milestone, state, at=NOW):
    milestone = Milestone.objects.select_related("step").get(pk=milestone.pk)
    return tracking.change_state(
        user=user, milestone=milestone, state=state, today=TODAY, at=at, skip_reason="No" * (state == "skipped")
    )


def figures(user):
    return Overview(user).figures


def places(user):
    return {key: row.place for key, row in Overview(user).rows.items()}


def meta(user, milestone):
    return Overview(user).rows[milestone.pk].meta


def test_the_first_touch_takes_in_the_whole_roadmap_once(learner, stranger, roadmap):
    roadmap[5].retire(at=NOW)
    put(learner, roadmap[0], "doing")
    rows = CountedMilestone.objects.filter(user=learner).order_by("milestone")
    assert list(rows.values_list("milestone", "step", "required", "since")) == [
        (each.pk, each.step_id, each.required, NOW) for each in roadmap[:5]
    ]
    put(learner, roadmap[0], "done", LATER)
    put(learner, roadmap[1], "done", LATER)
    assert set(rows.values_list("since", flat=True)) == {NOW}
    assert not CountedMilestone.objects.filter(user=stranger).exists()


def test_reading_counts_nothing_in(client, learner, roadmap):
    client.force_login(learner)
    for path in ("/", "/roadmap/", roadmap[0].step.get_absolute_url(), roadmap[0].get_absolute_url()):
        assert client.get(path).status_code == 200
    assert not CountedMilestone.objects.exists()


def test_made_optional_moved_and_retired_with_its_step_everything_counts_as_it_did(learner, roadmap):
    put(learner, roadmap[0], "done")
    put(learner, roadmap[1], "skipped")
    before = figures(learner)
    assert before == {
        1: StepProgress(done=1, total=2, skipped=1, optional_total=1),
        2: StepProgress(total=2, optional_total=1),
    }
    Milestone.objects.filter(pk=roadmap[0].pk).update(required=False)
    Milestone.objects.filter(pk=roadmap[1].pk).update(step=roadmap[3].step)
    assert figures(learner) == before
    assert meta(learner, roadmap[0]) == "required, 1 to 2 hours, free, optional for those who begin now"
    assert meta(learner, roadmap[1]) == "required, 1 to 2 hours, free, now in step 2"
    roadmap[3].step.retire(at=LATER)
    after = figures(learner)
    assert (after[2].total, after[2].no_longer_asked, after[2].optional_total) == (2, 2, 1)
    assert Overview(learner).total.count == "1 of 4"
    assert places(learner)[roadmap[4].pk] == NO_LONGER_ASKED
    assert meta(learner, roadmap[4]) == "was required, 1 to 2 hours, free"
    Milestone.objects.filter(pk=roadmap[4].pk).update(required=False)
    assert meta(learner, roadmap[4]) == "was required, 1 to 2 hours, free"
    assert set(Milestone.objects.published()) == {roadmap[0], roadmap[2]}
    assert [station.number for station in Overview(learner).stations] == [1, 2]
    assert [station.number for station in Overview(AnonymousUser()).stations] == [1]


def test_a_finished_step_stays_finished_when_a_retired_milestone_comes_back(learner, roadmap):
    first, second, optional = roadmap[:3]
    second.retire(at=NOW)
    put(learner, first, "done", LATER)
    put(learner, optional, "done", LATER)
    assert (figures(learner)[1].count, figures(learner)[1].state) == ("1 of 1", STEP_DONE)
    second.bring_back(at=LATER + timedelta(days=1))
    assert (figures(learner)[1].count, figures(learner)[1].state, figures(learner)[1].new) == ("1 of 1", STEP_DONE, 1)
    assert places(learner)[second.pk] == NEW
    put(learner, second, "doing", LATER + timedelta(days=2))
    assert (figures(learner)[1].count, figures(learner)[1].state) == ("1 of 2", UNDER_WAY)


def test_what_the_learner_counts_and_was_retired_comes_back_as_new(learner, roadmap):
    first, second, _ = roadmap[:3]
    put(learner, first, "done")
    put(learner, second, "doing")
    second.retire(at=LATER)
    assert places(learner)[second.pk] == NO_LONGER_ASKED
    second.bring_back(at=LATER + timedelta(days=1))
    step = figures(learner)[1]
    assert (step.count, step.state, step.new) == ("1 of 2", STEP_DONE, 1)
    put(learner, second, "done", LATER + timedelta(days=2))
    assert (figures(learner)[1].count, figures(learner)[1].new) == ("2 of 2", 0)


def test_a_step_that_comes_back_is_new_to_those_who_count_on_it(learner, roadmap):
    put(learner, roadmap[0], "done")
    put(learner, roadmap[1], "done")
    step = roadmap[0].step
    before = figures(learner)
    step.retire(at=LATER)
    step.bring_back(at=LATER + timedelta(days=1))
    after = figures(learner)
    assert (after[1].count, after[1].state, after[1].optional_total) == ("2 of 2", STEP_DONE, before[1].optional_total)
    assert places(learner)[roadmap[2].pk] == NEW
    put(learner, roadmap[2], "doing", LATER + timedelta(days=2))
    assert (figures(learner)[1].new, figures(learner)[1].optional_doing) == (0, 1)


def test_the_first_touch_of_a_step_takes_that_step_in_anew(learner, stranger, roadmap):
    elsewhere = make_milestone(step=make_step(3))
    for user in (stranger, learner):
        put(user, roadmap[0], "done")
    of_stranger = list(CountedMilestone.objects.filter(user=stranger).order_by("pk").values())
    Milestone.objects.filter(pk=elsewhere.pk).update(required=False)
    roadmap[4].retire(at=LATER)
    added = make_milestone(step=roadmap[3].step, published_at=LATER)
    Milestone.objects.filter(pk=roadmap[1].pk).update(step=roadmap[3].step)
    assert places(learner)[added.pk] == NEW
    put(learner, roadmap[3], "doing", LATER + timedelta(days=1))
    assert places(learner)[added.pk] == TODO
    assert roadmap[4].pk not in places(learner)
    # What is counted in a step under way stays there.
    assert [step.total for step in figures(learner).values()] == [2, 2, 1]
    put(learner, roadmap[3], "done", LATER + timedelta(days=2))
    assert [step.total for step in figures(learner).values()] == [2, 2, 1]
    assert list(CountedMilestone.objects.filter(user=stranger).order_by("pk").values()) == of_stranger


def test_one_that_moved_before_its_step_was_touched_counts_where_it_is_touched(learner, roadmap):
    put(learner, roadmap[0], "done")
    Milestone.objects.filter(pk=roadmap[3].pk).update(step=roadmap[0].step)
    Milestone.objects.filter(pk=roadmap[4].pk).update(step=roadmap[0].step, required=False)
    assert (figures(learner)[2].total, figures(learner)[2].optional_total) == (2, 1)
    put(learner, roadmap[3], "doing", LATER)
    assert (figures(learner)[1].total, figures(learner)[2].total) == (3, 1)
    put(learner, roadmap[4], "doing", LATER)
    assert [(step.total, step.optional_total) for step in figures(learner).values()] == [(3, 2), (0, 1)]


def test_one_that_moved_out_of_a_step_that_is_retired_is_new(learner, roadmap):
    put(learner, roadmap[0], "done")
    Milestone.objects.filter(pk=roadmap[1].pk).update(step=roadmap[3].step)
    roadmap[0].step.retire(at=LATER)
    assert places(learner)[roadmap[1].pk] == NEW
    assert figures(learner)[1] == StepProgress(done=1, total=2, no_longer_asked=1, new=1, optional_total=1)
    put(learner, roadmap[1], "doing", LATER + timedelta(days=1))
    assert [step.total for step in figures(learner).values()] == [1, 3]


def test_one_that_is_counted_in_a_step_under_way_takes_in_no_other_step(learner, roadmap):
    put(learner, roadmap[0], "done")
    Milestone.objects.filter(pk=roadmap[1].pk).update(step=roadmap[3].step)
    added = make_milestone(step=roadmap[3].step, published_at=LATER)
    put(learner, roadmap[1], "doing", LATER + timedelta(days=1))
    assert (places(learner)[added.pk], figures(learner)[1].total) == (NEW, 2)


def test_one_that_came_back_takes_in_nothing_else(learner, roadmap):
    put(learner, roadmap[0], "doing")
    added = make_milestone(step=roadmap[0].step, published_at=LATER)
    roadmap[0].retire(at=LATER)
    roadmap[0].bring_back(at=LATER + timedelta(days=1))
    put(learner, roadmap[0], "done", LATER + timedelta(days=2))
    assert (places(learner)[added.pk], figures(learner)[1].count) == (NEW, "1 of 2")


def test_one_that_came_back_and_was_retired_again_counts_as_it_did(learner, roadmap):
    put(learner, roadmap[0], "doing")
    roadmap[0].retire(at=LATER)
    roadmap[0].bring_back(at=LATER + timedelta(days=1))
    roadmap[0].retire(at=LATER + timedelta(days=2))
    Milestone.objects.filter(pk=roadmap[0].pk).update(required=False)
    put(learner, roadmap[0], "done", LATER + timedelta(days=3))
    counted = CountedMilestone.objects.get(user=learner, milestone=roadmap[0])
    assert (counted.required, counted.since) == (True, NOW)


def test_what_learners_count_cannot_be_deleted(learner, roadmap):
    put(learner, roadmap[0], "done")
    with pytest.raises(ProtectedError):
        roadmap[5].delete()


UNMOVED = ("done", "total", "skipped", "percent", "optional_done", "optional_total", "count")


def edit_at_random(chance, at):
    """One thing that a curator can do to the roadmap, as the admin does it."""
    milestone, step = chance.choice(list(Milestone.objects.all())), chance.choice(list(Step.objects.all()))
    match chance.randrange(8):
        case 0 | 1:
            milestone.retire(at=at)
        case 2 | 3:
            milestone.bring_back(at=at)
        case 4:
            milestone.step = step
            milestone.save()
        case 5:
            milestone.required = not milestone.required
            milestone.save()
        case 6:
            make_milestone(step=step, required=chance.random() < 0.5, published_at=at)
        case 7:
            (step.bring_back if step.retired_at else step.retire)(at=at)


@pytest.mark.parametrize("seed", range(12))
def test_no_row_of_edits_moves_any_learners_figures(learner, stranger, roadmap, seed):
    chance = random.Random(seed)  # noqa: S311
    at = NOW
    for _ in range(chance.randrange(3)):
        edit_at_random(chance, at)
        at += timedelta(days=1)
    for user in (learner, stranger):
        offered = Milestone.objects.published().filter(step__retired_at=None)
        for milestone in chance.sample(list(offered), min(3, len(offered))):
            put(user, milestone, chance.choice(["doing", "done", "done", "skipped"]), at)
    at += timedelta(days=1)
    before = {user: figures(user) for user in (learner, stranger)}
    was = before
    for _ in range(12):
        edit_at_random(chance, at)
        at += timedelta(days=1)
        after = {user: figures(user) for user in (learner, stranger)}
        for user, steps in before.items():
            for step, kept in steps.items():
                found = after[user].get(step, StepProgress())
                assert [getattr(found, name) for name in UNMOVED] == [getattr(kept, name) for name in UNMOVED]
                assert not (was[user].get(step, kept).state == STEP_DONE != found.state)
        was = after


# --- Addresses -----------------------------------------------------------------------------------------------


def test_the_address_of_a_milestone_that_moved_leads_on(client, learner, roadmap):
    milestone = roadmap[0]
    old = milestone.get_absolute_url()
    client.force_login(learner)
    put(learner, milestone, "doing")
    Milestone.objects.filter(pk=milestone.pk).update(step=roadmap[3].step)
    new = Milestone.objects.get(pk=milestone.pk).get_absolute_url()
    assert new != old
    response = client.get(f"{old}?a=b")
    # Not for good: it may move back, and a browser would then go in circles.
    assert (response.status_code, response["Location"]) == (302, f"{new}?a=b")
    # Pressed on a page that was open when it moved: nothing is lost.
    response = client.post(f"{old}note/", {"note": "Mine", "seen": 0})
    assert (response.status_code, response["Location"]) == (302, new)
    assert MilestoneProgress.objects.get().note == "Mine"
    assert client.get(f"{roadmap[3].step.get_absolute_url()}no-such/").status_code == 404


def test_a_page_says_as_what_a_milestone_counts(client, learner, roadmap):
    client.force_login(learner)
    put(learner, roadmap[0], "done")
    said = "In your own count it stays in step 1 and required, as it was when you began."
    Milestone.objects.filter(pk=roadmap[0].pk).update(step=roadmap[3].step, required=False)
    page = Milestone.objects.get(pk=roadmap[0].pk).get_absolute_url()
    assert said in client.get(page).content.decode()
    client.logout()
    assert "In your own count" not in client.get(page).content.decode()


def test_in_a_retired_step_nobody_begins_and_who_had_begun_goes_on(client, learner, stranger, roadmap):
    put(learner, roadmap[0], "doing")
    roadmap[0].step.retire(at=LATER)
    Milestone.objects.filter(pk=roadmap[0].pk).update(required=False)
    page = roadmap[0].get_absolute_url()
    client.force_login(stranger)
    assert client.post(f"{page}start/").status_code == 404
    client.force_login(learner)
    assert client.post(f"{page}done/").status_code == 302
    assert places(learner)[roadmap[0].pk] == DONE
    counted = CountedMilestone.objects.get(user=learner, milestone=roadmap[0])
    assert (counted.required, counted.since) == (True, NOW)
