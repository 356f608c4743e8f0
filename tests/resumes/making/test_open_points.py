"""What resumes say elsewhere: on Today what is open, on the roadmap which milestones they speak for."""

import pytest
from django.utils import timezone

from accounts.models import User
from keeping import verbs
from resumes.making.open_points import SPOKEN_FOR, offer_spoken_for
from resumes.review.points import asked_on_today, points_on_today
from roadmap.models import MilestoneProgress
from tests.factories.evidence import make_evidence, make_position
from tests.factories.resumes import make_bullet, make_line, make_resume
from tests.factories.reviews import make_comment, make_review_link
from tests.kit import words


def points_of(learner):
    return points_on_today(User.objects.annotate(**asked_on_today()).get(pk=learner.pk))


def test_today_says_what_is_open(learning, learner, stranger):
    position = make_position(learner)
    make_bullet(learner, position=position, evidence=[make_evidence(learner)])
    make_bullet(stranger)
    assert points_of(learner) == []
    make_bullet(learner, position=position)
    make_bullet(learner)
    said = [
        ("2 bullets without evidence", "/resumes/bullets/"),
        ("1 bullet without a job or project", "/resumes/bullets/"),
    ]
    assert points_of(learner) == said
    page = words(learning.get("/"))
    assert (
        '<p class="due">Open on your resume: <a href="/resumes/bullets/" dir="auto">2 bullets without evidence' in page
    )


def test_evidence_in_the_bin_proves_nothing(learner):
    piece = make_evidence(learner)
    make_bullet(learner, position=make_position(learner), evidence=[piece])
    verbs.put_in_bin(piece, at=timezone.now())
    assert points_of(learner) == [("1 bullet without evidence", "/resumes/bullets/")]


def test_today_says_what_reviewers_wait_for(learner, stranger):
    resume = make_resume(learner, name="Base")
    _, link = make_review_link(resume)
    # One thing each; what is said of one again is the same comment.
    for key, state in (("a", "open"), ("b", "open"), ("c", "accepted"), ("d", "declined")):
        make_comment(link, key=key, state=state)
    make_comment(make_review_link(make_resume(stranger))[1])
    where = f"/resumes/{resume.pk}/review/"
    assert points_of(learner) == [("1 accepted comment on Base", where), ("2 new comments on Base", where)]
    verbs.put_in_bin(resume, at=timezone.now())
    assert points_of(learner) == []


@pytest.mark.parametrize(("number", "numbered", "said"), [(15, 10, True), (14, 14, False), (15, 9, False)])
def test_a_bank_of_achievements_is_as_large_as_the_milestone_asks(learner, number, numbered, said):
    for each in range(number):
        make_bullet(learner, text=f"Cut {each} steps" if each < numbered else "Cut steps")
    spoken_for = offer_spoken_for(learner, SPOKEN_FOR)["spoken_for"]
    reason = f"you wrote {number} bullets, {numbered} of them with a number"
    assert spoken_for == ({"resume-evidence-bank": reason} if said else {})


def test_the_other_milestones_that_resumes_speak_for(learner):
    position = make_position(learner)
    for _ in range(10):
        bullet = make_bullet(learner, text="Led it", position=position)
    base = make_resume(learner, name="Base")
    assert offer_spoken_for(learner, SPOKEN_FOR)["spoken_for"] == {"resume-master": "“Base” can show 10 bullets"}
    make_line(base, "text:summary", wording="Leads.")
    tailored = make_resume(learner, name="Acme", base=base)
    assert "resume-tailor-one" not in offer_spoken_for(learner, SPOKEN_FOR)["spoken_for"]
    make_line(tailored, f"bullet:{bullet.token}", shown=False)
    assert offer_spoken_for(learner, SPOKEN_FOR)["spoken_for"] == {
        "resume-master": "“Base” can show 10 bullets",
        "resume-summary": "“Base” has a summary",
        "resume-tailor-one": "you tailored “Acme”",
    }


def test_the_page_of_such_a_milestone_says_so_and_marks_nothing(seeded, learning, learner):
    base = make_resume(learner, name="Base")
    make_line(base, "text:summary", wording="Leads.")
    page = words(learning.get("/roadmap/craft-resume/resume-summary/"))
    assert "“Base” has a summary" in page
    assert "“Base” has a summary" in words(learning.get("/roadmap/perhaps-done/"))
    assert not MilestoneProgress.objects.exists()


@pytest.mark.parametrize(
    ("slugs", "queries"),
    [
        ((), 0),
        (("credentials-choose",), 0),
        (("resume-evidence-bank",), 1),
        (("resume-summary", "credentials-choose"), 1),
        (("resume-master",), 2),
    ],
)
def test_only_what_a_milestone_could_rest_on_is_asked_for(learner, django_assert_num_queries, slugs, queries):
    with django_assert_num_queries(queries):
        said = offer_spoken_for(learner, slugs)
    assert said == ({"spoken_for": {}} if queries else {})
