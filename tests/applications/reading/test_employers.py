import pytest

from applications.reading.employers import read_employer
from applications.reading.labels import Label

TITLE = "Delivery Manager"


def employer(*lines, labels=(), site="", title=TITLE):
    text = "\n".join(lines)
    found, is_agency = read_employer(text, [line for line in lines if line], title, labels, site)
    assert found is None or found.quote is None or found.quote in text
    return (found and found.value), is_agency


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ([TITLE, "Larkmoor Mills"], "Larkmoor Mills"),
        ([TITLE, "Larkmoor Mills Ltd, Leeds. Permanent. £40,000."], "Larkmoor Mills Ltd"),
        (
            [
                "LARKMOOR COUNTY",
                "invites applications for the position of:",
                TITLE,
                "Larkmoor County Wool Services spins.",
            ],
            "Larkmoor County",
        ),
        ([TITLE, "Department of Wool", "National Loom Service", "Overview"], "National Loom Service"),
        ([TITLE, "Larkmoor spins wool.", "https://jobs.example.com/larkmoor/77"], "Larkmoor"),
        ([TITLE, "Larkmoor Mills · Leeds · Permanent"], "Larkmoor Mills"),
        ([TITLE, "Leeds", "About Larkmoor Mills", "We weave."], "Larkmoor Mills"),
        ([TITLE, "Larkmoor Mills is an Equal Opportunity Employer."], "Larkmoor Mills"),
        ([TITLE, "Greetings from Larkmoor Pvt Ltd !!"], "Larkmoor Pvt Ltd"),
        ([TITLE, "Hey, we're Larkmoor. We weave."], "Larkmoor"),
        ([TITLE, "The Larkmoor Trust needs a manager."], "Larkmoor Trust"),
        (["Larkmoor Mills logo", "Share", TITLE, "Hartford, CT"], "Larkmoor Mills"),
        ([TITLE, "Job ID: 77 | Larkmoor Services LLC"], "Larkmoor Services LLC"),
        ([TITLE, "Larkmoor Software sp. z o.o."], "Larkmoor Software sp. z o.o."),
        ([TITLE, "corporate_fare Larkmoor Cloud   place Seattle, WA, USA"], "Larkmoor Cloud"),
        ([TITLE, "Larkmoor builds looms. At Larkmoor, we weave."], "Larkmoor"),
        ([TITLE, "Ann Arbor, Michigan, United States", "Larkmoor Motion is building vans."], "Larkmoor Motion"),
        (["UNIVERSITY OF LARKMOOR / OLLSCOIL LARKMOOR", TITLE, "Leeds"], "UNIVERSITY OF LARKMOOR"),
        (["LARKMOOR STATE COLLEGE", TITLE, "Larkmoor State College enrolls many."], "Larkmoor State College"),
        (["EUROPEAN AGENCY FOR LOOMS (EAL)", "VACANCY NOTICE", TITLE], "EUROPEAN AGENCY FOR LOOMS"),
        (["Larkmoor & Quay: two seats, one advert", TITLE, "Leeds"], "Larkmoor & Quay"),
        (["LARKMOOR SYSTEMS, INC.", TITLE, "Larkmoor is an equal opportunity employer."], "LARKMOOR SYSTEMS, INC."),
        ([TITLE, "LOOMS OF LARKMOOR PTE. LTD."], "LOOMS OF LARKMOOR PTE. LTD."),
        (["Larkmoor", "Follow", TITLE, "Hi from Larkmoor!"], "Larkmoor"),
        ([TITLE, "Larkmoor Mill Cooperative spins for 400 farms."], "Larkmoor Mill Cooperative"),
        ([TITLE, "I work with Larkmoor IT Services. Your resume came up."], "Larkmoor IT Services"),
        ([TITLE, "Leeds", "We weave. Join us."], None),
        ([TITLE, "Employment Type", "Full time"], None),
        ([TITLE, "Dear Candidate,", "Apply now."], None),
    ],
)
def test_the_employer_is_read_where_it_is_named(lines, name):
    assert employer(*lines) == (name, False)


@pytest.mark.parametrize(
    "title",
    [
        "Larkmoor Mutual Bank: Loom Manager",
        "Producer / Larkmoor Games (Malmö)",
        "Scrum Master - Larkmoor Softlabs, Leeds",
    ],
)
def test_the_line_of_the_title_may_name_the_employer(title):
    assert employer(title, "We weave.", title=title)[0] in title
    assert employer(title, "We weave.", title=title)[0].startswith("Larkmoor ")


def test_a_team_behind_a_title_is_no_employer():
    assert employer("Program Manager - Loom Payments, Leeds", title="Program Manager - Loom Payments, Leeds")[0] is None


def test_a_label_counts_most_and_a_site_helps():
    assert employer(TITLE, "Heddle House", labels=[Label("company", "Larkmoor Mills")]) == ("Larkmoor Mills", False)
    assert employer(TITLE, labels=[Label("from", "Sam @ Larkmoor Staffing LLC")]) == ("Larkmoor Staffing LLC", True)
    assert employer(TITLE, "We weave.", site="Larkmoor Careers") == ("Larkmoor", False)


@pytest.mark.parametrize(
    "line",
    [
        "Our client, a household name, is looking for you.",
        "Larkmoor Mills is acting as an Employment Agency in relation to this vacancy.",
        "Client: large bank",
        "We have a requirement with our esteemed MNC client.",
    ],
)
def test_who_hires_for_somebody_else_is_an_agency(line):
    assert employer(TITLE, "Larkmoor Mills", line) == ("Larkmoor Mills", True)


def test_who_has_clients_is_no_agency():
    assert employer(TITLE, "Larkmoor Mills", "You work with our clients, and grow our client base.") == (
        "Larkmoor Mills",
        False,
    )
