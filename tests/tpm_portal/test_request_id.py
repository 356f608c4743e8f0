"""By its number whoever runs the site finds what was logged of a request that somebody met an error with."""

import http.client
import json
import logging
import re

import pytest
from django.conf import settings as site
from django.test import Client
from django.utils.module_loading import import_string

from tests.kit import text
from tests.site import Site
from tpm_portal import request_id
from tpm_portal.log_lines import where_it_broke
from tpm_portal.logs import FORMATS, to_the_console

MADE = re.compile(r"[0-9a-f]{16}")
SECRET = "Zanzibar"


@pytest.fixture
def lines(request):
    """What the site's own handler would write, as it is set up for a format."""
    setting = to_the_console(logging.INFO, written=request.param)
    written = []

    class Console(logging.Handler):
        def emit(self, record):
            written.append(self.format(record))

    handler = Console()
    handler.setFormatter(import_string(setting["formatters"]["line"]["()"])())
    for name in setting["handlers"]["console"]["filters"]:
        handler.addFilter(import_string(setting["filters"][name]["()"])())
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


@pytest.mark.parametrize(
    ("given", "behind_proxy", "kept"),
    [
        ("0af7651916cd43dd8448eb211c80319c", True, True),
        ("6f0e3f0c-7a0f-4b7e-9d53-0d7a5a0f2c11", True, True),
        # Anybody could say so.
        ("0af7651916cd43dd8448eb211c80319c", False, False),
        ("short", True, False),
        ("x" * 65, True, False),
        ("12345678\n2026-12-01 ERROR forged", True, False),
        ("12345678 <b>", True, False),
        ("first-one,second-one", True, False),
        ("", True, False),
    ],
)
def test_the_number_of_a_proxy_of_ours_is_taken_and_any_other_is_made(client, db, settings, given, behind_proxy, kept):
    settings.BEHIND_PROXY = behind_proxy
    answered = client.get("/healthz/", headers={"X-Request-ID": given})["X-Request-ID"]
    assert (answered == given) == kept
    assert kept or MADE.fullmatch(answered)


def test_every_answer_has_another_number(client, db):
    answers = [client.get(path) for path in ("/", "/", "/roadmap/", "/nothing/", "/healthz/", "/account/login/")]
    assert len({MADE.fullmatch(answer["X-Request-ID"])[0] for answer in answers}) == len(answers)


@pytest.mark.parametrize("lines", FORMATS, indirect=True)
def test_the_page_of_an_error_the_log_and_the_answer_say_the_same_number(db, monkeypatch, settings, lines):
    def broken(request):
        logging.getLogger("roadmap").warning("on the way")
        raise ValueError(SECRET)

    monkeypatch.setattr("tpm_portal.views.home.Overview", broken)
    settings.CONTACT = ("operator@example.org", "mailto:operator@example.org")
    response = Client(raise_request_exception=False).get(f"/?q={SECRET}")
    number = response["X-Request-ID"]
    assert response.status_code == 500
    assert f'<code class="error-number">{number}</code>' in text(response)
    assert '<a href="mailto:operator@example.org" rel="noopener">operator@example.org</a>' in text(response)
    assert [number in line for line in lines] == [True, True]
    assert [line for line in lines if SECRET in line] == []
    # Where it broke is still there.
    assert all(said in lines[-1] for said in ("ValueError", "in broken", "raise ValueError(SECRET)"))


@pytest.mark.parametrize("lines", ["json"], indirect=True)
def test_a_line_of_json_has_these_fields_and_no_other(client, db, lines):
    request_id.begin("0123456789abcdef")
    logging.getLogger("any.name").warning("two\nlines of %s", "“text”", extra={"request": SECRET, "user": SECRET})
    client.get("/nothing/")
    said = [json.loads(line) for line in lines]
    assert [one.keys() - {"time", "process"} for one in said] == [
        {"level", "logger", "message", "request_id"},
        {"level", "logger", "message", "request_id", "status"},
    ]
    assert ("\n" in lines[0], said[0]["message"], said[0]["request_id"]) == (
        False,
        "two\nlines of “text”",
        "0123456789abcdef",
    )
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", said[0]["time"])
    assert (said[1]["message"], said[1]["status"]) == ("Not Found: /nothing/", 404)


def test_errors_that_led_to_an_error_are_told_in_turn_without_what_they_quote():
    try:
        try:
            int(SECRET)
        except ValueError as error:
            raise KeyError(SECRET) from error
    except KeyError:
        try:
            None.nothing  # noqa: B018
        except AttributeError as last:
            said = where_it_broke(last)
    assert re.findall(r"^(\w+(?:Error|Exception)\b.*)$", said, re.MULTILINE) == [
        "ValueError",
        "KeyError",
        "AttributeError: 'NoneType' object has no attribute 'nothing'",
    ]
    assert SECRET not in said


class JsonSite(Site):
    def environment(self):
        return super().environment() | {"LOG_FORMAT": "json", "BEHIND_PROXY": "true"}


@pytest.mark.xdist_group("whole-site")
def test_the_whole_site_logs_json_with_the_number_of_the_proxy(tmp_path, migrated_beside):
    site = JsonSite(tmp_path, database_url=migrated_beside)
    site.start(prepare=False)
    try:
        connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=20)
        connection.request("POST", "/healthz/", headers={"X-Request-ID": "from-the-proxy-1"})
        with connection.getresponse() as answer:
            told = (answer.status, answer.headers["X-Request-ID"])
        connection.close()
    finally:
        site.stop()
    assert told == (405, "from-the-proxy-1")
    logged = [json.loads(line) for line in site.log.read_text().splitlines() if line.startswith("{")]
    assert [(one["message"], one["request_id"]) for one in logged if "/healthz/" in one["message"]] == [
        ("Method Not Allowed (POST): /healthz/", "from-the-proxy-1")
    ]


def test_the_setting_is_one_of_those_that_there_are():
    assert site.LOG_FORMAT in FORMATS
