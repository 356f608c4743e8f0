"""Words that a posting uses where the resume uses others for the same skill."""

import pytest

from resumes.making.posting import Difference, Term, Vocabulary, differences, used

SUPPLIERS = Vocabulary("skill:vendors", (Term("vendor management"), Term("suppliers"), Term("vendors")))
SAFE = Vocabulary("skill:safe", (Term("Scaled Agile"), Term("SAFe", exact=True)))


@pytest.mark.parametrize(
    ("posting", "resume", "found"),
    [
        ("Vendor management is a plus.", "Led 12 suppliers", [("Vendor management", "suppliers")]),
        ("We work with vendors and suppliers", "Led 12 Suppliers", []),
        ("Vendor management", "Led a team", []),
        ("A team", "Led 12 suppliers", []),
        ("Scaled agile", "Trained in SAFe", [("Scaled agile", "SAFe")]),
        # What means something else in small letters is no skill.
        ("Scaled agile", "A safe move", []),
        ("Keep it safe", "Scaled Agile", []),
    ],
)
def test_what_is_said_of_two_texts(posting, resume, found):
    said = differences(posting, resume, [SUPPLIERS, SAFE])
    assert [(one.theirs, one.ours) for one in said] == found


def test_a_difference_names_its_skill():
    assert differences("vendors", "suppliers", [SUPPLIERS]) == [Difference("skill:vendors", "vendors", "suppliers")]


def test_a_term_within_a_longer_one_is_not_another():
    terms = (Term("agile"), Term("agile delivery"))
    assert used("Agile delivery at scale", terms) == ["Agile delivery"]
    assert used("Agile delivery, and agile teams", terms) == ["Agile delivery", "agile"]
    assert used("fragile", terms) == []
