"""Prometheus is told of all workers together, on a port that only this machine reaches."""

import re
import socket
import urllib.request
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone
from prometheus_client import CollectorRegistry, generate_latest

from accounts.models import OutgoingMail
from tests.site import Browser, Site, free_port
from tests.tpm_portal.test_commands import manage
from tpm_portal import last_runs
from tpm_portal.metrics import telling


class CountingSite(Site):
    def __init__(self, *arguments):
        super().__init__(*arguments[:1], database_url=arguments[1])
        self.metrics_port = free_port()

    def environment(self):
        return super().environment() | {"METRICS_PORT": str(self.metrics_port)}

    def figures(self):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.metrics_port}/metrics", timeout=20) as answer:
            return figures(answer.read().decode())


def figures(text):
    return {name: float(value) for name, value in re.findall(r"^([^#\s]\S*) (\S+)$", text, re.MULTILINE)}


@pytest.mark.xdist_group("whole-site")
def test_what_all_workers_counted_is_told_and_is_not_lost_with_a_worker(tmp_path, migrated_beside):
    site = CountingSite(tmp_path, migrated_beside)
    site.start(prepare=False)
    try:
        asked = 0
        for _ in range(2):
            for _ in range(20):
                asked += 1
                assert Browser(site.port).status("/robots.txt") == 200
            found = site.figures()
            assert found['tpm_requests_total{method="GET",route="robots",status="2xx"}'] == asked
            assert found['tpm_request_seconds_bucket{le="+Inf",route="robots"}'] == asked
            assert found["tpm_database_up"] == 1
            worker = site.workers()[0]
            worker.kill()
            worker.wait(20)
            site.wait_for(200)
        listening = socket.socket()
        with listening, pytest.raises(OSError):
            listening.bind(("127.0.0.1", site.metrics_port))
    finally:
        site.stop()
    assert "tpm-metrics" not in site.log.read_text()


@pytest.mark.django_db(transaction=True)
def test_what_the_database_knows_is_told_and_that_it_is_away(monkeypatch):
    registry = CollectorRegistry()
    registry.register(telling.TheDatabase())
    at = timezone.now() - timedelta(minutes=20)
    mail = OutgoingMail.objects.create(
        sender="a@example.org", recipients=["b@example.org"], subject="", body="", made_at=at, due_at=at
    )
    last_runs.note(last_runs.DAILY, at=at)
    try:
        found = figures(generate_latest(registry).decode())
    finally:
        mail.delete()
    assert found.pop("tpm_mail_oldest_seconds") == pytest.approx(1200, abs=60)
    assert found == {
        "tpm_database_up": 1,
        "tpm_mail_waiting": 1,
        'tpm_last_success_timestamp_seconds{command="daily"}': pytest.approx(at.timestamp(), abs=1),
    }

    def away():
        raise OperationalError

    monkeypatch.setattr(telling, "_asked", away)
    assert figures(generate_latest(registry).decode()) == {"tpm_database_up": 0}


def test_a_port_that_is_taken_stops_the_start_in_one_line(migrated_beside):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = manage(
            "serve", "--no-prepare", METRICS_PORT=str(port), PORT=str(free_port()), DATABASE_URL=migrated_beside
        )
    assert (done.returncode, f"METRICS_PORT={port} on 127.0.0.1 cannot be used" in done.stderr) == (1, True)
    assert len(done.stderr.strip().splitlines()) == 1
