"""What stands in a head as it is written: legal forms, marks, places in brackets, days behind the first weeks."""

from datetime import date

import pytest

from applications.reading.header import read_header
from applications.reading.source import source

PASTED = date(2026, 11, 23)
BODY = "\n\nAbout the job\nYou plan and deliver the replacement of the looms, and you keep the plan honest.\n"


def header_of(text, body=BODY):
    return read_header(source(text + body), pasted_on=PASTED)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Loom Project Manager\n\nLarkmoor Weberei GmbH & Co. KG\nKassel · permanent · full-time", None),
        ("# Loom Project Manager\n\n> **Larkmoor Mobility** · Kassel, the Netherlands · hybrid", "Larkmoor Mobility"),
        (
            f"Title: Loom Project Manager\nLocation: Leeds{BODY}\nThanks and regards,\nSenior Recruiter | Larkmoor "
            "Staffing LLC\nLarkmoor does not discriminate.",
            "Larkmoor Staffing LLC",
        ),
        (f"Loom Project Manager\nLocation: Leeds{BODY}\n© 2026 Larkmoor Robotics. All rights reserved.", None),
    ],
    ids=["a legal form", "marked text", "thanks and regards", "the foot of a page"],
)
def test_the_employer_by_its_whole_name(text, name):
    names = {"Larkmoor Weberei GmbH & Co. KG", "Larkmoor Robotics"} if name is None else {name}

    assert header_of(text).employer.value in names


def test_the_title_of_a_page_names_the_site_behind_the_heading():
    page = "<html><head><title>Loom Program Manager - Larkmoor Robotics</title></head><body><a>Larkmoor</a>{}</body>"
    body = "<h1>Loom Program Manager</h1><p>Larkmoor builds arms that pick yarn.</p>"

    assert source(page.format(body)).site == "Larkmoor Robotics"
    # Of an address nobody says that it hires, and a name that the page never says is that of its makers.
    assert source(page.replace("Larkmoor Robotics", "Jobhunter").format(body)).site == ""
    assert source(page.replace("Larkmoor Robotics", "Weft Rail").format(body)).site == "Weft Rail"
    assert source(page.format(body.replace("Loom Program", "Yarn Program"))).site == ""


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("Gatineau (Québec)", ["Gatineau (Québec)"]),
        ("Mesa, AZ 85212", ["Mesa, AZ 85212"]),
        ("Location: Mesa, AZ 85212 - three days onsite", ["Mesa, AZ"]),
        ("Utrecht, the Netherlands · hybrid · full-time", ["Utrecht, the Netherlands"]),
        ("Fremont, CA | Austin, TX | Hardware Operations | Regular full-time | On-site", ["Fremont, CA", "Austin, TX"]),
    ],
)
def test_places_as_they_are_written(line, places):
    header = header_of(f"Loom Project Manager\nLarkmoor Mills\n{line}")

    assert [place.value for place in header.places] == places
    assert all(place.quote == place.value for place in header.places)


@pytest.mark.parametrize("line", ["Gatineau (Québec)", "Mesa, AZ 85212"])
def test_a_town_below_the_title_is_no_employer(line):
    header = header_of(f"Loom Project Manager\n{line}")

    assert header.employer is None
    assert [place.value for place in header.places] == [line]


def test_a_picture_before_a_place_and_a_length_behind_its_word():
    header = header_of(
        "📌 Loom Project Manager\nLarkmoor Mills\n📍 Darwin (hybrid) or anywhere in Australia\nDuration: Fixed for 24 "
        "months\nSalary: $118,405 - $127,318"
    )

    assert [place.value for place in header.places] == ["Darwin", "Australia"]
    assert [found.value for found in header.employment_types] == ["fixed_term"]


def test_the_north_of_australia_is_paid_in_its_dollars():
    header = header_of("Loom Project Manager\nLarkmoor Mills\nLocation: Darwin\nSalary: $118,405 - $127,318")

    assert [pay.currency for pay in header.pay] == ["AUD"]


def test_a_country_before_another_is_no_town():
    header = header_of("Loom Project Manager", "\n\nYour tasks\n• You take over the rollout in Germany, Czechia\n")

    assert "Germany, Czechia" not in [place.value for place in header.places]


@pytest.mark.parametrize(
    "words",
    [
        "Location: Leeds. Onsite for the first six weeks, then Mondays and Fridays",
        "You will report to the site three days a week.",
    ],
)
def test_some_days_at_the_site_are_hybrid(words):
    assert header_of(f"Loom Project Manager\n{words}").remote.value == "hybrid"


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("Positions to be filled: 1, full-time, term of two years with possibility of extension", True),
        ("You are appointed for a term of 3 years.", True),
        ("The supplier's contract runs over the long term of many years.", False),
    ],
)
def test_a_term_of_years_is_a_fixed_term(words, types):
    found = {found.value for found in header_of(f"Loom Project Manager\n{words}").employment_types}

    assert ("fixed_term" in found) is types


def test_money_for_a_referral_is_no_pay():
    header = header_of(
        "Please pass this on; we pay $500 for a referral that stays.\nLoom Project Manager\nRate: $78/hr"
    )

    assert [str(pay.least) for pay in header.pay] == ["78"]


def test_below_a_subject_the_label_names_the_title():
    text = "Subject: C2C - Loom Program Manager - Akron OH - 1 year - by 12/4\n\nHi,\nRole: Loom Program Manager (Sr.)"
    assert header_of(text).title.value == "Loom Program Manager (Sr.)"


@pytest.mark.parametrize("name", ["County of Larkmoor", "County of East Larkmoor"])
def test_a_government_above_the_title_hires(name):
    header = header_of(f"{name}\nHuman Resources\n\nCLASS SPECIFICATION\n\nCLASS TITLE: LOOM PROJECT MANAGER II")
    assert (header.employer.value, header.places) == (name, ())


def test_the_title_of_a_page_says_around_who_hires():
    page = (
        "<html><head><title>Loom Program Manager | Careers at Larkmoor Spinners</title></head><body>"
        "<h1>Loom Program Manager</h1><p>We spin yarn at Larkmoor Spinners.</p></body></html>"
    )
    assert read_header(source(page), pasted_on=PASTED).employer.value == "Larkmoor Spinners"


def test_what_a_name_does_in_the_second_sentence_counts():
    text = "Loom Program Manager\n\nYarn breaks. Larkmoor Telemetry measures it. Larkmoor does not discriminate."
    assert header_of(text).employer.value == "Larkmoor Telemetry"


def test_with_the_euro_the_day_stands_first():
    assert header_of("Loom Program Manager\nPay: EUR 60,000 a year\nDeadline: 03-02-2027").closes_on == date(2027, 2, 3)
