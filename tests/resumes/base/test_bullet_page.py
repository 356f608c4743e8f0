"""The page of a bullet, beside what was recorded."""

from tests.factories.evidence import make_evidence
from tests.factories.resumes import make_bullet
from tests.kit import text


def test_evidence_is_only_said_to_be_silent_once_it_is_chosen(learning, learner):
    piece = make_evidence(learner, happened="Ran the cutover", amount=None, unit="", result="")
    bullet = make_bullet(learner)
    page = text(learning.get(f"/resumes/bullets/{bullet.pk}/edit/"))
    assert (page.count("No evidence chosen."), page.count("Your evidence does not say.")) == (3, 0)
    begun = text(learning.get(f"/resumes/bullets/add/?evidence={piece.pk}"))
    assert (begun.count("No evidence chosen."), begun.count("Your evidence does not say.")) == (0, 2)
