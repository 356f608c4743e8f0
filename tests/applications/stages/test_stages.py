"""The stages of one application on its page: recorded with a day and a note, put right, taken back."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from applications.models import Application, StageChange
from applications.postings.taking_in import begin
from keeping import verbs
from tests.factories import NOW
from tests.factories.applications import make_application, make_stage
from tests.kit import words

ADD = "/applications/stages/add/"
TODAY = timezone.localdate()


@pytest.fixture
def application(learner):
    return make_application(learner, title="Project lead", on=TODAY - timedelta(days=20))


def page(client, application):
    return client.get(f"/applications/{application.pk}/stages/")


def send(client, row, path=ADD, **data):
    fields = {"token": uuid.uuid4(), "seen": 0, "application": row.pk, "stage": "applied", "on": TODAY}
    return client.post(path, fields | data)


def test_a_stage_is_recorded_with_its_day_and_note_and_stands_on_the_page(learning, application):
    on = TODAY - timedelta(days=9)
    response = send(learning, application, on=on, note="By their\r\nform")
    row = StageChange.objects.latest("pk")
    assert response["Location"] == f"/applications/{application.pk}/stages/#row-{row.pk}"
    assert (row.stage, row.on, row.note) == ("applied", on, "By their\nform")
    body = words(page(learning, application))
    assert f'<strong>Applied</strong> <time datetime="{on:%Y-%m-%d}">{on:%b %-d, %Y}</time>' in body
    assert "for 9 days now" in body
    assert "By their<br>form" in body
    assert "Recorded <time" in body
    assert f"Applied {on:%b %-d}</span>" in body


def test_the_newest_stands_first_with_how_long_it_was(learning, application):
    make_stage(application, stage="rounds", on=TODAY - timedelta(days=2))
    make_stage(application, stage="applied", on=TODAY - timedelta(days=9))
    rows = page(learning, application).context["rows"]
    assert [(row.stage, lasted) for row, lasted in rows] == [
        ("rounds", "for 2 days now"),
        ("applied", "7 days"),
        ("saved", "11 days"),
    ]


def test_an_ending_does_not_go_on(learning, application):
    make_stage(application, stage="rejected", on=TODAY - timedelta(days=9))
    assert [lasted for _, lasted in page(learning, application).context["rows"]] == ["", "11 days"]


def test_the_form_begins_with_what_usually_comes_next_and_today(learning, application):
    for stage, following in (("saved", "applied"), ("rounds", "offer"), ("rejected", "")):
        make_stage(application, stage=stage, on=TODAY)
        form = page(learning, application).context["form"]
        assert (form["stage"].value(), form["on"].value()) == (following, TODAY)


def test_without_any_stage_it_says_so_and_counts_as_saved(learning, learner):
    application = make_application(learner, stage="")
    response = page(learning, application)
    assert "Until then it counts as saved." in words(response)
    assert response.context["form"]["stage"].value() == "applied"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"on": TODAY + timedelta(days=1)}, "This day cannot be in the future."),
        ({"on": "1949-12-31"}, "Choose a day from 1950 on."),
        ({"on": ""}, "Give the day."),
        ({"on": "2026-02-30"}, "Choose a day of the calendar."),
        ({"stage": ""}, "Choose the stage it came to."),
        ({"stage": "hired"}, "Choose one of the stages in the list."),
        ({"stage": "app\x00lied"}, "Choose one of the stages in the list."),
        ({"note": "By\x00phone"}, "Null characters are not allowed."),
        ({"note": "x" * 2001}, "Keep it to 2000 characters; yours has 2001. It is not saved yet."),
        ({"application": "9" * 30}, "The form is incomplete."),
        ({"application": ""}, "The form is incomplete."),
    ],
)
def test_bad_input_names_the_field_and_keeps_what_was_typed(learning, application, data, message):
    response = send(learning, application, **({"note": "By phone"} | data))
    assert (response.status_code, StageChange.objects.count()) == (422, 1)
    assert message in words(response)
    assert ("By phone" in words(response)) == ("note" not in data)


def test_any_day_before_is_taken_and_of_a_day_the_last_that_was_recorded_counts(learning, application):
    send(learning, application, stage="applied", on=TODAY - timedelta(days=400))
    assert "Saved" in page(learning, application).context["application"].stage_name
    send(learning, application, stage="screening", on=TODAY - timedelta(days=20))
    assert page(learning, application).context["application"].stage == "screening"


def pasted_today(learner):
    """An application with the stage that it begins with by itself, and none that somebody recorded."""
    row = make_application(learner)
    StageChange.objects.filter(application=row).delete()
    begin(row, at=timezone.now(), today=TODAY)
    return row


def recorded(row):
    return [(one.stage, (TODAY - one.on).days) for one in StageChange.objects.filter(application=row).order_by("pk")]


def test_what_happened_before_it_was_saved_here_is_where_it_stands(learning, learner):
    row = pasted_today(learner)
    send(learning, row, on=TODAY - timedelta(days=9))
    assert recorded(row) == [("saved", 9), ("applied", 9)]
    assert Application.objects.with_stage().get(pk=row.pk).stage == "applied"
    # Once it stands at something that was recorded, no day is moved any more.
    send(learning, row, on=TODAY - timedelta(days=12), stage="screening")
    assert recorded(row) == [("saved", 9), ("applied", 9), ("screening", 12)]


def test_a_day_that_is_put_right_to_before_it_was_saved_here_counts_too(learning, learner):
    row = pasted_today(learner)
    send(learning, row)
    change = StageChange.objects.latest("pk")
    edited = {"token": change.token, "seen": 1, "on": TODAY - timedelta(days=9)}
    assert send(learning, row, f"/applications/stages/{change.pk}/edit/", **edited).status_code == 302
    assert recorded(row) == [("saved", 9), ("applied", 9)]


def test_a_stage_of_today_that_somebody_recorded_stays_where_it_is(learning, learner):
    row = pasted_today(learner)
    send(learning, row, stage="screening")
    send(learning, row, stage="saved")
    send(learning, row, on=TODAY - timedelta(days=9))
    assert recorded(row) == [("saved", 0), ("screening", 0), ("saved", 0), ("applied", 9)]


def test_a_stage_of_an_application_that_went_to_the_bin_meanwhile_leads_to_the_bin(learning, application):
    verbs.put_in_bin(application, at=timezone.now())
    assert send(learning, application, note="By mail")["Location"] == "/bin/"
    assert StageChange.objects.get(stage="applied").note == "By mail"


def test_nobody_records_a_stage_of_somebody_elses_application(client, application, stranger):
    client.force_login(stranger)
    assert send(client, application).status_code == 422
    assert StageChange.objects.count() == 1
    assert page(client, application).status_code == 404


def test_a_visitor_signs_in_first(client, application):
    address = f"/applications/{application.pk}/stages/"
    assert page(client, application)["Location"] == f"/account/login/?next={address}"


def test_the_stages_of_an_application_in_the_bin_are_not_shown(learning, application):
    verbs.put_in_bin(application, at=NOW)
    assert page(learning, application).status_code == 404
    verbs.bring_back(application, at=NOW)
    assert len(page(learning, application).context["rows"]) == 1


def test_other_methods_are_refused(learning, application):
    assert learning.put(f"/applications/{application.pk}/stages/").status_code == 405


@pytest.mark.parametrize("number", [1, 3, 30])
def test_query_count(learning, application, number):
    for days in range(number):
        make_stage(application, on=TODAY - timedelta(days=days))
    page(learning, application)
    with CaptureQueriesContext(connection) as queries:
        assert page(learning, application).status_code == 200
    assert len(queries) == 5
