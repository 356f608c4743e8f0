import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumes.reading.spans import Span, expires, is_how_long, spans_in, without

POINTS = {
    "Jan 2020": "2020-01",
    "January 2020": "2020-01",
    "January, 2020": "2020-01",
    "Jan. 2020": "2020-01",
    "Sept 2020": "2020-09",
    "may 2020": "2020-05",
    "JUNE 2020": "2020-06",
    "Jan '20": "2020-01",
    "Jan’98": "1998-01",
    "Jan-2020": "2020-01",
    "Jan-20": "2020-01",
    "03/2019": "2019-03",
    "3/2019": "2019-03",
    "03.2019": "2019-03",
    "03-2019": "2019-03",
    "2019-03": "2019-03",
    "2019/03": "2019-03",
    "2019.03": "2019-03",
    "2018": "2018",
    "Summer 2016": "2016",
    "Fall, 2016": "2016",
    "Q3 2019": "2019",
    "15 March 2021": "2021-03-15",
    "1st March 2021": "2021-03-01",
    "March 15, 2021": "2021-03-15",
    "2021-03-15": "2021-03-15",
    "15/03/2021": "2021-03-15",
    "03/15/2021": "2021-03-15",
    "04.03.2021": "2021-03-04",
    "03/03/2021": "2021-03-03",
    "04/03/2021": "2021",
}


def dates(line):
    return [(span.starts, span.ends) for span in spans_in(line)]


@pytest.mark.parametrize(("text", "date"), POINTS.items())
def test_a_date_is_read_as_far_as_it_is_said(text, date):
    assert dates(f"Acme, {text}") == [("", date)]


DASHES = st.sampled_from(["-", " - ", "–", " – ", "—", " — ", " to ", " until ", " through ", " ‒ "])
NAMED = [text for text in POINTS if text[0].isalpha()]


@given(st.sampled_from(NAMED), st.sampled_from(NAMED), DASHES, st.sampled_from(["{}", "({})", "Acme | {}", "{} Lead"]))
def test_two_dates_with_a_dash_between_are_a_span(first, last, dash, around):
    starts, ends = POINTS[first], POINTS[last]
    shared = min(len(starts), len(ends))
    line = around.format(f"{first}{dash}{last}")
    expected = [(starts, ends)] if starts[:shared] <= ends[:shared] else []
    assert dates(line) == expected


@given(st.sampled_from(list(POINTS)), DASHES, st.sampled_from(["Present", "present", "Now", "Current", "today"]))
def test_what_still_goes_on_has_no_end(first, dash, now):
    assert dates(f"{first}{dash}{now}") == [(POINTS[first], "")]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("since May 2021", [("2021-05", "")]),
        ("Since 2019", [("2019", "")]),
        ("from May 2021 to June 2022", [("2021-05", "2022-06")]),
        ("Jan – Mar 2020", [("2020-01", "2020-03")]),
        ("2018–20", [("2018", "2020")]),
        ("2018/19", [("2018", "2019")]),
        ("03/19 – 11/21", [("2019-03", "2021-11")]),
        ("03/19 – present", [("2019-03", "")]),
        ("2018-2020", [("2018", "2020")]),
        ("2018 -- 2020", [("2018", "2020")]),
        ("2019-03 - 2021-11", [("2019-03", "2021-11")]),
        ("Jan 2020 – Present (4 yrs 2 mos)", [("2020-01", "")]),
        ("Acme (2015–2017), Beta (2017–2019)", [("2015", "2017"), ("2017", "2019")]),
        ("Issued Jan 2021 · Expires Jan 2024", [("", "2021-01"), ("", "2024-01")]),
        ("2021 – 2019", []),
        ("13/2019", []),
        ("$2019 saved", []),
        ("2,019 users", []),
        ("ISO 27001:2013", []),
        ("+1 555 010-2019", []),
        ("+49 2019 555", [("", "2019")]),
        ("2021-02-31", []),
        ("30 February 2021", []),
        ("2019% more", []),
        ("mayor 2 be", []),
        ("Saved 3/4 of it", []),
        ("May the force", []),
        ("0000 1234 9999", []),
    ],
)
def test_ways_to_write_spans_and_what_is_none(line, found):
    assert dates(line) == found


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Acme (Jan 2020 – Present)", "Acme"),
        ("Jan 2020 – Present: Acme", "Acme"),
        ("Acme | 2019 – 2021 | Berlin", "Acme\tBerlin"),
        ("Acme, 2019", "Acme"),
        ("Acme 2019 – 2021 (2 yrs 1 mo) · Berlin", "Acme\tBerlin"),
        ("2019 – 2021", ""),
    ],
)
def test_what_is_left_of_a_line_without_its_dates(line, rest):
    assert without(line, spans_in(line)) == rest


def test_a_date_after_expires_is_an_expiry():
    line = "Issued Jan 2021, expires Jan 2024"
    assert [expires(line, span) for span in spans_in(line)] == [False, True]


@pytest.mark.parametrize(
    ("line", "alone"),
    [("4 years 2 months", True), ("(1 yr 3 mos)", True), ("11 mos", True), ("4 years at Acme", False), ("", False)],
)
def test_a_duration_alone(line, alone):
    assert is_how_long(line) == alone


@given(st.text(max_size=200))
def test_any_text_is_read_without_a_stumble(text):
    for span in spans_in(text):
        assert isinstance(span, Span)
        assert 0 <= span.begin < span.end <= len(text)
