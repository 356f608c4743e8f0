"""What comes in slowly, is too large, or does not say how long it is: it costs a connection and nobody else's page."""

import socket
import statistics
import time
import types
from contextlib import contextmanager

import psutil
import pytest
from django.contrib.auth.models import Permission
from django.db.models import Q
from django.test import Client
from django.urls import reverse

from curation.file_at_desk import all_files
from tests.factories.accounts import make_user
from tests.site import Browser, Site
from tpm_portal.receiving import BASE_SECONDS, FILE_BYTES, FOR_LEARNERS, FORM_BYTES, REFUSED, announced, may_send_file
from tpm_portal.rsgi import _environ

FORM = "Content-Type: application/x-www-form-urlencoded"
CLIENTS = 200


def request(method, path, *headers):
    return "\r\n".join([f"{method} {path} HTTP/1.1", "Host: localhost", *headers, "", ""]).encode()


def connect(site, content):
    connection = socket.create_connection(("127.0.0.1", site.port), timeout=60)
    connection.sendall(content)
    return connection


def answer(connection):
    """Status, headers and text of what comes back until the server has said it all; 0 if it only hangs up."""
    received = b""
    while b"</html>" not in received and (more := connection.recv(65536)):
        received += more
    head, _, body = received.decode().partition("\r\n\r\n")
    return int(head[9:12] or 0), head.lower(), body


@contextmanager
def many(site, content):
    connections = [connect(site, content) for _ in range(CLIENTS)]
    try:
        yield connections
    finally:
        for connection in connections:
            connection.close()


def seconds_of_healthz(site):
    """The best of three at once: what keeps the site from answering keeps all of them."""
    tries = []
    for _ in range(3):
        start = time.monotonic()
        assert Browser(site.port).status("/healthz/") == 200
        tries.append(time.monotonic() - start)
    return min(tries)


@pytest.fixture(scope="module")
def site(tmp_path_factory, seeded_beside):
    site = Site(tmp_path_factory.mktemp("site"), database_url=seeded_beside)
    site.start()
    # A new worker makes its first pages before anybody asks, see warming.py.
    calm, deadline = 0, time.monotonic() + 60
    while calm < 5 and time.monotonic() < deadline:
        calm = calm + 1 if seconds_of_healthz(site) < 0.05 else 0
    yield site
    site.stop()


@pytest.mark.xdist_group("whole-site")
def test_two_hundred_bodies_that_trickle_in_slow_nobody_down_and_are_given_up_in_words(site):
    workers = {worker.pid for worker in site.workers()}
    # With the cookie of the form, so that Django reads what is sent.
    content = request("POST", "/account/login/", FORM, "Content-Length: 1000", f"Cookie: csrftoken={'a' * 32}")
    with many(site, content) as connections:
        start, slowest = time.monotonic(), 0.0
        while time.monotonic() - start < BASE_SECONDS - 2:
            for connection in connections:
                connection.sendall(b"x")
            slowest = max(slowest, seconds_of_healthz(site))
            connections[0].settimeout(0.5)
            with pytest.raises(TimeoutError):  # nothing has come back yet; this also paces the loop
                connections[0].recv(1)
        assert slowest < 0.1
        connections[0].settimeout(60)
        answers = [answer(connection) for connection in connections]
    assert {status for status, _, _ in answers} == {408}
    assert all("what you typed is still in your browser" in body for _, _, body in answers)
    assert {worker.pid for worker in site.workers()} == workers


@pytest.mark.xdist_group("whole-site")
@pytest.mark.parametrize(
    "content",
    [
        b"POST /account/login/ HTTP/1.1\r\nHost: local",
        b"",
        b"PRI * HTTP/2.0\r\n",
        request("GET", "/healthz/"),
        # Nobody reads what comes back.
        request("GET", "/static/bootstrap/css/bootstrap.min.css") * 20,
    ],
    ids=["half a header", "nothing", "half of another protocol", "kept", "unread"],
)
def test_two_hundred_connections_that_do_nothing_slow_nobody_down(site, content):
    with many(site, content):
        moments = [seconds_of_healthz(site) for _ in range(20)]
    # What was asked for has to be made first.
    assert statistics.median(moments) < 0.1


@pytest.mark.xdist_group("whole-site")
@pytest.mark.parametrize(
    ("headers", "status", "words"),
    [
        (["Transfer-Encoding: chunked"], 411, "did not say how long it is"),
        ([f"Content-Length: {FORM_BYTES + 1}"], 413, "larger than this page takes"),
        ([f"Content-Length: {10**15}"], 413, "larger than this page takes"),
    ],
)
def test_what_is_refused_is_refused_in_words_before_a_byte_of_it_is_read(site, headers, status, words):
    # Whoever expects to be told to go on sends nothing before that.
    connection = connect(site, request("POST", "/account/login/", FORM, *headers, "Expect: 100-continue"))
    given, head, body = answer(connection)
    assert (given, words in body) == (status, True)
    assert "content-security-policy" in head
    connection.close()


@pytest.mark.xdist_group("whole-site")
def test_a_browser_that_sends_all_of_a_refused_file_still_reads_why_and_nothing_is_kept(site):
    before = [worker.memory_info().rss for worker in site.workers()]
    connection = connect(site, request("POST", "/account/login/", FORM, f"Content-Length: {2 * FILE_BYTES}"))
    for _ in range(2 * FILE_BYTES // 65536):
        connection.sendall(b"x" * 65536)
    connection.sendall(b"x" * (2 * FILE_BYTES % 65536))
    status, _, body = answer(connection)
    connection.close()
    assert (status, "larger than this page takes" in body) == (413, True)
    after = [worker.memory_info().rss for worker in site.workers()]
    assert all(now - then < FILE_BYTES for now, then in zip(after, before, strict=True))


@pytest.mark.xdist_group("whole-site")
def test_a_form_of_any_allowed_size_arrives_whole_and_one_cut_off_does_nothing(site):
    browser = Browser(site.port)
    browser.sign_up("whole@example.org")
    data = {"name": "n" * 80, "time_zone": "UTC", "theme": "dark", "rest": "é" * (FORM_BYTES // 6 - 1000)}
    assert browser.status("/account/preferences/", data) == 302
    assert browser.status("/account/preferences/") == 200
    assert "n" * 80 in browser.body
    cut = request(
        *(
            "POST",
            "/account/preferences/",
            FORM,
            "Content-Length: 1000",
            f"X-CSRFToken: {browser.cookies['csrftoken']}",
        ),
        "Cookie: " + "; ".join(f"{name}={value}" for name, value in browser.cookies.items()),
    )
    connect(site, cut + b"name=cut&time_zone=UTC&theme=dark").close()
    connect(site, cut.replace(b"Content-Length: 1000", b"Transfer-Encoding: chunked") + b"c\r\nname=cut&tim").close()
    assert [browser.status("/account/preferences/") for _ in range(4)] == [200] * 4
    assert "n" * 80 in browser.body


@pytest.mark.xdist_group("whole-site")
def test_a_killed_worker_is_replaced_while_bodies_are_coming_in(site):
    with many(site, request("POST", "/account/login/", FORM, "Content-Length: 1000")):
        killed = site.workers()[0]
        killed.kill()
        psutil.wait_procs([killed], timeout=10)
        deadline = time.monotonic() + 30
        while len(site.workers()) < 2:
            assert time.monotonic() < deadline
        assert [Browser(site.port).status("/healthz/") for _ in range(20)] == [200] * 20


BRING, LISTS, MANY = "/resumes/bring/", "/applications/lists/", "/applications/lists/postings/"
FROM = [f"/account/data/from/{page}/" for page in ("tracker", "anki", "linkedin")]


def test_only_who_may_load_a_table_may_send_a_file_and_only_there(db):
    files = all_files()
    assert len(files) > 30
    pages = [file.address("import") for file in files]
    one = make_user(is_staff=True)
    needed = Q()
    for name in files[0].needed:
        app, _, codename = name.partition(".")
        needed |= Q(content_type__app_label=app, codename=codename)
    one.user_permissions.set(Permission.objects.filter(needed))
    people = {
        "visitor": None,
        "learner": make_user(),
        "staff": make_user(is_staff=True),
        "one": one,
        "curator": make_user(is_staff=True, is_superuser=True),
    }
    allowed = {}
    for name, user in people.items():
        client = Client()
        if user:
            client.force_login(user)
        cookies = "; ".join(f"{key}={morsel.value}" for key, morsel in client.cookies.items())
        paths = [*pages, "/", "/admin/", reverse(files[0].desk.page_name("changelist")), "/account/login/", "/nothing/"]
        paths += [
            BRING,
            LISTS,
            MANY,
            *FROM,
            "/account/data/from/linkedin/read/",
            "/resumes/",
            "/resumes/bring/keep/",
            "/applications/lists/read/",
        ]
        allowed[name] = [
            path
            for path in paths
            if may_send_file({"REQUEST_METHOD": "POST", "PATH_INFO": path, "HTTP_COOKIE": cookies})
        ]
    # A learner's own file goes to a page that reads it, whoever the learner is.
    own = [BRING, LISTS, MANY, *FROM]
    assert allowed == {
        "visitor": [],
        "learner": own,
        "staff": own,
        "one": [*pages[:1], *own],
        "curator": [*pages, *own],
    }


def test_the_time_a_body_has_grows_with_what_it_announces():
    assert announced(None, None).length == 0
    assert announced("0", None).length == 0
    assert announced("0", None).seconds == 30
    assert announced("500000", None).seconds == 50
    assert announced("5", "chunked").length == -1


class Headers(list[tuple[str, str]]):
    def items(self):
        return self


def scope(*headers, path="/", host="h"):
    return types.SimpleNamespace(
        **{"method": "GET", "path": path, "query_string": "a=%C3%A9", "http_version": "1.1", "scheme": "http"},
        **{"server": "127.0.0.1:8000", "client": "[::1]:5", "authority": host, "headers": Headers(headers)},
    )


def test_a_request_is_told_to_django_as_wsgi_has_it():
    given = _environ(
        scope(
            *(("host", "localhost"), ("cookie", "a=1"), ("cookie", "b=2"), ("accept", "x"), ("accept", "y")),
            *(("content-type", "text/plain"), ("x-forwarded-proto", "http"), ("x_forwarded_proto", "https")),
            path="/é",
        )
    )
    assert {key: value for key, value in given.items() if key.startswith(("HTTP", "CONTENT", "PATH", "REMOTE"))} == {
        "HTTP_HOST": "localhost",
        "HTTP_COOKIE": "a=1; b=2",
        "HTTP_ACCEPT": "x,y",
        "CONTENT_TYPE": "text/plain",
        # A header with an underscore cannot pass for the one that a proxy sets.
        "HTTP_X_FORWARDED_PROTO": "http",
        "PATH_INFO": "/Ã©",
        "REMOTE_ADDR": "::1",
    }
    assert _environ(scope())["HTTP_HOST"] == "h"
    assert _environ(scope(("host", "a"), ("host", "b")))["HTTP_HOST"] == "a,b"


@pytest.mark.parametrize(
    ("path", "for_learners", "words"),
    [
        ("/account/data/bring/", False, "This page takes files of up to 32 MB."),
        ("/account/data/from/linkedin/", False, "This page takes files of up to 56 MB."),
        ("/resumes/bring/", True, "A file of this size can be brought once you have signed in: up to 8 MB."),
        ("/account/preferences/", False, "Go back, shorten it, and try again."),
    ],
)
def test_what_is_too_large_is_told_the_limit_of_the_page(client, path, for_learners, words):
    response = client.post(path, **{REFUSED: 413, FOR_LEARNERS: for_learners})
    assert words in response.content.decode()


@pytest.mark.parametrize("status", [408, 411, 413, 503])
def test_every_refusal_has_its_words_and_the_headers_of_every_page(client, status):
    response = client.post("/account/login/", **{REFUSED: status})
    assert response.status_code == status
    assert "Nothing was changed" in response.content.decode()
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
