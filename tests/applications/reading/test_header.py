import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.reading.header import read_header
from applications.reading.source import source
from tests.applications.reading.kinds import KINDS

PASTED = date(2026, 11, 23)


def read(raw):
    return read_header(source(raw), pasted_on=PASTED)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_posting_is_read(kind):
    raw, *wanted = KINDS[kind]

    header = read(raw)

    assert [
        header.title and header.title.value,
        header.employer and header.employer.value,
        header.employer_is_agency,
        [place.value for place in header.places],
        header.remote.value,
        sorted(found.value for found in header.employment_types),
        f"{header.pay[0].least} {header.pay[0].most} {header.pay[0].currency} {header.pay[0].period}",
        header.closes_on and header.closes_on.isoformat(),
    ] == wanted


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_has_the_words_it_was_read_from(kind):
    raw = source(KINDS[kind][0])

    header = read_header(raw, pasted_on=PASTED)

    for found in (header.title, header.employer, *header.places, *header.employment_types, *header.pay):
        assert found.quote in raw.text
    assert header.closes_on_quote is None or header.closes_on_quote in raw.text


def test_structured_data_counts_before_the_text():
    job = {
        "@type": "JobPosting",
        "title": "Loom Lead",
        "hiringOrganization": "Larkmoor",
        "validThrough": "2026-12-31",
        "employmentType": "PART_TIME",
        "jobLocationType": "TELECOMMUTE",
        "jobLocation": {"address": {"addressLocality": "Austin"}},
        "baseSalary": {"currency": "USD", "value": 90000},
    }
    raw = (
        f'<script type="application/ld+json">{json.dumps(job)}</script><h1>Scrum Master</h1>'
        "<p>Heddle Mills · Austin, TX (hybrid) · Full-time</p><p>Salary: $50,000</p><p>Apply by 3 December</p>"
    )

    header = read(raw)

    assert (header.title.value, header.employer.value, header.remote.value) == ("Loom Lead", "Larkmoor", "yes")
    assert [place.value for place in header.places] == ["Austin, TX"]
    assert [found.value for found in header.employment_types] == ["part_time"]
    assert [(pay.quote, int(pay.most)) for pay in header.pay] == [(None, 90000)]
    assert (header.closes_on, header.closes_on_quote) == (date(2026, 12, 31), None)


def test_whose_dollar_it_is_when_nothing_is_said_is_also_whose_date():
    assert read("IT Project Manager\nClosing date: 12/11/26\nSalary: $54.12 - $68.90 Hourly").closes_on == date(
        2026, 12, 11
    )
    assert read("IT Project Manager\nClosing date: 12/11/26").closes_on is None


def test_the_places_in_the_line_of_a_title():
    def places(raw):
        return [place.value for place in read(raw).places]

    assert places("Req 7 / Program Manager, Looms / Sierra Pass, NM / On-site") == ["Sierra Pass, NM"]
    assert places("Delivery Manager (Seat A: Looms, London. Seat B: Yarn, Belfast)") == ["London", "Belfast"]
    assert places("Producer / Larkmoor Games (Malmö)") == ["Malmö"]


def test_a_place_ends_with_its_sentence_and_more_places_go_on():
    work = read("Project Manager\nWork location: Akron, OH. Tue/Wed onsite, Mon/Fri remote.")
    more = read("Program Manager\nAustin, Texas, United States\n+ 1 more location: Boise, Idaho, United States")

    assert [place.value for place in work.places] == ["Akron, OH"]
    assert [place.value for place in more.places] == ["Austin, Texas, United States", "Boise, Idaho, United States"]


def test_the_place_in_brackets_behind_the_employer():
    header = read("Senior Scrum Master\nLarkmoor Credit Union (Burnaby, British Columbia)\nPermanent")

    assert header.employer.value == "Larkmoor Credit Union"
    assert [place.value for place in header.places] == ["Burnaby, British Columbia"]


def test_one_remote_place_among_offices_is_not_remote_as_a_whole():
    job = {
        "title": "Loom Lead",
        "location": {"name": "New York, NY; Canada (Remote)"},
        "content": "New York people are at the office Tuesday to Thursday.",
    }

    assert read(json.dumps(job)).remote.value == "hybrid"
    assert read(json.dumps(job | {"content": "We weave."})).remote.value == "yes"


def test_the_one_town_that_is_named_is_the_place():
    assert [place.value for place in read("You would sit with us in Anacortes, Washington.").places] == [
        "Anacortes, Washington"
    ]
    assert read("We have mills in Leeds, Ohio, and in Derby, Texas.").places == ()


@pytest.mark.parametrize("raw", ["", "Hello there.", "12345", "{}", "<p></p>", "Wir suchen dich. Ruf an!"])
def test_where_nothing_can_be_read_there_is_nothing(raw):
    header = read(raw)

    assert (header.title, header.employer, header.places, header.pay, header.closes_on) == (None, None, (), (), None)
    assert (header.remote.value, header.employment_types, header.pay_words) == ("unknown", (), "")


PIECES = (
    "Project Manager|Larkmoor Mills| · |\n|Leeds|Remote|(hybrid)|Location: |Salary|£50k - £60k|, | at |Austin, TX|"
    "Apply by 5 December|"
    "Permanent|About |12 days a week|in the office| / |   |Our client, |\t|<b>|</b>|&nbsp;|\0|\ud800|12/12/2026|"
    "Contract|is a |Company:|.|-"
)
pieces = st.lists(st.sampled_from(PIECES.split("|")), max_size=25).map("".join)


@given(pieces)
def test_any_words_are_read_and_every_quote_stands_there(raw):
    read_from = source(raw)
    header = read_header(read_from, pasted_on=PASTED)

    found = [header.title, header.employer, header.remote, *header.places, *header.employment_types, *header.pay]
    for quote in [*(one.quote for one in found if one), header.closes_on_quote]:
        assert quote is None or quote in read_from.text
