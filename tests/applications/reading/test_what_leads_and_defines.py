"""What leads to a list, what only defines or relaxes, and facts that look like the head of a table."""

import pytest

from applications.reading.headings import part_of
from applications.reading.reader import read_rows

from .kit import row_of, rows_of, words
from .test_layout import rows_of_page

TOP = "Loom Lead\nWeft Mills, Turin\n\nOur looms are old. You will chair the weekly call."


def rows_in_prose(sentence):
    return read_rows(f"{TOP}\n\n{sentence}\n", words())[0]


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Safe to skip", "not needed"),
        ("What doesn't matter here", "not needed"),
        ("Nobody asks about", "not needed"),
        ("Not on my list", "not needed"),
        ("Leave at home", "not needed"),
        ("What you will sink your teeth into", "duties"),
        ("What you'd dig into", "duties"),
        ("What keeps you on your toes", "duties"),
        ("A taste of your week", "duties"),
        ("How you fill your days", "duties"),
        ("What a typical day looks like", "duties"),
        ("May be required", "preferred"),
        ("Quality ranking criteria", "preferred"),
        ("Equally handy", "preferred"),
        ("Selective factors", "required"),
        ("Specialised experience", "required"),
        ("In the toolbox", "required"),
        ("Your cover letter must show how you satisfy the following (essential criteria)", "required"),
        ("Applicants must show in their application that they meet all of the following", "required"),
        ("In their letter applicants may show which of the following they know (asset criteria)", "preferred"),
        ("Travel required", "neutral"),
    ],
)
def test_what_a_heading_opens(heading, part):
    assert part_of(heading) == part


def test_facts_whose_first_label_could_head_a_column_are_no_table():
    text = "Loom Lead\nStatus\tOpen\nTeam\tDyeing (4)\nFrom\tMarch\n\nRequirements\n- Fluent Italian\n"
    assert [row.passage.quote for row in read_rows(text, words())[0]] == ["Fluent Italian"]


def test_prose_below_in_short_tells_and_does_not_list():
    text = "Loom Lead\n\nTL;DR\nWeavers lose yarn to moths. Our lamps tell them first. You'd join a team of six.\n"
    assert not read_rows(text, words())[0]


def test_the_essential_and_desirable_lists_of_short_groups_keep_their_strength():
    text = (
        "Person Specification\nQualifications\nEssential\n- PRINCE2 Foundation\nDesirable\n- CSM\n\nKnowledge\n"
        "Essential\n- Jira\nDesirable\n- Visio\n"
    )
    strengths = [(row.passage.quote, row.strength) for row in read_rows(text, words())[0]]
    assert strengths == [
        ("PRINCE2 Foundation", "required"),
        ("CSM", "preferred"),
        ("Jira", "required"),
        ("Visio", "preferred"),
    ]


def test_a_note_says_how_long_the_experience_is_that_a_row_names():
    text = (
        "Requirements\n- Substantial* experience in leading dyers\n- Jira\n\n"
        "*Substantial is understood as two years or more.\n"
    )
    first, second = read_rows(text, words())[0]
    assert (first.kind, first.months, len(first.also)) == ("experience", 24, 1)
    assert second.passage.quote == "Jira"


def test_what_a_definition_lists_belongs_to_what_it_defines():
    row = row_of(
        "Applicants need one year (52 weeks) of specialized experience. Specialized experience for this role means "
        "having done these: planning looms; buying yarn; and keeping a risk register."
    )
    assert (row.kind, row.months) == ("experience", 12)
    assert row_of("- 104 weeks of leading dyers").months == 24


def test_a_wrapped_line_goes_on_however_wide_the_text_is():
    line = "Knowledge of: " + "; ".join(["the weaving of linen, wool and silk by hand"] * 3) + "; methods of purchasing"
    quotes = [row.passage.quote for row in rows_of(f"{line}\nin local government; networking")]
    assert quotes[-2:] == ["methods of purchasing\nin local government", "networking"]


def test_a_page_asks_how_firm_each_row_is():
    rows = rows_of_page(
        "<table><tr><th>Skill</th><th>How badly we need it</th></tr><tr><td>Jira</td><td>Must</td></tr>"
        "<tr><td>Visio</td><td>Nice</td></tr></table>"
    )
    assert rows == [("Jira", "required", None), ("Visio", "preferred", None)]


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        (
            "Degree in computing, mathematics or design preferred; three years at a mill are accepted instead",
            ["Degree in computing, mathematics or design preferred; three years at a mill are accepted instead"],
        ),
        ("Kenntnisse der Weberei (Garn, Farben) von Vorteil", ["Kenntnisse der Weberei (Garn, Farben) von Vorteil"]),
        (
            "Readiness to travel 10% and a category B driving licence",
            ["Readiness to travel 10%", "a category B driving licence"],
        ),
        (
            "You have led dyers for two years, after six years as a weaver",
            ["You have led dyers for two years", "after six years as a weaver"],
        ),
        ("CSM is mandatory, SAFe 5 SSM good to have", ["CSM is mandatory", "SAFe 5 SSM good to have"]),
        ("Happy to say “no, we don't need that” to a count", ["Happy to say “no, we don't need that” to a count"]),
        ("You have coached dyers who had not asked for it", ["You have coached dyers who had not asked for it"]),
        (
            "Two years of Jira. A steady hand when yarn runs out.",
            ["Two years of Jira", "A steady hand when yarn runs out"],
        ),
    ],
)
def test_where_a_demand_ends(line, quotes):
    assert [row.passage.quote for row in rows_of(f"- {line}")] == quotes


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Prepared to work extra hours during a go-live", "other"),
        ("Have run a loom rollout, be it as an engineer or BA", "skill"),
        ("Bachelor's degree in engineering, or a valid license as a Professional Engineer", "degree"),
        ("Two years of a recognized post-secondary program", "degree"),
        ("A dyer's license", "credential"),
        ("LOOM platform certification", "credential"),
        ("You've shipped a loom: firmware, certification and all", "skill"),
    ],
)
def test_what_kind_of_demand_it_is(line, kind):
    assert row_of(f"- {line}").kind == kind


@pytest.mark.parametrize(
    "line",
    [
        "Any combination of education and experience that gives the knowledge needed is acceptable.",
        "Please make sure that each of these points is evident on your profile.",
        "Set up in Como, we carry 25+ years of experience with silk.",
        "A compressed schedule is offered.",
    ],
)
def test_what_only_looks_like_a_demand(line):
    assert not rows_of(f"- {line}")


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("GC or USC only.", ["GC or USC only"]),
        ("We see four people and the client interviews all; expect a call and then a panel with a Jira exercise.", []),
        ("We welcome talent of every age, with any experience.", []),
        (
            "We look for people who haggle well and do not send an email.",
            ["We look for people who haggle well and do not send an email"],
        ),
    ],
)
def test_what_prose_asks_for(sentence, quotes):
    assert [row.passage.quote for row in rows_in_prose(sentence)] == quotes


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("You know retail lending", ("fintech",)),
        ("You compare bids for a scope of services", ("procurement",)),
        ("Used to a digital resilience regime", ()),
        ("NIST or a like security framework", ("security-frameworks",)),
        ("You read wiring diagrams", ()),
        ("You have coached software developers", ("coaching",)),
        ("You move people over whom you hold no formal power", ("influence",)),
        ("Tableau or another analytics package", ("business-intelligence",)),
        ("Rewriting a running service", ("legacy-modernization",)),
    ],
)
def test_what_words_name_in_their_sense(line, skills):
    assert row_of(f"- {line}").skills == skills


def test_a_certificate_whose_roles_stand_in_brackets_is_that_of_the_roles():
    row = row_of("- SAFe certificate (RTE or SSM)")
    assert row.credentials == ("safe-ssm",)
    assert row_of("- MSP, or studying for it").unlisted == ("MSP",)
