"""Demands in words, tables and places of many kinds, each with what it asks."""

import pytest

from applications.reading.reader import read_rows

from .kit import row_of, rows_of, words


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        (
            "- A valid driver's license and a car of your own; trips between the mills take up to 10% of the month",
            ["A valid driver's license and a car of your own", "trips between the mills take up to 10% of the month"],
        ),
        (
            "- Nine (9) years of IT projects, including three (3) on fixed-price contracts",
            ["Nine (9) years of IT projects", "including three (3) on fixed-price contracts"],
        ),
        (
            "- A university degree in engineering, or a two-year college diploma with three further years of practice",
            ["A university degree in engineering, or a two-year college diploma with three further years of practice"],
        ),
        (
            "- A degree in computing with 9 years of work; 14 years of work may be considered in lieu of a degree",
            [
                "A degree in computing",
                "9 years of work; 14 years of work may be considered in lieu of a degree",
            ],
        ),
        (
            "- DoD 8140 IAT Level III: CASP+, CCNP, or GSEC",
            ["DoD 8140 IAT Level III: CASP+, CCNP, or GSEC"],
        ),
        ("- A B.A. in anything; an M.S. is a plus", ["A B.A. in anything", "an M.S. is a plus"]),
    ],
)
def test_a_line_is_split_where_kind_time_or_strength_changes(line, quotes):
    assert [row.passage.quote.removeprefix("with ") for row in rows_of(line)] == quotes


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("trips between the mills fill up to 10% of the month", "travel"),
        ("Readiness to travel: up to 40 % while a loom is built", "travel"),
        ("Willingness to travel: a third of the time, 30%", "travel"),
        ("Must be willing to deploy overseas for 90 days at a time", "travel"),
        ("TDY to Guam twice a year", "travel"),
        ("Current CI poly", "clearance"),
        ("Full-scope polygraph", "clearance"),
        ("An M.S. is preferred", "degree"),
        ("CASP+ or CySA+", "credential"),
        ("CGRC or SSCP", "credential"),
        ("HS diploma or GED", "degree"),
        ("Bachelor's (4 yr) degree", "degree"),
        ("To meet U.S. Government export rules, applicants must be a U.S. citizen", "other"),
    ],
)
def test_each_demand_has_its_kind(line, kind):
    assert row_of(f"- {line}").kind == kind


@pytest.mark.parametrize(
    ("heading", "strength"),
    [
        ("Strong pluses", "preferred"),
        ("Big plus", "preferred"),
        ("Asset criteria", "preferred"),
        ("Helpful", "preferred"),
        ("You could also bring", "preferred"),
        ("Handy extras", "preferred"),
        ("Typical qualifications", "required"),
        ("Expected qualifications", "required"),
        ("Licensure / Certification", "required"),
        ("Additional requirements", "required"),
        ("Other requirements", "required"),
    ],
)
def test_a_heading_says_how_much_its_list_is_asked_for(heading, strength):
    text = f"What you will do\n- Plan the looms\n\n{heading}\n- SQL\n- Jira\n\nBenefits\nA dog."

    assert [(row.passage.quote, row.strength) for row in read_rows(text, words())[0]] == [
        ("SQL", strength),
        ("Jira", strength),
    ]


@pytest.mark.parametrize(
    ("line", "credentials", "unlisted", "skills"),
    [
        ("PMP, PMI-ACP or Six Sigma Black Belt", ("pmp", "pmi-acp"), ("Six Sigma Black Belt",), ("six-sigma",)),
        (
            "Prosci, Six Sigma or ITIL certificate",
            ("itil-foundation",),
            ("Prosci", "Six Sigma"),
            ("organizational-change", "six-sigma"),
        ),
        ("CAPM or a Scrum certification", ("capm",), (), ("scrum",)),
        ("PMP, or CSM and ready to work in a lean way", ("pmp", "csm"), (), ()),
    ],
)
def test_a_certificate_without_an_id_in_a_list_gives_its_skill(line, credentials, unlisted, skills):
    row = row_of(f"- {line}")

    assert (set(row.credentials), set(row.unlisted), set(row.skills)) == (set(credentials), set(unlisted), set(skills))


def test_what_the_holder_must_be_ready_for_is_no_duty():
    text = (
        "Duties\n- Plan the looms\n- Must be willing to deploy to sea for up to 60 days\n"
        "- Walk the sheds at dawn; you must hold a driver's license\n\nBenefits\nA dog."
    )

    rows, duties, _ = read_rows(text, words())

    assert [row.passage.quote for row in rows] == [
        "Must be willing to deploy to sea for up to 60 days",
        "you must hold a driver's license",
    ]
    assert [duty.passage.quote for duty in duties] == ["Plan the looms", "Walk the sheds at dawn"]


def test_a_bare_language_travel_or_time_that_is_said_in_full_elsewhere_is_the_same_demand():
    text = (
        "Loom Lead\nTravel: 30%\nLanguage: Dutch is an asset\n\nRequirements\n- Able to travel up to 30%\n"
        "- Six years of SQL\n\nAssets\n- Dutch at a middling level (B1 or better)\n\nBenefits\nA dog."
    )

    rows = read_rows(text, words())[0]

    assert [(row.passage.quote, [also.quote for also in row.also]) for row in rows] == [
        ("Able to travel up to 30%", ["30%"]),
        ("Six years of SQL", []),
        ("Dutch at a middling level (B1 or better)", ["Dutch is an asset"]),
    ]


def test_versions_that_disagree_in_number_are_two_rows():
    text = (
        "Ihr Profil\n- Fünf Jahre Erfahrung in der Leitung von Projekten und mit der Technik\n- Jira und SQL\n"
        "- Reisebereitschaft in den Norden (ca. 10 %) und in die Stadt\n- PMP und die Erfahrung mit der IT\n\n"
        "Your profile\n- Five years of experience in leading the projects and with the tech\n- Jira and the SQL\n"
        "- Willingness to travel to the north (about 20%) and the town\n- PMP and the experience with the IT\n\n"
        "Benefits\nThe dog is in the office and the cat is on the roof.\n"
    )

    rows = read_rows(text, words())[0]

    assert sorted(row.percent for row in rows if row.kind == "travel") == [10, 20]


def test_a_summary_between_dots_says_the_same_again():
    text = (
        "Must haves\n- 7+ years of program management\n- Jira at user level\n- Willing to travel 10-15% inland\n\n"
        "At a glance\n7 yrs program management • Jira • up to 15% travel\n\nBenefits\nA dog."
    )

    rows = read_rows(text, words())[0]

    assert [(row.passage.quote, [also.quote for also in row.also]) for row in rows] == [
        ("7+ years of program management", ["7 yrs program management"]),
        ("Jira at user level", ["Jira"]),
        ("Willing to travel 10-15% inland", ["up to 15% travel"]),
    ]


def test_shares_of_time_in_a_table_are_neither_duties_nor_travel():
    text = (
        "Essential functions\nFunction\n% of Time\nPlans the looms\n60%\nKeeps the books\n40%\n"
        "Performs other duties as assigned\nAny other work given by the head of the mill\n\nBenefits\nA dog."
    )

    rows, duties, _ = read_rows(text, words())

    assert rows == ()
    assert [duty.passage.quote for duty in duties] == ["Plans the looms", "Keeps the books"]


@pytest.mark.parametrize(
    ("sentence", "is_duty"),
    [
        ("As our Sr. Loom Lead you will get spinning and weaving onto one floor.", True),
        ("The manager will be the first person our weavers call.", True),
        ("You will be the single point of contact for the mills.", True),
        ("You will get a pension.", False),
        ("You will be the first person we hire in Leeds.", False),
    ],
)
def test_what_the_holder_brings_about_is_work(sentence, is_duty):
    duties = read_rows(f"The job\n{sentence}\n\nBenefits\nA dog.", words())[1]

    assert [duty.passage.quote for duty in duties] == ([sentence.rstrip(".")] if is_duty else [])


def test_a_second_way_in_its_own_sentence_is_an_alternative():
    line = (
        "- Advanced university degree in engineering. A first-level university degree with two more years of work may "
        "be accepted in lieu"
    )
    (row,) = rows_of(line)

    assert (row.kind, row.level, row.credentials) == ("degree", "master", ("master-optional",))


def test_a_language_that_is_not_needed_is_not_asked_for():
    assert row_of("- Fluency in English (Dutch not required)").languages == ("en",)


def test_what_only_leads_to_the_duties_is_none():
    text = (
        "Main duties\nUnder the head of the mill, the incumbent performs the following duties:\n"
        "a) Plan the looms\nb) Draft bids\n\nPay\nGood."
    )

    assert [duty.passage.quote for duty in read_rows(text, words())[1]] == ["Plan the looms", "Draft bids"]


def test_one_line_between_strokes_is_a_whole_list():
    text = "Must haves:\n5 yrs+ in delivery roles | retail background | API integrations | Jira\n\nPay\nGood."

    assert [row.passage.quote for row in read_rows(text, words())[0]] == [
        "5 yrs+ in delivery roles",
        "retail background",
        "API integrations",
        "Jira",
    ]


def test_wishes_are_named_before_they_are_listed():
    assert row_of("- Nice-to-haves are SQL and Python").strength == "preferred"


def test_a_reason_of_ours_is_no_sentence_of_ours():
    assert row_of("- Since our customers sit far away, you write English with ease").languages == ("en",)


def test_who_answers_questions_is_nobody_asked_for():
    text = "Requirements\n- SQL\n\nQuestions? Call Kari, head of looms, who has been here for 18 years.\n\nPay\nGood."

    assert [row.passage.quote for row in read_rows(text, words())[0]] == ["SQL"]
