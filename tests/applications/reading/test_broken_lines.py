"""Lines that were broken at a fixed width, and spaces that are none, change nothing of what is read."""

from applications.reading.reader import read_rows

from .kit import rows_of, words


def test_a_number_is_read_across_the_end_of_a_line():
    line = (
        "- Eight years in mills that weave for the navy and for others, five\n"
        "  (5) of them as a program manager with a budget of your own"
    )

    rows = rows_of(line)

    assert [row.months for row in rows] == [96, 60]
    assert rows[1].passage.quote.startswith("five\n  (5) of them")
    assert rows[1].within_previous


def test_what_makes_a_wish_is_read_across_the_end_of_a_line():
    (row,) = rows_of(
        "- Experience with tenders and with the law of tenders would be a\n  plus in the eyes of everybody"
    )

    assert row.strength == "preferred"
    assert "a\n  plus" in row.passage.quote


def test_an_alternative_is_quoted_as_it_was_pasted():
    (row,) = rows_of("- PMP certification of any vintage, or the readiness to\n  obtain it within 12 months of hire")

    (alternative,) = row.alternatives
    assert alternative.quote == "or the readiness to\n  obtain it within 12 months of hire"
    assert alternative.within_months == 12


def test_spaces_that_do_not_break_are_spaces():
    (row,) = rows_of("- A\u00a0bachelor\u2019s degree is a\u00a0plus")

    assert (row.strength, row.kind) == ("preferred", "degree")
    assert row.passage.quote == "A\u00a0bachelor\u2019s degree is a\u00a0plus"


def test_duties_and_the_role_are_quoted_as_they_were_pasted():
    text = (
        "What you will do\n- Run the scrum events of two teams and\n  coach them\n- Clear impediments  every day\n\n"
        "Benefits\nA dog."
    )

    _, duties, role = read_rows(text, words())

    assert [duty.passage.quote for duty in duties] == [
        "Run the scrum events of two teams and\n  coach them",
        "Clear impediments  every day",
    ]
    assert [passage.quote for passage in role.passages] == [duty.passage.quote for duty in duties]
    assert all(text[one.passage.start : one.passage.end] == one.passage.quote for one in duties)
