"""What recruiters, wikis, boards and agencies of the state say by the way."""

import pytest

from applications.reading.headings import part_of
from applications.reading.reader import read_rows

from .kit import row_of, rows_of, words
from .test_what_leads_and_defines import rows_in_prose
from .test_written_headers import BODY, header_of


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Things we honestly don't mind", "not needed"),
        ("The sort of colleague we hope for", "required"),
        ("The dry parts", "neutral"),
        ("Employer certifications / badges", "eeo"),
        ("Operational requirement", "required"),
        ("If you have one or more of the following, say so in your application (other qualifications)", "preferred"),
        ("Desirable - though not required", "preferred"),
    ],
)
def test_what_a_heading_opens(heading, part):
    assert part_of(heading) == part


def test_a_picture_before_a_line_of_its_own_heads_the_list_below():
    text = (
        "🧶 Loom Lead\n\n🌶 Nice to have\n- A CSM\n\n🪡 Who feels at ease here\n- Ten years of Jira\n- Fluent Italian\n"
        "- Visio\n\n🧵 How we spend Fridays\nWe dye.\n"
    )
    quotes = [row.passage.quote for row in read_rows(text, words())[0]]
    assert quotes == ["A CSM", "Ten years of Jira", "Fluent Italian", "Visio"]


def test_a_note_may_define_two_words_at_once():
    text = (
        "Requirements\n- Recent and relevant experience* in leading dyers\n\n"
        "*Recent and relevant experience means experience gained over a period of three years within the last six.\n"
    )
    (row,) = read_rows(text, words())[0]
    assert (row.kind, row.months) == ("experience", 36)


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("You need a year of specialized experience. Such experience may include: Jira; buying yarn; and Visio.", 1),
        ("Skills in all of these: 1. Jira; 2. Visio; 3. Excel", 3),
        ("A CSM (or so much practice that you do not need one), and three years as a Scrum Master", 2),
    ],
)
def test_how_many_demands_a_sentence_makes(line, count):
    assert len(rows_of(line)) == count


@pytest.mark.parametrize(
    "line",
    [
        "You must meet the following requirements by the closing date of the notice.",
        "If you are a male applicant born after 12/31/1959 you must have registered.",
        "La vérification des antécédents criminels est obligatoire.",
        "This opening closes 1/15/2027 or when filled.",
    ],
)
def test_how_they_hire_is_no_demand(line):
    assert not rows_of(f"- {line}")


def test_what_does_no_harm_is_a_wish():
    assert row_of("- A CSM wouldn't hurt").strength == "preferred"


def test_the_level_of_a_clearance_is_asked_for_once():
    text = "Loom Lead\n\nClearance: Top Secret\n\nRequirements\n- Current TS clearance; SCI eligible\n- Jira\n"
    assert [row.kind for row in read_rows(text, words())[0]] == ["clearance", "skill"]


def test_in_quebec_a_baccalaureat_in_a_field_is_a_bachelor():
    assert row_of("- Baccalauréat en informatique").level == "bachelor"


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("They are quite keen on a CSM.", ["They are quite keen on a CSM"]),
        ("As a Loom Lead you manage six weavers who built software.", []),
        (
            "Most of us have a degree in dyeing, and we ask for one too.",
            ["Most of us have a degree in dyeing, and we ask for one too"],
        ),
    ],
)
def test_what_prose_asks_for(sentence, quotes):
    assert [row.passage.quote for row in rows_in_prose(sentence)] == quotes


def test_versions_that_differ_in_strength_are_two_demands():
    text = (
        "Loom Lead\n\nDein Profil\n• Mindestens fünf Jahre Erfahrung mit der Weberei und mit den Menschen\n"
        "• Deutsch und Englisch\n• Sicherer Umgang mit Jira und mit der Planung\n• Kenntnisse in Kubernetes sind ein "
        "Plus\n\nYour profile\n• At least five years of experience with the weaving and the people\n• German "
        "and English\n• Confident with Jira and the planning\n• Knowledge of Kubernetes and the cloud\n"
    )
    found = {row.strength for row in read_rows(text, words())[0] if "Kubernetes" in row.passage.quote}
    assert found == {"required", "preferred"}


def test_what_is_paid_for_a_friend_is_no_pay():
    body = "\n\nIf you know anybody, we pay £300.\n"
    head = "Subject: Loom Lead position\n\nHi, I'm Ana from Larkmoor Staffing. A client of ours needs a Loom Lead.\n\n"
    offer = (
        "£410 a day, inside IR35, for six months; an extension is likely, and they would like a start in the new year."
    )
    found = header_of(head + offer, body)
    assert [pay.quote for pay in found.pay] == ["£410 a day"]


def test_where_one_may_work_is_no_place():
    text = f"Loom Lead\nLarkmoor Mills Ltd{BODY}\nYou have to be authorized to work in the US."
    assert "US" not in [place.value for place in header_of(text).places]


def test_a_french_institution_hires():
    text = f"Loom Lead\nSociété de transport de Laronde\nQuébec{BODY}"
    assert header_of(text).employer.value == "Société de transport de Laronde"


def test_a_term_until_a_day_is_a_fixed_term():
    types = header_of(f"Loom Lead\nLarkmoor Mills Ltd\nTerm - until 31 March 2028{BODY}").employment_types
    assert [one.value for one in types] == ["fixed_term"]


def test_a_title_ends_before_the_word_role():
    assert header_of(f"Loom Scrum Master vacancy\nLarkmoor Mills Ltd\nKassel{BODY}").title.value == "Loom Scrum Master"
