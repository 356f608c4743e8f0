"""Counting tries with a real Redis that goes away and comes back."""

import logging
import os
import socket
import subprocess
import time

import pytest
from django.core.cache import cache
from django.db import connection

from accounts.throttle_cache import RedisOrDatabase
from tests.factories.accounts import make_user
from tests.servers import installed
from tests.site import free_port
from tests.tpm_portal.test_commands import PRODUCTION, manage

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "throttles"])

WRONG = {"login": "learner@example.org", "password": "not that one"}


class Redis:
    def __init__(self, directory):
        self.directory, self.port, self.process = directory, free_port(), None
        self.url = f"redis://127.0.0.1:{self.port}/0"

    def start(self):
        self.process = subprocess.Popen(
            [installed("redis-server", "redis-server"), *("--port", str(self.port)), *("--save", "")],
            cwd=self.directory,
            stdout=subprocess.DEVNULL,
            env=os.environ,
        )
        deadline = time.monotonic() + 20
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            assert time.monotonic() < deadline

    def stop(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait(timeout=20)
            self.process = None


@pytest.fixture
def redis(tmp_path, settings, monkeypatch):
    server = Redis(tmp_path)
    server.start()
    settings.CACHES = {"default": {"BACKEND": "accounts.throttle_cache.RedisOrDatabase", "LOCATION": server.url}}
    monkeypatch.setattr(RedisOrDatabase, "away_until", 0.0)
    yield server
    server.stop()
    RedisOrDatabase.away_until = float("inf")
    cache.clear()


def rows():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM throttles")
        return cursor.fetchone()[0]


def test_tries_are_counted_in_redis_and_in_the_database_while_it_is_away(client, redis, caplog):
    make_user("learner@example.org")
    assert client.post("/account/login/", WRONG).status_code == 200
    assert rows() == 0
    assert client.get("/readyz/").content.decode().splitlines()[2] == "cache: ok. Redis answers."
    redis.stop()
    caplog.set_level(logging.ERROR)
    answers = ["Too many failed" in client.post("/account/login/", WRONG).content.decode() for _ in range(7)]
    assert answers == [False] * 5 + [True] * 2
    assert rows() > 0
    said = [record.message for record in caplog.records if record.name == "accounts.throttle_cache"]
    assert said == ["Redis is away, see CACHE_URL: ConnectionError. Tries are counted in the database."]
    assert client.get("/readyz/").content.decode().splitlines()[2].startswith("cache: warn. Redis is away")
    redis.start()
    # Left alone for a while, it is asked again.
    RedisOrDatabase.away_until = 0.0
    assert client.get("/readyz/").content.decode().splitlines()[2] == "cache: ok. Redis answers."


def test_a_redis_that_takes_connections_and_says_nothing_holds_up_one_page_for_a_second(client, redis):
    redis.stop()
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", redis.port))
        silent.listen(50)
        start = time.monotonic()
        assert [client.post("/account/login/", WRONG).status_code for _ in range(3)] == [200] * 3
        assert time.monotonic() - start < 5


def test_the_deployment_check_asks_redis(redis):
    arguments = ("check", "--deploy", "--fail-level", "WARNING")
    assert manage(*arguments, CACHE_URL=redis.url, **PRODUCTION).returncode == 0
