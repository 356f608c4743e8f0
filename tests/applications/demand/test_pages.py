"""What the saved postings ask together, the order of the roadmap by it, and where applications end, as pages."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from applications.demand import loading
from applications.demand.loading import demanded
from applications.stages.models import Habits
from keeping import verbs
from roadmap.models import Milestone
from tests.factories.applications import make_application, make_requirement, make_stage
from tests.factories.evidence import make_credential, make_evidence, make_skill
from tests.factories.roadmap import make_milestone
from tests.kit import seen

DEMAND, LEAKS, STEER = "/applications/demand/", "/applications/leaks/", "/applications/demand/steer/"


@pytest.fixture
def jira(db):
    return make_skill(name="Jira")


def ask(user, number, **fields):
    """So many postings that each require the same."""
    postings = [make_application(user) for _ in range(number)]
    for posting in postings:
        make_requirement(posting, **fields)
    return postings


def test_without_postings_it_says_what_this_is_for(learning):
    assert "Once you have eight, they can steer your roadmap." in seen(learning.get(DEMAND))


def test_below_eight_it_counts_and_does_not_steer(learning, learner, jira):
    make_milestone().skills.add(jira)
    ask(learner, 7, skills=[jira])
    page = seen(learning.get(DEMAND))
    assert "7 postings with requirements: too few to steer by." in page
    assert "What unlocks most" not in page
    assert "Of the 1 asked most, you can prove 0." in page


def test_from_eight_on_the_next_milestone_is_named_with_its_reason(learning, learner, jira):
    milestone = make_milestone(title="Run a board")
    milestone.skills.add(jira)
    ask(learner, 8, skills=[jira])
    page = seen(learning.get(DEMAND))
    assert "Run a board Opens 8 of your postings: Jira." in page
    assert "Of 8 postings that require anything, 0 have nothing in your way" in page
    make_evidence(learner, skills=[jira.slug])
    page = seen(learning.get(DEMAND))
    assert "Of 8 postings that require anything, 8 have nothing in your way" in page
    assert "Run a board" not in page


def test_what_one_credential_would_open(learning, learner):
    pmp, capm = make_credential(name="PMP"), make_credential(name="CAPM")
    ask(learner, 6, kind="credential", credentials=[pmp])
    for posting in ask(learner, 2, kind="credential", credentials=[pmp]):
        make_requirement(posting, kind="credential", credentials=[capm])
    page = seen(learning.get(DEMAND))
    assert "With the PMP 6 instead of 0." in page
    assert "CAPM: none more by itself." in page


def test_the_roadmap_goes_by_it_when_it_is_switched_on(learning, learner, jira):
    make_milestone(title="Run a board").skills.add(jira)
    ask(learner, 8, skills=[jira])
    assert "First, for the jobs you want" not in seen(learning.get("/roadmap/"))
    assert "The roadmap goes by the jobs you want." in seen(learning.post(STEER, {"steers": "on"}, follow=True))
    assert "Nothing had changed." in seen(learning.post(STEER, {"steers": "on"}, follow=True))
    roadmap = seen(learning.get("/roadmap/"))
    assert "First, for the jobs you want Run a board Opens 8 of your postings: Jira." in roadmap
    learning.post(STEER, {"steers": "off"})
    assert "First, for the jobs you want" not in seen(learning.get("/roadmap/"))
    assert [row.steers for row in Habits.objects.for_user(learner)] == [False]


def test_what_is_in_the_bin_does_not_ask(learning, learner, jira):
    postings = ask(learner, 8, skills=[jira])
    learning.get(DEMAND)
    verbs.put_in_bin(postings[0], at=timezone.now())
    assert "7 postings with requirements" in seen(learning.get(DEMAND))


def test_it_is_worked_out_once_for_what_is_recorded(learner, jira):
    ask(learner, 2, skills=[jira])
    now, today = timezone.now(), timezone.localdate()
    first = demanded(learner, today=today, now=now)
    assert demanded(learner, today=today, now=now) is first
    assert demanded(learner, today=today + timedelta(days=1), now=now + timedelta(days=1)) is not first
    ask(learner, 1, skills=[jira])
    assert demanded(learner, today=today, now=now).steering.saved == 3


def test_what_is_over_takes_no_room(learner, stranger, jira):
    now, today = timezone.now(), timezone.localdate()
    before = len(loading._kept)
    for user in (learner, stranger):
        for _ in range(3):
            ask(user, 1, skills=[jira])
            demanded(user, today=today, now=now)
    assert len(loading._kept) <= before + 2


def test_whoever_looks_as_nobody_takes_no_room_of_learners(client, jira):
    before = len(loading._kept)
    for number in range(3):
        for page in (DEMAND, LEAKS):
            assert client.get(page, {"asked": number}).status_code == 200
    assert len(loading._kept) == before


def test_what_a_curator_changes_counts_at_once(learner, jira):
    ask(learner, 8, skills=[jira])
    milestone = make_milestone(title="Before the curator")
    milestone.skills.add(jira)
    now, today = timezone.now(), timezone.localdate()
    assert "Before the curator" in {one.title for one in demanded(learner, today=today, now=now).milestones.values()}
    Milestone.objects.filter(pk=milestone.pk).update(title="After the curator")
    assert "After the curator" in {one.title for one in demanded(learner, today=today, now=now).milestones.values()}


@pytest.mark.parametrize("page", [DEMAND, LEAKS])
@pytest.mark.parametrize("number", [1, 3, 12])
def test_more_postings_take_no_more_queries(learning, learner, jira, page, number):
    for posting in ask(learner, number, skills=[jira], credentials=[make_credential()]):
        make_stage(posting)
    with CaptureQueriesContext(connection) as queries:
        assert learning.get(page).status_code == 200
    # From eight on what credentials take is looked up too.
    assert len(queries) == (8 if page == LEAKS else 11 if number >= 8 else 9)


def test_where_applications_end_by_source_and_only_with_enough_data(learning, learner):
    assert "Nothing applied for yet" in seen(learning.get(LEAKS))
    for number in range(10):
        row = make_application(learner, source="Friend", stage="applied", on=date(2026, 10, 1))
        if number < 3:
            make_stage(row, stage="rounds", on=date(2026, 10, 11))
    make_application(learner, source="Board", stage="applied")
    page = seen(learning.get(LEAKS))
    assert "Applied 11 Answered 3 Interviewed 3 Offered 0" in page
    assert "Friend 10 3 3 0" in page
    assert "Board 1 0 0 0 Not enough data" in page
    assert "Applied Not enough data 3" in page


def test_nobody_else_is_counted(learning, learner, stranger, jira):
    ask(stranger, 9, skills=[jira])
    assert "No postings yet" in seen(learning.get(DEMAND))
    assert "Nothing applied for yet" in seen(learning.get(LEAKS))
