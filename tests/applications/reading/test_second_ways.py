"""Demands with a second way, with a denial in them, or said of what was named before; and lists that mix."""

import pytest

from applications.reading.reader import read_rows

from .kit import row_of, rows_of, words


@pytest.mark.parametrize(
    ("line", "credentials", "later", "months"),
    [
        ("CSM, or CAPM with the readiness to take CSM within a year", ("csm",), ("capm",), 12),
        ("PMP or CAPM and a plan to pass PMP inside of nine months", ("pmp",), ("capm",), 9),
        ("PMP. A CAPM holder could also be considered", ("pmp",), ("capm",), None),
        ("PMI-ACP; CSM will also do", ("pmi-acp",), ("csm",), None),
    ],
)
def test_a_certificate_that_will_do_is_not_what_is_asked(line, credentials, later, months):
    row = row_of(f"- {line}")
    assert (row.kind, row.credentials) == ("credential", credentials)
    assert [(one.credentials, one.within_months) for one in row.alternatives] == [(later, months)]


def test_a_choice_of_certificates_is_no_second_way():
    assert row_of("- PMP, or CSM and ready to work in a lean way").credentials == ("pmp", "csm")


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        (
            "Degree in Textiles, Computing or Optics with eight years of loom projects, Master's with 6 or more, or "
            "PhD with 4 or more",
            [
                "Degree in Textiles, Computing or Optics",
                "with eight years of loom projects, Master's with 6 or more, or PhD with 4 or more",
            ],
        ),
        (
            "Bachelor's in Optics; three more years of loom work may make up for the degree",
            ["Bachelor's in Optics; three more years of loom work may make up for the degree"],
        ),
    ],
)
def test_rungs_of_a_ladder_are_no_rows(line, quotes):
    assert [row.passage.quote.removeprefix("with ") for row in rows_of(f"- {line}")] == [
        quote.removeprefix("with ") for quote in quotes
    ]


@pytest.mark.parametrize(
    ("line", "part", "strength"),
    [
        ("CSM is not needed at the start but has to be earned within a year", "Requirements", "required"),
        ("Welsh, which you don't need but may enjoy", "Nice to have", "preferred"),
        ("No travel restrictions in May, when the mills stand still", "Requirements", "required"),
    ],
)
def test_a_denial_may_still_ask(line, part, strength):
    assert row_of(f"- {line}", part).strength == strength


@pytest.mark.parametrize(
    "line", ["Neither is PMP or CSM", "Fluent Welsh is no must. Neither do we need Scrum", "No travel in this job"]
)
def test_a_denial_asks_for_nothing(line):
    assert not rows_of(f"- {line}", "Nice to have")


@pytest.mark.parametrize("again", ["holding one today is a plus", "having it already is an asset"])
def test_what_speaks_of_it_again_is_of_its_kind(again):
    rows = rows_of(f"- Ability to get a Secret clearance; {again}")
    assert [(row.kind, row.strength) for row in rows] == [("clearance", "required"), ("clearance", "preferred")]


@pytest.mark.parametrize("opening", ["In short", "To sum up", "In a nutshell"])
def test_what_sums_up_is_said_again(opening):
    rows = rows_of(f"- Nine years of running looms\n- Jira\n- You keep calm. {opening}: 9+ years, Jira")
    assert [row.passage.quote for row in rows] == ["Nine years of running looms", "Jira", "You keep calm"]


def test_a_list_without_heading_may_mix_duties_with_demands():
    text = (
        "Loom Manager\nLarkmoor Mills\n\nWe weave for two clients.\n\n- You'll run the releases of the looms\n"
        "- You'll settle changes of scope with the weavers\n- Min. 4 yrs at a mill is a must\n"
        "- Monday to Wednesday on site with the client, Friday from home; 60% travel\n- Trains are on us\n"
    )
    rows, duties, _ = read_rows(text, words())
    assert [(row.kind, row.months, row.percent) for row in rows] == [("experience", 48, None), ("travel", None, 60)]
    assert [duty.passage.quote for duty in duties] == [
        "You'll run the releases of the looms",
        "You'll settle changes of scope with the weavers",
    ]


def test_the_second_clause_of_a_sentence_may_be_the_work():
    text = "You would be joining a mill, and in the first year you will lead the move of its looms."
    assert len(read_rows(f"Loom Manager\nLarkmoor\n\n{text}\n", words())[1]) == 1


@pytest.mark.parametrize(
    ("heading", "strength"),
    [
        ("You're our person if you have", "required"),
        ("You are probably the right one if", "required"),
        ("Who does well here?", "required"),
        ("Makes us smile (not a must)", "preferred"),
        ("What else there is (not essential)", "preferred"),
    ],
)
def test_headings_that_speak_to_the_reader(heading, strength):
    assert [row.strength for row in rows_of("- Jira\n- Scrum", heading)] == [strength, strength]


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("ABOUT TRAVEL\nThree trips a year to our mill in Wales, two nights each.", None),
        ("Further information\nThe incumbent travels to the mills for about 15 per cent of the time.", 15),
    ],
)
def test_travel_is_stated_in_parts_about_something_else(text, percent):
    (row,) = read_rows(f"Loom Manager\nLarkmoor\n\nYou plan the looms.\n\n{text}\n", words())[0]
    assert (row.kind, row.percent) == ("travel", percent)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("own van + clean licence, some mills have no station", "other"),
        ("Able to work third shift while the looms are tested", "other"),
        ("One year of service in a mill is desirable", "experience"),
        ("A CPA, ACCA or CIMA", "credential"),
        ("MSP or PRINCE2 Practicioner", "credential"),
        ("Hands-on use of Jira for meeting notes", "skill"),
        ("Time at an international organization", "other"),
        ("Former crash test or mill personel", "other"),
        ("a sense of humour about estimates", "other"),
    ],
)
def test_the_kind_of_a_line(line, kind):
    assert row_of(f"- {line}").kind == kind


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("At the helm of looms for a living", ()),
        ("Capacity to write to senior leadership", ("executive-communication",)),
        ("Clear speech in front of weavers", ("communication",)),
        ("Supervision of contractors", ("vendor-management",)),
        ("Knows enterprise resource planning", ("erp",)),
        ("Kanban and other ways to run a team", ("kanban",)),
        ("Comfort with a plan that changes on Mondays", ("adaptability",)),
        ("Time at a systems integrator with SAP", ("erp",)),
    ],
)
def test_words_in_another_sense(line, skills):
    assert row_of(f"- {line}").skills == skills


def test_another_posting_goes_on_to_the_end_of_its_line():
    mail = (
        "Hi,\n\nA mill wants a Loom Project Manager. You'd own the plan of all its looms and the budget as well. "
        "Rate is good and the team is kind, so say what you think of it.\n\nYou'll need:\n- Jira\n\n"
        "Also got a Loom Lead in Leeds (PMP a must) if you know anyone. A dinner once they did 4 months.\n\nDee\n"
    )
    assert [row.passage.quote for row in read_rows(mail, words())[0]] == ["Jira"]
