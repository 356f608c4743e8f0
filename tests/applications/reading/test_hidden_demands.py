"""Demands that harder postings hide: in prose, among facts, in one paragraph, below a heading that nobody knows."""

import pytest

from applications.reading.reader import read_rows

from .kit import row_of, rows_of, words


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


def test_a_list_without_signs_is_no_broken_text():
    text = (
        "Your skillset\nSeveral years of hands-on experience in weaving rooms\n"
        "You have already scaled agile in more than one mill, we don't mind which\n"
        "Business fluent English; German is not a must but helps with the weavers\n"
        "Strong ownership of what happens on the floor of the mill\n"
        "Not afraid of legacy code in looms of the last century\n"
        "Jira and Confluence to the point of your own dashboards\n\nPay\nGood."
    )

    assert [(row.kind, row.strength) for row in read_rows(text, words())[0]] == [
        ("experience", "required"),
        ("skill", "required"),
        ("language", "required"),
        ("language", "preferred"),
        ("other", "required"),
        ("skill", "required"),
        ("skill", "required"),
    ]


def test_a_label_before_its_value_is_no_heading():
    text = "Must have skills:\n1. Jira\n2. SQL\nGood to have: PMP, Python\n\nPay\nGood."

    assert [(row.passage.quote, row.strength) for row in read_rows(text, words())[0]][:2] == [
        ("Jira", "required"),
        ("SQL", "required"),
    ]
    assert {row.strength for row in read_rows(text, words())[0] if "P" in row.passage.quote} == {"preferred"}


@pytest.mark.parametrize(
    ("sentence", "quote", "strength"),
    [
        (
            "We are in Leeds on Tuesdays, so you'll need to live within reach.",
            "you'll need to live within reach",
            "required",
        ),
        ("Each year there is a fair in Cologne, so basic German helps.", "basic German helps", "preferred"),
        (
            "If you've never woven that's fine, but you need to be able to read SQL.",
            "you need to be able to read SQL",
            "required",
        ),
    ],
)
def test_what_follows_from_a_reason_is_asked_for(sentence, quote, strength):
    (row,) = read_rows(f"Larkmoor Mills\n\nWhat matters to us: {sentence}\n\nBenefits\nA dog.", words())[0]

    assert quote in row.passage.quote
    assert row.strength == strength


def test_what_the_holder_would_run_is_work():
    rows, duties, _ = read_rows(
        "The mill\n\nYou'd run the Jira board and write the notes.\n\nBenefits\nA dog.", words()
    )

    assert rows == ()
    assert [duty.passage.quote for duty in duties] == ["You'd run the Jira board and write the notes"]


def test_demands_under_an_unknown_heading_below_the_duties_are_none_of_the_work():
    text = (
        "What you'll do\n- Lead the loom rollout\n- Plan releases\n\nOur secret recipe\n- 8+ years in mills\n"
        "- Deep knowledge of SQL\n- Experience with Jira\n\nBenefits\nA dog."
    )

    rows, duties, _ = read_rows(text, words())

    assert [row.passage.quote for row in rows] == ["8+ years in mills", "Deep knowledge of SQL", "Experience with Jira"]
    assert [duty.passage.quote for duty in duties] == ["Lead the loom rollout", "Plan releases"]


def test_what_is_to_be_answered_for_is_no_demand():
    assert rows_of("- Responsible for planning, RAID logs and status reports") == ()
