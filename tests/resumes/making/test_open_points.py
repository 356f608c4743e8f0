"""What is open on resumes, as Today says it."""

from django.utils import timezone

from accounts.models import User
from keeping import verbs
from resumes.review.points import asked_on_today, points_on_today
from tests.factories.evidence import make_evidence, make_position
from tests.factories.resumes import make_bullet, make_resume
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
    assert '<li><a href="/resumes/bullets/" dir="auto">2 bullets without evidence</a></li>' in page


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
