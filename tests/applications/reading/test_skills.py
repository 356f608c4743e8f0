"""Which skills a line names, by term or by other words, and which it only seems to name."""

import pytest

from .kit import rows_of


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("cloud migration", {"cloud-migration"}),
        ("Azure DevOps", {"azure-devops"}),
        (
            "Working knowledge of both waterfall and Agile delivery",
            {"predictive-delivery", "agile-delivery", "hybrid-delivery"},
        ),
        ("SLOs and SLAs", {"reliability"}),
        ("You feel safe in a lean team", set()),
        ("You will excel at SQL", {"sql"}),
        ("Working with suppliers under a contract", {"vendor-management"}),
        ("Oversight of vendors", {"vendor-management"}),
        ("Ability to juggle competing priorities", {"prioritization"}),
        ("Enough SQL to read, because our customers write", {"sql"}),
        ("Comfortable with Jira or Linear", {"jira", "linear-app"}),
        ("You have run A/B tests", {"experimentation"}),
        ("Experience in developer support", set()),
        ("write clear technical documentation", {"technical-writing"}),
        ("Working knowledge of earned value management", {"earned-value"}),
        ("Experience negotiating subcontracts", {"procurement"}),
        ("Supplier management", {"vendor-management"}),
        ("Experience of managing engineering projects", set()),
        ("Managing engineering teams", {"team-management"}),
        ("You stay flexible when a container of chips is stuck", {"adaptability"}),
        ("You would rather facilitate a workshop than write a memo", {"facilitation"}),
        ("Program management experience", {"program-management"}),
        ("Comfortable speaking in front of 60 people", {"communication"}),
    ],
)
def test_skills_are_found_by_term_and_by_other_words(line, skills):
    assert {slug for row in rows_of(line) for slug in row.skills} == skills
