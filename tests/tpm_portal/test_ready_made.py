"""Public pages are made once and sent to everybody; nobody's own page is, and no stale one after a curator's save."""

import gzip
import re
from pathlib import Path

import brotli
import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from keeping.ceilings import learners_tables
from keeping.tokens import fresh_token
from roadmap.models import Step
from tests.addresses import every_address, make_something_of_everything
from tests.factories.accounts import make_user
from tpm_portal import ready_made

pytestmark = pytest.mark.django_db
# Of the rooms whose content is public, what no public page is made of.
NOT_SHOWN = {
    *("curation_batch", "curation_change", "curation_draft", "curation_importdraft", "curation_seedrecord"),
    *("curation_edition",),
}
ROOMS = ("curation", "evidence", "salaries", "roadmap", "interviews")


@pytest.fixture(autouse=True)
def nothing_kept_yet():
    ready_made.PAGES.__init__(ready_made.MOST_BYTES)


def counted(client, address, **headers):
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address, headers=headers)
    return response, len(queries)


def test_every_table_of_the_content_marks_the_pages_anew():
    shown = {
        model._meta.db_table
        for room in ROOMS
        for model in apps.get_app_config(room).get_models(include_auto_created=True)
        if not model._meta.proxy and model not in learners_tables() and not hasattr(model, "user")
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'curation_marks_public'")
        marking = {name for (name,) in cursor.fetchall()}
    assert marking == shown - NOT_SHOWN


def test_a_page_is_made_once_and_then_sent_as_it_is(seeded, client):
    first, made = counted(client, "/roadmap/")
    again, asked = counted(client, "/roadmap/")
    assert made > 0
    assert asked == 0
    assert again.content == first.content
    assert again.headers["ETag"] == first.headers["ETag"]
    assert not again.cookies
    assert again.headers["Cache-Control"] == ready_made.CACHE_CONTROL
    assert {"Cookie", "Accept-Encoding"} <= set(again.headers["Vary"].split(", "))
    assert "Content-Security-Policy" in again.headers


def test_who_has_it_gets_nothing_more(seeded, client):
    first = client.get("/roadmap/")
    again = client.get("/roadmap/", headers={"if-none-match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


@pytest.mark.parametrize(
    ("accepted", "opened"), [("br, gzip", brotli.decompress), ("gzip", gzip.decompress), ("identity", bytes)]
)
def test_each_browser_gets_it_as_it_can_read_it(seeded, client, accepted, opened):
    plain = client.get("/roadmap/").content
    for _ in range(2):
        response = client.get("/roadmap/", headers={"accept-encoding": accepted})
        assert opened(response.content) == plain
        assert response.headers["Content-Length"] == str(len(response.content))


def test_the_head_is_sent_without_a_body_and_keeps_nothing(seeded, client):
    assert client.head("/roadmap/").content == b""
    assert len(ready_made.PAGES) == 0
    whole = client.get("/roadmap/")
    head = client.head("/roadmap/")
    assert (head.content, head.headers["ETag"]) == (b"", whole.headers["ETag"])


def test_colors_and_what_is_asked_for_have_pages_of_their_own(seeded, client):
    bright = client.get("/interviews/").content
    client.cookies["theme"] = "dark"
    dark = client.get("/interviews/").content
    assert b'data-theme="dark"' in dark
    assert b'data-theme="dark"' not in bright
    assert client.get("/interviews/?q=risk").content != dark
    assert client.get("/interviews/").content == dark
    del client.cookies["theme"]
    assert client.get("/interviews/").content == bright


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("/?q=" + "a" * 2_000, {}),
        ("/", {"Cookie": "theme=" + "a" * 2_000}),
        ("/", {"HX-Target": "a" * 2_000}),
        ("/", {"X-Forwarded-Proto": "a" * 2_000}),
    ],
)
def test_nobody_fills_the_memory_with_what_they_ask_with(seeded, client, address, headers):
    assert client.get(address, headers=headers).status_code == 200
    assert len(ready_made.PAGES) == 0


# What says itself that it is nobody else's: rows behind a link and a curator's preview.
OF_ONE = ("/interviews/help/", "/resumes/review/", "/about-the-data/preview/", "/mail/w/")


def test_rooms_are_made_once_for_all_who_look_at_them_as_nobody(seeded, client):
    addresses = dict.fromkeys(every_address(make_something_of_everything(make_user())))
    anew, kept = [], 0
    for address in addresses:
        first = client.get(address)
        if first.status_code != 200 or not first.headers["Content-Type"].startswith("text/html"):
            continue
        again, asked = counted(client, address)
        kept += not asked
        if asked or again.content != first.content:
            anew.append(address)
    assert [address for address in anew if not address.startswith(OF_ONE)] == []
    assert kept > 80


def test_a_room_is_kept_by_no_cache_that_others_share_and_shows_a_learner_their_own(seeded, client, learner):
    client.get("/evidence/projects/")
    again, asked = counted(client, "/evidence/projects/")
    assert (asked, again.headers["Cache-Control"]) == (0, "private, no-store")
    client.force_login(learner)
    own = client.get("/evidence/projects/")
    assert learner.get_short_name() in own.content.decode()
    assert learner.get_short_name() not in Client().get("/evidence/projects/").content.decode()


def test_a_page_that_was_given_a_token_is_not_kept(seeded, client, monkeypatch):
    monkeypatch.setattr("keeping.forms.new_token", lambda user: fresh_token())
    first, again = client.get("/evidence/add/"), client.get("/evidence/add/")
    assert first.status_code == 200
    assert first.content != again.content


def test_a_change_shows_at_once(seeded, client):
    step = Step.objects.get(number=1)
    assert step.title in client.get("/roadmap/").content.decode()
    Step.objects.filter(pk=step.pk).update(title="Get your papers")
    assert "Get your papers" in client.get("/roadmap/").content.decode()
    # Taken back with the transaction it was in.
    Step.objects.filter(pk=step.pk).update(title=step.title)
    assert "Get your papers" not in client.get("/roadmap/").content.decode()


def test_a_page_is_as_old_as_a_minute_at_most(seeded, client, monkeypatch):
    client.get("/roadmap/")
    assert counted(client, "/roadmap/")[1] == 0
    now = ready_made.time.monotonic() + ready_made.SECONDS
    monkeypatch.setattr(ready_made.time, "monotonic", lambda: now)
    assert counted(client, "/roadmap/")[1] > 0


@pytest.mark.parametrize("cookie", sorted(ready_made.OWN_COOKIES))
def test_whoever_has_something_here_gets_a_page_of_their_own(seeded, client, cookie):
    client.get("/roadmap/")
    client.cookies[cookie] = "value"
    response, asked = counted(client, "/roadmap/")
    assert asked > 0
    assert response.headers.get("Cache-Control") != ready_made.CACHE_CONTROL


def test_cookies_of_others_change_nothing(seeded, client):
    client.get("/roadmap/")
    client.cookies["of_a_proxy"] = "value"
    assert counted(client, "/roadmap/")[1] == 0


def test_every_cookie_of_ours_is_known_here():
    """Where one is set, it changes no page of a visitor, or its name stands in ``OWN_COOKIES`` or in the key."""
    root = Path(ready_made.__file__).parent.parent
    setting = {
        str(file.relative_to(root))
        for app in apps.get_app_configs()
        if Path(app.path).parent == root
        for file in Path(app.path).rglob("*.py")
        if re.search(r"\bset_(signed_)?cookie\(", file.read_text())
    }
    assert setting == {
        "accounts/known_browser.py",  # that somebody signed in here once; read when they sign in again
        "accounts/nameless.py",  # the first press, read by the POST that it belongs to
        "accounts/views.py",  # the colors
        "tpm_portal/doors/typed_before.py",
        "tpm_portal/replicas/middleware.py",  # where a page is read, and not what it says
    }


def test_a_database_that_is_away_is_said_as_ever(seeded, client, monkeypatch):
    client.get("/roadmap/")
    monkeypatch.setattr(ready_made, "EDITION", "SELECT away")
    assert ready_made._edition() is None


def test_every_page_that_is_kept_is_the_same_when_it_is_made_again(seeded):
    """No token, no hour, nothing drawn by lot: two visitors are told the same, and each form of theirs is a new one."""
    user = make_user("somebody@example.org")
    kept = set()
    for address in every_address(make_something_of_everything(user)):
        if address.startswith(("/admin/", "/account/")):
            continue
        response = Client().get(address)
        if response.headers.get("Cache-Control") == ready_made.CACHE_CONTROL:
            kept.add(address)
            ready_made.PAGES.__init__(ready_made.MOST_BYTES)
            assert Client().get(address).content == response.content, address
    assert len(kept) > 20
