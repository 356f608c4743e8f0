"""A learner who has recorded everything is asked for nothing that they have, on no page (rule R13: they are asked)."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from evidence.models import Credential, Skill
from evidence.records import rating
from interviews.models import Dimension, HelperLink, MockInterview, MockScore, Question, RatedAnswer
from resumes.models import ReviewComment
from roadmap import tracking
from roadmap.models import Milestone, MilestoneProgress, Sign, Step
from roadmap.overview import Overview
from tests.evidence.records.test_background import make_units
from tests.factories.applications import (
    make_application,
    make_liking,
    make_offer,
    make_person,
    make_requirement,
    make_stage,
    make_task,
)
from tests.factories.evidence import (
    make_education,
    make_evidence,
    make_held,
    make_position,
    make_project,
    make_training,
)
from tests.factories.interviews import make_asked, make_interview, make_mock, make_story
from tests.factories.resumes import make_bullet, make_line, make_resume, make_sent
from tests.factories.reviews import make_comment, make_review_link
from tests.factories.roadmap import make_aim
from tests.kit import text

THEN = date(2025, 3, 1)
HELD = ("pmp", "psm-i", "aws-clf")


def record_background(user):
    make_education(user, level="master", title="M.S.")
    make_training(user)
    held = [make_held(user, Credential.objects.get(slug=slug)) for slug in HELD]
    make_units(held[0])
    job = make_position(user)
    make_position(user, kind="contract")
    for number, kind in enumerate(("job", "own", "volunteer")):
        confirmer = {"confirmer_name": f"Lee {number}", "confirmer_contact": "lee@example.org"}
        work = make_project(
            user, kind=kind, purpose="For it", budget="to_50k", ends_on=THEN, starts_on=THEN, **confirmer
        )
        make_evidence(user, project=work, links=[("https://example.org/it", "It")])
    skills = {slug for sign in Sign.objects.filter(fact="evidence-of") for slug in sign.which.split()}
    for _ in range(2):
        make_evidence(user, skills=sorted(skills))
    for skill in Skill.objects.all()[:10]:
        rating.rate(user=user, skill=skill, values={"now": 1}, at=timezone.now())
    return job


def record_practice(user):
    for _ in range(12):
        make_story(user, situation="a", task="b", action="c", result="d")
    at = timezone.now()
    answered = []
    for category, number in (("estimation", 10), ("motivation", 3), ("technical", 3), ("situational", 6)):
        found = Question.objects.published().filter(category__slug=category)[:number]
        assert len(found) == number
        answered += found
    for question in [*answered, *answered[:2]]:
        RatedAnswer.objects.create(user=user, question=question, at=at)
    dimension = Dimension.objects.first()
    for number in range(3):
        mock = make_mock(user, answered[0])
        MockInterview.objects.filter(pk=mock.pk).update(phase="done", finished_at=at)
        link = HelperLink.objects.create(
            user=user, mock=mock, secret_hash=f"{number}", made_at=at, expires_at=at + timedelta(1)
        )
        scored = {"question": mock.questions.get(), "link": link, "dimension": dimension}
        MockScore.objects.create(user=user, score=4, at=at, **scored)
        make_interview(user, company=f"Acme {number}", on=THEN)
        make_asked(user, company="Acme")


def record_search(user, job):
    bullets = [make_bullet(user, position=job) for _ in range(15)]
    base = make_resume(user)
    make_line(base, "text:summary", wording="Leads.")
    tailored = make_resume(user, base=base)
    make_line(tailored, f"bullet:{bullets[0].token}", shown=False)
    copy = make_sent(tailored)
    for number in range(2):
        comment = make_comment(make_review_link(base)[1], key=f"{number}", state="settled")
        ReviewComment.objects.filter(pk=comment.pk).update(by=f"Kim {number}")
    for number in range(25):
        row = make_application(user, sent_copies=[str(copy.token)] if number < 10 else [])
        if number < 10:
            make_stage(row)
            make_requirement(row, confirmed=True)
    for form, day in (("verbal", 1), ("written", 2)):
        make_offer(row, form=form, on=date(2026, 11, day))
    make_liking(user)
    for number in range(15):
        make_person(user, last_contact_on=THEN, referred_on=THEN if number < 3 else None)
    for _ in range(3):
        make_task(user, done_on=THEN)


@pytest.fixture
def everything(seeded, learner):
    """One row and more of each kind that rules count. What no rule counts has a piece of evidence attached."""
    record_search(learner, record_background(learner))
    record_practice(learner)
    counted = Milestone.objects.filter(signs__means="have")
    for milestone in Milestone.objects.published().exclude(pk__in=counted):
        tracking.attach(user=learner, milestone=milestone, piece=make_evidence(learner), at=timezone.now())
    return learner


def asked_to_start(page):
    """The milestones that a page asks for: by a button that starts one, or as what is next."""
    return re.findall(
        r'<button class="btn(?: btn-sm)? btn-(?:primary|outline-secondary)"[^>]*>Start\b(?! it anyway).*', page
    )


def test_no_page_asks_for_what_is_there(learning, everything):
    overview = Overview(everything)
    there = {overview.rows[key].slug for key in overview.have}
    # Each by a rule of its own, where it has one.
    assert set(Milestone.objects.published().values_list("slug", flat=True)) - there == set()
    assert overview.next is None
    own = set(Sign.objects.filter(means="have", milestone__retired_at=None).values_list("milestone", flat=True)) - {
        None
    }
    attached = [line.text for key in own for line in overview.have[key].lines if "attached" in line.text]
    assert attached == []
    pages = ["/", "/roadmap/", "/roadmap/?view=map", "/roadmap/perhaps-done/"]
    pages += [step.get_absolute_url() for step in Step.objects.all()]
    pages += [step.milestones.first().get_absolute_url() for step in Step.objects.all()]
    for address in pages:
        page = text(learning.get(address))
        assert asked_to_start(page) == [], address
        assert "Next for you" not in page, address
    # Asked, and never marked.
    assert not MilestoneProgress.objects.exclude(state="todo").exists()


def test_the_ledger_asks_for_no_credential_that_is_held(learning, everything):
    context = learning.get(reverse("evidence:ledger")).context
    names = dict(Credential.objects.values_list("slug", "name"))
    wanted = {credential.name for credential in context["credentials"]}
    assert wanted
    assert wanted & {names[slug] for slug in HELD} == set()
    assert names["pmp"] in {credential.name for credential in context["held_credentials"]}


def test_whoever_the_ledger_calls_eligible_is_not_told_to_take_stock(seeded, learner):
    assert Overview(learner).next_row.slug == "creds-stocktake"
    make_education(learner, level="bachelor", finished_on=date(2015, 6, 30))
    make_training(learner, kind="pm_education", hours=35)
    make_project(learner, part="led", starts_on=date(2021, 1, 1), ends_on=None)
    assert "creds-stocktake" in {Overview(learner).rows[key].slug for key in Overview(learner).have}
    assert Overview(learner).next_row.slug != "creds-stocktake"


def test_the_ledger_begins_with_what_one_is_after_and_with_no_degree_that_is_only_near(learning, learner, seeded):
    make_education(learner, level="bachelor", finished_on=date(2015, 6, 30))
    address = reverse("evidence:ledger")
    nearest = learning.get(address)
    assert nearest.context["credentials"][0].slug not in ("bachelor-technical", "master-optional")
    assert "Nearest to you" in text(nearest)
    make_aim(learner, credential=Credential.objects.get(slug="pgmp"))
    aimed = learning.get(address)
    assert aimed.context["credentials"][0].slug == "pgmp"
    assert ("What you're after</p>" in text(aimed), "Nearest to you" in text(aimed)) == (True, False)
