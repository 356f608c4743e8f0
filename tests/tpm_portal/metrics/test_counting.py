"""Every request is counted once, under a name of our own code and never under what somebody typed."""

import pytest
from django.db import IntegrityError, OperationalError
from django.test import Client
from prometheus_client import REGISTRY

from tpm_portal.metrics import counting
from tpm_portal.ready_made import MOST_BYTES, PAGES

SECRET = "Zanzibar"


@pytest.fixture
def counting_client(settings, db):
    settings.MIDDLEWARE = ["tpm_portal.metrics.counting.count_requests", *settings.MIDDLEWARE]
    for figure in (counting.REQUESTS, counting.SECONDS, counting.DATABASE_ERRORS, counting.READY):
        figure.clear()
    return Client(raise_request_exception=False)


def figures(name):
    return {
        tuple(sample.labels.values()): sample.value
        for metric in REGISTRY.collect()
        for sample in metric.samples
        if sample.name == name
    }


def test_requests_are_counted_by_route_method_and_kind_of_answer(counting_client, learner):
    counting_client.get(f"/roadmap/{SECRET}/{SECRET}/?q={SECRET}")
    counting_client.get("/robots.txt")
    counting_client.get("/robots.txt")
    counting_client.post("/robots.txt")
    counting_client.generic("BREW", f"/{SECRET}")
    counting_client.get("/healthz/")
    counting_client.force_login(learner)
    counting_client.get("/evidence/")
    assert figures("tpm_requests_total") == {
        ("roadmap:milestone", "GET", "4xx"): 1,
        ("robots", "GET", "2xx"): 2,
        ("robots", "POST", "4xx"): 1,
        ("none", "other", "4xx"): 1,
        ("healthz", "GET", "2xx"): 1,
        ("evidence:pieces", "GET", "2xx"): 1,
    }
    assert figures("tpm_request_seconds_count")[("robots",)] == 3
    assert 0 < figures("tpm_request_seconds_sum")[("robots",)] < 60
    told = str([metric.samples for metric in REGISTRY.collect()])
    assert (SECRET in told, "learner@" in told, str(learner.pk) in figures("tpm_requests_total")) == (False,) * 3


def test_ready_made_pages_are_counted_and_keep_the_name_of_their_route(counting_client):
    PAGES.__init__(MOST_BYTES)
    for path in ("/privacy/", "/privacy/", "/nothing/", "/account/login/"):
        counting_client.get(path)
    assert figures("tpm_ready_made_total") == {("kept",): 1, ("sent",): 1}
    assert figures("tpm_requests_total")[("privacy", "GET", "2xx")] == 2


@pytest.mark.parametrize(
    ("error", "status", "counted"),
    [
        (OperationalError("x"), "5xx", {("away",): 1}),
        (IntegrityError("x"), "5xx", {("refused",): 1}),
        (ValueError("x"), "5xx", {}),
    ],
)
def test_pages_that_the_database_kept_from_being_made_are_counted(counting_client, monkeypatch, error, status, counted):
    def broken(request):
        raise error

    monkeypatch.setattr("tpm_portal.views.home.Overview", broken)
    counting_client.get("/")
    assert figures("tpm_database_errors_total") == counted
    assert figures("tpm_requests_total") == {("home", "GET", status): 1}
