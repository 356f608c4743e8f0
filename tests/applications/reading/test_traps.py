"""What looks like a demand on the person and is none."""

import pytest

from applications.reading.reader import read_rows
from applications.reading.teasers import is_of_another

from .kit import rows_of, words


@pytest.mark.parametrize(
    "line",
    [
        "Internal candidates need six months in their present post",
        "Current employees must have completed a year with the mill",
        "Employment depends on the award of the weaving contract",
        "Offers are conditional on verification of your clearance by the ministry",
        "Any offer is subject to contract award",
        "Successful candidates may be kept in a pool for 18 months",
        "Your details stay on file for two years",
        "At this grade there is no substitution of education for experience",
        "A doctorate will not be credited",
        "Applicants must show proof of their foreign qualifications",
        "Degrees cannot be counted towards the years",
        "Up to $4,000 a year pays for degrees and exams such as CISSP",
        "The match vests after three years",
    ],
)
def test_what_is_a_process_a_denial_or_an_offer_is_none(line):
    assert rows_of(f"- {line}") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "We need a Senior Loom Program Manager for Shed 2: a fixed-price contract with one base year and two more.",
        "We are looking for a Program Manager for a contract with two option years.",
    ],
)
def test_what_the_job_comes_with_is_no_demand(sentence):
    assert read_rows(f"Larkmoor Mills\n\n{sentence}\n\nBenefits\nA dog.", words())[0] == ()


def test_a_field_that_sounds_like_a_benefit_is_a_demand_where_it_is_a_background():
    (row,) = rows_of("- Background in pensions or payroll")

    assert row.passage.quote == "Background in pensions or payroll"


def test_what_is_named_among_the_things_not_needed_and_welcome_is_a_wish():
    text = (
        "Requirements\n- Jira\n\nWhat we don't ask for\n- A degree\n- Terraform: not needed but welcome\n\n"
        "Benefits\nA dog."
    )

    assert [(row.passage.quote, row.strength) for row in read_rows(text, words())[0]] == [
        ("Jira", "required"),
        ("Terraform: not needed but welcome", "preferred"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "BLS certification: not applicable to this post",
        "A CSM won't earn you extra credit",
        "You complete a six-month trial service period with experience",
        "An MBA does not give you a better place",
        "A baseline clearance alone is not sufficient",
        "Availability for weekends is not sought",
        "Master's - Not required",
        "E = essential, D = desirable",
        "Non-compete with us: 12 months",
        "Ability to work on site at least 3 days per week",
        "Candidates will be required to take a written test",
        "Staff members are subject to assignment by the head of the mill",
        "A TB test is required of all new hires",
        "Successful candidates must meet the security requirements before they start",
        "Ability to meet the security screening requirements of customers is expected",
    ],
)
def test_what_is_denied_or_explains_the_list_is_none(line):
    assert rows_of(f"- {line}") == ()


@pytest.mark.parametrize(
    "after",
    [
        "> -----Original Message-----\n> Subject: Loom Lead // Derby\n> Must have: 9+ years of looms, CSM",
        "From: A. Weaver\nSent: Monday\n\n-----Original Message-----\nMust have: 9+ years of looms, CSM",
        "See also: Senior Loom Engineer (8+ years)",
        "- See also: [Loom Engineer (8+ years)](looms.md)",
        "loom jobs, PMP jobs, security clearance jobs",
        "Bug reports are welcome, and so are issues.",
    ],
)
def test_an_older_mail_and_what_a_site_links_to_are_none(after):
    assert [
        row.passage.quote for row in read_rows(f"Requirements\n- Jira\n\nBenefits\nA dog.\n\n{after}", words())[0]
    ] == ["Jira"]


@pytest.mark.parametrize("mark", ["Not needed", "Not required", "N/A", "Won't"])
def test_what_a_matrix_marks_as_not_needed_is_none(mark):
    text = f"Skill\tRequired / Desired\tYears\nSQL\tRequired\t4\nJira\t{mark}\t\nPMP\tDesired\t\n"

    assert [row.passage.quote for row in read_rows(text, words())[0]] == ["SQL", "PMP"]


@pytest.mark.parametrize(
    "sentence",
    [
        "We'd like you to start in March.",
        "A weaver at heart? We are also hiring a Loom Engineer with four years of Rust.",
        "We also look for an Agile engineer who knows SQL.",
        "We hire any gender, any origin and any faith, with Jira.",
        "Any gender, any faith and any body, as long as you know Jira.",
        "Pull requests for typos are welcome, and so are questions.",
        "loom jobs, PMP jobs, entry 0-1 years, clearance jobs",
        "Permanent status follows a twelve-month trial period.",
        "Tenure is reached after a six-month trial service.",
        "01 How many years of loom experience do you have?",
        "Grades at this level differ from grade 2, which requires one year of experience, by the looms assigned.",
        "The Loom group matches what mills ask for with what SQL and Python people can give.",
        "As a Principal Program Manager you will run the Jira program across nine mills.",
        "And if you are a weaver with six years of embedded C, there's another ad with your name on it.",
        "Cookies that we need are always on. You must be 16 years of age to consent to the others.",
        "A firm of 40 years. Service agreement of 18 months applies to all joiners.",
    ],
)
def test_prose_that_tells_or_sends_elsewhere_is_none(sentence):
    assert read_rows(f"Larkmoor Mills\n\n{sentence}\n\nBenefits\nA dog.", words())[0] == ()


def test_what_follows_a_matrix_is_no_longer_asked_for():
    text = (
        "SKILLS MATRIX\n\nSkill\tReq / Desired\tYrs needed\tYrs of candidate\nSQL for the looms\tRequired\t4\t____\n"
        "Smartsheet\tDesired\t-\t____\nPMP (active)\tRequired\tn/a\tY / N\nCCNA\tDesired\tn/a\tY / N\n\n"
        "Submission:  Full name, 2 references with Jira years, LinkedIn.\nNon-compete: 12 months.\n"
    )

    assert [(row.passage.quote, row.strength, row.kind, row.months) for row in read_rows(text, words())[0]] == [
        ("SQL for the looms", "required", "experience", 48),
        ("Smartsheet", "preferred", "skill", None),
        ("PMP (active)", "required", "credential", None),
        ("CCNA", "preferred", "credential", None),
    ]


@pytest.mark.parametrize("heading", ["related postings", "similar jobs", "other openings"])
def test_what_heads_other_postings_is_known(heading):
    assert is_of_another(heading)
