"""From a door through the sign-up to a yes: what was typed becomes rows, once, or nothing at all."""

import re
from datetime import date, timedelta
from decimal import Decimal
from urllib.parse import urlencode

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.utils import timezone

from accounts.models import User
from evidence.models import Education, HeldCredential, Project, Training
from interviews.models import Interview
from keeping.models import Event
from tests.factories.accounts import PASSWORD
from tests.factories.interviews import make_category, make_round
from tests.kit import seen, text
from tpm_portal.doors import typed_before
from tpm_portal.doors.carrying import KEY

pytestmark = pytest.mark.django_db
KEEP = "/start/keep/"
ABOUT_ME = {
    **{"credential": "pmp-capm", "degree": "bachelor", "hours": "20", "agile_hours": "", "holding": "capm"},
    **{"p1-from_month": 3, "p1-from_year": 2022, "p1-to_month": 1, "p1-to_year": 2023},
    **{"p2-from_month": 9, "p2-from_year": 2025, "p2-how": "agile"},
}
YES = {
    **{f"keep-{row}": "on" for row in ("project-1", "project-2", "education", "hours", "held-capm")},
    **{"project-1-title": "Billing system migration", "project-1-kind": "job"},
    **{"project-2-title": "New archive", "project-2-kind": "volunteer"},
    **{"education-title": "BSc in physics", "education-finished_on": "2015-06-30"},
    **{"hours-title": "The basics", "hours-finished_on": "2024-05-31"},
    **{"held-capm-earned_on": "2024-06-15", "held-capm-expires_on": ""},
}


@pytest.fixture
def kind():
    return make_round(make_category(), name="Peer round")


def bring(client, door, **said):
    return client.post(f"/start/{door}/keep/", {"told": urlencode(said)})


def bring_interview(client, kind, on=None):
    return bring(client, "interview", on=on or timezone.localdate() + timedelta(days=2), round=kind.slug)


def rows():
    return [list(model.objects.all()) for model in (Interview, Project, Education, Training, HeldCredential)]


def test_what_was_typed_becomes_rows_after_the_sign_up_and_a_yes(client, seeded, kind):
    brought = [bring_interview(client, kind), bring(client, "eligible", **ABOUT_ME)]
    assert [response["Location"] for response in brought] == [f"/account/signup/?next={KEEP}"] * 2
    signed_up = client.post("/account/signup/", {"email": "new@example.org", "password1": PASSWORD, "next": KEEP})
    assert signed_up["Location"] == KEEP
    body = seen(client.get(KEEP))
    on = timezone.localdate() + timedelta(days=2)
    for words in (
        f"An interview on {on:%A, %B %-d}: Peer round",
        "A project you led, Mar 2022 to Jan 2023",
        "A project you led, Sep 2025 to today",
        "Your highest degree: bachelor's degree",
        "20 hours of training in project management",
        "You hold the Certified Associate in Project Management (CAPM)",
    ):
        assert words in body
    assert rows() == [[], [], [], [], []]
    assert "You typed something before you signed up" in seen(client.get("/"))
    said = client.post(KEEP, YES | {"keep-interview": "on", "interview-company": "Acme"}, follow=True)
    assert "Saved: Acme" in seen(said)
    user = User.objects.get()
    (interview,), projects, (degree,), (course,), (held,) = rows()
    assert (interview.user, interview.company, interview.on, interview.round_type) == (user, "Acme", on, kind)
    assert interview.minutes_per_day == 30
    first, second = sorted(projects, key=lambda project: project.starts_on)
    assert (first.title, first.starts_on, first.ends_on) == (
        "Billing system migration",
        date(2022, 3, 1),
        date(2023, 1, 31),
    )
    assert (first.part, first.approach, first.professional, first.exact) == ("led", "", True, False)
    assert (second.title, second.starts_on, second.ends_on, second.approach, second.kind) == (
        "New archive",
        date(2025, 9, 1),
        None,
        "agile",
        "volunteer",
    )
    assert (degree.level, degree.title, degree.finished_on) == ("bachelor", "BSc in physics", date(2015, 6, 30))
    assert (course.kind, course.hours, course.title) == ("pm_education", Decimal(20), "The basics")
    assert (held.credential.slug, held.earned_on, held.expires_on) == ("capm", date(2024, 6, 15), None)
    assert Event.objects.filter(user=user, act="added").count() == 6
    assert "You typed something" not in seen(client.get("/"))
    assert "Nothing is waiting" in seen(client.get(KEEP))


def test_a_yes_whose_answer_never_arrived_is_sent_again_and_keeps_everything_once(learning, seeded, kind):
    bring_interview(learning, kind)
    bring(learning, "eligible", **ABOUT_ME)
    waiting = learning.session[KEY]
    yes = YES | {"keep-interview": "on", "interview-company": "Acme"}
    for _ in range(2):
        assert learning.post(KEEP, yes)["Location"] == "/"
        # The session of a browser that never got the answer.
        session = learning.session
        session[KEY] = waiting
        session.save()
    assert [len(found) for found in rows()] == [1, 2, 1, 1, 1]
    # Other words are a change of the same rows.
    learning.post(KEEP, yes | {"interview-company": "Acme Limited"})
    assert [row.company for row in Interview.objects.all()] == ["Acme Limited"]
    learning.post(KEEP, yes)
    assert learning.get(KEEP).status_code == 200
    assert Interview.objects.count() == 1


def test_only_what_is_ticked_is_saved(learning, seeded, kind):
    bring_interview(learning, kind)
    bring(learning, "eligible", **ABOUT_ME)
    assert learning.post(KEEP, {name: value for name, value in YES.items() if name != "keep-hours"}).status_code == 302
    assert [len(found) for found in rows()] == [0, 2, 1, 0, 1]
    assert KEY not in learning.session


def test_nothing_ticked_saves_nothing_and_says_so(learning, kind):
    bring_interview(learning, kind)
    said = learning.post(KEEP, {"interview-company": "Acme"}, follow=True)
    assert "Nothing was saved, and what you typed is gone." in seen(said)
    assert (Interview.objects.count(), KEY in learning.session) == (0, False)


def test_one_wrong_field_saves_nothing_at_all_and_what_was_typed_stays(learning, seeded, kind):
    bring_interview(learning, kind)
    bring(learning, "eligible", **ABOUT_ME)
    page = learning.post(KEEP, YES | {"keep-interview": "on", "interview-company": ""})
    assert page.status_code == 422
    assert "Name the company, or write who it is with." in text(page)
    assert 'value="Billing system migration"' in text(page)
    assert "Nothing is saved yet." in text(page)
    assert rows() == [[], [], [], [], []]
    assert KEY in learning.session
    for name, value in (("project-1-title", "\x00"), ("education-finished_on", "soon"), ("project-1-kind", "party")):
        assert learning.post(KEEP, YES | {name: value}).status_code == 422
    assert rows() == [[], [], [], [], []]


def test_what_is_not_wanted_may_be_wrong(learning, kind):
    bring_interview(learning, kind)
    assert learning.post(KEEP, {"interview-company": "\x00"}).status_code == 302


def test_no_to_all_of_it_lets_go_of_it(learning, kind):
    bring_interview(learning, kind)
    said = learning.post("/start/keep/discard/", follow=True)
    assert "Gone: nothing of what you typed was saved." in seen(said)
    assert (Interview.objects.count(), KEY in learning.session) == (0, False)
    assert learning.post("/start/keep/discard/")["Location"] == "/"


def test_a_day_that_is_past_by_now_is_not_offered(learning, kind, clock):
    clock(2026, 12, 1, 12)
    bring_interview(learning, kind, on=date(2026, 12, 2))
    clock(2026, 12, 5, 12)
    assert "There is nothing left to save" in seen(learning.get(KEEP))
    assert learning.post("/start/keep/discard/")["Location"] == "/"
    assert "Nothing is waiting" in seen(learning.get(KEEP))


def test_through_a_sign_up_that_confirms_the_address(client, kind, settings):
    settings.MAIL_CONFIGURED, settings.ACCOUNT_EMAIL_VERIFICATION = True, "mandatory"
    bring_interview(client, kind)
    sent = client.post("/account/signup/", {"email": "new@example.org", "password1": PASSWORD, "next": KEEP})
    assert sent["Location"] == "/account/confirm-email/"
    link = re.search(r"/account/confirm-email/\S+/", mail.outbox[0].body).group()
    client.post(link)
    assert client.get(KEEP)["Location"] == f"/account/login/?next={KEEP}"
    client.post("/account/login/", {"login": "new@example.org", "password": PASSWORD})
    assert "You typed something before you signed up" in seen(client.get("/"))
    client.post(KEEP, {"keep-interview": "on", "interview-company": "Acme"})
    assert Interview.objects.get().company == "Acme"


def test_it_is_gone_with_the_session_of_whoever_signs_out(client, learner, kind):
    bring_interview(client, kind)
    client.force_login(learner)
    client.post("/account/logout/")
    client.force_login(learner)
    assert "Nothing is waiting" in seen(client.get(KEEP))


def test_brought_again_it_takes_the_place_of_what_was_brought_before(learning, kind):
    bring_interview(learning, kind)
    first = learning.session[KEY]
    assert bring_interview(learning, kind)["Location"] == KEEP
    assert learning.session[KEY] == first
    bring_interview(learning, kind, on=timezone.localdate())
    assert learning.session[KEY]["token"] != first["token"]
    assert list(learning.session[KEY]["doors"]) == ["interview"]


@pytest.mark.parametrize("told", ["", "on=soon", "on=\x00", "on=2020-01-01&round=peer", "x=" + "y" * 3000])
@pytest.mark.parametrize("door", ["interview", "eligible"])
def test_what_a_door_would_not_take_is_not_carried(client, seeded, door, told):
    if door == "eligible" and "\x00" not in told:
        told += "&degree=doctor"
    response = client.post(f"/start/{door}/keep/", {"told": told})
    assert response["Location"].startswith(f"/start/{door}/")
    assert KEY not in client.session


def test_visitors_are_asked_nothing_and_reading_brings_nothing(client, kind):
    assert client.get(KEEP)["Location"] == f"/account/login/?next={KEEP}"
    assert client.get("/start/interview/keep/").status_code == 405
    assert client.post("/start/keep/discard/")["Location"] == f"/account/login/?next={KEEP}"


@pytest.mark.parametrize("number", [1, 3])
def test_query_count_of_the_question(learning, seeded, django_assert_num_queries, number):
    said = {
        f"p{n}-{name}": value for n in range(1, number + 1) for name, value in (("from_month", 3), ("from_year", 2022))
    }
    bring(learning, "eligible", credential="pmp-capm", **said)
    with django_assert_num_queries(5):
        assert seen(learning.get(KEEP)).count("A project you led") == number


def test_what_the_other_doors_were_told_goes_along_although_nobody_saved_it_there(client, learner, seeded, kind):
    on = timezone.localdate() + timedelta(days=2)
    client.get("/start/interview/?" + urlencode({"on": on, "round": kind.slug}))
    client.post("/start/pay/", {"where": "Texas", "role": "13-1082", "amount": "92k"})
    page = client.get("/start/eligible/?" + urlencode(ABOUT_ME))
    assert "With it goes what you told “I have an interview” and “What would I earn?”." in seen(page)
    assert Session.objects.count() == 0
    bring(client, "eligible", **ABOUT_ME)
    assert client.cookies["typed"].value == ""
    client.force_login(learner)
    body = seen(client.get(KEEP))
    for words in (f"An interview on {on:%A, %B %-d}", "A project you led", "Your number: $92,000 a year"):
        assert words in body


def test_what_is_held_goes_to_the_doors_alone_and_is_taken_from_nobody_else(client, kind, settings):
    settings.SESSION_COOKIE_SECURE = True
    asked = "/start/interview/?" + urlencode({"on": timezone.localdate(), "round": kind.slug})
    client.get(asked)
    held = client.cookies["typed"]
    assert (held["path"], held["httponly"], held["secure"], held["samesite"]) == ("/start/", True, True, "Lax")
    assert held["max-age"] == 2 * 60 * 60
    client.cookies["typed"] = held.value[:-1] + ("a" if held.value[-1] != "a" else "b")
    assert "With it goes" not in seen(client.get("/start/eligible/?" + urlencode(ABOUT_ME)))


def test_of_more_than_a_cookie_holds_the_newest_stays(client, seeded, kind, monkeypatch):
    client.get("/start/eligible/?" + urlencode(ABOUT_ME))
    monkeypatch.setattr(typed_before, "LARGEST", len(client.cookies["typed"].value) + 20)
    client.post("/start/pay/", {"where": "Texas", "role": "13-1082", "amount": "92k"})
    asked = "/start/interview/?" + urlencode({"on": timezone.localdate(), "round": kind.slug})
    assert "With it goes what you told “What would I earn?”." in seen(client.get(asked))
