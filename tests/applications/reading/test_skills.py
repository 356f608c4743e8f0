"""Which skills a line names, by term or by other words, and which it only seems to name."""

import pytest

from .kit import rows_of


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("cloud migration", {"cloud-migration"}),
        ("Azure DevOps", {"azure-devops"}),
        ("Azure Synapse exposure", {"data-warehousing"}),
        ("Azure and a data warehouse", {"azure", "data-warehousing"}),
        ("Release trains in a large company", {"scaled-agile"}),
        ("PI planning for two release trains", {"scaled-agile"}),
        ("You plan and run releases", {"release-management"}),
        ("Tracking in Asana (the client doesn't use Jira)", {"asana"}),
        ("You use Jira", {"jira"}),
        ("Calm in negotiating scope", {"negotiation"}),
        ("You keep the scope of a project", {"scope-management"}),
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
        ("HIPAA privacy and security rules", {"hipaa"}),
        ("Knowledge of the NIST Risk Management Framework", {"security-frameworks"}),
        ("Dependancy mapping and stakholder managment", {"dependency-management", "stakeholder-management"}),
        (
            "Knowlege of agile and waterfall, and when to blend them",
            {"agile-delivery", "predictive-delivery", "hybrid-delivery"},
        ),
        ("Not intimidated by a CFO", {"executive-communication"}),
        ("Installing our software for customers", {"saas-implementation"}),
        ("MDM (that is mobile device management)", {"infrastructure"}),
        ("Facilitation that survives a meeting of the works council", {"facilitation"}),
        ("Power BI or Smartsheet", {"business-intelligence", "smartsheet"}),
        ("Volunteer work with seniors", set()),
        ("Projects across organizational boundaries", {"cross-functional-leadership"}),
        (
            "Projects with responsibility for scope, schedule and cost",
            {"scope-management", "schedule-management", "budget-management"},
        ),
        ("Briefing directors on the status of investments", {"executive-communication", "status-reporting"}),
        ("Work comparable to the GS-11 level in the Federal service", set()),
        ("Work of that kind in government or outside it", set()),
    ],
)
def test_skills_are_found_by_term_and_by_other_words(line, skills):
    assert {slug for row in rows_of(line) for slug in row.skills} == skills
