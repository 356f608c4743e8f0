"""What kind a row is of, and where the work ends and the demand begins, in further wordings."""

import pytest

from applications.reading.reader import read_rows
from tests.applications.reading.kit import row_of, rows_of, words


def rows_and_duties(text):
    rows, duties, _ = read_rows(text, words())
    return [(row.passage.quote, row.kind) for row in rows], [duty.passage.quote for duty in duties]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Being on call around the clock in the two go-live weeks is mandatory", "other"),
        ("You must be prepared to work on these weekends of the cutover", "other"),
        ("You take calls with Asia on two evenings a week and decide", "other"),
        ("A certificate of conduct (VOG) is needed", "clearance"),
        ("Ein Führungszeugnis ist nötig", "clearance"),
        ("Fahrausweis Kat. C von Vorteil", "other"),
        ("Leeds, LS1: Relocate before starting work", "travel"),
        ("Bachelor's degree, any field (or RN license with a diploma)", "degree"),
    ],
)
def test_hours_checks_and_ways_of_moving_have_their_kinds(line, kind):
    assert row_of(line).kind == kind


@pytest.mark.parametrize("part", ["How we hire", "FAQ"])
@pytest.mark.parametrize(
    "sentence",
    ["We ask for a VOG for this post.", "Because children play, a basic DBS check is done before you start."],
)
def test_a_named_check_that_is_asked_for_is_a_row_wherever_it_stands(part, sentence):
    rows, _ = rows_and_duties(f"{part}\nThere are two talks.\n{sentence}\nWe answer within a week.")

    assert [kind for _, kind in rows] == ["clearance"]


@pytest.mark.parametrize(
    ("line", "credentials"),
    [
        ("A degree is welcome, though nobody here will ask for it", ()),
        ("A degree in IT or in weaving", ("bachelor-technical",)),
        ("Degree in weaving, it, or dyeing", ("bachelor-technical",)),
    ],
)
def test_it_is_a_field_of_study_where_nothing_else_can_stand(line, credentials):
    assert row_of(line).credentials == credentials


def test_what_stands_beside_a_degree_in_brackets_is_another_way():
    row = row_of("Bachelor's degree, any field (or RN license with a diploma)")

    assert [(one.quote, one.kind) for one in row.alternatives] == [("or RN license with a diploma", "credential")]


def test_years_of_an_example_are_no_row():
    line = "Completed studies in weaving or a comparable education, e.g. loom mechanic with many years of practice"

    assert [row.kind for row in rows_of(line)] == ["degree"]
    assert [row.kind for row in rows_of("Degree in weaving or a comparable education and four years in mills")] == [
        "degree",
        "experience",
    ]


def test_a_license_to_drive_is_a_row_beside_travel():
    assert [
        (row.passage.quote, row.kind) for row in rows_of("Willing to travel in Europe, driving licence class B")
    ] == [
        ("Willing to travel in Europe", "travel"),
        ("driving licence class B", "other"),
    ]


def test_a_card_is_the_certificate_that_it_proves():
    rows, _ = rows_and_duties(
        "What you'll need\nOSHA 30 card, or the ability to earn one within sixty days of hire\n\n"
        "License/Certification:\nOSHA 30 (Required)\n\nAbility to Commute:\nLeeds (Required)"
    )

    assert [kind for _, kind in rows].count("credential") == 1


@pytest.mark.parametrize(
    ("sentence", "duty"),
    [
        ("He or she will work with clerks who have seen three go-lives", "He or she will work with clerks"),
        ("As Loom Implementation Lead you take over the rollout in two mills", "As Loom Implementation Lead you take"),
    ],
)
def test_what_the_holder_does_is_work_whoever_else_is_named(sentence, duty):
    rows, duties = rows_and_duties(f"Loom Project Manager\n\nDescription:\nThe mill moves. {sentence}. It is large.")

    assert rows == []
    assert [found.startswith(duty) for found in duties] == [True]


def test_reporting_on_something_is_work_and_reporting_to_somebody_none():
    _, duties = rows_and_duties(
        "Duties\n- Report to the Treasury on money spent\n- Report to the Director on site\n- Keep the looms in order"
    )

    assert duties == ["Report to the Treasury on money spent", "Keep the looms in order"]


def test_a_demand_in_brackets_behind_a_piece_of_work():
    rows, duties = rows_and_duties(
        "Your tasks\n- Steering of the weavers\n- Coordination of the moves (you must be willing to work on weekends)"
    )

    assert rows == [("you must be willing to work on weekends", "other")]
    assert duties == ["Steering of the weavers", "Coordination of the moves"]
