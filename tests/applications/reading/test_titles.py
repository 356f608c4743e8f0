import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.reading.titles import cleaned, employer_behind, title_in, title_in_sentence


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Technical Project Manager", "Technical Project Manager"),
        ("Senior Technical Program Manager, Storage Platform", "Senior Technical Program Manager, Storage Platform"),
        ("Technical Project Manager - Data Centre Exit - Contract", "Technical Project Manager - Data Centre Exit"),
        ("IT Project Manager (Supervisory responsibilities: none)", "IT Project Manager"),
        ("Project Manager (Digital Workplace), one post", "Project Manager (Digital Workplace)"),
        ("Technical Project Manager Looms (m/f/d)", "Technical Project Manager Looms (m/f/d)"),
        ("TPM at Lumen & Moss", "TPM"),
        ("Technical Program Manager \N{BUTTERFLY}", "Technical Program Manager"),
        ("CLASS TITLE: Loom Project Manager II", "Loom Project Manager II"),
        ("MISSION  :  PROGRAMME LEAD LOOMS", "PROGRAMME LEAD LOOMS"),
        ("Larkmoor Mutual Bank: PROJECT MANAGER: LOOMS (Specialist Level 3)", "PROJECT MANAGER: LOOMS"),
        ("Subject: short question about a nice assignment (Scrum Master, Zwolle)", "Scrum Master"),
        ("ICT Project Officer (Contract Agent, Function Group IV)", "ICT Project Officer"),
        ("Larkmoor / Jobs / Technical Program Manager", "Technical Program Manager"),
        ("Fwd: Urgent opening || Scrum Master || Pune || C2H", "Scrum Master"),
        ("LH-06114 | ICT Project Manager (Records) | Labour hire", "ICT Project Manager (Records)"),
        ("We're hiring! Scrum Master @ Pebblecourt (Berlin / remote DE)", "Scrum Master"),
        ("Technical Delivery Manager - Ref 389911", "Technical Delivery Manager"),
        ("Job Title: Sr. IT Project Manager - ERP", "Sr. IT Project Manager - ERP"),
        ("Project Manager, IT II (Temporary)", "Project Manager, IT II"),
        ("Chef de projet technique (H/F) - CDI", "Chef de projet technique (H/F)"),
        ("We are looking for a Project Manager.", ""),
        ("Reports to: Director of Delivery", ""),
        ("Deadline   Thu 10/12/2026, 3 pm", ""),
        ("Designation: Delivery Manager", "Delivery Manager"),
        ("Subject: Program manager wanted, must like ferries", ""),
        ("Larkmoor Mills", ""),
        ("", ""),
    ],
)
def test_a_title_is_read_without_what_is_no_part_of_it(line, title):
    assert title_in(line) == title


def test_a_known_place_or_employer_is_no_part_of_a_title():
    assert cleaned("Project Manager - Madrid", without=["Madrid"]) == "Project Manager"
    assert cleaned("Larkmoor: Project Manager (Leeds)", without=["Leeds", "Larkmoor"]) == "Project Manager"


def test_the_employer_behind_a_title():
    assert employer_behind("TPM at Lumen & Moss") == "Lumen & Moss"
    assert employer_behind("TPM") == ""


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("CLASS TITLE: Systems Project Manager II", "Systems Project Manager II"),
        ("ICT Officer (Contract Agent, Function Group IV)", "ICT Officer"),
        ("Project Lead Loom Portal (a)", "Project Lead Loom Portal"),
        ("Delivery Manager (Seat A: Looms, Leeds. Seat B: Yarn, Derby)", "Delivery Manager"),
        ("a short question about an assignment (Scrum Master, Arnhem)", "Scrum Master"),
    ],
)
def test_what_stands_around_a_title_is_no_part_of_it(line, title):
    assert title_in(line) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("I am working with a bank who need an Interim Programme Manager for six months.", "Interim Programme Manager"),
        ("We are looking for a Senior Delivery Lead, based here.", "Senior Delivery Lead"),
        ("We are looking for people who care.", ""),
    ],
)
def test_a_sentence_may_say_who_is_sought(text, title):
    assert title_in_sentence(text) == title


@given(st.text(st.sampled_from("Project Manager-|/()@,#:12 ref\t"), max_size=60))
def test_a_title_stands_in_its_line(line):
    assert title_in(line) in line
