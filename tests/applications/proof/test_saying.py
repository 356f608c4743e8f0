import pytest

from applications.proof.saying import said_by
from resumes.base.recorded import Recorded, Sentence
from resumes.making.composing import compose
from resumes.making.deriving import Change
from resumes.writing.content import Entry, Kind

RECORDED = Recorded(
    entries=(
        Entry(Kind.EXPERIENCE, title="Scrum Master", text="Kept the board in Jira", key="position:1"),
        Entry(Kind.SKILLS, title="Risk management", key="skill:risk"),
    ),
    sentences=(Sentence("bullet:1", "Moved the servers to AWS", "position:1"),),
)
TERMS = {
    "risk": (("Risk management", False),),
    "scrum": (("scrum", False), ("sprint", False)),
    "jira": (("Jira", True),),
    "aws": (("AWS", True),),
    "java": (("Java", False),),
    "budget": (("budget", False),),
}
ROWS = {"position:1", "skill:risk", "bullet:1"}


@pytest.mark.parametrize(
    ("layer", "skills", "rows"),
    [
        ({}, {"risk", "scrum", "jira", "aws"}, ROWS),
        ({"section:skills": Change(shown=False)}, {"scrum", "jira", "aws"}, ROWS - {"skill:risk"}),
        ({"skill:risk": Change(shown=False)}, {"scrum", "jira", "aws"}, ROWS - {"skill:risk"}),
        ({"position:1": Change(shown=False)}, {"risk"}, {"skill:risk"}),
        ({"bullet:1": Change(shown=False)}, {"risk", "scrum", "jira"}, ROWS - {"bullet:1"}),
        # In other words here, or in a capitalization that means something else.
        ({"bullet:1": Change(wording="Kept to the Budget")}, {"risk", "scrum", "jira", "budget"}, ROWS),
        ({"bullet:1": Change(wording="Moved jaws")}, {"risk", "scrum", "jira"}, ROWS),
        ({"position:1": Change(wording="Kept a jira")}, {"risk", "scrum", "aws"}, ROWS),
        ({"bullet:1": Change(wording="Wrote JavaScript")}, {"risk", "scrum", "jira"}, ROWS),
        ({"text:headline": Change(wording="Budgets, and a budget")}, {"risk", "scrum", "jira", "aws", "budget"}, ROWS),
        ({"text:summary": Change(wording="Each sprint")}, {"risk", "scrum", "jira", "aws"}, ROWS),
        (
            {"text:summary": Change(wording="A budget"), "section:summary": Change(shown=False)},
            {"risk", "scrum", "jira", "aws"},
            ROWS,
        ),
    ],
)
def test_what_a_resume_says(layer, skills, rows):
    said = said_by(compose(RECORDED, [layer]), TERMS)
    assert (said.skills, said.rows) == (skills, rows)
