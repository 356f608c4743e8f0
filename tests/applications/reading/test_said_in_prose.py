"""What is asked in plain prose, wished for in passing, or only said beside the job."""

import pytest

from applications.reading.reader import read_rows

from .kit import row_of, rows_of, words

TOP = "Loom Lead\nWeft Mills, Turin\n\nOur looms are old. You will chair the weekly call."


def rows_in_prose(sentence):
    return read_rows(f"{TOP}\n\n{sentence}\n", words())[0]


@pytest.mark.parametrize(
    ("sentence", "kind", "months"),
    [
        ("The person we imagine has managed loom programs for at least six years.", "experience", 72),
        ("The colleague we have in mind has led dye houses for four years.", "experience", 48),
        ("The manager that we picture speaks Portuguese.", "language", None),
        ("You should be ready to spend a quarter of your time in the field.", "travel", None),
        ("Be prepared to spend about one week in five on site between Como and Prato.", "travel", None),
        ("Local candidates only.", "other", None),
        ("Locals only, please.", "other", None),
        ("No relocators.", "other", None),
        ("Fluent Kiswahili is a must.", "language", None),
    ],
)
def test_prose_asks_without_a_list(sentence, kind, months):
    assert [(row.kind, row.months, row.strength) for row in rows_in_prose(sentence)] == [(kind, months, "required")]


@pytest.mark.parametrize(
    "sentence",
    [
        "A degree matters less to us than what you have woven.",
        "What you have woven counts more with us than a diploma.",
        "If this is not for you but you know a dyer with three years of Java, we pay 500 EUR for referrals!",
        "Know somebody with five years of Java experience?",
    ],
)
def test_what_counts_less_and_who_is_known_is_not_asked(sentence):
    assert not rows_in_prose(sentence)


def test_the_sentences_after_an_amount_of_travel_are_of_something_else():
    text = (
        "Loom Lead\n\nAdditional Information\nTravel: up to 20%, mostly to Como. A relocation package is available.\n"
    )
    assert [row.passage.quote for row in read_rows(text, words())[0]] == ["up to 20%, mostly to Como"]


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("If you hold a PMP, do mention it, but nobody will be turned away for lack of one.", "preferred"),
        ("If you already hold a CSM, please say so.", "preferred"),
        ("You hold a PMP.", "required"),
    ],
)
def test_what_is_to_be_mentioned_where_it_is_held_is_a_wish(sentence, strength):
    assert [row.strength for row in rows_of(sentence)] == [strength]


def test_two_languages_of_one_strength_in_a_sentence_are_one_row():
    (row, wish) = rows_in_prose(
        "You write English for tired readers, and you can hold a meeting in Swahili; Luganda would be a plus."
    )
    assert (row.kind, row.strength, row.languages) == ("language", "required", ("en", "sw"))
    assert (wish.strength, wish.languages) == ("preferred", ("lg",))


@pytest.mark.parametrize(
    "line",
    ["Functional French, or the will to learn it (we pay for the classes)", "Good French, or the wish to learn it"],
)
def test_the_will_to_learn_is_another_way(line):
    row = row_of(f"- {line}")
    (other,) = row.alternatives
    assert (row.kind, other.kind) == ("language", "obtain_later")
    assert "(" not in other.quote


@pytest.mark.parametrize("heading", ["Extra loot", "Extra yarn", "Bonus round"])
def test_a_playful_heading_of_extras_opens_wishes(heading):
    rows = read_rows(
        f"Loom Lead\n\nWhat you bring\n- 5 years of Java\n\n{heading}\n- Jira\n- You like sheep\n", words()
    )[0]
    assert [row.strength for row in rows] == ["required", "preferred", "preferred"]


@pytest.mark.parametrize("heading", ["Extra benefits", "Extra information", "Extra pay"])
def test_other_extras_are_no_wishes(heading):
    rows = read_rows(f"Loom Lead\n\nWhat you bring\n- 5 years of Java\n\n{heading}\n- You like sheep\n", words())[0]
    assert "preferred" not in [row.strength for row in rows]


def test_a_heading_with_what_its_marks_mean_is_a_heading():
    text = (
        "Loom Lead\n\nPerson specification (E = essential, D = desirable)\n\nWhat\tE/D\nKnows Jira\tE\nKnows Java\tD\n"
    )
    assert [(row.passage.quote, row.strength) for row in read_rows(text, words())[0]] == [
        ("Knows Jira", "required"),
        ("Knows Java", "preferred"),
    ]


@pytest.mark.parametrize(("line", "unlisted"), [("PTS card", ("PTS card",)), ("A valid CPCS card", ("CPCS card",))])
def test_a_card_of_a_trade_is_a_credential(line, unlisted):
    row = row_of(f"- {line}")
    assert (row.kind, row.unlisted) == ("credential", tuple(one.removesuffix(" card") for one in unlisted))


def test_a_card_in_a_computer_is_none():
    assert row_of("- Has tested an USB card").kind != "credential"


@pytest.mark.parametrize(
    ("line", "has", "lacks"),
    [
        ("Proficiency with planning tools and Excel", "spreadsheets", ""),
        ("Delivery of safety-critical systems", "", "reliability"),
        ("Able to hold difficult conversations with suppliers", "conflict-resolution", "vendor-management"),
        ("Knows public contracting practices", "procurement", ""),
        ("Methods of system testing and acceptance", "uat", ""),
        ("Getting people to agree when nobody reports to you", "influence", ""),
        ("You know public contracting", "public-sector", ""),
    ],
)
def test_skills_by_what_stands_beside_their_words(line, has, lacks):
    skills = row_of(f"- {line}").skills
    assert not has or has in skills
    assert lacks not in skills


@pytest.mark.parametrize(
    "sentence",
    [
        "Our client has used us for years and this is a backfill, so they will move quickly.",
        "The client said that they will lead the rollout.",
        "And they will plan the work with you.",
    ],
)
def test_what_others_will_do_is_no_duty(sentence):
    text = f"{TOP}\n\n{sentence}\n"
    assert [duty.passage.quote for duty in read_rows(text, words())[1]] == ["You will chair the weekly call"]


def test_that_only_locals_are_wanted_is_a_demand_in_a_list_too():
    text = "Requirements\n- We are a team of nine. Locals only, please. It is a backfill.\n- Three years of looms\n"
    assert [row.passage.quote for row in read_rows(text, words())[0]] == ["Locals only, please", "Three years of looms"]
