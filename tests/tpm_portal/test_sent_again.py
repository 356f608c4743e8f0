"""Every form that makes something, sent again because its answer never arrived: once, and never with words lost."""

import re
import uuid
from collections import defaultdict
from datetime import timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, resolve
from django.utils import timezone

from accounts.models import Edition, User
from evidence.models import Evidence
from interviews.models import HelperLink
from keeping import verbs
from keeping.declaring import tables
from resumes.models import ReviewLink
from tests.forms import forms_of
from tests.tpm_portal.test_unchanged_forms import everything, learner, made, opened, patterns, world

__all__ = ["learner", "made", "opened", "world"]
# All pages are opened once for all of them: by one worker alone.
pytestmark = pytest.mark.xdist_group("sent-again")

# Where the learner of the world is: in UTC it may be tomorrow already.
TODAY = partial(timezone.localdate, timezone=ZoneInfo("America/Argentina/Buenos_Aires"))
# What is typed into each of them, by the name of the address it is sent to: enough to be taken in.
TYPED = {
    "add_piece": lambda: {"happened": "It went"},
    "capture": lambda: {"happened": "It went"},
    "add_project": lambda: {
        **{"title": "It went", "start_month": "1", "start_year": "2024", "end_month": "2", "end_year": "2025"},
        **{"part": "led"},
    },
    "add_position": lambda: {
        **{"employer": "It went", "title": "It went", "start_month": "1", "start_year": "2024", "running": "on"},
    },
    "add_background": lambda: {
        **{"title": "It went", "finished_on": "2024-03-31", "hours": "7", "earned_on": "2024-03-31", "units": "2"},
        **{"what": "It went", "number": "It went", "level": "bachelor"},
    },
    "add_asked": lambda: {"text": "It went"},
    "add_interview": lambda: {"company": "It went", "on": f"{TODAY() + timedelta(days=3):%Y-%m-%d}"},
    "add_story": lambda: {"headline": "It went", "situation": "It was late"},
    "add_telling": lambda: {"employer": "Initech", "note": "It went", "on": f"{TODAY():%Y-%m-%d}"},
    "mocks": lambda: {"seed": "It went"},
    "helper_links": lambda: {"name": "It went"},
    "add_bullet": lambda: {"text": "It went"},
    "add_mention": lambda: {"title": "It went"},
    "add_resume": lambda: {"name": "It went"},
    "review": lambda: {"name": "It went"},
    "add_application": lambda: {"title": "It went"},
    "add_requirement": lambda: {"quote": "It went"},
    "split": lambda: {"quote": "It went", "first": "The first of two"},
    "send": lambda: {"employer": "It went", "on": f"{TODAY():%Y-%m-%d}"},
    "add_round": lambda: {"company": "It went", "on": f"{TODAY() + timedelta(days=3):%Y-%m-%d}"},
    "add_person": lambda: {"name": "It went"},
    "add_offer": lambda: {"note": "It went", "base": "120,000", "currency": "USD"},
    "add_task": lambda: {"what": "It went"},
    "add_stage": lambda: {"stage": "offer", "note": "It went"},
    "add_view": lambda: {"name": "It went"},
}
LINKS = ("helper_links", "review")
# What these have made is not changed by a form.
STAYS = ("mocks", "send", *LINKS)
# What is said of an answer is one more review, see tests.interviews.practice.test_practice.
RATES = {"rate", "asked_rate", "mock_rate", "answer", "asked_answer"}
# Nothing is typed into these, see tests.applications.offers.test_offers, tests.applications.stages.test_board and
# tests.tpm_portal.calendar.test_page.
PRESSES = {"answer_offer", "move", "account_calendar_make", "account_calendar_withdraw"}


def makers(opened):
    """The forms of the site that make a row, each once: the name of where it is sent, and the form."""
    found = {}
    for _, address, page in opened:
        for form in forms_of(page, address):
            sent = dict(form.fields)
            name = resolve(form.action.partition("?")[0]).url_name
            if "token" in sent and sent.get("seen", "0") == "0" and name not in RATES | PRESSES:
                found.setdefault((form.action.partition("?")[0], name), form)
    return [(name, form) for (_, name), form in found.items()]


def chosen(form, page):
    """The first thing that is offered, where something must be chosen."""
    found = {}
    for name, options in re.findall(r'<select[^>]*name="(\w+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        values = [value for value in re.findall(r'<option value="([^"]*)"', options) if value]
        if values and not dict(form.fields).get(name):
            found[name] = values[0]
    return found


@pytest.fixture(scope="module")
def filled(opened):
    """Each form that makes a row, filled in: (name, form, what is sent, the field that is corrected)."""
    found, client = [], Client()
    client.force_login(User.objects.get(email="learner@example.org"))
    for name, form in makers(opened):
        assert name in TYPED, f"{name} makes something: say here what is typed into it."
        typed = {field: value for field, value in TYPED[name]().items() if field in form.typed}
        corrected = next(field for field, value in typed.items() if value == "It went")
        required = {"round_type", "credential", "holding"}
        typed |= {
            field: value
            for field, value in chosen(form, client.get(form.action).content.decode()).items()
            if field in required
        }
        found.append((name, form, form.data(form.buttons[-1], **typed), corrected))
    return found


def rows_by_token():
    """All own rows there are, in two dozen queries: to look for each token in each table would take them each time."""
    found = defaultdict(list)
    for table in tables().values():
        for row in table.objects.all():
            found[str(row.token)].append(row)
    return found


def row_of(data):
    """What the form made: a learner's own row, or a link for somebody who helps or reads."""
    rows = rows_by_token()[data["token"][0]]
    links = (link for table in (HelperLink, ReviewLink) for link in table.objects.filter(name__startswith="It went"))
    return rows[0] if rows else max(links, key=lambda link: link.made_at)


def all_but_marks():
    """All that is stored; a press that writes the same once more may mark its learner, whose pages are made anew."""
    return {model: rows for model, rows in everything().items() if model is not Edition}


def test_the_same_is_kept_once_and_other_words_are_never_lost(client, world, filled):
    adds = {name.rpartition(":")[2] for name, _ in patterns(get_resolver()) if ":add_" in name} - {"add_link"}
    assert adds <= {name for name, *_ in filled}
    for name, form, data, field in filled:
        first = client.post(form.action, data)
        assert first.status_code in (200, 302), name
        row, before = row_of(data), all_but_marks()
        again = client.post(form.action, data, follow=True).content.decode()
        assert all_but_marks() == before, name
        if name not in ("mocks", *LINKS):
            assert "It was already saved" in again, name
        answer = client.post(form.action, data | {field: "It went quite well"}, follow=True)
        row.refresh_from_db()
        document = row.document() if hasattr(row, "document") else {"name": row.name}
        if name == "mocks":
            # A run whose questions are drawn stays as it began; what was chosen is still there, for another one.
            assert (answer.status_code, row.seed) == (422, "It went")
            assert 'value="It went quite well"' in answer.content.decode()
            (again,) = [one for one in forms_of(answer, form.action) if "seed" in one.typed]
            assert client.post(again.action, again.data(again.buttons[-1])).status_code == 302
            assert type(row).objects.filter(seed="It went quite well").count() == 1
        elif name == "send":
            # What was sent stays as it was sent, and it says so.
            assert document[field] == "It went"
            assert "its copy stays as it was saved: It went, " in answer.content.decode()
            assert type(row).objects.filter(employer="It went quite well").count() == 0
        else:
            assert document[field] == "It went quite well", name
            assert "It was already saved" not in answer.content.decode(), name


def test_what_another_window_changed_is_not_replaced_without_saying_so(client, world, filled):
    for name, form, data, field in filled:
        client.post(form.action, data)
        row = row_of(data)
        if name in STAYS:
            continue
        verbs.change(row, values={field: "It went elsewhere"}, seen=1, at=timezone.now())
        answer = client.post(form.action, data | {field: "It went quite well"})
        row.refresh_from_db()
        assert (answer.status_code, row.document()[field]) == (422, "It went elsewhere"), name
        assert "was changed since" in answer.content.decode(), name
        (again,) = [one for one in forms_of(answer, form.action) if dict(one.fields).get("token") == data["token"][0]]
        assert dict(again.fields)[field] == "It went quite well", name
        client.post(again.action, again.data(again.buttons[-1]))
        row.refresh_from_db()
        assert row.document()[field] == "It went quite well", name


def test_what_is_in_the_bin_takes_the_correction_and_says_where_it_is(client, world, filled):
    for name, form, data, field in filled:
        client.post(form.action, data)
        row = row_of(data)
        if name in STAYS:
            continue
        verbs.put_in_bin(row, at=timezone.now())
        answer = client.post(form.action, data | {field: "It went quite well"}, follow=True)
        row.refresh_from_db()
        assert (row.document()[field], row.in_bin) == ("It went quite well", True), name
        assert "It was deleted earlier. Saved: " in answer.content.decode(), name


def test_a_form_whose_row_went_to_the_bin_meanwhile_keeps_what_was_typed(client, world, opened):
    looked_at, kept = set(), rows_by_token()
    for name, address, page in opened:
        for form in forms_of(page, address):
            sent = dict(form.fields)
            rows = kept.get(sent.get("token"))
            # Nobody deletes how they can be reached, nor how they follow up; duties have a test of their own.
            elsewhere = ("resumes:contact", "applications:habits", "applications:duties", "roadmap:aim")
            if not rows or sent.get("seen") == "0" or name in elsewhere:
                continue
            (row,) = rows
            texts = ("happened", "headline", "title", "text", "what", "quote", "note", "number", "name", "letter")
            own = next(one for one in texts if one in sent)
            with transaction.atomic():
                verbs.put_in_bin(row, at=timezone.now())
                answer = client.post(form.action, form.data(form.buttons[-1], **{own: "It went"}), follow=True)
                row.refresh_from_db()
                assert (row.document()[own], row.in_bin) == ("It went", True), address
                assert "It was deleted earlier. Saved: " in answer.content.decode(), address
                assert client.get(address).status_code == 404
                transaction.set_rollback(True)
            looked_at.add(name)
    assert {name for name, _ in patterns(get_resolver()) if "edit" in name} <= looked_at


def test_the_same_token_of_somebody_else_is_another_row(client, learner, stranger):
    data = {"token": uuid.uuid4(), "seen": 0, "happened": "It went", "on": "2026-05-01"}
    for user, happened in ((learner, "It went"), (stranger, "Theirs")):
        client.force_login(user)
        client.post("/evidence/add/", data | {"happened": happened})
    rows = Evidence.objects.filter(token=data["token"]).order_by("pk")
    assert [(row.user, row.happened) for row in rows] == [(learner, "It went"), (stranger, "Theirs")]
