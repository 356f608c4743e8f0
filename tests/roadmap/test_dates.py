"""Target dates of milestones, and the day of an exam."""

from datetime import date, timedelta

import pytest

from roadmap.dates import EXAM, dates
from roadmap.tracking import change_state, set_dates
from tests.factories import NOW
from tests.factories.roadmap import make_milestone

TODAY = date(2026, 12, 1)
SOON = TODAY + timedelta(days=30)


def aim(user, milestone, on=SOON, at=NOW):
    set_dates(user=user, milestone=milestone, started_on=None, finished_on=None, target_on=on, at=at)
    return user.milestone_progress.get(milestone=milestone)


def said(user, since=TODAY):
    return [(one.kind, one.uid, one.title, one.on, one.url) for _, one in dates([user], today=TODAY, since=since)]


def test_a_milestone_with_a_target_date_is_said_and_an_exam_as_one(learner, stranger):
    charter, exam = make_milestone(title="Write a charter"), make_milestone(title="Pass the PMP exam")
    first, second = aim(learner, charter), aim(learner, exam, SOON + timedelta(days=1))
    aim(stranger, charter)
    assert said(learner) == [
        ("target", f"milestone-{first.token}", "Target date: Write a charter", SOON, charter.get_absolute_url()),
        ("exam", f"milestone-{second.token}", "Pass the PMP exam", second.target_on, exam.get_absolute_url()),
    ]
    assert said(learner, since=SOON + timedelta(days=2)) == []


def test_what_is_done_skipped_or_no_longer_asked_for_is_not_said(learner):
    done, skipped, retired, gone = (make_milestone() for _ in range(4))
    for milestone in (done, skipped, retired, gone):
        aim(learner, milestone)
    act = {"user": learner, "today": TODAY, "at": NOW}
    change_state(milestone=done, state="done", **act)
    change_state(milestone=skipped, state="skipped", skip_reason="No", **act)
    retired.retired_at = NOW
    retired.save()
    assert [title for _, _, title, *_ in said(learner)] == [f"Target date: {gone.title}"]
    aim(learner, gone, None)
    assert said(learner) == []


def test_the_edition_rises_with_each_change_of_the_day_and_of_the_words(learner):
    milestone = make_milestone()
    found = []

    def look():
        ((_, one),) = dates([learner], today=TODAY, since=TODAY)
        found.append((one.edition, one.changed_at))

    aim(learner, milestone)
    look()
    aim(learner, milestone, SOON + timedelta(days=1), NOW + timedelta(hours=1))
    look()
    milestone.title = "Said otherwise"
    milestone.save()
    milestone.record_version(at=NOW)
    look()
    assert [edition for edition, _ in found] == sorted({edition for edition, _ in found})
    assert [at for _, at in found] == [NOW, NOW + timedelta(hours=1), NOW + timedelta(hours=1)]


@pytest.mark.parametrize(
    ("title", "is_one"),
    [
        ("Pass the PMP exam", True),
        ("Take the CAPM Examination", True),
        ("Sit an exam", True),
        ("Study to the 2026 exam outline", False),
        ("Compass of exams", False),
        ("Pass on what you know", False),
    ],
)
def test_only_a_milestone_that_is_an_exam_is_one(title, is_one):
    assert (EXAM.search(title) is not None) == is_one
