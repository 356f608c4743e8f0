"""Which page may read where, with a replica whose standing is said by the test."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db.utils import OperationalError
from django.http import HttpResponse
from django.test import RequestFactory

from accounts.models import User
from tpm_portal import ready_made
from tpm_portal.asked_for import may_be_sent_again
from tpm_portal.replicas import middleware
from tpm_portal.replicas.lag import Primary
from tpm_portal.replicas.middleware import SIGNER, read_from_replicas
from tpm_portal.replicas.router import Replicas, reading
from tpm_portal.replicas.standing import Standing, State

WRITTEN = "written"


class Shape:
    """A primary and a replica, and what pages do with them."""

    def __init__(self):
        self.primary, self.replica = State(100, "one"), State(100, "one")
        self.user, self.own = AnonymousUser(), {"default": "1 2", "replica_1": "1 2"}

    def primary_now(self):
        if self.primary is None:
            raise OperationalError("away")
        return self.primary

    def view(self, request):
        self.read = reading.get().alias
        if "writes" in request.GET:
            Replicas().db_for_write(None)
        return HttpResponse()

    def get(self, path="/", cookie="", method="GET", through=lambda page: page):
        request = RequestFactory().generic(method, path)
        request.user = self.user
        request.COOKIES = {WRITTEN: cookie} if cookie else {}
        response = through(read_from_replicas(self.view))(request)
        assert reading.get() is None
        self.cookie = response.cookies[WRITTEN].value if WRITTEN in response.cookies else ""
        return self.read


@pytest.fixture
def shape(monkeypatch, settings):
    shape = Shape()
    settings.REPLICAS = ["replica_1"]
    monkeypatch.setattr(middleware, "PRIMARY", Primary())
    monkeypatch.setattr(middleware, "primary_now", shape.primary_now)
    monkeypatch.setattr(middleware, "knows", lambda alias, learner: shape.own[alias])
    monkeypatch.setattr(middleware, "standing_of", lambda alias: standing)
    standing = Standing("replica_1")
    standing.state = lambda: shape.replica
    return shape


def test_a_page_reads_from_a_replica_that_has_everything(shape):
    assert shape.get("/roadmap/") == "replica_1"
    assert shape.get("/roadmap/", method="HEAD") == "replica_1"
    assert shape.cookie == ""


@pytest.mark.parametrize("path", ["/admin/", "/account/login/"])
def test_what_must_be_so_at_once_is_read_from_the_primary(shape, path):
    assert shape.get(path) == "default"


def test_what_writes_reads_from_the_primary_and_leaves_a_mark(shape):
    shape.primary = State((0x16 << 32) + 0xAB, "one")
    assert shape.get("/roadmap/", method="POST") == "default"
    assert SIGNER.unsign(shape.cookie) == "16/AB"
    assert shape.get("/roadmap/?writes=1") == "default"
    assert SIGNER.unsign(shape.cookie) == "16/AB"


def test_whoever_has_written_waits_for_the_replica(shape):
    cookie = SIGNER.sign("0/65")  # 101
    assert shape.get(cookie=cookie) == "default"
    shape.replica = State(101, "one")
    assert shape.get(cookie=cookie) == "replica_1"


@pytest.mark.parametrize("cookie", ["0/1", "0/1:forged", SIGNER.sign("nonsense"), "\x00", "א"])
def test_a_mark_that_is_not_ours_leads_to_the_primary(shape, cookie):
    assert shape.get(cookie=cookie) == "default"


def test_other_content_than_the_primarys_is_not_read(shape):
    shape.replica = State(100, "an older one")
    assert shape.get() == "default"


def test_what_a_learner_changed_in_another_browser_is_read_from_the_primary(shape):
    shape.user = User(pk=7)
    assert shape.get() == "replica_1"
    shape.own["default"] = "1 3"
    assert shape.get() == "default"
    shape.user = AnonymousUser()
    assert shape.get() == "replica_1"


def test_a_replica_that_is_away_or_behind_is_not_read(shape):
    shape.replica = None
    assert shape.get() == "default"
    shape.replica = State(99, "one")
    assert shape.get() == "default"


def test_while_the_primary_is_away_the_replica_answers(shape):
    shape.primary = None
    assert shape.get() == "replica_1"
    assert shape.get(cookie=SIGNER.sign("0/65")) == "default"
    shape.get(method="POST")
    assert shape.cookie == ""


@pytest.mark.django_db
def test_what_a_replica_says_while_nobody_knows_how_far_the_primary_was_is_kept_for_nobody(shape):
    """The primary said its marks and was gone: the replica may not have what they stand for."""
    for primary, kept in ((None, 0), (State(100, "one"), 1)):
        ready_made.PAGES.__init__(ready_made.MOST_BYTES)
        shape.primary = primary
        assert shape.get("/roadmap/", through=ready_made.send_ready_made) == "replica_1"
        assert len(ready_made.PAGES) == kept


def test_nor_is_what_a_learner_reads_there(shape):
    shape.user, shape.primary = User(pk=7), None
    seen = []

    def through(page):
        return lambda request: seen.append(request) or page(request)

    assert shape.get(through=through) == "replica_1"
    assert not may_be_sent_again(seen[0], HttpResponse(content_type="text/html"))
    shape.primary = State(100, "one")
    assert shape.get(through=through) == "replica_1"
    assert may_be_sent_again(seen[1], HttpResponse(content_type="text/html"))
