"""The page of the calendar: an address made once, what it tells, revoked, and the dates as a file."""

import re
import uuid
from datetime import timedelta

import icalendar
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import CalendarLink
from accounts.secret_links import hash_of
from keeping.dated import Kind
from tests.forms import forms_of
from tests.kit import at_once, unescaped
from tests.tpm_portal.calendar.test_feed import address, make_link, one_of_each
from tpm_portal.calendar import linking

PAGE = "/account/calendar/"
pytestmark = pytest.mark.django_db
ADDRESS = re.compile(r'id="calendar-address" value="([^"]*)"')


def form(page, act):
    """The first form of the page that is sent there."""
    where = f"{PAGE}{act}/"
    return next(one for one in forms_of(page, PAGE) if one.action == where)


def shown(client):
    """The address on the page, without the site; nothing if there is none."""
    found = ADDRESS.findall(client.get(PAGE).content.decode())
    return found[0].removeprefix("http://testserver") if found else ""


def test_a_visitor_signs_in_first(client):
    assert client.get(PAGE).url == f"/account/login/?next={PAGE}"
    for act in ("make", "kinds", "revoke"):
        assert client.post(f"{PAGE}{act}/", {}).url == f"/account/login/?next={PAGE}"
        assert client.get(f"{PAGE}{act}/").url == PAGE
    assert client.get(f"{PAGE}download/").url == f"/account/login/?next={PAGE}download/"


def test_the_address_is_made_with_what_it_tells_and_shown_again_and_is_not_kept_itself(learning, learner):
    page = learning.get(PAGE)
    sent = dict(form(page, "make").fields) | {"kinds": ["interview", "task"]}
    assert learning.post(f"{PAGE}make/", sent).url == PAGE
    link = CalendarLink.objects.get()
    assert shown(learning) == shown(learning) == address(link)
    assert (link.user, linking.kinds_of(link)) == (learner, [Kind.INTERVIEW, Kind.TASK])
    secret = linking.secret_in(link)
    assert len(secret) == 43
    assert link.secret_hash == hash_of(secret)
    assert secret not in str(CalendarLink.objects.values().get())


def test_the_same_form_sent_twice_makes_one_address_and_none_after_it_was_revoked(learning, learner):
    sent = dict(form(learning.get(PAGE), "make").fields) | {"kinds": ["interview"]}
    for said in ("Your address is ready.", "Your address was ready already."):
        assert said in unescaped(learning.post(f"{PAGE}make/", sent, follow=True))
    first = shown(learning)
    learning.post(f"{PAGE}revoke/", {"token": sent["token"]})
    assert "That address was revoked." in unescaped(learning.post(f"{PAGE}make/", sent, follow=True))
    assert (shown(learning), learning.get(first).status_code) == ("", 404)
    assert CalendarLink.objects.count() == 1


def test_revoked_twice_is_revoked_once_and_never_the_next_one(learning, learner):
    link = make_link(learner)
    old = {"token": str(link.token)}
    assert "Revoked. The old address leads nowhere now." in unescaped(learning.post(f"{PAGE}revoke/", old, follow=True))
    make_link(learner)
    assert "It was already revoked." in unescaped(learning.post(f"{PAGE}revoke/", old, follow=True))
    assert shown(learning) != ""


def test_a_new_address_takes_the_place_of_the_one_on_the_page_with_what_it_told(learning, learner):
    link = make_link(learner, kinds=["task"])
    page = learning.get(PAGE)
    sent = dict(form(page, "make").fields)
    assert sent["seen"] == str(link.token)
    learning.post(f"{PAGE}make/", sent)
    here = linking.link_of(learner)
    assert shown(learning) == address(here) != address(link)
    assert linking.kinds_of(here) == [Kind.TASK]
    # A page that was opened before that does not replace it unseen.
    late = sent | {"token": str(uuid.uuid4())}
    assert "You have an address already." in unescaped(learning.post(f"{PAGE}make/", late, follow=True))
    assert linking.link_of(learner) == here


@pytest.mark.django_db(transaction=True)
def test_eight_presses_at_once_make_one_address(learner):
    acts = [lambda number=number: make_link(learner, token=uuid.UUID(int=number)) for number in range(8)]
    results = at_once(*acts)
    assert [type(one).__name__ for one in results].count("AnotherInForceError") == 7
    assert CalendarLink.objects.count() == 1


def test_kinds_are_switched_and_saved_unchanged_nothing_changes(learning, learner):
    link = make_link(learner)
    sent = {"kinds": ["interview", "exam"], "seen": str(link.token)}
    for said in ("Saved. Calendar apps show it when they next look.", "Nothing had changed."):
        assert said in unescaped(learning.post(f"{PAGE}kinds/", sent, follow=True))
    assert linking.kinds_of(linking.link_of(learner)) == [Kind.INTERVIEW, Kind.EXAM]
    body = learning.get(PAGE).content.decode()
    ticked = re.findall(r'name="kinds" value="(\w+)" checked', body)
    assert ticked == ["interview", "exam"]


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ([], "Choose at least one kind of date."),
        (["birthday"], "One of these kinds is not known."),
        (["task\x00", "interview"], "One of these kinds is not known."),
        (["x" * 100_000], "One of these kinds is not known."),
    ],
)
@pytest.mark.parametrize("act", ["make", "kinds"])
def test_what_cannot_be_told_is_said_beside_the_kinds(learning, learner, act, kinds, said):
    if act == "kinds":
        make_link(learner, kinds=["task"])
    response = learning.post(f"{PAGE}{act}/", {"kinds": kinds, "token": str(uuid.uuid4())})
    assert response.status_code == 422
    assert said in unescaped(response)
    known = [kind for kind in kinds if kind in Kind.values]
    assert re.findall(r'name="kinds" value="(\w+)" checked', response.content.decode()) == known
    assert [linking.kinds_of(one) for one in CalendarLink.objects.all()] == ([[Kind.TASK]] if act == "kinds" else [])


@pytest.mark.parametrize("token", ["", "nonsense", "\x00", "9" * 5000])
def test_a_token_that_is_none_does_nothing(learning, learner, token):
    make_link(learner)
    here = address(linking.link_of(learner))
    assert learning.post(f"{PAGE}revoke/", {"token": token}).url == PAGE
    learning.post(f"{PAGE}make/", {"token": token, "seen": token, "kinds": ["task"]})
    assert shown(learning) == here


def test_a_strangers_address_is_not_touched(learning, stranger):
    theirs = make_link(stranger)
    learning.post(f"{PAGE}revoke/", {"token": str(theirs.token)})
    learning.post(f"{PAGE}make/", {"token": str(theirs.token), "seen": "", "kinds": ["task"]})
    assert linking.link_of(stranger) == theirs
    assert shown(learning) != address(theirs)


def test_where_only_this_computer_can_reach_it_the_page_says_so(learning, learner, settings):
    make_link(learner)
    settings.ALLOWED_HOSTS = ["localhost", "portal.example.org"]
    said = "This site runs only on this computer"
    there = [unescaped(learning.get(PAGE, headers={"host": host})) for host in ("localhost", "portal.example.org")]
    assert [said in page for page in there] == [True, False]
    assert "webcal://portal.example.org/account/calendar/" in there[1]


def test_an_address_of_another_key_of_the_site_still_works_and_is_not_shown(client, learning, learner, settings):
    link = make_link(learner)
    there = address(link)
    settings.SECRET_KEY = "another key of this site, which is long enough to be one of it"
    client.force_login(learner)
    page = client.get(PAGE)
    assert "was made with another key of this site" in unescaped(page)
    assert ADDRESS.findall(page.content.decode()) == []
    assert client.get(there).status_code == 200


def test_the_page_counts_what_it_tells(learning, learner):
    one_of_each(learner, timezone.localdate() + timedelta(days=3))
    body = unescaped(learning.get(PAGE))
    found = dict(re.findall(r'<span>([^<]*) <span class="quiet small">(none|\d+) now', body))
    assert found.pop("Follow-ups") == "3"
    assert found.pop("Target dates") == "2"
    assert found == {kind.label: "1" for kind in Kind if kind not in (Kind.FOLLOW_UP, Kind.TARGET)}
    assert "12 dates as of now" in body


def test_the_file_has_the_dates_that_the_address_tells(learning, learner):
    on = timezone.localdate() + timedelta(days=3)
    one_of_each(learner, on)
    response = learning.get(f"{PAGE}download/")
    assert response["Content-Disposition"] == 'attachment; filename="tpm-portal.ics"'
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert len(icalendar.Calendar.from_ical(response.content).walk("VEVENT")) == 12
    link = make_link(learner, kinds=["interview"])
    response = learning.get(f"{PAGE}download/")
    assert response.content == learning.get(address(link)).content
    assert len(icalendar.Calendar.from_ical(response.content).walk("VEVENT")) == 1


@pytest.mark.parametrize("number", [0, 1, 3])
def test_the_page_takes_as_many_queries_whatever_there_is(learning, learner, number):
    make_link(learner)
    for place in range(number):
        one_of_each(learner, timezone.localdate() + timedelta(days=3 + place))
    learning.get(PAGE)
    with CaptureQueriesContext(connection) as queries:
        assert learning.get(PAGE).status_code == 200
    assert len(queries) == 11


def test_withdrawn_addresses_do_not_pile_up(learner):
    for number in range(30):
        here = linking.link_of(learner)
        make_link(learner, seen=here and here.token, token=uuid.UUID(int=number))
    assert CalendarLink.objects.count() == linking.MOST_WITHDRAWN + 1
    assert linking.link_of(learner).token == uuid.UUID(int=29)
