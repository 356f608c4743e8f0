"""The first page for a visitor: what it shows is drawn by the product, and every door leads to its answer."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.forms import forms_of
from tests.kit import seen, text
from tests.weight import first_visit
from tpm_portal.doors.examples import example_rating, example_strip


def inside(body, tag):
    """What stands between a ``div`` and its end."""
    assert body.count(tag) == 1
    rest = body.split(tag)[1]
    depth = 1
    for found in re.finditer(r"<(/?)div\b", rest):
        depth += -1 if found[1] else 1
        if not depth:
            return rest[: found.start()]
    raise AssertionError(f"{tag} does not end")


def test_the_doors_lead_to_their_answers_at_once(client, seeded):
    forms = {form.action: form for form in forms_of(client.get("/"), "/") if form.action.startswith("/s")}
    answers = {
        "/start/interview/": ({"on": "2999-01-01"}, 422, "Choose a day up to"),
        "/start/eligible/": (
            {"degree": "bachelor", "p1-from_month": "3", "p1-from_year": "2024"},
            200,
            "35 more hours of project management training",
        ),
    }
    answers["/start/pay/"] = ({"where": "United States"}, 200, "the median for project management specialists is")
    for action, (typed, status, said) in answers.items():
        answer = client.get(action, dict(forms[action].fields) | typed)
        assert (answer.status_code, said in seen(answer)) == (status, True)


def test_what_it_counts_is_there(client, seeded):
    body = seen(client.get("/"))
    assert "Six steps, 66 milestones" in body
    assert "123 questions with what a good answer covers." in body
    assert body.count("Become a technical project manager, one step at a time") == 1


def test_the_pictures_are_called_examples_and_hidden_from_those_who_cannot_see_them(client, seeded):
    panels = inside(text(client.get("/")), '<div class="panels" aria-hidden="true">')
    # All of them are in it, and nothing else is.
    assert [words in panels for words in ("PMP experience", "panel-rated", "Examples</p>", "<h2")] == [
        *[True] * 3,
        False,
    ]
    assert re.findall("<(?:a|button|input|select)\\b", panels) == []


def test_a_first_visit_to_it_is_light(client, seeded):
    size, requests = first_visit(client, "/")
    assert (size < 45_000, requests) == (True, 6)


@given(st.dates(min_value=date(2026, 1, 1), max_value=date(2060, 1, 1)))
def test_the_example_has_33_months_and_enough_in_three_more_whenever_it_is_looked_at(today):
    strip = example_strip(today)
    assert strip.have == "33 of 36 months"
    assert [cell.kind for cell in strip.cells].count("coming") == 3
    months = (strip.reached_on.year - today.year) * 12 + strip.reached_on.month - today.month
    assert months == 2
    assert sum(cell.shared for cell in strip.cells) == 3


def test_an_answer_is_rated_on_as_many_dimensions_as_there_are():
    assert [(row.name, [full for _, full in row.boxes].count(True)) for row in example_rating(["A", "B"])] == [
        ("A", 4),
        ("B", 3),
    ]
    assert example_rating([]) == []
