"""Rounds of an application are interview dates: one row, seen and changed from both rooms, to the bin and back."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from applications.stages.rounds import MOST_DUTIES, MOST_ROWS
from applications.stages.views.rounds import ROUNDS
from interviews.models import Interview
from interviews.practice import answering
from keeping import verbs
from keeping.history import events_of
from tests.factories.applications import make_application, make_requirement
from tests.factories.interviews import make_interview, make_question, make_round, make_story, make_telling
from tests.factories.keeping import restore_address
from tests.forms import forms_of
from tests.kit import unescaped, words

SECRET = "Zanzibar"
LINE = "Five years of leading projects"


def day(number):
    return timezone.localdate() + timedelta(days=number)


@pytest.fixture
def application(learner):
    return make_application(learner, title="Program lead", employer="Northwind", text="It", duties=["Run the program"])


def rounds_of(client, application):
    return words(client.get(reverse("applications:rounds", args=[application.pk])))


def form(client, address, field):
    return next(one for one in forms_of(client.get(address), address) if field in one.typed and one.method == "post")


def test_a_round_begins_with_the_employer_and_is_seen_in_both_rooms(learning, application):
    kind = make_round(name="Recruiter screen")
    body = rounds_of(learning, application)
    address = f"{ROUNDS.at('add')}?application={application.pk}"
    assert f'href="{address}"' in body
    begun = form(learning, address, "company")
    assert dict(begun.fields)["company"] == "Northwind"
    learning.post(begun.action, begun.data(on=f"{day(3):%Y-%m-%d}", round_type=kind.pk))
    row = Interview.objects.get()
    assert (row.company, row.application, row.on) == ("Northwind", application, day(3))
    assert "Recruiter screen</a>" in rounds_of(learning, application)
    assert f'href="{row.get_absolute_url()}"' in words(learning.get("/interviews/dates/"))
    body = words(learning.get(row.get_absolute_url()))
    assert f'A round of <a href="{application.get_absolute_url()}" dir="auto">Program lead, Northwind</a>.' in body


def test_changed_in_either_room_it_shows_in_both(learning, learner, application):
    row = make_interview(learner, application=application, company="Northwind", on=day(3), round_type=make_round())
    here, there = ROUNDS.at("edit", row), reverse("interviews:edit_interview", args=[row.pk])
    learning.post(there, form(learning, there, "company").data(company="Northwind Rail"))
    assert "with <bdi>Northwind Rail</bdi>" in rounds_of(learning, application)
    said = {"on": f"{day(5):%Y-%m-%d}", "at": "10:00", "place": "https://meet.example.com/abc"}
    learning.post(here, form(learning, here, "company").data(**said))
    page = f"{day(5):%A, %B %-d, %Y}, 10:00 AM</time>, in 5 days"
    assert page in words(learning.get(row.get_absolute_url()))
    assert page in rounds_of(learning, application)
    assert ">meet.example.com</a>" in rounds_of(learning, application)
    row.refresh_from_db()
    assert (row.application, row.edition) == (application, 3)
    for address in (here, there):
        history = words(learning.get(address if address == here else row.get_absolute_url()))
        assert history.count("Undo this change") == 1


def test_an_older_window_of_the_other_room_does_not_win_in_silence(learning, learner, application):
    row = make_interview(learner, application=application, on=day(3), round_type=make_round())
    here, there = ROUNDS.at("edit", row), reverse("interviews:edit_interview", args=[row.pk])
    older, newer = form(learning, here, "company"), form(learning, there, "company")
    learning.post(there, newer.data(company="Initech"))
    response = learning.post(here, older.data(company="Globex"))
    assert response.status_code == 422
    assert "This was changed in another window" in unescaped(response)


def test_a_binned_application_takes_its_rounds_along_and_brings_them_back(learning, learner, application):
    row = make_interview(learner, application=application, on=day(3), round_type=make_round())
    other = make_interview(learner, on=day(4))
    learning.post(reverse("applications:bin_application", args=[application.pk]))
    assert learning.get(row.get_absolute_url()).status_code == 404
    assert list(Interview.objects.for_user(learner)) == [other]
    learning.post(restore_address(application))
    assert learning.get(row.get_absolute_url()).status_code == 200
    assert row.get_absolute_url() in rounds_of(learning, application)
    assert [event.act for event in events_of(row)] == ["restored", "binned", "added"]


@pytest.mark.parametrize("room", ["applications:bin_round", "interviews:bin_interview"])
def test_binned_in_either_room_it_is_gone_from_both_and_comes_back(learning, learner, application, room):
    row = make_interview(learner, application=application, on=day(3), round_type=make_round())
    learning.post(reverse(room, args=[row.pk]))
    assert row.get_absolute_url() not in rounds_of(learning, application)
    assert row.get_absolute_url() not in words(learning.get("/interviews/dates/"))
    learning.post(restore_address(row))
    assert row.get_absolute_url() in rounds_of(learning, application)


def test_a_round_brought_back_alone_names_no_application_in_the_bin(learning, learner, application):
    row = make_interview(learner, application=application, on=day(3), round_type=make_round())
    verbs.put_in_bin(application, at=timezone.now())
    verbs.bring_back(row, at=timezone.now())
    for address in (row.get_absolute_url(), reverse("interviews:brief", args=[row.pk])):
        body = words(learning.get(address))
        assert "Program lead" not in body
        assert "Run the program" not in body


def test_practice_is_aimed_at_the_nearest_and_the_page_says_how_much_is_left(learning, learner, application):
    kind = make_round()
    kind.categories.add(make_question().category)
    make_interview(learner, application=application, on=day(3), round_type=kind)
    make_interview(learner, application=application, on=day(9), round_type=kind)
    make_interview(learner, application=application, on=day(-9), round_type=kind)
    body = rounds_of(learning, application)
    assert body.count("1 question left for today") == 1
    assert body.count("Practice is aimed at the nearest interview first.") == 1
    assert body.index("in 3 days") < body.index("in 9 days") < body.index("9 days ago")
    assert body.count(">Brief</a>") == 2


def test_an_interview_elsewhere_comes_first(learning, learner, application):
    kind = make_round()
    make_interview(learner, on=day(1), round_type=kind)
    make_interview(learner, application=application, on=day(3), round_type=kind)
    assert "left for today" not in rounds_of(learning, application)


def test_the_brief_holds_what_the_posting_asks_and_the_duties_and_no_more_than_fits(learning, learner, application):
    row = make_interview(learner, application=application, on=day(1), round_type=make_round())
    make_requirement(application, quote="Nice to have", strength="preferred", place=0)
    make_requirement(application, quote=LINE, place=1)
    verbs.put_in_bin(make_requirement(application, quote="Not that", place=2), at=timezone.now())
    body = words(learning.get(reverse("interviews:brief", args=[row.pk])))
    asked = body.split("What they ask")[1]
    assert asked.index(LINE) < asked.index("Nice to have") < asked.index("Run the program")
    assert "Not that" not in body
    many = make_application(learner, duties=[f"Duty number {number}." for number in range(40)])
    for number in range(40):
        make_requirement(many, quote=f"Row number {number}.")
    row = make_interview(learner, application=many, on=day(1), round_type=make_round())
    body = words(learning.get(reverse("interviews:brief", args=[row.pk])))
    assert (body.count("Row number"), body.count("Duty number")) == (MOST_ROWS, MOST_DUTIES)


def test_an_interview_of_no_application_says_nothing_of_any(learning, learner, application):
    row = make_interview(learner, on=day(1), round_type=make_round())
    for address in (row.get_absolute_url(), reverse("interviews:brief", args=[row.pk])):
        body = words(learning.get(address))
        assert "A round of" not in body
        assert "What they ask" not in body


def test_the_guard_of_stories_knows_the_employer(learning, learner, application):
    kind, category = make_round(), make_question().category
    kind.categories.add(category)
    begun = form(learning, f"{ROUNDS.at('add')}?application={application.pk}", "company")
    learning.post(begun.action, begun.data(on=f"{day(2):%Y-%m-%d}", round_type=kind.pk))
    row = Interview.objects.get()
    story = make_story(learner, headline="The move", questions=[make_question(category=category).slug])
    make_telling(story, employer="NORTHWIND", on=day(-9))
    assert f"Told there already on {day(-9):%b %-d, %Y}" in words(
        learning.get(reverse("interviews:brief", args=[row.pk]))
    )
    address = reverse("interviews:add_telling", args=[story.pk])
    sent = form(learning, address, "to_whom").data(interview=row.pk, on=f"{day(0):%Y-%m-%d}")
    response = learning.post(address, sent)
    assert response.status_code == 422
    assert "You told this story there already." in unescaped(response)


def test_a_long_employer_is_cut_to_what_a_company_may_have(learning, learner):
    application = make_application(learner, employer="N" * 160)
    begun = form(learning, f"{ROUNDS.at('add')}?application={application.pk}", "company")
    assert dict(begun.fields)["company"] == "N" * 120


@pytest.mark.parametrize("asked", ["", "x", "\x00", "9" * 30, "999999"])
def test_a_round_of_nothing_is_refused(learning, asked):
    assert learning.get(ROUNDS.at("add"), {"application": asked}).status_code == 200
    sent = {"company": SECRET, "on": f"{day(3):%Y-%m-%d}", "round_type": make_round().pk, "minutes_per_day": "30"}
    sent |= {"application": asked, "token": "6f0d3f0e-6c1b-4d0e-9a53-0c7f3a3f7c99", "seen": "0"}
    response = learning.post(ROUNDS.at("add"), sent)
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["application"])
    assert not Interview.objects.exists()


def test_nobody_else_sees_the_rounds_or_adds_one(client, learner, stranger, curator, application):
    make_interview(learner, application=application, company=SECRET)
    address = reverse("applications:rounds", args=[application.pk])
    for other in (stranger, curator):
        client.force_login(other)
        assert client.get(address).status_code == 404
        page = unescaped(client.get(f"{ROUNDS.at('add')}?application={application.pk}"))
        assert "Northwind" not in page
    client.logout()
    assert client.get(address).url.startswith("/account/login/")
    client.force_login(learner)
    assert client.put(address).status_code == 405


@pytest.mark.parametrize("number", [1, 3, 30])
def test_the_pages_take_as_many_queries_as_ever(learning, learner, application, number):
    kind, question = make_round(), make_question()
    kind.categories.add(question.category)
    values = dict.fromkeys(answering.FIELDS, "") | {"text": "So it was"}
    answering.keep_version(user=learner, row=question, values=values, seen=0, at=timezone.now())
    for away in range(number):
        row = make_interview(learner, application=application, on=day(away), round_type=kind)
        make_requirement(application)
        make_telling(make_story(learner, questions=[question.slug]), on=day(-1))
    pages = {"rounds": reverse("applications:rounds", args=[application.pk]), "interview": row.get_absolute_url()}
    pages["brief"] = reverse("interviews:brief", args=[row.pk])
    taken = {}
    for name, page in pages.items():
        learning.get(page)
        with CaptureQueriesContext(connection) as queries:
            assert learning.get(page).status_code == 200
        taken[name] = len(queries)
    assert taken == {"rounds": 10, "interview": 11, "brief": 11}
