"""What applications say for milestones of the sixth step, and only what they can say."""

from datetime import date

import pytest

from applications.demand.speaking import SPOKEN_FOR, offer_spoken_for
from roadmap.models import Milestone
from tests.factories.applications import make_application, make_liking, make_offer, make_person, make_stage
from tests.factories.resumes import make_resume, make_sent
from tests.kit import seen


def said(user, *slugs):
    return offer_spoken_for(user, slugs or SPOKEN_FOR).get("spoken_for_by_applications", {})


def test_nothing_is_said_of_nothing(learner, stranger):
    make_application(stranger)
    assert said(learner) == {}


def test_each_says_what_it_rests_on(learner):
    copy = make_sent(make_resume(learner))
    for number in range(15):
        row = make_application(learner, sent_copies=[str(copy.token)] if number < 10 else [])
        make_stage(row)
    make_liking(learner)
    for number in range(8):
        make_person(learner, referred_on=date(2026, 11, 1) if number < 3 else None)
    make_offer(row)
    assert said(learner) == {
        "apply-tracker": "you keep 15 applications here",
        "apply-shortlist": "you saved 15 postings and rated the kinds of task",
        "apply-referrals": "you know 8 people, and 3 referred you",
        "apply-ten-tailored": "you applied 10 times with a resume that is kept here",
        "apply-evaluate-offer": "you recorded 1 state of an offer",
    }
    assert said(learner, "apply-tracker", "resume-master") == {"apply-tracker": "you keep 15 applications here"}


@pytest.mark.parametrize(("slugs", "queries"), [(["resume-master"], 0), (["apply-tracker"], 1)])
def test_only_what_is_asked_is_looked_up(learner, django_assert_num_queries, slugs, queries):
    make_application(learner)
    with django_assert_num_queries(queries):
        said(learner, *slugs)


def test_the_milestone_says_so_and_leads_there(learning, learner, seeded):
    make_application(learner)
    milestone = Milestone.objects.get(slug="apply-tracker")
    page = seen(learning.get(milestone.get_absolute_url()))
    assert "you keep 1 application here" in page
    assert "Your applications: board, table, calendar, and what is due" in page
    assert "ou keep 1 application here" in seen(learning.get("/roadmap/perhaps-done/"))
