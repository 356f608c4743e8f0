"""The tools that work without an account: an answer at once, nothing kept, errors beside the field."""

import re
from datetime import date, timedelta
from urllib.parse import urlencode

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from tests.factories.interviews import make_category, make_question, make_round
from tests.kit import seen, text, unescaped

pytestmark = pytest.mark.django_db
PROJECT = {"p1-from_month": 3, "p1-from_year": 2022, "p1-to_month": 1, "p1-to_year": 2023}


def asked(**said):
    return "?" + urlencode(said)


@pytest.mark.parametrize("number", [1, 3])
def test_a_day_and_a_round_give_the_questions_of_today_with_what_a_good_answer_covers(
    client, django_assert_num_queries, number
):
    category = make_category()
    questions = [make_question(category=category, seconds=60) for _ in range(number)]
    round_type = make_round(category, name="Peer round")
    on = timezone.localdate() + timedelta(days=2)
    with django_assert_num_queries(6):
        page = client.get(f"/start/interview/{asked(on=on, round=round_type.slug)}")
    body = seen(page)
    assert f"Peer round, in 2 days Your plan until {on:%A, %B %-d}" in body
    assert f"Today: {number} question{'s' if number > 1 else ''}, {3 * number} minutes" in body
    assert all(
        f"{question.text} What a good answer covers The first point The second point" in body for question in questions
    )
    assert text(page).count(f'href="{questions[0].get_absolute_url()}">Practice this one</a>') == 1
    assert Session.objects.count() == 0


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"on": ""}, "Give the day: the plan ends with it."),
        ({"on": "soon"}, "Choose a day of the calendar."),
        ({"on": "2020-01-01"}, "This day is past"),
        ({"on": "2099-01-01"}, "Choose a day up to"),
        ({"on": "\x00"}, "Choose a day of the calendar."),
        ({"round": "party"}, "Choose one of the kinds of rounds in the list."),
        ({"round": "\x00"}, "Null characters are not allowed."),
        ({"minutes": "7"}, "Select a valid choice."),
    ],
)
def test_a_wrong_answer_about_the_interview_is_said_beside_its_field_and_kept(client, said, error):
    kind = make_round(make_category())
    page = client.get("/start/interview/" + asked(**({"on": timezone.localdate(), "round": kind.slug} | said)))
    assert page.status_code == 422
    (name,) = said
    ask = re.search(rf'<label for="id_{name}">.*?</div>', text(page), re.DOTALL)[0]
    assert f'<p class="error-text" id="id_{name}_error">{error}' in ask
    assert "No answer yet." in text(page)
    if name == "on" and said[name].isprintable() and said[name]:
        assert f'value="{said[name]}"' in ask


def test_the_day_that_it_still_is_in_the_west_is_today(client, clock):
    kind = make_round(make_category())
    clock(2026, 12, 2, 3)
    body = seen(client.get("/start/interview/" + asked(on=date(2026, 12, 1), round=kind.slug)))
    assert "today Your plan until Tuesday, December 1" in body
    assert client.get("/start/interview/" + asked(on=date(2026, 11, 30), round=kind.slug)).status_code == 422
    clock(2026, 12, 2, 13)
    assert client.get("/start/interview/" + asked(on=date(2026, 12, 1), round=kind.slug)).status_code == 422


def test_five_answers_give_what_is_missing_and_from_when(client, seeded, clock, django_assert_num_queries):
    clock(2026, 12, 1, 12)
    said = {"credential": "pmp-capm", "degree": "bachelor", **PROJECT, "hours": "20"}
    said |= {"p2-from_month": 9, "p2-from_year": 2025}
    with django_assert_num_queries(2):
        page = client.get("/start/eligible/" + asked(**said))
    body = seen(page)
    assert (
        "PMP: 2 things missing 9 to 10 more months of leading projects 15 more hours of project management training "
        "Enough months in September 2027 if your running project goes on."
    ) in body
    assert "26 to 27 of 36 months of leading projects, September 2027" in body
    assert "CAPM: 1 thing missing 3 more hours of project management training" in body
    assert text(page).count('class="picture month-strip"') == 1
    assert Session.objects.count() == 0


def test_somebody_with_everything_looks_eligible_and_a_credential_waives_the_hours(client, seeded, clock):
    clock(2026, 12, 1, 12)
    said = {"credential": "pmp", "degree": "bachelor", "p1-from_month": 3, "p1-from_year": 2020}
    assert "You look eligible for PMP now" in seen(client.get("/start/eligible/" + asked(**said, holding="capm")))
    assert "PMP: 1 thing missing 35 more hours of project management training" in seen(
        client.get("/start/eligible/" + asked(**said))
    )


def test_another_credential_asks_how_the_projects_were_run(client, seeded, clock):
    clock(2026, 12, 1, 12)
    how = 'aria-label="Project 1: how it was run"'
    assert how not in text(client.get("/start/eligible/" + asked(credential="pmp-capm")))
    said = {"credential": "pmi-acp", "degree": "bachelor", **PROJECT}
    without, agile = (client.get("/start/eligible/" + asked(**said, **run)) for run in ({}, {"p1-how": "agile"}))
    assert how in text(without)
    assert "24 more months of agile work" in seen(without)
    assert "You: 11 of 24 months of agile work, 13 missing." in seen(agile)


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"p1-from_year": ""}, "Write the year."),
        ({"p1-from_month": ""}, "Choose the month."),
        ({"p1-to_month": ""}, "Choose the month."),
        ({"p1-to_year": ""}, "Write the year."),
        ({"p1-from_month": "", "p1-from_year": ""}, "Choose the month."),
        ({"p1-to_year": 2021}, "It ends before it begins."),
        ({"p1-to_year": 2999}, "It can't have ended in the future. Leave the end empty if it's still running."),
        ({"p1-from_year": 2999}, "It can't begin in the future."),
        ({"p1-from_year": 1950}, "That is more than 60 years ago."),
        ({"p1-from_year": "two"}, "Write the year with four digits"),
        ({"p1-from_month": "13"}, "Select a valid choice."),
        ({"hours": "many"}, "Write a number in digits, such as 12.5."),
        ({"hours": "-3"}, "Ensure this value is greater than or equal to 0."),
        ({"degree": "doctor"}, "Select a valid choice."),
        ({"credential": "driving"}, "Select a valid choice."),
        ({"holding": "driving"}, "Select a valid choice."),
        ({"hours": "\x00"}, "Write a number in digits, such as 12.5."),
    ],
)
def test_a_wrong_answer_about_oneself_is_said_and_what_was_typed_stays(client, seeded, said, error):
    page = client.get("/start/eligible/" + asked(**{"credential": "pmp-capm", "degree": "bachelor", **PROJECT} | said))
    assert page.status_code == 422
    assert error in unescaped(page)
    assert '<option value="3" selected>March</option>' in text(page) or "p1-from_month" in said
    assert "thing missing" not in text(page)


@pytest.mark.parametrize("path", ["/start/interview/", "/start/eligible/"])
def test_a_door_only_answers_to_reading(client, path):
    assert client.post(path).status_code == 405
