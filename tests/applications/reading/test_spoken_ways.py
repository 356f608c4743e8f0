"""Headings, conditions, ladders and names as people say them, and what only looks like a demand."""

import pytest

from applications.reading.reader import read_rows

from .kit import row_of, rows_of, words


def duties_of(text):
    return [duty.passage.quote for duty in read_rows(text, words())[1]]


@pytest.mark.parametrize(
    "heading", ["On your bench", "What's yours", "What will be yours to run", "JD:", "Yours to own", "In your hands"]
)
def test_a_heading_in_spoken_words_opens_the_duties(heading):
    text = (
        f"Loom Lead\n\n{heading}\n- Looms in four mills, from order to first cloth\n- The weekly talk with the dyers\n"
    )
    assert duties_of(text) == ["Looms in four mills, from order to first cloth", "The weekly talk with the dyers"]


@pytest.mark.parametrize("first", ["Loom delivery (55%)", "55% - Loom delivery", "Loom delivery: 55 percent of time"])
def test_a_group_with_its_share_of_time_goes_on_with_the_duties(first):
    text = (
        f"Loom Lead\n\nDuties\n{first}\nPlans and closes loom projects.\nSuppliers (45%)\n"
        "Interfaces to the yarn houses of the valley.\n\nRequirements\nMust know looms."
    )
    assert duties_of(text) == ["Plans and closes loom projects", "Interfaces to the yarn houses of the valley"]


def test_a_list_of_duties_with_shares_is_the_duties():
    listed = ["Loom planning (40%)", "Yarn budgets (35%)", "Mill visits (25%)"]
    assert duties_of("Loom Lead\n\nDuties\n" + "".join(f"- {one}\n" for one in listed)) == listed


@pytest.mark.parametrize(
    "sentence",
    [
        "The PM will own the plan of every mill",
        "The appointee will run the dye house",
        "Reporting to the head of mills, the incumbent will lead the move of all looms",
    ],
)
def test_who_holds_the_job_has_many_names(sentence):
    assert duties_of(f"Loom Lead\n\nPosition summary\nWe weave. {sentence}.") == [sentence]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Be free for one evening fitting a month; this is a condition of the role", "other"),
        ("Because yarn comes at dawn, the incumbent must be present in the mill on Mondays", "other"),
        ("Should be flexible to stay till 10 PM on fitting days", "other"),
    ],
)
def test_a_condition_among_the_duties_is_a_row_and_no_duty(line, kind):
    rows, duties, _ = read_rows(f"Loom Lead\n\nDuties\n- Plan the mills\n- {line}\n- Lead the dyers\n", words())
    assert [row.kind for row in rows] == [kind]
    assert [duty.passage.quote for duty in duties] == ["Plan the mills", "Lead the dyers"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Must be fine with being on call during the go-live", "other"),
        ("Ready to be with customers two days in most weeks", "travel"),
        ("Free to come to Turin one week in eight", "travel"),
        ("College diploma (DEC) or four years of work", "degree"),
        ("studied computer science or physics, though nobody will see the paper", "degree"),
        ("MS Project at a level where you can follow the critical path", "skill"),
    ],
)
def test_each_kind_has_spoken_words(line, kind):
    assert row_of(f"- {line}").kind == kind


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Current registration with NMC, GPhC or HCPC", ("NMC", "GPhC", "HCPC")),
        ("Registered with the Engineering Council", ("Engineering Council",)),
        ("A crane licence (it opens doors)", ("crane licence",)),
        ("An Epic cert in any module", ("Epic cert",)),
    ],
)
def test_registrations_and_licenses_are_credentials(line, names):
    row = row_of(f"- {line}")
    assert (row.kind, row.unlisted) == ("credential", names)


@pytest.mark.parametrize(
    ("line", "months"),
    [
        ("Degree in Optics and 9 years of loom work; 7 years with a Master's; 12 years without a degree", [None, 108]),
        ("Degree in Optics and 9 years of loom work; Master's and 6 years", [None, 108]),
        (
            "Degree, together with four years of loom work, or any combination of education and experience totaling "
            "eight years; a master's degree may be substituted for one year",
            [None, 48],
        ),
        ("Six years in looms, the latter three as their lead", [72, 36]),
        ("B.Tech, 15 yrs of regular education, no gaps", [None]),
        ("Open to travel to Dallas (2-3 months) as needed", [None]),
    ],
)
def test_the_first_path_is_the_row_and_only_work_is_experience(line, months):
    assert [row.months for row in rows_of(f"- {line}")] == months


def test_the_other_paths_of_a_ladder_are_alternatives():
    row = rows_of("- Degree in Optics and 9 years of loom work; 7 years with a Master's")[1]
    assert [(one.quote, one.months) for one in row.alternatives] == [("7 years with a Master's", 84)]


def test_the_latter_years_are_a_part_of_the_first():
    assert [row.within_previous for row in rows_of("- Six years in looms, the latter three as their lead")] == [
        False,
        True,
    ]


def test_years_stand_in_a_column_of_any_name():
    text = "Skill\tRequired / Desired\tClient asks\tYours\nRunning dye houses\tRequired\t3 yrs\t____\n"
    (row,) = read_rows(f"Loom Lead\n\n{text}", words())[0]
    assert (row.kind, row.months, row.passage.quote) == ("experience", 36, "Running dye houses")


@pytest.mark.parametrize(
    "line",
    [
        "Candidates with only help desk background in SQL will not be considered",
        "Pure Java testing profiles pls excuse",
        "Women returning after a career break of 1 to 5 yrs are welcome",
    ],
)
def test_who_is_turned_away_or_welcomed_is_no_demand(line):
    assert rows_of(f"{line}.") == ()


def test_candidates_without_it_are_turned_away_because_it_is_asked_for():
    assert row_of("- Candidates without a PMP will not be considered").credentials == ("pmp",)


def test_what_follows_a_wish_and_is_not_needed_is_left_out():
    row = row_of("- Dutch would be an asset, but a degree is not required")
    assert (row.kind, row.passage.quote) == ("language", "Dutch would be an asset")


@pytest.mark.parametrize(
    ("head", "text"),
    [
        (
            "Subject: Immediate need // Loom Project Manager (Epic) // Salem, OH 3 days onsite // 12+ months",
            "We weave.",
        ),
        ("Disclosure and Barring Service Check", "We weave and dye."),
    ],
)
def test_heads_of_mails_and_parts_are_no_rows(head, text):
    assert read_rows(f"Loom Lead\n\n{head}\n{text}", words())[0] == ()


def test_more_details_of_the_job_end_its_skills():
    text = "Loom Lead\n\nJob Skills\nJira, Kanban\nAdditional Job Details\nWork hours: 37.5\n"
    assert [row.passage.quote for row in read_rows(text, words())[0]] == ["Jira, Kanban"]


def test_what_we_insist_on_is_a_row():
    text = "Loom Lead\n\nOne thing we do insist on: you live within about an hour of the mill.\n"
    assert [row.kind for row in read_rows(text, words())[0]] == ["other"]


def test_a_language_in_its_own_words_repeats_the_row():
    text = "Loom Lead\n\nRequirements\n- Bilingualism in French and English, spoken and written\n\nEn bref\n"
    (row,) = read_rows(f"{text}Bilinguisme (français et anglais).\n", words())[0]
    assert len(row.also) == 1


def test_a_clearance_at_the_top_is_the_one_below():
    text = "Loom Lead\n\nTS/SCI | CI Polygraph\n\nRequirements\n- Active Top Secret clearance with SCI eligibility\n"
    assert len(read_rows(text, words())[0]) == 1


def test_travel_among_the_working_conditions_is_a_row():
    text = (
        "Loom Lead\n\nWorking conditions\nOccasional travel to the mills is expected. Must be able to lift 25 pounds."
    )
    assert [row.kind for row in read_rows(text, words())[0]] == ["travel"]


def test_people_who_are_led_are_no_company():
    assert row_of("- Two years of mentoring student employees").months == 24


def test_it_in_small_letters_is_no_field():
    assert row_of("- Bachelor's degree, or 4 years of work in place of it").credentials == ()
