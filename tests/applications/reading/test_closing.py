from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.reading.closing import read_closing

PASTED = date(2026, 11, 23)
READ = [
    ("Apply before 11:55 pm on Monday 11th January 2027", "GB", "2027-01-11"),
    ("Closing date: 05/12/2026", "GB", "2026-12-05"),
    ("Last date to send profiles: 04/12", "IN", "2026-12-04"),
    ("Last day for applications: 04/12", "IN", "2026-12-04"),
    ("Closing date: 12/05/2026", "US", "2026-12-05"),
    ("Closing date: 5.12.2026", "", "2026-12-05"),
    ("Closing date: 2026-12-05", "", "2026-12-05"),
    ("We look forward to your complete documents until the end of the year.", "CH", "2026-12-31"),
    ("We stop when we've found you, at latest 31.01.2027.", "DK", "2027-01-31"),
    ("The form must reach us by 12 noon on Thursday 7th January 2027.", "IE", "2027-01-07"),
    ("FILING PERIOD: 11/16/2026 through 12/11/2026, 4:30 p.m.", "US", "2026-12-11"),
    ("Send us a page before 10 January. Interviews run on a rolling basis.", "", "2027-01-10"),
    ("Closing date: 25/12/26", "", "2026-12-25"),
    ("Applications close on Friday, 4 December.", "", "2026-12-04"),
    ("Open & closing dates\n11/30/2026 to 12/14/2026", "US", "2026-12-14"),
    ("To apply, write to us before the end of January and tell us more.", "", "2027-01-31"),
    ("Deadline: end of February 2028", "", "2028-02-29"),
    ("Interviews on 12 January 2027. Deadline 20 December", "", "2026-12-20"),
    ("Apply by January 8; interviews on January 12", "", "2027-01-08"),
    ("We will close this posting on Dec. 15, 2026", "US", "2026-12-15"),
    ("Job Posting End Date: 12/31/2026", "US", "2026-12-31"),
    ("Bewerbungsfrist: 15. Januar 2027", "DE", "2027-01-15"),
    ("Please send your documents with your starting date until 10.01.2027 to us", "DE", "2027-01-10"),
    ("Closing   | 14/12/2026 at noon. Sift from 21/12/2026, interviews from 11/01/2027", "GB", "2026-12-14"),
    ("Resp due: 12/03/2026 by 2PM CST", "US", "2026-12-03"),
    ("Deadline for questions   Tue 08/12/2026\nDeadline   Thu 10/12/2026", "AU", "2026-12-10"),
    ("Applications will be accepted until 5 pm on 2 December.", "", "2026-12-02"),
    ("1 December 2026 is the closing date.", "", "2026-12-01"),
    ("apply by 23 November", "", "2026-11-23"),
    ("apply by 22 November", "", "2027-11-22"),
    ("Filing period: 11/16/2026 through 12/07/2026", "", "2026-12-07"),
    ("Open Date: 16/11/2026\nClose Date: 05/12/2026", "", "2026-12-05"),
    ("Tell us which team you like by noon on 9 December.", "", "2026-12-09"),
    ("The form must reach us by 5 p.m. on Thursday 7th January 2027.", "", "2027-01-07"),
    ("Send us a page before 10 January. Interviews run on a rolling basis.", "", "2027-01-10"),
    ("We stop when we have found you, at the latest 31.01.2027.", "", "2027-01-31"),
    ("We look forward to your documents until the end of the year.", "", "2026-12-31"),
    ("Reply before: 11/12", "BE", "2026-12-11"),
    ("Submissions close: Wed. 12/9, noon", "US", "2026-12-09"),
    ("We accept applications for this job until December 9, 2026.", "", "2026-12-09"),
    ("Posted until: 18 December 2026 / December 18, 2026", "CA", "2026-12-18"),
    ("Affichage jusqu'au 18 décembre 2026", "CA", "2026-12-18"),
    ("Closed on 1 March 2025: closing date 1 March 2025", "", "2025-03-01"),
]
NONE = [
    "Start date: 4 January 2027",
    "Posted 11/12/2026",
    "Open until filled. First review of applications: December 5",
    "For full consideration apply by December 10",
    "Open until filled, reviewed from 5 December",
    "Closes in ten days",
    "Apply by phone, we are open 24/7",
    "Deadline: 9/80 is worked here",
    "Deadline: mid-January",
    "Closing date: 05/12/2026",
    "Closing date: 31 February 2027",
    "Your contract runs until 31 March 2028",
    "Interviews take place on 12 January 2027",
    "We apply Scrum. May 5 people join?",
    "Leases close. Our fund was founded on 3 March 1999.",
]


@pytest.mark.parametrize(("words", "country", "day"), READ)
def test_the_closing_date_is_read(words, country, day):
    closing = read_closing(words, pasted_on=PASTED, country=country)

    assert closing is not None
    assert closing.day == date.fromisoformat(day)
    assert closing.quote in words


@pytest.mark.parametrize("words", NONE)
def test_another_date_is_no_closing_date(words):
    assert read_closing(words, pasted_on=PASTED) is None


@given(
    st.text(st.sampled_from("closes by 0123456789/.-JanuaryDec end of\n;:"), max_size=60), st.dates(date(2020, 1, 1))
)
def test_any_words_are_read_and_the_quote_stands_there(text, day):
    closing = read_closing(f"Closing date: {text}", pasted_on=day)

    assert closing is None or closing.quote in text
