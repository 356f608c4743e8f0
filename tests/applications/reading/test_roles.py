"""What the work says the job is: by words of the trade that belong to one role."""

import pytest

from applications.reading.role import role_of


def role(*duties):
    text = "\n".join(duties)
    places, at = [], 0
    for duty in duties:
        places.append((at, at + len(duty)))
        at += len(duty) + 1
    return role_of(text, places).role


@pytest.mark.parametrize(
    ("duties", "wanted"),
    [
        (
            ["Keep the schedule honest", "Settle what the trade partners cannot", "Work off the punch list"],
            "other",
        ),
        (["Review subcontractor pay applications", "Forecast cost to complete", "Walk the site at dawn"], "other"),
        (
            ["Coordinate nine security projects so that they land in the right order", "Make the plan"],
            "technical_program_manager",
        ),
        (
            ["Chair the table of interdependencies", "Report on the budget of the firmware"],
            "technical_program_manager",
        ),
        (
            ["Own the integrated NPI plan across mechanical, electrical, firmware and quality", "Listen"],
            "technical_program_manager",
        ),
        (
            ["Lead the clinical workstream of that project for the department of nursing", "Run the command center"],
            "it_project_manager",
        ),
        (
            ["Agree a yearly plan with the three groups", "Hand over the project to its owners"],
            "technical_program_manager",
        ),
        (
            ["Chair a call across four countries", "Hand over the project to its owners"],
            "technical_program_manager",
        ),
        (
            ["Manage the replacement of the fishing licensing system", "Watch the software vendor's deliverables"],
            "it_project_manager",
        ),
    ],
)
def test_words_of_one_trade_say_which_role_it_is(duties, wanted):
    assert role(*duties) == wanted
