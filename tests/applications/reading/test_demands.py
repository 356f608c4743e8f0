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
        ("Handy extras", "preferred"),
        ("Typical qualifications", "required"),
        ("Expected qualifications", "required"),
        ("Licensure / Certification", "required"),
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


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        (
            "- Bachelor's Degree in Computing AND 7+ years of weaving programs, OR Master's Degree AND 5+ years of "
            "weaving programs, OR equivalent experience",
            [
                "Bachelor's Degree in Computing",
                "7+ years of weaving programs, OR Master's Degree AND 5+ years of weaving programs, OR equivalent "
                "experience",
            ],
        ),
        (
            "- Able to read Python written by others; you won't be asked to write any",
            ["Able to read Python written by others; you won't be asked to write any"],
        ),
        ("- You don't mind wet feet or an early alarm", ["You don't mind wet feet or an early alarm"]),
        ("- Prior work with weavers", ["Prior work with weavers"]),
        ("- Microsoft Office incl. Visio and Excel", ["Microsoft Office incl. Visio and Excel"]),
        (
            "- A degree in looms or computing, or a completed apprenticeship and many years in mills",
            ["A degree in looms or computing, or a completed apprenticeship and many years in mills"],
        ),
    ],
)
def test_what_belongs_together_stays_together(line, quotes):
    assert [row.passage.quote for row in rows_of(line)] == quotes


@pytest.mark.parametrize(
    ("line", "months"),
    [
        ("Two of these years in a public mill", 24),
        ("Three of the six years at a loom maker", 36),
        ("At least one of those years abroad in a bank", 12),
    ],
)
def test_a_part_of_years_named_before_is_a_time(line, months):
    row = row_of(f"- {line}")
    assert (row.kind, row.months) == ("experience", months)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Weekend cutovers twice a month, candidate MUST be OK with that", "other"),
        ("Because of the clearance the candidate must be a Canadian citizen", "other"),
        ("Valid passport, as 3-4 weeks onsite at the customer's may come up", "travel"),
        ("Four times a year the job goes to sea for a week", "travel"),
        ("OSHA-30 card", "credential"),
    ],
)
def test_a_condition_has_the_kind_of_what_it_is_about(line, kind):
    assert row_of(f"- {line}").kind == kind


def test_a_certificate_of_a_family_is_only_the_one_that_is_named():
    assert set(row_of("- CSM / SAFe SSM certification").credentials) == {"csm", "safe-ssm"}


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        (
            "We do need you to have worked with a contract weaver before.",
            ["We do need you to have worked with a contract weaver before"],
        ),
        ("You write the kind of note that nobody reads twice.", ["You write the kind of note that nobody reads twice"]),
        (
            "Because the army buys from us, you'll have to get Reliability Status.",
            ["Because the army buys from us, you'll have to get Reliability Status"],
        ),
        (
            "Once a year the job goes to sea for a week, so please don't apply if you fear water.",
            ["Once a year the job goes to sea for a week", "please don't apply if you fear water"],
        ),
        (
            "You must live within an hour of Leeds, because looms don't fit through a call.",
            ["You must live within an hour of Leeds, because looms don't fit through a call"],
        ),
        (
            "Somebody, we think, who has spent six years running projects, and at least one of those years in a mill.",
            ["who has spent six years running projects", "at least one of those years in a mill"],
        ),
    ],
)
def test_prose_asks_in_its_own_words(sentence, quotes):
    rows = read_rows(f"Larkmoor Mills\n\nWe weave wool.\n\n{sentence}\n\nBenefits\nA dog.", words())[0]

    assert [row.passage.quote.removeprefix("Somebody, we think, ") for row in rows] == quotes


def test_facts_between_wide_spaces_have_labels():
    text = (
        "Loom Lead\nTravel   0-20 %\nSecurity clearance   Hold or be able to obtain NV1\nLevel   EL2\n\nRequirements\n"
        "- SQL\n- The ability to get and keep an NV1 clearance is mandatory\n\nBenefits\nA dog."
    )

    assert [
        (row.passage.quote, row.kind, [also.quote for also in row.also]) for row in read_rows(text, words())[0]
    ] == [
        ("0-20 %", "travel", []),
        ("SQL", "skill", []),
        (
            "The ability to get and keep an NV1 clearance is mandatory",
            "clearance",
            ["Hold or be able to obtain NV1"],
        ),
    ]


def test_a_mark_may_be_followed_by_how_it_is_assessed():
    text = (
        "Person specification\nSQL to the point of a join   (E) A/I\nPython in a small way   (D) T\nJira (E) A\n\n"
        "Pay\nGood."
    )

    assert [(row.passage.quote, row.strength) for row in read_rows(text, words())[0]] == [
        ("SQL to the point of a join", "required"),
        ("Python in a small way", "preferred"),
        ("Jira", "required"),
    ]


def test_most_lines_that_begin_with_verbs_make_a_list_of_work():
    text = (
        "Job Description:\n* Drive the SQL rollout\n* Build the Jira board\n* Weekly deck to the PMO\n"
        "* Manage vendors\n"
        "* Handover of docs to Operations (5 yr warranty)\n\nMust haves\n- Python\n\nBenefits\nA dog."
    )

    rows, duties, _ = read_rows(text, words())

    assert [row.passage.quote for row in rows] == ["Python"]
    assert len(duties) == 5


def test_work_before_a_list_of_its_parts_is_work_too():
    text = (
        "Your tasks\n- Lead the rollout as one program:\n  - keep dependencies visible\n- Tell the board\n\nPay\nGood."
    )

    assert [duty.passage.quote for duty in read_rows(text, words())[1]] == [
        "Lead the rollout as one program",
        "keep dependencies visible",
        "Tell the board",
    ]


def test_a_clearance_is_asked_for_among_the_checks():
    text = (
        "Requirements\n- SQL\n\nPre-employment checks\nThis post needs an Enhanced DBS disclosure. "
        "All staff give references."
    )

    assert [row.passage.quote for row in read_rows(text, words())[0]] == [
        "SQL",
        "This post needs an Enhanced DBS disclosure",
    ]


def test_facts_side_by_side_are_read_one_by_one():
    text = "Loom Lead\nExp: 8-12 yrs | Budget: 24 LPA | Education: any graduate\nWe weave.\n\nBenefits\nA dog."

    assert [(row.passage.quote, row.kind) for row in read_rows(text, words())[0]] == [
        ("8-12 yrs", "experience"),
        ("any graduate", "degree"),
    ]


def test_the_same_condition_twice_is_one_demand():
    text = (
        "Loom Lead\nNP: Immediate to 30 days only\n\nRequirements\n- Must be a U.S. citizen\n- SQL\n"
        "- U.S. citizenship is required by the customer\n\nNotice Period : 0-30 days, serving can apply\n\nPay\nGood."
    )

    rows = read_rows(text, words())[0]

    assert sorted((row.kind, len(row.also)) for row in rows) == [("other", 1), ("other", 1), ("skill", 0)]


def test_a_paragraph_that_ends_in_a_heading_opens_its_list():
    text = (
        "Job description\nYou will lead two teams that run a live service for mills. As a delivery manager you will:\n"
        "build good teams\nmanage risks and budgets\n\nPay\nGood."
    )

    assert [duty.passage.quote for duty in read_rows(text, words())[1]] == [
        "You will lead two teams that run a live service for mills",
        "build good teams",
        "manage risks and budgets",
    ]


def test_duties_in_one_paragraph_are_taken_one_by_one():
    text = "DUTIES: Maintains the plan. Schedules meetings. Tracks invoices. Other duties as assigned.\n\nPay\nGood."

    assert [duty.passage.quote for duty in read_rows(text, words())[1]] == [
        "Maintains the plan",
        "Schedules meetings",
        "Tracks invoices",
    ]


def test_a_language_alone_may_be_written_small():
    (row,) = rows_of("* spanish", "Nice to have")

    assert (row.kind, row.languages) == ("language", ("es",))
