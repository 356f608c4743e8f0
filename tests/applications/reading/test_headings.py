"""Headings open the part that they name."""

import pytest

from applications.reading.headings import part_of


@pytest.mark.parametrize(
    ("part", "headings"),
    [
        (
            "required",
            [
                *(
                    "Requirements",
                    "Minimum qualifications:",
                    "Basic Qualifications",
                    "What you'll bring",
                    "Who you are",
                ),
                *("Must have", "Essential criteria", "You have", "About you", "## What We're Looking For", "Education"),
                *("YOUR PROFILE", "Ihr Profil", "Person specification", "Knowledge, Skills and Abilities", "Skills"),
                *("Needed for either seat", "Whom we want", "Can you say yes to these?", "You'd be a fit if"),
                *("Hallmarks of the person", "This is what you bring along"),
                *("Table stakes", "The must-haves", "Your toolbox", "Could it be you?", "Inherent requirements"),
                *("3. PERSON SPECIFICATION", "Selection criteria", "Conditions of employment", "Primary Skills (Must)"),
            ],
        ),
        (
            "preferred",
            [
                *("SHOULD", "Coulds", "The following may be needed in the job", "The following could be an asset"),
                *("Preferred qualifications", "Nice to have", "Nice-to-haves", "Desirable criteria", "Bonus points"),
                *("What would help?", "What would make us smile", "Tie-breakers", "3.2 Advantageous", "Ideal"),
                *("A yes here moves you up the pile", "We'd do a small dance for", "Gravy", "Would tip the scales"),
                *("We will like you even more if", "What would put you ahead of others"),
                *("Good to have:", "It would be great if", "Even better", "Extra credit", "Pluses", "It helps if"),
            ],
        ),
        (
            "duties",
            [
                *(
                    "Responsibilities",
                    "What you'll do",
                    "Essential Functions",
                    "Key duties",
                    "Roles & Responsibilities:",
                ),
                *("Examples of duties", "The jobholder's tasks", "What would you actually be doing?"),
                *(
                    "Key performance areas",
                    "A day in this job",
                    "YOUR TASKS",
                    "Deine Aufgaben",
                    "You will",
                    "As a Delivery Manager you will:",
                ),
            ],
        ),
        (
            "benefits",
            [
                "This is what you may learn with us",
                "Goodies",
                "What we put on the table",
                "What we offer",
                "Benefits",
                "Perks",
                "Wir bieten",
                "What's in it for you",
            ],
        ),
        ("company", ["So who are we?", "About us", "About Harborlight Storage", "Who we are", "Our stack", "Über uns"]),
        ("process", ["How to apply", "How we hire", "Interview process", "Required documents"]),
        ("other jobs", ["Similar jobs", "More jobs", "Other roles we are working on", "You might also like"]),
        (
            "not needed",
            [
                "Would not tip anything",
                "We couldn't care less about",
                "Dont come if",
                "You don't need",
                "What you won't need",
                *("WON'T", "Won't haves", "What don't you need?", "What do you not need", "What isn't needed?"),
                "Not required",
            ],
        ),
        (
            "neutral",
            [
                "Any catch?",
                "What else should you know?",
                "About the job",
                "Job description",
                "Position Summary",
                "The role",
            ],
        ),
        ("physical", ["Physical requirements", "Working conditions"]),
        ("key skills", ["Key Skills", "Job highlights", "Keywords"]),
    ],
)
def test_a_heading_opens_its_part(part, headings):
    assert {heading: part_of(heading) for heading in headings} == dict.fromkeys(headings, part)


@pytest.mark.parametrize(
    "words",
    [
        "Strong communication skills",
        "Bachelor's degree preferred",
        "5 years of experience required",
        "PMP certification",
        "Jira and Confluence",
        "Hartford, CT",
        "",
        "—",
        "Leads the rollout at assigned plants, from fit-gap workshops to the day on which others run it",
    ],
)
def test_a_line_that_says_something_is_no_heading(words):
    assert part_of(words) is None
