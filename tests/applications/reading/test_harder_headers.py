"""Headers of harder postings: mails, signatures, lists of places, sentences for titles."""

from datetime import date

import pytest

from applications.reading.header import read_header
from applications.reading.source import source

PASTED = date(2026, 11, 23)
BODY = "\n\nAbout the job\nYou plan and deliver the replacement of the looms, and you keep the plan honest.\n"


def header_of(text):
    return read_header(source(text + BODY), pasted_on=PASTED)


def test_of_a_subject_and_a_label_the_label_is_the_title():
    header = header_of(
        "From: Desk <reqs@larkmoor-talent.example>\n"
        "Subject: [HOT] Loom Project Manager (Weft) :: Leeds, UK :: LOCALS\n\n"
        "Title: Loom Project Manager (Weft)\nLocation: Leeds, UK"
    )

    assert header.title.value == "Loom Project Manager (Weft)"


def test_who_signs_is_who_hires():
    header = header_of(
        "Title: Loom Project Manager\nLocation: Leeds" + BODY + "\nRegards,\nLarkmoor Talent LLC  |  9+ years"
    )

    assert header.employer.value == "Larkmoor Talent LLC"
    assert header.employer_is_agency


def test_a_saint_in_a_name_ends_no_sentence():
    header = header_of("St. Aldhelm Weaving Hospital\nLoom Project Manager\nSt. Aldhelm is an EEO/AA employer.")

    assert header.employer.value == "St. Aldhelm Weaving Hospital"


def test_a_title_may_be_sought_in_small_letters():
    header = header_of("Larkmoor Instruments is looking for a technical project manager\n\nWe weave.")

    assert (header.title.value, header.employer.value) == ("technical project manager", "Larkmoor Instruments")


def test_where_things_sit_is_no_place_of_work():
    header = header_of(
        "Loom Project Manager\n\nWe make buoys. They sit in the North Atlantic. We are in Leeds, England."
    )

    assert [place.value for place in header.places] == ["Leeds, England"]


def test_every_line_of_a_list_of_places_is_one():
    header = header_of(
        "Loom Project Manager\nLocations\nBoulder, CO (1 vacancy)\nSalem, OR (2 vacancies)\nRemote job\nNo"
    )

    assert [place.value for place in header.places] == ["Boulder, CO", "Salem, OR"]


def test_hours_beside_a_place_are_no_place():
    header = header_of(
        "Projektleiter Webstuhl\nStandort: Hannover  |  Vollzeit oder Teilzeit (ab 80 %)  |  unbefristet"
    )

    assert [place.value for place in header.places] == ["Hannover"]


def test_a_town_goes_before_the_name_of_a_site():
    header = header_of("Loom Project Manager\nSite   Aldhelm General Hospital\nTown   Leeds\nSalary   £40,000")

    assert [place.value for place in header.places] == ["Leeds"]


@pytest.mark.parametrize(
    ("text", "remote"),
    [
        ("Work Mode : All 5 days WFO, no hybrid. Others should relocate", "no"),
        ("Work mode: not hybrid, on site", "no"),
        ("Work mode: hybrid", "hybrid"),
    ],
)
def test_what_is_denied_is_no_way_of_working(text, remote):
    assert header_of(f"Loom Project Manager\n{text}").remote.value == remote


def test_a_status_may_say_that_the_job_ends():
    header = header_of("Loom Project Manager\nStatus: Term, full-time, 24 months")

    assert {one.value for one in header.employment_types} == {"full_time", "fixed_term"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Posted 11/18/2026. Closes 12/02/2026 at midnight.", date(2026, 12, 2)),
        ("Questions close   Friday, 27 November 2026\nRFQ closing date   Friday, 4 December 2026", date(2026, 12, 4)),
        ("Clarification questions due 30 November 2026. Apply by 9 December 2026.", date(2026, 12, 9)),
    ],
)
def test_the_day_is_that_of_the_application(text, day):
    assert header_of(f"Loom Project Manager\nColumbus, OH\n{text}").closes_on == day


def test_facts_side_by_side_each_have_their_label():
    header = header_of("LOOM PROJECT MANAGER\nCompany: Larkmoor Weaving District    Dept: ITS    Location: Leeds, UK")

    assert (header.employer.value, [place.value for place in header.places]) == (
        "Larkmoor Weaving District",
        ["Leeds, UK"],
    )


def test_what_a_forum_puts_before_a_title_is_no_part_of_it():
    assert header_of("[Hiring] [Hybrid] Loom Project Manager\nWe weave.").title.value == "Loom Project Manager"


def test_a_german_day_is_read():
    assert header_of("Projektleiter Webstuhl\nBewirb dich bis zum 15. Januar 2027.").closes_on == date(2027, 1, 15)


def test_two_roles_with_a_stroke_between_them_are_one_title():
    assert (
        header_of("Scrum Master / Technical Project Lead\nWe weave.").title.value
        == "Scrum Master / Technical Project Lead"
    )


def test_a_bank_before_its_town_hires():
    header = header_of("Loom Project Manager\nLarkmoor Trust Bank, Wellington | Permanent | 37.5 hours")

    assert (header.employer.value, [place.value for place in header.places]) == ("Larkmoor Trust Bank", ["Wellington"])


def test_a_french_range_is_read_and_its_terms_are_no_place():
    header = header_of(
        "Chef de projet technique\nLille \u2014 CDI, temps plein\n42 000 \u00e0 50 000 \u20ac brut par an"
    )

    assert [(pay.least, pay.most, pay.currency) for pay in header.pay] == [(42000, 50000, "EUR")]
    assert "CDI" not in [place.value for place in header.places]
