import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from evidence.catalog.eligibility import LEADING, Person, Requirement, Rule, Work
from evidence.ledger.assessing import Assessor
from evidence.ledger.strip import COMING, MISSING, MOST_IN_A_ROW, PART, PITCH, WHOLE, Cell, drawn, month_strip

TODAY = date(2026, 12, 1)


def strip_of(*works, needed=36, within_years=8, today=TODAY):
    rule = Rule("pmp", (Requirement("experience", experience=LEADING, months=needed, within_years=within_years),))
    assessor = Assessor(Person(works=works), today)
    return month_strip(assessor, assessor.assess(rule).items[0])


def work(first, last, key=1):
    return Work(key, "P", first, last)


def test_running_work_shows_what_is_there_and_the_months_to_come():
    strip = strip_of(work(date(2024, 3, 1), None))
    assert [(cell.kind, cell.shared) for cell in strip.cells] == [
        *[(WHOLE, False)] * 33,
        (PART, False),
        *[(COMING, False)] * 2,
    ]
    assert strip.headline == "33 to 34 of 36 months, February 2027"
    assert strip.words == "33 to 34 of 36 months: 33 whole months, 1 worked in part, 2 to come if you go on."


def test_a_month_of_two_projects_is_one_cell_cut_in_two():
    strip = strip_of(
        work(date(2025, 1, 1), date(2025, 3, 31)), work(date(2025, 3, 1), date(2025, 4, 30), key=2), needed=6
    )
    assert [(cell.month % 12 + 1 if cell.month else None, cell.kind, cell.shared) for cell in strip.cells] == [
        (1, WHOLE, False),
        (2, WHOLE, False),
        (3, WHOLE, True),
        (4, WHOLE, False),
        (None, MISSING, False),
        (None, MISSING, False),
    ]
    assert strip.headline == "4 of 6 months, 2 missing"
    assert [line.words for line in strip.key] == [
        "4 whole months",
        "1 in more than one project, counted once",
        "2 missing",
    ]


def test_months_that_leave_the_window_within_a_year_are_marked_with_their_day():
    strip = strip_of(
        work(date(2019, 5, 1), date(2019, 6, 30)), work(date(2025, 1, 1), date(2025, 1, 31), key=2), needed=3
    )
    assert [cell.leaves_on for cell in strip.cells] == [date(2027, 6, 1), date(2027, 7, 1), None]
    assert strip.headline == "3 of 3 months, enough"
    assert [line.words for line in strip.key] == ["3 whole months", "2 expire, June to July 2027"]


def test_more_than_enough_leaves_out_the_oldest_that_are_not_needed():
    strip = strip_of(work(date(2024, 1, 1), date(2025, 12, 31)), needed=6)
    assert (strip.count.generous, len(strip.cells), strip.earlier) == (24, 6, 18)
    assert strip.cells[0].month == 2025 * 12 + 6
    assert [line.words for line in strip.key] == ["6 whole months", "18 older months, more than needed"]


def test_nothing_recorded_is_a_row_of_hollow_cells():
    strip = strip_of(needed=3)
    assert strip.cells == (Cell(MISSING),) * 3
    assert strip.headline == "0 of 3 months, 3 missing"
    assert [(shape.look, shape.path) for shape in strip.drawing.shapes] == [
        ("missing", "M0 0h10v34h-10zM12 0h10v34h-10zM24 0h10v34h-10z")
    ]


def test_looks_differ_in_shape():
    half, cut, leaving = (
        drawn([cell]).shapes[0].path
        for cell in (Cell(PART, 5), Cell(WHOLE, 5, shared=True), Cell(WHOLE, 5, leaves_on=TODAY))
    )
    assert half == "M0 17h10v17h-10z"
    assert cut == "M0 0h10v16h-10zM0 18h10v16h-10z"
    assert leaving == "M0 0h10v34h-10zM0 36h10v3h-10z"


def test_a_break_in_the_calendar_is_a_gap_and_years_have_labels():
    months = [2025 * 12 + 10, 2025 * 12 + 11, *range(2026 * 12 + 2, 2026 * 12 + 6)]
    drawing = drawn([Cell(WHOLE, month) for month in months])
    (counted,) = drawing.shapes
    # The two months after the gap begin five units later than without it.
    assert re.findall(r"M(\d+) ", counted.path) == ["0", "12", "29", "41", "53", "65"]
    assert [(label.x, label.text) for label in drawing.labels] == [(0, "2025")]


def test_many_months_stand_in_rows_of_equal_length():
    drawing = drawn([Cell(MISSING)] * 84)
    (missing,) = drawing.shapes
    # As wide as 36 cells, which is what it takes for a short row to look no larger than a long one.
    assert (drawing.width, missing.path.count("M0 "), missing.path.count("M324 ")) == (36 * PITCH, 3, 3)
    assert drawing.height == 3 * 58
    assert MOST_IN_A_ROW >= 28


@given(
    works=st.lists(st.tuples(st.dates(date(2016, 1, 1), date(2026, 11, 30)), st.integers(0, 1500)), max_size=6),
    needed=st.sampled_from([24, 36, 60]),
)
def test_what_is_drawn_and_what_is_left_out_are_the_count(works, needed):
    made = [
        Work(key, "P", first, None if days == 0 else date.fromordinal(first.toordinal() + days))
        for key, (first, days) in enumerate(works)
    ]
    strip = strip_of(*made, needed=needed)
    there = sum(cell.kind in (WHOLE, PART) for cell in strip.cells)
    assert there + strip.earlier == strip.count.generous
    assert strip.earlier == 0 or there >= needed
    lost = sum(bool(cell.leaves_on and strip.reached_on and cell.leaves_on <= strip.reached_on) for cell in strip.cells)
    if strip.reached_on:
        coming = sum(cell.kind == COMING for cell in strip.cells)
        assert there - lost + coming >= needed
    else:
        assert len(strip.cells) == max(needed, there)


def test_every_january_that_has_room_is_labeled_and_what_stands_in_its_way_is_not():
    # November 2024 begins the row; January 2025 stands two months on.
    strip = strip_of(work(date(2024, 11, 1), None))
    labels = [(label.x // PITCH, label.text) for label in strip.drawing.labels]
    assert labels == [(2, "2025"), (14, "2026"), (26, "Jan 2027")]


def test_a_label_for_which_the_row_is_too_short_is_left_out():
    strip = strip_of(work(date(2021, 12, 1), date(2025, 1, 31)), needed=38)
    assert [label.text for label in strip.drawing.labels] == ["2022", "2023", "2024"]


def test_of_more_than_is_needed_it_is_not_said_that_it_is_enough():
    strip = strip_of(work(date(2024, 1, 1), date(2025, 12, 31)), needed=6)
    assert strip.headline == "24 months, 6 needed"
    assert strip.headline_of_sort == "24 months of leading projects, 6 needed"
