"""Facts of the header that stand in other words: days at home, who hires above its own pages, specified periods."""

import json

import pytest

from applications.reading.role import role_of

from .test_written_headers import BODY, header_of

HEAD = "Loom Lead\nLarkmoor Mills Ltd\nKassel"


@pytest.mark.parametrize(
    "words",
    [
        "Two days per week may be worked at home in summer.",
        "Drei Tage in der Woche vor Ort, sonst frei.",
        "Deux jours par semaine sur place.",
        "Telework: up to 3 days when the looms allow",
    ],
)
def test_days_at_home_are_hybrid(words):
    assert header_of(f"{HEAD}\n{words}").remote.value == "hybrid"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Larkmoor Handbook / Jobs / Loom Lead\n\nLoom Lead\nStatus\tOpen", "Larkmoor"),
        ("From: Ana (Larkmoor Staffing) <ana@larkmoor.example>\nSubject: Loom Lead\n\nHi,\nTitle: Loom Lead", None),
        (
            "LOOM MANAGER II\nClass Title: Loom Manager II\nUnit: Weavers\nClass Code: 1587\n\n"
            "COUNTY OF LARKMOOR FALLS\nRevision Date: May 1, 2024",
            "COUNTY OF LARKMOOR FALLS",
        ),
        (
            f"Skip to main content\nLarkmoor Loom Systems\nSearch for Jobs\nSign In\nLoom Program Manager\nApply\n\n"
            f"At Larkmoor, 90 people weave. It is the policy of Larkmoor to weave.{BODY}",
            "Larkmoor Loom Systems",
        ),
        (
            f"Loom Lead\nLarkmoor Power District\n3.8\nKassel{BODY}\nDistrict is an Equal Opportunity Employer.",
            "Larkmoor Power District",
        ),
    ],
    ids=["a wiki", "a sender", "a class", "a longer name", "a general word"],
)
def test_who_hires_by_its_name(text, name):
    assert header_of(text).employer.value == (name or "Larkmoor Staffing")


def test_a_specified_period_is_a_fixed_term():
    types = header_of(f"{HEAD}\nIndeterminate or specified period (one year), full-time").employment_types
    assert {one.value for one in types} == {"full_time", "fixed_term"}


def test_a_board_names_the_kind_of_employment_by_an_id_too():
    job = {
        "name": "Loom Lead",
        "typeOfEmployment": {"id": "fixed_term", "label": "Part-time"},
        "jobAd": {"sections": {}},
    }
    assert {one.value for one in header_of(json.dumps(job), body="").employment_types} == {"part_time", "fixed_term"}


def test_a_town_is_written_with_its_state_where_the_page_does():
    page = (
        '<script type="application/ld+json">{"@type":"JobPosting","title":"Loom Lead","jobLocation":{"address":'
        '{"addressLocality":"Fitzroy","addressCountry":"AU"}}}</script><h1>Loom Lead</h1><p>Fitzroy VIC</p>'
    )
    assert [place.value for place in header_of(page).places] == ["Fitzroy VIC"]


def test_the_office_of_a_program_is_no_program():
    text = "Report the schedule to the Program Office"
    assert role_of(text, [(0, len(text))]).role == "technical_project_manager"
