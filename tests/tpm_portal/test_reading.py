"""What holds for reading any address of the site, found by rule."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.addresses import every_address, make_something_of_everything
from tests.kit import seen
from tpm_portal import ready_made

# Who is signed in, and what the next page is to say once, are no content.
WRITE = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM|MERGE INTO) (?!"django_session")', re.IGNORECASE)
# A full stop or a comma that stands apart from its words, as after a template whose last line ends.
APART = re.compile(r"\w+ [.,;:](?=\s|$)")


@pytest.mark.parametrize("who", ["learner", "curator"])
def test_reading_writes_nothing_and_leaves_no_copy_behind(request, client, seeded, settings, who):
    user = request.getfixturevalue(who)
    client.force_login(user)
    settings.MAIL_CONFIGURED = True  # more pages, and more to write
    shown, kept, written, apart = 0, [], [], {}
    for address in every_address(make_something_of_everything(user)):
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
        # A preview saves the draft for show and takes that back, see tests/curation/test_previewing.py.
        if "/preview/" not in address:
            written += [(address, one["sql"]) for one in queries if WRITE.match(one["sql"])]
        shown += response.status_code == 200
        if not hasattr(response.wsgi_request, "user"):
            continue  # answered before anybody looked who asks: whether the site is well
        if response.get("Cache-Control") != "private, no-store" or "Expires" in response:
            kept.append(address)
        if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
            apart |= dict.fromkeys(APART.findall(seen(response)), address)
    assert apart == {}
    assert kept == []
    assert written == []
    assert shown >= {"learner": 85, "curator": 180}[who]


def test_what_a_visitor_reads_may_be_kept(client, seeded):
    for address in ("/", "/roadmap/", "/interviews/", "/guide/", "/salaries/"):
        assert client.get(address)["Cache-Control"] == ready_made.CACHE_CONTROL
    assert client.get("/salaries/data/v1/claims.csv")["Cache-Control"] == "public, max-age=300"
