"""Nobody gets what is somebody else's: two learners, a visitor and a curator, each after each, at every address.

In this process, and through a cache that many share (nginx) in front of the site.
"""

import http.client
import re
import socket
import subprocess
import time
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import DatabaseError, models, transaction
from django.db.models import Value
from django.db.models.functions import Concat
from django.test import Client

from keeping.ceilings import learners_tables
from keeping.models import Own
from roadmap.models import Milestone
from tests.addresses import every_address, make_something_of_everything
from tests.factories.accounts import PASSWORD, make_user
from tests.servers import installed
from tests.site import free_port
from tpm_portal import ready_made

pytestmark = pytest.mark.django_db
# In which each of the four comes after each, and after themselves.
EACH_AFTER_EACH = "VVAABBCCVBVCACBAV"
# A word of each that stands nowhere else.
WORDS = {"A": "Aurelia", "B": "Balthazar", "C": "Cassiopeia"}
# Texts that name a table or a column.
KEYS = ("subject", "field")
# Files for machines, and what a proxy or a crawler asks for: of nobody, and without a look at who asks.
FOR_MACHINES = ("/healthz/", "/readyz/")
SIGNS_OUT = ("/account/logout/",)


def mark(user, word):
    """Let every free text of a learner's rows hold a word of theirs. Returns the columns that do."""
    marked = []
    for model in learners_tables():
        rows = model._base_manager.filter(user=user)
        for field in model._meta.concrete_fields:
            if not isinstance(field, models.TextField | models.CharField) or field.choices or field.unique:
                continue
            if isinstance(field, models.SlugField | models.URLField | models.EmailField) or field.name in KEYS:
                continue
            if (field.max_length or 100) < 40:
                continue
            try:
                with transaction.atomic():
                    if rows.update(**{field.name: Concat(field.name, Value(f" {word}"))}):
                        marked.append(f"{model._meta.label}.{field.name}")
            except DatabaseError:
                pass  # written once, or of a shape that the database insists on
    return marked


def tokens_of(user):
    return [
        str(token)
        for model in learners_tables()
        if issubclass(model, Own)
        for token in model._base_manager.filter(user=user).values_list("token", flat=True)
    ]


@pytest.fixture
def people(seeded, curator):
    """The four, the learners with rows of every kind; what is each one's alone; and what addresses are made of."""
    for key in "AB":
        make_user(f"{WORDS[key].lower()}@example.org", name=WORDS[key])
    type(curator).objects.filter(pk=curator.pk).update(name=WORDS["C"])
    browsers, own, values = {"V": Client(raise_request_exception=False)}, {"V": []}, []
    for key, user in zip(
        "ABC",
        [
            *type(curator).objects.filter(name__in=[WORDS["A"], WORDS["B"]]).order_by("name"),
            type(curator).objects.get(pk=curator.pk),
        ],
        strict=True,
    ):
        browsers[key] = Client(raise_request_exception=False)
        browsers[key].force_login(user)
        own[key] = [WORDS[key], user.email, browsers[key].session.session_key, f'name="whose" value="{user.pk}"']
        if key != "C":
            values.append(make_something_of_everything(user))
            assert len(mark(user, WORDS[key])) > 60
            own[key] += [values[-1]["secret"], values[-1]["resumes secret"], values[-1]["mail key"], *tokens_of(user)]
    ready_made.PAGES.__init__(ready_made.MOST_BYTES)
    return browsers, own, values


def others_in(own, who, content):
    """What is in an answer to one of them that is another's alone."""
    theirs = [re.escape(one) for key, all_of_it in own.items() if key != who for one in all_of_it]
    return sorted(set(re.findall("|".join(theirs).encode(), content)))


def may_be_kept(response):
    """Whether a cache that many share may keep an answer and give it to somebody else."""
    said = response.headers.get("Cache-Control", "")
    return not re.search(r"private|no-store|no-cache", said)


def test_at_every_address_each_gets_their_own_in_whatever_order(people):
    browsers, own, values = people
    addresses = list(dict.fromkeys(address for each in values for address in every_address(each)))
    found, seen = [], Counter()
    for address in addresses:
        if address.startswith((*SIGNS_OUT, *FOR_MACHINES)):
            continue
        first = browsers["V"].get(address)
        # What a visitor does not get is made for each anew; twice each says as much.
        order = EACH_AFTER_EACH if first.status_code == 200 else "AABBCC"
        for who in order:
            response = browsers[who].get(address)
            content = b"".join(response.streaming_content) if response.streaming else response.content
            seen[who, response.status_code] += 1
            if response.status_code == 500:
                found.append((address, who, repr(response.exc_info[1])))
            if wrong := others_in(own, who, content + str(response.headers).encode()):
                found.append((address, who, wrong))
            if who != "V" and response.headers.get("Cache-Control") != "private, no-store":
                found.append((address, who, response.headers.get("Cache-Control")))
            if who == "V" and may_be_kept(response):
                if response.cookies or b"csrfmiddlewaretoken" in content:
                    found.append((address, who, "may be kept with a cookie or a token in it"))
                if response.headers.get("Cache-Control") == ready_made.CACHE_CONTROL:
                    seen["kept"] += 1
                    if not {"Cookie", "Accept-Encoding"} <= set(response.headers["Vary"].split(", ")):
                        found.append((address, who, response.headers["Vary"]))
    print(seen)
    assert found == []
    # Their own rows were there to be told.
    assert seen["A", 200] > 250
    assert seen["kept"] > 100
    assert len(ready_made.PAGES) > 20


def test_every_cookie_is_out_of_reach_of_scripts_and_of_other_sites(seeded):
    user = make_user("cookies@example.org")
    browser = Client()
    answers = [
        browser.post("/account/theme/", {"theme": "dark", "next": "/"}),
        browser.get("/start/pay/?where=Texas&role=13-1082"),
        browser.post(
            Milestone.objects.published().first().get_absolute_url() + "done/", headers={"origin": "http://testserver"}
        ),
        browser.post("/account/login/", {"login": user.email, "password": PASSWORD}),
        browser.get("/account/preferences/"),
    ]
    cookies = {morsel.key: morsel for answer in answers for morsel in answer.cookies.values()}
    # That of a first press has a name of its own each time.
    names = {"first-press" if "press" in name else name for name in cookies}
    assert names == {"theme", "typed", "first-press", "sessionid", "known", "csrftoken"}
    assert {(morsel["httponly"], morsel["samesite"]) for morsel in cookies.values()} == {(True, "Lax")}


# --- A cache that many share ---------------------------------------------------------------------------------------

CONF = """daemon off; master_process off; pid {dir}/pid; error_log {dir}/error.log;
events {{ }}
http {{
    access_log off;
    client_body_temp_path {dir}/body; proxy_temp_path {dir}/temp; fastcgi_temp_path {dir}/fastcgi;
    uwsgi_temp_path {dir}/uwsgi; scgi_temp_path {dir}/scgi;
    proxy_cache_path {dir}/cache keys_zone=pages:10m;
    upstream tpm_portal {{ server 127.0.0.1:{site}; }}
    server {{
        listen 127.0.0.1:{port};
        proxy_cache pages;
        add_header X-Cache-Status $upstream_cache_status always;
        {location}
    }}
}}
"""


@pytest.fixture
def shared_cache(live_server, tmp_path):
    """The address of nginx before the site: as in ``deploy/nginx.conf``, and keeping what the site lets it keep."""
    deployed = (Path(__file__).parent.parent.parent / "deploy" / "nginx.conf").read_text()
    location = re.search(r"location / \{.*?\n    \}", deployed, re.DOTALL)[0]
    port = free_port()
    conf = tmp_path / "nginx.conf"
    site = urlsplit(live_server.url).port
    conf.write_text(CONF.format(dir=tmp_path, site=site, port=port, location=location))
    with (tmp_path / "said").open("wb") as said:
        process = subprocess.Popen([installed("nginx", "nginx"), "-c", str(conf)], stdout=said, stderr=said)
    try:
        deadline = time.monotonic() + 30
        while socket.socket().connect_ex(("127.0.0.1", port)):
            assert process.poll() is None, (tmp_path / "said").read_text() + (tmp_path / "error.log").read_text()
            assert time.monotonic() < deadline
            time.sleep(0.05)  # polling for another process, with the deadline above
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)


def ask(port, address, browser):
    """Status, headers and body as the browser of somebody gets them through the cache."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    cookies = "; ".join(f"{name}={morsel.value}" for name, morsel in browser.cookies.items())
    connection.request("GET", address, headers={"Cookie": cookies} if cookies else {})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


@pytest.mark.django_db(transaction=True)
def test_a_cache_that_many_share_keeps_what_is_everybodys_alone(people, shared_cache, curator):
    browsers, own, values = people
    kept = Counter()
    public = [page for page in every_address(values[0]) if browsers["V"].get(page).status_code == 200]
    pages = [page for page in public if not page.startswith(FOR_MACHINES)]
    assert len(pages) > 50
    for address in [*pages, "/account/preferences/", "/account/data/", "/admin/"]:
        # Each first fills the cache for some page, and the others come after them.
        for who in ("AVBVCA", "VVABC")[len(address) % 2]:
            response, body = ask(shared_cache, address, browsers[who])
            status = response.headers.get("X-Cache-Status")
            kept[who, status] += 1
            said = body + str(response.headers).encode()
            assert others_in(own, who, said) == [], (address, who, status)
            assert who == "V" or status != "HIT", (address, who)
            assert status != "HIT" or "Set-Cookie" not in response.headers, address
    # A visitor's page was sent a second time without asking the site.
    assert kept["V", "HIT"] > 25, kept
    # Whoever signs in, or out, or chooses colors gets theirs, although the cache has the visitor's.
    assert b"Sign out" in ask(shared_cache, "/", browsers["A"])[1]
    assert b"Sign out" not in ask(shared_cache, "/", browsers["V"])[1]
    browsers["V"].cookies["theme"] = "dark"
    assert b'data-theme="dark"' in ask(shared_cache, "/", browsers["V"])[1]
