import uuid
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tpm_portal.elsewhere.drafts import POSITION, TRAINING, Difference, Draft, differences, folded, named

JOB = Draft(
    "row 1",
    POSITION,
    {"employer": "Acme", "title": "Lead", "starts": "2021-03", "ends": "", "place": "Austin"},
    "x",
    "Lead, Acme",
)


@given(st.text(max_size=30), st.integers(1, 5))
def test_a_name_is_the_same_for_the_same_and_of_no_version_that_forms_draw(content, number):
    token = named(TRAINING, content, number, ())
    assert token == named(TRAINING, content, number, ())
    assert (token.version, token.variant) == (8, uuid.RFC_4122)
    assert token != named(TRAINING, content, number + 1, ())
    assert token != named(POSITION, content, number, ())
    again = named(TRAINING, content, number, {token})
    assert again != token
    assert again == named(TRAINING, content, number, {token})


def test_what_the_file_says_otherwise_is_named_and_what_it_does_not_say_is_not():
    here = {"employer": "ACME", "title": "Lead", "starts": "2021-03", "ends": "2022", "place": "AUSTIN"}
    assert differences(JOB, here) == ()
    moved = replace(JOB, values={**JOB.values, "place": "Remote", "ends": "2023"})
    assert differences(moved, here | {"place": ""}) == (
        Difference("Until", "2022", "2023"),
        Difference("Where", "nothing", "Remote"),
    )


def test_rows_are_the_same_without_regard_to_capitals_and_spaces():
    other = replace(JOB, values={**JOB.values, "employer": " ÁCME ", "title": "lead"})
    assert other.key == JOB.key
    assert folded("???") == "???"
    assert folded(None) == ""


def test_what_several_rows_make_is_known_by_its_name_alone():
    course = Draft(
        "rows", TRAINING, {"title": "PMP prep", "finished_on": "2026-01-01", "hours": "3.5"}, "x", "PMP prep"
    )
    assert course.key == ("pmp prep", "2026-01-01", "3.5") or len(course.key) == 3
    assert replace(course, summed=True).key == ("pmp prep",)
