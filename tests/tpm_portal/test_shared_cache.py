"""Behind a cache that many share: a real nginx that keeps whatever it is allowed to. Nobody gets another's page."""

import http.client
import os
import re
import subprocess
from collections import Counter

import pytest

from tests.kit import wait_until
from tests.servers import installed
from tests.site import Browser, Site, free_port

# What stands in the frame of every page of theirs; a visitor has no name.
NAMES = {"A": "aurelia", "B": "balthazar"}
# Each after each, and each after themselves.
ORDER = "VABVVAABBVBV"
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
OF_LEARNERS = ("/evidence/", "/interviews/practice/", "/applications/", "/resumes/", "/account/preferences/", "/bin/")


@pytest.fixture
def site(seeded_beside, tmp_path):
    """The site as it is served, and two learners who are signed in."""
    site = Site(tmp_path, seeded_beside)
    site.start(prepare=False)
    browsers = {key: Browser(site.port) for key in NAMES}
    for key, name in NAMES.items():
        browsers[key].sign_up(f"{name}@example.org")
    yield site, {"V": {}} | {key: one.cookies for key, one in browsers.items()}
    site.stop()


@pytest.fixture
def cache(site, tmp_path):
    """The port of an nginx that stands before the site."""
    port = free_port()
    file = tmp_path / "nginx.conf"
    file.write_text(
        ("user root;\n" if os.geteuid() == 0 else "")
        + f"daemon off; pid {tmp_path}/nginx.pid; error_log {tmp_path}/error.log;\nevents {{}}\n"
        + "http { access_log off;\n"
        + "".join(f"{name}_temp_path {tmp_path}/{name};\n" for name in TEMPORARY)
        + f"proxy_cache_path {tmp_path}/kept keys_zone=kept:1m;\nserver {{ listen 127.0.0.1:{port};\nlocation / {{\n"
        f"proxy_pass http://127.0.0.1:{site[0].port}; proxy_set_header Host 127.0.0.1:{site[0].port};\n"
        "proxy_cache kept; add_header X-Kept $upstream_cache_status always; } } }\n"
    )
    command = [installed("nginx-light", "nginx"), "-c", str(file)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            wait_until(lambda: ask(port, "/healthz/")[0] == 200)
            yield port
        finally:
            process.terminate()


def ask(port, address, cookies=()):
    """The status, the headers and the text of an answer; a status of 0 for none."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    headers = {"Accept-Encoding": "identity"}
    if cookies:
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
    try:
        connection.request("GET", address, headers=headers)
        response = connection.getresponse()
        return response.status, response.headers, response.read().decode(errors="replace")
    except OSError:
        return 0, {}, ""
    finally:
        connection.close()


@pytest.mark.xdist_group("whole-site")
def test_a_cache_that_many_share_gives_nobody_what_is_anothers(cache, site):
    """Of each kind of page one or two, as the map of the site names them, and pages of learners alone."""
    cookies = site[1]
    everywhere = re.findall("<loc>https?://[^/]+(/[^<]*)</loc>", ask(cache, "/sitemap.xml")[2])
    kinds = Counter()
    seen, found = Counter(), []
    for address in (*everywhere, *OF_LEARNERS):
        kind = "/".join(address.split("/")[:2]), address.count("/")
        kinds[kind] += 1
        if kinds[kind] > 2 and address not in OF_LEARNERS:
            continue
        first = {}
        for who in ORDER:
            status, headers, text = ask(cache, address, cookies[who])
            seen[who, headers.get("X-Kept")] += 1
            seen["named"] += NAMES.get(who, "nobody") in text
            if wrong := [name for key, name in NAMES.items() if key != who and name in text]:
                found.append((address, who, wrong))
            if status != first.setdefault(who, status) or (headers.get("Set-Cookie") and headers["X-Kept"] == "HIT"):
                found.append((address, who, status, headers.get("Set-Cookie")))
    assert not found, "\n".join(map(str, found[:40]))
    # It did keep what it may, pages of visitors, and no others.
    assert seen["V", "HIT"] > 60, seen
    assert seen["A", "HIT"] + seen["B", "HIT"] == 0, seen
    assert seen["named"] > 60, seen
