"""The document on safety names every requirement once, and only tests that there are; and what it says of the whole."""

import ast
import re
from importlib.metadata import requires
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from tests.factories.curation import make_source

ROOT = Path(__file__).parent.parent
DOCUMENT = (ROOT / "docs" / "security.md").read_text()
LINES = [
    [cell.strip() for cell in line.strip("| ").split(" | ")]
    for line in DOCUMENT.splitlines()
    if re.match(r"\| \d", line)
]
# How many requirements of level 1 and 2 there are in each section of ASVS 5.0.0; those of level 3 come after them.
ASVS = {
    **{"1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1},
    **{"3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4},
    **{"5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3, "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4},
    **{"7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2, "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1},
    **{"9.1": 3, "9.2": 4, "10.1": 2, "10.2": 2, "10.3": 4, "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3},
    **{"11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1, "12.1": 3, "12.2": 2, "12.3": 4},
    **{"13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5, "14.1": 2, "14.2": 4, "14.3": 3, "15.1": 3, "15.2": 3, "15.3": 7},
    **{"16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3, "17.1": 1, "17.2": 4, "17.3": 2},
}
TEST = re.compile(r"`([\w/]+\.py)::(\w+)`")


def test_every_requirement_stands_there_once():
    numbers = [number for line in LINES for number in line[0].split(", ")]
    assert sorted(numbers) == sorted(
        f"{section}.{number}" for section, most in ASVS.items() for number in range(1, most + 1)
    )
    assert f"all {len(numbers)} requirements" in DOCUMENT


def test_each_is_held_by_tests_or_says_why_not():
    assert {line[2] for line in LINES} == {"met", "said", "not here", "open"}
    assert [line[0] for line in LINES if line[2] == "met" and not TEST.search(line[3])] == []
    assert [line[0] for line in LINES if line[2] != "met" and len(line[3]) < 6] == []


def test_every_test_that_is_named_is_there():
    named = set(TEST.findall(DOCUMENT))
    there = {
        (path, node.name)
        for path in {path for path, _ in named}
        if (ROOT / "tests" / path).exists()
        for node in ast.parse((ROOT / "tests" / path).read_text()).body
        if isinstance(node, ast.FunctionDef)
    }
    assert sorted(named - there) == []


def code():
    for app in ROOT.glob("*/apps.py"):
        for path in app.parent.rglob("*.py"):
            yield path, path.read_text()


def test_no_weak_hash_is_used():
    """In SQL md5 makes a number of a text, and guards nothing."""
    weak = re.compile(r"hashlib\.(?:md5|sha1)|hashlib import [^\n]*(?:md5|sha1)|salted_hmac\((?![^\n]*sha256)")
    files = dict(code())
    assert len(files) > 300
    assert [str(path) for path, text in files.items() if weak.search(text)] == []


def test_passwords_are_hashed_by_argon2id():
    from django.contrib.auth.hashers import Argon2PasswordHasher

    from tpm_portal import settings as ours

    assert ours.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    assert Argon2PasswordHasher().encode("some words", "a salt of ours").startswith("argon2$argon2id$")


@pytest.mark.parametrize(
    "address",
    ["/.git/config", "/.env", "/static/", "/static/../.env", "/static/%2e%2e/.env", "/static/css/", "/manage.py"],
)
def test_nothing_beside_the_pages_is_served(client, db, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/", "/account/login/", "/healthz/"])
def test_nobody_gets_back_what_they_sent(client, db, address):
    response = client.trace(address, headers={"x-mine": "Quagmire"})
    assert b"Quagmire" not in response.content


def test_nothing_of_the_tests_is_installed_on_a_server():
    asked = (ROOT / "requirements.txt").read_text()
    tools = [line.split("=")[0].split("[")[0] for line in (ROOT / "requirements-dev.txt").read_text().splitlines()[1:]]
    assert len(tools) > 8
    assert [name for name in tools if re.search(rf"^{name}\b", asked, re.M)] == []
    assert requires("pytest-django")
    assert [app for app in settings.INSTALLED_APPS if "debug" in app or "test" in app] == []


def test_what_is_refused_is_logged(db, learner, caplog):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(learner)
    browser.post("/account/preferences/", {"name": "Quagmire"}, headers={"origin": "https://elsewhere.example"})
    browser.get("/evidence/1/")
    said = [(one.name, one.levelname) for one in caplog.records]
    assert said == [("django.security.csrf", "WARNING"), ("django.request", "WARNING")]
    assert "Quagmire" not in caplog.text


def test_every_cookie_is_out_of_reach_of_scripts_and_of_other_sites():
    from tpm_portal import settings as ours

    ways = {str(path): re.findall(r"\.set_cookie\((.*?)\n\s*\)\n", text, re.DOTALL) for path, text in code()}
    ways = {path: found for path, found in ways.items() if found}
    assert len(ways) == 5
    kept = ("httponly=True", 'samesite="Lax"', "secure=settings.SESSION_COOKIE_SECURE")
    assert [(path, part) for path, found in ways.items() for one in found for part in kept if part not in one] == []
    assert ours.CSRF_COOKIE_HTTPONLY
    assert (settings.SESSION_COOKIE_HTTPONLY, settings.SESSION_COOKIE_SAMESITE) == (True, "Lax")
    assert settings.CSRF_COOKIE_SAMESITE == "Lax"


def test_of_one_parameter_twice_the_last_counts_and_none_comes_from_another_place(client, db):
    make_source(slug="a", kind="news")
    make_source(slug="b", kind="official")
    page = client.get("/about-the-data/sources/?kind=news&kind=official").content.decode()
    assert ('id="a"' in page, 'id="b"' in page) == (False, True)
    # What is sent is looked for in what was sent: not in the address, and not in a cookie of that name.
    client.post("/account/theme/?theme=light", {"theme": "dark", "next": "/"})
    assert client.cookies["theme"].value == "dark"
    client.post("/account/theme/?theme=light", {"next": "/"})
    assert client.cookies["theme"].value == "dark"
