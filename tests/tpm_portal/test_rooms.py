"""The bars and tabs: what is in them for whom, what appears with its first page, and where a page says it is."""

import re

from django.http import HttpResponse
from django.urls import NoReverseMatch, include, path, reverse

from tests.addresses import every_address, make_something_of_everything
from tpm_portal import urls
from tpm_portal.rooms import ROOMS, THUMB

DOING = ["Today", "Roadmap", "Evidence", "Resume", "Interviews", "Applications"]
READING = ["Credentials", "Skills", "Salaries", "Guide"]
# What is at the thumb beside rooms: an act by its address, a tab by its room and key.
PLACES = {"/evidence/add/": "Add something I did", ("interviews", "practice"): "Practice"}
CURRENT = re.compile(r"<a [^>]*aria-current=[^>]*>(.*?)</a>", re.DOTALL)


def first_page(request):
    return HttpResponse("A first page.")


def room_of_one_page(name):
    return path(f"{name}/", include(([path("", first_page, name=name)], name)))


# The site as it will be, with a first page in each room that is still to come.
urlpatterns = [room_of_one_page("plan"), *urls.urlpatterns]


def part(body, name):
    """A bar of the page, by its class."""
    found = re.findall(rf'<nav class="{name}[" ].*?</nav>', body, re.DOTALL)
    return found[0] if found else ""


def names(markup):
    return [re.sub(r"<[^>]*>", "", one).strip() for one in re.findall(r"<li[^>]*>(.*?)</li>", markup, re.DOTALL)]


def current(markup):
    return [re.sub(r"<[^>]*>", "", one).strip() for one in CURRENT.findall(markup)]


def test_visitors_have_one_bar_of_what_there_is_to_read_and_where_they_record(client, seeded):
    body = client.get("/").content.decode()
    reading = ["Roadmap", "Credentials", "Skills", "Interviews", "Salaries", "Guide"]
    assert names(part(body, "site-nav")) == [*reading, "Evidence", "Resume", "Applications"]
    assert names(part(body, "rooms")) == [*names(part(body, "site-nav")), "Sign in"]
    assert part(body, "thumb") == ""


def test_a_learner_has_what_is_done_in_the_bar_and_what_is_read_set_apart(learning, seeded):
    body = learning.get("/").content.decode()
    assert names(part(body, "site-nav")) == [*DOING, "Explore", "Add something I did"]
    assert names(part(body, "thumb")) == ["Today", "Roadmap", "Add something I did", "Practice", "Jobs", "More"]
    assert names(part(body, "rooms")) == ["Evidence", "Resume", "Interviews", *READING]


def test_a_room_appears_with_its_first_page(learning, seeded, settings):
    settings.ROOT_URLCONF = __name__
    body = learning.get("/").content.decode()
    assert names(part(body, "site-nav")) == [*DOING, "Plan", "Explore", "Add something I did"]
    assert names(part(body, "thumb")) == ["Today", "Roadmap", "Add something I did", "Practice", "Jobs", "More"]
    assert names(part(body, "rooms")) == ["Evidence", "Resume", "Interviews", "Plan", *READING]
    assert 'href="/applications/"' in part(body, "site-nav")
    visitors = [room.name for room in ROOMS if room.own]
    learning.logout()
    assert not set(visitors) & set(names(part(learning.get("/").content.decode(), "site-nav")))


def test_every_tab_of_a_room_that_is_there_leads_somewhere():
    there = set()
    for room in ROOMS:
        try:
            reverse(room.at)
        except NoReverseMatch:
            continue
        there.add(room.name)
        assert all(reverse(tab.at) for tab in room.tabs)
    assert there == {*DOING, *READING}
    assert all(reverse(place.at) for place in THUMB if not isinstance(place, str))


def test_every_page_of_a_learner_says_once_where_it_is_and_never_wrongly(learning, learner, seeded):
    rooms = {room.key: room.name for room in ROOMS}
    # At the thumb there is room for one short word.
    short = {room.name: room.short for room in ROOMS if room.short}
    seen, wrong = set(), []
    for address in every_address(make_something_of_everything(learner)):
        response = learning.get(address)
        body = response.content.decode() if response.get("Content-Type", "").startswith("text/html") else ""
        if response.status_code != 200 or 'class="site-nav' not in body or address.startswith("/admin/"):
            continue
        section, tab = (response.context.get(name) for name in ("section", "tab"))
        seen.add(section)
        expected = [rooms[section]] if section in rooms else []
        place = PLACES.get(address) or PLACES.get((section, tab))
        at_thumb = [place] if place else [short.get(name, name) for name in expected]
        rest = [] if place else current(part(body, "rooms"))
        reading = [name for name in rest if name in READING]
        if current(part(body, "site-nav")) + reading != expected:
            wrong.append((address, "wide"))
        if current(part(body, "thumb")) + current(part(body, "rooms")) != at_thumb:
            wrong.append((address, "phone"))
        if body.count(" is-here") + body.count('"is-here"') != len(rest) + len(reading):
            wrong.append((address, "menu"))
        if len(current(part(body, "tabs"))) != (1 if part(body, "tabs") else 0):
            wrong.append((address, "tabs"))
    assert wrong == []
    assert seen - {None} == {"account", *(room.key for room in ROOMS if room.name in (*DOING, *READING))}


def test_a_room_has_one_line_of_tabs_and_marks_the_one_of_the_page(learning, seeded):
    body = part(learning.get("/evidence/projects/").content.decode(), "tabs")
    assert names(body) == ["What I did", "Projects", "Jobs", "Skills", "Background", "Am I eligible?", "Deleted"]
    assert current(body) == ["Projects"]
    body = part(learning.get("/interviews/").content.decode(), "tabs")
    own = ["Practice", "My questions", "Interview dates", "Mock interview", "Stories"]
    assert names(body) == ["Question bank", *own]
    assert current(body) == ["Question bank"]


def test_tabs_of_what_is_for_reading_are_everybodys(client, seeded):
    body = part(client.get("/guide/roles/project-coordinator/").content.decode(), "tabs")
    assert names(body) == ["Overview", "What a TPM is", "Technical or general", "Roles", "Job market"]
    assert current(body) == ["Roles"]
    body = part(client.get("/salaries/compare/").content.decode(), "tabs")
    assert names(body) == ["Figures", "My number", "Compare", "Why they differ", "Data"]
    assert current(body) == ["Compare"]


def test_visitors_see_the_tabs_of_what_begins_with_a_press_and_no_bin(client, seeded):
    own = ["Practice", "My questions", "Interview dates", "Mock interview", "Stories"]
    assert names(part(client.get("/interviews/").content.decode(), "tabs")) == ["Question bank", *own]
    tabs = part(client.get("/evidence/background/").content.decode(), "tabs")
    assert names(tabs) == ["What I did", "Projects", "Jobs", "Skills", "Background", "Am I eligible?"]
